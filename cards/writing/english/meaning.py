"""Short definitions, asked from the term to the meaning: "Angiogenesis is the growth of new blood vessels." asks "What
is angiogenesis?"."""

from __future__ import annotations

from collections.abc import Iterator

from cards.reading import Reading
from cards.writing.draft import Draft, Writer
from cards.writing.english.clause import noun_phrase_at
from cards.writing.english.definition import PRAISES
from cards.writing.english.gap import claim_of
from cards.writing.english.telling import ask_rest, clause_of
from cards.writing.english.terms import is_term, rated

STRENGTH = 0.45
FEWEST_WORDS = 4
# "X is an example of", "the most": these tell something of X, not what it is.
_NO_MEANING = frozenset(
    "example result part matter case number most least only same best main one way".split()
)


def write(reading: Reading) -> Iterator[Draft]:
    for passage in reading.passages:
        if not any(be in passage.text for be in (" is a", " is the ", " are the ", " was a", " was the ")):
            continue
        clause = clause_of(reading, passage)
        if clause is None:
            continue
        words, verb = clause.words, clause.words[clause.verb]
        term = noun_phrase_at(words, clause.subject.start)
        article = words[clause.verb + 1 : clause.verb + 2]
        told = words[clause.verb + 2 : clause.verb + 4]
        if (
            verb.text not in ("is", "are", "was")
            or not article
            or article[0].text not in ("a", "an", "the")
            or term is None
            or term.end != clause.subject.end
            or not is_term(words, term)
            or any(word.text in _NO_MEANING for word in told)
            or PRAISES.match(passage.text)
        ):
            continue
        strength = rated(STRENGTH, words, term)
        claim = claim_of(reading, passage, "meaning", f"X {verb.text} Y", strength)
        draft = ask_rest(claim, f"What {verb.text} {clause.begins}?", verb.span.end)
        if draft and len(draft.cards[0].answer.split()) >= FEWEST_WORDS:
            yield draft


WRITER = Writer("meaning", "en", write)
