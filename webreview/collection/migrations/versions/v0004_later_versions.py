"""Later versions of documents."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

from cards.revision import sentence_key

revision = "0004"
down_revision = "0003"

_NOTE = sa.table("note", *map(sa.column, ("learner", "id", "payload", "sentence")))


def upgrade() -> None:
    """Add the columns and the sentences' keys; `webreview.collection.tables` says what they hold."""
    op.add_column("document", sa.Column("follows", sa.Text(), nullable=True))
    op.add_column("note", sa.Column("added_in", sa.Text(), nullable=True))
    op.add_column("note", sa.Column("rewording", sa.Text(), nullable=True))
    op.add_column("note", sa.Column("sentence", sa.Text(), nullable=False, server_default=""))
    op.create_index("note_by_sentence", "note", ["learner", "sentence"])
    connection = op.get_bind()
    rows = connection.execute(sa.select(_NOTE.c.learner, _NOTE.c.id, _NOTE.c.payload)).all()
    keys = [
        {"of": row.learner, "note": row.id, "key": sentence_key(json.loads(row.payload)["source"]["text"])}
        for row in rows
    ]
    if keys:
        of_note = sa.and_(_NOTE.c.learner == sa.bindparam("of"), _NOTE.c.id == sa.bindparam("note"))
        connection.execute(_NOTE.update().where(of_note).values(sentence=sa.bindparam("key")), keys)
