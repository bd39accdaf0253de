"""What was given at one time: how far the work on it is, and what came of each document."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from webreview.collection import arrivals
from webreview.collection.arrivals import Arrival, Outcome
from webreview.desk import AtDesk
from webreview.making import Stage
from webreview.pages.rendering import page

router = APIRouter(include_in_schema=False)

_MOST_PASSWORD_CHARACTERS = 1000


@router.get("/arrivals/{arrival}")
def show(request: Request, arrival: str, desk: AtDesk) -> Response:
    """Show the stages while there is work, then the report; one document without remarks is shown in triage at once."""
    found = arrivals.get(desk.collection, desk.learner, arrival)
    progress = desk.workshop.progress(arrival)
    if progress is None:
        # Done between the two questions.
        found = arrivals.get(desk.collection, desk.learner, arrival)
    if found.ended_at and (triage := _only_triage(found)):
        return RedirectResponse(triage, 303)
    return page(
        request,
        "arrival.html",
        arrival=found,
        state=_state(found, working=progress is not None),
        progress=progress,
        stages={stage.value: progress.stages[stage] if progress else 0 for stage in Stage},
        kept=[result for result in found.results if result.outcome is Outcome.KEPT],
        refused=[result for result in found.results if result.outcome is Outcome.REFUSED],
        locked=[result for result in found.results if result.outcome is Outcome.LOCKED],
        megabytes=sum(file.size for file in found.files) / 2**20,
    )


@router.post("/arrivals/{arrival}/cancel")
def cancel(arrival: str, desk: AtDesk) -> RedirectResponse:
    """Leave off the work; what was kept stays."""
    arrivals.get(desk.collection, desk.learner, arrival)
    desk.workshop.cancel(desk.learner, arrival)
    return RedirectResponse(f"/arrivals/{arrival}", 303)


@router.post("/arrivals/{arrival}/resume")
def resume(
    arrival: str,
    desk: AtDesk,
    password: Annotated[str, Form(max_length=_MOST_PASSWORD_CHARACTERS)] = "",
) -> RedirectResponse:
    """Go on with what is left; the password opens the documents that are locked."""
    found = arrivals.get(desk.collection, desk.learner, arrival)
    if found.ended_at is None and desk.workshop.progress(arrival) is None:
        desk.workshop.take(desk.learner, arrival, password=password or None)
    return RedirectResponse(f"/arrivals/{arrival}", 303)


def _state(arrival: Arrival, *, working: bool) -> str:
    if arrival.ended_at is not None:
        return "ended"
    if working:
        return "working"
    return "locked" if any(one.outcome is Outcome.LOCKED for one in arrival.results) else "waiting"


def _only_triage(arrival: Arrival) -> str | None:
    """Return the way to triage where one document was kept and there is nothing else to say."""
    if len(arrival.results) != 1 or arrival.left_out or arrival.cancelled:
        return None
    (result,) = arrival.results
    if result.outcome is not Outcome.KEPT or result.remarks:
        return None
    return f"/documents/{result.document}/triage?{urlencode(result.counts)}"
