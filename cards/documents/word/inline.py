"""A paragraph's element -> its pieces: insertions in, deletions, comments, hidden text and codes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from enum import StrEnum

from cards.documents.office.drawing import chart_rows, diagram_lines, pictures_in
from cards.documents.office.letters import is_monospaced
from cards.documents.office.names import MC, M, O, R, V, W, chosen, local, switched, value, whole, within
from cards.documents.office.omml import tex_of
from cards.documents.office.symbols import raised, symbol
from cards.documents.word.fields import Fields, is_passed_over
from cards.documents.word.pieces import (
    Box,
    Image,
    LineBreak,
    Lines,
    Mathematics,
    Note,
    PageBreak,
    Piece,
    Rows,
    Words,
)
from cards.documents.word.styles import Style, Styles, font_of
from cards.documents.xmltree import Element
from cards.errors import to_translate


class LeftOut(StrEnum):
    """What is not read, as the learner is told; {count} is how often it was met."""

    DELETED = to_translate("text that is marked as deleted was left out: {count}")
    HIDDEN = to_translate("hidden text was left out: {count}")
    COMMENT = to_translate("comments were left out: {count}")
    OLD_FORMULA = to_translate(
        "formulas of an old formula program were left out; draw them anew as formulas: {count}"
    )
    MISSING = to_translate("pictures that are not inside the file were left out: {count}")
    OBJECT = to_translate("embedded objects were left out: {count}")


class Inline:
    """Reads paragraphs one after the other; `left_out` counts what was not read.

    `related` gives the root element of the part that a relation leads to, None where there is none.
    """

    def __init__(self, styles: Styles, related: Callable[[str], Element | None]) -> None:
        self.left_out: Counter[LeftOut] = Counter()
        self._styles = styles
        self._related = related
        self._fields = Fields()

    def pieces(self, paragraph: Element, style: Style) -> Iterator[Piece]:
        """Yield what stands in the paragraph, whose style this is."""
        yield from self._within(paragraph, style)

    def _within(self, element: Element, style: Style) -> Iterator[Piece]:
        for child in element:
            yield from self._one(child, style)

    def _one(self, element: Element, style: Style) -> Iterator[Piece]:
        tag = element.tag
        if tag == f"{W}r":
            yield from self._run(element, style)
        elif tag in (f"{W}del", f"{W}moveFrom"):
            self.left_out[LeftOut.DELETED] += 1
        elif tag == f"{W}sdt":
            properties = element.find(f"{W}sdtPr")
            # "Click here to enter text": nobody did.
            if switched(properties, f"{W}showingPlcHdr") is None:
                yield from self._each_within(element.find(f"{W}sdtContent"), style)
        elif tag == f"{W}fldSimple":
            if not is_passed_over(element.get(f"{W}instr", "")):
                yield from self._within(element, style)
        elif tag == f"{W}ruby":
            yield from self._each_within(element.find(f"{W}rubyBase"), style)
        elif tag == f"{MC}AlternateContent":
            for child in chosen(element):
                yield from self._one(child, style)
        elif tag == f"{M}oMathPara":
            for formula in element.iterchildren(f"{M}oMath"):
                yield from self._formula(formula, displayed=True)
        elif tag == f"{M}oMath":
            yield from self._formula(element, displayed=False)
        elif tag in _TRANSPARENT:
            yield from self._within(element, style)

    def _each_within(self, element: Element | None, style: Style) -> Iterator[Piece]:
        if element is not None:
            yield from self._within(element, style)

    def _formula(self, element: Element, *, displayed: bool) -> Iterator[Piece]:
        tex = "" if self._fields.silent else tex_of(element)
        if tex:
            yield Mathematics(tex, displayed)

    def _run(self, run: Element, style: Style) -> Iterator[Piece]:
        properties = run.find(f"{W}rPr")
        look = self._styles.character(value(properties, f"{W}rStyle"))
        hidden = switched(properties, f"{W}vanish")
        if hidden is None:
            hidden = style.hidden or (look is not None and look.hidden)
        form = _form(properties, style, look)
        for child in run:
            if child.tag == f"{W}fldChar":
                self._fields.mark(child)
            elif child.tag == f"{W}instrText":
                self._fields.code(child.text or "")
            elif child.tag == f"{W}lastRenderedPageBreak":
                yield PageBreak()
            elif hidden:
                self.left_out[LeftOut.HIDDEN] += child.tag == f"{W}t"
            elif not self._fields.silent:
                yield from self._in_run(child, form, style)

    def _in_run(self, element: Element, form: Words, style: Style) -> Iterator[Piece]:
        tag = element.tag
        words = _SIGNS.get(tag)
        if tag == f"{W}t":
            words = raised(element.text or "", value(element.getparent(), f"{W}rPr/{W}vertAlign") or "")
        elif tag == f"{W}sym":
            words = symbol(element.get(f"{W}char", ""), element.get(f"{W}font", ""))
        if words is not None:
            yield Words(words, form.monospaced, form.bold, form.size, form.language, form.asian)
        elif tag in (f"{W}br", f"{W}cr"):
            if element.get(f"{W}type") not in ("page", "column"):
                yield LineBreak()
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            yield Note(local(element).removesuffix("Reference"), element.get(f"{W}id", ""))
        elif tag == f"{W}commentReference":
            self.left_out[LeftOut.COMMENT] += 1
        elif tag == f"{W}drawing":
            yield from self._drawing(element)
        elif tag in (f"{W}pict", f"{W}object"):
            yield from self._old_drawing(element)
        elif tag in (f"{MC}AlternateContent", f"{W}ruby", f"{W}sdt"):
            yield from self._alternate(element, form, style)

    def _alternate(self, element: Element, form: Words, style: Style) -> Iterator[Piece]:
        if element.tag != f"{MC}AlternateContent":
            yield from self._one(element, style)
            return
        for child in chosen(element):
            yield from self._in_run(child, form, style)

    def _drawing(self, element: Element) -> Iterator[Piece]:
        for relation, said in pictures_in(element):
            yield Image(relation, said)
        yield from (Box(one) for one in within(element) if one.tag == f"{W}txbxContent")
        rows = chart_rows(element, self._related)
        if rows:
            yield Rows(rows)
        lines = diagram_lines(element, self._related)
        if lines:
            yield Lines(lines)

    def _old_drawing(self, element: Element) -> Iterator[Piece]:
        program = next((one.get("ProgID", "") for one in element.iter(f"{O}OLEObject")), None)
        if program is not None:
            formula = program.startswith(("Equation", "MathType"))
            self.left_out[LeftOut.OLD_FORMULA if formula else LeftOut.OBJECT] += 1
            if formula:
                return
        for one in within(element):
            if one.tag == f"{V}imagedata":
                shape = one.getparent()
                yield Image(one.get(f"{R}id", ""), shape.get("alt", "") if shape is not None else "")
            elif one.tag == f"{W}txbxContent":
                yield Box(one)


def _form(properties: Element | None, style: Style, look: Style | None) -> Words:
    bold, size, monospaced = style.bold, style.size, style.monospaced
    if look is not None:
        # A style of characters inherits from the document, not from the paragraph: only what it adds is its own.
        bold, monospaced = bold or look.bold, monospaced or look.monospaced
    if properties is None:
        return Words("", monospaced, bold, size, style.language, style.asian)
    own = switched(properties, f"{W}b")
    font = font_of(properties)
    tongue = properties.find(f"{W}lang")
    return Words(
        "",
        is_monospaced(font) if font else monospaced,
        bold if own is None else own,
        whole(value(properties, f"{W}sz"), least=2) or size,
        style.language if tongue is None else tongue.get(f"{W}val", style.language),
        style.asian if tongue is None else tongue.get(f"{W}eastAsia", style.asian),
    )


# What may stand around runs and says nothing itself.
_TRANSPARENT = frozenset(
    f"{W}{name}"
    for name in "hyperlink ins moveTo smartTag customXml dir bdo subDoc rubyBase sdtContent".split()
)
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
}
