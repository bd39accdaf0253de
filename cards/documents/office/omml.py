"""Formulas of Word and PowerPoint (OMML) -> TeX."""

from __future__ import annotations

import re
from collections.abc import Callable

from cards.documents.office.mathsigns import joined, signs, text, upright
from cards.documents.office.names import M, W, local, switched, value
from cards.documents.xmltree import Element

_ACCENTS = {
    "\u0300": "grave", "\u0301": "acute", "\u0302": "hat", "^": "hat", "\u0303": "tilde", "~": "tilde",
    "\u0304": "bar", "\u0305": "overline", "\u00af": "bar", "\u0306": "breve", "\u0307": "dot", "\u0308": "ddot",
    "\u20db": "dddot", "\u030c": "check", "\u20d7": "vec", "\u20d6": "overleftarrow", "\u20e1": "overleftrightarrow",
}  # fmt: skip
_LETTERS = {"double-struck": "mathbb", "script": "mathcal", "fraktur": "mathfrak", "sans-serif": "mathsf"}
_NEXT_LINE = " \\\\ "
_ONE = re.compile(r"\\(?:[a-zA-Z]+|left(?:(?!\\left).)*\\right(?:\\.|.))")
_PLAIN = frozenset({("(", ")"), ("[", "]"), ("|", "|")})
# What is higher than a letter, so that its brackets have to grow.
_TALL = re.compile(r"[\\^_]")
_BRACES = {"\u23df": "\\underbrace", "\u23de": "\\overbrace"}
_MATRICES = {
    ("(", ")"): "pmatrix",
    ("[", "]"): "bmatrix",
    ("|", "|"): "vmatrix",
    ("‖", "‖"): "Vmatrix",
    ("{", "}"): "Bmatrix",
}


def tex_of(formula: Element) -> str:
    """Return an `oMath`, or any element inside one, as TeX on one line, without delimiters."""
    return " ".join(_each(formula).split())


def _each(element: Element | None) -> str:
    """Return the TeX of what stands inside the element."""
    if element is None:
        return ""
    return joined([_one(child) for child in element])


def _one(element: Element) -> str:
    name = local(element)
    if element.tag == f"{M}{name}":
        convert = _CONVERTERS.get(name)
        if convert is not None:
            return convert(element)
        # Properties say how, not what.
        return "" if name.endswith("Pr") else _each(element)
    if element.tag in (f"{W}del", f"{W}moveFrom") or name.endswith("Pr"):
        return ""
    if name == "t":
        return signs(element.text or "")
    return _each(element)


def _part(element: Element, name: str) -> str:
    return _each(element.find(f"{M}{name}"))


def _run(element: Element) -> str:
    words = "".join(piece.text or "" for piece in element.iterchildren(f"{M}t", f"{W}t"))
    if switched(element, f"{M}rPr/{M}nor"):
        return text(words)
    letters = _LETTERS.get(_value(element, "rPr/scr") or "")
    style = _value(element, "rPr/sty")
    if letters and words.strip():
        return f"\\{letters}{{{signs(words)}}}"
    if style == "b" and words.strip():
        return f"\\mathbf{{{signs(words)}}}"
    return upright(words) if style == "p" else signs(words)


def _fraction(element: Element) -> str:
    above, below = _part(element, "num"), _part(element, "den")
    match _value(element, "fPr/type"):
        case "noBar":
            return f"{{{above} \\atop {below}}}"
        case "lin" | "skw":
            return f"{{{above}}}/{{{below}}}"
        case _:
            return f"\\frac{{{above}}}{{{below}}}"


def _superscript(element: Element) -> str:
    return f"{_grouped(_part(element, 'e'))}^{{{_part(element, 'sup')}}}"


def _subscript(element: Element) -> str:
    return f"{_grouped(_part(element, 'e'))}_{{{_part(element, 'sub')}}}"


def _both_scripts(element: Element) -> str:
    return f"{_grouped(_part(element, 'e'))}_{{{_part(element, 'sub')}}}^{{{_part(element, 'sup')}}}"


def _scripts_before(element: Element) -> str:
    return f"{{}}_{{{_part(element, 'sub')}}}^{{{_part(element, 'sup')}}}{_part(element, 'e')}"


def _root(element: Element) -> str:
    degree = "" if switched(element, f"{M}radPr/{M}degHide") else _part(element, "deg")
    return f"\\sqrt[{degree}]{{{_part(element, 'e')}}}" if degree else f"\\sqrt{{{_part(element, 'e')}}}"


def _nary(element: Element) -> str:
    operator = signs(_value(element, "naryPr/chr") or "∫")
    below = "" if switched(element, f"{M}naryPr/{M}subHide") else _part(element, "sub")
    above = "" if switched(element, f"{M}naryPr/{M}supHide") else _part(element, "sup")
    scripts = (f"_{{{below}}}" if below else "") + (f"^{{{above}}}" if above else "")
    return f"{operator}{scripts} {_part(element, 'e')}"


