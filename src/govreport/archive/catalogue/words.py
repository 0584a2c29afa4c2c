"""Words of documents, found by any two characters that stand side by side: the same on SQLite (FTS5) and PostgreSQL (tsvector).

A text is cut into pieces whose pairs of characters are the tokens of one row, so that nothing depends on where words end: on SQLite in their
order, on PostgreSQL each once. Single characters stand beside the pairs, once a piece. Whoever asks compares the text itself with what was
looked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from govreport.archive.catalogue.folding import BREAK, folded

TABLE = "words"
PIECE = 512
"""Characters of a piece at most."""

LONGEST = 64
"""Characters of a phrase that are looked up; pieces of one paragraph share one less, so that no phrase falls between them."""

SHIFT = 20
"""Pieces are numbered by their document times two to this, and from 0 within it."""

_WORDS = sa.table(TABLE, sa.column("piece", sa.BigInteger))


def made(connection: Connection) -> Iterator[str]:
    """Yield the statements that make the table."""
    if connection.dialect.name == "sqlite":
        yield f"CREATE VIRTUAL TABLE {TABLE} USING fts5(pairs, singles, content='', tokenize='ascii')"
    else:
        yield f"CREATE TABLE {TABLE} (piece BIGINT PRIMARY KEY, tokens TSVECTOR NOT NULL)"
        yield f"CREATE INDEX ix_{TABLE}_tokens ON {TABLE} USING gin (tokens)"


def beside(name: str | None, kind: str, _: object = None) -> bool:
    """Return whether a thing of the database is any but the table of words, which only the database itself knows how to describe."""
    return kind != "table" or not (name or "").startswith(TABLE)


def pieces(text: str) -> Iterator[str]:
    """Yield the pieces of a text, folded; every phrase of at most ``LONGEST`` characters in one paragraph lies in one of them."""
    held = ""
    for paragraph in folded(text).split(BREAK):
        for part in _cut(paragraph):
            joined = held + BREAK + part if held else part
            if len(joined) <= PIECE:
                held = joined
            else:
                yield held
                held = part
    if held:
        yield held


def _cut(paragraph: str) -> Iterator[str]:
    start = 0
    while start < len(paragraph):
        part = paragraph[start : start + PIECE]
        yield part
        start += len(part)
        if start < len(paragraph):
            start -= LONGEST - 1


def numbered(document: int, text: str) -> Iterator[tuple[int, str]]:
    """Yield the number of every piece of a document's text, and the piece."""
    yield from ((document << SHIFT | number, piece) for number, piece in enumerate(pieces(text)))


def put(connection: Connection, texts: Iterable[tuple[int, str]]) -> None:
    """Write the words of documents that have none yet."""
    rows = [each for document, text in texts for each in numbered(document, text)]
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        found = [{"piece": piece, "pairs": _pairs(text), "singles": _singles(text)} for piece, text in rows]
        connection.execute(sa.text(f"INSERT INTO {TABLE} (rowid, pairs, singles) VALUES (:piece, :pairs, :singles)"), found)
    else:
        connection.execute(
            sa.text(f"INSERT INTO {TABLE} (piece, tokens) VALUES (:piece, CAST(:tokens AS tsvector))"),
            [{"piece": piece, "tokens": vector(text)} for piece, text in rows],
        )


def forget(connection: Connection, document: int, text: str) -> None:
    """Take the words of a document away; ``text`` is what they were made of."""
    if connection.dialect.name == "sqlite":
        rows = [{"piece": piece, "pairs": _pairs(each), "singles": _singles(each)} for piece, each in numbered(document, text)]
        if rows:
            connection.execute(sa.text(f"INSERT INTO {TABLE} ({TABLE}, rowid, pairs, singles) VALUES ('delete', :piece, :pairs, :singles)"), rows)
            # what was deleted stays in the older segments until they are merged
            connection.execute(sa.text(f"INSERT INTO {TABLE} ({TABLE}) VALUES ('optimize')"))
    else:
        connection.execute(_WORDS.delete().where(_WORDS.c.piece.between(*_span(document))))


def clear(connection: Connection) -> None:
    """Take all words away."""
    # not truncated: that would wait for those who search, have them wait, and empty what they see
    connection.execute(sa.text(f"INSERT INTO {TABLE} ({TABLE}) VALUES ('delete-all')" if connection.dialect.name == "sqlite" else f"DELETE FROM {TABLE}"))


def _span(document: int) -> tuple[int, int]:
    return document << SHIFT, (document + 1 << SHIFT) - 1


def _pairs(text: str) -> str:
    return " ".join(map("".join, pairwise(text)))


def _singles(text: str) -> str:
    return " ".join(dict.fromkeys(text))


def vector(text: str) -> str:
    """Return the tokens of a piece as PostgreSQL reads a tsvector, without their places: to ask for these it reads every row again."""
    return " ".join(map(_quoted, dict.fromkeys((*text, *map("".join, pairwise(text))))))


def _quoted(token: str) -> str:
    return "'" + token.replace("\\", "\\\\").replace("'", "''") + "'"


def having(connection: Connection, term: str, first: int, before: int) -> sa.Select[int]:
    """Return what selects the documents from one to below another that may have a term, which is folded.

    None that has it is left out. SQLite finds its first ``LONGEST`` characters exactly, PostgreSQL pieces that have all pairs of them.
    """
    looked = term[:LONGEST]
    tokens = list(looked) if len(looked) == 1 else [*map("".join, pairwise(looked))]
    number = "rowid" if connection.dialect.name == "sqlite" else "piece"
    if connection.dialect.name == "sqlite":
        phrase = f'{"singles" if len(looked) == 1 else "pairs"} : "{" ".join(tokens)}"'
        found = sa.text(f"{TABLE} MATCH :phrase").bindparams(sa.bindparam("phrase", phrase, unique=True))
    else:
        phrase = " & ".join(map(_quoted, tokens))
        found = sa.text("tokens @@ CAST(:phrase AS tsquery)").bindparams(sa.bindparam("phrase", phrase, unique=True))
    piece = sa.literal_column(number, sa.BigInteger)
    document = sa.literal_column(f"{number} >> {SHIFT}", sa.BigInteger)
    chosen = sa.select(document.label("document")).select_from(_WORDS).where(found)
    if connection.dialect.name == "sqlite":
        return chosen.where(piece >= first << SHIFT, piece < before << SHIFT)
    # by the document, which has no index: the one of pieces would lead past that of words
    chosen = chosen.where(document >= first, document < before)
    # once, not again for every version
    once = chosen.cte(nesting=True).prefix_with("MATERIALIZED")
    return sa.select(once.c.document)


def hint(connection: Connection) -> None:
    """Tell the database, for this transaction, to go by the index of words: PostgreSQL takes reading all tokens to be cheap, which it is not."""
    if connection.dialect.name != "sqlite":
        for setting in ("enable_seqscan", "jit"):
            connection.execute(sa.text(f"SET LOCAL {setting} = off"))
