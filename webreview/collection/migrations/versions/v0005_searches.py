"""What searches and statistics look at: words, tags and answers, and which cards are kept."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables of caches, empty; `webreview.collection.tables` says what they hold."""
    op.add_column("schedule", sa.Column("kept", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "answer",
        sa.Column("learner", sa.Text(), nullable=False),
        sa.Column("card", sa.Text(), nullable=False),
        sa.Column("seen", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=False),
        sa.Column("rating", sa.Integer(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("interval_days", sa.Integer(), nullable=False),
        sa.Column("took_ms", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["learner"], ["learner.id"]),
        sa.PrimaryKeyConstraint("learner", "card", "seen"),
    )
    added_up = ["learner", "day", "before", "rating", "interval_days", "hour", "took_ms"]
    op.create_index("answer_by_day", "answer", added_up)
    op.create_index("answer_by_time", "answer", ["learner", "at", "rating", "card"])
    op.create_table(
        "note_index",
        sa.Column("learner", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=True),
        sa.Column("writer", sa.Text(), nullable=False),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["learner", "note"], ["note.learner", "note.id"]),
        sa.PrimaryKeyConstraint("learner", "note"),
    )
    op.create_index("note_index_by_document", "note_index", ["learner", "document"])
    op.create_table(
        "note_tag",
        sa.Column("learner", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("tag", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["learner", "note"], ["note.learner", "note.id"]),
        sa.PrimaryKeyConstraint("learner", "note", "tag"),
    )
    op.create_index("note_tag_by_tag", "note_tag", ["learner", "folded", "tag", "position"])
