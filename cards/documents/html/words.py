"""The text between tags -> words as a page shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import east_asian_width

from cards.documents.lines import joint
from cards.documents.numbering import numbered

# Stands for <br> until the words are put together.
BREAK = "\x1e"

_SPACES = re.compile(r"[ \t\r\n\f\v\xa0]+")
# Where a line may be broken, and nothing that is read.
_HINTS = re.compile("[\xad\u200b\u2060]")
_FINISHED = re.compile(r"[。！？：；…!?:;.][”’」』）)]{0,2}$")
# They bring their own space.
_FULL_STOPS = "，、。；：！？"
_GOES_ON = "，、,（(《“‘「-—"


def squeezed(text: str) -> str:
    """Return the text with white space as a browser shows it.

    A line break between Chinese characters is none, nor is a space behind a full-width stop.
    """
    return _SPACES.sub(_space, _HINTS.sub("", text)).strip(" ")


def lines_of(text: str) -> Iterator[str]:
    """Yield the paragraphs that the author parted by line breaks.

    Two breaks part always. One parts where a sentence ends before it, a number begins behind it, or Chinese stands
    beside it, but not within a sentence that goes on.
    """
    for part in re.split(rf"{BREAK}\s*(?:{BREAK}\s*)+", text):
        said = ""
        for line in part.split(BREAK):
            line = squeezed(line)
            if said and line and _parts(said, line):
                yield said
                said = line
            elif said and line:
                said += joint(said[-1], line[0]) + line
            else:
                said = said or line
        if said:
            yield said


def on_one_line(text: str) -> str:
    """Return the text with its line breaks as spaces, as for a heading or a cell."""
    return squeezed(text.replace(BREAK, " \xa0"))


def _parts(before: str, after: str) -> bool:
    if after[0] == "\u3000" or numbered(after) is not None or _FINISHED.search(before[-4:]):
        return True
    return (_wide(before[-1]) or _wide(after[0])) and before[-1] not in _GOES_ON


def _space(match: re.Match[str]) -> str:
    start, end = match.span()
    # U+00A0 is a space that somebody typed.
    if not 0 < start < end < len(match.string) or "\xa0" in match[0]:
        return " "
    before, after = match.string[start - 1], match.string[end]
    joined = "\n" in match[0] or before in _FULL_STOPS
    return "" if joined and _wide(before) and _wide(after) else " "


def _wide(character: str) -> bool:
    return east_asian_width(character) in "WF"
