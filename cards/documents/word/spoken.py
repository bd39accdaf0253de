"""The pieces of a paragraph -> what it says, and in which language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from cards.documents.lines import joint
from cards.documents.office.letters import without_stray_spaces
from cards.documents.word.pieces import LineBreak, Mathematics, Piece, Words
from cards.documents.word.styles import Style

_STOPS = frozenset("。！？!?.…；;：:")
_CLOSERS = "”’」』）)】》\"'"
_TRADITIONAL = frozenset({"tw", "hk", "mo", "hant"})
_ASIAN = frozenset({"zh", "ja", "ko"})


def lines_said(pieces: Iterable[Piece]) -> list[str]:
    """Return what the pieces say, line by line, formulas in their delimiters; lines without words are left out."""
    lines = []
    for breaks, group in groupby(pieces, key=lambda piece: isinstance(piece, LineBreak)):
        line = "" if breaks else "".join(_said(piece) for piece in group)
        if line.strip():
            lines.append(without_stray_spaces(line))
    return lines


def joined(lines: Sequence[str]) -> str:
    """Return the lines as one, with a space between two where their language has one."""
    whole = ""
    for line in lines:
        words = line.strip()
        whole += (joint(whole[-1], words[0]) if whole and words else "") + words
    return whole


def paragraphs_in(lines: Sequence[str]) -> list[str]:
    """Return the lines as paragraphs: a line that does not end its sentence goes on in the next."""
    made: list[str] = []
    for line in lines:
        if made and made[-1].rstrip().rstrip(_CLOSERS)[-1:] not in _STOPS:
            made[-1] = joined([made[-1], line])
        else:
            made.append(line)
    return made


def only_formulas(pieces: Iterable[Piece]) -> list[str]:
    """Return the formulas of a paragraph that says nothing else, as TeX; none where it has words."""
    formulas: list[str] = []
    for piece in pieces:
        if isinstance(piece, Mathematics):
            formulas.append(piece.tex)
        elif isinstance(piece, Words) and piece.text.strip():
            return []
    return formulas


def is_code(pieces: Iterable[Piece]) -> bool:
    """Tell whether all words are typed in letters of one width, and are not Chinese prose."""
    words = [piece for piece in pieces if isinstance(piece, Words) and piece.text.strip()]
    if not words or not all(piece.monospaced for piece in words):
        return False
    text = "".join(piece.text for piece in words)
    return 2 * sum(character.isascii() for character in text) > len(text)


def language_said(pieces: Iterable[Piece], usual: Style) -> str:
    """Return the tag of the language that most of the letters are marked with; empty where it is the usual one."""
    words = [piece for piece in pieces if isinstance(piece, Words)]
    if all(piece.language == usual.language and piece.asian == usual.asian for piece in words):
        return ""
    tongues: Counter[str] = Counter()
    for piece in words:
        for character in piece.text:
            if character.isalpha():
                asian = character >= "\u2e80"
                tag = piece.asian if asian else piece.language
                tongues["" if tag == (usual.asian if asian else usual.language) else _tag(tag, asian)] += 1
    return tongues.most_common(1)[0][0] if tongues else ""


def _said(piece: Piece) -> str:
    match piece:
        case Words(text):
            return text
        case Mathematics(tex):
            return f"\\({tex}\\)"
        case _:
            return ""


def _tag(written: str, asian: bool) -> str:
    """Return the language of a tag such as "zh-TW": "zh-Hant"; empty where those letters are not written in it."""
    first, *rest = written.lower().split("-")
    if (first in _ASIAN) != asian:
        return ""
    return "zh-Hant" if first == "zh" and _TRADITIONAL.intersection(rest) else first
