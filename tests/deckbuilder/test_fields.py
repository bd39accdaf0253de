"""Note -> the fields, tags and deck name that Anki stores."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given

from cards.errors import CardsError
from cards.model import BasicNote, ClozeNote, Deletion, EnumerationNote, Note, Origin, Source, Span
from deckbuilder.fields import LONGEST_TAG, deck_name, escaped, fields_of, note_type_of, tags_of
from tests.strategies import notes, texts

SOURCE = Source("群众路线.zh.txt", Span(0, 4), "群众路线", ("一、内涵", "(一) 本质"))
ORIGIN = Origin("learner")


def basic(
    question: str = "Q", answer: str = "A", *, source: Source = SOURCE, tags: tuple[str, ...] = ()
) -> BasicNote:
    return BasicNote(id="n", question=question, answer=answer, source=source, origin=ORIGIN, tags=tags)


def cloze(text: str, *deletions: Deletion) -> ClozeNote:
    return ClozeNote(id="n", text=text, deletions=deletions, source=SOURCE, origin=ORIGIN)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ('a < b && c > "d"', "a &lt; b &amp;&amp; c &gt; &quot;d&quot;"),
        ("one\ntwo\r\nthree\rfour", "one<br>two<br>three<br>four"),
        ("{{c1::x}} {{Question}}", "&#123;&#123;c1::x&#125;&#125; &#123;&#123;Question&#125;&#125;"),
        ("[sound:a.mp3] [LaTeX]x[/latex] [$]y[/$]", "&#91;sound:a.mp3] &#91;LaTeX]x[/latex] &#91;$]y[/$]"),
        ("[1] [...]", "[1] [...]"),
        (r"\(x^2\) and \[y\]", r"\(x^2\) and \[y\]"),
        ("a\x1fb\x00c\td", "abc\td"),
        ("half \ud83d", "half \ufffd"),
        ("e\u0301", "\u00e9"),
        ("a\n\u0338b", "a<br>&#824;b"),
    ],
)
def test_text_becomes_html_that_shows_it(text: str, field: str) -> None:
    assert escaped(text) == field


@given(texts)
def test_a_field_has_no_markup_but_its_line_breaks(text: str) -> None:
    field = escaped(text)
    assert not re.search(r"[<>{}\"\x1f]", field.replace("<br>", ""))
    assert escaped(html.unescape(field.replace("<br>", "\n"))) == field


def test_a_gap_hides_colons_and_braces_from_anki() -> None:
    note = cloze("见: a::b}} 与 c", Deletion(Span(3, 9), 2, "提:示"), Deletion(Span(10, 12)))
    assert fields_of(note)[0] == "见: {{c2::a&#58;&#58;b&#125;&#125;::...提&#58;示...}} {{c1::与 }}c"


def test_fields_stand_in_the_order_of_the_note_type() -> None:
    note = EnumerationNote(
        id="n/1",
        question="Q",
        items=("one", "two"),
        items_too=True,
        source=SOURCE,
        origin=ORIGIN,
        language="en",
    )
    named = dict(zip(note_type_of(note).fields, fields_of(note, speak=True), strict=True))
    assert {name: value for name, value in named.items() if value} == {
        "Question": "Q",
        "Item1": "one",
        "Item2": "two",
        "ItemsToo": "y",
        "Source": "群众路线",
        "Section": "一、内涵 › (一) 本质",
        "Document": "群众路线.zh.txt",
        "Link": "http://127.0.0.1:8765/notes/n%2F1/source",
        "Language": "en",
        "SpeakEn": "y",
    }


def test_without_a_reviewer_there_is_no_link() -> None:
    note = basic()
    assert dict(zip(note_type_of(note).fields, fields_of(note, link_base=""), strict=True))["Link"] == ""


@given(notes())
def test_every_note_fills_its_note_type(note: Note) -> None:
    assert len(fields_of(note)) == len(note_type_of(note).fields)


@pytest.mark.parametrize(
    "note",
    [
        basic(question=" \n"),
        basic(answer="\x1f"),
        cloze("text"),
        cloze("a b", Deletion(Span(1, 2))),
        EnumerationNote(id="n", question="Q", items=("one", "\u3000"), source=SOURCE, origin=ORIGIN),
    ],
)
def test_a_blank_text_is_refused(note: Note) -> None:
    with pytest.raises(
        CardsError, match=r"群众路线\.zh\.txt: the note n has a blank question, answer, item or gap"
    ):
        fields_of(note)


def test_tags_have_no_spaces_and_keep_their_levels() -> None:
    note = basic(tags=("党课 第一讲", "党\u3000课::a::b", 'say "x"', "", "A", "a"))
    assert tags_of(note) == ("党课_第一讲", "党_课::a::b", "say_x", "A", "群众路线.zh::一、内涵::(一)_本质")


def test_a_heading_as_long_as_a_sentence_makes_a_short_tag() -> None:
    source = Source("a.txt", Span(0, 1), "x", ("字" * 100,))
    assert tags_of(basic(source=source)) == (f"a::{'字' * LONGEST_TAG}",)


@pytest.mark.parametrize(
    ("document", "parent", "name"),
    [
        ("mass-line.zh.txt", "", "mass-line.zh"),
        ("群众路线", "", "群众路线"),
        ("第1.5章", "", "第1.5章"),
        (".md", "", ".md"),
        ("a::b.md", "", "a:b"),
        ('say "x"\ny.txt', "", "say x y"),
        ("a.txt", "党课:: 2026 ", "党课::2026::a"),
        ("a.txt", "::", "a"),
        ("\x00.txt", "", "_"),
    ],
)
def test_a_deck_is_named_after_its_document(document: str, parent: str, name: str) -> None:
    assert deck_name(document, parent=parent) == name
