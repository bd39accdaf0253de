"""What was fetched from the web -> a document that is called by its title and says where it comes from."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from cards.documents.model import Document, Kind, Remark
from cards.documents.prose import prose_of
from cards.errors import CardsError, to_translate

READ_FROM = to_translate("read from {address}")

# What sites call the formats that have readers.
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "text/vtt": ".vtt",
    "application/x-subrip": ".srt",
    "application/pdf": ".pdf",
    "application/epub+zip": ".epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
}
# These say nothing of the format, or less than the name.
_VAGUE = ("", "text/plain", "application/octet-stream", "binary/octet-stream", "application/download")
_PAGE = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was sent: `address` is that of the last redirect, `type` as in "text/html", `charset` may be ""."""

    address: str
    content: bytes
    type: str
    charset: str


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that a site sent: `name` has the ending of its format, `encoding` is None where it is to be found out."""

    name: str
    encoding: str | None


def sent(fetched: Fetched, *, suffixes: Sequence[str]) -> Sent:
    """Return what the file is called; raise `CardsError` where it is of a kind that has no reader."""
    address, type_ = fetched.address, fetched.type
    path = PurePosixPath(unquote(urlsplit(address).path))
    stem, suffix = path.name, path.suffix.lower()
    if type_ in _SUFFIXES:
        suffix = _SUFFIXES[type_]
    elif type_ not in _VAGUE and not type_.startswith("text/"):
        raise CardsError(
            "{address}: this is no page or document, the site says ({type}); give the address of one",
            address=address,
            type=type_,
        )
    elif _PAGE.match(fetched.content[:2000]) and type_ != "text/plain":
        suffix = ".html"
    elif suffix not in suffixes:
        suffix = ".txt"
    if path.suffix.lower() in suffixes:
        stem = path.stem
    name = (stem or urlsplit(address).hostname or "page")[:_LONGEST_NAME]
    return Sent(name + suffix, _encoding(fetched.content, fetched.charset))


def from_web(document: Document, address: str) -> Document:
    """Return the document with its title for a name, and a remark about where it was read."""
    title = next(
        (prose_of(document, block).text for block in document.blocks if block.kind is Kind.HEADING),
        document.name,
    )
    remark = Remark(READ_FROM, (("address", address),))
    return replace(document, name=title[:_LONGEST_NAME].strip(), remarks=(remark, *document.remarks))


def _encoding(content: bytes, charset: str) -> str | None:
    """Return the encoding that the site names, None where it may err: pages know better, and so does their text."""
    if not charset:
        return None
    try:
        known = codecs.lookup(charset).name
        content.decode(known)
    except (LookupError, UnicodeError):
        return None
    # Servers name these without having looked, and any bytes are text in them.
    return None if known in ("ascii", "iso8859-1", "cp1252") else known
