"""Edit a note: a page of its own, or the same form in a dialog over the review."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Request
from fastapi import Query as Asked
from starlette.responses import HTMLResponse, RedirectResponse, Response

from cards.errors import CardsError
from cards.progress import Accepted, Edited, Happening
from webreview.collection import gestures, log, notes
from webreview.desk import AtDesk
from webreview.pages import note_form
from webreview.pages.interface import interface_of
from webreview.pages.preferences import own_address
from webreview.pages.problems import said, status_of
from webreview.pages.rendering import page
from webreview.review.history import Decision

router = APIRouter(include_in_schema=False)


@router.get("/notes/{note}/edit")
def ask(
    request: Request,
    note: str,
    desk: AtDesk,
    back: Annotated[str, Asked()] = "/",
    keep: Annotated[bool, Asked()] = False,
) -> HTMLResponse:
    """Show the note as a form; `back` is where to go afterwards, with `keep` the note is then accepted."""
    kept = notes.get(desk.collection, desk.learner, note)
    fields = note_form.fields_of(kept.note, interface_of(request).words)
    return page(
        request,
        "edit.html",
        note=kept.note,
        deleted=kept.decision is Decision.DELETED,
        fields=fields,
        back=own_address(back),
        keep=keep,
        entry=log.new_id(),
        refusal="",
    )


@router.post("/notes/{note}/edit")
async def save(request: Request, note: str, desk: AtDesk) -> Response:
    """Keep the note as the form was sent: an entry of the log, which undo takes back; its schedule stays."""
    form = await request.form(max_files=0, max_fields=20, max_part_size=4 * note_form.LONGEST_FIELD)
    sent = {name: value for name, value in form.items() if isinstance(value, str)}
    kept = notes.get(desk.collection, desk.learner, note)
    words = interface_of(request).words
    try:
        after = note_form.edited(kept.note, sent)
        whats: list[Happening] = [Edited(note, after)] if after != kept.note else []
        if "keep" in sent:
            whats.append(Accepted(note))
        if whats:
            gestures.make(desk.collection, desk.learner, sent.get("entry", ""), whats, now=desk.now())
    except CardsError as error:
        fields = [
            note_form.FormField(field.name, field.label, sent.get(field.name, ""), field.kind, field.hint)
            for field in note_form.fields_of(kept.note, words)
        ]
        return page(
            request,
            "edit.html",
            status=status_of(error),
            note=kept.note,
            deleted=kept.decision is Decision.DELETED,
            fields=fields,
            back=own_address(sent.get("back", "/")),
            keep="keep" in sent,
            entry=log.new_id(),
            refusal=said(error, words),
        )
    return RedirectResponse(own_address(sent.get("back", "/")), 303)
