"""A slide -> its blocks: the title, then what else stands on it in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cards.documents.building import DocumentBuilder
from cards.documents.model import Kind
from cards.documents.office.drawing import chart_rows, diagram_lines, pictures_in
from cards.documents.office.names import MC, A, P, chosen
from cards.documents.office.package import Package
from cards.documents.slides.inheritance import (
    Above,
    Placeholder,
    frame_of,
    is_title,
    list_styles,
    placeholder,
    templates,
)
from cards.documents.slides.order import in_reading_order
from cards.documents.slides.tables import rows_of
from cards.documents.slides.texts import Said, paragraphs_of
from cards.documents.xmltree import Element

# What is on every slide and says nothing about its subject.
_PASSED_OVER = frozenset({"dt", "ftr", "hdr", "sldNum", "sldImg"})
_LONGEST_TITLE = 60
_LONGEST_CAPTION = 80


@dataclass(frozen=True, slots=True)
class _Shape:
    element: Element
    filled: Placeholder | None
    said: tuple[Said, ...]


class Slide:
    """A slide: its part, its root element, and the layout above it."""

    def __init__(self, package: Package, part: str, tree: Element, above: Above) -> None:
        self._package = package
        self._relations = package.relations(part)
        self._above = above
        found = tree.find(f"{P}cSld/{P}spTree")
        shapes = [] if found is None else list(self._shapes(found))
        self.left_behind = 0
        self.title, self._below = _title(shapes)
        # A title that stands in the middle, or has a subtitle, is that of all slides.
        self.opens = above.kind == "title" or any(
            shape.filled is not None and shape.filled.kind in ("ctrTitle", "subTitle") for shape in shapes
        )

    def add_to(self, builder: DocumentBuilder, *, level: int) -> None:
        """Add the slide's blocks; its title becomes a heading of this level."""
        if self.title:
            builder.add(Kind.HEADING, self.title, level)
        waiting: list[bytes] = []
        for shape in self._below:
            if waiting:
                waiting = _shown_with(shape, waiting, builder)
            else:
                add_said(builder, shape.said)
            waiting += self._add_drawn(builder, shape.element)
        for picture in waiting:
            builder.show(picture)

    def _shapes(self, tree: Element) -> Iterator[_Shape]:
        """Yield the shapes in a tree or group in reading order, those of groups inside with them."""
        elements = [one for child in tree for one in _elements(child)]
        filled = [placeholder(one, self._above) for one in elements]
        frames = [
            frame_of(templates(one, place, self._above)) for one, place in zip(elements, filled, strict=True)
        ]
        for at in in_reading_order(frames):
            element, place = elements[at], filled[at]
            if element.tag == f"{P}grpSp":
                yield from self._shapes(element)
            elif place is None or place.kind not in _PASSED_OVER:
                body = element.find(f"{P}txBody")
                styles = list_styles(element, place, self._above)
                yield _Shape(element, place, () if body is None else tuple(paragraphs_of(body, styles)))

    def _add_drawn(self, builder: DocumentBuilder, element: Element) -> list[bytes]:
        """Add what a shape shows beside its text; return the pictures about which nothing is said."""
        for table in element.iterfind(f"{A}graphic/{A}graphicData/{A}tbl"):
            for cells, heading in rows_of(table):
                builder.row(cells, heading=heading)
        for row in chart_rows(element, self._tree):
            builder.row(list(row))
        for line in diagram_lines(element, self._tree):
            builder.add(Kind.ITEM, line, 1)
        unsaid: list[bytes] = []
        # A picture that fills a shape is its decoration.
        for relation, said in () if element.tag == f"{P}sp" else pictures_in(element):
            found = self._relations.get(relation)
            content = None if found is None else self._package.content(found.target)
            if content is None:
                self.left_behind += 1
            elif said:
                builder.show(content, said)
            else:
                unsaid.append(content)
        return unsaid

    def _tree(self, relation: str) -> Element | None:
        found = self._relations.get(relation)
        return None if found is None else self._package.tree_if_sound(found.target)


def add_said(builder: DocumentBuilder, paragraphs: Sequence[Said]) -> None:
    """Add paragraphs; lines of code that follow each other are one block."""
    code: list[str] = []
    for said in (*paragraphs, Said("")):
        if said.code and not said.level:
            code.append(said.words)
            continue
        builder.add(Kind.CODE, "\n".join(code))
        code = []
        if said.formula:
            builder.add(Kind.FORMULA, said.formula)
        else:
            builder.add(Kind.ITEM if said.level else Kind.PARAGRAPH, said.words, said.level)


def _shown_with(shape: _Shape, pictures: list[bytes], builder: DocumentBuilder) -> list[bytes]:
    """Add pictures before a shape, with its words as their caption if it is a short text of its own.

    Return the pictures that still wait: pictures side by side have one caption.
    """
    only = shape.said[0] if len(shape.said) == 1 else None
    if shape.element.tag == f"{P}pic":
        return pictures
    if (
        shape.filled is None
        and only
        and len(only.words) <= _LONGEST_CAPTION
        and not (only.level or only.formula)
    ):
        at = builder.add(Kind.PARAGRAPH, only.words)
        for picture in pictures:
            builder.show(picture, only.words, at=at)
        return []
    for picture in pictures:
        builder.show(picture)
    add_said(builder, shape.said)
    return []


def _elements(child: Element) -> Iterator[Element]:
    if child.tag == f"{MC}AlternateContent":
        for one in chosen(child):
            yield from _elements(one)
    elif child.tag in (f"{P}sp", f"{P}pic", f"{P}graphicFrame", f"{P}grpSp"):
        described = child.find(f"./*/{P}cNvPr")
        if described is None or described.get("hidden") not in ("1", "true"):
            yield child


def _title(shapes: list[_Shape]) -> tuple[str, list[_Shape]]:
    """Return the slide's title and the other shapes.

    Where no placeholder holds a title, the first text is one if it is short and set larger than all others.
    """
    titles = [shape for shape in shapes if is_title(shape.filled) and shape.said]
    if titles:
        words = " ".join(said.words for shape in titles for said in shape.said)
        rest = [replace(shape, said=()) if shape in titles else shape for shape in shapes]
        return words, rest
    spoken = [shape for shape in shapes if shape.said]
    if len(spoken) > 1 and len(spoken[0].said) == 1:
        first = spoken[0].said[0]
        others = max(said.size for shape in spoken[1:] for said in shape.said)
        if len(first.words) <= _LONGEST_TITLE and others and first.size > others and not first.formula:
            return first.words, [replace(one, said=()) if one is spoken[0] else one for one in shapes]
    return "", shapes
