"""Golden files: what every writer makes of the reports under ``fixtures/reports``; rewritten only with ``--accept``."""

from __future__ import annotations

from pathlib import Path

import pytest

from govreport import readers
from govreport.conversion import canonical_xml, equal, prove, written
from govreport.formats import formats
from govreport.model import Report
from govreport.standard import Standard

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
SOURCES = sorted((FIXTURES / "reports").glob("*/*.xml"))
TEXTUAL = [each for each in formats() if each.reads and each.writes and not each.binary]
CASES = [(source, each.name) for source in SOURCES for each in TEXTUAL]


def _name(value: object) -> str:
    return f"{value.parent.name}-{value.stem}" if isinstance(value, Path) else str(value)


def _read(source: Path, standard: Standard) -> Report:
    reading = readers.read(source.read_bytes(), source.name, standard)
    assert not reading.diagnostics
    assert reading.report is not None
    return reading.report


def golden(source: Path, format: str) -> Path:
    """Return where the golden file of a report in a format lies."""
    return FIXTURES / "golden" / f"{source.parent.name}-{source.stem}.{format}"


def test_there_are_sources() -> None:
    assert len(SOURCES) >= 2


@pytest.mark.parametrize(("source", "format"), CASES, ids=_name)
def test_writer_gives_the_golden_file(source: Path, format: str, shipped: Standard, accept: bool) -> None:
    data = written(_read(source, shipped), format, shipped)
    path = golden(source, format)
    if accept:
        path.write_bytes(data)
    assert path.exists(), f"no {path.name}: run pytest with --accept after looking at what it writes"
    assert data.decode() == path.read_bytes().decode()


@pytest.mark.parametrize(("source", "format"), CASES, ids=_name)
def test_golden_file_reads_back(source: Path, format: str, shipped: Standard) -> None:
    report = _read(source, shipped)
    data = golden(source, format).read_bytes()
    prove(report, data, format, shipped)
    back = readers.read(data, golden(source, format).name, shipped).report
    assert back is not None
    assert equal(back, report, shipped) == (format != "csv")


@pytest.mark.parametrize("source", SOURCES, ids=_name)
def test_source_is_what_the_writer_gives(source: Path, shipped: Standard) -> None:
    assert canonical_xml(source.read_bytes()) == canonical_xml(written(_read(source, shipped), "xml", shipped))


def test_no_golden_file_is_left_over() -> None:
    assert {golden(source, format) for source, format in CASES} == set((FIXTURES / "golden").iterdir())
