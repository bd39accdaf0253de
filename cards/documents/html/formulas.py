"""The ways in which pages write formulas -> TeX."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cards.documents.html.elements import classes_of, tag_of
from cards.documents.html.mathml import tex_of
from cards.documents.xmltree import Element

_DELIMITED = re.compile(r"\\\[(.*)\\\]|\\\((.*)\\\)|\$\$(.*)\$\$|\$(.*)\$", re.DOTALL)
_INLINE_BY_MARK = (1, 3)
_STYLED = re.compile(r"\{?\\(?:displaystyle|textstyle)\s+(.*?)\}?", re.DOTALL)
_TEX_SIGNS = re.compile(r"[\\^_{}]")
_PICTURED = frozenset(("math", "tex", "latex", "equation", "formula"))
_DISPLAYED = frozenset(("katex-display", "MathJax_Display", "display"))
_WHOLE = re.compile(r"\s*(?:\\\[(?P<a>.+)\\\]|\$\$(?P<b>.+)\$\$)\s*", re.DOTALL)
# Bounded, since a page may open what it never closes.
_DISPLAYED_INSIDE = re.compile(r"\\\[(.{1,2000}?)\\\]|\$\$(.{1,2000}?)\$\$", re.DOTALL)
# "$5 and $6" is no formula: no blank stands inside the marks, and no digit behind them.
_DOLLARS = re.compile(r"(?<![\\$])\$(?![\s$])([^$]+?)(?<![\s\\])\$(?![\d$])")


@dataclass(frozen=True, slots=True)
class Tex:
    """A formula without delimiters; `displayed` where it stands on a line of its own."""

    tex: str
    displayed: bool


def formula_of(element: Element) -> Tex | None:
    """Return the formula that the element is, by MathML, MathJax, KaTeX, or the classes that others write."""
    tag, classes = tag_of(element), classes_of(element)
    if tag == "math":
        displayed = element.get("display") == "block" or element.get("mode") == "display"
        return Tex(tex_of(element), displayed or _is_displayed(element))
    if tag == "script":
        type_ = (element.get("type") or "").replace(" ", "")
        if type_.startswith("math/tex"):
            return Tex(_squeezed(element.text or ""), "mode=display" in type_)
        return None
    if tag == "img" and element.get("alt") and not _PICTURED.isdisjoint(classes):
        return _delimited(element.get("alt") or "", displayed="display" in classes)
    if tag in ("span", "div") and "math" in classes:
        written = "".join(_texts_beside_numbers(element)).strip()
        plain = all(tag_of(child) == "span" for child in element)
        if _DELIMITED.fullmatch(written) or (plain and _TEX_SIGNS.search(written)):
            return _delimited(
                written, displayed="display" in classes or (tag == "div" and "inline" not in classes)
            )
    return None


def formula_in(words: str) -> str | None:
    """Return the formula that a paragraph is which holds nothing else, written for MathJax; None for others."""
    whole = _WHOLE.fullmatch(words)
    inside = (whole["a"] or whole["b"]).strip() if whole else ""
    return None if not inside or "$$" in inside or r"\[" in inside else inside


def with_formulas(words: str, *, dollars: bool) -> str:
    """Return the words with the formulas in them between "\\\\(" and "\\\\)"; with `dollars`, $...$ is one too."""
    words = _DISPLAYED_INSIDE.sub(_inline, words)
    return _DOLLARS.sub(_inline, words) if dollars else words


def _inline(match: re.Match[str]) -> str:
    return rf"\({next(group for group in match.groups() if group is not None).strip()}\)"


def _delimited(written: str, *, displayed: bool) -> Tex:
    match = _DELIMITED.fullmatch(written.strip())
    tex = written
    if match is not None:
        tex = next(group for group in match.groups() if group is not None)
        displayed = displayed or match.lastindex in _INLINE_BY_MARK
    tex = _squeezed(tex)
    styled = _STYLED.fullmatch(tex)
    return Tex(styled[1].strip() if styled else tex, displayed)


def _is_displayed(element: Element) -> bool:
    for _, above in zip(range(6), element.iterancestors(), strict=False):
        if not _DISPLAYED.isdisjoint(classes_of(above)):
            return True
        if tag_of(above) == "mjx-container":
            return bool(above.get("display") == "true")
    return False


def _texts_beside_numbers(element: Element) -> list[str]:
    said = [element.text or ""]
    for child in element:
        if "eqno" not in classes_of(child):
            said.append("".join(child.itertext()))
        said.append(child.tail or "")
    return said


def _squeezed(tex: str) -> str:
    return " ".join(tex.split())
