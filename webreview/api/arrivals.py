"""Documents given by programs: files in, and what became of each."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request, UploadFile
from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool

from cards.errors import CardsError
from webreview.collection import arrivals
from webreview.collection.arrivals import Outcome, Result, Wish
from webreview.desk import AtDesk, Desk
from webreview.pages.interface import interface_of
from webreview.pages.reasons import remark_text
from webreview.pages.sending import sent_of
from webreview.sent import SubjectId

router = APIRouter(tags=["documents"])


class ResultOut(BaseModel):
    """What came of one document: its id where it was kept, its notes as counts, and what is said about it.

    `counts` has new, known (already), stayed, reworded and gone; the last three tell of a later version.
    """

    name: str
    outcome: Outcome
    document: str | None
    counts: dict[str, int]
    remarks: list[str]


class ArrivalOut(BaseModel):
    """What was given at one time. `documents` counts them, null until that is known; `ended_at` is null before the end.

    `left_out` is said about files that are no documents. Remarks are in the language of the request.
    """

    id: str
    given_at: datetime
    ended_at: datetime | None
    cancelled: bool
    working: bool
    documents: int | None
    results: list[ResultOut]
    left_out: list[str]


@router.post("/arrivals", status_code=202)
async def give(
    request: Request,
    desk: AtDesk,
    file: list[UploadFile],
    density: Annotated[Literal["spare", "normal", "dense"], Form()] = "normal",
    encoding: Annotated[str, Form(max_length=40)] = "",
    password: Annotated[str, Form(max_length=1000)] = "",
) -> ArrivalOut:
    """Keep documents, folders (names with "/") and zip files; they are worked on from now on."""
    sent = await sent_of(file)
    if not sent:
        raise CardsError("There is neither a file nor a text; choose a file or paste a text.")
    wish = Wish(density, encoding or None)
    arrival = await run_in_threadpool(
        arrivals.receive, desk.collection, desk.learner, sent, wish, now=desk.now()
    )
    desk.workshop.take(desk.learner, arrival, password=password or None)
    return await run_in_threadpool(_told, request, desk, arrival)


@router.get("/arrivals/{arrival}")
def show(request: Request, arrival: SubjectId, desk: AtDesk) -> ArrivalOut:
    """Return how far an arrival is and what came of its documents."""
    return _told(request, desk, arrival)


@router.post("/arrivals/{arrival}/cancel")
def cancel(request: Request, arrival: SubjectId, desk: AtDesk) -> ArrivalOut:
    """Leave off the work on an arrival; what was kept stays."""
    arrivals.get(desk.collection, desk.learner, arrival)
    desk.workshop.cancel(desk.learner, arrival)
    return _told(request, desk, arrival)


def _told(request: Request, desk: Desk, arrival: str) -> ArrivalOut:
    progress = desk.workshop.progress(arrival)
    found = arrivals.get(desk.collection, desk.learner, arrival)
    words = interface_of(request).words

    def told(result: Result) -> ResultOut:
        return ResultOut(
            name=result.name,
            outcome=result.outcome,
            document=result.document,
            counts=result.counts,
            remarks=[remark_text(remark, words) for remark in result.remarks],
        )

    ended = found.ended_at is not None
    return ArrivalOut(
        id=found.id,
        given_at=found.given_at,
        ended_at=found.ended_at,
        cancelled=found.cancelled,
        working=progress is not None and not ended,
        documents=len(found.results) if ended or progress is None else progress.documents,
        results=[told(result) for result in found.results],
        left_out=[remark_text(remark, words) for remark in found.left_out],
    )
