"""The data of a site: every cell of every report as CSV and Parquet, lists of reports and codes, dictionary, descriptor of the package."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from govreport.csvtext import inert, meant
from govreport.site import addresses
from govreport.site.desk import entries
from govreport.site.facts import Facts, digest
from govreport.site.frontpages import DataFile
from govreport.site.state import State
from govreport.site.tree import Tree
from govreport.standard import Standard
from govreport.version import __version__
from govreport.writers.csv import lines
from govreport.writers.longtable import LONG, Cell, Code, Meaning, Row, codes, dictionary
from govreport.writers.parquet import parquet

CELLS_CSV, CELLS_PARQUET, REPORTS, CODES, DICTIONARY = (f"data/{name}" for name in ("cells.csv", "cells.parquet", "reports.csv", "codes.csv", "dictionary.csv"))
PACKAGE = "datapackage.json"
FILES = {CELLS_CSV: "cells-csv", CELLS_PARQUET: "cells-parquet", REPORTS: "reports", CODES: "codes", DICTIONARY: "dictionary"}
"""The files of data by path, with the name by which the texts know them."""

LISTED = ("report", "address", "agency", "year", "region", "title", "published", "scope", "state", "version", "editions")
"""The columns of the list of reports."""


def version(found: Iterable[Facts]) -> str:
    """Return the version of a site's data: the digest of all its reports."""
    return digest("\n".join(f"{each.id}\t{each.digest}" for each in sorted(found, key=lambda each: each.id)))


def write(folder: Path, state: State, tree: Tree, standard: Standard) -> tuple[DataFile, ...]:
    """Return the files of data, written into a folder: bounded in memory, whatever the number of reports."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    ids = sorted(tree.facts)
    with (folder / CELLS_CSV).open("wb") as text, (folder / CELLS_PARQUET).open("wb") as binary:
        _cells(text, binary, (state.lines(id) for id in ids), standard)
    (folder / REPORTS).write_text(lines((LISTED, *_reports(tree))), "utf-8")
    (folder / CODES).write_text(lines((Code._fields, *codes(standard))), "utf-8")
    (folder / DICTIONARY).write_text(lines(_meanings()), "utf-8")
    return tuple(DataFile(path, name, (folder / path).stat().st_size, _sha256(folder / path)) for path, name in FILES.items())


def _cells(text: BinaryIO, binary: BinaryIO, found: Iterable[str], standard: Standard) -> None:
    """Write the long table twice, report by report, from its lines as CSV."""
    text.write(lines([LONG]).encode())
    with parquet(binary, standard) as table:
        for each in found:
            text.write(each.encode())
            table.add(_rows(each))


def _rows(text: str) -> Iterator[Row]:
    """Yield the rows that lines of the long table stand for."""
    for report, agency, year, scope, *cell, how, source, line in csv.reader(io.StringIO(text, newline="")):
        number, at = int(year) if year else None, int(line) if line else None
        yield Row(meant(report), meant(agency), number, scope, *Cell(*cell), how, meant(source), at)


def _reports(tree: Tree) -> Iterator[tuple[object, ...]]:
    for id, each in sorted(tree.facts.items()):
        region = "/".join(part.name for part in tree.path_of(id))
        editions = " ".join(dict.fromkeys(edition for _, edition in each.editions))
        number = each.versions[-1].number if each.versions else 1
        said = (inert(each.agency or ""), each.year, inert(region), inert(each.title or ""), each.published, each.scope, each.state, number, editions)
        yield (inert(id), addresses.report(each.slug), *said)


def _meanings() -> Iterator[tuple[str, ...]]:
    """Yield the dictionary of the long table as rows: a line for a column, one more for each of its values."""
    yield ("column", "value", "type", "required", "zh", "en")
    for each in dictionary():
        yield (each.name, "", each.type, str(each.required).lower(), each.texts["zh"], each.texts["en"])
        yield from ((each.name, value, "", "", texts["zh"], texts["en"]) for value, texts in each.values.items())


def package(files: Iterable[DataFile], tree: Tree, standard: Standard, title: str) -> bytes:
    """Return the descriptor of the data as a Data Package: resources with sizes, digests and the schema of the long table."""
    versions = {
        "data": version(tree.facts.values()),
        "reader": __version__,
        "schema": standard.release,
        "editions": {key: form.revision for key, form in standard.forms.items()},
    }
    resources = [_resource(each) for each in files]
    found = {"name": "govreport", "title": title, "profile": "data-package", "version": versions["data"], "versions": versions, "resources": resources}
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(file: DataFile) -> dict[str, object]:
    suffix = file.path.rpartition(".")[2]
    texts = entries()[f"data.{file.name}"]
    found: dict[str, object] = {"name": file.name, "path": file.path, "title": texts["zh"], "description": texts["en"], "format": suffix}
    if suffix == "csv":
        found |= {"profile": "tabular-data-resource", "mediatype": "text/csv", "encoding": "utf-8", "bytes": file.size}
    else:
        # without its size, which validators compare with what they read of it as a table: nothing that counts as bytes
        found |= {"mediatype": "application/vnd.apache.parquet"}
    found["hash"] = f"sha256:{file.sha256}"
    if file.path in (CELLS_CSV, CELLS_PARQUET):
        found["schema"] = {"fields": [_field(each) for each in dictionary()], "primaryKey": ["report", "table", "row", "column"], "missingValues": [""]}
    else:
        own = {REPORTS: ("report", "agency", "year", "scope"), CODES: ("table", "edition", "row", "column"), DICTIONARY: ()}[file.path]
        columns = {REPORTS: LISTED, CODES: Code._fields, DICTIONARY: next(_meanings())}[file.path]
        found["schema"] = {"fields": [_plain(name, name in own) for name in columns], "missingValues": [""]}
    return found


_TYPES = {"version": "integer", "published": "date"}


def _plain(name: str, long: bool) -> dict[str, object]:
    """Return the field of a list beside the long table: one that means what it means there, or one of its own."""
    if long:
        return _field(next(each for each in dictionary() if each.name == name))
    texts = entries()[f"column.{name.replace('_', '-')}"]
    return {"name": name, "type": _TYPES.get(name, "string"), "title": texts["zh"], "description": texts["en"]}


def _field(meaning: Meaning) -> dict[str, object]:
    found: dict[str, object] = {"name": meaning.name, "type": meaning.type, "title": meaning.texts["zh"], "description": meaning.texts["en"]}
    constraints: dict[str, object] = {"required": True} if meaning.required else {}
    if meaning.values:
        constraints["enum"] = list(meaning.values)
    return {**found, "constraints": constraints} if constraints else found


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
