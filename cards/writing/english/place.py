"""Where a thing is: "The pancreas is located behind the stomach." asks "Where is the pancreas located?"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cards.reading import Reading
from cards.writing.draft import Draft, Writer
from cards.writing.english.gap import claim_of
from cards.writing.english.telling import ask_rest, clause_of

_KEYS = re.compile(r"\b(?:located|situated|found|housed|based|headquartered|buried|kept|stored|lies?)\b")
_STATE = re.compile(
    r"(located|situated|found|housed|based|headquartered|buried|kept|stored) "
    r"(?=(?:only |just |deep |directly |mainly )?(?:in|on|at|between|behind|beneath|near|above|below|along|within|under"
    r"|inside|outside|anterior|posterior|lateral|medial|superior|inferior|adjacent|north|south|east|west|around|next)\b)"
)
_LIES = re.compile(r"(?:in|on|at|between|behind|beneath|near|above|below|along|within|under|deep|just)\b")
# "found in" tells of things that are found elsewhere too.
STRENGTH, STRENGTH_OF_FINDS = 0.45, 0.4


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        clause = clause_of(reading, passage) if _KEYS.search(passage.text) else None
        if clause is None:
            continue
        verb = clause.words[clause.verb]
        after = verb.span.end + 1
        if verb.text in ("is", "are", "was", "were") and (found := _STATE.match(passage.text, after)):
            question = f"Where {verb.text} {clause.begins} {found.group(1)}?"
            strength, start = STRENGTH_OF_FINDS if found.group(1) == "found" else STRENGTH, found.end()
        elif verb.text in ("lies", "lie") and _LIES.match(passage.text, after):
            question = f"Where {'does' if verb.text == 'lies' else 'do'} {clause.begins} lie?"
            strength, start = STRENGTH, after
        else:
            continue
        draft = ask_rest(claim_of(reading, passage, "place", "X is located Y", strength), question, start)
        if draft:
            yield draft


WRITER = Writer("place", "en", write)
