"""Runs the migrations on the connection that the caller hands over."""

from __future__ import annotations

from alembic import context

from govreport.archive.catalogue.tables import metadata
from govreport.archive.catalogue.words import beside

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=False,
    compare_type=True,
    include_name=beside,
)
context.run_migrations()
