"""A word that the text comes back to, hidden in one of its sentences: all that can be asked without grammar."""

from __future__ import annotations

from collections.abc import Iterator

from cards.languages.plain import PLAIN
from cards.model import Span
from cards.passages import Passage
from cards.reading import Reading
from cards.writing.draft import Claim, Draft, Writer, hide

STRENGTH = 0.4
# A word that occurs once may be any word; one that comes back is what the text is about.
FEWEST_OCCURRENCES = 2
FEWEST_WORDS, MOST_WORDS = 6, 40


def write(reading: Reading) -> Iterator[Draft]:
    wanted = [keyphrase.text for keyphrase in reading.keyphrases if keyphrase.count >= FEWEST_OCCURRENCES]
    open_phrases = dict.fromkeys(wanted)
    for passage in reading.passages:
        if not FEWEST_WORDS <= len(passage.words) <= MOST_WORDS:
            continue
        span = _first_of(passage, open_phrases)
        if span is None:
            continue
        del open_phrases[span.of(passage.text)]
        claim = Claim(reading, passage, "keyphrase", "key phrase", STRENGTH, passage.whole)
        yield hide(claim, passage.whole, (span,), heading=passage.section[-1] if passage.section else "")


def _first_of(passage: Passage, wanted: dict[str, None]) -> Span | None:
    """Return the place of a wanted word that stands in the sentence only once, not as its first word."""
    heading = passage.section[-1].lower() if passage.section else ""
    for word in passage.words[1:]:
        once = passage.text.lower().count(word.text.lower()) == 1
        if word.text in wanted and once and word.text.lower() not in heading:
            return word.span
    return None


WRITER = Writer("keyphrase", PLAIN.code, write)
