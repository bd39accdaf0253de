"""Changes of notes, flags and gestures."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the columns; `webreview.collection.tables` says what they hold."""
    op.add_column("note", sa.Column("added_as", sa.Text(), nullable=True))
    op.add_column("note", sa.Column("added_to", sa.Text(), nullable=True))
    op.add_column("schedule", sa.Column("flag", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("entry", sa.Column("gesture", sa.Text(), nullable=False, server_default=""))
    made_together = sa.text("gesture <> ''")
    op.create_index(
        "entry_by_gesture",
        "entry",
        ["learner", "gesture"],
        sqlite_where=made_together,
        postgresql_where=made_together,
    )
    op.drop_index("schedule_by_review", "schedule")
    day = ["learner", "last_review", "note", "deck", "introduced", "reviewed", "state", "due"]
    op.create_index("schedule_by_review", "schedule", day)
