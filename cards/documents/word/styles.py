"""The styles of a Word file -> what a paragraph or a run of it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from cards.documents.office.letters import is_monospaced
from cards.documents.office.names import W, switched, value, whole
from cards.documents.xmltree import Element

# Names in Word's own words are English in every language; authors and other programs name theirs as they speak.
_HEADING = re.compile(
    r"(?:heading|标题|標題|überschrift|titre|título|titolo|rubrik|见出し|見出し|제목)\s*(\d)(?!\d)"
)
_HEADING_OF_RANK = re.compile(r"([一二三四五六七八九])[级級]标?[标標][题題]")
_CHAPTERS = {"章标题": 1, "章標題": 1, "节标题": 2, "節標題": 2, "小节标题": 3}
_TITLES = frozenset({"title", "标题", "標題", "文档标题", "论文题目", "论文标题"})
_CODE = re.compile(
    r"(?:source )?code(?: block)?$|代码|代碼|程序|html preformatted|html 预设格式|preformatted text|macro"
)
_QUOTES = re.compile(r"(?:intense )?quote$|block ?text$|quotations$|(?:明显|明顯|整段)?引用$|block quotation")
_CAPTIONS = re.compile(r"caption$|题注|題註|图注|圖注|图题|表题|illustration$|drawing$")
_PASSED_OVER = re.compile(
    r"(?:toc|目录|目錄|index|contents) ?\d|(?:toc|contents|index) heading|目录标题|目錄標題"
    r"|table of (?:figures|authorities)|图表目录"
)
# Word's own styles for lists within lists are lists of one level each, further to the right.
_NESTED_LIST = re.compile(r"list (?:bullet|number) (\d)$")
_BODY_TEXT = 9


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says, with all that it inherits.

    `outline` is the depth of a heading from 1 on, 0 for other paragraphs; `title` marks the document's own. `list` is
    the number of its list ("0" is none, "" is not said), `depth` how deep it stands there from 0 on, `nesting` how deep
    the list itself stands from 1 on. `size` is in half points; `chain` are the ids of the style and of those that it
    is based on.
    """

    name: str = ""
    outline: int = 0
    title: bool = False
    code: bool = False
    quote: bool = False
    caption: bool = False
    passed_over: bool = False
    list: str = ""
    depth: int | None = None
    nesting: int = 1
    hidden: bool = False
    monospaced: bool = False
    bold: bool = False
    size: int = 20
    centred: bool = False
    language: str = ""
    asian: str = ""
    chain: tuple[str, ...] = ()


class Styles:
    """All styles of a document by their ids."""

    def __init__(self, tree: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._known: dict[str, Style] = {}
        self._usual: dict[str, str] = {}
        defaults = Style()
        if tree is not None:
            for element in tree.iterchildren(f"{W}style"):
                name = element.get(f"{W}styleId", "")
                self._elements[name] = element
                if element.get(f"{W}default") in ("1", "true", "on"):
                    self._usual[element.get(f"{W}type", "")] = name
            defaults = _with_run(defaults, tree.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        self._defaults = defaults
        # Where all text is typed as on a typewriter, its letters do not tell code.
        self.typewritten = self.of(None).monospaced

    def of(self, name: str | None) -> Style:
        """Return the style of that id; the usual paragraph's where there is none."""
        name = name if name in self._elements else self._usual.get("paragraph", "")
        if name not in self._known:
            self._known[name] = self._inherited(name)
        return self._known[name]

    def character(self, name: str | None) -> Style | None:
        """Return a style of characters; None where a run has none of its own."""
        return self.of(name) if name in self._elements else None

    def _inherited(self, name: str) -> Style:
        chain: list[Element] = []
        ids: list[str] = []
        above: str | None = name
        # A style that is based on itself, over however many others, ends there.
        while above in self._elements and above not in ids:
            ids.append(above)
            chain.append(self._elements[above])
            above = value(chain[-1], f"{W}basedOn")
        style = self._defaults
        for element in reversed(chain):
            style = _with_style(style, element)
        return replace(style, chain=tuple(ids))


def with_direct(style: Style, properties: Element | None) -> Style:
    """Return the style with what a paragraph says of itself."""
    if properties is None:
        return style
    return _with_paragraph(style, properties)


def _with_style(style: Style, element: Element) -> Style:
    name = " ".join((value(element, f"{W}name") or "").lower().split())
    told: dict[str, Any] = {"name": name}
    outline = _outline_of(name)
    if outline:
        told |= {"outline": outline}
    nested = _NESTED_LIST.match(name)
    if nested is not None:
        told["nesting"] = int(nested[1])
    if name in _TITLES:
        told |= {"title": True, "outline": 1}
    for field, pattern in (
        ("code", _CODE),
        ("quote", _QUOTES),
        ("caption", _CAPTIONS),
        ("passed_over", _PASSED_OVER),
    ):
        if pattern.search(name):
            told[field] = True
    style = replace(style, **told)
    style = _with_paragraph(style, element.find(f"{W}pPr"))
    if outline:
        # The name is the author's word; an outline level beside it that differs is the program's.
        style = replace(style, outline=outline)
    return _with_run(style, element.find(f"{W}rPr"))


def _outline_of(name: str) -> int:
    found = _HEADING.match(name)
    if found is not None:
        return int(found[1])
    found = _HEADING_OF_RANK.search(name)
    if found is not None:
        return "一二三四五六七八九".index(found[1]) + 1
    return _CHAPTERS.get(name, 0)


def _with_paragraph(style: Style, properties: Element | None) -> Style:
    if properties is None:
        return style
    told: dict[str, Any] = {}
    outline = whole(value(properties, f"{W}outlineLvl"), most=_BODY_TEXT)
    if outline is not None:
        told["outline"] = 0 if outline == _BODY_TEXT else outline + 1
    listed = value(properties, f"{W}numPr/{W}numId")
    if listed is not None:
        told["list"] = listed
    depth = whole(value(properties, f"{W}numPr/{W}ilvl"), most=8)
    if depth is not None:
        told["depth"] = depth
    aligned = value(properties, f"{W}jc")
    if aligned is not None:
        told["centred"] = aligned == "center"
    return replace(style, **told) if told else style


def _with_run(style: Style, properties: Element | None) -> Style:
    if properties is None:
        return style
    told: dict[str, Any] = {}
    for field, name in (("hidden", "vanish"), ("bold", "b")):
        on = switched(properties, f"{W}{name}")
        if on is not None:
            told[field] = on
    size = whole(value(properties, f"{W}sz"), least=2, most=3_276)
    if size is not None:
        told["size"] = size
    font = font_of(properties)
    if font:
        told["monospaced"] = is_monospaced(font)
    tongue = properties.find(f"{W}lang")
    if tongue is not None:
        told |= {
            "language": tongue.get(f"{W}val", style.language),
            "asian": tongue.get(f"{W}eastAsia", style.asian),
        }
    return replace(style, **told)


def font_of(properties: Element) -> str:
    """Return the name of the font of Latin letters; empty where nothing is said about it."""
    fonts = properties.find(f"{W}rFonts")
    return "" if fonts is None else str(fonts.get(f"{W}ascii", fonts.get(f"{W}hAnsi", "")))
