"""MathML -> TeX."""

from __future__ import annotations

import re

from cards.documents.html.elements import tag_of
from cards.documents.xmltree import Element

_TEX_TYPES = ("application/x-tex", "tex", "latex", "application/x-latex", "text/tex")
# Wikipedia wraps each of its formulas so.
_STYLED = re.compile(r"\{\\(?:displaystyle|textstyle)\s+(.*)\}", re.DOTALL)
_NAMES = {
    "α": r"\alpha", "β": r"\beta", "γ": r"\gamma", "δ": r"\delta", "ε": r"\varepsilon", "ϵ": r"\epsilon",
    "ζ": r"\zeta", "η": r"\eta", "θ": r"\theta", "ι": r"\iota", "κ": r"\kappa", "λ": r"\lambda", "μ": r"\mu",
    "ν": r"\nu", "ξ": r"\xi", "π": r"\pi", "ρ": r"\rho", "σ": r"\sigma", "τ": r"\tau", "υ": r"\upsilon",
    "φ": r"\varphi", "ϕ": r"\phi", "χ": r"\chi", "ψ": r"\psi", "ω": r"\omega", "Γ": r"\Gamma", "Δ": r"\Delta",
    "Θ": r"\Theta", "Λ": r"\Lambda", "Ξ": r"\Xi", "Π": r"\Pi", "Σ": r"\Sigma", "Φ": r"\Phi", "Ψ": r"\Psi",
    "Ω": r"\Omega", "∑": r"\sum", "∏": r"\prod", "∫": r"\int", "∮": r"\oint", "∂": r"\partial", "∇": r"\nabla",
    "∞": r"\infty", "±": r"\pm", "∓": r"\mp", "×": r"\times", "÷": r"\div", "⋅": r"\cdot", "·": r"\cdot",
    "∗": "*", "−": "-", "≤": r"\le", "≥": r"\ge", "≠": r"\ne", "≈": r"\approx", "≡": r"\equiv", "∼": r"\sim",
    "∝": r"\propto", "→": r"\to", "←": r"\leftarrow", "↔": r"\leftrightarrow", "⇒": r"\Rightarrow",
    "⇐": r"\Leftarrow", "⇔": r"\Leftrightarrow", "⟶": r"\longrightarrow", "∈": r"\in", "∉": r"\notin",
    "⊂": r"\subset", "⊆": r"\subseteq", "∪": r"\cup", "∩": r"\cap", "∅": r"\emptyset", "∀": r"\forall",
    "∃": r"\exists", "¬": r"\neg", "∧": r"\land", "∨": r"\lor", "…": r"\dots", "⋯": r"\cdots", "⋮": r"\vdots",
    "′": "'", "″": "''", "ℝ": r"\mathbb{R}", "ℕ": r"\mathbb{N}", "ℤ": r"\mathbb{Z}", "ℚ": r"\mathbb{Q}",
    "ℂ": r"\mathbb{C}", "⟨": r"\langle", "⟩": r"\rangle", "∘": r"\circ", "°": r"^\circ", "⇌": r"\rightleftharpoons",
    "{": r"\{", "}": r"\}", "%": r"\%", "#": r"\#", "&": r"\&", "_": r"\_", "$": r"\$", "~": r"\sim",
    "\\": r"\backslash", "\u2061": "", "\u2062": "", "\u2063": "", "\u2064": "", "\u200b": "", "\xa0": "",
}  # fmt: skip
_FUNCTIONS = frozenset(
    "sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh log ln lg exp lim max min sup inf det gcd dim "
    "ker arg deg mod".split()
)
_OVER = {
    "¯": r"\overline", "‾": r"\overline", "_": r"\underline", "^": r"\hat", "ˆ": r"\hat", "~": r"\tilde",
    "˜": r"\tilde", "→": r"\vec", "⃗": r"\vec", "˙": r"\dot", ".": r"\dot", "¨": r"\ddot",
    "⏞": r"\overbrace", "⏟": r"\underbrace",
}  # fmt: skip
# A formula of print is a dozen deep.
_DEEPEST = 100
_LETTER = re.compile(r"[A-Za-z]")


