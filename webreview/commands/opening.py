"""The collection at hand: opened for a command, filled, and told about."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING

from cards.terminal import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cards.intake import Intake, Taking
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


def begun(taking: Taking) -> Iterator[Intake]:
    """Return what is taken in, with the first of it made already, so that bad input opens no collection."""
    intakes = iter(taking)
    return chain((next(intakes),), intakes)


def keep_each(
    collection: Collection, intakes: Iterator[Intake], *, accepted: bool, many: bool
) -> Iterator[Kept]:
    """Add the notes to the collection as they are made, and tell how many were new: in each deck, or in all of many."""
    from cards.intake import counted
    from webreview import clock
    from webreview.keeping import keep

    new = known = 0
    for intake in intakes:
        for kept in keep(collection, intake, accepted=accepted, now=clock.now()):
            new, known = new + len(kept.new), known + kept.known
            if not many:
                say(f"{kept.deck}: {counted(len(kept.new), 'new note')}, {kept.known} known already")
            if kept.stayed or kept.reworded:
                say(
                    f"{kept.deck}: a later version: {counted(kept.stayed, 'note')} unchanged, {kept.reworded} changed "
                    f"(to be decided on in the reviewer), {kept.gone} without their sentence"
                )
            yield kept
    if many:
        say(f"{counted(new, 'new note')}, {known} known already")
