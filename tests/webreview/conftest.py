"""What tests of the reviewer begin with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from webreview.collection.store import Collection


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    """A new, empty collection in a file of its own."""
    with Collection.open(tmp_path / "collection.sqlite") as opened:
        yield opened
