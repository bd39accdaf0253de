"""Decks: named piles of notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from cards.errors import CardsError
from cards.model import note_id
from webreview.collection import tables
from webreview.collection.store import Collection
from webreview.errors import NotInCollectionError
from webreview.review.history import Decision

_DECKS = sa.select(tables.deck.c.id, tables.deck.c.name).where(
    tables.deck.c.learner == sa.bindparam("of_learner")
)

# Asked deck by deck along an index: mostly the first card of a deck answers it. Every kept note has a card.
_KEEPING = sa.select(tables.deck.c.id).where(
    tables.deck.c.learner == sa.bindparam("of_learner"),
    sa.exists().where(
        tables.schedule.c.learner == tables.deck.c.learner,
        tables.schedule.c.deck == tables.deck.c.id,
        tables.schedule.c.kept,
    ),
)


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck; `name` is "Deck" or "Parent::Deck", `id` outlives renames."""

    id: str
    name: str


def all_decks(collection: Collection, learner: str) -> tuple[Deck, ...]:
    """Return the learner's decks in order of their names."""
    with collection.reading() as connection:
        return decks_in(connection, learner)


def with_kept_notes(collection: Collection, learner: str) -> frozenset[str]:
    """Return the ids of the decks that hold a note the learner accepted, themselves or in a deck inside them."""
    with collection.reading() as connection:
        known = decks_in(connection, learner)
        holders = connection.scalars(_KEEPING, {"of_learner": learner}).all()
    outer = around(known)
    return frozenset(deck for holder in holders for deck in outer[holder])


def shown(collection: Collection, learner: str) -> tuple[Deck, ...]:
    """Return the decks in order of their names, without those that are closed and hold no note, nor one inside them."""
    with collection.reading() as connection:
        known = decks_in(connection, learner)
        closed = set(
            connection.scalars(
                sa.select(tables.deck.c.id).where(tables.deck.c.learner == learner, tables.deck.c.closed)
            )
        )
        if not closed:
            return known
        holding = _holding(connection, learner)
    outer = around(known)
    open_ones = {deck for holder in holding for deck in outer[holder]}
    return tuple(deck for deck in known if deck.id not in closed or deck.id in open_ones)


def rename(collection: Collection, learner: str, deck: str, name: str) -> None:
    """Give the deck another name, and with it another place; the decks inside it go along.

    Raises CollectionError if a deck has one of the new names already, or the deck would lie inside itself.
    """
    with collection.writing(learner) as connection:
        known = decks_in(connection, learner)
        inside = under(known, deck)
        names = {one.id: one.name for one in known}
        before = names[deck]
        if name.startswith(f"{before}::"):
            raise CardsError("“{deck}” cannot lie inside itself; choose another place.", deck=before)
        renamed = {one: name + names[one].removeprefix(before) for one in inside}
        taken = {one.name for one in known if one.id not in renamed}
        if clash := next((new for new in renamed.values() if new in taken), None):
            raise CardsError("There is already a deck named “{name}”; choose another name.", name=clash)
        # Parents first: "A::A" may become "A", and "A::A::A" then "A::A".
        for one, new in sorted(renamed.items(), key=lambda pair: pair[1]):
            connection.execute(
                tables.deck.update()
                .where(tables.deck.c.learner == learner, tables.deck.c.id == one)
                .values(name=new)
            )


def close(collection: Collection, learner: str, deck: str) -> None:
    """Take an empty deck out of the lists; raise CardsError for one that holds notes, itself or in a deck inside it.

    Its name and id stay for the log: it is shown again when a note comes back to it.
    """
    with collection.writing(learner) as connection:
        known = decks_in(connection, learner)
        inside = under(known, deck)
        if not _holding(connection, learner).isdisjoint(inside):
            raise CardsError("This deck is not empty; move or delete its cards first.")
        connection.execute(
            tables.deck.update()
            .where(tables.deck.c.learner == learner, tables.deck.c.id.in_(inside))
            .values(closed=True)
        )


def _holding(connection: sa.Connection, learner: str) -> set[str]:
    """Return the ids of the decks in which notes lie that are kept, or wait for a decision."""
    lying = sa.select(tables.note.c.deck).where(
        tables.note.c.learner == learner,
        tables.note.c.decision.in_([Decision.ACCEPTED.value, Decision.OPEN.value]),
    )
    return set(connection.scalars(lying.distinct()))


def named(collection: Collection, learner: str, name: str, *, now: datetime) -> str:
    """Return the id of the deck with that name, made now if there is none."""
    with collection.writing(learner) as connection:
        return named_in(connection, learner, name, now)


def decks_in(connection: sa.Connection, learner: str) -> tuple[Deck, ...]:
    """Return the learner's decks over an open connection, in order of their names."""
    found = connection.execute(_DECKS, {"of_learner": learner})
    return tuple(sorted((Deck(*row) for row in found), key=lambda deck: deck.name))


def under(decks: Sequence[Deck], deck: str) -> tuple[str, ...]:
    """Return the ids of the deck and of the decks inside it; raise NotInCollectionError if there is none."""
    named = next((known.name for known in decks if known.id == deck), None)
    if named is None:
        raise NotInCollectionError(f"the collection has no deck {deck!r}")
    return tuple(known.id for known in decks if f"{known.name}::".startswith(f"{named}::"))


def around(decks: Sequence[Deck]) -> dict[str, tuple[str, ...]]:
    """Return for each deck the ids of those that it lies inside, and its own: `under` for all decks, turned round."""
    ids = {deck.name: deck.id for deck in decks}
    return {deck.id: tuple(ids[name] for name in _names_around(deck.name) if name in ids) for deck in decks}


def _names_around(name: str) -> Iterator[str]:
    marked = f"{name}::"
    return (marked[:at] for at in range(len(marked)) if marked.startswith("::", at))


def name_in(connection: sa.Connection, learner: str, deck: str) -> str:
    """Return the name of the deck with that id, which is there."""
    return str(
        connection.scalar(
            sa.select(tables.deck.c.name).where(tables.deck.c.learner == learner, tables.deck.c.id == deck)
        )
    )


def named_in(connection: sa.Connection, learner: str, name: str, now: datetime) -> str:
    """Return the id of the deck with that name, made now if there is none."""
    known: str | None = connection.scalar(
        sa.select(tables.deck.c.id).where(tables.deck.c.learner == learner, tables.deck.c.name == name)
    )
    if known is not None:
        connection.execute(
            tables.deck.update()
            .where(tables.deck.c.learner == learner, tables.deck.c.id == known, tables.deck.c.closed)
            .values(closed=False)
        )
        return known
    # A renamed deck keeps its id, so its first name may come back with an id that is taken.
    made = note_id("deck", name, now.isoformat())
    connection.execute(tables.deck.insert().values(learner=learner, id=made, name=name, added_at=now))
    return made
