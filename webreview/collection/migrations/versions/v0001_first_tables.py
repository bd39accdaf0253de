"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables; `webreview.collection.tables` says what a row of each is."""
    op.create_table(
        "learner",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "deck",
        sa.Column("learner", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner"],
            ["learner.id"],
        ),
        sa.PrimaryKeyConstraint("learner", "id"),
        sa.UniqueConstraint("learner", "name"),
    )
    op.create_table(
        "document",
        sa.Column("learner", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("blocks", sa.Text(), nullable=False),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner"],
            ["learner.id"],
        ),
        sa.PrimaryKeyConstraint("learner", "id"),
        sa.UniqueConstraint("learner", "name", "version"),
    )
    op.create_table(
        "entry",
        sa.Column("learner", sa.Text(), nullable=False),
        sa.Column("sequence", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("happened_at", sa.BigInteger(), nullable=False),
        sa.Column("arrived_at", sa.BigInteger(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner"],
            ["learner.id"],
        ),
        sa.PrimaryKeyConstraint("learner", "sequence"),
        sa.UniqueConstraint("learner", "id"),
    )
    op.create_index("entry_by_subject", "entry", ["learner", "subject"], unique=False)
    op.create_index("entry_by_time", "entry", ["learner", "happened_at"], unique=False)
    op.create_table(
        "note",
        sa.Column("learner", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("deck", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner", "deck"],
            ["deck.learner", "deck.id"],
        ),
        sa.ForeignKeyConstraint(
            ["learner", "document"],
            ["document.learner", "document.id"],
        ),
        sa.ForeignKeyConstraint(
            ["learner"],
            ["learner.id"],
        ),
        sa.PrimaryKeyConstraint("learner", "id"),
    )
    op.create_index("note_by_deck", "note", ["learner", "deck", "position"], unique=False)
    op.create_index("note_by_document", "note", ["learner", "document", "position"], unique=False)
    op.create_index("note_by_position", "note", ["learner", "position"], unique=False)
    op.create_table(
        "schedule",
        sa.Column("learner", sa.Text(), nullable=False),
        sa.Column("card", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("deck", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("shuffle", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=True),
        sa.Column("stability", sa.Double(), nullable=True),
        sa.Column("difficulty", sa.Double(), nullable=True),
        sa.Column("step", sa.Integer(), nullable=True),
        sa.Column("interval_days", sa.Integer(), nullable=True),
        sa.Column("reps", sa.Integer(), nullable=True),
        sa.Column("lapses", sa.Integer(), nullable=True),
        sa.Column("last_review", sa.BigInteger(), nullable=True),
        sa.Column("suspended", sa.Boolean(), nullable=False),
        sa.Column("buried_until", sa.BigInteger(), nullable=True),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.Column("introduced", sa.BigInteger(), nullable=True),
        sa.Column("reviewed", sa.BigInteger(), nullable=True),
        sa.Column("latest", sa.BigInteger(), nullable=True),
        sa.Column("answered_below", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner", "note"],
            ["note.learner", "note.id"],
        ),
        sa.ForeignKeyConstraint(
            ["learner"],
            ["learner.id"],
        ),
        sa.PrimaryKeyConstraint("learner", "card"),
    )
    op.create_index(
        "schedule_by_deck_and_due",
        "schedule",
        ["learner", "deck", "active", "state", "due", "shuffle"],
        unique=False,
    )
    op.create_index(
        "schedule_by_deck_and_position",
        "schedule",
        ["learner", "deck", "active", "state", "position", "place"],
        unique=False,
    )
    op.create_index(
        "schedule_by_due", "schedule", ["learner", "active", "state", "due", "shuffle"], unique=False
    )
    op.create_index("schedule_by_note", "schedule", ["learner", "note"], unique=False)
    op.create_index(
        "schedule_by_position", "schedule", ["learner", "active", "state", "position", "place"], unique=False
    )
    op.create_index(
        "schedule_by_review",
        "schedule",
        ["learner", "last_review", "note", "deck", "introduced", "reviewed"],
        unique=False,
    )
