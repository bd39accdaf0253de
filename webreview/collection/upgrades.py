"""Old collections -> the present tables, with Alembic; a copy is kept first."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from webreview.collection import backup, codec, engines, schedules, tables
from webreview.errors import CollectionError

MIGRATIONS = Path(__file__).with_name("migrations")


def bring_up_to_date(writer: sa.Engine, path: Path | None, name: str) -> None:
    """Make the tables of a new collection, or migrate those of an older one.

    A SQLite file at `path` that is about to be migrated is copied to `<file>.before-<revision>` first.
    Raises CollectionError for a collection written by a newer version.
    """
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    scripts = ScriptDirectory.from_config(config)
    newest = scripts.get_current_head()
    with writer.connect() as connection:
        present = MigrationContext.configure(connection).get_current_revision()
    if present == newest:
        return
    if present is not None and present not in {script.revision for script in scripts.walk_revisions()}:
        raise CollectionError(
            f"{name}: written by a newer version of kapian (its tables are {present}); "
            "update kapian to open it"
        )
    if present is not None and path is not None:
        backup.copy_file(writer, path.with_name(f"{path.name}.before-{newest}"))
    with writer.begin() as connection:
        # Another server may be at it: whoever comes second finds the tables made.
        engines.wait_for_turn(connection, "tables")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        _make_caches(connection)


def _make_caches(connection: sa.Connection) -> None:
    """Make all that is cached anew: a migration leaves new caches empty. A minute for a million entries."""
    for learner, settings in connection.execute(
        sa.select(tables.learner.c.id, tables.learner.c.settings)
    ).all():
        schedules.rebuild(connection, learner, codec.settings_from(settings))
