"""The bytes of a presentation -> Document."""

from __future__ import annotations

from collections.abc import Iterator

from cards.documents.building import DocumentBuilder
from cards.documents.model import Document
from cards.documents.office.names import P, R, whole
from cards.documents.office.package import Package
from cards.documents.slides.inheritance import Layouts
from cards.documents.slides.slide import Slide, add_said
from cards.documents.slides.texts import paragraphs_of
from cards.documents.xmltree import Element
from cards.errors import CardsError, to_translate
from cards.model import Place, Unit

HIDDEN = to_translate("hidden slides were left out: {count}")
DAMAGED = to_translate("damaged slides were left out: {count}")
MISSING = to_translate("pictures that are not inside the file were left out: {count}")
_NOTES = "body"
_SECTION = "secHead"


def read_slides(data: bytes, *, name: str) -> Document:
    """Return the document in the bytes; raise `CardsError` where there is none, or nothing on its slides."""
    if not data.startswith(b"PK"):
        if not data:
            raise CardsError("{name}: this document is empty", name=name)
        raise CardsError(
            "{name}: these are no slides; give the file the ending of what it is, such as .txt or .html",
            name=name,
        )
    package = Package.open(data, name=name)
    part = package.main()
    presentation = package.tree(part)
    layouts = Layouts(package)
    builder = DocumentBuilder()
    hidden = damaged = missing = 0
    top, in_section = 1, False
    first = whole(presentation.get("firstSlideNum"), least=0) or 1
    for number, slide_part in enumerate(_slides(package, part, presentation), start=first):
        tree = package.tree_if_sound(slide_part)
        if tree is None:
            damaged += 1
            continue
        if tree.get("show") in ("0", "false"):
            hidden += 1
            continue
        above = layouts.above(slide_part)
        slide = Slide(package, slide_part, tree, above)
        builder.begin(Place(Unit.SLIDE, str(number)))
        in_section = in_section and above.kind != _SECTION
        slide.add_to(builder, level=top + in_section)
        # The slides of a section stand below its title, and all of them below that of the first slide.
        in_section = in_section or above.kind == _SECTION
        top = 2 if number == first and slide.opens else top
        missing += slide.left_behind
        _add_notes(builder, package, slide_part)
    for sentence, count in ((HIDDEN, hidden), (DAMAGED, damaged), (MISSING, missing)):
        if count:
            builder.remark(sentence, count=count)
    return builder.document(name=name)


def _slides(package: Package, part: str, presentation: Element) -> Iterator[str]:
    relations = package.relations(part)
    for element in presentation.iterfind(f"{P}sldIdLst/{P}sldId"):
        found = relations.get(element.get(f"{R}id", ""))
        yield "" if found is None else found.target


def _add_notes(builder: DocumentBuilder, package: Package, part: str) -> None:
    notes = package.tree_if_sound(package.first(part, "notesSlide"))
    if notes is None:
        return
    for shape in notes.iter(f"{P}sp"):
        filled = shape.find(f"./*/{P}nvPr/{P}ph")
        body = shape.find(f"{P}txBody")
        if filled is not None and filled.get("type") == _NOTES and body is not None:
            add_said(builder, tuple(paragraphs_of(body, ())))
