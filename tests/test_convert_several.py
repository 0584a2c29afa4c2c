"""Several sources by the command line: folders, tables, lines, archives, two processes."""

from __future__ import annotations

import csv
import json
import zipfile
from pathlib import Path

import pytest

from tests.commandline import Run, one_line, parts


def test_several_sources_go_into_a_folder_one_file_each(run: Run, folder: Path, tmp_path: Path) -> None:
    result = run("convert", folder, "--to", "json", "-o", f"{tmp_path}/out/")
    assert result.code == 0
    assert parts(tmp_path / "out") == ["a.json", "b.json", "sub/a.json"]


def test_names_that_meet_are_told_apart(run: Run, folder: Path, tmp_path: Path) -> None:
    result = run("convert", folder / "a.xml", folder / "sub" / "a.xml", "--to", "csv", "-o", tmp_path / "out")
    assert result.code == 0 and parts(tmp_path / "out") == ["a-2.csv", "a.csv"]


def test_several_sources_go_into_one_long_table(run: Run, folder: Path, tmp_path: Path) -> None:
    assert run("convert", folder, "--to", "csv", "-o", tmp_path / "all.csv").code == 0
    lines = list(csv.reader((tmp_path / "all.csv").open(encoding="utf-8", newline="")))
    assert lines[0] == ["report", "agency", "year", "scope", "table", "edition", "row", "column", "value", "state", "unit", "how", "source", "line"]
    assert list(dict.fromkeys(line[0] for line in lines[1:])) == ["a", "b", "sub/a"]
    assert {line[-2] for line in lines[1:]} == {"a.xml", "b.xml", "sub/a.xml"}
    assert len(lines) == 1 + 3 * 200


def test_several_sources_as_json_are_lines(run: Run, folder: Path) -> None:
    result = run("convert", folder, "--to", "json")
    assert result.code == 0 and len([json.loads(line) for line in result.out.splitlines()]) == 3


def test_json_lines_are_sources_too(run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text(run("convert", folder, "--to", "json").out, "utf-8")
    assert run("convert", tmp_path / "x.jsonl", "--to", "csv", "-o", tmp_path / "y.csv").code == 0
    assert "x/3," in (tmp_path / "y.csv").read_text("utf-8")


@pytest.mark.parametrize("to", ["xml", "text"])
def test_several_sources_as_one_document_are_refused(run: Run, folder: Path, tmp_path: Path, to: str) -> None:
    result = run("convert", folder, "--to", to, "-o", tmp_path / "one.xml")
    assert result.code == 2 and one_line(result) and not (tmp_path / "one.xml").exists()


def test_one_of_several_that_is_no_report_makes_exit_one(run: Run, folder: Path, letter: Path, tmp_path: Path) -> None:
    result = run("convert", folder, letter, "--to", "csv", "-o", tmp_path / "all.csv")
    assert result.code == 1 and (tmp_path / "all.csv").exists() and str(letter) in result.err


def test_one_of_several_that_cannot_be_read_makes_exit_three(run: Run, folder: Path, letter: Path, tmp_path: Path) -> None:
    (folder / "broken.zip").write_bytes(b"PK\x03\x04 and no more")
    result = run("convert", folder, letter, "--to", "csv", "-o", tmp_path / "all.csv")
    assert result.code == 3 and (tmp_path / "all.csv").exists() and "broken.zip" in result.err


def test_none_of_several_leaves_no_table(run: Run, letter: Path, tmp_path: Path) -> None:
    (tmp_path / "second.txt").write_text("text", "utf-8")
    result = run("convert", letter, tmp_path / "second.txt", "--to", "csv", "-o", tmp_path / "all.csv")
    assert result.code == 1 and not (tmp_path / "all.csv").exists()


def test_an_archive_is_a_stream_of_documents(run: Run, tmp_path: Path, xml: bytes) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("town/a.xml", xml)
        archive.writestr("../b.xml", xml)
    assert run("convert", tmp_path / "x.zip", "--to", "json", "-o", f"{tmp_path}/out/").code == 0
    assert parts(tmp_path / "out") == ["x/b.json", "x/town/a.json"]


def test_an_archive_without_reports_is_one_line(run: Run, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("a.png", "x")
    result = run("convert", tmp_path / "x.zip", "--to", "csv", "-o", tmp_path / "all.csv")
    assert result.code == 2 and "x.zip" in result.err.splitlines()[0] and not (tmp_path / "all.csv").exists()


def test_a_folder_without_reports_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "photo.png").write_bytes(b"x")
    for command in (("convert", "--to", "xml"), ("validate",)):
        result = run(*command, tmp_path / "empty")
        assert result.code == 2 and one_line(result) and "empty" in result.err


def test_two_processes_give_what_one_gives(run: Run, xml: bytes, tmp_path: Path) -> None:
    for number in range(30):
        path = tmp_path / "in" / f"{number:02}.xml"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(xml if number % 7 else b"<no/>")
    tables = []
    for jobs in (1, 2):
        result = run("convert", tmp_path / "in", "--to", "csv", "-o", tmp_path / f"{jobs}.csv", "--jobs", jobs, "--diagnostics", tmp_path / f"{jobs}.jsonl")
        assert result.code == 1
        tables.append(((tmp_path / f"{jobs}.csv").read_bytes(), (tmp_path / f"{jobs}.jsonl").read_bytes(), result.err))
    assert tables[0] == tables[1]
