"""What every test may ask for.

- `database_url`: the URL of a new, empty database. A test that asks for it runs twice, on SQLite (a file in
  the test's own folder) and on PostgreSQL.
- `postgres_url`: the URL of a new, empty PostgreSQL database, for what only PostgreSQL does.
- in `tests/browser/`: `page` (from pytest-playwright, on Debian's chromium), `serve`, `axe` and
  `keep_picture`; see `tests/browser/conftest.py`.

Each xdist worker starts its own PostgreSQL server when a test first asks for one, as root or as a plain user.
Nothing here skips: a test whose server or browser is missing fails and says what to install.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.postgres import PostgresMissingError, temporary_database, temporary_server

# A machine may be busy: what a property says counts, not how long its values took to draw.
settings.register_profile("kapian", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kapian")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The URL of this worker's PostgreSQL server (its `postgres` database)."""
    try:
        with temporary_server() as url:
            yield url
    except PostgresMissingError as missing:
        pytest.fail(str(missing))


@pytest.fixture(scope="session")
def new_postgres_database(postgres_server: str) -> Callable[[], AbstractContextManager[str]]:
    """A function that opens a new, empty PostgreSQL database for a `with` block and gives its URL."""
    numbers = itertools.count(1)
    return lambda: temporary_database(postgres_server, f"test_{next(numbers)}")


@pytest.fixture
def postgres_url(new_postgres_database: Callable[[], AbstractContextManager[str]]) -> Iterator[str]:
    """The URL of a new, empty PostgreSQL database."""
    with new_postgres_database() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a new, empty database: first of SQLite, then of PostgreSQL."""
    if request.param == "postgresql":
        url: str = request.getfixturevalue("postgres_url")
        return url
    return f"sqlite:///{tmp_path / 'collection.sqlite'}"
