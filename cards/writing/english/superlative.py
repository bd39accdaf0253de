"""What is most so of its kind: "The most common cause of cirrhosis is chronic alcohol abuse." asks "What is the most
common cause of cirrhosis?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.reading import Reading
from cards.writing.draft import Draft, Writer
from cards.writing.english.clause import noun_phrase_at
from cards.writing.english.gap import claim_of
from cards.writing.english.inversion import Clause
from cards.writing.english.telling import ask_rest, clause_of

_SUPERLATIVE = re.compile(
    r"the (?:second |third |world[’']s )?(?:most|least|[a-z]{2,}est|first|main|primary|principal|chief|leading|key"
    r"|central|major|only|best|worst|basic|fundamental|dominant)\b(?!-)"
)
# "The primary visual cortex" names a part, and "the first step" of what is not said.
_KIND = re.compile(
    r"\b(?:of|in|for|between|on)\b|\b(?:source|cause|site|function|method|form|type|component|reason|unit|protein)\b"
)
STRENGTH = 0.5


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        if " is " not in passage.text and " are " not in passage.text and " was " not in passage.text:
            continue
        clause = clause_of(reading, passage, vague=frozenset())
        if clause is None or not _is_superlative(clause):
            continue
        verb = clause.words[clause.verb]
        claim = claim_of(reading, passage, "superlative", "the most X is Y", STRENGTH)
        draft = ask_rest(claim, f"What {verb.text} {clause.begins}?", verb.span.end)
        if draft:
            yield draft


def _is_superlative(clause: Clause) -> bool:
    begins = clause.begins
    # After "is" an adjective alone tells what the subject is like, not what it is.
    following = clause.words[clause.verb + 1 : clause.verb + 2]
    told = following and (following[0].tag in ("ing", "to") or noun_phrase_at(clause.words, clause.verb + 1))
    return (
        clause.words[clause.verb].text in ("is", "are", "was", "were")
        and bool(told)
        and bool(_SUPERLATIVE.match(begins))
        and bool(_KIND.search(begins))
    )


WRITER = Writer("superlative", "en", write)
