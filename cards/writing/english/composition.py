"""What a thing is made of, where that is no list of three: "A nucleosome is composed of DNA and histones." asks "What
is a nucleosome composed of?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.languages.english.closed import NUMBERS
from cards.languages.english.wording import what_does, what_is
from cards.reading import Reading
from cards.writing.draft import Draft, Writer
from cards.writing.english.gap import claim_of
from cards.writing.english.telling import ask_rest, clause_of

_OF = re.compile(
    r"(?:primarily |mainly |mostly )?(composed of|made up of|made of|divided into|derived from|built from) "
)
_CONSISTS = re.compile(
    r"\b(?:consists? of|comprises?|composed of|made up of|made of|divided into|derived from|built from) "
)
_BARE = {"consist": "consist of", "consists": "consist of", "comprise": "comprise", "comprises": "comprise"}
STRENGTH = 0.42
# "three layers" tells how many, not what; in words.
FEWEST_WORDS_AFTER_A_NUMBER = 5


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        found = _CONSISTS.search(passage.text)
        # Lists of three and more are asked for item by item.
        if found is None or passage.text.count(",", found.end()) > 1:
            continue
        clause = clause_of(reading, passage)
        if clause is None:
            continue
        verb = clause.words[clause.verb]
        if verb.text in ("is", "are") and (state := _OF.match(passage.text, verb.span.end + 1)):
            question = what_is(clause.begins, verb.text, state.group(1))
        elif verb.text in _BARE and verb.span.start == found.start():
            question = what_does(clause.begins, _BARE[verb.text], plural=not verb.text.endswith("s"))
        else:
            continue
        claim = claim_of(reading, passage, "composition", found.group().strip(), STRENGTH)
        draft = ask_rest(claim, question, found.end())
        if draft and not _only_counts(draft.cards[0].answer):
            yield draft


def _only_counts(answer: str) -> bool:
    words = answer.lower().split()
    return words[0] in NUMBERS | {"several", "many"} and len(words) < FEWEST_WORDS_AFTER_A_NUMBER


WRITER = Writer("composition", "en", write)
