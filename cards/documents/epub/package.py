"""An e-book's archive -> what it says of itself: its title, its pages in their order, its table of contents."""

from __future__ import annotations

from dataclasses import dataclass
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from cards.documents.archive import Archive
from cards.documents.xmltree import Element, XmlError, tree_of
from cards.errors import CardsError

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
# Fonts are scrambled so, which nobody needs for reading.
_SCRAMBLED = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_PAGES = ("application/xhtml+xml", "text/html", "text/x-oeb1-document")


@dataclass(frozen=True, slots=True)
class Package:
    """Names of members: `pages` in reading order without the table of contents; `contents` is that, "" for none.

    `styles` are its style sheets; `missing` counts pages that the book names and does not hold.
    """

    title: str
    pages: tuple[str, ...]
    contents: str
    styles: tuple[str, ...]
    missing: int


def package_of(archive: Archive) -> Package:
    """Return what the book says of itself.

    Raises `CardsError` where the archive is no book, or one that is locked.
    """
    _check_open(archive)
    path = _package_path(archive)
    root = _tree(archive, path)
    folder = dirname(path)
    items = {one.get("id"): one for one in root.iter("{*}item") if one.get("id") and one.get("href")}
    spine = next(root.iter("{*}spine"), None)
    if spine is None:
        raise _no_book(archive.name)
    navigation = next((one for one in items.values() if "nav" in (one.get("properties") or "").split()), None)
    listed = items.get(spine.get("toc")) if navigation is None else navigation
    contents = _member(folder, listed.get("href")) if listed is not None else ""
    guide = [one.get("href") for one in root.iter("{*}reference") if (one.get("type") or "").lower() == "toc"]
    lists = {contents, *(_member(folder, href) for href in guide if href and "#" not in href)}
    named = [items[one.get("idref")] for one in spine.iter("{*}itemref") if one.get("idref") in items]
    paths = [_member(folder, one.get("href")) for one in named if one.get("media-type") in _PAGES]
    pages = tuple(dict.fromkeys(page for page in paths if page not in lists))
    there = tuple(page for page in pages if page in archive)
    if not there:
        raise _no_book(archive.name)
    title = next((" ".join("".join(one.itertext()).split()) for one in root.iter("{*}title")), "")
    sheets = [
        _member(folder, one.get("href")) for one in items.values() if one.get("media-type") == "text/css"
    ]
    styles = tuple(sheet for sheet in sheets if sheet in archive)
    return Package(title, there, contents if contents in archive else "", styles, len(pages) - len(there))


def _check_open(archive: Archive) -> None:
    if _ENCRYPTION not in archive:
        return
    for method in _tree(archive, _ENCRYPTION).iter("{*}EncryptionMethod"):
        # A key is locked by a method too; only what encrypts the book's own files counts.
        data = method.getparent()
        if (
            data is not None
            and data.tag.endswith("}EncryptedData")
            and method.get("Algorithm") not in _SCRAMBLED
        ):
            raise CardsError(
                "{name}: this book is locked by its seller (DRM); kapian reads books without a lock only",
                name=archive.name,
            )


def _package_path(archive: Archive) -> str:
    if _CONTAINER in archive:
        for rootfile in _tree(archive, _CONTAINER).iter("{*}rootfile"):
            path = normpath(rootfile.get("full-path") or "")
            if path in archive:
                return path
    path = next((name for name in archive.names if name.lower().endswith(".opf")), "")
    if not path:
        raise _no_book(archive.name)
    return path


def _tree(archive: Archive, member: str) -> Element:
    try:
        return tree_of(archive.read(member))
    except XmlError as error:
        raise _no_book(archive.name) from error


def _member(folder: str, href: str) -> str:
    return normpath(join(folder, unquote(href.partition("#")[0])))


def _no_book(name: str) -> CardsError:
    return CardsError("{name}: this is no EPUB book, or a damaged one; get the file again", name=name)
