"""What a learner sees when something cannot be done: one sentence, on a page or as JSON."""

from __future__ import annotations

from gettext import NullTranslations

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.types import Scope

from cards.documents.disk import MOST_FILE_BYTES
from cards.errors import CardsError
from webreview.errors import CollectionError, NotInCollectionError
from webreview.pages.interface import interface_of
from webreview.pages.rendering import page

API = "/api/"

# The browser keeps an answer and sends it again after 503, so nothing is lost while a disk is full.
_CANNOT_STORE = 503


def install(app: FastAPI) -> None:
    """Let the application answer errors that the learner can mend with their sentence."""
    app.add_exception_handler(CardsError, _cards_error)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(RequestValidationError, _validation_error)


def said(error: CardsError, words: NullTranslations) -> str:
    """Return the error's sentence in the language of the words; a sentence that they do not know stays as it is."""
    sentence = words.gettext(error.sentence)
    return sentence.format(**error.values) if error.values else sentence


def status_of(error: CardsError) -> int:
    """Return the HTTP status for an error that the learner can mend."""
    if isinstance(error, NotInCollectionError):
        return 404
    return _CANNOT_STORE if isinstance(error, CollectionError) else 400


def too_much(scope: Scope) -> Response:
    """Return the answer to a request whose body is larger than any document."""
    request = Request(scope)
    sentence = interface_of(request).words.gettext(
        "That is more than the %d MB that a document may have; split it and add its parts."
    )
    return _problem(request, 413, sentence % (MOST_FILE_BYTES // 2**20), back="/add")


def _cards_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, CardsError)
    words = interface_of(request).words
    sentence = said(error, words)
    if isinstance(error, NotInCollectionError) and not request.url.path.startswith(API):
        sentence = words.gettext("The collection has nothing at this address: %s") % request.url.path
    return _problem(request, status_of(error), sentence)


def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    words = interface_of(request).words
    sentence = str(error.detail)
    if error.status_code == 404:
        sentence = words.gettext("There is no such page: %s") % request.url.path
    elif error.status_code == 405:
        sentence = words.gettext("This page takes no such request.")
    return _problem(request, error.status_code, sentence, headers=dict(error.headers or {}))


def _validation_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    # Never the values: they may be as long as a book.
    faults = [f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()[:10]]
    return _problem(request, 422, "; ".join(faults))


def _problem(
    request: Request,
    status: int,
    sentence: str,
    *,
    back: str = "/",
    headers: dict[str, str] | None = None,
) -> Response:
    if request.url.path.startswith(API):
        return JSONResponse({"detail": sentence}, status, headers)
    words = interface_of(request).words
    heading = words.gettext("Not found") if status == 404 else words.gettext("That did not work")
    response = page(request, "problem.html", status=status, heading=heading, sentence=sentence, back=back)
    response.headers.update(headers or {})
    return response
