"""Any valid report goes through XML, JSON, text and back without loss, of any edition; broken files are read without an exception."""

from __future__ import annotations

import random
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govreport import generate, readers, standard
from govreport.conversion import canonical, canonical_xml, differences, written
from govreport.forms import Form
from govreport.model import Report
from govreport.reading import Reading
from govreport.standard import Standard, read_standard
from govreport.writers.csv import LongTable
from govreport.writers.csv import cells as csv_cells
from tests import schematrees, strategies
from tests.cost import within

SHIPPED = standard.load()
REPORTS = Path(__file__).resolve().parents[1] / "fixtures" / "reports"
LOSSLESS = ("xml", "json", "text")
ALL = (*LOSSLESS, "csv")
MUTATIONS = 250
SLOWEST = 2.0

property_test = settings(derandomize=True, deadline=None, max_examples=120, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def _back(data: bytes, format: str, of: Standard) -> Report:
    reading = readers.read(data, f"report.{format}", of)
    assert reading.diagnostics == ()
    assert reading.report is not None
    return reading.report


def _goes_round(report: Report, of: Standard) -> None:
    """Hold that a report survives XML → JSON → text → XML to the byte, that every file is proved and every writer is deterministic."""
    xml = written(report, "xml", of)
    current = report
    for format in (*LOSSLESS, "xml"):
        data = written(current, format, of)
        assert data == written(current, format, of)
        current = _back(data, format, of)
        assert current == report
    assert written(current, "xml", of) == xml
    assert canonical(current, of) == canonical_xml(xml)
    for format in ALL:
        assert differences(report, written(report, format, of), format, of) == ()


@property_test
@given(strategies.reports(SHIPPED))
def test_any_report_goes_round(report: Report) -> None:
    _goes_round(report, SHIPPED)


@settings(property_test, max_examples=60)
@given(strategies.reports(SHIPPED))
def test_the_long_table_keeps_the_cells(report: Report) -> None:
    table = LongTable(SHIPPED)
    reading = readers.read((table.head + table.lines(Reading(report), "a-1", "a.xml")).encode(), "long.csv", SHIPPED)
    assert [found.code for found in reading.diagnostics] == ["XSD-METADATA"]
    assert reading.report is not None
    assert _cells(reading.report) == _cells(report)
    if _cells(report):
        assert reading.report.metadata.year == report.metadata.year
        assert reading.report.metadata.agency.name == report.metadata.agency.name


def _cells(report: Report) -> list[tuple[str, ...]]:
    return [line for table in report.tables() for line in csv_cells(table, SHIPPED)]


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Standard:
    """A standard with an edition that no code knows."""
    tree = schematrees.with_invented_edition(tmp_path_factory.mktemp("roundtrip"))
    generate.build(tree)
    return read_standard(tree)


@settings(property_test, max_examples=60)
@given(data=st.data())
def test_a_report_of_an_invented_edition_goes_round(invented: Standard, data: st.DataObject) -> None:
    _goes_round(data.draw(strategies.reports(invented)), invented)


def test_reports_of_mixed_editions_are_generated(invented: Standard) -> None:
    """The strategy reaches what the round trips are to show: several editions in one report, of the invented one too."""
    seen: set[frozenset[str]] = set()

    @settings(property_test, max_examples=60)
    @given(strategies.reports(invented))
    def collect(report: Report) -> None:
        seen.add(frozenset(table.edition for table in report.tables()))

    collect()
    assert any(len(editions) > 1 for editions in seen)
    assert any(schematrees.INVENTED.name in editions for editions in seen)


def _mutated(data: bytes, chance: random.Random) -> bytes:
    """Return a document cut, flipped, spliced or shuffled."""
    out = bytearray(data)
    at, kind = chance.randrange(len(out)), chance.randrange(6)
    if kind == 0:
        return bytes(out[:at])
    if kind == 1:
        for _ in range(chance.randint(1, 8)):
            out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    elif kind == 2:
        del out[at : at + chance.randrange(300)]
    elif kind == 3:
        out[at:at] = out[at : at + chance.randrange(3000)]
    elif kind == 4:
        for _ in range(4):
            out[chance.randrange(len(out))] = chance.choice(b'<>{}[],"\\|#\n\0\xff&/-')
    else:
        lines = bytes(out).split(b"\n")
        chance.shuffle(lines)
        return b"\n".join(lines)
    return bytes(out)


@pytest.mark.parametrize("format", ALL)
@pytest.mark.parametrize("source", sorted(REPORTS.glob("*/*.xml")), ids=lambda path: path.stem)
def test_a_broken_file_is_read_or_said_to_be_broken(source: Path, format: str) -> None:
    chance = random.Random(f"{source.stem} {format}")
    whole = written(_back(source.read_bytes(), "xml", SHIPPED), format, SHIPPED)
    for _ in range(MUTATIONS):
        data = _mutated(whole, chance)
        reading = within(SLOWEST, partial(readers.read, data, f"broken.{format}", SHIPPED, format))
        assert reading.report is not None or reading.diagnostics
        assert all(_in_form(evidence.cell.edition, evidence.cell.table) for evidence in reading.evidence)
        if reading.report is not None:
            back = written(reading.report, "xml", SHIPPED)
            assert differences(reading.report, back, "xml", SHIPPED) == (), "what was read can be written"


def _in_form(edition: str | None, table: str) -> bool:
    form: Form | None = SHIPPED.forms.get(edition or "")
    return form is not None and table in form.tables
