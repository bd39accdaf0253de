"""Which words matter in a text."""

from __future__ import annotations

from cards.concepts.keyphrases import Keyphrase, log_likelihood
from cards.documents import read_text
from cards.reading import understand

TEXT = """群众路线

群众路线是党的生命线。坚持群众路线，就要深入调研。天气很好，我们开会。群众路线的本质是执政为民。
"""


def keyphrases(text: str = TEXT, name: str = "a.txt") -> tuple[Keyphrase, ...]:
    return understand(read_text(text, name=name)).keyphrases


def test_the_phrase_that_a_text_and_its_headings_keep_saying_is_its_first_key_phrase() -> None:
    best = keyphrases()[0]
    assert (best.text, best.weight, best.count) == ("群众路线", 1.0, 4)


def test_what_a_heading_says_weighs_more() -> None:
    text = "{}\n\n天气很好，我们开会。执政为民是本质。深入调研是办法。\n"
    weights = {phrase.text: phrase.weight for phrase in keyphrases(text.format("深入调研"))}
    assert weights["深入调研"] > weights["执政为民"]
    weights = {phrase.text: phrase.weight for phrase in keyphrases(text.format("执政为民"))}
    assert weights["执政为民"] > weights["深入调研"]


def test_weights_fall_and_stay_between_zero_and_one() -> None:
    weights = [phrase.weight for phrase in keyphrases()]
    assert weights == sorted(weights, reverse=True)
    assert all(0 < weight <= 1 for weight in weights)


def test_a_part_of_a_key_phrase_that_never_stands_alone_is_none() -> None:
    text = "The mitochondrial membrane is thin. The mitochondrial membrane folds. The mitochondrial membrane works."
    found = [phrase.text.lower() for phrase in keyphrases(text)]
    assert "mitochondrial membrane" in found
    assert "membrane" not in found


def test_a_word_as_frequent_as_everywhere_is_not_surprising() -> None:
    assert abs(log_likelihood(10, 1000, 0.01)) < 1e-6


def test_a_rare_word_surprises_more_than_a_common_one() -> None:
    assert log_likelihood(5, 1000, 1e-7) > log_likelihood(5, 1000, 1e-4) > 0 > log_likelihood(5, 1000, 0.05)
