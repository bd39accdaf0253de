"""What statistics add up: the documents of cards, and the hours of answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the column, empty like every new cache, and the indexes."""
    op.add_column("schedule", sa.Column("document", sa.Text(), nullable=True))
    op.create_index("note_by_decision", "note", ["learner", "decision"])
    op.drop_index("answer_by_day", "answer")
    added_up = ["learner", "day", "before", "rating", "hour", "interval_days", "took_ms"]
    op.create_index("answer_by_day", "answer", added_up)
