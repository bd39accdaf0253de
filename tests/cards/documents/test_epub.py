"""EPUB -> chapters in reading order, headings at the levels of the table of contents."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from cards.documents import Document, Kind, prose_of, read, read_here
from cards.documents.epub import EpubReader
from cards.errors import CardsError
from cards.model import Place, Unit
from tests.cards.documents.zips import packed

PICTURE = (Path(__file__).parents[2] / "golden" / "corpus" / "spectrum.png").read_bytes()
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
LOCK = (
    '<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>'
    '<enc:EncryptionMethod Algorithm="{}"/><enc:CipherData><enc:CipherReference URI="OPS/1.xhtml"/>'
    "</enc:CipherData></enc:EncryptedData></encryption>"
)


def _page(body: str) -> str:
    return f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{body}</body></html>'


def _zip(members: dict[str, str]) -> bytes:
    return packed({name: content.encode() for name, content in members.items()}, zipfile.ZIP_STORED)


def _book(pages: dict[str, str], contents: str = "", *, others: dict[str, bytes] | None = None) -> bytes:
    """A book of the pages; `contents` is the inside of its table of contents as a page, others are more members."""
    items = "".join(
        f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"/>' for name in pages
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in pages)
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>水之书</dc:title></metadata><manifest>{items}"
        '<item id="toc" href="toc.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        f'</manifest><spine><itemref idref="toc"/>{spine}</spine></package>'
    )
    navigation = f'<nav epub:type="toc" xmlns:epub="http://www.idpf.org/2007/ops"><ol>{contents}</ol></nav>'
    members = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OPS/book.opf": package,
        "OPS/toc.xhtml": _page(navigation),
    }
    members |= {f"OPS/{name}.xhtml": _page(body) for name, body in pages.items()}
    texts = {name: content.encode() for name, content in members.items()}
    return packed(texts | (others or {}), zipfile.ZIP_STORED)


def _listed(document: Document) -> list[tuple[Kind, int, str]]:
    return [(block.kind, block.level, prose_of(document, block).text) for block in document.blocks]


def _read(book: bytes) -> Document:
    return read_here(book, name="book.epub")


def test_headings_stand_at_the_levels_of_the_table_of_contents() -> None:
    contents = (
        '<li><a href="1.xhtml">第一部</a><ol><li><a href="2.xhtml">蒸发</a><ol>'
        '<li><a href="2.xhtml#b">条件</a></li></ol></li></ol></li>'
    )
    pages = {
        "1": "<h1>第一部</h1><p>概说。</p>",
        "2": '<h1>蒸发</h1><p>甲。</p><h2>附记</h2><p>乙。</p><h2 id="b">条件</h2><h3>温度</h3><p>丙。</p>',
    }

    headings = [
        (level, words)
        for kind, level, words in _listed(_read(_book(pages, contents)))
        if kind is Kind.HEADING
    ]

    assert headings == [(1, "第一部"), (2, "蒸发"), (3, "附记"), (3, "条件"), (4, "温度")]


def test_a_chapter_without_a_heading_gets_the_one_of_the_table_of_contents() -> None:
    contents = '<li><a href="1.xhtml">一</a></li><li><a href="2.xhtml">二</a></li>'
    pages = {"1": "<p>水是湿的。</p>", "2": "<h2>小节</h2><p>火是热的。</p>"}

    assert _listed(_read(_book(pages, contents))) == [
        (Kind.HEADING, 1, "一"),
        (Kind.PARAGRAPH, 0, "水是湿的。"),
        (Kind.HEADING, 1, "二"),
        (Kind.HEADING, 2, "小节"),
        (Kind.PARAGRAPH, 0, "火是热的。"),
    ]


def test_words_that_say_an_entry_are_its_heading() -> None:
    contents = '<li><a href="1.xhtml">第一章 水</a></li>'
    pages = {"1": '<p class="number">第一章</p><p class="name">水</p><p>水是湿的。</p>'}

    assert _listed(_read(_book(pages, contents)))[0] == (Kind.HEADING, 1, "第一章 水")


def test_chapters_titled_by_a_class_are_equal() -> None:
    contents = '<li><a href="1.xhtml">一</a></li><li><a href="2.xhtml">二</a></li>'
    pages = {
        name: f'<p class="title">{words}</p><p>甲。</p><h1>节</h1>'
        for name, words in (("1", "一"), ("2", "二"))
    }

    assert [level for kind, level, _ in _listed(_read(_book(pages, contents))) if kind is Kind.HEADING] == [
        1,
        2,
        1,
        2,
    ]


def test_blocks_know_their_chapter() -> None:
    contents = '<li><a href="1.xhtml">一</a></li><li><a href="3.xhtml">二</a></li>'
    document = _read(_book({"1": "<p>甲。</p>", "2": "<p>乙。</p>", "3": "<p>丙。</p>"}, contents))
    paragraphs = [block for block in document.blocks if block.kind is Kind.PARAGRAPH]

    assert [document.place_at(block.span.start) for block in paragraphs] == [
        Place(Unit.CHAPTER, "一"),
        Place(Unit.CHAPTER, "一"),
        Place(Unit.CHAPTER, "二"),
    ]


def test_the_table_of_contents_of_older_books_is_read() -> None:
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><manifest>'
        '<item id="a" href="a%20b.html" media-type="application/xhtml+xml"/>'
        '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>'
        '<spine toc="ncx"><itemref idref="a"/></spine></package>'
    )
    ncx = (
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>Water</text></navLabel>'
        '<content src="a%20b.html"/><navPoint><navLabel><text>Ice</text></navLabel><content src="a%20b.html#i"/>'
        "</navPoint></navPoint></navMap></ncx>"
    )
    page = _page('<h3>Water</h3><p>It is wet.</p><h5 id="i">Ice</h5><p>It is cold.</p>')
    book = _zip(
        {
            "META-INF/container.xml": CONTAINER,
            "OPS/book.opf": package,
            "OPS/toc.ncx": ncx,
            "OPS/a b.html": page,
        }
    )

    assert [(level, words) for kind, level, words in _listed(_read(book)) if kind is Kind.HEADING] == [
        (1, "Water"),
        (2, "Ice"),
    ]


def test_headings_stand_below_the_title_of_the_book() -> None:
    contents = '<li><a href="1.xhtml">书名页</a></li><li><a href="2.xhtml">一</a></li>'
    document = _read(_book({"1": "<p>水之书</p><p>某人</p>", "2": "<h1>一</h1><p>甲。</p>"}, contents))

    assert [(level, words) for kind, level, words in _listed(document) if kind is Kind.HEADING] == [
        (1, "水之书"),
        (2, "一"),
    ]


def test_notes_stand_where_the_book_has_them_and_their_marks_go_out() -> None:
    body = (
        '<p>水是湿的<a epub:type="noteref" xmlns:epub="http://www.idpf.org/2007/ops" href="#n">①</a>。</p>'
        '<aside epub:type="footnote" xmlns:epub="http://www.idpf.org/2007/ops" id="n"><p>冰也是水。</p></aside>'
    )

    assert [words for _, _, words in _listed(_read(_book({"1": body})))][-2:] == ["水是湿的。", "冰也是水。"]


def test_pictures_are_found_in_the_book() -> None:
    book = _book({"1": '<p>甲。</p><img src="pic/a%20b.png" alt="水"/>'}, others={"OPS/pic/a b.png": PICTURE})
    document = _read(book)

    assert [one.content for one in document.media] == [PICTURE]
    assert [shown.caption for shown in document.pictures] == ["水"]


def test_a_locked_book_is_refused() -> None:
    locked = _book(
        {"1": "<p>甲</p>"},
        others={
            "META-INF/encryption.xml": LOCK.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc").encode()
        },
    )

    with pytest.raises(CardsError, match=r"^book\.epub: this book is locked by its seller"):
        _read(locked)


def test_a_book_with_scrambled_fonts_is_read() -> None:
    scrambled = _book(
        {"1": "<p>甲</p>"},
        others={"META-INF/encryption.xml": LOCK.format("http://www.idpf.org/2008/embedding").encode()},
    )

    assert _read(scrambled).blocks


def test_missing_pages_are_told() -> None:
    book = _book({"1": "<p>甲</p>", "2": "<p>乙</p>"})
    with zipfile.ZipFile(io.BytesIO(book)) as zipped:
        members = {name: zipped.read(name) for name in zipped.namelist() if name != "OPS/2.xhtml"}

    assert [str(remark) for remark in _read(packed(members)).remarks] == [
        "pages that the book names and does not hold were left out: 1"
    ]


@pytest.mark.parametrize(
    "members",
    [
        {},
        {"META-INF/container.xml": "no XML"},
        {"META-INF/container.xml": CONTAINER},
        {"META-INF/container.xml": CONTAINER, "OPS/book.opf": "<package/>"},
        {"META-INF/container.xml": CONTAINER, "OPS/book.opf": "<package><spine/></package>"},
        {"META-INF/container.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'},
    ],
)
def test_what_is_no_book_is_refused(members: dict[str, str]) -> None:
    with pytest.raises(CardsError, match=r"^book\.epub: this is no EPUB book"):
        EpubReader().read(_zip({"mimetype": "application/epub+zip", **members}), name="book.epub")


def test_a_book_cut_short_is_refused() -> None:
    book = _book({"1": "<p>甲</p>"})

    with pytest.raises(CardsError, match=r"^book\.epub: this archive is damaged"):
        _read(book[: len(book) // 2])


@pytest.mark.parametrize("name", ["book.epub", "book.txt", "book"])
def test_a_book_is_known_by_its_bytes(name: str) -> None:
    assert read(_book({"1": "<p>甲</p>"}), name=name).blocks


def test_a_book_whose_first_member_is_another_is_known_too() -> None:
    book = _zip({"OPS/1.xhtml": "", "META-INF/container.xml": CONTAINER})

    assert EpubReader().knows(book)
    assert not EpubReader().knows(
        _zip({"notes/META-INF/container.xml": CONTAINER, "a.txt": "META-INF/container.xml"})
    )
