"""The pictures that a text names -> those that can be had, as media."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from posixpath import join, normpath
from urllib.parse import unquote, unquote_to_bytes

from cards.documents.model import Beside, Media, Remark, Shown
from cards.documents.pictures import Unshown, media_of
from cards.errors import to_translate
from cards.model import Span

ELSEWHERE = to_translate("pictures that are elsewhere on the web were left out: {count}")
MISSING = to_translate("pictures whose files are not beside the document were left out: {count}")
_DATA = re.compile(r"data:[^,;]*(?P<options>(?:;[^,;]*)*),", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """A picture that a text names by its address; `span` and `caption` are as in `Shown`."""

    span: Span
    address: str
    caption: str = ""


class Pictures:
    """Finds pictures among the files beside the document, and counts what is not to be had."""

    def __init__(self, beside: Beside) -> None:
        self._beside = beside
        self._missing: set[str] = set()
        self._elsewhere: set[str] = set()

    def find(self, address: str) -> bytes | None:
        """Return the picture at an address, None where it cannot be had."""
        if address.startswith("data:"):
            return data_of(address)
        path = path_of(address)
        if path is None:
            self._elsewhere.add(address)
            return None
        content = self._beside(path)
        if content is None:
            self._missing.add(path)
        return content

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """How many pictures could not be had."""
        counted = ((ELSEWHERE, self._elsewhere), (MISSING, self._missing))
        return tuple(Remark(said, (("count", len(addresses)),)) for said, addresses in counted if addresses)


def illustrate(
    named: Iterable[Named], beside: Beside
) -> tuple[tuple[Shown, ...], tuple[Media, ...], tuple[Remark, ...]]:
    """Return the pictures that can be shown, their bytes, and remarks about the others."""
    pictures = Pictures(beside)
    shown: list[Shown] = []
    media: dict[str, Media] = {}
    unshown: Counter[Unshown] = Counter()
    for one in sorted(named, key=lambda one: one.span):
        content = pictures.find(one.address)
        found = media_of(content) if content is not None else None
        if isinstance(found, Media):
            media[found.name] = found
            shown.append(Shown(one.span, found.name, one.caption))
        elif found is not None:
            unshown[found] += 1
    remarks = tuple(Remark(why, (("count", count),)) for why, count in unshown.items())
    return tuple(shown), tuple(media.values()), (*pictures.remarks, *remarks)


def data_of(address: str) -> bytes | None:
    """Return the bytes that a "data:" address holds; None where it is broken."""
    head = _DATA.match(address)
    if head is None:
        return None
    body = address[head.end() :]
    if not head["options"].lower().endswith(";base64"):
        return unquote_to_bytes(body)
    try:
        return b64decode(unquote_to_bytes(body))
    except (Error, ValueError):
        return None


def path_of(address: str, *, folder: str = "") -> str | None:
    """Return the file's path that a relative address means, from the document on; None for other addresses."""
    if address.startswith(("/", "\\")) or ":" in address.split("/", 1)[0]:
        return None
    path = unquote(address.partition("#")[0].partition("?")[0])
    return normpath(join(folder, path)) if path else None
