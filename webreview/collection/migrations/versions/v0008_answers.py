"""The answers of notes, by which near repeats are found."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the column, empty; `webreview.collection.tables` says what it holds."""
    op.add_column("note_index", sa.Column("answer", sa.Text(), nullable=False, server_default=""))
    op.create_index("note_index_by_answer", "note_index", ["learner", "answer"])
