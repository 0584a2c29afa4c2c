"""The conformance suite as an outsider gets it: its index, its engines, its conversions, and the verdict of both schema engines on every file."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from govreport import conformance, diagnostics, generate, readers
from govreport.cli.main import main
from govreport.conformance import FAILED, NOT_COVERED, PASSED, Suite
from govreport.conformance.engines import PythonEngine, RecordedEngine, SchematronEngine
from govreport.conformance.index import NAME, index
from govreport.generate.compiler import compile_schematron
from govreport.generate.schematron import tables
from govreport.resources import conformance_root
from govreport.standard import load, read_standard
from govreport.validation import schema, schematron
from govreport.validation.render import json_line
from govreport.writers import write
from tests import schematrees
from tests.test_conformance import FILES, judged

STANDARD = load(schematrees.SCHEMA)
ROOT = conformance_root()
COVERED = schematron.covered(diagnostics.catalogue(schematrees.SCHEMA))


@pytest.fixture(scope="module")
def suite() -> Suite:
    """The shipped suite."""
    return conformance.load(ROOT)


def states(suite: Suite, engine: conformance.engines.Engine) -> dict[str, Counter[str]]:
    """Return how many files of every code came to which state; nothing may fail."""
    found: dict[str, Counter[str]] = {}
    for result in conformance.run(suite, engine):
        assert result.state != FAILED, result
        found.setdefault(result.group, Counter())[result.state] += 1
    return found


def test_the_index_is_fresh() -> None:
    assert (ROOT / NAME).read_bytes() == index(ROOT, STANDARD), "run make docs"


def test_the_index_names_every_file_of_the_suite() -> None:
    named = {file.get("href") for file in etree.parse(str(ROOT / NAME)).getroot().iter("file")}
    assert named == {path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*") if path.is_file() and path.name != NAME}


def test_python_passes_all_of_it(suite: Suite) -> None:
    found = states(suite, PythonEngine(STANDARD))
    assert len(found) > 50
    assert {state for counts in found.values() for state in counts} == {PASSED}


def test_a_later_edition_changes_nothing_of_it(suite: Suite, tmp_path: Path) -> None:
    root = schematrees.with_invented_edition(tmp_path)
    generate.build(root)
    states(suite, PythonEngine(read_standard(root)))


def test_schematron_passes_what_it_covers_and_passes_nothing_else(suite: Suite) -> None:
    found = states(suite, SchematronEngine(STANDARD, lambda form: compile_schematron(tables(form, STANDARD, "", relations_only=True), "")))
    assert {code for code, counts in found.items() if counts[PASSED]} == COVERED & found.keys()
    for code, counts in found.items():
        assert set(counts) == ({PASSED} if code in COVERED else {NOT_COVERED}), code


def test_findings_of_another_program_are_judged(suite: Suite, tmp_path: Path) -> None:
    path = tmp_path / "findings.jsonl"
    wanted = [each for each in FILES if each.code in ("T3-ROW", "ID-USCC")]
    lines = [json.loads(json_line(judged(each), "zh")) | {"source": f"somewhere/{each.code}/{each.path.name}"} for each in wanted]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    found = states(suite, RecordedEngine(STANDARD, path))
    assert {code for code, counts in found.items() if counts[PASSED]} == {"T3-ROW", "ID-USCC"}
    assert found["CELL-BLANK"] == Counter({NOT_COVERED: 3}) and set(found["conversion"]) == {NOT_COVERED}
    wrong = next(line for line in lines if line["diagnostics"])
    wrong["diagnostics"] = wrong["diagnostics"][1:]
    path.write_text(json.dumps(wrong), "utf-8")
    failed = [result for result in conformance.run(suite, RecordedEngine(STANDARD, path)) if result.state == FAILED]
    assert len(failed) == 1 and failed[0].missing


# Conversions


def test_conversions_are_of_many_forms_and_encodings(suite: Suite) -> None:
    encodings = {etree.parse(str(case.folder / "case.xml")).getroot().find("source").get("encoding") for case in suite.conversions}  # type: ignore[union-attr]
    assert len(suite.conversions) >= 12 and encodings >= {"utf-8", "gb18030", "utf-16"}
    assert {case.format for case in suite.conversions} == {"text", "json"}


def test_cells_of_conversions_are_those_of_the_form(suite: Suite) -> None:
    for case in suite.conversions:
        rows = list(csv.DictReader(io.StringIO(case.cells.read_text("utf-8"))))
        by_table = Counter((row["table"], row["edition"]) for row in rows)
        assert all(count == len(STANDARD.forms[edition].tables[table].cells) for (table, edition), count in by_table.items()), case.name
        assert {row["state"] for row in rows} <= {"number", "blank", "na"}
        assert all(bool(row["value"]) is (row["state"] == "number") for row in rows)


def test_what_was_lost_in_copying_is_blank_in_the_expected_cells(suite: Suite) -> None:
    (case,) = [case for case in suite.conversions if case.folder.name == "dropped-cells"]
    rows = list(csv.DictReader(io.StringIO(case.cells.read_text("utf-8"))))
    assert sum(row["state"] == "blank" for row in rows) > 20
    found = readers.read(case.source.read_bytes(), case.source.name, STANDARD)
    assert any(each.code.startswith("TEXT-LOST") for each in found.diagnostics)


# Both schema engines


def documents() -> list[tuple[str, bytes]]:
    """Return every XML file of the fixtures but those with a DOCTYPE, and the canonical XML of every other report."""
    found = []
    for path in sorted((schematrees.ROOT / "fixtures").rglob("*")):
        data = path.read_bytes() if path.is_file() else b""
        if path.suffix == ".xml" and b"<!DOCTYPE" not in data:
            found.append((str(path), data))
        elif path.suffix in (".txt", ".text", ".json", ".csv"):
            report = readers.read(data, path.name, STANDARD).report
            if report is not None:
                found.append((str(path), write(report, "xml", STANDARD)))
    return found


def test_lxml_and_xmlschema_agree_on_every_file() -> None:
    xmlschema = pytest.importorskip("xmlschema", reason="the second opinion on schemas is not installed: libxml2 alone judges the fixtures")
    other = xmlschema.XMLSchema(str(schematrees.SCHEMA / "report.xsd"), allow="local", defuse="always")
    verdicts: Counter[bool] = Counter()
    for name, data in documents():
        try:
            document = etree.fromstring(data, etree.XMLParser(remove_comments=True, resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError:
            continue
        verdict = schema.compiled(schematrees.SCHEMA).validate(document)
        try:
            second = other.is_valid(document)
        except KeyError:  # how it refuses an xsi:type that the schema does not have
            second = False
        assert second is verdict, name
        verdicts[verdict] += 1
    assert verdicts[True] > 100 and verdicts[False] > 20


# The command


def test_the_command_prints_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "conformance", "--engine", "schematron"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["code", "files", "passed", "failed", "not", "covered", "result"]
    states = {line.split()[0]: line for line in lines[1:-1]}
    assert states["T3-ROW"].endswith("passed") and states["TEXT-SUM"].endswith("not covered")
    assert main(["--lang", "zh", "conformance", "--engine", "schematron"]) == 0
    assert "未覆盖" in capsys.readouterr().out


def test_the_command_fails_where_an_engine_does(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = tmp_path / "suite"
    for code in ("T3-ROW", "conversion/markdown"):
        shutil.copytree(ROOT / code, copy / code)
    schematrees.replace(copy / "T3-ROW" / "case.xml", 'code="T3-ROW" table', 'code="T3-BALANCE" table')
    schematrees.replace(copy / "conversion" / "markdown" / "cells.csv", ",number,", ",blank,")
    assert main(["--lang", "en", "conformance", str(copy)]) == 1
    told = capsys.readouterr().out
    assert "expected, not found: T3-BALANCE applications/" in told and "conversion/markdown: expected, not found: cells" in told
    assert "found, not expected: T3-ROW applications/" in told


@pytest.mark.parametrize("arguments", [["no-such-folder"], ["--engine", "java"], ["--findings", "no-such-file"]])
def test_wrong_arguments_are_told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "conformance", *arguments]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_damaged_suite_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "T3-ROW"
    folder.mkdir()
    (folder / "case.xml").write_text('<case code="T3-ROW"><file/></case>', "utf-8")
    assert main(["--lang", "en", "conformance", str(tmp_path)]) == 2
    assert "case.xml" in capsys.readouterr().err
