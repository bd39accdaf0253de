"""Boxes on a slide -> the order in which a reader looks at them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle on a slide, in any unit."""

    left: int
    top: int
    right: int
    bottom: int


# Boxes that touch or overlap by this share of the lower one's height or width still count as apart.
_SLACK = 0.2


def in_reading_order(frames: Sequence[Frame | None]) -> list[int]:
    """Return the places of the frames in reading order: rows from the top, columns of a row from the left.

    Where frames lie across each other, or a frame is not known, the order in which they were given stands.
    """
    if any(frame is None for frame in frames):
        return list(range(len(frames)))
    known = [frame for frame in frames if frame is not None]
    return _ordered(known, list(range(len(known))), rows=True, tried=False)


def _ordered(frames: Sequence[Frame], places: list[int], *, rows: bool, tried: bool) -> list[int]:
    if len(places) < 2:
        return places
    parts = _cut(frames, places, rows=rows)
    if len(parts) > 1:
        return [place for part in parts for place in _ordered(frames, part, rows=not rows, tried=False)]
    # Neither rows nor columns: they lie across each other.
    return sorted(places) if tried else _ordered(frames, places, rows=not rows, tried=True)


def _cut(frames: Sequence[Frame], places: list[int], *, rows: bool) -> list[list[int]]:
    def side(place: int) -> tuple[int, int]:
        frame = frames[place]
        return (frame.top, frame.bottom) if rows else (frame.left, frame.right)

    parts: list[list[int]] = []
    reached = 0
    for place in sorted(places, key=lambda place: (side(place)[0], place)):
        begins, ends = side(place)
        if not parts or begins >= reached - _SLACK * (ends - begins):
            parts.append([place])
            reached = ends
        else:
            parts[-1].append(place)
            reached = max(reached, ends)
    return parts
