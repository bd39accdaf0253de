"""Building a package against bare genanki: seconds and size for 1k, 10k and 100k notes."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import genanki

from benchmarks.measure import Row, seconds_in_turn
from cards.files import write_whole
from cards.model import BasicNote, ClozeNote, Deletion, Note, Origin, Source, Span, note_id
from deckbuilder.package import build_package, decks_of

# Notes in a package, and how often each side writes it.
SIZES = {1_000: 5, 10_000: 5, 100_000: 1}

_SENTENCE = "所以群众路线的本质是代表人民、造福人民，就是执政为民，第{number}句。"


def measure() -> Iterator[Row]:
    for size, times in SIZES.items():
        notes = tuple(_note(number) for number in range(size))
        with tempfile.TemporaryDirectory() as folder:
            ours, bare = Path(folder, "ours.apkg"), Path(folder, "bare.apkg")
            seconds = seconds_in_turn(
                partial(_write_ours, notes, ours), partial(_write_bare, notes, bare), times=times
            )
            megabytes = (ours.stat().st_size / 1e6, bare.stat().st_size / 1e6)
        yield Row(f"{size:,} notes to .apkg", *seconds, "s", "bare genanki")
        yield Row(f"the size of that .apkg, {size:,} notes", *megabytes, "MB", "bare genanki")


def _write_ours(notes: tuple[Note, ...], path: Path) -> None:
    write_whole(path, build_package(decks_of(notes)).content)


def _write_bare(notes: tuple[Note, ...], path: Path) -> None:
    """The same texts with genanki's own Basic and Cloze note types: the least that anybody would write."""
    deck = genanki.Deck(1_700_000_000, "bench")
    for note in notes:
        if isinstance(note, ClozeNote):
            (deletion,) = note.deletions
            start, end = deletion.span.start, deletion.span.end
            text = f"{note.text[:start]}{{{{c1::{note.text[start:end]}}}}}{note.text[end:]}"
            deck.add_note(genanki.Note(genanki.CLOZE_MODEL, [text, note.source.quote], guid=note.id))
        elif isinstance(note, BasicNote):
            deck.add_note(genanki.Note(genanki.BASIC_MODEL, [note.question, note.answer], guid=note.id))
    genanki.Package(deck).write_to_file(path)


def _note(number: int) -> Note:
    text = _SENTENCE.format(number=number)
    source = Source("bench.txt", Span(number * 40, number * 40 + len(text)), text, ("一、群众路线",))
    if number % 2:
        deletion = Deletion(Span(8, 12))
        return ClozeNote(
            id=note_id("cloze", text), text=text, deletions=(deletion,), source=source, origin=Origin("cloze")
        )
    return BasicNote(
        id=note_id("basic", text),
        question=f"第{number}句里群众路线的本质是什么？",
        answer=text,
        source=source,
        origin=Origin("essence"),
    )
