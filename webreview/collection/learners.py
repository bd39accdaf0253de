"""Learners and their settings."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from webreview.collection import codec, schedules, tables
from webreview.collection.store import Collection
from webreview.errors import NotInCollectionError
from webreview.settings import Settings

# The one learner of a collection without accounts.
ME = "me"

_SETTINGS = sa.select(tables.learner.c.settings).where(tables.learner.c.id == sa.bindparam("of_learner"))


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

    Takes about a minute for a million entries.
    """
    with collection.writing(learner) as connection:
        settings_in(connection, learner)
        connection.execute(
            tables.learner.update()
            .where(tables.learner.c.id == learner)
            .values(settings=codec.settings_json(changed))
        )
        schedules.rebuild(connection, learner, changed)


def settings_in(connection: sa.Connection, learner: str) -> Settings:
    """Return the learner's settings over an open connection."""
    known = connection.scalar(_SETTINGS, {"of_learner": learner})
    if known is None:
        raise NotInCollectionError(f"the collection has no learner {learner!r}")
    return codec.settings_from(known)
