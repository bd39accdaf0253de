"""The tree of a page -> its pieces, in the order of its reading."""

from __future__ import annotations

import re

from lxml import etree

from cards.documents.html.assembling import Assembly, Close
from cards.documents.html.code import listing_of, prose_in
from cards.documents.html.elements import HEADINGS, classes_of, is_hidden, language_of, tag_of
from cards.documents.html.formulas import formula_of
from cards.documents.html.images import emoji_of, image_of
from cards.documents.html.lists import Numbers
from cards.documents.html.notes import is_note_mark
from cards.documents.html.pieces import Piece
from cards.documents.html.tables import Grid, extent_of, is_data
from cards.documents.raised import lowered, raised
from cards.documents.xmltree import Element

_SKIPPED = frozenset(
    "script style head noscript template iframe object embed canvas audio video map button select option textarea "
    "input datalist dialog rt rp rtc meter progress".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form "
    "header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul "
    "caption".split()
).union(HEADINGS)
# The letters of a drawing.
_OF_DRAWINGS = ("text", "title", "desc", "style", "defs")
_BOLD_TAGS = ("b", "strong")
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_CAPTIONS = frozenset(
    "caption caption-text wp-caption-text thumbcaption figure-caption image-caption".split()
)
# Authors and dates are set as headings by some, to look like them.
_BYLINES = frozenset(("author", "date", "authors", "byline"))
_TITLES = frozenset(("title", "MsoTitle", "booktitle", "doctitle"))


def pieces_of(root: Element, *, bold: frozenset[str] = frozenset()) -> list[Piece]:
    """Return what stands in the element and below it; hidden elements are passed over.

    Headings have the levels that their tags say, those of a title 1. `bold` are the classes that are set in bold.
    """
    assembly = Assembly()
    closing: list[list[Close]] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            closes = _opened(element, assembly, bold)
            if closes is None:
                walk.skip_subtree()
            else:
                assembly.say(element.text)
            closing.append(closes or [])
        else:
            if tag_of(element) in _BLOCKS:
                assembly.end_block()
            for close in reversed(closing.pop()):
                close()
            if element is not root:
                assembly.say(element.tail)
    assembly.end_block()
    return assembly.pieces


def _opened(element: Element, assembly: Assembly, bold: frozenset[str]) -> list[Close] | None:
    """Begin the element; return what is to be done at its end, None where what is inside is not to be walked."""
    formula = formula_of(element)
    if formula is not None:
        assembly.add_formula(formula.tex, displayed=formula.displayed)
        return None
    tag = tag_of(element)
    if not tag or tag in _SKIPPED or is_hidden(element) or is_note_mark(element):
        return None
    identity = element.get("id") or (element.get("name") if tag == "a" else None)
    if tag in _BLOCKS:
        assembly.end_block()
        if identity:
            assembly.ids.append(identity)
        language = language_of(element) if tag not in ("html", "body") else ""
        closes = [assembly.begin_language(language)] if language else []
        inside = _opened_block(tag, element, assembly)
    else:
        if identity:
            assembly.ids.append(identity)
        closes, inside = [], _opened_inline(tag, element, assembly)
    if inside is None:
        return None
    set_bold = tag in _BOLD_TAGS or _BOLD.search(element.get("style") or "")
    if set_bold or not bold.isdisjoint(classes_of(element)):
        closes.append(assembly.begin_bold())
    return closes + inside


def _opened_inline(tag: str, element: Element, assembly: Assembly) -> list[Close] | None:
    match tag:
        case "br":
            assembly.break_line()
        case "img" | "image":
            image = image_of(element)
            if image is not None:
                assembly.images.append(image)
            assembly.say(emoji_of(element))
        case "sup" | "sub":
            assembly.say((raised if tag == "sup" else lowered)("".join(element.itertext())))
            return None
        case "q":
            assembly.say("“")
            return [lambda: assembly.say("”")]
        case _ if tag in _OF_DRAWINGS:
            return None
    return []


def _opened_block(tag: str, element: Element, assembly: Assembly) -> list[Close] | None:
    classes = classes_of(element)
    is_title = tag == "p" and not assembly.pieces and not _TITLES.isdisjoint(classes)
    if is_title or (tag in HEADINGS and _BYLINES.isdisjoint(classes)) or element.get("role") == "heading":
        return [assembly.begin_heading(_level(tag, element), title=is_title)]
    if tag == "figcaption" or not _CAPTIONS.isdisjoint(classes):
        return [assembly.begin_caption()]
    match tag:
        case "ul" | "menu" | "dir" | "dl":
            return [assembly.begin_list(None)]
        case "ol":
            return [assembly.begin_list(Numbers.of(element))]
        case "li":
            return [assembly.begin_item(element.get("value"))]
        case "dt":
            return [assembly.begin_term()]
        case "dd":
            return [assembly.begin_definition()]
        case "blockquote":
            return [assembly.begin_quote()]
        case "table":
            grid = Grid() if not assembly.on_a_line and is_data(element) else None
            return [assembly.begin_table(grid)]
        case "tr":
            return [assembly.begin_row(in_head=_in_head(element))]
        case "td" | "th":
            if "linenos" in classes:
                return None
            return [assembly.begin_cell(heads=tag == "th", extent=extent_of(element))]
        case "pre" if not assembly.on_a_line:
            prose = prose_in(element)
            if prose:
                assembly.add_paragraphs(prose)
            else:
                assembly.add_code(*listing_of(element))
            return None
    return []


def _level(tag: str, element: Element) -> int:
    if tag in HEADINGS:
        return int(tag[1])
    told = element.get("aria-level") or ""
    return min(6, int(told)) if told.isascii() and told.isdigit() and int(told) else 1 if tag == "p" else 2


def _in_head(row: Element) -> bool:
    above = row.getparent()
    return above is not None and tag_of(above) == "thead"
