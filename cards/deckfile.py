"""Notes <-> deck file: JSON Lines, a header and then one note a line. docs/cards.md describes it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from cards.deckfields import fields_of, note_of
from cards.errors import CardsError
from cards.jsonfields import LineError, integer, shown
from cards.model import Note

FORMAT = "kapian deck"
VERSION = 1

# A file of another kind is wrong in every line; twenty problems show which kind of mistake it is.
MOST_PROBLEMS = 20


def write_deck(notes: Iterable[Note]) -> bytes:
    """Return the deck file of the notes, in their order; the same notes give the same bytes."""
    header = {"format": FORMAT, "version": VERSION}
    return b"".join(json_line(fields) for fields in (header, *map(fields_of, notes)))


def read_deck(content: bytes, *, name: str) -> tuple[Note, ...]:
    """Return the notes of a deck file, in its order; `name` is what messages call the file.

    Raises CardsError with all problems of the file (the first twenty), one a line, with line numbers.
    """
    lines = _lines(content, name)
    headed = False
    places: dict[str, int] = {}
    notes: list[Note] = []
    problems: list[str] = []
    for number, line in lines:
        try:
            fields = _object(line)
            # A header may stand further down too: one deck file written behind another is a deck file.
            if "format" in fields:
                _check_header(fields)
                headed = True
            elif not headed:
                raise CardsError(f"{name}:{number}: {_why_no_deck(fields)}")
            else:
                note = note_of(fields)
                if note.id in places:
                    raise LineError(f"the note {shown(note.id)} stands on line {places[note.id]} already")
                places[note.id] = number
                notes.append(note)
        except LineError as problem:
            problems.append(f"{name}:{number}: {problem}")
            if not headed:
                break
    if problems:
        raise CardsError(_report(problems, name))
    if not notes:
        raise CardsError(f"{name}: no notes in this deck file")
    return tuple(notes)


def json_line(fields: Mapping[str, object]) -> bytes:
    """Return one line of JSON Lines in UTF-8, newline included.

    Half a surrogate pair, which UTF-8 cannot say, is written as JSON's own escape, like \\ud83d.
    """
    text = json.dumps(fields, ensure_ascii=False, allow_nan=False)
    return text.encode("utf-8", "backslashreplace") + b"\n"


def _lines(content: bytes, name: str) -> list[tuple[int, str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CardsError(f"{name}:{line}: a deck file is UTF-8, and this line is not") from error
    # Not splitlines(): U+2028 and its like may stand in a JSON text.
    return [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]


def _object(line: str) -> dict[str, object]:
    try:
        fields = json.loads(line)
    except json.JSONDecodeError as error:
        raise LineError(f"not JSON: {error.msg} at column {error.colno}") from error
    except (RecursionError, ValueError) as error:
        raise LineError("brackets too deep or a number too long") from error
    if not isinstance(fields, dict):
        raise LineError("a line is one JSON object, in braces")
    return fields


def _check_header(fields: dict[str, object]) -> None:
    if fields["format"] != FORMAT:
        raise LineError(f'the format is "{FORMAT}", not {shown(fields["format"])}')
    version = integer(fields, "version", of="the header")
    if version > VERSION:
        raise LineError(
            f"this deck file is of version {version}, and this kapian reads up to {VERSION}: update kapian"
        )
    if version < 1:
        raise LineError(f"the version of a deck file is 1 or more, not {version}")


def _why_no_deck(fields: dict[str, object]) -> str:
    if "prompt" in fields:
        return "these are card lines; a deck file holds notes (kapian cards --format deck writes one)"
    return f'a deck file begins with {{"format": "{FORMAT}", "version": {VERSION}}}'


def _report(problems: list[str], name: str) -> str:
    first = problems[:MOST_PROBLEMS]
    if len(problems) > MOST_PROBLEMS:
        first.append(f"{name}: and {len(problems) - MOST_PROBLEMS} more")
    return "\n".join(first)
