"""What a document shows beside a sentence goes with the note that was made from it."""

from __future__ import annotations

from cards.documents.building import DocumentBuilder
from cards.documents.model import Document, Kind, Media
from cards.exhibits import with_exhibits
from cards.languages import language_named
from cards.model import BasicNote, Exhibit, Formula, Listing, Origin, Picture, Source, Span

CELL = Media("cell.png", "image/png", b"cell")
LEAF = Media("leaf.png", "image/png", b"leaf")


def exhibits_of(document: Document, sentence: str) -> tuple[Exhibit, ...]:
    start = document.text.index(sentence)
    source = Source(document.name, Span(start, start + len(sentence)), sentence)
    note = BasicNote(id="n", question="Q", answer="A", source=source, origin=Origin("definition"))
    (shown,) = with_exhibits([note], document, language_named(document.language))
    return shown.exhibits


def built(*blocks: tuple[Kind, str] | Media | tuple[Media, str]) -> Document:
    builder = DocumentBuilder()
    for block in blocks:
        match block:
            case Media():
                builder.picture(block)
            case (Media() as media, caption):
                builder.picture(media, caption)
            case (kind, words):
                builder.add(kind, words)
    return builder.document(name="physics.docx")


def test_a_formula_goes_with_the_sentence_that_leads_up_to_it() -> None:
    document = built(
        (Kind.PARAGRAPH, "Water is wet. The kinetic energy of a body is given by"),
        (Kind.FORMULA, "E = \\frac{1}{2} m v^2"),
        (Kind.PARAGRAPH, "Nothing else matters here."),
    )

    assert exhibits_of(document, "The kinetic energy of a body is given by") == (
        Formula("E = \\frac{1}{2} m v^2"),
    )
    assert exhibits_of(document, "Water is wet.") == ()
    assert exhibits_of(document, "Nothing else matters here.") == ()


def test_a_listing_goes_with_the_sentence_that_ends_in_a_colon() -> None:
    document = built(
        (Kind.PARAGRAPH, "函数用 def 定义，例如："),
        (Kind.CODE, "def f(x):\n    return x"),
        (Kind.PARAGRAPH, "函数可以返回多个值，它们组成元组。"),
    )

    assert exhibits_of(document, "函数用 def 定义，例如：") == (Listing("def f(x):\n    return x"),)


def test_a_figure_goes_with_every_sentence_that_names_its_number() -> None:
    document = built(
        (Kind.PARAGRAPH, "线粒体是细胞的能量工厂（图 3-2）。"),
        (CELL, "图3-2 细胞的结构"),
        (Kind.PARAGRAPH, "叶绿体进行光合作用，见图 3－3。细胞壁如图 3-2 所示。"),
        LEAF,
        (Kind.PARAGRAPH, "图3-3 叶片的横切面"),
    )

    assert exhibits_of(document, "线粒体是细胞的能量工厂（图 3-2）。") == (
        Picture("cell.png", "图3-2 细胞的结构"),
    )
    assert exhibits_of(document, "叶绿体进行光合作用，见图 3－3。") == (Picture("leaf.png"),)
    assert exhibits_of(document, "细胞壁如图 3-2 所示。") == (Picture("cell.png", "图3-2 细胞的结构"),)


def test_a_figure_below_goes_with_the_sentence_that_points_at_it() -> None:
    document = built(
        (Kind.PARAGRAPH, "The cycle has four phases, as shown below."),
        (CELL, "The cell cycle"),
        (Kind.PARAGRAPH, "A phase is a stretch of time."),
    )

    assert exhibits_of(document, "The cycle has four phases, as shown below.") == (
        Picture("cell.png", "The cell cycle"),
    )
    assert exhibits_of(document, "A phase is a stretch of time.") == ()


def test_a_sentence_shows_two_exhibits_at_most() -> None:
    document = built(
        (Kind.PARAGRAPH, "Three pictures are shown below:"),
        CELL,
        LEAF,
        Media("root.png", "image/png", b"root"),
        (Kind.PARAGRAPH, "The end of it all."),
    )

    assert exhibits_of(document, "Three pictures are shown below:") == (
        Picture("cell.png"),
        Picture("leaf.png"),
    )
