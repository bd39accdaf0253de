"""HTML -> blocks: what each element becomes."""

from __future__ import annotations

from pathlib import Path

import pytest

from cards.documents import Hints, Kind, prose_of, read_here
from cards.errors import CardsError
from tests.cards.documents.html.bodies import blocks_of, read_body

PICTURE = (Path(__file__).parents[3] / "golden" / "corpus" / "spectrum.png").read_bytes()


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        ("<p>one<p>two", ["paragraph: one", "paragraph: two"]),
        ("<div>one<p>two</p>three</div>", ["paragraph: one", "paragraph: two", "paragraph: three"]),
        ("<i>one<p>two</p></i>three", ["paragraph: one", "paragraph: two", "paragraph: three"]),
        ("<p>一行\n   又一行</p>", ["paragraph: 一行又一行"]),
        ("<p>a\n b&nbsp;c &amp; d&eacute;</p>", ["paragraph: a b c & dé"]),
        ("<p>甲是一。<br>乙是二。</p>", ["paragraph: 甲是一。", "paragraph: 乙是二。"]),
        ("<p>one line<br>goes on</p>", ["paragraph: one line goes on"]),
        ("<p>one<br><br>two</p>", ["paragraph: one", "paragraph: two"]),
        ("<h2>A <small>b</small><br>c</h2><p>d", ["heading 2: A b c", "paragraph: d"]),
        ('<p role="heading" aria-level="3">A</p><p>b', ["heading 3: A", "paragraph: b"]),
        ("<p><b>Short and bold</b></p><p>Prose.</p>", ["heading 1: Short and bold", "paragraph: Prose."]),
        ("<p><b>Bold prose, not a heading.</b></p><p>b", ["paragraph: Bold prose, not a heading.", "paragraph: b"]),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", ["item 1: a", "item 2: b", "item 1: c"]),
        ("<ul><li><p>a</p><p>b</p></li></ul>", ["item 1: a", "paragraph: b"]),
        ("<ol reversed><li>a<li>b</ol>", ["item 1: 2. a", "item 1: 1. b"]),
        ("<ol type=I><li>a<li value=9>b<li>c</ol>", ["item 1: I. a", "item 1: IX. b", "item 1: X. c"]),
        ('<ol style="list-style-type: none"><li>1) a</ol>', ["item 1: 1) a"]),
        ("<dl><dt>甲<dd>是一<dt>乙：<dd>是二</dl>", ["item 1: 甲：是一", "item 1: 乙：是二"]),
        ("<dl><dt>a<dt>b<dd>c<dd>d<dt>e</dl>", ["item 1: a, b: c", "item 1: d", "item 1: e"]),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>", ["quote 1: a", "quote 2: b"]),
        ("<pre>a\n  b</pre>", ["code: a\n  b"]),
        ("<pre>　　人不知而不愠，\n不亦君子乎？</pre>", ["paragraph: 人不知而不愠，", "paragraph: 不亦君子乎？"]),
        ("<p>see <code>f(x)</code></p>", ["paragraph: see f(x)"]),
        ("<p><q>a</q> b</p>", ["paragraph: “a” b"]),
        ("<p><ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp>字<rt>zì</rt></ruby></p>", ["paragraph: 漢字"]),
        ("<p>10<sup>3</sup> H<sub>2</sub>O 1<sup>st</sup> a<sup>x/y</sup></p>", ["paragraph: 10³ H₂O 1st a^(x/y)"]),
        ('<p>a<sup><a href="#n">1</a></sup><a href="#m">[2]</a><sup>[3]</sup></p>', ["paragraph: a"]),
        ('<h2>A<a href="#a">¶</a></h2>b', ["heading 2: A", "paragraph: b"]),
        ('<p>a <a href="#b">b</a></p>', ["paragraph: a b"]),
        ('<p>a<span hidden>b</span><i style="display:none">c</i><i class="sr-only">d</i></p>', ["paragraph: a"]),
        ("<p>a<script>b</script><style>c</style><noscript>d</noscript></p>", ["paragraph: a"]),
        ("<details><summary>a</summary>b</details>", ["paragraph: a", "paragraph: b"]),
        ("<p>a&shy;b<wbr>c&#8203;d</p>", ["paragraph: abcd"]),
        ("<svg><title>t</title><text>u</text></svg><p>a</p>", ["paragraph: a"]),
    ],
)  # fmt: skip
def test_an_element_becomes_the_blocks_that_a_reader_sees(body: str, blocks: list[str]) -> None:
    assert blocks_of(body) == blocks


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        ("<tr><th>a<th>b<tr><td>c<td>d", ["table 1: a\tb", "table: c\td"]),
        ("<tr><td><b>a</b><td><b>b</b><tr><td>c<td>d", ["table 1: a\tb", "table: c\td"]),
        ("<tr><td rowspan=2>a<td>b<tr><td>c", ["table: a\tb", "table: a\tc"]),
        ("<tr><td>a<td>b<td>c<tr><td colspan=2>d<td>e", ["table: a\tb\tc", "table: d\t\te"]),
        ("<tr><td><p>a</p><p>b</p><td>c", ["table: a b\tc"]),
        ("<tr><td>one column<tr><td>of prose", ["paragraph: one column", "paragraph: of prose"]),
        ("<tr><td><h2>a</h2>b<td>c", ["heading 2: a", "paragraph: b", "paragraph: c"]),
        ("<tr><td><table><tr><td>a<td>b</table><td>c", ["table: a\tb", "paragraph: c"]),
        ("<caption>t</caption><tr><td>a<td>b", ["paragraph: t", "table: a\tb"]),
    ],
)
def test_tables_of_data_are_rows_and_tables_of_layout_are_paragraphs(body: str, blocks: list[str]) -> None:
    assert blocks_of(f"<table>{body}</table>") == blocks


