"""What can go wrong with a collection."""

from __future__ import annotations

from cards.errors import CardsError


class CollectionError(CardsError):
    """The collection cannot be opened, read or written; the message says which, why, and what to do."""


class CollectionInUseError(CollectionError):
    """Another process serves the collection."""


class NotInCollectionError(CollectionError):
    """The collection has no such document, deck, note or card; pages answer 404."""
