"""A drawing in a Word or PowerPoint file -> its pictures, the numbers of charts, the words of diagrams."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

from cards.documents.office.names import ASVG, CHART, DIAGRAM, PIC, A, P, R, local, within
from cards.documents.xmltree import Element

# More of them nobody reads off a chart.
_MOST_SERIES, _MOST_POINTS = 20, 60
# A cell that has to be there, so that the others stay in their columns.
_NO_TITLE = "–"
# What programs write where nobody said anything: the name of the file, or that they guessed.
_FILE_NAME = re.compile(r"\.(?:png|jpe?g|gif|bmp|tiff?|wmf|emf|svg|webp)$", re.IGNORECASE)
_MACHINE_MADE = re.compile(
    r"\s*(?:Description automatically generated.*|描述已自动生成|自动生成的说明)$", re.DOTALL
)
Related = Callable[[str], Element | None]


def pictures_in(drawing: Element) -> Iterator[tuple[str, str]]:
    """Yield the pictures of a drawing: the id of the relation that leads to the file, and what is said about it.

    The id is empty where the file was left behind.
    """
    for blip in within(drawing):
        if blip.tag != f"{A}blip":
            continue
        drawn = next(blip.iter(f"{ASVG}svgBlip"), None)
        # A drawing of lines comes with a picture of dots for old programs, which is the safer of the two.
        relation = blip.get(f"{R}embed", "") or ("" if drawn is None else drawn.get(f"{R}embed", ""))
        yield relation, _said(blip, drawing)


def _said(blip: Element, drawing: Element) -> str:
    picture = next(blip.iterancestors(f"{PIC}pic", f"{P}pic"), None)
    for described in (picture, drawing):
        if described is None:
            continue
        for element in described.iter():
            said = element.get("descr", "").strip() if local(element) in ("docPr", "cNvPr") else ""
            if said and not _FILE_NAME.search(said):
                return _MACHINE_MADE.sub("", said).strip()
    return ""


def diagram_lines(drawing: Element, related: Related) -> tuple[str, ...]:
    """Return the words of the SmartArt diagrams in a drawing, a line each."""
    lines: list[str] = []
    for element in within(drawing):
        if element.tag == f"{DIAGRAM}relIds":
            lines += _diagram(related(element.get(f"{R}dm", "")))
    return tuple(lines)


def chart_rows(drawing: Element, related: Related) -> tuple[tuple[str, ...], ...]:
    """Return what the charts in a drawing show, as rows of tables.

    The first row of each has the chart's title and the names along its axis, the others have the name of a series and
    its values.
    """
    rows: list[tuple[str, ...]] = []
    for element in within(drawing):
        if element.tag == f"{CHART}chart":
            rows += _chart(related(element.get(f"{R}id", "")))
    return tuple(rows)


def _chart(tree: Element | None) -> Iterator[tuple[str, ...]]:
    if tree is None:
        return
    title = " ".join(words for one in tree.iter(f"{CHART}title") for words in _paragraphs(one))
    series = list(islice(tree.iter(f"{CHART}ser"), _MOST_SERIES))
    along = max((_points(one, "cat") for one in series), key=len, default=())
    if title or along:
        yield (title or _NO_TITLE, *along)
    for one in series:
        yield (" ".join(_points(one, "tx")) or _NO_TITLE, *_points(one, "val"))


def _points(series: Element, kind: str) -> tuple[str, ...]:
    points = (
        value.text or "" for one in series.iterchildren(f"{CHART}{kind}") for value in one.iter(f"{CHART}v")
    )
    return tuple(point.strip() for point in islice(points, _MOST_POINTS))


def _diagram(tree: Element | None) -> Iterator[str]:
    if tree is not None:
        for point in tree.iter(f"{DIAGRAM}pt"):
            yield from _paragraphs(point)


def _paragraphs(element: Element) -> Iterator[str]:
    for paragraph in element.iter(f"{A}p"):
        words = "".join(piece.text or "" for piece in paragraph.iter(f"{A}t")).strip()
        if words:
            yield words
