"""Write a note by hand, without a document; and see the cards of a form while it is being filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from cards.errors import CardsError
from cards.model import BasicNote, ClozeNote, EnumerationNote, Note, Origin, Source, Span, cards_of, note_id
from cards.progress import Accepted
from webreview.collection import decks, gestures, log, notes, selecting
from webreview.desk import AtDesk
from webreview.pages import note_form
from webreview.pages.changing import deck_name
from webreview.pages.faces import face
from webreview.pages.interface import interface_of
from webreview.pages.preferences import own_address
from webreview.pages.problems import said, status_of
from webreview.pages.rendering import page

router = APIRouter(include_in_schema=False)

KINDS = ("basic", "cloze", "enumeration")
_SOURCE = Source("", Span(0, 0), "")
_ORIGIN = Origin("learner")


@router.get("/notes/new")
def ask(
    request: Request,
    desk: AtDesk,
    kind: Annotated[str, Query()] = "basic",
    deck: Annotated[str, Query()] = "",
    back: Annotated[str, Query()] = "/browse",
) -> HTMLResponse:
    """Show the empty form of a kind of note."""
    return _form(request, desk, kind, {"deck": deck, "back": back})


@router.post("/notes/new")
async def save(request: Request, desk: AtDesk) -> Response:
    """Keep the note in the deck of that name, made if it is new; it is accepted at once."""
    sent = await _sent(request)
    kind = sent.get("kind", "")
    try:
        deck = deck_name(sent.get("deck", ""))
        own = note_form.edited(_empty(kind), sent)
        # The id is made from the form's: sent twice, it is one note.
        own = replace(
            own,
            id=note_id("own", "", sent.get("entry", "")),
            # A note names what it was taken from; one that was taken from nothing names its deck.
            source=replace(_SOURCE, document=deck),
            language=_language(own),
        )
        now = desk.now()
        notes.add(desk.collection, desk.learner, [own], deck=deck, now=now)
        gestures.make(desk.collection, desk.learner, sent.get("entry", ""), [Accepted(own.id)], now=now)
    except CardsError as error:
        return _form(request, desk, kind, sent, refusal=error)
    return RedirectResponse(own_address(sent.get("back", "/browse")), 303)


@router.post("/notes/preview")
async def preview(request: Request, desk: AtDesk) -> HTMLResponse:
    """Show the cards that the form would make: of the note named in it, or of a new one."""
    sent = await _sent(request)
    known = sent.get("note", "")
    note = notes.get(desk.collection, desk.learner, known).note if known else _empty(sent.get("kind", ""))
    try:
        made = note_form.edited(note, sent)
        if not known:
            made = replace(made, language=_language(made))
        cards, refusal = cards_of(made), ""
    except CardsError as error:
        made, cards, refusal = note, (), said(error, interface_of(request).words)
    faces = [face(made, card.index) for card in cards]
    return page(request, "note_preview.html", note=made, faces=faces, refusal=refusal)


async def _sent(request: Request) -> dict[str, str]:
    form = await request.form(max_files=0, max_fields=20, max_part_size=4 * note_form.LONGEST_FIELD)
    return {name: value for name, value in form.items() if isinstance(value, str)}


def _form(
    request: Request, desk: AtDesk, kind: str, sent: Mapping[str, str], *, refusal: CardsError | None = None
) -> HTMLResponse:
    words = interface_of(request).words
    fields = [
        replace(field, value=sent.get(field.name, field.value))
        for field in note_form.fields_of(_empty(kind), words)
    ]
    return page(
        request,
        "write_note.html",
        status=200 if refusal is None else status_of(refusal),
        refusal="" if refusal is None else said(refusal, words),
        kind=kind if kind in KINDS else KINDS[0],
        kinds=_kind_names(request),
        fields=fields,
        deck=sent.get("deck", ""),
        decks=decks.shown(desk.collection, desk.learner),
        tags=selecting.tags(desk.collection, desk.learner),
        back=own_address(sent.get("back", "/browse")),
        entry=log.new_id(),
    )


def _kind_names(request: Request) -> tuple[tuple[str, str], ...]:
    gettext = interface_of(request).words.gettext
    return (
        ("basic", gettext("Question and answer")),
        ("cloze", gettext("Text with gaps")),
        ("enumeration", gettext("List")),
    )


def _empty(kind: str) -> Note:
    """Return the note of the kind that says nothing yet; a basic one for an unknown kind."""
    match kind:
        case "cloze":
            return ClozeNote(id="", source=_SOURCE, origin=_ORIGIN, text="", deletions=())
        case "enumeration":
            return EnumerationNote(id="", source=_SOURCE, origin=_ORIGIN, question="", items=())
        case _:
            return BasicNote(id="", source=_SOURCE, origin=_ORIGIN, question="", answer="")


def _language(note: Note) -> str:
    """Return Chinese for a note with a Chinese character, else English."""
    text = "".join(card.prompt + card.answer for card in cards_of(note))
    return "zh" if any("\u3400" <= one <= "\u9fff" for one in text) else "en"
