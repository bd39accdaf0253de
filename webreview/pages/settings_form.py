"""Settings and habits <-> the fields of the form in which they are changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from cards.errors import CardsError
from webreview.habits import KEYS, Habits
from webreview.settings import Settings

SWITCHES = ("keys", "typing", "speaking", "timer", "swiping")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_STEP = re.compile(r"(\d{1,5})([smhd])")


def steps_text(steps: tuple[timedelta, ...]) -> str:
    """Return the steps as they are written: "1m 10m"."""
    return " ".join(_step_text(round(step.total_seconds())) for step in steps)


def settings_from(sent: Mapping[str, str], before: Settings) -> Settings:
    """Return the settings as the form was sent; raise CardsError for what cannot be."""
    return replace(
        before,
        time_zone=sent.get("time_zone", "").strip(),
        day_starts_at=_whole(sent, "day_starts_at"),
        new_a_day=_whole(sent, "new_a_day"),
        reviews_a_day=_whole(sent, "reviews_a_day"),
        desired_retention=_whole(sent, "desired_retention") / 100,
        learning_steps=_steps(sent.get("learning_steps", "")),
        relearning_steps=_steps(sent.get("relearning_steps", "")),
        bury_siblings=bool(sent.get("bury_siblings")),
        leech_lapses=_whole(sent, "leech_lapses"),
        leech_suspends=bool(sent.get("leech_suspends")),
    )


def habits_from(sent: Mapping[str, str], before: Habits) -> Habits:
    """Return the habits as the form was sent; a key field that is empty keeps the usual key."""
    chosen = {name: _key(sent.get(f"key-{name}", "")) for name in KEYS}
    own = {name: key for name, key in chosen.items() if key and key != KEYS[name]}
    return replace(
        before,
        key_of=own,
        keys=bool(sent.get("keys")),
        typing=bool(sent.get("typing")),
        speaking=bool(sent.get("speaking")),
        timer=bool(sent.get("timer")),
        swiping=bool(sent.get("swiping")),
    )


def _key(written: str) -> str:
    """Return the key as browsers name it; a space alone is the space bar, around a name it is nothing."""
    return written if written == " " else written.strip()


def _whole(sent: Mapping[str, str], name: str) -> int:
    value = sent.get(name, "").strip()
    if not re.fullmatch(r"\d{1,6}", value):
        raise CardsError("“{value}” is not a whole number.", value=value[:20])
    return int(value)


def _steps(written: str) -> tuple[timedelta, ...]:
    steps = []
    for word in written.split():
        found = _STEP.fullmatch(word)
        if not found:
            raise CardsError("“{word}” is not a step; write steps like 1m 10m 1h.", word=word[:20])
        steps.append(timedelta(seconds=int(found[1]) * _SECONDS[found[2]]))
    return tuple(steps)


def _step_text(seconds: int) -> str:
    unit = next(unit for unit in ("h", "m", "s") if seconds % _SECONDS[unit] == 0)
    return f"{seconds // _SECONDS[unit]}{unit}"
