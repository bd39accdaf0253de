"""Characters of formulas -> TeX."""

from __future__ import annotations

import re
import unicodedata

_GREEK = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho"
_GREEK_ON = "sigma tau upsilon phi chi psi omega"

_SIGNS = {
    **{chr(0x3B1 + at): f"\\{name}" for at, name in enumerate(_GREEK.split()) if name != "omicron"},
    **{chr(0x3C3 + at): f"\\{name}" for at, name in enumerate(_GREEK_ON.split())},
    **dict(
        zip(
            "ΓΔΘΛΞΠΣΥΦΨΩ",
            [f"\\{name}" for name in "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega".split()],
            strict=True,
        )
    ),
    **dict(
        zip(
            "ϵϑϕϱϖς",
            [f"\\{name}" for name in "epsilon vartheta phi varrho varpi varsigma".split()],
            strict=True,
        )
    ),
    "ε": "\\varepsilon",
    "φ": "\\varphi",
    "×": "\\times",
    "÷": "\\div",
    "±": "\\pm",
    "∓": "\\mp",
    "·": "\\cdot",
    "⋅": "\\cdot",
    "∗": "*",
    "∘": "\\circ",
    "•": "\\bullet",
    "⊕": "\\oplus",
    "⊗": "\\otimes",
    "⊖": "\\ominus",
    "⊙": "\\odot",
    "†": "\\dagger",
    "≤": "\\le",
    "≥": "\\ge",
    "⩽": "\\leqslant",
    "⩾": "\\geqslant",
    "≠": "\\ne",
    "≈": "\\approx",
    "≡": "\\equiv",
    "≅": "\\cong",
    "∼": "\\sim",
    "≃": "\\simeq",
    "∝": "\\propto",
    "≪": "\\ll",
    "≫": "\\gg",
    "≺": "\\prec",
    "∈": "\\in",
    "∉": "\\notin",
    "∋": "\\ni",
    "⊂": "\\subset",
    "⊃": "\\supset",
    "⊆": "\\subseteq",
    "⊇": "\\supseteq",
    "∪": "\\cup",
    "∩": "\\cap",
    "∖": "\\setminus",
    "∅": "\\emptyset",
    "∀": "\\forall",
    "∃": "\\exists",
    "¬": "\\neg",
    "∧": "\\wedge",
    "∨": "\\vee",
    "⊢": "\\vdash",
    "⊨": "\\models",
    "⊥": "\\perp",
    "∥": "\\parallel",
    "∠": "\\angle",
    "△": "\\triangle",
    "□": "\\square",
    "∴": "\\therefore",
    "∵": "\\because",
    "→": "\\to",
    "←": "\\leftarrow",
    "↔": "\\leftrightarrow",
    "⇒": "\\Rightarrow",
    "⇐": "\\Leftarrow",
    "⇔": "\\Leftrightarrow",
    "↦": "\\mapsto",
    "↑": "\\uparrow",
    "↓": "\\downarrow",
    "⇌": "\\rightleftharpoons",
    "⟶": "\\longrightarrow",
    "⟹": "\\Longrightarrow",
    "∞": "\\infty",
    "∂": "\\partial",
    "∇": "\\nabla",
    "ℏ": "\\hbar",
    "ℓ": "\\ell",
    "ℜ": "\\Re",
    "ℑ": "\\Im",
    "ℵ": "\\aleph",
    "…": "\\dots",
    "⋯": "\\cdots",
    "⋮": "\\vdots",
    "⋱": "\\ddots",
    "′": "'",
    "″": "''",
    "‴": "'''",
    "∑": "\\sum",
    "∏": "\\prod",
    "∐": "\\coprod",
    "∫": "\\int",
    "∬": "\\iint",
    "∭": "\\iiint",
    "∮": "\\oint",
    "⋃": "\\bigcup",
    "⋂": "\\bigcap",
    "⋁": "\\bigvee",
    "⋀": "\\bigwedge",
    "⨁": "\\bigoplus",
    "⨂": "\\bigotimes",
    "⟨": "\\langle",
    "⟩": "\\rangle",
    "〈": "\\langle",
    "〉": "\\rangle",
    "⌈": "\\lceil",
    "⌉": "\\rceil",
    "⌊": "\\lfloor",
    "⌋": "\\rfloor",
    "‖": "\\|",
    "√": "\\surd",
    "°": "^{\\circ}",
    "−": "-",
    "\u2010": "-",
    "\u2215": "/",
    "ℝ": "\\mathbb{R}",
    "ℕ": "\\mathbb{N}",
    "ℤ": "\\mathbb{Z}",
    "ℚ": "\\mathbb{Q}",
    "ℂ": "\\mathbb{C}",
    "ℙ": "\\mathbb{P}",
    "#": "\\#",
    "$": "\\$",
    "%": "\\%",
    "&": "\\&",
    "_": "\\_",
    "{": "\\{",
    "}": "\\}",
    "~": "\\sim",
    "^": "\\hat{}",
    "\\": "\\backslash",
}
# Marks that only tell programs how to read on: function application, invisible times, comma and plus, zero width space.
_UNSEEN = re.compile("[\u2061-\u2064\u200b\u2060]")
# Characters that only stand in words: Chinese, Japanese and Korean ones, and their punctuation.
_WORDS = re.compile("[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—]+")
# What would end or command a text.
_UNTEXT = re.compile(r"[{}\\$#%^_&~]")
_FUNCTIONS = frozenset(
    "sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth log ln lg exp lim max min sup inf det dim gcd ker"
    " deg arg hom Pr limsup liminf".split()
)


def signs(words: str) -> str:
    """Return characters as they stand in a formula, as TeX: letters are variables, words of Chinese are text."""
    written = unicodedata.normalize("NFC", _UNSEEN.sub("", words))
    parts: list[str] = []
    at = 0
    for found in _WORDS.finditer(written):
        parts += [*map(_sign, written[at : found.start()]), f"\\text{{{found[0]}}}"]
        at = found.end()
    return joined([*parts, *map(_sign, written[at:])])


def upright(words: str) -> str:
    """Return characters that stand upright in a formula: names of functions, units, words."""
    name = _UNSEEN.sub("", words).strip()
    if name in _FUNCTIONS:
        return f"\\{name}"
    if name.isascii() and name.isalpha() and len(name) > 1:
        return f"\\mathrm{{{name}}}"
    return signs(words)


def text(words: str) -> str:
    """Return words inside a formula."""
    if not words.strip():
        return "\\ " if words else ""
    return f"\\text{{{_UNTEXT.sub(' ', words)}}}"


def joined(parts: list[str]) -> str:
    """Return pieces of TeX one after the other, with a space where a command would swallow the letter behind it."""
    made: list[str] = []
    for part in parts:
        if not part:
            continue
        if made and part[0].isalpha() and part[0].isascii() and _COMMAND.search(made[-1]):
            made.append(" ")
        made.append(part)
    return "".join(made)


_COMMAND = re.compile(r"\\[a-zA-Z]+$")


def _sign(character: str) -> str:
    known = _SIGNS.get(character)
    if known is not None:
        return known
    plain = unicodedata.normalize("NFKC", character)
    # Mathematical letters have characters of their own; TeX writes the letter.
    if plain != character and len(plain) == 1 and (plain.isalnum() or plain in _SIGNS):
        return _SIGNS.get(plain, plain)
    return character
