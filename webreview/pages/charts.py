"""Charts as values -> where their bars, lines and words stand in a drawing; a template writes the SVG.

A drawing is 360 wide and 180 high, whatever it shows: so its words are as large on a phone as beside the table that
stands behind every chart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

WIDTH, HEIGHT = 360, 180
LEFT, RIGHT, TOP, BOTTOM = 34, 356, 10, 156
_LINES = 4
_TICKS = 6
# A word further right would run out of the drawing.
_LAST_TICK = 343


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, its parts from below in the order of the chart's series; `tick` stands under it, where there is room."""

    label: str
    parts: tuple[float, ...]
    tick: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars side by side. `told` says in a sentence what matters; `unit` is what is counted."""

    name: str
    title: str
    unit: str
    series: tuple[str, ...]
    bars: tuple[Bar, ...]
    told: str = ""

    @property
    def empty(self) -> bool:
        return not any(any(bar.parts) for bar in self.bars)


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A part of a bar: its corner, its measures, and the number of its series."""

    x: float
    y: float
    width: float
    height: float
    series: int
    title: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word on an axis and its place."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that a template needs to draw a chart."""

    rectangles: tuple[Rectangle, ...]
    lines: tuple[Word, ...]
    ticks: tuple[Word, ...]


def drawing(chart: Chart) -> Drawing:
    """Return where everything of the chart stands."""
    highest = max((sum(bar.parts) for bar in chart.bars), default=0)
    step = _step(highest)
    top = step * max(1, -(-highest // step))
    scale = (BOTTOM - TOP) / top
    pitch = (RIGHT - LEFT) / max(1, len(chart.bars))
    lines = [Word(round(BOTTOM - step * n * scale, 1), _short(step * n)) for n in range(int(top // step) + 1)]
    return Drawing(tuple(_rectangles(chart, pitch, scale)), tuple(lines), tuple(_ticks(chart, pitch)))


def _rectangles(chart: Chart, pitch: float, scale: float) -> Iterator[Rectangle]:
    gap = min(2.0, pitch * 0.2)
    for number, bar in enumerate(chart.bars):
        below = float(BOTTOM)
        for series, part in enumerate(bar.parts):
            if part <= 0:
                continue
            # A single card among thousands is still to be seen.
            height = max(part * scale, 0.75)
            below -= height
            name = f" {chart.series[series]}" if len(chart.series) > 1 else ""
            yield Rectangle(
                round(LEFT + number * pitch + gap / 2, 2),
                round(below, 2),
                round(pitch - gap, 2),
                round(height, 2),
                series,
                f"{bar.label}:{name} {readable(part)}",
            )


def _ticks(chart: Chart, pitch: float) -> Iterator[Word]:
    every = -(-len(chart.bars) // _TICKS)
    for number, bar in enumerate(chart.bars):
        at = LEFT + (number + 0.5) * pitch
        if number % every == 0 and at < _LAST_TICK:
            yield Word(round(at, 1), bar.tick or bar.label)


def _step(highest: float) -> float:
    """Return the distance of the lines: a round number, so that at most `_LINES` fit below the highest bar."""
    scale = 1
    while True:
        for factor in (1, 2, 5):
            if factor * scale * _LINES >= highest:
                return factor * scale
        scale *= 10


def readable(number: float) -> str:
    """Return the number with separators, whole numbers without a point."""
    return f"{number:,.0f}" if number == int(number) else f"{number:,.1f}"


def _short(number: float) -> str:
    if number >= 1_000_000:
        return f"{number / 1_000_000:g}M"
    return f"{number / 1000:g}k" if number >= 1000 else f"{number:g}"
