"""The tables of the collection, for SQLite and PostgreSQL alike."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Instant(sa.types.TypeDecorator[datetime]):
    """An aware UTC datetime, kept as whole microseconds since 1970: the same number in every database."""

    impl = sa.BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> int | None:
        return None if value is None else (value - EPOCH) // timedelta(microseconds=1)

    def process_result_value(self, value: int | None, dialect: sa.Dialect) -> datetime | None:
        return None if value is None else EPOCH + timedelta(microseconds=value)


metadata = sa.MetaData()

# A row is a learner: someone with documents, decks and a history of their own. `settings` and `habits` are
# JSON.
learner = sa.Table(
    "learner",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("settings", sa.Text, nullable=False),
    sa.Column("added_at", Instant, nullable=False),
    sa.Column("habits", sa.Text, nullable=False, server_default="{}"),
)

# A row is a deck: a named pile of notes. "Parent::Child" names a deck inside another. Its id outlives renames. One that
# is `closed` is shown only while it holds notes: the log may bring some back.
deck = sa.Table(
    "deck",
    metadata,
    sa.Column("learner", sa.Text, sa.ForeignKey("learner.id"), primary_key=True),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("added_at", Instant, nullable=False),
    sa.Column("closed", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.UniqueConstraint("learner", "name"),
)

# A row is one version of a document. `id` is made from the text; versions of one name count from 1; `follows` is the
# id of the version before it, which may have another name, null for a first one. `blocks`,
# `places`, `pictures` and `remarks` are JSON, as codec.py writes them. The text never changes, so that spans keep
# their meaning.
document = sa.Table(
    "document",
    metadata,
    sa.Column("learner", sa.Text, sa.ForeignKey("learner.id"), primary_key=True),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("language", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("blocks", sa.Text, nullable=False),
    sa.Column("places", sa.Text, nullable=False, server_default="[]"),
    sa.Column("pictures", sa.Text, nullable=False, server_default="[]"),
    sa.Column("remarks", sa.Text, nullable=False, server_default="[]"),
    sa.Column("follows", sa.Text, nullable=True),
    sa.Column("added_at", Instant, nullable=False),
    sa.UniqueConstraint("learner", "name", "version"),
)

# A row is a picture of a document or note. `name` is made from the content, which never changes; `type` is a
# media type such as "image/png".
media = sa.Table(
    "media",
    metadata,
    sa.Column("learner", sa.Text, sa.ForeignKey("learner.id"), primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
    sa.Column("added_at", Instant, nullable=False),
)

# A row is an arrival: what a learner gave at one time, until long after it is done. `settings` is JSON: how its
# documents are read and asked about. `left_out` is JSON: remarks. `ended_at` is null while there is work left,
# `cancelled` says that the learner ended it.
arrival = sa.Table(
    "arrival",
    metadata,
    sa.Column("learner", sa.Text, sa.ForeignKey("learner.id"), primary_key=True),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("settings", sa.Text, nullable=False),
    sa.Column("left_out", sa.Text, nullable=False, server_default="[]"),
    sa.Column("given_at", Instant, nullable=False),
    sa.Column("ended_at", Instant, nullable=True),
    sa.Column("cancelled", sa.Boolean, nullable=False, server_default=sa.false()),
)

# A row is a file of an arrival, kept until the arrival has ended; `name` may begin with folders.
arrival_file = sa.Table(
    "arrival_file",
    metadata,
    sa.Column("learner", sa.Text, primary_key=True),
    sa.Column("arrival", sa.Text, primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("size", sa.Integer, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
    sa.ForeignKeyConstraint(["learner", "arrival"], ["arrival.learner", "arrival.id"]),
)

# A row is a document of an arrival that was worked on. `place` tells it from the others, `document` is null where
# nothing was kept, `told` is JSON: what the learner is told about it.
arrival_document = sa.Table(
    "arrival_document",
    metadata,
    sa.Column("learner", sa.Text, primary_key=True),
    sa.Column("arrival", sa.Text, primary_key=True),
    sa.Column("place", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("outcome", sa.Text, nullable=False),
    sa.Column("document", sa.Text, nullable=True),
    sa.Column("told", sa.Text, nullable=False),
    sa.ForeignKeyConstraint(["learner", "arrival"], ["arrival.learner", "arrival.id"]),
)

# A row is a note. `payload` is the note as JSON, as in a deck file; `document` is null for a note that came
# without its document. `position` is its place among the learner's notes. `payload`, `deck`, `document`, `decision`
# and `rewording` are caches: the fold of the note's entries in the log, from the note as it was `added_as`, the deck
# that it was `added_to` and the version that it was `added_in`; these three are null while they are the present ones.
# `rewording` is JSON, [the sentence before, what the note could say now], null where nothing waits for a decision;
# `sentence` knows the note's sentence by its letters ("" for very short ones).
note = sa.Table(
    "note",
    metadata,
    sa.Column("learner", sa.Text, sa.ForeignKey("learner.id"), primary_key=True),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("deck", sa.Text, nullable=False),
    sa.Column("document", sa.Text, nullable=True),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("payload", sa.Text, nullable=False),
    sa.Column("decision", sa.Text, nullable=False),
    sa.Column("added_at", Instant, nullable=False),
    sa.Column("added_as", sa.Text, nullable=True),
    sa.Column("added_to", sa.Text, nullable=True),
    sa.Column("added_in", sa.Text, nullable=True),
    sa.Column("rewording", sa.Text, nullable=True),
    sa.Column("sentence", sa.Text, nullable=False, server_default=""),
    sa.ForeignKeyConstraint(["learner", "deck"], ["deck.learner", "deck.id"]),
    sa.ForeignKeyConstraint(["learner", "document"], ["document.learner", "document.id"]),
    sa.Index("note_by_document", "learner", "document", "position"),
    sa.Index("note_by_deck", "learner", "deck", "position"),
    sa.Index("note_by_position", "learner", "position"),
    sa.Index("note_by_decision", "learner", "decision"),
    sa.Index("note_by_sentence", "learner", "sentence"),
)

# A row is one entry of a learner's log. It is never updated or deleted. `sequence` counts from 1 in order of
# arrival; `subject` is the card or note; `payload` is JSON; `hash` covers the row and `previous`, the hash of the
# row before it. `gesture` is shared by entries that were made by one press; most have none.
entry = sa.Table(
    "entry",
    metadata,
    sa.Column("learner", sa.Text, sa.ForeignKey("learner.id"), primary_key=True),
    sa.Column("sequence", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("id", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("payload", sa.Text, nullable=False),
    sa.Column("happened_at", Instant, nullable=False),
    sa.Column("arrived_at", Instant, nullable=False),
    sa.Column("previous", sa.Text, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
    sa.Column("gesture", sa.Text, nullable=False, server_default=""),
    sa.UniqueConstraint("learner", "id"),
    sa.Index("entry_by_subject", "learner", "subject"),
    sa.Index("entry_by_time", "learner", "happened_at"),
    sa.Index(
        "entry_by_gesture",
        "learner",
        "gesture",
        sqlite_where=sa.text("gesture <> ''"),
        postgresql_where=sa.text("gesture <> ''"),
    ),
)

# A row is a card, and what the entries about it come to: a cache that may be deleted at any time. `active` says
# that its note is accepted and the card not suspended. `shuffle` orders cards due on one day, by chance but
# always the same. `kept` says that its note is accepted, suspended or not. The columns from `due` to `last_review`
# are null while the card is new.
schedule = sa.Table(
    "schedule",
    metadata,
    sa.Column("learner", sa.Text, sa.ForeignKey("learner.id"), primary_key=True),
    sa.Column("card", sa.Text, primary_key=True),
    sa.Column("note", sa.Text, nullable=False),
    sa.Column("deck", sa.Text, nullable=False),
    sa.Column("document", sa.Text, nullable=True),
    sa.Column("place", sa.Integer, nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("shuffle", sa.Integer, nullable=False),
    sa.Column("active", sa.Boolean, nullable=False),
    sa.Column("kept", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("due", Instant, nullable=True),
    sa.Column("stability", sa.Double, nullable=True),
    sa.Column("difficulty", sa.Double, nullable=True),
    sa.Column("step", sa.Integer, nullable=True),
    sa.Column("interval_days", sa.Integer, nullable=True),
    sa.Column("reps", sa.Integer, nullable=True),
    sa.Column("lapses", sa.Integer, nullable=True),
    sa.Column("last_review", Instant, nullable=True),
    sa.Column("suspended", sa.Boolean, nullable=False),
    sa.Column("flag", sa.Integer, nullable=False, server_default="0"),
    sa.Column("buried_until", Instant, nullable=True),
    sa.Column("seen", sa.Integer, nullable=False),
    sa.Column("introduced", Instant, nullable=True),
    sa.Column("reviewed", Instant, nullable=True),
    sa.Column("latest", Instant, nullable=True),
    sa.Column("answered_below", sa.BigInteger, nullable=False),
    sa.ForeignKeyConstraint(["learner", "note"], ["note.learner", "note.id"]),
    sa.Index("schedule_by_due", "learner", "active", "state", "due", "shuffle"),
    sa.Index("schedule_by_position", "learner", "active", "state", "position", "place"),
    sa.Index("schedule_by_deck_and_due", "learner", "deck", "active", "state", "due", "shuffle"),
    sa.Index("schedule_by_deck_and_position", "learner", "deck", "active", "state", "position", "place"),
    sa.Index("schedule_by_note", "learner", "note"),
    # Holds all that a day's limits ask of the cards answered that day.
    sa.Index(
        "schedule_by_review",
        "learner",
        "last_review",
        "note",
        "deck",
        "introduced",
        "reviewed",
        "state",
        "due",
    ),
)

# A row is an answer that counts: a cache of the log, to be added up. `seen` tells which showing of the card was
# answered. `day` is the study day as `date.toordinal` counts, `hour` the learner's hour; `before` is the state that
# the card had when it was shown, `interval_days` the interval that it had then (0 but in Review).
answer = sa.Table(
    "answer",
    metadata,
    sa.Column("learner", sa.Text, sa.ForeignKey("learner.id"), primary_key=True),
    sa.Column("card", sa.Text, primary_key=True),
    sa.Column("seen", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("at", Instant, nullable=False),
    sa.Column("day", sa.Integer, nullable=False),
    sa.Column("hour", sa.Integer, nullable=False),
    sa.Column("rating", sa.Integer, nullable=False),
    sa.Column("before", sa.Text, nullable=False),
    sa.Column("interval_days", sa.Integer, nullable=False),
    sa.Column("took_ms", sa.Integer, nullable=False),
    # Holds all that is added up: no row of the table itself is fetched for it.
    sa.Index("answer_by_day", "learner", "day", "before", "rating", "hour", "interval_days", "took_ms"),
    sa.Index("answer_by_time", "learner", "at", "rating", "card"),
)

# A row is what searches look at of a note: a cache of the note. `words` is all that it says, folded, a line a field;
# `writer` is folded too. `position` is the note's, by which searches find its cards: numbers are compared faster.
# `answer` is the first answer's letters and digits, by which notes that are much alike find each other.
note_index = sa.Table(
    "note_index",
    metadata,
    sa.Column("learner", sa.Text, primary_key=True),
    sa.Column("note", sa.Text, primary_key=True),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("document", sa.Text, nullable=True),
    sa.Column("writer", sa.Text, nullable=False),
    sa.Column("added_at", Instant, nullable=False),
    sa.Column("words", sa.Text, nullable=False),
    sa.Column("answer", sa.Text, nullable=False, server_default=""),
    sa.ForeignKeyConstraint(["learner", "note"], ["note.learner", "note.id"]),
    sa.Index("note_index_by_document", "learner", "document"),
    sa.Index("note_index_by_answer", "learner", "answer"),
)

# A row is a tag of a note: a cache of the note. `folded` is the tag as searches compare it.
note_tag = sa.Table(
    "note_tag",
    metadata,
    sa.Column("learner", sa.Text, primary_key=True),
    sa.Column("note", sa.Text, primary_key=True),
    sa.Column("tag", sa.Text, primary_key=True),
    sa.Column("folded", sa.Text, nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.ForeignKeyConstraint(["learner", "note"], ["note.learner", "note.id"]),
    sa.Index("note_tag_by_tag", "learner", "folded", "tag", "position"),
)