def tex_of(math: Element) -> str:
    """Return the formula of a `math` element as TeX without delimiters.

    What its author wrote beside it counts first (an annotation, `alttext`); else it is put together from its
    elements. "" where there is nothing in it.
    """
    for element in math.iter():
        if tag_of(element) == "annotation" and (element.get("encoding") or "").lower() in _TEX_TYPES:
            return _plain(element.text or "")
    if math.get("alttext"):
        return _plain(math.get("alttext") or "")
    if _is_deep(math):
        return _plain("".join(math.itertext()))
    return _plain(_row(math))


def _is_deep(math: Element) -> bool:
    levels, row = 0, [math]
    while row and levels <= _DEEPEST:
        levels, row = levels + 1, [child for element in row for child in element]
    return levels > _DEEPEST


def _plain(tex: str) -> str:
    tex = " ".join(tex.split())
    styled = _STYLED.fullmatch(tex)
    return styled[1].strip() if styled else tex


def _row(element: Element) -> str:
    return _joined([_tex(child) for child in element if tag_of(child)])


def _joined(parts: list[str]) -> str:
    said = ""
    for part in parts:
        # A command goes on with the letters behind it.
        if _LETTER.match(part) and re.search(r"\\[A-Za-z]+$", said):
            said += " "
        said += part
    return said


def _tex(element: Element) -> str:
    tag = tag_of(element)
    parts = [child for child in element if tag_of(child)]
    match tag, len(parts):
        case ("mi" | "mn" | "mo" | "ms", _):
            return _token(tag, " ".join("".join(element.itertext()).split()))
        case ("mtext", _):
            words = " ".join("".join(element.itertext()).split())
            return rf"\text{{{words}}}" if words else ""
        case ("mfrac", 2):
            return rf"\frac{_group(parts[0])}{_group(parts[1])}"
        case ("msqrt", _):
            return rf"\sqrt{{{_row(element)}}}"
        case ("mroot", 2):
            return rf"\sqrt[{_tex(parts[1])}]{_group(parts[0])}"
        case ("msup", 2):
            return f"{_base(parts[0])}^{_group(parts[1])}"
        case ("msub", 2):
            return f"{_base(parts[0])}_{_group(parts[1])}"
        case ("msubsup" | "munderover", 3):
            return f"{_base(parts[0])}_{_group(parts[1])}^{_group(parts[2])}"
        case ("mover" | "munder", 2):
            return _accented(tag, parts)
        case ("mfenced", _):
            return _fenced(element, parts)
        case ("mtable", _):
            rows = [" & ".join(_row(cell) for cell in row if tag_of(cell)) for row in parts]
            return r"\begin{matrix}" + r" \\ ".join(rows) + r"\end{matrix}"
        case ("semantics", n) if n:
            return _tex(parts[0])
        case ("annotation" | "annotation-xml" | "mphantom" | "mspace" | "none" | "mprescripts", _):
            return ""
        case _:
            return _row(element)


def _token(tag: str, words: str) -> str:
    if words in _NAMES:
        return _NAMES[words]
    if words in _FUNCTIONS:
        return "\\" + words
    if tag == "mi" and len(words) > 1 and words.isalpha() and words.isascii():
        return rf"\mathrm{{{words}}}"
    return "".join(_NAMES.get(character, character) for character in words)


def _group(element: Element) -> str:
    return f"{{{_tex(element)}}}"


def _base(element: Element) -> str:
    tex = _tex(element)
    return tex if len(tex) <= 1 or re.fullmatch(r"\\[A-Za-z]+", tex) else f"{{{tex}}}"


def _accented(tag: str, parts: list[Element]) -> str:
    mark = "".join(parts[1].itertext()).strip()
    if mark in _OVER:
        return f"{_OVER[mark]}{_group(parts[0])}"
    base = _base(parts[0])
    if base in (r"\sum", r"\prod", r"\int", r"\lim", r"\max", r"\min"):
        return f"{base}{'^' if tag == 'mover' else '_'}{_group(parts[1])}"
    return rf"\{'over' if tag == 'mover' else 'under'}set{_group(parts[1])}{_group(parts[0])}"


def _fenced(element: Element, parts: list[Element]) -> str:
    opening, closing = element.get("open", "("), element.get("close", ")")
    inside = ", ".join(_tex(part) for part in parts)
    return f"{_token('mo', opening)}{inside}{_token('mo', closing)}"
