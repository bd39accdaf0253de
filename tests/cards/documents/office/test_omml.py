"""Formulas of Word and PowerPoint become TeX."""

from __future__ import annotations

import pytest

from cards.documents.office.omml import tex_of
from cards.documents.xmltree import tree_of
from tests.cards.documents.office.packing import xml


def r(signs: str, properties: str = "") -> str:
    return f"<m:r><m:rPr>{properties}</m:rPr><m:t>{signs}</m:t></m:r>"


def m(name: str, properties: str = "", **parts: str) -> str:
    inside = "".join(f"<m:{part}>{content}</m:{part}>" for part, content in parts.items())
    return f"<m:{name}><m:{name}Pr>{properties}</m:{name}Pr>{inside}</m:{name}>"


def v(name: str, value: str) -> str:
    return f'<m:{name} m:val="{value}"/>'


PLAIN = v("sty", "p")
X, Y, N = r("x"), r("y"), r("n")
MATRIX = (
    f"<m:m><m:mr><m:e>{X}</m:e><m:e>{Y}</m:e></m:mr><m:mr><m:e>{r('1')}</m:e><m:e>{r('0')}</m:e></m:mr></m:m>"
)
LINES = f"<m:eqArr><m:e>{r('x&amp;=1')}</m:e><m:e>{r('y&amp;=2')}</m:e></m:eqArr>"
NO_BAR = m("f", v("type", "noBar"), num=N, den=r("k"))


@pytest.mark.parametrize(
    ("formula", "tex"),
    [
        (X + r("+2") + Y, "x+2y"),
        (m("f", num=r("a"), den=r("b")), "\\frac{a}{b}"),
        (m("f", v("type", "lin"), num=r("a"), den=r("b")), "{a}/{b}"),
        (m("f", v("type", "skw"), num=r("a"), den=r("b")), "{a}/{b}"),
        (NO_BAR, "{n \\atop k}"),
        (m("sSup", e=X, sup=r("2")), "x^{2}"),
        (m("sSub", e=r("α"), sub=N), "\\alpha_{n}"),
        (m("sSubSup", e=r("ab"), sub=N, sup=r("2")), "{ab}_{n}^{2}"),
        (m("sPre", sub=r("6"), sup=r("12"), e=r("C", PLAIN)), "{}_{6}^{12}C"),
        (m("sSup", e=m("d", e=m("f", num=X, den=Y)), sup=r("2")), "\\left( \\frac{x}{y} \\right)^{2}"),
        (m("rad", v("degHide", "1"), deg="", e=X), "\\sqrt{x}"),
        (m("rad", deg=r("3"), e=X), "\\sqrt[3]{x}"),
        (m("nary", v("chr", "∑"), sub=r("i=1"), sup=N, e=X), "\\sum_{i=1}^{n} x"),
        (m("nary", v("subHide", "1") + v("supHide", "on"), sub="", sup="", e=r("xdx")), "\\int xdx"),
        (m("d", e=r("a,b")), "(a,b)"),
        (m("d", v("begChr", "[") + v("endChr", ""), e=X), "\\left[ x \\right."),
        (m("d", v("begChr", "⌊") + v("endChr", "⌋"), e=X), "\\left\\lfloor x \\right\\rfloor"),
        (m("d", v("begChr", "{") + v("endChr", "}"), e=X), "\\left\\{ x \\right\\}"),
        (f"<m:d><m:e>{X}</m:e><m:e>{Y}</m:e></m:d>", "(x | y)"),
        (m("d", e=NO_BAR), "\\binom{n}{k}"),
        (MATRIX, "\\begin{matrix}x & y \\\\ 1 & 0\\end{matrix}"),
        (m("d", e=MATRIX), "\\begin{pmatrix}x & y \\\\ 1 & 0\\end{pmatrix}"),
        (
            m("d", v("begChr", "|") + v("endChr", "|"), e=MATRIX),
            "\\begin{vmatrix}x & y \\\\ 1 & 0\\end{vmatrix}",
        ),
        (m("d", v("begChr", "{") + v("endChr", ""), e=LINES), "\\begin{cases}x&=1 \\\\ y&=2\\end{cases}"),
        (LINES, "\\begin{aligned}x&=1 \\\\ y&=2\\end{aligned}"),
        (m("acc", e=X), "\\hat{x}"),
        (m("acc", v("chr", "\u20d7"), e=r("AB")), "\\vec{AB}"),
        (m("acc", v("chr", "☺"), e=X), "\\overset{☺}{x}"),
        (m("bar", v("pos", "top"), e=r("AB")), "\\overline{AB}"),
        (m("bar", e=X), "\\underline{x}"),
        (m("groupChr", e=X), "\\underbrace{x}"),
        (m("limLow", e=m("groupChr", e=r("a+b")), lim=N), "\\underbrace{a+b}_{n}"),
        (m("groupChr", v("chr", "→") + v("pos", "top"), e=X), "\\overset{\\to}{x}"),
        (m("func", fName=r("sin", PLAIN), e=X), "\\sin x"),
        (m("func", fName=r("lcm", PLAIN), e=X), "\\mathrm{lcm} x"),
        (m("func", fName=m("limLow", e=r("lim", PLAIN), lim=r("x→0")), e=X), "\\lim_{x\\to0} x"),
        (m("limUpp", e=r("="), lim=r("def", PLAIN)), "\\overset{\\mathrm{def}}{=}"),
        (m("borderBox", e=X), "\\boxed{x}"),
        (m("phant", v("show", "0"), e=X), "\\phantom{x}"),
        (m("box", e=X), "x"),
        (r("𝑥≤𝛼"), "x\\le\\alpha"),
        (r("R", v("scr", "double-struck")), "\\mathbb{R}"),
        (r("v", v("sty", "b")), "\\mathbf{v}"),
        (r("if x {", "<m:nor/>"), "\\text{if x  }".replace("  ", " ")),
        (r("速度=50%"), "\\text{速度}=50\\%"),
        (r("α") + r("x"), "\\alpha x"),
        (r("f") + r("\u2061") + r("x"), "fx"),
        ("<w:ins>" + X + "</w:ins><w:del>" + Y + "</w:del>", "x"),
        (m("f", num="", den=""), "\\frac{}{}"),
        ("<m:f/>", "\\frac{}{}"),
        ("", ""),
    ],
)
def test_a_formula_is_written_as_tex(formula: str, tex: str) -> None:
    assert tex_of(tree_of(xml("m:oMath", formula))) == tex


def test_no_formula_is_too_deep() -> None:
    deep = X
    for _ in range(120):
        deep = f"<m:rad><m:e>{deep}</m:e></m:rad>"

    assert tex_of(tree_of(xml("m:oMath", deep))).count("\\sqrt") == 120
