"""Image elements -> addresses of pictures that say something."""

from __future__ import annotations

import re

from cards.documents.html.elements import classes_of
from cards.documents.html.pieces import Image
from cards.documents.xmltree import Element

_XLINK = "{http://www.w3.org/1999/xlink}href"
# Pages that load pictures late put the address here.
_LATE = ("data-src", "data-original", "data-lazy-src", "data-actualsrc")
_EMOJI = frozenset(("emoji", "smiley", "wp-smiley", "emoticon"))
# Icons, and dots that count visitors.
_SMALLEST = 32
# Programs put the file's name where its description should be.
_FILE = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|webp|bmp)", re.IGNORECASE)
_PIXELS = re.compile(r"\s*(\d+)(?:\.\d+)?\s*(?:px)?\s*")
_LONGEST_ADDRESS_OF_A_DOT = 300


def image_of(element: Element) -> Image | None:
    """Return the picture that an `img` or a drawing's `image` shows; None for icons and emoji."""
    if not _EMOJI.isdisjoint(classes_of(element)) or _is_small(element):
        return None
    address = (
        element.get("src") or element.get(_XLINK) or element.get("href") or element.get("xlink:href") or ""
    )
    late = next((told for name in _LATE if (told := element.get(name))), "")
    if late and (not address or (address.startswith("data:") and len(address) < _LONGEST_ADDRESS_OF_A_DOT)):
        address = late
    alternative = " ".join((element.get("alt") or "").split())
    if _FILE.fullmatch(alternative):
        alternative = ""
    return Image(address.strip(), alternative) if address.strip() else None


def emoji_of(element: Element) -> str:
    """Return the character that a picture stands for, "" for other pictures."""
    return element.get("alt") or "" if not _EMOJI.isdisjoint(classes_of(element)) else ""


def _is_small(element: Element) -> bool:
    sides = [_PIXELS.fullmatch(element.get(side) or "") for side in ("width", "height")]
    return any(side is not None and int(side[1][:9]) <= _SMALLEST for side in sides)
