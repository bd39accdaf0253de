"""Bytes of a page -> its text -> its tree."""

from __future__ import annotations

import codecs
import html
import re

from lxml import etree

from cards.documents.decoding import Decoded, decode
from cards.documents.xmltree import MOST_MARKS, Element
from cards.errors import CardsError

# A page says how it is encoded at its very beginning; browsers look at 1,024 bytes, editors write long comments.
_DECLARES_WITHIN = 4096
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
# What browsers take these names for.
_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
# Bytes that are in no encoding stand in pages that were cut or pasted together; one in a hundred is bad luck.
_MOST_BROKEN = 0.01
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*\?>")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_OF_XML = frozenset(("amp", "lt", "gt", "quot", "apos"))
# In XHTML every element may close itself; the parser for HTML would hold them for open ones.
_VOID = "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr"
_SELF_CLOSED = re.compile(rf"<(?!(?:{_VOID})\b)([A-Za-z][\w:-]*)((?:\s[^<>]*?)?)/>", re.IGNORECASE)
_XHTML = "http://www.w3.org/1999/xhtml"
_TOO_DEEP = "Excessive depth"


def page_text(data: bytes, *, name: str, encoding: str | None = None) -> Decoded:
    """Return the page's text and the encoding that it was read in.

    A byte order mark and text that is UTF-8 count more than what the page says of itself, and that counts more than
    a guess. Raises `CardsError` as `decode` does.
    """
    if encoding is None and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        declared = _declared(data)
        if declared is not None and not _is_utf_8(data):
            text = data.decode(declared, "replace")
            if text.count("\ufffd") <= _MOST_BROKEN * len(text):
                return Decoded(text, declared)
    return decode(data, name=name, encoding=encoding)


def tree_of(text: str, *, name: str) -> Element | None:
    """Return the page's root, None where there is nothing in it.

    What is well-formed XML and says so is read as XML, everything else as browsers do. Raises `CardsError` where
    elements stand in each other too deep to be read.
    """
    if text.count("<") > MOST_MARKS:
        raise CardsError(
            "{name}: this page has more than {most} elements; split it into chapters",
            name=name,
            most=MOST_MARKS,
        )
    is_xml = _DECLARATION.match(text) or _XHTML in text[:_DECLARES_WITHIN]
    text = _DECLARATION.sub("", text.replace("\0", ""), count=1)
    if is_xml:
        tree = _xml(text)
        if tree is not None:
            return tree
        text = _SELF_CLOSED.sub(r"<\1\2></\1>", text)
    if not text.strip():
        return None
    parser = etree.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    try:
        root: Element | None = etree.fromstring(text, parser)
    except etree.XMLSyntaxError:
        root = None
    if any(_TOO_DEEP in entry.message for entry in parser.error_log):
        raise CardsError(
            "{name}: its elements stand in each other more than 2,000 deep; save the page as plain text",
            name=name,
        )
    return root


def _xml(text: str) -> Element | None:
    # Without a document type there are no entities to grow; the ones of HTML are put in here.
    plain = _ENTITY.sub(_entity, _DOCTYPE.sub("", text, count=1))
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(plain, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _entity(match: re.Match[str]) -> str:
    if match[1] in _OF_XML:
        return match[0]
    return html.escape(html.unescape(match[0]))


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_DECLARES_WITHIN])
    if match is None:
        return None
    try:
        known = codecs.lookup(match[1].decode("ascii", "replace")).name
        return None if _WIDER.get(known, known) == "utf-8" else _text_encoding(_WIDER.get(known, known))
    except LookupError:
        return None


def _text_encoding(name: str) -> str | None:
    """Return the name where it is one of an encoding of text; "hex" and "zip" are none."""
    try:
        b"".decode(name)
    except (LookupError, UnicodeError):
        return None
    return name


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
