"""What the learner can choose: looks, keys, the schedule, limits; and a copy of everything to keep."""

from __future__ import annotations

from zoneinfo import available_timezones

from fastapi import APIRouter, Request
from starlette.background import BackgroundTask
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from cards.errors import CardsError
from webreview.collection import learners
from webreview.desk import AtDesk
from webreview.habits import KEYS, Habits
from webreview.pages.interface import TEXT_SIZES, THEMES, interface_of
from webreview.pages.keys import key_meanings
from webreview.pages.problems import said, status_of
from webreview.pages.rendering import page
from webreview.pages.settings_form import SWITCHES, habits_from, settings_from, steps_text
from webreview.review import days
from webreview.review.workload import REVIEWS_A_YEAR
from webreview.settings import Settings

router = APIRouter(include_in_schema=False)


@router.get("/settings")
def show(request: Request, desk: AtDesk, saved: bool = False) -> HTMLResponse:
    """Show every setting with what it does."""
    settings = learners.settings(desk.collection, desk.learner)
    habits = learners.habits(desk.collection, desk.learner)
    return _form(request, _fields(settings, habits), saved=saved)


@router.post("/settings")
async def change(request: Request, desk: AtDesk) -> Response:
    """Keep the settings; due dates stay as they were promised."""
    form = await request.form(max_files=0, max_fields=100)
    sent = {name: value for name, value in form.items() if isinstance(value, str)}
    before = learners.settings(desk.collection, desk.learner)
    old_habits = learners.habits(desk.collection, desk.learner)
    try:
        habits, settings = habits_from(sent, old_habits), settings_from(sent, before)
    except CardsError as error:
        refusal = said(error, interface_of(request).words)
        return _form(request, sent, refusal=refusal, status=status_of(error))
    learners.change_habits(desk.collection, desk.learner, habits)
    learners.change_settings(desk.collection, desk.learner, settings)
    return RedirectResponse("/settings?saved=true", 303)


@router.get("/backup")
def back_up(desk: AtDesk) -> FileResponse:
    """Send the whole collection as of now: a file that kapian opens."""
    day = days.study_day(desk.now(), learners.settings(desk.collection, desk.learner))
    copy, clear = desk.collection.copied()
    name = f"kapian-{day.isoformat()}.sqlite"
    return FileResponse(
        copy, media_type="application/vnd.sqlite3", filename=name, background=BackgroundTask(clear)
    )


def _form(
    request: Request,
    fields: dict[str, str],
    *,
    refusal: str = "",
    saved: bool = False,
    status: int = 200,
) -> HTMLResponse:
    gettext = interface_of(request).words.gettext
    return page(
        request,
        "settings.html",
        status=status,
        fields=fields,
        refusal=refusal,
        saved=saved,
        usual_keys=KEYS,
        meanings=key_meanings(gettext),
        themes=dict(
            zip(THEMES, (gettext("As the system's"), gettext("Light"), gettext("Dark")), strict=True)
        ),
        text_sizes=TEXT_SIZES,
        time_zones=sorted(available_timezones()),
        costs=[(percent, f"{reviews:g}", 100 - percent) for percent, reviews in REVIEWS_A_YEAR.items()],
    )


def _fields(settings: Settings, habits: Habits) -> dict[str, str]:
    """Return the settings and habits as a form would send them: a switch that is off is not there."""
    fields = {
        "time_zone": settings.time_zone,
        "day_starts_at": str(settings.day_starts_at),
        "new_a_day": str(settings.new_a_day),
        "reviews_a_day": str(settings.reviews_a_day),
        "desired_retention": str(round(100 * settings.desired_retention)),
        "learning_steps": steps_text(settings.learning_steps),
        "relearning_steps": steps_text(settings.relearning_steps),
        "leech_lapses": str(settings.leech_lapses),
    }
    fields |= {f"key-{name}": key for name, key in habits.all_keys().items()}
    switched = [name for name in SWITCHES if getattr(habits, name)]
    switched += [name for name in ("bury_siblings", "leech_suspends") if getattr(settings, name)]
    return fields | dict.fromkeys(switched, "y")
