"""Run by Alembic: migrates over the connection that `upgrades` hands in."""

from __future__ import annotations

from alembic import context

from webreview.collection.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite changes a column by making the table anew.
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
