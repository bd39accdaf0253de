"""The names of elements in Office Open XML, and small questions to elements."""

from __future__ import annotations

from collections.abc import Iterator

from cards.documents.xmltree import Element

_OPEN = "http://schemas.openxmlformats.org"
W = f"{{{_OPEN}/wordprocessingml/2006/main}}"
P = f"{{{_OPEN}/presentationml/2006/main}}"
A = f"{{{_OPEN}/drawingml/2006/main}}"
R = f"{{{_OPEN}/officeDocument/2006/relationships}}"
M = f"{{{_OPEN}/officeDocument/2006/math}}"
MC = f"{{{_OPEN}/markup-compatibility/2006}}"
PIC = f"{{{_OPEN}/drawingml/2006/picture}}"
CHART = f"{{{_OPEN}/drawingml/2006/chart}}"
DIAGRAM = f"{{{_OPEN}/drawingml/2006/diagram}}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
ASVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 – the prefix that the format's own documents use

# Extensions that are understood here; of an AlternateContent that requires others, the fallback is read.
_UNDERSTOOD = frozenset("wps wpg wpc wp14 w14 w15 a14 p14 v".split())
_VALUES = (f"{W}val", f"{M}val", "val")
_OFF = frozenset({"0", "false", "off", "none"})


def local(element: Element) -> str:
    """Return the element's name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: Element | None, path: str) -> str | None:
    """Return the `val` of the element at the path, None where there is no such element or value."""
    found = None if element is None else element.find(path)
    return None if found is None else _own(found)


def _own(element: Element) -> str | None:
    for name in _VALUES:
        own: str | None = element.get(name)
        if own is not None:
            return own
    return None


def switched(element: Element | None, path: str) -> bool | None:
    """Return whether the property at the path is on or off; None where nothing is said about it."""
    found = None if element is None else element.find(path)
    return None if found is None else _own(found) not in _OFF


def whole(written: str | None, *, least: int = 0, most: int = 1_000_000) -> int | None:
    """Return a whole number within bounds that stands in an attribute; None for anything else."""
    if written is None or not written.isascii() or not written.lstrip("-").isdecimal() or len(written) > 9:
        return None
    number = int(written)
    return number if least <= number <= most else None


def chosen(alternate: Element) -> Iterator[Element]:
    """Yield the children of the one branch of an AlternateContent that is to be read."""
    for choice in alternate.iterchildren(f"{MC}Choice"):
        if _UNDERSTOOD.issuperset(choice.get("Requires", "?").split()):
            yield from choice
            return
    for fallback in alternate.iterchildren(f"{MC}Fallback"):
        yield from fallback


def within(element: Element) -> Iterator[Element]:
    """Yield what stands inside a drawing in order, without the texts in its boxes, which are read as paragraphs."""
    waiting = list(element)[::-1]
    while waiting:
        one = waiting.pop()
        yield one
        if one.tag == f"{MC}AlternateContent":
            waiting += list(chosen(one))[::-1]
        elif one.tag != f"{W}txbxContent":
            waiting += list(one)[::-1]
