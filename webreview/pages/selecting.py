"""A stretch of a document's text, marked by the learner -> a note of their own, with that stretch as its gap."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from cards.documents.model import Document
from cards.documents.prose import prose_of
from cards.errors import CardsError
from cards.languages import language_named
from cards.model import ClozeNote, Deletion, Note, Origin, Source, Span, note_id
from cards.passages import sections_of
from cards.progress import Accepted
from deckbuilder.fields import deck_name
from webreview.collection import decks, documents, gestures, log, notes
from webreview.desk import AtDesk, Desk
from webreview.pages import note_form
from webreview.pages.interface import interface_of
from webreview.pages.preferences import own_address
from webreview.pages.problems import said, status_of
from webreview.pages.rendering import page

router = APIRouter(include_in_schema=False)

LONGEST_SELECTION = 500
_ADDRESS = "/documents/{document}/notes/new"


@router.get(_ADDRESS)
def ask(
    request: Request,
    document: str,
    desk: AtDesk,
    block: Annotated[int, Query(ge=0)],
    start: Annotated[int, Query(ge=0)],
    words: Annotated[str, Query(min_length=1, max_length=LONGEST_SELECTION)],
    back: Annotated[str, Query()] = "/",
) -> HTMLResponse:
    """Show the sentence around the marked words as a form; `start` is about where they stand in the block's prose."""
    found = documents.get(desk.collection, desk.learner, document)
    note = _note(found, block, start, words)
    fields = note_form.fields_of(note, interface_of(request).words)
    return page(
        request,
        "new_note.html",
        document=found,
        note=note,
        fields=fields,
        asked={"block": block, "start": start, "words": words, "back": own_address(back)},
        entry=log.new_id(),
        refusal="",
    )


@router.post(_ADDRESS)
async def save(request: Request, document: str, desk: AtDesk) -> Response:
    """Keep the note as the form was sent; it is accepted at once."""
    form = await request.form(max_files=0, max_fields=20, max_part_size=4 * note_form.LONGEST_FIELD)
    sent = {name: value for name, value in form.items() if isinstance(value, str)}
    asked = {name: sent.get(name, "") for name in ("block", "start", "words", "back")}
    found = documents.get(desk.collection, desk.learner, document)
    words = interface_of(request).words
    note = _note(found, _number(asked["block"]), _number(asked["start"]), asked["words"])
    try:
        kept = _keep(desk, found, note_form.edited(note, sent), sent.get("entry", ""))
    except CardsError as error:
        fields = [
            note_form.FormField(field.name, field.label, sent.get(field.name, ""), field.kind, field.hint)
            for field in note_form.fields_of(note, words)
        ]
        return page(
            request,
            "new_note.html",
            status=status_of(error),
            document=found,
            note=note,
            fields=fields,
            asked=asked,
            entry=log.new_id(),
            refusal=said(error, words),
        )
    return RedirectResponse(f"{own_address(asked['back'])}#n-{kept}", 303)


def _keep(desk: Desk, document: Document, note: Note, entry: str) -> str:
    """Keep the learner's own note with those of its document, in their deck; return its id.

    The id is made from the form's: sent twice, it is one note.
    """
    own = replace(note, id=note_id("own", document.id, entry))
    others = notes.of_document(desk.collection, desk.learner, document.id)
    names = {deck.id: deck.name for deck in decks.all_decks(desk.collection, desk.learner)}
    deck = names[others[0].deck] if others else deck_name(document.name)
    now = desk.now()
    notes.add(desk.collection, desk.learner, [own], deck=deck, document=document.id, now=now)
    gestures.make(desk.collection, desk.learner, entry, [Accepted(own.id)], now=now)
    return own.id


def _note(document: Document, block: int, start: int, words: str) -> ClozeNote:
    """Return the note that hides the words in their sentence, or in all of the block where they go beyond one."""
    if block >= len(document.blocks):
        raise CardsError("This text has no such place; mark the words again.")
    within = document.blocks[block]
    prose = prose_of(document, within)
    places = [at for at in range(len(prose.text)) if prose.text.startswith(words, at)]
    if not places:
        raise CardsError("These words are not in the text; mark them again, within one paragraph.")
    at = min(places, key=lambda place: abs(place - start))
    hidden = Span(at, at + len(words))
    sentences = language_named(document.language).sentences(prose.text)
    around = next((one for one in sentences if one.holds(hidden)), Span(0, len(prose.text)))
    text = around.of(prose.text)
    place = prose.span(around.start, around.end)
    above = [section for section in sections_of(document) if section.place.end <= place.start]
    return ClozeNote(
        id=note_id("own", document.id),
        source=Source(
            document.name,
            place,
            place.of(document.text),
            above[-1].path if above else (),
            document.place_at(place.start),
        ),
        origin=Origin("learner"),
        language=document.language,
        text=text,
        deletions=(Deletion(hidden.shifted(-around.start)),),
    )


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
