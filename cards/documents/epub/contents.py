"""A book's table of contents -> its entries with their levels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from cards.documents.archive import Archive
from cards.documents.html.elements import tag_of, types_of
from cards.documents.html.parsing import page_text
from cards.documents.html.parsing import tree_of as page_tree_of
from cards.documents.xmltree import Element, XmlError, tree_of

_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that the table of contents names: it begins in `page` at the element `fragment`, "" for its start."""

    title: str
    level: int
    page: str
    fragment: str


def entries_of(archive: Archive, member: str) -> tuple[Entry, ...]:
    """Return the entries in their order, of a navigation page or of an older book's NCX; none where it is damaged."""
    if not member:
        return ()
    data = archive.read(member)
    folder = dirname(member)
    try:
        root = tree_of(data)
    except XmlError:
        root = page_tree_of(page_text(data, name=archive.name).text, name=archive.name)
    if root is None:
        return ()
    found = _of_ncx(root) if tag_of(root) == "ncx" else _of_page(root)
    entries = (_entry(title, level, address, folder) for title, level, address in found)
    return tuple(entry for entry in entries if entry.title and entry.page)


def _of_ncx(root: Element) -> Iterator[tuple[str, int, str]]:
    for point in root.iter("{*}navPoint"):
        level = 1 + sum(tag_of(above) == "navpoint" for above in point.iterancestors())
        label = next((child for child in point if tag_of(child) == "navlabel"), None)
        content = next((child for child in point if tag_of(child) == "content"), None)
        if label is not None and content is not None:
            yield _words(label), level, content.get("src") or ""


def _of_page(root: Element) -> Iterator[tuple[str, int, str]]:
    lists = [one for one in root.iter() if tag_of(one) == "nav" and "toc" in types_of(one)]
    for link in lists[0].iter() if lists else ():
        if tag_of(link) in ("a", "span") and tag_of(link.getparent()) == "li":
            level = sum(tag_of(above) == "ol" for above in link.iterancestors())
            yield _words(link), max(1, level), link.get("href") or ""


def _entry(title: str, level: int, address: str, folder: str) -> Entry:
    path, _, fragment = address.partition("#")
    page = normpath(join(folder, unquote(path))) if path else ""
    return Entry(title, min(level, _DEEPEST), page, unquote(fragment))


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
