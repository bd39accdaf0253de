"""The time from an answer to a card's return, in the words of the interface."""

from __future__ import annotations

from datetime import timedelta
from gettext import NullTranslations

DAYS_A_MONTH = 30.44
DAYS_A_YEAR = 365.25


def interval_text(interval: timedelta, words: NullTranslations) -> str:
    """Return the interval as it stands on a button: "10 min", "3 days", "2.5 months", "1.2 years".

    Whole days are counted up to a month, then months and years with one decimal, as learners know it from Anki.
    """
    seconds = max(0.0, interval.total_seconds())
    if seconds < 3600:
        return _count(words.gettext("%s min"), max(1, round(seconds / 60)))
    if seconds < 86_400:
        return _count(words.gettext("%s h"), round(seconds / 3600))
    days = round(seconds / 86_400)
    if days <= 30:
        return words.ngettext("%d day", "%d days", days) % days
    if days < DAYS_A_YEAR:
        return _count(words.gettext("%s months"), days / DAYS_A_MONTH)
    return _count(words.gettext("%s years"), days / DAYS_A_YEAR)


def _count(pattern: str, number: float) -> str:
    return pattern % f"{number:.1f}".removesuffix(".0")
