"""Decks that the learner closed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the column; `webreview.collection.tables` says what it holds."""
    op.add_column("deck", sa.Column("closed", sa.Boolean(), nullable=False, server_default=sa.false()))
