"""What a placeholder on a slide takes over from the slide's layout and master."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from cards.documents.office.names import A, P, whole
from cards.documents.office.package import Package
from cards.documents.slides.order import Frame
from cards.documents.xmltree import Element

_TITLES = frozenset({"title", "ctrTitle"})
# What a body placeholder is called where its kind matters for nothing but its picture.
_BODIES = frozenset({"body", "obj", "tbl", "chart", "dgm", "media", "clipArt", "pic"})


@dataclass(frozen=True, slots=True)
class Placeholder:
    """The place of a layout that a shape fills: a `kind` such as "title" or "body"; `index` tells equal ones apart."""

    kind: str
    index: str


@dataclass(frozen=True, slots=True)
class Above:
    """A layout with its master: what stands above a slide. `kind` is the layout's: "title", "secHead", "obj", ..."""

    kind: str = ""
    layout: tuple[Element, ...] = ()
    master: tuple[Element, ...] = ()
    styles: Element | None = field(default=None)


class Layouts:
    """The layouts of a presentation, each looked at once."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._known: dict[str, Above] = {}

    def above(self, slide: str) -> Above:
        """Return what stands above the slide that is the part of this name."""
        part = self._package.first(slide, "slideLayout")
        if part is None:
            return Above()
        if part not in self._known:
            layout = self._package.tree_if_sound(part)
            master = self._package.tree_if_sound(self._package.first(part, "slideMaster"))
            self._known[part] = Above(
                "" if layout is None else layout.get("type", ""),
                _shapes(layout),
                _shapes(master),
                None if master is None else master.find(f"{P}txStyles"),
            )
        return self._known[part]


def placeholder(shape: Element, above: Above) -> Placeholder | None:
    """Return the placeholder that a shape of a slide fills, None where it stands for itself."""
    own = _own(shape)
    if own is None:
        return None
    if own.kind:
        return own
    same = (found for one in above.layout if (found := _own(one)) and found.index == own.index)
    inherited = next(same, None) if own.index else None
    return Placeholder((inherited and inherited.kind) or "obj", own.index)


def templates(shape: Element, filled: Placeholder | None, above: Above) -> Iterator[Element]:
    """Yield the shapes that this one takes its place and its lists from, the nearest first, beginning with itself."""
    yield shape
    if filled is None:
        return
    for shapes, by_index in ((above.layout, True), (above.master, False)):
        for one in shapes:
            other = _own(one)
            if other is not None and (
                (by_index and filled.index and other.index == filled.index)
                or (filled.kind and _same(other.kind, filled.kind) and (not by_index or not filled.index))
            ):
                yield one
                break


def frame_of(shapes: Iterator[Element]) -> Frame | None:
    """Return the rectangle of the first of these shapes that has one."""
    for shape in shapes:
        for transform in (*shape.iterchildren(f"{P}xfrm"), *shape.iterfind(f"./*/{A}xfrm")):
            numbers = [
                whole(place.get(name), least=-(10**9), most=10**9)
                for place, names in ((transform.find(f"{A}off"), "x y"), (transform.find(f"{A}ext"), "cx cy"))
                if place is not None
                for name in names.split()
            ]
            if len(numbers) == 4 and all(number is not None for number in numbers):
                x, y, width, height = (number or 0 for number in numbers)
                return Frame(x, y, x + width, y + height)
    return None


def list_styles(shape: Element, filled: Placeholder | None, above: Above) -> list[Element]:
    """Return the styles of lists that hold for a shape, the nearest first."""
    found = [
        styles for one in templates(shape, filled, above) for styles in one.iterfind(f"{P}txBody/{A}lstStyle")
    ]
    if above.styles is not None:
        name = "other" if filled is None else "title" if filled.kind in _TITLES else "body"
        found += above.styles.iterchildren(f"{P}{name}Style")
    return found


def is_title(filled: Placeholder | None) -> bool:
    """Tell whether the placeholder is for the slide's title."""
    return filled is not None and filled.kind in _TITLES


def _own(shape: Element) -> Placeholder | None:
    found = shape.find(f"./*/{P}nvPr/{P}ph")
    return None if found is None else Placeholder(found.get("type", ""), found.get("idx", ""))


def _same(one: str, other: str) -> bool:
    for kinds in (_TITLES, _BODIES | {"", "subTitle"}):
        if one in kinds:
            return other in kinds
    return one == other


def _shapes(tree: Element | None) -> tuple[Element, ...]:
    if tree is None:
        return ()
    return tuple(shape for shape in tree.iter(f"{P}sp", f"{P}pic", f"{P}graphicFrame"))
