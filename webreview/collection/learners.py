"""Learners and their settings."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa

from webreview.collection import codec, schedules, tables
from webreview.collection.store import Collection
from webreview.errors import NotInCollectionError
from webreview.habits import Habits
from webreview.settings import OF_THE_DAY, Settings

# The one learner of a collection without accounts.
ME = "me"

_SETTINGS = sa.select(tables.learner.c.settings).where(tables.learner.c.id == sa.bindparam("of_learner"))

_HABITS = sa.select(tables.learner.c.habits).where(tables.learner.c.id == sa.bindparam("of_learner"))


def join(collection: Collection, learner: str, *, settings: Settings, now: datetime) -> Settings:
    """Add the learner unless the collection knows it; return its settings, the old ones if it was known."""
    with collection.writing(learner) as connection:
        known = connection.scalar(_SETTINGS, {"of_learner": learner})
        if known is not None:
            return codec.settings_from(known)
        connection.execute(
            tables.learner.insert().values(id=learner, settings=codec.settings_json(settings), added_at=now)
        )
    return settings


def settings(collection: Collection, learner: str) -> Settings:
    """Return the learner's settings."""
    with collection.reading() as connection:
        return settings_in(connection, learner)


def change_settings(collection: Collection, learner: str, changed: Settings) -> None:
    """Keep the settings; memories are folded anew where they depend on them, due dates stay as promised.

    Takes about a minute for a million entries, where the fold depends on what was changed.
    """
    with collection.writing(learner) as connection:
        before = settings_in(connection, learner)
        connection.execute(
            tables.learner.update()
            .where(tables.learner.c.id == learner)
            .values(settings=codec.settings_json(changed))
        )
        of_the_day = {name: getattr(changed, name) for name in OF_THE_DAY}
        if replace(before, **of_the_day) != changed:
            schedules.rebuild(connection, learner, changed)


def habits(collection: Collection, learner: str) -> Habits:
    """Return how the learner likes to review."""
    with collection.reading() as connection:
        known = connection.scalar(_HABITS, {"of_learner": learner})
    if known is None:
        raise NotInCollectionError(f"the collection has no learner {learner!r}")
    return codec.habits_from(known)


def change_habits(collection: Collection, learner: str, changed: Habits) -> None:
    """Keep how the learner likes to review."""
    with collection.writing(learner) as connection:
        settings_in(connection, learner)
        connection.execute(
            tables.learner.update()
            .where(tables.learner.c.id == learner)
            .values(habits=codec.habits_json(changed))
        )


def settings_in(connection: sa.Connection, learner: str) -> Settings:
    """Return the learner's settings over an open connection."""
    known = connection.scalar(_SETTINGS, {"of_learner": learner})
    if known is None:
        raise NotInCollectionError(f"the collection has no learner {learner!r}")
    return codec.settings_from(known)
