"""The steps that the tables of a catalogue have gone through, and the way from one to another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from govreport.archive.audit import ORIGIN
from govreport.archive.catalogue import structure, tables
from govreport.archive.catalogue.database import Database
from govreport.archive.failures import BrokenError, RefusedError

if TYPE_CHECKING:
    from alembic.config import Config

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


def upgrade(database: Database, wanted: str = REVISION, lossy: bool = True) -> None:
    """Bring the tables to a step, the newest where none is given; ``base`` takes all away. An older one takes away what came after it.

    Unless it may be ``lossy``, raises ``RefusedError`` where rows would go that can be made again from neither log nor store.
    """
    from alembic import command

    back = wanted == "base" or wanted < (revision(database) or "")
    with database.writing() as connection:
        held = () if lossy else _held(connection)
        (command.downgrade if back else command.upgrade)(_configured(connection), wanted)
        lost = [each for each in held if not sa.inspect(connection).has_table(each)]
        if lost:
            raise RefusedError("step-loses", step=wanted, tables=", ".join(lost))
        if wanted != "base" and connection.execute(sa.select(tables.head.c.id)).first() is None:
            connection.execute(tables.head.insert(), {"id": 1, "sequence": 0, "hash": ORIGIN, "time": "", "settings": None})


def _held(connection: Connection) -> tuple[str, ...]:
    """Return the names of the tables with rows that nothing else has."""
    there = sa.inspect(connection).get_table_names()
    found = (each for each in structure.beside() if each.name in there)
    return tuple(each.name for each in found if connection.execute(sa.select(sa.literal(1)).select_from(each).limit(1)).first())


def marked(database: Database) -> None:
    """Have tables of which nothing says at which step they are, since somebody dropped what said so, taken for those of the newest."""
    from alembic import command

    if revision(database) is not None:
        return
    with database.writing() as connection:
        if tables.metadata.tables.keys() & set(sa.inspect(connection).get_table_names()):
            command.stamp(_configured(connection), REVISION)


def _configured(connection: Connection) -> Config:
    """Return what Alembic is to know, to work on a connection."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_STEPS))
    config.attributes["connection"] = connection
    return config


def prepare(database: Database) -> None:
    """Bring the tables to the newest step if they are older; raises ``BrokenError`` where they are of a newer program."""
    found = revision(database)
    if found == REVISION:
        return
    if found is not None and found > REVISION:
        raise BrokenError("newer-catalogue", found=found, known=REVISION)
    upgrade(database)
