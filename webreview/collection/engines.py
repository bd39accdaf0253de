"""A location -> SQLAlchemy engines, set up so that no write is lost."""

from __future__ import annotations

import math
import sqlite3
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import QueuePool, StaticPool

from cards.errors import to_translate
from webreview.errors import CollectionError
from webreview.search import expressions

_READERS = 8
_WAIT_MS = 10_000

# 16 MB of 4 kB each; an answer changes about 14.
_PAGES_AHEAD = 4_000

_FULL = to_translate("{name}: the disk is full; nothing was written, make room and try again")
_UNREACHABLE = to_translate(
    "{name}: the PostgreSQL server cannot be reached; see its address and whether it runs"
)
# What SQLite and PostgreSQL say, and what we say instead.
_SENTENCES = (
    (
        "database disk image is malformed",
        to_translate("{name}: the file is damaged; restore it from a backup beside it"),
    ),
    (
        "file is not a database",
        to_translate("{name}: this is not a collection; give another file with --data"),
    ),
    ("database or disk is full", _FULL),
    ("No space left on device", _FULL),
    (
        "disk I/O error",
        to_translate("{name}: the disk could not be read or written; see whether it is full or failing"),
    ),
    (
        "unable to open database file",
        to_translate("{name}: the file cannot be opened; see whether its folder may be written"),
    ),
    (
        "readonly database",
        to_translate("{name}: the file cannot be written; see who owns it and its folder"),
    ),
    (
        "database is locked",
        to_translate("{name}: another program keeps the file locked; close it and try again"),
    ),
    ("connection to server", _UNREACHABLE),
    ("failed to resolve host", _UNREACHABLE),
)


def sqlite_file(location: Path | str) -> Path | None:
    """Return the file of a SQLite collection, None for a database server."""
    if isinstance(location, Path) or "://" not in location:
        return Path(location).absolute()
    url = _url(location)
    if url.get_backend_name() != "sqlite":
        return None
    if not url.database:
        raise CollectionError(f"{location} names no file; write sqlite:////path/of/the/file")
    return Path(url.database).absolute()


def shown(location: str) -> str:
    """Return the location without its password."""
    return _url(location).render_as_string(hide_password=True)


def make(location: Path | str) -> tuple[sa.Engine, sa.Engine]:
    """Return the engine to read with and the engine to write with."""
    if (path := sqlite_file(location)) is not None:
        url = sa.URL.create("sqlite", database=str(path))
        return _sqlite_reader(url), _sqlite_writer(url)
    url = _url(str(location)).set(drivername="postgresql+psycopg")
    # One state for all the queries of a page; the log's chain is kept by a lock, so writers need no more.
    reader = sa.create_engine(url, pool_pre_ping=True, isolation_level="REPEATABLE READ")
    return reader, sa.create_engine(url, pool_pre_ping=True)


def wait_for_turn(connection: sa.Connection, learner: str) -> None:
    """Wait until no other process writes what is the learner's; the turn ends with the transaction."""
    if connection.dialect.name == "postgresql":
        # SQLite's writer began with BEGIN IMMEDIATE and has had its turn since.
        key = sa.func.hashtextextended(f"kapian:{learner}", 0)
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(key)))


def explain(error: DBAPIError) -> str | None:
    """Return what the user should know of the database's complaint, with {name} for the collection's.

    None if it is a mistake of ours.
    """
    said = str(error.orig)
    return next((sentence for sign, sentence in _SENTENCES if sign in said), None)


def _url(location: str) -> sa.URL:
    try:
        url = sa.make_url(location)
        known = url.get_backend_name() in ("sqlite", "postgresql")
    except ArgumentError as error:
        raise CollectionError(f"{location!r} is neither a file nor a database URL") from error
    if not known:
        raise CollectionError(f"{url.get_backend_name()} is not supported; use a file or postgresql://")
    return url


def _sqlite_writer(url: sa.URL) -> sa.Engine:
    """One connection writes and checkpoints.

    SQLite before 3.51.3 can lose a committed write when two connections write or checkpoint at once.
    """
    engine = sa.create_engine(url, poolclass=StaticPool, connect_args={"check_same_thread": False})

    @sa.event.listens_for(engine, "connect")
    def _connected(connection: sqlite3.Connection, _: object) -> None:
        # Python's sqlite3 begins transactions late and silently loses updates; we begin them ourselves.
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {_WAIT_MS}")
        connection.execute("PRAGMA journal_mode = WAL")
        # An answer is acknowledged after this commit: it must survive the loss of power.
        connection.execute("PRAGMA synchronous = FULL")
        # The write-ahead log goes into the file some hundred answers at a time: whoever answers then waits.
        connection.execute(f"PRAGMA wal_autocheckpoint = {_PAGES_AHEAD}")
        connection.execute("PRAGMA foreign_keys = ON")

    @sa.event.listens_for(engine, "begin")
    def _begun(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _sqlite_reader(url: sa.URL) -> sa.Engine:
    engine = sa.create_engine(
        url, poolclass=QueuePool, pool_size=_READERS, connect_args={"check_same_thread": False}
    )

    @sa.event.listens_for(engine, "connect")
    def _connected(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {_WAIT_MS}")
        connection.execute("PRAGMA query_only = ON")
        _teach(connection)

    @sa.event.listens_for(engine, "begin")
    def _begun(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def _teach(connection: sqlite3.Connection) -> None:
    """Give SQLite the functions of searches: regular expressions, and arithmetic where its build has none."""
    connection.create_function("matches", 2, _matches, deterministic=True)
    try:
        connection.execute("SELECT power(2, 0.5), floor(0.5)")
    except sqlite3.OperationalError:
        connection.create_function("power", 2, _power, deterministic=True)
        connection.create_function("floor", 1, _floor, deterministic=True)


def _power(base: float | None, exponent: float | None) -> float | None:
    return None if base is None or exponent is None else math.pow(base, exponent)


def _floor(number: float | None) -> float | None:
    return None if number is None else math.floor(number)


def _matches(expression: str, words: str) -> bool:
    return expressions.found_by(expression)(words)
