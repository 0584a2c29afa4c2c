"""The words that the catalogue has of documents beside their texts: whatever is missing, added or moved is told by its document."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from govreport.archive.catalogue import tables, words
from govreport.archive.catalogue.sight import among
from govreport.archive.catalogue.words import SHIFT, TABLE

SPAN = 2**17
"""So many entries of the log are looked at in one walk through all words, which SQLite has in the order of the words."""

_PAGE = 10_000
_SEEN = f"temp.{TABLE}_seen"


def unlike(connection: Connection, chosen: Sequence[int] | None = None) -> Iterator[int]:
    """Yield the documents, of some or of all, whose words are not those of the text that the catalogue has of them."""
    if connection.dialect.name == "sqlite":
        end = connection.execute(sa.select(sa.func.max(tables.versions.c.sequence))).scalar() or 0
        for first in range(0, end + 1, SPAN):
            some = None if chosen is None else [each for each in chosen if first <= each < first + SPAN]
            if some is None or some:
                yield from _summed(connection, first, some)
    else:
        for document, text in _texts(connection, 0, None, chosen):
            if _others(connection, document, text):
                yield document


def without(connection: Connection) -> Iterator[int]:
    """Yield the numbers of documents that there are words of and nothing else."""
    # SQLite keeps beside its words how many there are of each piece
    table, column = (f"{TABLE}_docsize", "id") if connection.dialect.name == "sqlite" else (TABLE, "piece")
    query = f"SELECT DISTINCT {column} >> {SHIFT} FROM {table} WHERE {column} >> {SHIFT} NOT IN (SELECT document FROM documents)"
    yield from connection.execute(sa.text(query)).scalars()


def _texts(connection: Connection, first: int, before: int | None, chosen: Sequence[int] | None) -> Iterator[tuple[int, str]]:
    column = tables.documents.c
    query = sa.select(column.document, column.text).where(column.document >= first).order_by(column.document)
    if before is not None:
        query = query.where(column.document < before)
    if chosen is not None:
        query = query.where(among(connection, column.document, chosen))
    for row in connection.execute(query, execution_options={"yield_per": 1000}):
        yield row.document, row.text


def _summed(connection: Connection, first: int, chosen: Sequence[int] | None) -> Iterator[int]:
    """Yield the documents of a span whose words, and how many there are of each piece, do not come to the sum of what their texts give."""
    sums: dict[int, int] = defaultdict(int)
    for document, text in _texts(connection, first, first + SPAN, chosen):
        for piece, part in words.numbered(document, text):
            pairs, singles = ["".join(pair) for pair in pairwise(part)], [*dict.fromkeys(part)]
            found = sum(hash((term, piece, "pairs", at)) for at, term in enumerate(pairs))
            found += sum(hash((term, piece, "singles", at)) for at, term in enumerate(singles))
            sums[document] += found + hash((piece, _sizes(len(pairs), len(singles))))
    connection.exec_driver_sql(f"CREATE VIRTUAL TABLE IF NOT EXISTS {_SEEN} USING fts5vocab(main, {TABLE}, 'instance')")
    bounds = (first << SHIFT, first + SPAN << SHIFT)
    within, some = ("", ()) if chosen is None else (f" AND {{0}} >> {SHIFT} IN (SELECT value FROM json_each(?))", (json.dumps(chosen),))
    # by the driver: millions of rows
    cursor = connection.connection.cursor()
    cursor.execute(f"SELECT term, doc, col, offset FROM {_SEEN} WHERE doc >= ? AND doc < ?{within.format('doc')}", (*bounds, *some))
    last, other = "", connection.connection.cursor()
    while rows := cursor.fetchmany(_PAGE):
        for row in rows:
            sums[row[1] >> SHIFT] -= hash(row)
            if row[0] != last:
                last = row[0]
                # what is there and is not found by those who look for it
                if other.execute(f"SELECT 1 FROM {TABLE} WHERE {TABLE} MATCH ? LIMIT 1", (f'"{last}"',)).fetchone() is None:
                    sums[row[1] >> SHIFT] += 1
    other.close()
    cursor.execute(f"SELECT id, sz FROM {TABLE}_docsize WHERE id >= ? AND id < ?{within.format('id')}", (*bounds, *some))
    while rows := cursor.fetchmany(_PAGE):
        for row in rows:
            sums[row[0] >> SHIFT] -= hash(row)
    cursor.close()
    yield from (document for document, found in sorted(sums.items()) if found)


def _sizes(*numbers: int) -> bytes:
    """Return numbers as SQLite writes them: seven bits a byte, the highest first."""
    return b"".join(bytes([*([number >> 7 | 0x80] if number >> 7 else []), number & 0x7F]) for number in numbers)


def _others(connection: Connection, document: int, text: str) -> bool:
    """Return whether the pieces of a document, or their words, are others than those of its text."""
    made = [*words.numbered(document, text)]
    query = sa.text(
        "SELECT 1 FROM unnest(CAST(:pieces AS bigint[]), CAST(:tokens AS text[])) AS made(piece, tokens)"
        f" FULL JOIN (SELECT piece, tokens FROM {TABLE} WHERE piece >= :first AND piece < :before) AS kept ON kept.piece = made.piece"
        " WHERE kept.tokens IS DISTINCT FROM CAST(made.tokens AS tsvector) LIMIT 1"
    )
    given = {"pieces": [piece for piece, _ in made], "tokens": [words.vector(part) for _, part in made]}
    return connection.execute(query, {**given, "first": document << SHIFT, "before": document + 1 << SHIFT}).first() is not None
