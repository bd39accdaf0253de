"""What a strict reader may find wrong with gaps for English terms, sentence by sentence."""

from __future__ import annotations

import pytest

from cards.languages.english import ENGLISH
from cards.model import Span
from cards.writing.english.clause import word_from
from cards.writing.english.doubts import doubt_of
from cards.writing.english.rims import cut


def doubt(marked: str) -> str:
    """Return the doubt about the gap between [ and ] in a sentence."""
    first, last = marked.index("["), marked.index("]") - 1
    sentence = marked.replace("[", "").replace("]", "")
    words = ENGLISH.words(sentence)
    return doubt_of(sentence, words, Span(word_from(words, first), word_from(words, last)))


@pytest.mark.parametrize(
    ("marked", "why"),
    [
        ("A [reduced diameter] raises the resistance of a vessel.", "begins with reduced, which describes"),
        ("Thyroxine and the [catecholamines epinephrine] raise it.", "a plural inside a phrase is two phrases"),
        ("Every [school year] ends with a test of what was learned.", "everyday words"),
        ("The inner, [epithelial layer] depends on the voltage.", "shares its head with the word before"),
        ("Starch, [glycogen], and cellulose are complex sugars.", "one of a list"),
        ("[Starch], glycogen, and cellulose are complex sugars.", "one of a list"),
        ("Starch, glycogen, and [cellulose] are complex sugars.", "one of a list"),
        ("The capsule of Bowman’s [glomerulus] filters blood.", "the name before belongs to it"),
        ("In order to split the masses we introduce a [perturbation].", "tells a story: we"),
        ("In response, [aldosterone] raises the excretion of potassium.", "points back: In response"),
        ("The [eccrine glands] of the palm are another example.", "points back: another example"),
        ("[Thermogravimetry] was performed with an analyser.", "tells a story: was performed"),
    ],
)  # fmt: skip
def test_a_doubtful_gap_says_why(marked: str, why: str) -> None:
    assert doubt(marked) == why


@pytest.mark.parametrize(
    "marked",
    [
        "The [hepatic artery] and the portal vein enter the liver.",
        "Gases travel between [capillaries] and cells.",
        "The [nasopharynx] is flanked by the conchae, and it serves as an airway.",
    ],
)
def test_a_gap_with_one_right_answer_raises_no_doubt(marked: str) -> None:
    assert doubt(marked) == ""


@pytest.mark.parametrize(
    ("marked", "why"),
    [
        ("As [visual stimuli move] closer to the face, both eyes turn in.", "takes in the verb"),
        ("A [muscle] with the opposite action is called an antagonist.", "a word that fits many sentences"),
        ("That [resorption] occurs in the proximal tubule.", "points back: That"),
    ],
)
def test_gaps_that_any_word_fits_are_doubtful(marked: str, why: str) -> None:
    assert doubt(marked) == why


@pytest.mark.parametrize(
    ("marked", "what"),
    [
        ("The [Brodsky]–Lepage formula vanishes.", "a word"),
        ("It is kept in /etc/[fstab] by the system.", "a word"),
        ("A jig ([Minimet] 1000) held the coupons.", "an aside in brackets"),
        ("According to Gabriele de’ [Mussi], they threw the dead over the walls.", "a name"),
        ("It takes twelve to [eighteen] months.", "a range"),
        ("It came back for [three] hundred years.", "a number"),
        ("It came back for three [hundred] years.", "a number"),
        ("RIP ([Routing Information Protocol]) is old.", ""),
        ("The [liver] is a gland.", ""),
    ],
)
def test_a_gap_cuts_through_nothing(marked: str, what: str) -> None:
    first, last = marked.index("["), marked.index("]") - 1
    assert cut(marked.replace("[", "").replace("]", ""), Span(first, last)) == what
