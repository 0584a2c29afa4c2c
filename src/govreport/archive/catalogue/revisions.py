"""The steps that the tables of a catalogue have gone through, and the way from one to another."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from govreport.archive.audit import ORIGIN
from govreport.archive.catalogue import tables
from govreport.archive.catalogue.database import Database
from govreport.archive.failures import BrokenError

REVISION = "0005"
"""The newest step of ``migrations/versions``."""

_STEPS = Path(__file__).with_name("migrations")


def revision(database: Database) -> str | None:
    """Return the step that the tables are at, None where there are none."""
    with database.reading() as connection:
        if not sa.inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()


def steps() -> list[str]:
    """Return the steps of the tables, oldest first."""
    return sorted(path.name[1:5] for path in (_STEPS / "versions").glob("v[0-9]*_*.py"))


def upgrade(database: Database, wanted: str = REVISION) -> None:
    """Bring the tables to a step, the newest where none is given; ``base`` takes all away. An older one takes away what came after it."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_STEPS))
    back = wanted == "base" or wanted < (revision(database) or "")
    with database.writing() as connection:
        config.attributes["connection"] = connection
        (command.downgrade if back else command.upgrade)(config, wanted)
        if wanted != "base" and connection.execute(sa.select(tables.head.c.id)).first() is None:
            connection.execute(tables.head.insert(), {"id": 1, "sequence": 0, "hash": ORIGIN, "time": "", "settings": None})


def prepare(database: Database) -> None:
    """Bring the tables to the newest step if they are older; raises ``BrokenError`` where they are of a newer program."""
    found = revision(database)
    if found == REVISION:
        return
    if found is not None and found > REVISION:
        raise BrokenError("newer-catalogue", found=found, known=REVISION)
    upgrade(database)
