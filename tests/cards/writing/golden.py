"""Golden files: what a writer makes of a text, readable without Python.

A file holds cases, parted by blank lines. A case is a text, one or more lines, and below it the drafts that the
writer proposes for it, each `=> ` line a card; `=> nothing` stands where it must propose none:

    # Why this case is here (comments may stand before any line).
    脱离群众是我们党执政后最大的危险。
    => 我们党执政后最大的危险是什么？ | 脱离群众

    这是最大的危险。
    => nothing

The text is read as Markdown, so `# 群众路线` would be a comment: a heading is written `## 群众路线`. Several
lines are several paragraphs. A card is its prompt and its answer parted by ` | `; a line break in either is
written ` / `. Cards stand in the writer's order and all of them are listed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cards.documents import read_text
from cards.model import cards_of
from cards.reading import understand
from cards.writing.draft import Writer

FOLDER = Path(__file__).parents[2] / "golden" / "writing"
CHOOSING = FOLDER.parent / "choosing"
ARROW = "=> "
NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Case:
    """A text, and the cards ("prompt | answer") that a writer makes of it."""

    name: str
    text: str
    cards: tuple[str, ...]


def cases_of(name: str, *, folder: Path | None = None) -> list[Case]:
    """Return the cases of a golden file such as "chinese/essence".

    Raises `ValueError` with file and line where the file is malformed or has no case.
    """
    path = (folder or FOLDER) / f"{name}.txt"
    found = list(_cases(name, path.read_text("utf-8")))
    if not found:
        raise ValueError(f"{path}: no cases")
    return found


def cards_written(text: str, writer: Writer) -> tuple[str, ...]:
    """Return what a writer makes of a text, as a golden file writes it."""
    reading = understand(read_text(text, name="golden.md"))
    assert reading.language.code == writer.language or writer.language == "*", (
        f"the text was taken for {reading.document.language}, the writer reads {writer.language}"
    )
    return tuple(
        f"{card.prompt} | {card.answer}".replace("\n", " / ")
        for draft in writer.write(reading)
        for card in cards_of(draft.note)
    )


def _cases(name: str, written: str) -> Iterator[Case]:
    for number, paragraph in _paragraphs(written):
        text = [line for line in paragraph if not line.startswith(ARROW)]
        cards = [line.removeprefix(ARROW) for line in paragraph[len(text) :]]
        where = f"{name}.txt:{number}"
        if not text:
            raise ValueError(f"{where}: a case begins with its text")
        if not cards or any(line.startswith(ARROW) for line in paragraph[: len(text)]):
            raise ValueError(f"{where}: a case ends with its {ARROW.strip()} lines, or with {ARROW}{NOTHING}")
        if cards == [NOTHING]:
            cards = []
        if NOTHING in cards or any(" | " not in card for card in cards):
            raise ValueError(f"{where}: a card is written prompt | answer")
        yield Case(f"{name}:{number}", "\n\n".join(text), tuple(cards))


def _paragraphs(written: str) -> Iterator[tuple[int, list[str]]]:
    """Yield runs of lines without comments, with the number of each run's first line."""
    start, lines = 0, list[str]()
    for number, line in enumerate([*written.splitlines(), ""], start=1):
        if line.startswith("# "):
            continue
        if line.strip():
            start = start if lines else number
            lines.append(line.rstrip())
        elif lines:
            yield start, lines
            lines = []
