"""A SQLite collection -> a copy of it in one file."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import sqlalchemy as sa


def copy_file(engine: sa.Engine, target: Path) -> None:
    """Copy the database to `target`, whole and as of one moment, replacing an older copy.

    Written under a temporary name and renamed, so that a copy is complete or absent.
    """
    unfinished = target.with_name(f"{target.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    source = engine.raw_connection()
    copy = sqlite3.connect(unfinished)
    try:
        assert isinstance(source.driver_connection, sqlite3.Connection)
        source.driver_connection.backup(copy)
    finally:
        copy.close()
        source.close()
    unfinished.replace(target)
