"""A served reviewer of the article, in a collection of the test's own."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.types import ASGIApp

from tests.browser.pages.learner import Desk, Reviewer
from tests.webreview.article import reviewer
from webreview.collection.store import Collection


@pytest.fixture
def serve_article(tmp_path: Path, serve: Callable[[ASGIApp], str]) -> Iterator[Reviewer]:
    """A function that serves the article; `accepted=False` leaves its cards in triage."""
    with contextlib.ExitStack() as opened:

        def serve_it(*, accepted: bool = True) -> Desk:
            collection = opened.enter_context(Collection.open(tmp_path / "collection.sqlite"))
            return Desk(serve(reviewer(collection, accepted=accepted)), collection)

        yield serve_it


@pytest.fixture
def desk(serve_article: Reviewer) -> Desk:
    """The article's cards, accepted and new, ready for review."""
    return serve_article()
