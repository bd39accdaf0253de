"""A page of pdfium -> what is drawn on it beside the text: rules, dots before items, pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

# A map or a diagram has more; its lines are no tables.
MOST_OBJECTS = 20_000
_MOST_LEVELS = 8
_THIN = 2.5
# Beyond this a path is a picture.
_MOST_EDGES = 400
_MOST_DOTS = 500

_Matrix = tuple[float, float, float, float, float, float]
_SAME: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points, from the lower left to the upper right corner."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """From left to right, in points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """From bottom to top, in points."""
        return self.y1 - self.y0

    def turned(self, turns: int) -> Box:
        """Return the rectangle on a page that is turned so many quarters clockwise."""
        box = self
        for _ in range(turns):
            box = Box(box.y0, -box.x1, box.y1, -box.x0)
        return box


@dataclass(frozen=True, slots=True)
class Image:
    """A picture on a page; `drawn` is pdfium's object, valid while the page is open."""

    box: Box
    drawn: Any


@dataclass(frozen=True, slots=True)
class Drawings:
    """What is drawn on a page.

    `level` and `upright` rules are thin boxes, also the edges of frames; `dots` are shapes as small as a letter.
    """

    level: tuple[Box, ...]
    upright: tuple[Box, ...]
    dots: tuple[Box, ...]
    images: tuple[Image, ...]


def drawings_on(page: Any, turns: int) -> Drawings:
    """Return what is drawn on a page that is turned so many quarters for reading."""
    level: list[Box] = []
    upright: list[Box] = []
    dots: list[Box] = []
    images: list[Image] = []
    seen = 0
    for kind, drawn, matrix in _objects(page):
        seen += 1
        if seen > MOST_OBJECTS:
            break
        given = _bounds(drawn, matrix)
        if given is None:
            continue
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            images.append(Image(given.turned(turns), drawn))
            continue
        box = given.turned(turns)
        if box.height <= _THIN and box.width > 4 * _THIN:
            level.append(box)
        elif box.width <= _THIN and box.height > 2 * _THIN:
            upright.append(box)
        elif max(box.width, box.height) <= 8 and 0.6 < box.width / max(box.height, 0.1) < 1.7:
            dots.append(box)
        elif _is_stroked(drawn):
            for edge in _edges(drawn, matrix):
                side = edge.turned(turns)
                if side.height <= _THIN < side.width:
                    level.append(side)
                elif side.width <= _THIN < side.height:
                    upright.append(side)
    return Drawings(tuple(level), tuple(upright), tuple(dots[:_MOST_DOTS]), tuple(images))


def _objects(page: Any) -> Iterator[tuple[int, Any, _Matrix]]:
    """Yield the paths and images of a page, also those inside forms, and what leads from them to the page."""
    waiting: list[tuple[Any, _Matrix, int]] = []
    for at in range(min(pdfium.FPDFPage_CountObjects(page), 10 * MOST_OBJECTS)):
        waiting.append((pdfium.FPDFPage_GetObject(page, at), _SAME, 0))
        while waiting:
            drawn, matrix, depth = waiting.pop()
            kind = pdfium.FPDFPageObj_GetType(drawn)
            if kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH):
                yield kind, drawn, matrix
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MOST_LEVELS:
                inner = _times(_matrix_of(drawn), matrix)
                count = min(pdfium.FPDFFormObj_CountObjects(drawn), MOST_OBJECTS)
                waiting += [
                    (pdfium.FPDFFormObj_GetObject(drawn, inside), inner, depth + 1)
                    for inside in reversed(range(count))
                ]


def _bounds(drawn: Any, matrix: _Matrix) -> Box | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top):
        return None
    corners = [_moved(x, y, matrix) for x in (left.value, right.value) for y in (bottom.value, top.value)]
    return _around(corners)


def _edges(drawn: Any, matrix: _Matrix) -> Iterator[Box]:
    """Yield the straight lines that a path is made of."""
    matrix = _times(_matrix_of(drawn), matrix)
    begun = at = (0.0, 0.0)
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(min(pdfium.FPDFPath_CountSegments(drawn), _MOST_EDGES)):
        segment = pdfium.FPDFPath_GetPathSegment(drawn, number)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        before, at = at, _moved(x.value, y.value, matrix)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            begun = at
        ends = [(before, at)] if kind == pdfium.FPDF_SEGMENT_LINETO else []
        if pdfium.FPDFPathSegment_GetClose(segment):
            ends.append((at, begun))
        for one, other in ends:
            edge = _around([one, other])
            if edge is not None:
                yield edge


def _around(points: list[tuple[float, float]]) -> Box | None:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    box = Box(min(xs), min(ys), max(xs), max(ys))
    return box if all(abs(side) < 1e6 for side in (box.x0, box.y0, box.x1, box.y1)) else None


def _moved(x: float, y: float, matrix: _Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _matrix_of(drawn: Any) -> _Matrix:
    own = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(drawn, own):
        return _SAME
    return own.a, own.b, own.c, own.d, own.e, own.f


def _times(one: _Matrix, other: _Matrix) -> _Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def _is_stroked(drawn: Any) -> bool:
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(drawn, filled, stroked):
        return False
    return bool(stroked.value)
