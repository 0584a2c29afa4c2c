"""Accounts of the service, their sessions and API keys, and what was tried with them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision: str | None = "0001"


def upgrade() -> None:
    """Make the tables of accounts."""
    op.create_table(
        "accounts",
        sa.Column("name", sa.String(64)),
        sa.Column("roles", sa.Text, nullable=False),
        sa.Column("organ", sa.String(64)),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("password", sa.Text),
        sa.Column("changing", sa.Boolean, nullable=False),
        sa.Column("secret", sa.Text),
        sa.Column("step", sa.BigInteger, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("locked", sa.String(32)),
        sa.Column("made", sa.String(32), nullable=False),
        sa.Column("made_by", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_accounts"),
    )
    op.create_index("ix_accounts_organ", "accounts", ["organ"])
    op.create_table(
        "sessions",
        sa.Column("digest", sa.String(64)),
        sa.Column("account", sa.String(64), nullable=False),
        sa.Column("begun", sa.String(32), nullable=False),
        sa.Column("used", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_sessions"),
    )
    op.create_index("ix_sessions_account", "sessions", ["account"])
    op.create_table(
        "apikeys",
        sa.Column("id", sa.String(16)),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("account", sa.String(64), nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("made", sa.String(32), nullable=False),
        sa.Column("expires", sa.String(32)),
        sa.Column("ended", sa.String(32)),
        sa.PrimaryKeyConstraint("id", name="pk_apikeys"),
        sa.UniqueConstraint("digest", name="uq_apikeys_digest"),
    )
    op.create_index("ix_apikeys_account", "apikeys", ["account"])
    op.create_table(
        "accesses",
        sa.Column("id", sa.String(32)),
        sa.Column("time", sa.String(32), nullable=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("action", sa.String(32), nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_accesses"),
    )
    op.create_index("ix_accesses_time", "accesses", ["time"])


def downgrade() -> None:
    """Take the tables of accounts away."""
    for name in ("accesses", "apikeys", "sessions", "accounts"):
        op.drop_table(name)
