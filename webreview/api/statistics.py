"""Statistics of everything or of a search, as the numbers behind the page's charts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from webreview.api.cards import Search
from webreview.collection import learners, statistics
from webreview.desk import AtDesk
from webreview.review import days
from webreview.review.statistics import calendar
from webreview.review.statistics.calendar import Streak
from webreview.review.statistics.retention import Retention, retention
from webreview.review.statistics.tallies import (
    AnswerTally,
    CardTallies,
    DocumentTally,
    HourTally,
    WriterTally,
)
from webreview.search import parse

router = APIRouter(tags=["statistics"])


class RetentionOut(BaseModel):
    """Answers to cards in review and how many were not Again, of young cards and of mature ones."""

    young_answers: int
    young_passed: int
    mature_answers: int
    mature_passed: int


class AddedOut(BaseModel):
    """How many kept notes were added on a study day."""

    day: date
    notes: int


class StatisticsOut(BaseModel):
    """All that is counted since the study day `since`.

    Answers are told by study day, by the state that the card had, and by rating; `cards` as they are now.
    """

    since: date
    answers: tuple[AnswerTally, ...]
    hours: tuple[HourTally, ...]
    streak: Streak
    retention: RetentionOut
    desired_retention: float
    cards: CardTallies
    added: list[AddedOut]


@router.get("/statistics")
def of_search(
    desk: AtDesk,
    q: Annotated[Search, Query()] = "",
    since_days: Annotated[int, Query(ge=0, le=36500, alias="days")] = 364,
) -> StatisticsOut:
    """Return the statistics of the cards that the search finds, of all without one; `days` is how far back."""
    now = desk.now()
    settings = learners.settings(desk.collection, desk.learner)
    today = days.study_day(now, settings)
    since = today - timedelta(days=since_days)
    figures = statistics.figures(
        desk.collection, desk.learner, parse(q), since=since, hours_since=since, now=now
    )
    return StatisticsOut(
        since=since,
        answers=figures.answers,
        hours=figures.hours,
        streak=calendar.streak(figures.studied, today=today),
        retention=_out(retention(figures.answers, first=since, last=today)),
        desired_retention=settings.desired_retention,
        cards=figures.cards,
        added=[AddedOut(day=day, notes=notes) for day, notes in figures.added],
    )


@router.get("/statistics/documents")
def of_documents(desk: AtDesk) -> tuple[DocumentTally, ...]:
    """Return how much of each document is known now: the sum of the chances of recall over its cards."""
    return statistics.of_documents(desk.collection, desk.learner, now=desk.now())


@router.get("/statistics/writers")
def of_writers(desk: AtDesk) -> tuple[WriterTally, ...]:
    """Return what was decided on the notes of each writer."""
    return statistics.of_writers(desk.collection, desk.learner)


def _out(found: Retention) -> RetentionOut:
    return RetentionOut(
        young_answers=found.young.answers,
        young_passed=found.young.passed,
        mature_answers=found.mature.answers,
        mature_passed=found.mature.passed,
    )
