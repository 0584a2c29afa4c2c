"""The long table as Parquet beside its CSV: the same rows, exact numbers, what its columns mean inside, read by DuckDB."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from pyarrow import parquet as files

from govreport import readers
from govreport.envelope import envelope
from govreport.model import NotApplicable
from govreport.reading import HOW, Reading
from govreport.standard import Standard
from govreport.writers import parquet
from govreport.writers.csv import LONG, LongTable
from govreport.writers.longtable import BLANK, NOT_APPLICABLE, NUMBER, codes, dictionary, rows
from tests.filled import report, seeded

ROOT = Path(__file__).resolve().parents[1]
DEMO = ROOT / "fixtures" / "legacy" / "demo.txt"


@pytest.fixture(scope="module")
def readings(shipped: Standard) -> dict[str, Reading]:
    """Reports by name: one of a legacy text with its evidence, and seeded ones of every edition with numbers of twelve digits."""
    made = {f"{key}/{seed}": Reading(report(shipped, form, seeded(form, seed))) for key, form in shipped.forms.items() for seed in range(6)}
    return {"=demo": readers.read(DEMO.read_bytes(), DEMO.name, shipped), **made}


@pytest.fixture(scope="module")
def table(readings: dict[str, Reading], shipped: Standard, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reports as Parquet, in row groups smaller than a report."""
    path = tmp_path_factory.mktemp("parquet") / "cells.parquet"
    _write(path, readings, shipped, 100)
    return path


def _write(path: Path, readings: dict[str, Reading], standard: Standard, group: int) -> None:
    with pytest.MonkeyPatch.context() as patch, path.open("wb") as stream:
        patch.setattr(parquet, "GROUP", group)
        with parquet.parquet(stream, standard) as found:
            for name, reading in readings.items():
                if reading.report is not None:
                    found.add(rows(reading.report, name, "x", standard, reading.evidence))


def test_duckdb_reads_the_very_cells(readings: dict[str, Reading], table: Path, shipped: Standard) -> None:
    long = LongTable(shipped)
    lines = list(csv.DictReader(io.StringIO(long.head + "".join(long.lines(reading, name, "x") for name, reading in readings.items()))))
    found = duckdb.sql(f"select * from '{table}'")
    assert tuple(found.columns) == LONG
    cells = [dict(zip(LONG, row, strict=True)) for row in found.fetchall()]
    assert len(cells) == len(lines) > 2000
    for cell, line in zip(cells, lines, strict=True):
        value = line.pop("value")
        assert cell.pop("value") == (Decimal(value) if value else None)
        line["report"] = line["report"].removeprefix("'")
        assert {name: "" if each is None else str(each) for name, each in cell.items()} == line


def test_sums_are_exact(readings: dict[str, Reading], table: Path) -> None:
    values = (value for each in readings.values() if each.report for found in each.report.tables() for value in found.cells.values())
    total = sum(Decimal(value) for value in values if not isinstance(value, NotApplicable))
    assert duckdb.sql(f"select sum(value) from '{table}'").fetchall() == [(total,)]


def test_the_same_rows_are_the_same_bytes(readings: dict[str, Reading], table: Path, shipped: Standard, tmp_path: Path) -> None:
    _write(tmp_path / "again.parquet", readings, shipped, 100)
    assert (tmp_path / "again.parquet").read_bytes() == table.read_bytes()
    _write(tmp_path / "none.parquet", {}, shipped, 100)
    assert duckdb.sql(f"select count(*) from '{tmp_path / 'none.parquet'}'").fetchall() == [(0,)]


def test_the_file_says_what_its_columns_mean(table: Path, shipped: Standard) -> None:
    schema = files.read_schema(table)
    assert schema.metadata[b"schema"].decode() == shipped.release
    for meaning in dictionary():
        said = schema.field(meaning.name)
        assert said.metadata[b"description:zh"].decode() == meaning.texts["zh"] and said.nullable is not meaning.required


def test_the_dictionary_names_every_value(shipped: Standard) -> None:
    found = {each.name: each for each in dictionary()}
    assert tuple(found) == LONG
    assert tuple(found["how"].values) == HOW
    assert tuple(found["state"].values) == (NUMBER, BLANK, NOT_APPLICABLE)
    assert tuple(found["scope"].values) == envelope(shipped).enumerations["Scope"]
    texts = [each.texts for each in dictionary()] + [text for each in dictionary() for text in each.values.values()]
    assert all(set(each) == {"zh", "en"} and all(each.values()) for each in texts)


def test_every_key_has_its_printed_name(shipped: Standard) -> None:
    listed = {each[:4]: each for each in codes(shipped)}
    assert set(listed) == {(t.key, t.edition, row, column) for form in shipped.forms.values() for t in form.tables.values() for row, column in t.cells}
    assert all(each.table_name and each.row_name and each.column_name for each in listed.values())
