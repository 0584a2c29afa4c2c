"""What a site remembers from one build to the next: the facts and cells of every holding, and the manifest of its files."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from govreport.model import Table
from govreport.site.facts import Facts, facts_of, unpacked

FOLDER, NAME = ".govreport", "site.sqlite"
LAYOUT = "1"
"""Counted up when the tables below change: a state of another layout is left aside, and the site built as if it were new."""

_TABLES = """
create table if not exists said (name text primary key, value text not null);
create table if not exists holding (id text primary key, digest text not null, facts text not null, cells blob, lines blob not null, words blob not null);
create table if not exists output (path text primary key, key text not null, sha256 text not null, holding text);
create index if not exists output_holding on output (holding);
"""


class State:
    """The memory of a site in a file below it; whoever only reads it may have it open at the same time."""

    def __init__(self, site: Path, read_only: bool = False) -> None:
        path = site / FOLDER / NAME
        if read_only:
            self._database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        self._database = _opened(path)

    def close(self) -> None:
        """Keep what was told and close the file."""
        self._database.commit()
        self._database.close()

    def commit(self) -> None:
        """Keep what was told so far."""
        self._database.commit()

    def forget_others(self, maker: str) -> None:
        """Forget all holdings if they were learnt by another maker (program, texts, schema): each is then learnt anew."""
        found = self._database.execute("select value from said where name = 'maker'").fetchone()
        if found != (maker,):
            self._database.execute("delete from holding")
            self._database.execute("insert or replace into said values ('maker', ?)", (maker,))

    # --- Holdings ---

    def digests(self) -> dict[str, str]:
        """Return the digest of every holding by id."""
        return dict(self._database.execute("select id, digest from holding"))

    def learn(self, facts: Facts, cells: bytes | None, lines: str, words: str) -> None:
        """Keep what is known of a holding: its cells packed, its lines of the long table, its words for searching."""
        packed = (zlib.compress(text.encode(), 1) for text in (lines, words))
        self._database.execute("insert or replace into holding values (?, ?, ?, ?, ?, ?)", (facts.id, facts.digest, facts.text(), cells, *packed))

    def forget(self, ids: Iterable[str]) -> None:
        """Forget holdings."""
        self._database.executemany("delete from holding where id = ?", ((id,) for id in ids))

    def facts(self) -> Iterator[Facts]:
        """Yield the facts of every holding by id."""
        for (text,) in self._database.execute("select facts from holding order by id"):
            yield facts_of(text)

    def tables(self, id: str) -> tuple[Table, ...]:
        """Return the tables of a holding, none for one that is withdrawn or unknown."""
        found = self._database.execute("select cells from holding where id = ?", (id,)).fetchone()
        return unpacked(found[0]) if found and found[0] else ()

    def lines(self, id: str) -> str:
        """Return the lines of a holding in the long table."""
        found = self._database.execute("select lines from holding where id = ?", (id,)).fetchone()
        return zlib.decompress(found[0]).decode() if found else ""

    def words(self) -> Iterator[tuple[str, str]]:
        """Yield the id and the prose of every holding, by id."""
        for id, packed in self._database.execute("select id, words from holding order by id"):
            yield id, zlib.decompress(packed).decode()

    # --- Files ---

    def outputs(self) -> dict[str, tuple[str, str]]:
        """Return (digest of the ingredients, digest of the bytes) of every file of the site by its path."""
        return {path: (key, sha256) for path, key, sha256 in self._database.execute("select path, key, sha256 from output")}

    def outputs_of(self) -> dict[str, list[str]]:
        """Return the paths of the files that were made of one holding alone, by its id."""
        found: dict[str, list[str]] = {}
        for path, holding in self._database.execute("select path, holding from output where holding is not null order by path"):
            found.setdefault(holding, []).append(path)
        return found

    def wrote(self, path: str, key: str, sha256: str, holding: str | None = None) -> None:
        """Enter a file into the manifest."""
        self._database.execute("insert or replace into output values (?, ?, ?, ?)", (path, key, sha256, holding))

    def removed(self, path: str) -> None:
        """Take a file out of the manifest."""
        self._database.execute("delete from output where path = ?", (path,))


def _opened(path: Path) -> sqlite3.Connection:
    """Return the database of a path, an empty one where it cannot be used: it holds nothing that a build does not find again."""
    try:
        database = _prepared(path)
    except sqlite3.DatabaseError:
        path.unlink(missing_ok=True)
        database = _prepared(path)
    return database


def _prepared(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path)
    try:
        database.execute("pragma journal_mode = wal")  # who draws pages reads while others are entered
        database.execute("pragma synchronous = normal")
        database.executescript(_TABLES)
        found = database.execute("select value from said where name = 'layout'").fetchone()
        if found not in (None, (LAYOUT,)):
            raise sqlite3.DatabaseError("another layout")
        database.execute("insert or replace into said values ('layout', ?)", (LAYOUT,))
        database.execute("pragma quick_check(1)").fetchone()
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database
