"""The log, persons, the register of organs, and versions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "head",
        sa.Column("id", sa.Integer, autoincrement=False),
        sa.Column("sequence", sa.BigInteger, nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("time", sa.String(32), nullable=False),
        sa.Column("settings", sa.String(64)),
        sa.PrimaryKeyConstraint("id", name="pk_head"),
    )
    op.create_table("place", sa.Column("name", sa.String(32)), sa.Column("value", sa.Text, nullable=False), sa.PrimaryKeyConstraint("name", name="pk_place"))
    op.create_table(
        "events",
        sa.Column("sequence", sa.BigInteger, autoincrement=False),
        sa.Column("time", sa.String(32), nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("action", sa.String(32), nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("old", sa.String(64)),
        sa.Column("new", sa.String(64)),
        sa.Column("data", sa.Text, nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name="pk_events"),
    )
    op.create_index("ix_events_subject", "events", ["subject"])
    op.create_table(
        "persons",
        sa.Column("name", sa.Text),
        sa.Column("roles", sa.Text, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_persons"),
    )
    _organs()
    _versions()


def _organs() -> None:
    op.create_table(
        "organs",
        sa.Column("id", sa.String(64)),
        sa.Column("start", sa.String(10)),
        sa.Column("end", sa.String(10)),
        sa.Column("data", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_organs"),
    )
    op.create_table(
        "namings",
        sa.Column("organ", sa.String(64)),
        sa.Column("ordinal", sa.Integer, autoincrement=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.String(16)),
        sa.Column("level", sa.String(16)),
        sa.Column("uscc", sa.String(18)),
        sa.Column("division", sa.String(32)),
        sa.Column("start", sa.String(10)),
        sa.Column("end", sa.String(10)),
        sa.PrimaryKeyConstraint("organ", "ordinal", name="pk_namings"),
    )
    op.create_index("ix_namings_name", "namings", ["name"])
    op.create_index("ix_namings_uscc", "namings", ["uscc"])
    op.create_table(
        "parents",
        sa.Column("organ", sa.String(64)),
        sa.Column("ordinal", sa.Integer, autoincrement=False),
        sa.Column("parent", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("start", sa.String(10)),
        sa.Column("end", sa.String(10)),
        sa.PrimaryKeyConstraint("organ", "ordinal", name="pk_parents"),
    )
    op.create_index("ix_parents_parent", "parents", ["parent"])
    op.create_table(
        "successors",
        sa.Column("organ", sa.String(64)),
        sa.Column("successor", sa.String(64)),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("fate", sa.String(16), nullable=False),
        sa.PrimaryKeyConstraint("organ", "successor", name="pk_successors"),
    )
    op.create_index("ix_successors_successor", "successors", ["successor"])


def _versions() -> None:
    op.create_table(
        "versions",
        sa.Column("id", sa.String(128)),
        sa.Column("version", sa.Integer, autoincrement=False),
        sa.Column("organ", sa.String(64)),
        sa.Column("year", sa.Integer),
        sa.Column("scope", sa.String(16)),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("profile", sa.Text, nullable=False),
        sa.Column("judge", sa.String(64), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("format", sa.String(32), nullable=False),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("sm3", sa.String(64), nullable=False),
        sa.Column("bundle", sa.String(64), nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("errors", sa.Integer, nullable=False),
        sa.Column("warnings", sa.Integer, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("key", sa.Text),
        sa.Column("deposited_by", sa.Text, nullable=False),
        sa.Column("submitted_by", sa.Text),
        sa.Column("accepted_by", sa.Text),
        sa.Column("published_by", sa.Text),
        sa.Column("remark", sa.Text),
        sa.Column("sealed", sa.Text),
        sa.Column("inventory", sa.String(128)),
        sa.Column("redacted", sa.Boolean, nullable=False),
        sa.Column("sequence", sa.BigInteger, nullable=False),
        sa.Column("time", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", "version", name="pk_versions"),
        sa.UniqueConstraint("sequence", name="uq_versions_sequence"),
    )
    op.create_index("ix_versions_sha256", "versions", ["sha256"])
    op.create_index("ix_versions_key", "versions", ["key"])
    op.create_index("ix_versions_bundle", "versions", ["bundle"])
    op.create_index("ix_versions_organ_year_scope", "versions", ["organ", "year", "scope"])
    op.create_index("ix_versions_state_year", "versions", ["state", "year"])


def downgrade() -> None:
    """Take the first tables away."""
    for name in ("versions", "successors", "parents", "namings", "organs", "persons", "events", "place", "head"):
        op.drop_table(name)
