"""What kind of text this is: full of terms as a textbook is, or the report of one study."""

from __future__ import annotations

import re
from functools import lru_cache

from cards.languages.english import ENGLISH
from cards.languages.english.tagging import vocabulary
from cards.passages import Passage
from cards.reading import Reading

# The share of words that are rare (Zipf below 3.2) and no names: 0.08 in textbooks of anatomy, 0.07 in an article
# about photosynthesis, 0.02 to 0.04 in essays, manuals, laws, news and histories.
RARE = 3.2
FULL_OF_TERMS = 0.05
# An abstract is as full of terms as a textbook, but teaches none.
FEWEST_WORDS = 400
# So many words tell the register of a text.
SAMPLE = 4_000
# Sentences of one block so near belong to one report.
NEAR = 6
_DID = (
    "propose|present|show|find|found|use|introduce|study|studied|investigate|develop|describe|report|consider|analy[sz]e"
    "|apply|demonstrate|obtain|measure|calculate|compute|compare|evaluate|examine|focus|assume|observe|discuss|test"
    "|perform|employ|aim|derive"
)
_OF_THEIRS = "paper|work|study|article|method|approach|algorithm"
_STUDY = re.compile(
    rf"\b[Ww]e (?:also |then |first |further |have |here |therefore |thus )*(?:{_DID})(?:e?d)?\b"
    r"|\bet al\b|\bRefs?\.|\[\d+(?:[,–-] ?\d+)+\]|\bSec(?:t?\.|tion) \d|\bEqs?\.|\bFigs?\."
    r"|\([A-Z][A-Za-z]+(?: and [A-Z]\w+)?,? \d{4}[a-z]?[;)]|\b[A-Z][a-z]+ and [A-Z][a-z]+ \(\d{4}"
    rf"|\b(?:[Tt]his|[Oo]ur|[Tt]he (?:present|current|proposed)) (?:{_OF_THEIRS})\b|\bthe (?:proposed|presented) \w+"
    r"|\b[Oo]ur (?:\w+ )?(?:model|results?|data|findings|experiments)\b"
    r"|\b(?:results|experiments|simulations|findings|measurements) (?:show|indicate|suggest|demonstrate|reveal)"
)
# "Samples were heated to 900 °C", "20 mL was added": a laboratory's steps.
_MEASURED = (
    r"\d\s?(?:mg|m[Ll]|mmol|mol|M|nm|[µμ]m|[GMk]Hz|kV|[kMG]?eV|wt\.?%|rpm|sccm|[Mk]Pa|mbar|ppm|°C|K)\b"
)
_STEP = re.compile(rf"\b(?:was|were)\b[^.;]*{_MEASURED}|{_MEASURED}[^.;]*\b(?:was|were)\b")
# Brackets may hold citations.
_STUDY_WORDS = frozenset(
    "we et refs ref sec sect section eq eqs fig figs [ ( this our present current proposed presented results "
    "experiments simulations findings "
    "measurements".split()
)


@lru_cache(maxsize=2)
def full_of_terms(reading: Reading) -> bool:
    """Whether the text teaches a vocabulary of its own, so that gaps for its words are worth learning."""
    words = rare = 0
    for passage in reading.passages:
        for word in passage.words:
            if word.tag != "mark":
                words += 1
                small = word.text.islower() and word.text.isalpha()
                rare += small and ENGLISH.commonness(word.text) < RARE
        if words > SAMPLE:
            break
    return words >= FEWEST_WORDS and rare >= FULL_OF_TERMS * words


@lru_cache(maxsize=2)
def is_scrap(reading: Reading) -> bool:
    """Whether the text is a single paragraph, such as an abstract, which says more of one case than in general."""
    return not reading.sections and len({passage.block_number for passage in reading.passages}) < 2


@lru_cache(maxsize=2)
def names_in(reading: Reading) -> frozenset[str]:
    """Return the words that the text writes with a capital inside its sentences."""
    return frozenset(
        word.text for passage in reading.passages for word in passage.words[1:] if word.tag == "name"
    )


def reports_study(reading: Reading, passage: Passage) -> bool:
    """Whether the sentence or one near it in its block tells what the authors of a study did or found."""
    near = reading.passages[max(0, passage.number - NEAR) : passage.number + NEAR + 1]
    return any(other.block_number == passage.block_number and tells_of_a_study(other.text) for other in near)


# Every draft asks for its neighbours.
@lru_cache(maxsize=4096)
def tells_of_a_study(sentence: str) -> bool:
    """Whether a sentence says what the authors of a study did or found."""
    words = vocabulary(sentence)
    if not _STUDY_WORDS.isdisjoint(words) and _STUDY.search(sentence):
        return True
    return not words.isdisjoint(("was", "were")) and bool(_STEP.search(sentence))
