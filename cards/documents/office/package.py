"""An Office file -> its parts, and how they are related."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from cards.documents.archive import Archive, listed
from cards.documents.xmltree import Element, XmlError, tree_of
from cards.errors import CardsError

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# "Strict Open XML" has other names for the same things.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/officeDocument/",
        b"http://schemas.openxmlformats.org/officeDocument/2006/",
    ),
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/",
    ),
    (
        b"http://purl.oclc.org/ooxml/presentationml/",
        b"http://schemas.openxmlformats.org/presentationml/2006/",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: `kind` is the last word of the relation's type ("image", "slide"), `target` a part's name.

    Targets outside the package (web addresses, linked pictures) are never followed and not among a part's relations.
    """

    kind: str
    target: str


def holds(data: bytes, folder: str) -> bool:
    """Tell whether the bytes are a package with a folder of that name ("word/"), whole or not."""
    names = [name.lower() for name in listed(data)]
    return "[content_types].xml" in names and any(name.startswith(folder) for name in names)


class Package:
    """The parts of an Office file; parts are read when they are asked for."""

    def __init__(self, archive: Archive) -> None:
        self.name = archive.name
        self._archive = archive
        # Names of parts do not differ by case, and some programs write them differently here and there.
        self._parts = {part.lower(): part for part in archive.names}

    @classmethod
    def open(cls, data: bytes, *, name: str) -> Package:
        """Open a package; raise `CardsError` where it is damaged or would grow beyond all bounds."""
        return cls(Archive.open(data, name=name))

    def main(self) -> str:
        """Return the name of the part that holds the document itself; raise `CardsError` where there is none."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and relation.target in self:
                return relation.target
        raise CardsError("{name}: the document inside this file is missing; save it again", name=self.name)

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._parts

    def relations(self, part: str) -> dict[str, Relation]:
        """Return what the part refers to, by the ids that it uses; the package's own relations for the part ""."""
        folder, _, file = part.rpartition("/")
        described = posixpath.join(folder, "_rels", f"{file}.rels")
        if described not in self:
            return {}
        return dict(_relations(self.tree(described), folder))

    def first(self, part: str, kind: str) -> str | None:
        """Return the name of the first part of that kind that this part refers to and that is there."""
        for relation in self.relations(part).values():
            if relation.kind == kind and relation.target in self:
                return relation.target
        return None

    def content(self, part: str) -> bytes | None:
        """Return a part's bytes; None where it is missing."""
        return self._archive.read(self._parts[part.lower()]) if part in self else None

    def xml(self, part: str) -> bytes:
        """Return the bytes of a part of XML, with the names of the common dialect."""
        content = self.content(part) or b""
        for strict, common in _STRICT:
            content = content.replace(strict, common)
        return content

    def tree(self, part: str) -> Element:
        """Return a part's root element; raise `CardsError` where it is missing or damaged."""
        try:
            return tree_of(self.xml(part))
        except XmlError as error:
            raise self.damaged(part) from error

    def tree_if_sound(self, part: str | None) -> Element | None:
        """Return a part's root element, None where it is missing or damaged: for parts that the text can do without."""
        if part is None or part not in self:
            return None
        try:
            return tree_of(self.xml(part))
        except (XmlError, CardsError):
            return None

    def damaged(self, part: str) -> CardsError:
        """Return what is to be said about a part that cannot be read."""
        return CardsError(
            "{name}: {part} inside this file is damaged; open it in the program that wrote it and save it again",
            name=self.name,
            part=part,
        )


def _relations(tree: Element, folder: str) -> Iterator[tuple[str, Relation]]:
    for element in tree.iter(_RELATIONSHIP):
        target = element.get("Target", "")
        if element.get("TargetMode") == "External" or not target:
            continue
        part = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
        yield element.get("Id", ""), Relation(element.get("Type", "").rpartition("/")[2], part)
