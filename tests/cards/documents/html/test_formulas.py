"""The formulas of pages -> TeX."""

from __future__ import annotations

import pytest

from tests.cards.documents.html.bodies import blocks_of


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        (r"<p>a <span class='math inline'>\(x\)</span> b</p>", [r"paragraph: a \(x\) b"]),
        (r"<p>a</p><div class='math'>\[x\]</div>", ["paragraph: a", "formula: x"]),
        (r"<p>\[x^2\]</p><p>$$y$$</p>", ["formula: x^2", "formula: y"]),
        (r"<p>a \[x\] b</p>", [r"paragraph: a \(x\) b"]),
        ("<p>from $5 to $6</p>", ["paragraph: from $5 to $6"]),
        ("<script src=mathjax.js></script><p>a $x$ for $5</p>", [r"paragraph: a \(x\) for $5"]),
        ("<p>a <script type='math/tex'>x</script></p>", [r"paragraph: a \(x\)"]),
        ("<script type='math/tex; mode=display'>x</script><p>a", ["formula: x", "paragraph: a"]),
        ("<p>a <math><mfrac><mi>x</mi><mn>2</mn></mfrac></math></p>", [r"paragraph: a \(\frac{x}{2}\)"]),
        (
            "<math display=block><mi>α</mi><mo>≤</mo><mi>x</mi></math><p>a",
            [r"formula: \alpha\le x", "paragraph: a"],
        ),
        ("<p>a <img class=tex alt='$x$' src=a.png></p>", [r"paragraph: a \(x\)"]),
    ],
)
def test_formulas_are_tex(body: str, blocks: list[str]) -> None:
    assert blocks_of(body) == blocks


@pytest.mark.parametrize(
    ("written", "tex"),
    [
        ("<msqrt><mi>x</mi><mo>+</mo><mn>1</mn></msqrt>", r"\sqrt{x+1}"),
        ("<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><mi>a</mi>", r"\sum_{i}^{n}a"),
        ("<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>", "x_{1}^{2}"),
        ("<mover><mi>v</mi><mo>→</mo></mover>", r"\vec{v}"),
        ("<munder><mi>lim</mi><mi>x</mi></munder>", r"\lim_{x}"),
        ("<mroot><mi>x</mi><mn>3</mn></mroot>", r"\sqrt[3]{x}"),
        ("<mi>sin</mi><mo>&#8289;</mo><mi>x</mi>", r"\sin x"),
        ("<mtext>if </mtext><mi>kg</mi>", r"\text{if}\mathrm{kg}"),
        ("<mfenced><mi>a</mi><mi>b</mi></mfenced>", "(a, b)"),
        ("<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr></mtable>", r"\begin{matrix}a & b\end{matrix}"),
        ("<mo>{</mo><mn>5</mn><mo>%</mo>", r"\{5\%"),
    ],
)  # fmt: skip
def test_mathml_without_a_note_of_its_tex_is_put_together(written: str, tex: str) -> None:
    assert blocks_of(f"<p>a</p><math display=block>{written}</math>")[1] == f"formula: {tex}"
