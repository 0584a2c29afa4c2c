"""What the catalogue says of contents is compared with what the store holds: every row changed by hand is told, and a rebuild makes it good."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from govreport.archive import Archive, Request
from govreport.archive.catalogue import contents, tables, words
from govreport.archive.recovery import rebuilt
from govreport.archive.redaction import redact
from govreport.archive.store import journal_key
from tests.archives import ARCHIVIST, CLERK, REVIEWER, deposited, problems, published

CODE = "ARC-CONTENTS"


@contextmanager
def byhand(archive: Archive) -> Iterator[Connection]:
    """Change the catalogue behind the archive's back."""
    with archive.database.writing() as connection:
        yield connection


def told(archive: Archive, **more: object) -> list[tuple[str, str, str]]:
    """Return the code, the subject and the reason of all that a verification finds."""
    return [(each.code, each.subject, each.reason) for each in problems(archive, **more)]


@pytest.fixture
def kept(archive: Archive) -> Archive:
    """An archive with contents of every kind taken in."""
    published(archive)
    deposited(archive, 2, reason="更正")
    archive.deposit(Request(b"no report", "a.txt"), CLERK)
    archive.take_in()
    return archive


def test_every_row_that_follows_from_the_store_is_compared_with_it(kept: Archive) -> None:
    assert not problems(kept)
    for table in tables.INDEXED:
        with kept.reading() as connection:
            rows = connection.execute(sa.select(table).order_by(*table.primary_key.columns)).mappings()
            row = next(dict(row) for row in rows if row.get("unit") is not None or table is not tables.cells)
        at = [column == row[column.name] for column in table.primary_key.columns]
        for column in table.columns:
            old = row[column.name]
            new = old + 1000 if isinstance(old, int) else "none" if column.name == "state" else "[]" if column.name in ("places", "counts") else "x"
            for before, after in ((old, new), (new, old)):
                here = [column == before if each.left is column else each for each in at]
                with byhand(kept) as connection:
                    assert connection.execute(table.update().where(*here).values({column: after})).rowcount == 1
                if after is new:
                    assert {code for code, _, _ in told(kept)} == {CODE}, (table.name, column.name)
        with byhand(kept) as connection:
            connection.execute(table.delete().where(*at))
        assert CODE in {code for code, _, _ in told(kept)}, table.name
        with byhand(kept) as connection:
            connection.execute(table.insert(), row)
    assert not problems(kept)


def test_a_changed_cell_is_told_with_its_place_and_both_values_and_a_rebuild_mends_it(kept: Archive) -> None:
    with byhand(kept) as connection:
        place = connection.execute(sa.select(tables.places).where(tables.places.c.column == "total").order_by(tables.places.c.place)).first()
        assert place is not None
        changed = tables.cells.c.document == connection.execute(sa.select(sa.func.min(tables.cells.c.document))).scalar()
        connection.execute(tables.cells.update().where(changed, tables.cells.c.place == place.place).values(value=77))
    (found,) = problems(kept)
    assert (found.code, found.subject, found.reason, found.harmless) == (CODE, "qingshi.2023.government@1", "cells", False)
    assert found.detail.startswith(f"{place.edition}:{place.table} {place.row} total: 77 \u2260 ")
    rebuilt(kept.folder)
    kept.take_in()
    assert not problems(kept)


def _moved(connection: Connection, document: int, text: str) -> None:
    words.forget(connection, document, text)
    words.put(connection, [(document, text[1:])])


def _added(connection: Connection, document: int, text: str) -> None:
    del document
    words.put(connection, [(2**20, text)])


def _more(connection: Connection, document: int, text: str) -> None:
    words.put(connection, [(document, text + "甲" * 1000)]) if connection.dialect.name == "sqlite" else connection.execute(
        sa.text("UPDATE words SET tokens = tokens || CAST('''龘''' AS tsvector) WHERE piece >> 20 = :document"), {"document": document}
    )


@pytest.mark.parametrize("change", [words.forget, _moved, _added, _more])
def test_words_that_are_missing_added_or_moved_are_told(kept: Archive, change: Callable[[Connection, int, str], None]) -> None:
    with byhand(kept) as connection:
        row = connection.execute(sa.select(tables.documents).order_by(tables.documents.c.document)).first()
        assert row is not None
        change(connection, row.document, row.text)
    found = set(told(kept))
    assert {(code, reason) for code, _, reason in found} == {(CODE, "words")}
    assert {subject for _, subject, _ in found} == {"documents 1048576" if change is _added else "qingshi.2023.government@1"}
    rebuilt(kept.folder)
    kept.take_in()
    assert not problems(kept)


def test_rows_of_what_is_no_version_are_told(kept: Archive) -> None:
    with byhand(kept) as connection:
        for table in (tables.cells, tables.raised, tables.documents):
            row = dict(next(iter(connection.execute(sa.select(table)).mappings())))
            connection.execute(table.insert(), {**row, "document": 10_000 + (table is tables.documents)})
        connection.execute(tables.places.insert(), {"place": 9999, "edition": "1900", "table": "a", "row": "b", "column": "c", "decimals": 0})
    assert set(told(kept)) >= {(CODE, "documents 10000", "cells"), (CODE, "documents 10000", "raised"), (CODE, "documents 10001", "documents")}
    assert (CODE, "places 9999", "places") in told(kept)


def test_what_is_left_of_destroyed_content_in_the_catalogue_is_told(kept: Archive) -> None:
    with byhand(kept) as connection:
        first = connection.execute(sa.select(sa.func.min(tables.documents.c.document))).scalar()
        # SQLite's words go by the text that the catalogue has
        connection.execute(tables.documents.update().where(tables.documents.c.document == first).values(text="x"))
    redact(kept, "qingshi.2023.government", REVIEWER, 1, "隐私", "法")
    redact(kept, "qingshi.2023.government", ARCHIVIST, 1)
    assert told(kept) == [(CODE, "qingshi.2023.government@1", "words")] * kept.database.embedded
    rebuilt(kept.folder)
    assert not problems(kept)


def test_what_has_yet_to_be_taken_in_or_was_damaged_then_is_no_difference(kept: Archive) -> None:
    version = kept.version(deposited(kept, 5, reason="r").id)
    assert not problems(kept)
    path = kept.store.root / journal_key(version.bundle)
    data = path.read_bytes()
    path.unlink()
    kept.take_in()
    assert told(kept) == [("ARC-MISSING", version.subject, "")]
    path.write_bytes(data)
    with kept.reading() as connection:
        assert contents.broken(connection) == (version,)
    assert not problems(kept)
    with kept.reading() as connection:
        assert not contents.broken(connection)
    assert not problems(kept)


def test_a_sample_compares_what_it_looks_at(kept: Archive) -> None:
    for number in range(10, 20):
        deposited(kept, number, reason="r")
    kept.take_in()
    with byhand(kept) as connection:
        row = connection.execute(sa.select(tables.documents).order_by(tables.documents.c.document)).first()
        assert row is not None
        words.forget(connection, row.document, row.text)
        connection.execute(tables.cells.update().where(tables.cells.c.document == row.document).values(value=9))
    found = [{reason for _, _, reason in told(kept, share=0.4, seed=seed)} for seed in range(16)]
    assert set(map(frozenset, found)) == {frozenset(), frozenset({"cells", "words"})}
