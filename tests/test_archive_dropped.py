"""Tables that somebody dropped, made again by a rebuild; and those that a step back would take away with what only they have."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from govreport.archive import Archive, RefusedError, open_archive
from govreport.archive.catalogue import revisions, tables
from govreport.archive.recovery import rebuilt, taken_back
from tests.archives import deposited, digest, problems

REMARK = "INSERT INTO remarks VALUES ('x', 1, '', 'kept', 'y', 'z')"
LOGGED = [table.name for table in tables.PROJECTED]
MADE = [*LOGGED, "place", "documents", "places", "cells", "raised", "words", "accounts", "drafts", "alembic_version"]


@pytest.mark.parametrize("name", MADE)
def test_a_table_that_was_dropped_is_made_again(archive: Archive, name: str) -> None:
    deposited(archive)
    archive.take_in()
    before = digest(archive)
    with archive.database.writing() as connection:
        connection.execute(sa.text(REMARK))
        connection.execute(sa.text(f"DROP TABLE {name}"))
    archive.database.close()
    done = rebuilt(archive.folder)
    assert (done.aside, done.equal) == (None, name not in LOGGED), "what no log has is not laid aside with what can be made again"
    assert done.empty == ((name,) if name in ("accounts", "drafts") else ())
    assert digest(archive) == before and revisions.revision(archive.database) == revisions.REVISION
    archive.take_in()
    with archive.reading() as connection:
        assert connection.execute(sa.text("SELECT text FROM remarks")).scalar() == "kept"
    assert not problems(archive)


def test_an_index_that_was_dropped_is_made_again(archive: Archive) -> None:
    with archive.database.writing() as connection:
        connection.execute(sa.text("DROP INDEX ix_versions_state_year"))
    assert rebuilt(archive.folder).equal and not problems(archive)


@pytest.mark.parametrize(
    ("step", "row", "name"), [("0001", "INSERT INTO apikeys VALUES ('i', 'd', 'a', 'l', 'm', NULL, NULL)", "apikeys"), ("0003", REMARK, "remarks")]
)
def test_a_step_back_takes_nothing_away_that_nothing_else_has_unless_asked_to(archive: Archive, step: str, row: str, name: str) -> None:
    deposited(archive)
    archive.take_in()
    before = digest(archive)
    with archive.database.writing() as connection:
        connection.execute(sa.text(row))
    archive.database.close()
    with pytest.raises(RefusedError, match=f"step-loses .*{name}"):
        taken_back(archive.folder, step)
    assert revisions.revision(archive.database) == revisions.REVISION and digest(archive) == before
    with archive.reading() as connection:
        assert connection.execute(sa.text(f"SELECT count(*) FROM {name}")).scalar() == 1
    assert taken_back(archive.folder, step, lossy=True) == revisions.REVISION
    assert revisions.revision(archive.database) == step


def test_a_step_back_that_loses_nothing_needs_not_be_asked_for_twice(archive: Archive) -> None:
    deposited(archive)
    taken_back(archive.folder, "0001")
    with open_archive(archive.folder, archive.standard) as opened:
        assert not problems(opened)
