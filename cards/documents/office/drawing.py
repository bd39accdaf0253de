"""A drawing in a Word or PowerPoint file -> its pictures, and the words of charts and diagrams."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from cards.documents.office.names import ASVG, CHART, DIAGRAM, PIC, A, P, R, local, within
from cards.documents.xmltree import Element

# A chart's numbers are data, not prose; its title and the names of what it shows are read.
_MOST_NAMES = 60
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
    """Return the words of the charts and SmartArt diagrams in a drawing, a line each."""
    lines: list[str] = []
    for element in within(drawing):
        if element.tag == f"{CHART}chart":
            lines += _chart(related(element.get(f"{R}id", "")))
        elif element.tag == f"{DIAGRAM}relIds":
            lines += _diagram(related(element.get(f"{R}dm", "")))
    return tuple(lines)


def _chart(tree: Element | None) -> Iterator[str]:
    if tree is None:
        return
    for title in tree.iter(f"{CHART}title"):
        yield from _paragraphs(title)
    names = dict.fromkeys(
        (point.text or "").strip()
        for kind in ("tx", "cat")
        for source in tree.iter(f"{CHART}{kind}")
        for text in source.iter(f"{CHART}strCache")
        for point in text.iter(f"{CHART}v")
    )
    yield from [name for name in names if name][:_MOST_NAMES]


def _diagram(tree: Element | None) -> Iterator[str]:
    if tree is not None:
        for point in tree.iter(f"{DIAGRAM}pt"):
            yield from _paragraphs(point)


def _paragraphs(element: Element) -> Iterator[str]:
    for paragraph in element.iter(f"{A}p"):
        words = "".join(piece.text or "" for piece in paragraph.iter(f"{A}t")).strip()
        if words:
            yield words
