"""Contents of the versions: cells, prose, words and codes found."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from govreport.archive.catalogue import words

revision = "0003"
down_revision: str | None = "0002"


def upgrade() -> None:
    """Make the tables of contents, empty: they are filled when they are first asked for."""
    op.create_table(
        "documents",
        sa.Column("document", sa.BigInteger, autoincrement=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("agency", sa.Text),
        sa.Column("forms", sa.Text, nullable=False),
        sa.Column("places", sa.Text, nullable=False),
        sa.Column("counts", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("document", name="pk_documents"),
    )
    op.create_table(
        "places",
        sa.Column("place", sa.Integer, autoincrement=False),
        sa.Column("edition", sa.Text, nullable=False),
        sa.Column("table", sa.Text, nullable=False),
        sa.Column("row", sa.Text, nullable=False),
        sa.Column("column", sa.Text, nullable=False),
        sa.Column("decimals", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("place", name="pk_places"),
        sa.UniqueConstraint("edition", "table", "row", "column", name="uq_places_edition_table_row_column"),
    )
    op.create_table(
        "cells",
        sa.Column("document", sa.BigInteger, autoincrement=False),
        sa.Column("place", sa.Integer, autoincrement=False),
        sa.Column("value", sa.BigInteger),
        sa.Column("unit", sa.Text),
        sa.PrimaryKeyConstraint("document", "place", name="pk_cells"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_cells_place_value", "cells", ["place", "value"])
    op.create_table(
        "raised",
        sa.Column("document", sa.BigInteger, autoincrement=False),
        sa.Column("code", sa.String(32)),
        sa.Column("times", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("document", "code", name="pk_raised"),
    )
    op.create_index("ix_raised_code", "raised", ["code"])
    for statement in words.made(op.get_bind()):
        op.execute(sa.text(statement))


def downgrade() -> None:
    """Take the tables of contents away."""
    for name in (words.TABLE, "raised", "cells", "places", "documents"):
        op.drop_table(name)
