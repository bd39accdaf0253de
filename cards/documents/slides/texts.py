"""The text of a shape -> its paragraphs with their bullets, numbers and levels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cards.documents.lines import joint
from cards.documents.office.counting import counted
from cards.documents.office.letters import is_monospaced, without_stray_spaces
from cards.documents.office.names import MC, A, M, chosen, whole, within
from cards.documents.office.omml import tex_of
from cards.documents.office.symbols import raised
from cards.documents.xmltree import Element

# The forms of PowerPoint's numbers, without the word for what stands around them.
_FORMS = {
    "arabic": "decimal",
    "arabicDb": "decimalFullWidth",
    "romanUc": "upperRoman",
    "romanLc": "lowerRoman",
    "alphaUc": "upperLetter",
    "alphaLc": "lowerLetter",
    "ea1Chs": "chineseCounting",
    "ea1Cht": "chineseCounting",
    "ea1JpnChs": "chineseCounting",
    "ea1JpnKor": "chineseCounting",
    "circleNumDb": "decimalEnclosedCircle",
    "circleNumWdWhite": "decimalEnclosedCircle",
    "circleNumWdBlack": "decimalEnclosedCircle",
}
_AROUND = {"Period": "{}. ", "ParenR": "{}) ", "ParenBoth": "({}) ", "Minus": "{} - ", "Plain": "{} "}
_PASSED_OVER = ("slidenum", "datetime", "footer", "header")
_DEEPEST = 9
# How the format writes a character that XML may not have.
_LINE_BREAK = "_x000B_"


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph: `level` is its depth from 1 on where it is an item, 0 for others; `size` in hundredths of a point.

    `formula` is TeX where the paragraph says nothing else.
    """

    words: str
    level: int = 0
    size: int = 0
    code: bool = False
    formula: str = ""


def paragraphs_of(body: Element, styles: Sequence[Element]) -> Iterator[Said]:
    """Yield the paragraphs of a text body in which something is said; `styles` hold for it, the nearest first."""
    counts: dict[int, tuple[str, int]] = {}
    for paragraph in body.iterchildren(f"{A}p"):
        properties = paragraph.find(f"{A}pPr")
        depth = min(whole(None if properties is None else properties.get("lvl"), least=0) or 0, _DEEPEST - 1)
        pieces = list(_pieces(paragraph))
        written = "".join(piece.words for piece in pieces)
        words = without_stray_spaces(_joined(written))
        if not words.strip():
            # An empty line ends no list, and has no bullet.
            continue
        bullet = _bullet(properties, depth, styles)
        counts = {at: counted_so_far for at, counted_so_far in counts.items() if at <= depth}
        label = ""
        if bullet is not None and bullet.tag == f"{A}buAutoNum":
            form = bullet.get("type", "arabicPeriod")
            before, number = counts.get(depth, ("", 0))
            start = whole(bullet.get("startAt"), least=1) or 1
            number = number + 1 if before == form else start
            counts[depth] = (form, number)
            label = _label(form, number)
        else:
            counts.pop(depth, None)
        formulas = [piece.formula for piece in pieces if piece.formula]
        spoken = [piece for piece in pieces if piece.words.strip() and not piece.formula]
        code = bool(spoken) and not formulas and all(piece.code for piece in spoken)
        yield Said(
            written.strip("\n") if code and not label else label + words.strip(),
            depth + 1 if bullet is not None else 0,
            max((piece.size for piece in pieces), default=0),
            code,
            " ".join(formulas) if formulas and not spoken else "",
        )


def _pieces(paragraph: Element) -> Iterator[Said]:
    for element in paragraph:
        if element.tag == f"{MC}AlternateContent":
            for one in chosen(element):
                yield from _formulas(one)
            continue
        if element.tag == f"{A}br":
            yield Said("\n")
        elif element.tag in (f"{A}r", f"{A}fld") and not element.get("type", "").startswith(_PASSED_OVER):
            yield _run(element)
        else:
            yield from _formulas(element)


def _run(run: Element) -> Said:
    properties = run.find(f"{A}rPr")
    text = run.find(f"{A}t")
    words = "" if text is None else (text.text or "").replace(_LINE_BREAK, "\n")
    if properties is None:
        return Said(words)
    baseline = whole(properties.get("baseline"), least=-(10**6)) or 0
    if baseline:
        words = raised(words, "superscript" if baseline > 0 else "subscript")
    font = properties.find(f"{A}latin")
    return Said(
        words,
        size=whole(properties.get("sz"), least=100, most=400_000) or 0,
        code=font is not None and is_monospaced(font.get("typeface", "")),
    )


def _formulas(element: Element) -> Iterator[Said]:
    for one in (element, *within(element)):
        if one.tag == f"{M}oMath":
            tex = tex_of(one)
            if tex:
                yield Said(f"\\({tex}\\)", formula=tex)


def _joined(written: str) -> str:
    lines = written.split("\n")
    said = lines[0]
    for line in lines[1:]:
        said = said.rstrip()
        rest = line.lstrip()
        said += (joint(said[-1], rest[0]) if said and rest else "") + rest
    return said


def _bullet(properties: Element | None, depth: int, styles: Sequence[Element]) -> Element | None:
    level = f"{A}lvl{depth + 1}pPr"
    for one in (properties, *(style.find(level) for style in styles)):
        if one is None:
            continue
        for kind in ("buNone", "buAutoNum", "buChar", "buBlip"):
            found = one.find(f"{A}{kind}")
            if found is not None:
                return None if kind == "buNone" else found
    return None


def _label(form: str, number: int) -> str:
    for ending, around in _AROUND.items():
        if form.endswith(ending):
            kind = form.removesuffix(ending)
            label = around.format(counted(number, _FORMS.get(kind, "decimal")))
            return label.replace(". ", "、") if kind.startswith("ea1") else label
    return f"{number}. "
