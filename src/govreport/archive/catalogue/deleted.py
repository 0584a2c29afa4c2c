"""What was deleted by law, taken out of the file that it was in."""

from __future__ import annotations

import time
from pathlib import Path

from govreport.archive.catalogue.database import WAIT, Database
from govreport.archive.catalogue.troubles import told
from govreport.archive.failures import of_system

DUE = "-due"
"""Behind the name of an SQLite file: what was deleted has yet to be taken out of it."""

PATIENCE = 5
"""Seconds that are waited for those who read what was deleted."""


def forget(database: Database) -> None:
    """Take what was deleted out of the file: of SQLite its write-ahead log; a PostgreSQL does so by its own VACUUM.

    Whoever reads what was there before has some seconds to end; what he then keeps from going is due, until ``forgotten``.
    """
    if not database.embedded:
        return
    try:
        _due(database).touch()
    except OSError as error:
        raise of_system(error) from error
    end = time.monotonic() + PATIENCE
    while not forgotten(database) and time.monotonic() < end:
        time.sleep(0.05)


def forgotten(database: Database) -> bool:
    """Return whether nothing that was deleted is in the file any more, having taken it out where it was due and nobody reads it."""
    if not database.embedded or not _due(database).exists():
        return True
    if database.read_only:
        return False
    with told(database.engine):
        plain = database.engine.raw_connection()
        cursor = plain.cursor()
        try:
            # nobody is kept waiting for those who read
            cursor.execute("PRAGMA busy_timeout=0")
            busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        finally:
            cursor.execute(f"PRAGMA busy_timeout={WAIT * 1000}")
            plain.close()
    if not busy:
        _due(database).unlink(missing_ok=True)
    return not busy


def _due(database: Database) -> Path:
    return Path(f"{database.url.database}{DUE}")
