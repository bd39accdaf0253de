"""Statistics -> the charts of the page, in the interface's words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from gettext import NullTranslations

from webreview.collection.statistics import Figures
from webreview.pages.charts import Bar, Chart, readable
from webreview.review.statistics import answers, cards
from webreview.review.statistics.answers import Done, Span
from webreview.review.statistics.cards import Bin
from webreview.review.statistics.tallies import Pile

_MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Period:
    """How far back and ahead charts look: days, None for all there is, and how many days a bar tells."""

    name: str
    days: int | None
    length: int


PERIODS = (Period("month", 30, 1), Period("year", 364, 7), Period("all", None, 28))


def charts(figures: Figures, period: Period, today: date, words: NullTranslations) -> tuple[Chart, ...]:
    """Return every chart, in the order in which they stand."""
    gettext = words.gettext
    spans = answers.spans(_first(figures, period, today), today, period.length)
    done = answers.done(figures.answers, spans)
    ahead = period.days or max((pile.value for pile in figures.cards.due), default=0) + 1
    due = cards.forecast(figures.cards.due, days=max(ahead, period.length), length=period.length)
    per_card = gettext("cards")
    return (
        _forecast(due, figures, today, words),
        _answers(done, words),
        _time(done, words),
        _states(figures, words),
        _histogram("intervals", gettext("Intervals"), cards.histogram(figures.cards.intervals), words),
        _histogram("stability", gettext("Stability"), cards.histogram(figures.cards.stabilities), words),
        Chart(
            "difficulty",
            gettext("Difficulty"),
            per_card,
            (per_card,),
            _tenths(figures.cards.difficulties, lambda n: f"{1 + n * 0.9:.1f}–{1.9 + n * 0.9:.1f}"),
        ),
        Chart(
            "chances",
            gettext("Chance of recall today"),
            per_card,
            (per_card,),
            _tenths(figures.cards.chances, lambda n: f"{10 * n}–{10 * n + 10} %"),
            gettext("About %(known)s of %(all)s cards are known today.")
            % {"known": readable(round(figures.cards.known)), "all": readable(figures.cards.states.total)},
        ),
        _hours(figures, words),
        _buttons(figures, spans[0].first, words),
        _added(figures, spans, words),
    )


def _first(figures: Figures, period: Period, today: date) -> date:
    if period.days is not None:
        return today - timedelta(days=period.days)
    days = [*figures.studied[:1], *(day for day, _ in figures.added[:1]), today]
    return min(days)


def _forecast(due: Sequence[Bin], figures: Figures, today: date, words: NullTranslations) -> Chart:
    gettext, ngettext = words.gettext, words.ngettext
    late = cards.overdue(figures.cards.due)
    told = ngettext("%s card waits since an earlier day.", "%s cards wait since earlier days.", late)
    bars = [
        Bar(
            _span(Span(today + timedelta(days=one.least), today + timedelta(days=one.most))),
            (one.cards,),
            (today + timedelta(days=one.least)).strftime("%m-%d"),
        )
        for one in due
    ]
    name = gettext("cards")
    return Chart(
        "forecast", gettext("To come"), name, (name,), tuple(bars), told % readable(late) if late else ""
    )


def _answers(done: Sequence[Done], words: NullTranslations) -> Chart:
    gettext = words.gettext
    total = sum(one.answers.total for one in done)
    studied = sum(one.answers.total > 0 for one in done)
    bars = [
        Bar(
            _span(one.span),
            (one.answers.new, one.answers.learning, one.answers.young, one.answers.mature),
            one.span.first.strftime("%m-%d"),
        )
        for one in done
    ]
    series = (gettext("New"), gettext("Learning"), gettext("Young"), gettext("Mature"))
    told = words.ngettext("%s answer", "%s answers", total) % readable(total) if studied else ""
    return Chart("answers", gettext("Answers"), gettext("answers"), series, tuple(bars), told)


def _time(done: Sequence[Done], words: NullTranslations) -> Chart:
    gettext = words.gettext
    total, count = sum(one.took_ms for one in done), sum(one.answers.total for one in done)
    told = ""
    if count:
        told = gettext("%(hours)s hours; %(seconds)s seconds an answer") % {
            "hours": f"{total / 3_600_000:,.1f}",
            "seconds": f"{total / 1000 / count:.1f}",
        }
    bars = [
        Bar(_span(one.span), (round(one.took_ms / _MINUTE_MS, 1),), one.span.first.strftime("%m-%d"))
        for one in done
    ]
    name = gettext("minutes")
    return Chart("time", gettext("Time"), name, (name,), tuple(bars), told)


def _states(figures: Figures, words: NullTranslations) -> Chart:
    gettext, states = words.gettext, figures.cards.states
    named = (
        (gettext("New"), states.new),
        (gettext("Learning"), states.learning),
        (gettext("Young"), states.young),
        (gettext("Mature"), states.mature),
        (gettext("Suspended"), states.suspended),
    )
    told = words.ngettext("%s card", "%s cards", states.total) % readable(states.total)
    bars = tuple(Bar(name, (count,)) for name, count in named)
    return Chart("states", gettext("Cards"), gettext("cards"), (gettext("cards"),), bars, told)


def _histogram(name: str, title: str, bins: Sequence[Bin], words: NullTranslations) -> Chart:
    gettext = words.gettext
    bars = [
        Bar(
            gettext("%s days") % (one.least if one.least == one.most else f"{one.least}–{one.most}"),
            (one.cards,),
            str(one.least),
        )
        for one in bins
    ]
    return Chart(name, title, gettext("cards"), (gettext("cards"),), tuple(bars))


def _tenths(piles: Sequence[Pile], label: Callable[[int], str]) -> tuple[Bar, ...]:
    return tuple(Bar(label(one.least), (one.cards,)) for one in cards.tenths(piles))


def _hours(figures: Figures, words: NullTranslations) -> Chart:
    gettext = words.gettext
    bars = tuple(
        Bar(f"{one.hour:02}:00", (one.remembered, one.answers - one.remembered), str(one.hour))
        for one in answers.hours(figures.hours)
    )
    series = (gettext("Remembered"), gettext("Forgotten"))
    return Chart("hours", gettext("Hours of the day"), gettext("answers"), series, bars)


def _buttons(figures: Figures, first: date, words: NullTranslations) -> Chart:
    gettext = words.gettext
    pressed = answers.buttons(tally for tally in figures.answers if tally.day >= first)
    ratings = (gettext("Again"), gettext("Hard"), gettext("Good"), gettext("Easy"))
    bars = tuple(
        Bar(rating, (pressed.learning[n], pressed.young[n], pressed.mature[n]))
        for n, rating in enumerate(ratings)
    )
    series = (gettext("Learning"), gettext("Young"), gettext("Mature"))
    return Chart("buttons", gettext("Buttons"), gettext("answers"), series, bars)


def _added(figures: Figures, spans: Sequence[Span], words: NullTranslations) -> Chart:
    gettext = words.gettext
    length = (spans[0].last - spans[0].first).days + 1
    counts = [0] * len(spans)
    for day, notes in figures.added:
        place = (day - spans[0].first).days // length
        if 0 <= place < len(spans):
            counts[place] += notes
    bars = [
        Bar(_span(span), (count,), span.first.strftime("%m-%d"))
        for span, count in zip(spans, counts, strict=True)
    ]
    told = words.ngettext("%s note", "%s notes", sum(counts)) % readable(sum(counts))
    return Chart("added", gettext("Added"), gettext("notes"), (gettext("notes"),), tuple(bars), told)


def _span(span: Span) -> str:
    if span.first == span.last:
        return span.first.isoformat()
    return f"{span.first.isoformat()} – {span.last.isoformat()}"
