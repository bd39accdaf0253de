"""Add a document: a pasted text or a file becomes notes that wait in triage."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse, Response

from cards.documents import MOST_BYTES, READERS, Document, Hints, read
from cards.errors import CardsError
from cards.pipeline import Density, Options, make_notes
from deckbuilder.fields import deck_name
from webreview.collection import documents
from webreview.collection.notes import Added
from webreview.desk import AtDesk, Desk
from webreview.pages.interface import interface_of
from webreview.pages.problems import said, status_of
from webreview.pages.rendering import page

router = APIRouter(include_in_schema=False)

MOST_NAME_CHARACTERS = 200
_NAME_FROM_TEXT = 40
# What a plain text hardly ever holds: a heading, a fence of code, the line below the head of a table.
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|```|\|? *:?-{3,}:? *\|)", re.MULTILINE)


@router.get("/add")
def ask(request: Request) -> HTMLResponse:
    """Ask for a file or a text."""
    return _form(request)


@router.post("/add")
async def add(request: Request, desk: AtDesk) -> Response:
    """Make notes in a thread, so that other pages are answered meanwhile, and show them in triage."""
    try:
        # Starlette's own limit for a text field is 1 MB; a pasted book is longer.
        form = await request.form(max_files=1, max_fields=10, max_part_size=MOST_BYTES)
    except HTTPException as error:
        return _form(request, refusal=error.detail, status=error.status_code)
    text, name = _field(form, "text"), _field(form, "name").strip()[:MOST_NAME_CHARACTERS]
    try:
        given = await _given(form.get("file"), text, name)
        options = Options(density=_density(_field(form, "density")))
        document, added = await run_in_threadpool(_make_and_keep, desk, given, options)
    except CardsError as error:
        return _form(
            request,
            refusal=said(error, interface_of(request).words),
            status=status_of(error),
            text=text,
            name=name,
        )
    finally:
        await form.close()
    counts = f"new={len(added.new)}&known={len(added.known) + len(added.elsewhere)}"
    return RedirectResponse(f"/documents/{document.id}/triage?{counts}", 303)


@dataclass(frozen=True, slots=True)
class _Given:
    """What the learner gave: bytes under a name; `encoding` where it is known."""

    name: str
    data: bytes
    encoding: str | None


async def _given(file: object, text: str, name: str) -> _Given:
    if isinstance(file, UploadFile) and file.filename:
        # Some browsers send the whole path.
        own_name = PurePath(file.filename.replace("\\", "/"))
        return _Given(_ending_in(own_name.suffix, name) or own_name.name, await file.read(), None)
    if not text.strip():
        raise CardsError("There is neither a file nor a text; choose a file or paste a text.")
    # Forms send line ends as CR LF, whatever the learner pasted.
    text = text.replace("\r\n", "\n")
    first_line = next(line.strip() for line in text.splitlines() if line.strip())
    name = name or first_line.lstrip("# ")[:_NAME_FROM_TEXT].strip() or first_line[:_NAME_FROM_TEXT]
    if _MARKDOWN.search(text):
        name = _ending_in(".md", name)
    return _Given(name, text.encode("utf-8", "replace"), "utf-8")


def _ending_in(suffix: str, name: str) -> str:
    """Return the learner's name with the ending that chooses the reader; no name stays none."""
    return name + suffix if name and not name.lower().endswith(suffix.lower()) else name


def _make_and_keep(desk: Desk, given: _Given, options: Options) -> tuple[Document, Added]:
    document = read(given.data, name=given.name, hints=Hints(encoding=given.encoding))
    made = make_notes(document, options)
    if not made:
        raise CardsError(
            "{name}: nothing in this text is worth a card; give a text that explains something",
            name=given.name,
        )
    deck = deck_name(document.name)
    return document, documents.add(desk.collection, desk.learner, document, made, deck=deck, now=desk.now())


def _form(
    request: Request, *, refusal: str = "", status: int = 200, text: str = "", name: str = ""
) -> HTMLResponse:
    return page(
        request,
        "add.html",
        status=status,
        refusal=refusal,
        text=text,
        name=name,
        suffixes=[suffix for reader in READERS for suffix in reader.suffixes],
        most_megabytes=MOST_BYTES // 2**20,
    )


def _field(form: FormData, name: str) -> str:
    value = form.get(name)
    return value if isinstance(value, str) else ""


def _density(name: str) -> Density:
    return Density(name) if name in set(Density) else Density.NORMAL
