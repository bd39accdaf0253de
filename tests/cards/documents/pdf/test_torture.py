"""Files that mean no good, or that came to harm -> one sentence, or what can be read of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from cards.documents import Document, Hints, prose_of, read
from cards.errors import CardsError
from tests.cards.documents.pdf.made import PARAGRAPH, at, file_of, lines, pdf, stream

GOLDEN = Path(__file__).parents[3] / "golden" / "pdf"
GOOD = pdf(lines(72, 700, *PARAGRAPH))


def _outcome(data: bytes, *, password: str | None = None) -> str:
    try:
        return read(data, name="a.pdf", hints=Hints(password=password)).text
    except CardsError as refusal:
        return str(refusal)


def _locked() -> bytes:
    return (GOLDEN / "locked.en.pdf").read_bytes()


def test_an_encrypted_file_asks_for_its_password() -> None:
    assert _outcome(_locked()) == "a.pdf: this PDF is protected by a password; give the password to read it"


def test_a_wrong_password_is_told_from_none() -> None:
    assert _outcome(_locked(), password="rain") == (
        "a.pdf: the password does not open this PDF; check it and try again"
    )


def test_the_right_password_opens_the_file() -> None:
    assert _outcome(_locked(), password="wässer").startswith("How Cities Get Their Water")


def test_a_file_cut_short_anywhere_is_read_or_refused_in_one_sentence() -> None:
    outcomes = {_outcome(GOOD[:length]) for length in range(8, len(GOOD), 37)}

    assert all(one == " ".join(PARAGRAPH) or one.startswith("a.pdf: this PDF ") for one in outcomes)
    assert "a.pdf: this PDF is damaged or incomplete; download or save it again" in outcomes


def test_a_table_of_places_that_points_to_itself_ends() -> None:
    start = GOOD.index(b"xref\n")
    looping = GOOD.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % start)

    assert _outcome(looping) == " ".join(PARAGRAPH)


def test_pages_that_are_their_own_parents_end() -> None:
    looping = file_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] /Parent 2 0 R >>",
        ]
    )

    assert _outcome(looping).startswith("a.pdf: ")


def test_a_hundred_thousand_pages_are_refused() -> None:
    kids = b" ".join(b"3 0 R" for _ in range(100_000))
    many = file_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 100000 /Kids [%b] >>" % kids,
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
        ]
    )

    assert _outcome(many) == (
        "a.pdf: 100000 pages are more than the 5000 that kapian reads; split it into parts"
    )


def test_pages_that_are_only_promised_are_damaged_ones() -> None:
    promised = GOOD.replace(b"/Count 1 ", b"/Count 3 ")

    assert _outcome(promised).startswith(" ".join(PARAGRAPH))


@pytest.mark.parametrize("box", ["0 0 9999999 9999999", "0 0 0 0", "-1e30 0 1e30 9"])
def test_a_page_as_large_as_a_field_is_no_page(box: str) -> None:
    assert _outcome(pdf(lines(72, 700, *PARAGRAPH), box=box)) in (
        "a.pdf: this PDF is damaged or incomplete; download or save it again",
        # pdfium takes a letter sheet where the box makes no sense.
        " ".join(PARAGRAPH),
    )


def test_forms_inside_forms_end() -> None:
    form = "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 6 0 R >> >>"
    nested = pdf(lines(72, 700, *PARAGRAPH) + "/X Do\n", more=[stream(b"/X Do", form)])

    assert _outcome(nested) == " ".join(PARAGRAPH)


def test_brackets_without_end_end() -> None:
    deep = pdf(lines(72, 700, *PARAGRAPH), catalogue="/Deep " + "[" * 50_000 + "]" * 50_000)

    assert _outcome(deep).startswith((" ".join(PARAGRAPH), "a.pdf: this PDF is damaged"))


def test_a_page_of_very_many_letters_is_read_up_to_the_bound() -> None:
    assert len(_outcome(pdf(at(72, 700, "a" * 300_000)))) <= 200_000


def test_programs_and_files_inside_are_not_looked_at() -> None:
    catalogue = (
        "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> "
        "/Names << /EmbeddedFiles << /Names [(evil.exe) << /F (evil.exe) /EF << /F 6 0 R >> >>] >> >>"
    )
    data = pdf(lines(72, 700, *PARAGRAPH), catalogue=catalogue, more=[stream(b"MZ\x90\x00")])

    assert _outcome(data) == " ".join(PARAGRAPH)


def test_a_program_called_pdf_is_a_program() -> None:
    assert (
        _outcome(b"MZ\x90\x00\x03\x00\x00\x00" + bytes(200)) == "a.pdf: this is a program; choose a document"
    )


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(5000), b"%PDF-" + b"\xff" * 4000])
def test_a_beginning_alone_is_damaged(data: bytes) -> None:
    assert _outcome(data) == "a.pdf: this PDF is damaged or incomplete; download or save it again"


def test_text_called_pdf_is_told_so() -> None:
    assert _outcome(b"This is only text.") == "a.pdf: this is no PDF; give the file the ending of what it is"


def test_empty_pages_hold_no_text() -> None:
    assert _outcome(pdf("", "")) == "a.pdf: this PDF holds no text"


def test_letters_outside_the_page_are_not_read() -> None:
    assert _outcome(pdf(lines(72, 700, *PARAGRAPH) + at(72, -50, "hidden") + at(900, 700, "too"))) == (
        " ".join(PARAGRAPH)
    )


def test_a_pdf_is_known_whatever_its_name() -> None:
    document: Document = read(GOOD, name="notes.txt")

    assert prose_of(document, document.blocks[0]).text == " ".join(PARAGRAPH)


def test_scattered_letters_rules_and_dots_end() -> None:
    letters = "".join(at(20 + n * 7 % 550, 20 + n * 0.0401, "a", size=4 + n % 3) for n in range(20_000))
    rules = "".join(f"{n % 500} {n % 800} m {n % 500 + 40} {n % 800} l S\n" for n in range(2_500))
    dots = "".join(f"{n % 500} {n % 800} 3 3 re f\n" for n in range(5_000))

    assert "a" in _outcome(pdf(letters + rules + dots))
