"""A picture's bytes from anywhere -> media that browsers and Anki show; only its beginning is looked at."""

from __future__ import annotations

import struct
from collections.abc import Callable
from enum import StrEnum

from cards.documents.model import Media, media_name
from cards.documents.xmltree import XmlError, tree_of
from cards.errors import to_translate

# A poster at 300 dots an inch; a browser takes four bytes for each.
MOST_PIXELS = 60_000_000
MOST_BYTES = 16 * 2**20

_Size = tuple[int, int]


class Unshown(StrEnum):
    """Why a picture is left out, as the learner is told; {count} is how many there were of that kind."""

    STRANGE = to_translate("pictures in formats that browsers do not show were left out: {count}")
    HUGE = to_translate("pictures that are too large to be shown were left out: {count}")
    DAMAGED = to_translate("damaged pictures were left out: {count}")
    ACTIVE = to_translate("pictures that run programs or call other addresses were left out: {count}")


def media_of(content: bytes) -> Media | Unshown:
    """Return the picture as media, or why it cannot be shown. Its name does not matter, its bytes tell."""
    if len(content) > MOST_BYTES:
        return Unshown.HUGE
    for beginning, suffix, kind, size_of in _FORMATS:
        if not content.startswith(beginning) or (suffix == ".webp" and content[8:12] != b"WEBP"):
            continue
        try:
            width, height = size_of(content)
        except (struct.error, IndexError):
            return Unshown.DAMAGED
        if not width or not height:
            return Unshown.DAMAGED
        if width * height > MOST_PIXELS:
            return Unshown.HUGE
        return Media(media_name(content, suffix), kind, content)
    return _drawing(content) if b"<svg" in content[:4096] else Unshown.STRANGE


def _png(content: bytes) -> _Size:
    return _pair(">LL", content, 16)


def _gif(content: bytes) -> _Size:
    return _pair("<HH", content, 6)


def _jpeg(content: bytes) -> _Size:
    at = 2
    while True:
        while content[at] == 0xFF:
            at += 1
        mark = content[at]
        # Frame headers are C0 to CF, but for three tables that have numbers among them.
        if 0xC0 <= mark <= 0xCF and mark not in (0xC4, 0xC8, 0xCC):
            height, width = _pair(">HH", content, at + 4)
            return width, height
        at += 1 + max(2, struct.unpack_from(">H", content, at + 1)[0])


def _webp(content: bytes) -> _Size:
    match content[12:16]:
        case b"VP8X":
            width, height = (
                int.from_bytes(content[24:27], "little"),
                int.from_bytes(content[27:30], "little"),
            )
            return width + 1, height + 1
        case b"VP8L":
            packed: int = struct.unpack_from("<L", content, 21)[0]
            return (packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1
        case _:
            width, height = _pair("<HH", content, 26)
            return width & 0x3FFF, height & 0x3FFF


def _pair(form: str, content: bytes, at: int) -> _Size:
    first, second = struct.unpack_from(form, content, at)
    return first, second


def _drawing(content: bytes) -> Media | Unshown:
    try:
        root = tree_of(content)
    except XmlError:
        return Unshown.DAMAGED
    for element in root.iter():
        # Comments and processing instructions have no name; the latter can call style sheets.
        if not isinstance(element.tag, str):
            continue
        if element.tag.rpartition("}")[2].lower() in ("script", "foreignobject", "iframe"):
            return Unshown.ACTIVE
        for name, value in element.attrib.items():
            if name.lower().startswith("on") or (
                name.rpartition("}")[2] == "href" and not value.strip().startswith(("#", "data:image/"))
            ):
                return Unshown.ACTIVE
    return Media(media_name(content, ".svg"), "image/svg+xml", content)


_FORMATS: tuple[tuple[bytes, str, str, Callable[[bytes], _Size]], ...] = (
    (b"\x89PNG\r\n\x1a\n", ".png", "image/png", _png),
    (b"\xff\xd8\xff", ".jpg", "image/jpeg", _jpeg),
    (b"GIF8", ".gif", "image/gif", _gif),
    (b"RIFF", ".webp", "image/webp", _webp),
)
