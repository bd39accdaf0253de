"""Building a package against bare genanki, in the same run: seconds, ratio and size for 1k, 10k and 100k notes."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import genanki

from cards.files import write_whole
from cards.model import BasicNote, ClozeNote, Deletion, Note, Origin, Source, Span, note_id
from deckbuilder.package import build_package, decks_of

SIZES = (1_000, 10_000, 100_000)
RUNS = 5

_SENTENCE = "所以群众路线的本质是代表人民、造福人民，就是执政为民，第{number}句。"


def main(sizes: tuple[int, ...] = SIZES) -> list[dict[str, float]]:
    """Print and return one row a size: seconds of each side (the best of five runs), their ratio, bytes written."""
    rows = [_row(size) for size in sizes]
    print(
        f"{'notes':>8} {'genanki s':>10} {'kapian s':>10} {'ratio':>6} {'genanki MB':>11} {'kapian MB':>10}"
    )
    for row in rows:
        print(
            f"{row['notes']:>8.0f} {row['genanki_s']:>10.3f} {row['kapian_s']:>10.3f} {row['ratio']:>6.2f} "
            f"{row['genanki_bytes'] / 1e6:>11.2f} {row['kapian_bytes'] / 1e6:>10.2f}"
        )
    return rows


def _row(size: int) -> dict[str, float]:
    notes = tuple(_note(number) for number in range(size))
    runs = 1 if size > 50_000 else RUNS
    with tempfile.TemporaryDirectory() as folder:
        bare, ours = Path(folder, "bare.apkg"), Path(folder, "ours.apkg")
        # In turns, so that a busy moment of the machine strikes both sides.
        pairs = [
            (_seconds(_write_bare, notes, bare), _seconds(_write_ours, notes, ours)) for _ in range(runs)
        ]
        bare_s, ours_s = (min(seconds) for seconds in zip(*pairs, strict=True))
        return {
            "notes": size,
            "genanki_s": bare_s,
            "kapian_s": ours_s,
            "ratio": ours_s / bare_s,
            "genanki_bytes": bare.stat().st_size,
            "kapian_bytes": ours.stat().st_size,
        }


def _seconds(write: Callable[[tuple[Note, ...], Path], None], notes: tuple[Note, ...], path: Path) -> float:
    began = time.perf_counter()
    write(notes, path)
    return time.perf_counter() - began


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


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
