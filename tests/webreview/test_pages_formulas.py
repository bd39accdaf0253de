"""Formulas on pages: MathML for what is understood, the TeX itself for what is not, never a script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webreview.pages.formulas import LONGEST, formula, with_formulas

_TEX = st.lists(
    st.sampled_from(
        [
            *"x1{}^_&<>\"'",
            "\\frac",
            "\\sqrt",
            "\\left(",
            "\\right",
            "\\begin{",
            "\\text{",
            "\\href{",
            "<script>",
        ]
    ),
    max_size=12,
).map("".join)


def test_a_formula_is_drawn_inside_its_text() -> None:
    html = with_formulas("a < b and \\(m^2\\).")

    assert html == (
        'a &lt; b and <math display="inline"><mrow><msup><mi>m</mi><mn>2</mn></msup></mrow></math>.'
    )


def test_lines_of_a_formula_stand_below_each_other() -> None:
    assert formula("\\begin{aligned}a&=b\\\\c&=d\\end{aligned}").count("<mtr>") == 2


@pytest.mark.parametrize("tex", ["\\left(x", "\\ce{H2O}", "{" * 1_500, "x" * (LONGEST + 1)])
def test_tex_that_is_not_understood_is_shown_as_it_is_written(tex: str) -> None:
    assert formula(tex) == f'<code class="tex">{tex}</code>'


@pytest.mark.parametrize(
    "tex",
    [
        "\\text{</math><script>alert(1)</script>}",
        "\\href{javascript:alert(1)}{x}",
        "\\style{background:url(//x)}{y}",
        "</math><img src=x onerror=alert(1)>",
    ],
)
def test_nothing_but_mathematics_comes_through(tex: str) -> None:
    html = formula(tex)

    assert "<script" not in html
    assert "<img" not in html
    assert "href=" not in html
    assert "style=" not in html


@given(_TEX)
def test_any_tex_gives_one_element(tex: str) -> None:
    html = str(formula(tex))

    assert html.startswith(("<math", "<code"))
    assert html.endswith(("</math>", "</code>"))
    assert "<script" not in html
