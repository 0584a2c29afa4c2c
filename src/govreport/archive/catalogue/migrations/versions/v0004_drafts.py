"""Working drafts, their revisions, and reviewers' remarks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision: str | None = "0003"


def upgrade() -> None:
    """Make the tables of the desks."""
    op.create_table(
        "drafts",
        sa.Column("id", sa.String(128)),
        sa.Column("organ", sa.String(64), nullable=False),
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
        sa.PrimaryKeyConstraint("id", name="pk_drafts"),
    )
    op.create_index("ix_drafts_organ", "drafts", ["organ"])
    op.create_table(
        "draft_changes",
        sa.Column("draft", sa.String(128)),
        sa.Column("revision", sa.Integer, autoincrement=False),
        sa.Column("editor", sa.Text, nullable=False),
        sa.Column("time", sa.String(32), nullable=False),
        sa.Column("changes", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("draft", "revision", name="pk_draft_changes"),
    )
    op.create_table(
        "remarks",
        sa.Column("id", sa.String(128)),
        sa.Column("version", sa.Integer, autoincrement=False),
        sa.Column("field", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("reviewer", sa.Text, nullable=False),
        sa.Column("time", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", "version", "field", name="pk_remarks"),
    )


def downgrade() -> None:
    """Take the tables of the desks away."""
    for name in ("remarks", "draft_changes", "drafts"):
        op.drop_table(name)
