"""Notes -> card lines: one card a line, for programs (JSON Lines) and for readers. See docs/cards.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cards.deckfile import json_line
from cards.model import Card, Note, Span, cards_of


def write_card_lines(notes: Iterable[Note]) -> bytes:
    """Return a JSON object a card, in UTF-8, in the order of `best_first`; the same notes give the same bytes."""
    return b"".join(json_line(_fields_of(note, card)) for note, card in _cards(notes))


def write_card_text(notes: Iterable[Note], *, reasons: bool = False) -> bytes:
    """Return the cards in UTF-8 for a reader, in the order of `best_first`; with `reasons`, why each was made."""
    lines: list[str] = []
    document = ""
    for number, (note, card) in enumerate(_cards(notes), start=1):
        if note.source.document != document:
            document = note.source.document
            lines += [document, ""]
        lines += [f"{number}. {_indented(card.prompt)}", f"   = {_indented(card.answer)}"]
        lines.append(f"   {' › '.join((*note.source.section, note.origin.writer))}, {note.origin.score:.2f}")
        if reasons:
            lines += [f"   - {reason}" for reason in note.origin.reasons]
        lines.append("")
    return "\n".join(lines).encode("utf-8", "backslashreplace")


def best_first(notes: Iterable[Note]) -> list[Note]:
    """Return the notes document by document as they came, in each by descending score, then by place."""
    notes = list(notes)
    documents = {
        document: rank for rank, document in enumerate(dict.fromkeys(n.source.document for n in notes))
    }

    def rank(note: Note) -> tuple[int, float, Span, str]:
        return documents[note.source.document], -note.origin.score, note.source.span, note.id

    return sorted(notes, key=rank)


def _cards(notes: Iterable[Note]) -> Iterator[tuple[Note, Card]]:
    for note in best_first(notes):
        for card in cards_of(note):
            yield note, card


def _indented(text: str) -> str:
    return text.replace("\n", "\n     ")


def _fields_of(note: Note, card: Card) -> dict[str, object]:
    source = note.source
    return {
        "id": card.id,
        "note": note.id,
        "kind": note.origin.writer,
        "prompt": card.prompt,
        "answer": card.answer,
        "score": float(note.origin.score),
        "section": list(source.section),
        "tags": list(note.tags),
        "language": note.language,
        "source": {
            "document": source.document,
            "start": source.span.start,
            "end": source.span.end,
            "text": source.quote,
        },
        "reasons": list(note.origin.reasons),
    }
