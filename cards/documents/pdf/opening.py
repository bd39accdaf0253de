"""Bytes -> an open pdfium document, or one sentence about why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
import pypdfium2.raw as pdfium

from cards.documents.pdf.inflation import check_inflation
from cards.errors import CardsError, PasswordNeededError, to_translate

MOST_PAGES = 5_000


@contextmanager
def opened(data: bytes, *, name: str, password: str | None) -> Iterator[pypdfium2.PdfDocument]:
    """Give the document while it is open; raise `CardsError` where it cannot be opened or has too many pages."""
    check_inflation(data, name=name)
    try:
        document = pypdfium2.PdfDocument(data, password=password)
    except pypdfium2.PdfiumError as error:
        raise _refusal(error.err_code, name, password) from error
    try:
        pages = len(document)
        if pages > MOST_PAGES:
            raise CardsError(
                "{name}: {pages} pages are more than the {most} that kapian reads; split it into parts",
                name=name,
                pages=pages,
                most=MOST_PAGES,
            )
        if not pages:
            raise CardsError("{name}: this PDF has no pages", name=name)
        yield document
    finally:
        document.close()


_LOCKED = to_translate("{name}: this PDF is protected by a password; give the password to read it")
_WRONG = to_translate("{name}: the password does not open this PDF; check it and try again")


def _refusal(code: int | None, name: str, password: str | None) -> CardsError:
    if code == pdfium.FPDF_ERR_PASSWORD:
        return PasswordNeededError(_LOCKED if password is None else _WRONG, name=name)
    if code == pdfium.FPDF_ERR_SECURITY:
        return CardsError(
            "{name}: this PDF is protected in a way that kapian cannot open; save it without protection",
            name=name,
        )
    return CardsError("{name}: this PDF is damaged or incomplete; download or save it again", name=name)
