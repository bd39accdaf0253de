"""The collection at hand: opened for a command, filled, and told about."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from cards.cli import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cards.intake import Intake
    from webreview.collection.store import Collection
    from webreview.home import Home
    from webreview.keeping import Kept


@contextmanager
def open_collection(home: Home) -> Iterator[Collection]:
    """Open the learner's collection, new or not."""
    from webreview import clock
    from webreview.collection import learners
    from webreview.collection.store import Collection
    from webreview.settings import Settings

    with Collection.open(home.collection) as collection:
        learners.join(
            collection, learners.ME, settings=Settings(time_zone=clock.time_zone()), now=clock.now()
        )
        yield collection


def keep_and_tell(collection: Collection, intake: Intake, *, accepted: bool) -> tuple[Kept, ...]:
    """Add the notes to the collection and tell how many were new in each deck."""
    from cards.intake import counted
    from webreview import clock
    from webreview.keeping import keep

    found = keep(collection, intake, accepted=accepted, now=clock.now())
    for kept in found:
        say(f"{kept.deck}: {counted(len(kept.new), 'new note')}, {kept.known} known already")
        if kept.stayed or kept.reworded:
            say(
                f"{kept.deck}: a later version: {counted(kept.stayed, 'note')} unchanged, {kept.reworded} changed "
                f"(decide on them in the reviewer), {kept.gone} without their sentence"
            )
    return found
