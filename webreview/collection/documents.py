"""Documents: their text, kept for good, and the notes that were made from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import sqlalchemy as sa

from cards.documents import parts
from cards.documents.model import Document
from cards.errors import CardsError
from cards.model import Note
from cards.revision import Gone, Reworded, Stays
from webreview.collection import decks, log, media, notes, repeats, tables, versions
from webreview.collection.notes import Added
from webreview.collection.store import Collection
from webreview.errors import NotInCollectionError
from webreview.review.history import Decision

_DOCUMENT = tables.document.c
_NOTE = tables.note.c
_STANDING = sa.case(
    (
        sa.and_(_NOTE.rewording.is_not(None), _NOTE.decision == Decision.ACCEPTED.value),
        sa.literal_column(f"'{Decision.OPEN.value}'"),
    ),
    else_=_NOTE.decision,
)


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A document without its text. Versions of one name count from 1; `notes` counts them by decision."""

    id: str
    name: str
    version: int
    language: str
    added_at: datetime
    notes: dict[Decision, int]


def add(
    collection: Collection,
    learner: str,
    document: Document,
    made: Sequence[Note],
    *,
    deck: str,
    now: datetime,
) -> Added:
    """Keep the document and the notes made from it, in the deck of that name, made if it is new.

    Adding the same again adds nothing. A changed text under a known name, or with most of the sentences of a known
    document, is its next version: notes whose sentence is there, or is there in other words, go along with all that
    was learned, new notes go to their deck. Sentences that the collection asks about in another document are not
    asked about again. Notes are kept in document order. Raises CardsError for a text that cannot be stored.
    """
    _check_text(document)
    followed = versions.followed_by(collection, learner, document, made)
    fresh = followed.revision.new if followed else made
    with collection.writing(learner) as connection:
        _keep(connection, learner, document, followed.version if followed else None, now)
        media.add_in(connection, learner, document.media, now=now)
        if followed:
            log.append_in(connection, learner, followed.entries(document, now=now), now=now)
            deck = decks.name_in(connection, learner, followed.deck)
        before = versions.ancestors(connection, learner, document.id)
        repeated = repeats.asked_already(connection, learner, fresh, versions=(document.id, *before))
        in_order = sorted(
            (note for note in fresh if note.id not in repeated), key=lambda note: note.source.span
        )
        added = notes.add_in(connection, learner, in_order, deck=deck, document=document.id, now=now)
    return replace(
        added,
        repeats=len(repeated),
        stayed=followed.of_kind(Stays) if followed else (),
        reworded=followed.of_kind(Reworded) if followed else (),
        gone=followed.of_kind(Gone) if followed else (),
    )


def all_documents(collection: Collection, learner: str) -> tuple[DocumentSummary, ...]:
    """Return the learner's documents, the last added first.

    A version that a later one goes on with is left out when all of its notes went along. A note whose sentence was
    reworded is open until the learner decides about it.
    """
    counts: dict[str, dict[Decision, int]] = {}
    with collection.reading() as connection:
        rows = connection.execute(
            sa.select(_NOTE.document, _STANDING, sa.func.count())
            .where(_NOTE.learner == learner, _NOTE.document.is_not(None))
            .group_by(_NOTE.document, _STANDING)
        )
        for document, decision, count in rows:
            counts.setdefault(document, {})[Decision(decision)] = count
        found = connection.execute(
            sa.select(_DOCUMENT.id, _DOCUMENT.name, _DOCUMENT.version, _DOCUMENT.language, _DOCUMENT.added_at)
            .where(_DOCUMENT.learner == learner)
            .order_by(_DOCUMENT.added_at.desc(), _DOCUMENT.name, _DOCUMENT.version.desc())
        )
        followed = set(connection.scalars(sa.select(_DOCUMENT.follows).where(_DOCUMENT.learner == learner)))
        return tuple(
            DocumentSummary(*row, counts.get(row.id, {}))
            for row in found
            if row.id in counts or row.id not in followed
        )


def get(collection: Collection, learner: str, document: str) -> Document:
    """Return the document with its text; raise NotInCollectionError if there is none of that id.

    Its pictures' bytes stay where they are: `webreview.collection.media` has them by name.
    """
    with collection.reading() as connection:
        row = connection.execute(
            sa.select(tables.document).where(_DOCUMENT.learner == learner, _DOCUMENT.id == document)
        ).first()
    if row is None:
        raise NotInCollectionError(f"the collection has no document {document!r}")
    return Document(
        id=row.id,
        name=row.name,
        text=row.text,
        blocks=parts.blocks_from(row.blocks),
        language=row.language,
        places=parts.places_from(row.places),
        pictures=parts.pictures_from(row.pictures),
        remarks=parts.remarks_from(row.remarks),
    )


def _keep(
    connection: sa.Connection, learner: str, document: Document, follows: str | None, now: datetime
) -> None:
    of_learner = sa.select(_DOCUMENT.id).where(_DOCUMENT.learner == learner)
    if connection.scalar(of_learner.where(_DOCUMENT.id == document.id)) is not None:
        return
    last = connection.scalar(
        sa.select(sa.func.max(_DOCUMENT.version)).where(
            _DOCUMENT.learner == learner, _DOCUMENT.name == document.name
        )
    )
    connection.execute(
        tables.document.insert().values(
            learner=learner,
            id=document.id,
            name=document.name,
            version=(last or 0) + 1,
            language=document.language,
            text=document.text,
            blocks=parts.blocks_json(document.blocks),
            places=parts.places_json(document.places),
            pictures=parts.pictures_json(document.pictures),
            remarks=parts.remarks_json(document.remarks),
            follows=follows,
            added_at=now,
        )
    )


def _check_text(document: Document) -> None:
    try:
        document.text.encode()
    except UnicodeEncodeError as error:
        place = f"{document.name}: character {error.start}"
        raise CardsError(f"{place} is half of a surrogate pair; save the text as UTF-8") from error
    if "\0" in document.text:
        place = f"{document.name}: character {document.text.index(chr(0))}"
        raise CardsError(f"{place} is NUL, so this is not a text; give a text file")
