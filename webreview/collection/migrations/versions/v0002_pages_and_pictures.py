"""Pages, pictures and remarks of documents."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Give documents what their formats have beside the text, and make the table of media."""
    for column in ("places", "pictures", "remarks"):
        op.add_column("document", sa.Column(column, sa.Text(), nullable=False, server_default="[]"))
    op.create_table(
        "media",
        sa.Column("learner", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["learner"], ["learner.id"]),
        sa.PrimaryKeyConstraint("learner", "name"),
    )
