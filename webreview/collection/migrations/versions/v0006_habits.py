"""How learners like to review."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the column; `webreview.collection.tables` says what it holds."""
    op.add_column("learner", sa.Column("habits", sa.Text(), nullable=False, server_default="{}"))
