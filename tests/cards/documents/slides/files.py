"""Shapes of slides -> the bytes of a presentation, and what is read in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cards.documents import Document, read_here
from tests.cards.documents.listing import listing
from tests.cards.documents.office.packing import package, relations, xml

_BULLETS = '<a:lvl1pPr><a:buChar char="•"/></a:lvl1pPr><a:lvl2pPr><a:buChar char="–"/></a:lvl2pPr>'
_MASTER = f"<p:cSld><p:spTree/></p:cSld><p:txStyles><p:bodyStyle>{_BULLETS}</p:bodyStyle></p:txStyles>"


@dataclass(frozen=True)
class Page:
    """A slide: its shapes, its notes, the kind of its layout and what stands there; `more` as in `word_file`."""

    shapes: str
    notes: str = ""
    attributes: str = ""
    layout: str = ""
    layout_shapes: str = ""
    more: Mapping[str, tuple[str, bytes]] = field(default_factory=dict)


def slides_file(*pages: Page | str, attributes: str = "") -> bytes:
    """Return a presentation of these slides."""
    whole: Sequence[Page] = [Page(one) if isinstance(one, str) else one for one in pages]
    numbers = range(1, len(whole) + 1)
    parts = {
        "ppt/presentation.xml": xml(
            "p:presentation",
            "<p:sldIdLst>" + "".join(f'<p:sldId r:id="rId{at}"/>' for at in numbers) + "</p:sldIdLst>",
            attributes,
        ),
        "ppt/_rels/presentation.xml.rels": relations(
            {f"rId{at}": ("slide", f"slides/slide{at}.xml") for at in numbers}
        ),
        "ppt/masters/master.xml": xml("p:sldMaster", _MASTER),
    }
    for at, page in zip(numbers, whole, strict=True):
        parts |= _parts(at, page)
    return package("ppt/presentation.xml", parts)


def slides(*pages: Page | str, attributes: str = "") -> list[str]:
    """Return the lines of the listing of a presentation, without its language."""
    return listing(document(*pages, attributes=attributes)).splitlines()[1:]


def document(*pages: Page | str, attributes: str = "") -> Document:
    """Return the document in a presentation of these slides."""
    return read_here(slides_file(*pages, attributes=attributes), name="test.pptx")


def shape(
    *paragraphs: str, holds: str = "", at: tuple[int, int, int, int] | None = None, named: str = ""
) -> str:
    """Return a shape with a text; `holds` are the attributes of its placeholder, `at` left, top, width and height."""
    filled = f"<p:ph {holds}/>" if holds else ""
    inside = "".join(one if one.startswith("<a:p>") else p(one) for one in paragraphs)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="1" name="x" {named}/><p:nvPr>{filled}</p:nvPr></p:nvSpPr>'
        f"<p:spPr>{frame(at)}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>{inside}</p:txBody></p:sp>"
    )


def frame(at: tuple[int, int, int, int] | None) -> str:
    """Return where a shape stands."""
    if at is None:
        return ""
    left, top, width, height = at
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def p(words: str, properties: str = "", run: str = "", attributes: str = "") -> str:
    """Return a paragraph: `properties` inside its own, `run` the attributes of its run."""
    inside = words if words.startswith("<") else f"<a:r><a:rPr {run}/><a:t>{words}</a:t></a:r>"
    return f"<a:p><a:pPr {attributes}>{properties}</a:pPr>{inside}</a:p>"


TITLE = 'type="title"'
BODY = 'idx="1"'


def _parts(at: int, page: Page) -> dict[str, bytes]:
    tree = "<p:cSld><p:spTree>{}</p:spTree></p:cSld>"
    related = {"layout": ("slideLayout", f"../layouts/layout{at}.xml")}
    parts = {
        f"ppt/slides/slide{at}.xml": xml("p:sld", tree.format(page.shapes), page.attributes),
        f"ppt/layouts/layout{at}.xml": xml(
            "p:sldLayout", tree.format(page.layout_shapes), f'type="{page.layout}"'
        ),
        f"ppt/layouts/_rels/layout{at}.xml.rels": relations({"m": ("slideMaster", "../masters/master.xml")}),
    }
    if page.notes:
        related["notes"] = ("notesSlide", f"../notes/notes{at}.xml")
        parts[f"ppt/notes/notes{at}.xml"] = xml("p:notes", tree.format(page.notes))
    for name, (kind, content) in page.more.items():
        related[name] = (kind, f"../more/{name}")
        parts[f"ppt/more/{name}"] = content
    return {**parts, f"ppt/slides/_rels/slide{at}.xml.rels": relations(related)}
