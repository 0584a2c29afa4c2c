"""The tables of working drafts and remarks: not in the audit log, and brought back by backups only."""

from __future__ import annotations

import sqlalchemy as sa

from govreport.archive.catalogue.tables import metadata

drafts = sa.Table(
    "drafts",
    metadata,
    sa.Column("id", sa.String(128), primary_key=True),
    sa.Column("organ", sa.String(64), nullable=False, index=True),
    sa.Column("year", sa.Integer, nullable=False),
    sa.Column("scope", sa.String(16), nullable=False),
    sa.Column("base", sa.Text, nullable=False),
    sa.Column("last", sa.Text),
    sa.Column("reason", sa.Text),
    sa.Column("fields", sa.Text, nullable=False),
    sa.Column("clashes", sa.Text, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("editor", sa.Text, nullable=False),
    sa.Column("time", sa.String(32), nullable=False),
)
"""Reports that are being written: what stands in their fields (JSON), the report they began from and last year's (XML). Not in the log."""

draft_changes = sa.Table(
    "draft_changes",
    metadata,
    sa.Column("draft", sa.String(128), primary_key=True),
    sa.Column("revision", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("editor", sa.Text, nullable=False),
    sa.Column("time", sa.String(32), nullable=False),
    sa.Column("changes", sa.Text, nullable=False),
)
"""Every revision of a draft: by field, what stood there before and what stands there since (JSON)."""

remarks = sa.Table(
    "remarks",
    metadata,
    sa.Column("id", sa.String(128), primary_key=True),
    sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("field", sa.Text, primary_key=True),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("reviewer", sa.Text, nullable=False),
    sa.Column("time", sa.String(32), nullable=False),
)
"""What a reviewer remarked at the fields of a version; the reason of a return, which the log has, says the same in one text."""