@pytest.mark.parametrize(
    ("pre", "language"),
    [
        ("<pre><code class='language-python'>x</code></pre>", "python"),
        ("<pre class='sourceCode rust'><code class='sourceCode rust'>x</code></pre>", "rust"),
        ("<div class='highlight-c++ notranslate'><div class='highlight'><pre>x</pre></div></div>", "c++"),
        ("<div class='highlight highlight-source-shell'><pre>x</pre></div>", "shell"),
        ("<pre data-language='go'>x</pre>", "go"),
        ("<pre>x</pre>", ""),
    ],
)
def test_code_knows_its_language(pre: str, language: str) -> None:
    document = read_body(f"<p>a</p>{pre}")

    assert [(block.kind, block.language) for block in document.blocks][1:] == [(Kind.CODE, language)]


def test_a_block_in_another_language_says_so() -> None:
    document = read_body(
        "<p>The cell is the unit of all life that we know of.</p><p lang=zh-TW>細胞</p><p lang=en-GB>It is.</p>"
    )

    assert [block.language for block in document.blocks] == ["", "zh-Hant", ""]


def test_pictures_come_from_beside_the_page_and_from_the_page_itself() -> None:
    body = (
        "<figure><img src='a%20b/c.png?x'><figcaption>A cell.</figcaption></figure>"
        "<p>Text <img src='data:image/png;base64,iVBORw0KGgo=' alt='broken'>"
        "<img src='https://x/y.png'><img src='gone.png'></p>"
        "<img src=icon.png width=16 height=16>"
    )
    document = read_body(body, beside=lambda name: PICTURE if name == "a b/c.png" else None)

    assert [(shown.span.of(document.text), shown.caption) for shown in document.pictures] == [
        ("A cell.", "A cell.")
    ]
    assert [one.content for one in document.media] == [PICTURE]
    assert [str(remark) for remark in document.remarks] == [
        "pictures that are elsewhere on the web were left out: 1",
        "pictures whose files are not beside the document were left out: 1",
        "damaged pictures were left out: 1",
    ]


