"""Words whose letters are folded as Unicode has it: contents are emptied, and taken in again when they are next asked for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from govreport.archive.catalogue import words

revision = "0005"
down_revision: str | None = "0004"


def upgrade() -> None:
    """Empty what follows from the store."""
    for name in ("documents", "places", "cells", "raised"):
        op.execute(sa.text(f"DELETE FROM {name}"))
    words.clear(op.get_bind())


def downgrade() -> None:
    """Empty it as well: an older program folds otherwise."""
    upgrade()
