"""The statistics page: of everything, or of the cards that a search finds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from gettext import NullTranslations

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from cards.errors import CardsError
from webreview.collection import learners, statistics
from webreview.collection.statistics import Figures
from webreview.desk import AtDesk
from webreview.pages import statistic_charts
from webreview.pages.charts import drawing
from webreview.pages.interface import interface_of
from webreview.pages.problems import said, status_of
from webreview.pages.rendering import page
from webreview.pages.statistic_charts import PERIODS
from webreview.review import days
from webreview.review.statistics import answers, calendar
from webreview.review.statistics.answers import Done, Span
from webreview.review.statistics.retention import Recalled, ranges, retention
from webreview.search import parse
from webreview.search.query import Everything, Query

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class RetentionRow:
    """A range of days and how much was recalled in it: of young cards, mature ones, all."""

    name: str
    cells: tuple[str, str, str]


@router.get("/statistics")
def show(request: Request, desk: AtDesk, q: str = "", period: str = "year") -> HTMLResponse:
    """Show the statistics of the cards that the search finds, of all for an empty one."""
    words = interface_of(request).words
    chosen = next((one for one in PERIODS if one.name == period), PERIODS[1])
    refusal, status = "", 200
    query: Query = Everything()
    try:
        query = parse(q)
    except CardsError as error:
        refusal, status = said(error, words), status_of(error)
    now = desk.now()
    settings = learners.settings(desk.collection, desk.learner)
    today = days.study_day(now, settings)
    # The calendar and the table of retention look a year back, whatever the charts do.
    since = None if chosen.days is None else today - timedelta(days=7 * calendar.WEEKS)
    period_begins = None if chosen.days is None else today - timedelta(days=chosen.days)
    figures = statistics.figures(
        desk.collection, desk.learner, query, since=since, hours_since=period_begins, now=now
    )
    answered = Counter[date]()
    for tally in figures.answers:
        answered[tally.day] += tally.answers
    everything = isinstance(query, Everything)
    return page(
        request,
        "statistics.html",
        status=status,
        q=q,
        refusal=refusal,
        period=chosen.name,
        periods=_period_names(words),
        today=_today(figures, today),
        streak=calendar.streak(figures.studied, today=today),
        squares=calendar.squares(answered, today=today),
        weekdays=_weekdays(words),
        charts=[(one, drawing(one)) for one in statistic_charts.charts(figures, chosen, today, words)],
        retention=_retention(figures, today, words),
        wanted=f"{round(100 * settings.desired_retention)} %",
        documents=statistics.of_documents(desk.collection, desk.learner, now=now) if everything else (),
        writers=statistics.of_writers(desk.collection, desk.learner) if everything else (),
        nothing=not figures.cards.states.total,
    )


def _today(figures: Figures, today: date) -> Done:
    (done,) = answers.done(figures.answers, [Span(today, today)])
    return done


def _retention(figures: Figures, today: date, words: NullTranslations) -> list[RetentionRow]:
    gettext = words.gettext
    names = {
        "today": gettext("Today"),
        "yesterday": gettext("Yesterday"),
        "week": gettext("Last 7 days"),
        "month": gettext("Last 30 days"),
        "year": gettext("Last year"),
    }
    rows = []
    for name, first, last in ranges(today):
        found = retention(figures.answers, first=first, last=last)
        rows.append(RetentionRow(names[name], (_rate(found.young), _rate(found.mature), _rate(found.all))))
    return rows


def _rate(recalled: Recalled) -> str:
    if recalled.rate is None:
        return "–"
    return f"{100 * recalled.rate:.1f} % ({recalled.passed:,} / {recalled.answers:,})"


def _period_names(words: NullTranslations) -> tuple[tuple[str, str], ...]:
    gettext = words.gettext
    return (("month", gettext("A month")), ("year", gettext("A year")), ("all", gettext("All")))


def _weekdays(words: NullTranslations) -> tuple[str, ...]:
    gettext = words.gettext
    return (gettext("Mon"), "", gettext("Wed"), "", gettext("Fri"), "", "")