@pytest.mark.parametrize(
    ("written", "declared"),
    [
        ("gbk", "gb2312"),
        ("big5hkscs", "big5"),
        ("shift_jis", "shift_jis"),
        ("utf-8", "gbk"),
        ("utf-16", "gbk"),
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_is_written_in(written: str, declared: str) -> None:
    words = "水" if written != "gbk" else "镕基"
    page = f'<!-- {"x" * 1100} --><meta charset="{declared}"><title>t</title><p>{words}</p>'
    document = read_here(page.encode(written), name="page.html")

    assert prose_of(document, document.blocks[-1]).text == words


def test_the_encoding_that_the_learner_names_counts_most() -> None:
    page = '<meta charset="utf-8"><p>水</p>'.encode("big5")
    document = read_here(page, name="page.html", hints=Hints(encoding="big5"))

    assert document.blocks[0].span.of(document.text) == "水"


def test_the_title_stands_in_front_where_no_heading_says_it() -> None:
    document = read_here(
        "<title>水的循环 - 某某网</title><h2>蒸发</h2><p>水变成气。</p>".encode(), name="page.html"
    )

    assert [(block.level, block.span.of(document.text)) for block in document.blocks] == [
        (1, "水的循环"),
        (2, "蒸发"),
        (0, "水变成气。"),
    ]


def test_headings_stand_below_a_title_of_their_own_level() -> None:
    document = read_here(
        b"<title>T</title><h1>T</h1><p>a</p><h1>One</h1><p>b</p><h2>Two</h2>", name="page.html"
    )

    assert [block.level for block in document.blocks if block.kind is Kind.HEADING] == [1, 2, 3]


def test_a_title_by_its_class_stands_above_headings_of_the_first_level() -> None:
    document = read_here(b"<p class=MsoTitle>T</p><h1>One</h1><p>b</p>", name="page.html")

    assert [block.level for block in document.blocks if block.kind is Kind.HEADING] == [1, 2]


def test_what_is_told_of_a_page_beside_its_title_is_notread_body() -> None:
    body = "<article><header><h1>T</h1><table><tr><th>Created<td>May</table></header><p>Much prose.</p></article>"

    assert blocks_of(body) == ["heading 1: T", "paragraph: Much prose."]


def test_ornaments_are_notread_body() -> None:
    assert blocks_of("<p>a</p><p>* * *</p><div>💡</div><p>b</p>") == ["paragraph: a", "paragraph: b"]


def test_a_page_of_notion_is_called_without_its_id() -> None:
    page = b"<h1>Cells</h1><p>A cell is small.</p>"

    assert read_here(page, name="Cells 0123456789abcdef0123456789abcdef.html").name == "Cells.html"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-05-02T08:00:00+00:00">',
        '<meta name="PubDate" content="2024/5/2 10:00">',
        '<script type="application/ld+json">{"@type": "Article", "datePublished": "2024-05-02"}</script>',
        '<time itemprop="datePublished" datetime="2024-05-02">yesterday</time>',
    ],
)
def test_the_day_of_publication_is_told(head: str) -> None:
    assert [str(remark) for remark in read_body(f"{head}<p>a").remarks] == ["published on 2024-05-02"]


@pytest.mark.parametrize("body", ["", "<p> &nbsp; </p>", "<script>x</script>", "<nav><a href=a>a</a></nav>"])
def test_a_page_without_words_is_refused(body: str) -> None:
    with pytest.raises(CardsError, match=r"^page.html: this document (is empty|holds no text)"):
        read_body(body)


def test_a_page_of_endless_depth_is_refused() -> None:
    with pytest.raises(CardsError, match="more than 2,000 deep"):
        read_body("<div>" * 100_000 + "a")


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 1_500 + "a",
        "<b>" * 1_500 + "a",
        "<blockquote>" * 1_500 + "a",
        "<table><tr><td>" * 500 + "a",
        "<ul><li>" * 700 + "a",
        "<p>a</p><math>" + "<mrow>" * 1_500 + "<mi>x</mi>",
        "<table>" + "<tr><td>a<td>b" * 20_000 + "</table>",
        "<table>" + "<tr><td rowspan=9999999 colspan=9999999>a" * 500 + "</table>",
        "<p>a" + "&amp;" * 100_000,
        "<p>" + "a<br>" * 50_000,
        "<dl>" + "<dt>a" * 1_000 + "</dl>",
        "<p>" + r"\[a" * 20_000,
        "<script src=katex></script><p>" + "$a " * 20_000,
        '<p class="' + "a-" * 50_000 + '">a',
        "<pre>" + "<span>a</span>\n" * 50_000 + "</pre>",
        "<p>a<img src='data:" + ";" * 50_000 + "'>",
    ],
    ids=["divs", "bold", "quotes", "tables", "lists", "formula", "rows", "spans", "entities", "breaks", "terms",
         "brackets", "dollars", "class", "code", "address"],
)  # fmt: skip
def test_endless_and_nested_pages_areread_body(body: str) -> None:
    assert read_body(body).blocks


def test_entities_of_its_own_do_not_grow() -> None:
    entities = '<!ENTITY a "ha"><!ENTITY b "&a;&a;">'
    bomb = f'<?xml version="1.0"?><!DOCTYPE html [{entities}]><html><body><p>x &b;</p></body></html>'
    document = read_here(bomb.encode(), name="page.xhtml")

    assert document.text == "x &b;"