def _delimited(element: Element) -> str:
    first, last = _mark(element, "begChr", "("), _mark(element, "endChr", ")")
    inside = element.findall(f"{M}e")
    only = list(inside[0]) if len(inside) == 1 else []
    only = [child for child in only if not local(child).endswith("Pr")]
    if len(only) == 1:
        kind = local(only[0])
        if kind == "m" and (first, last) in _MATRICES:
            return _rows(only[0], _MATRICES[first, last])
        if kind in ("eqArr", "m") and (first, last) == ("{", ""):
            return _array(only[0], "cases") if kind == "eqArr" else _rows(only[0], "cases")
        if kind == "f" and (first, last) == ("(", ")") and _value(only[0], "fPr/type") == "noBar":
            return f"\\binom{{{_part(only[0], 'num')}}}{{{_part(only[0], 'den')}}}"
    parting = _mark(element, "sepChr", "|")
    words = f" {signs(parting)} ".join(_each(one) for one in inside)
    if (first, last) in _PLAIN and not _TALL.search(words):
        return f"{first}{words}{last}"
    return f"\\left{_delimiter(first)} {words} \\right{_delimiter(last)}"


def _mark(element: Element, name: str, usual: str) -> str:
    found = element.find(f"{M}dPr/{M}{name}")
    if found is None:
        return usual
    mark: str = found.get(f"{M}val", "")
    return mark


def _delimiter(mark: str) -> str:
    return signs(mark) if mark else "."


def _matrix(element: Element) -> str:
    return _rows(element, "matrix")


def _rows(element: Element, kind: str) -> str:
    rows = [
        " & ".join(_each(cell) for cell in row.iterchildren(f"{M}e"))
        for row in element.iterchildren(f"{M}mr")
    ]
    return f"\\begin{{{kind}}}{_NEXT_LINE.join(rows)}\\end{{{kind}}}"


def _equations(element: Element) -> str:
    return _array(element, "aligned")


def _array(element: Element, kind: str) -> str:
    # "&" marks where the lines are aligned, which `signs` wrote as a character.
    lines = [_each(line).replace("\\&", "&") for line in element.iterchildren(f"{M}e")]
    return f"\\begin{{{kind}}}{_NEXT_LINE.join(lines)}\\end{{{kind}}}"


def _accent(element: Element) -> str:
    mark = _value(element, "accPr/chr") or "\u0302"
    accent = _ACCENTS.get(mark)
    below = _part(element, "e")
    return f"\\{accent}{{{below}}}" if accent else f"\\overset{{{signs(mark)}}}{{{below}}}"


def _bar(element: Element) -> str:
    side = "overline" if _value(element, "barPr/pos") == "top" else "underline"
    return f"\\{side}{{{_part(element, 'e')}}}"


def _grouping(element: Element) -> str:
    mark = _value(element, "groupChrPr/chr") or "\u23df"
    words = _part(element, "e")
    if mark in _BRACES:
        return f"{_BRACES[mark]}{{{words}}}"
    side = "overset" if _value(element, "groupChrPr/pos") == "top" else "underset"
    return f"\\{side}{{{signs(mark)}}}{{{words}}}"


def _limit(element: Element) -> str:
    words, limit = _part(element, "e"), _part(element, "lim")
    if limit in _BRACES:
        return f"{_BRACES[limit]}{{{words}}}"
    below = local(element) == "limLow"
    takes_limits = words.startswith(
        ("\\lim", "\\max", "\\min", "\\sup", "\\inf", "\\underbrace", "\\overbrace", "\\sum")
    )
    if takes_limits:
        return f"{words}{'_' if below else '^'}{{{limit}}}"
    return f"\\{'underset' if below else 'overset'}{{{limit}}}{{{words}}}"


def _function(element: Element) -> str:
    name = _part(element, "fName")
    if name.isascii() and name.isalpha():
        name = upright(name) if upright(name) == f"\\{name}" else f"\\operatorname{{{name}}}"
    return f"{name} {_part(element, 'e')}"


def _boxed(element: Element) -> str:
    return f"\\boxed{{{_part(element, 'e')}}}"


def _phantom(element: Element) -> str:
    words = _part(element, "e")
    return words if switched(element, f"{M}phantPr/{M}show") is not False else f"\\phantom{{{words}}}"


def _grouped(base: str) -> str:
    """Return the base of a script: one sign as it is, more of them as a group."""
    return base if len(base) <= 1 or _ONE.fullmatch(base) else f"{{{base}}}"


def _value(element: Element, path: str) -> str | None:
    return value(element, "/".join(f"{M}{name}" for name in path.split("/")))


_CONVERTERS: dict[str, Callable[[Element], str]] = {
    "r": _run,
    "f": _fraction,
    "sSup": _superscript,
    "sSub": _subscript,
    "sSubSup": _both_scripts,
    "sPre": _scripts_before,
    "rad": _root,
    "nary": _nary,
    "d": _delimited,
    "m": _matrix,
    "eqArr": _equations,
    "acc": _accent,
    "bar": _bar,
    "groupChr": _grouping,
    "limLow": _limit,
    "limUpp": _limit,
    "func": _function,
    "borderBox": _boxed,
    "phant": _phantom,
}
