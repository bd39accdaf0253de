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
    minutes, hours, days = (round(seconds / unit) for unit in (60, 3600, 86_400))
    if minutes < 60:
        return words.gettext("%s min") % max(1, minutes)
    if hours < 24:
        return words.gettext("%s h") % hours
    if days <= 30:
        return words.ngettext("%s day", "%s days", days) % days
    if days < DAYS_A_YEAR - 1:
        months = f"{days / DAYS_A_MONTH:.1f}".removesuffix(".0")
        return words.ngettext("%s month", "%s months", 1 if months == "1" else 2) % months
    years = f"{days / DAYS_A_YEAR:.1f}".removesuffix(".0")
    return words.ngettext("%s year", "%s years", 1 if years == "1" else 2) % years
