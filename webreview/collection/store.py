"""The collection as a place: opened, read, written, closed."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError

from webreview.collection import backup, engines, upgrades
from webreview.collection.file_lock import FileLock
from webreview.errors import CollectionError


class Collection:
    """An open collection: one SQLite file or one PostgreSQL database.

    The functions of this package take it as their first argument, and the id of the learner as their second.
    It may be used from many threads. One process at a time may have a SQLite file open.
    """

    def __init__(self, name: str, reader: sa.Engine, writer: sa.Engine, lock: FileLock | None) -> None:
        self.name = name
        self._reader = reader
        self._writer = writer
        self._lock = lock
        self._writing = threading.Lock()

    @classmethod
    def open(cls, location: Path | str) -> Collection:
        """Open the collection, or make a new one where there is none; an older one is brought up to date.

        `location` is the path of a SQLite file, or a URL beginning with postgresql: or sqlite:. Before an older
        collection is changed, a copy is kept beside it (SQLite).
        Raises CollectionError with a sentence if it is in use, damaged, too new, or cannot be reached.
        """
        if (path := engines.sqlite_file(location)) is None:
            name, lock = engines.shown(str(location)), None
        else:
            name, lock = str(path), FileLock.take(path)
        try:
            with _explained(name):
                reader, writer = engines.make(location)
                upgrades.bring_up_to_date(writer, path, name)
        except BaseException:
            if lock is not None:
                lock.release()
            raise
        return cls(name, reader, writer, lock)

    def close(self) -> None:
        """Close every connection and let another process open the collection."""
        with self._writing:
            self._reader.dispose()
            self._writer.dispose()
            if self._lock is not None:
                self._lock.release()

    def __enter__(self) -> Collection:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def back_up(self, target: Path) -> None:
        """Copy the whole collection, as of one moment, into the SQLite file `target`.

        Raises CollectionError for a PostgreSQL collection: its own tools do that.
        """
        if self._writer.dialect.name != "sqlite":
            raise CollectionError(f"{self.name}: back up a PostgreSQL collection with pg_dump")
        with self._writing, _explained(self.name):
            backup.copy_file(self._writer, target)

    def copied(self) -> tuple[Path, Callable[[], None]]:
        """Return a copy of the whole collection in a folder of its own, and what takes the folder away again.

        Raises CollectionError for a PostgreSQL collection.
        """
        folder = tempfile.TemporaryDirectory(prefix="kapian-")
        try:
            self.back_up(copy := Path(folder.name, "collection.sqlite"))
        except BaseException:
            folder.cleanup()
            raise
        return copy, folder.cleanup

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Give a connection that sees one state of the collection and changes nothing."""
        with _explained(self.name), self._reader.connect() as connection:
            yield connection

    @contextmanager
    def writing(self, learner: str) -> Iterator[sa.Connection]:
        """Give the connection that may change what is the learner's; the commit is on disk at the end.

        Whoever writes is alone: writers of one learner wait for each other, in all processes.
        """
        with self._writing, _explained(self.name), self._writer.begin() as connection:
            engines.wait_for_turn(connection, learner)
            yield connection


@contextmanager
def _explained(name: str) -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        if (sentence := engines.explain(error)) is None:
            raise
        raise CollectionError(sentence, name=name) from error
