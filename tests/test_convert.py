"""Converting by the command line: every format, standard input and output, diagnostics and evidence."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.commandline import COMMAND, Run, one_line, parts


@pytest.mark.parametrize("to", ["xml", "json", "text", "csv"])
def test_a_legacy_text_becomes_every_format_and_reads_back(run: Run, demo: Path, tmp_path: Path, to: str) -> None:
    import govreport

    target = tmp_path / "out"
    result = run("convert", demo, "--to", to, "-o", target)
    assert (result.code, result.out) == (0, "")
    assert "T3-ROW" in result.err and "CELL-BLANK" in result.err
    back = govreport.read(target, format=to).report
    assert back is not None and back.table("applications") == govreport.read(demo).report.table("applications")
    assert parts(tmp_path) == ["out"]


def test_the_format_follows_from_the_suffix_of_the_output(run: Run, demo: Path, tmp_path: Path) -> None:
    assert run("convert", demo, "-o", tmp_path / "x.json").code == 0
    assert json.loads((tmp_path / "x.json").read_bytes())
    result = run("convert", demo, "-o", tmp_path / "x.what")
    assert result.code == 2 and one_line(result) and parts(tmp_path) == ["x.json"]


def test_standard_output_and_standard_input(demo: Path, xml: bytes) -> None:
    done = subprocess.run([COMMAND, "convert", "-", "--to", "json"], input=xml, capture_output=True, check=True)
    assert json.loads(done.stdout)
    done = subprocess.run([COMMAND, "convert", demo, "--to", "xml", "-o", "-"], capture_output=True, check=True)
    assert done.stdout == xml


def test_no_report_is_exit_one_and_nothing_written(run: Run, letter: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.xml"
    result = run("convert", letter, "--to", "xml", "-o", target)
    assert result.code == 1 and not target.exists() and str(letter) in result.err and "Traceback" not in result.err
    assert "DOC-KIND" in result.err


@pytest.mark.parametrize(
    "data", [b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", b"<report><metadata>", b"\x00" * 100, b""], ids=["doctype", "cut", "nul", "none"]
)
def test_bad_documents_leave_nothing_behind(run: Run, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.xml").write_bytes(data)
    result = run("convert", tmp_path / "x.xml", "--to", "json", "-o", tmp_path / "x.json")
    assert result.code in (1, 3) and parts(tmp_path) == ["x.xml"] and "Traceback" not in result.err


def test_a_document_over_a_limit_is_undetermined(run: Run, tmp_path: Path, xml: bytes) -> None:
    (tmp_path / "x.xml").write_bytes(xml)
    for command in (("convert", "--to", "json"), ("validate",)):
        result = run(*command, tmp_path / "x.xml", "--limit", "size=1000")
        assert result.code == 3 and "SYS-LIMIT" in result.out + result.err
    assert run("validate", tmp_path / "x.xml", "--limit", "elements=10").code == 3
    assert run("validate", tmp_path / "x.xml", "--limit", "weight=10").code == 2


def test_diagnostics_are_those_that_validate_prints(run: Run, demo: Path, tmp_path: Path) -> None:
    target = tmp_path / "findings.jsonl"
    assert run("convert", demo, "--to", "xml", "-o", tmp_path / "x.xml", "--diagnostics", target).code == 0
    printed = run("validate", demo, "--profile", "legacy", "--format", "json")
    assert printed.code == 0
    mine, theirs = json.loads(target.read_text("utf-8")), json.loads(printed.out)
    assert set(mine) == {"source", "verdict", "stages", "diagnostics", "versions"}
    assert [each["code"] for each in mine["diagnostics"]] == [each["code"] for each in theirs["diagnostics"]]
    keys = {"code", "severity", "message", "advice", "basis", "line", "column", "path", "cell", "table", "row", "col"}
    assert all(set(each) == keys for each in mine["diagnostics"])


def test_evidence_says_where_every_cell_was_read(run: Run, demo: Path, tmp_path: Path) -> None:
    target = tmp_path / "evidence.jsonl"
    assert run("convert", demo, "--to", "xml", "-o", tmp_path / "x.xml", "--evidence", target).code == 0
    records = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert list(records[0]) == ["table", "row", "column", "state", "value", "how", "line", "col", "page", "box", "raw", "reason"]
    assert len({(each["table"], each["row"], each["column"]) for each in records}) == len(records) == 200
    lines = demo.read_text("utf-8").splitlines()
    for each in records:
        if each["state"] == "number" and each["how"] != "inferred":
            assert each["raw"] in lines[each["line"] - 1], each
    states = {(each["row"], each["column"]): each["state"] for each in records}
    assert states["compulsoryMeasures", "decisions"] == "blank"


def test_evidence_of_several_names_the_source(run: Run, folder: Path, tmp_path: Path) -> None:
    run("convert", folder, "--to", "csv", "-o", tmp_path / "all.csv", "--evidence", tmp_path / "e.jsonl")
    records = [json.loads(line) for line in (tmp_path / "e.jsonl").read_text("utf-8").splitlines()]
    assert list(dict.fromkeys(each["source"] for each in records)) == [str(folder / name) for name in ("a.xml", "b.xml", "sub/a.xml")]
