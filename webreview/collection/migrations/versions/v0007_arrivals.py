"""Arrivals: what learners gave and what came of it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the tables; `webreview.collection.tables` says what their rows are."""
    op.create_table(
        "arrival",
        sa.Column("learner", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.Column("left_out", sa.Text(), nullable=False, server_default="[]"),
        sa.Column("given_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("cancelled", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.ForeignKeyConstraint(["learner"], ["learner.id"]),
        sa.PrimaryKeyConstraint("learner", "id"),
    )
    op.create_table(
        "arrival_file",
        sa.Column("learner", sa.Text(), nullable=False),
        sa.Column("arrival", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["learner", "arrival"], ["arrival.learner", "arrival.id"]),
        sa.PrimaryKeyConstraint("learner", "arrival", "position"),
    )
    op.create_table(
        "arrival_document",
        sa.Column("learner", sa.Text(), nullable=False),
        sa.Column("arrival", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=True),
        sa.Column("told", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["learner", "arrival"], ["arrival.learner", "arrival.id"]),
        sa.PrimaryKeyConstraint("learner", "arrival", "place"),
    )
