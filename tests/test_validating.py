"""``validate`` over many documents, in real processes: order, summary, table of findings, journal, poison, a stop at the keyboard."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from lxml import etree

ROOT = Path(__file__).resolve().parents[1]
COMMAND = str(Path(sys.executable).with_name("govreport"))
REPORT = ROOT / "fixtures" / "reports" / "2021" / "township.xml"
DEMO = ROOT / "fixtures" / "legacy" / "demo.txt"


def govreport(*arguments: object, lang: str = "en") -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    environment = {**os.environ, "GOVREPORT_LANG": lang}
    return subprocess.run([COMMAND, *map(str, arguments)], capture_output=True, text=True, env=environment, check=False, timeout=120)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Thirty reports of two counties: every third one wrong, one of them with a name that a spreadsheet would take for a formula."""
    place = tmp_path / "in"
    text = REPORT.read_text("utf-8")
    for number in range(30):
        county = place / "ab"[number % 2]
        county.mkdir(parents=True, exist_ok=True)
        own = text.replace("990321104", f"99032{1 + number % 2}104").replace('total="7"', 'total="9"') if number % 3 == 0 else text
        (county / f"{number:02}.xml").write_text(own.replace("<name>", "<name>=1+" if number == 3 else "<name>", 1), "utf-8")
    return place


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table of findings."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_number_of_processes_changes_nothing(folder: Path, tmp_path: Path) -> None:
    told = [govreport("validate", folder, "--format", "json", "--jobs", jobs, "--report", tmp_path / f"{jobs}.csv") for jobs in (1, 2, 3)]
    assert {done.returncode for done in told} == {1}
    assert len({done.stdout for done in told}) == len({done.stderr for done in told}) == 1
    assert len({(tmp_path / f"{jobs}.csv").read_bytes() for jobs in (1, 2, 3)}) == 1
    assert [json.loads(line)["source"] for line in told[0].stdout.splitlines()] == sorted(map(str, folder.rglob("*.xml")))


def test_the_summary_counts_by_code_and_region(folder: Path) -> None:
    done = govreport("validate", folder, "--brief")
    *_, first, second, total = done.stdout.splitlines()
    assert total == "20 accepted, 10 rejected, 0 undetermined"
    assert (first.split(":")[0], second.split(":")[0]) == ("990321", "990322")
    told = [json.loads(line)["diagnostics"] for line in govreport("validate", folder, "--format", "json").stdout.splitlines()]
    for code in {each["code"]: each["severity"] for found in told for each in found}.items():
        having = [sum((each["code"], each["severity"]) == code for each in found) for found in told]
        assert f"{code[1]} {code[0]}: {sum(having)} (sources: {sum(map(bool, having))})\n" in done.stdout


def test_the_table_has_a_row_a_finding_in_the_words_of_the_clerk(folder: Path, tmp_path: Path) -> None:
    done = govreport("validate", folder, "--format", "json", "--report", tmp_path / "findings.csv")
    told = [(line["source"], each) for line in map(json.loads, done.stdout.splitlines()) for each in line["diagnostics"]]
    found = rows(tmp_path / "findings.csv")
    assert len(found) == len(told) > 20
    for row, (source, diagnostic) in zip(found, told, strict=True):
        assert row["source"] == source and row["code"] == diagnostic["code"] and row["message"] == diagnostic["message"]
        assert row["cell"] == (diagnostic["cell"] or "") and row["advice"] == diagnostic["advice"] and row["year"] == "2023"
    assert any(row["agency"].startswith("'=1+") for row in found), "a formula must not come alive in a spreadsheet"
    assert {row["basis"].partition(", ")[0] for row in found} >= {"implied by the form"}
    assert all(row["basis"][1] != " " for row in found), "a letter says nothing to a clerk"


def test_the_workbook_says_what_the_table_says(folder: Path, tmp_path: Path) -> None:
    for name in ("findings.csv", "findings.xlsx"):
        assert govreport("validate", folder, "--report", tmp_path / name, lang="zh").returncode == 1
    with zipfile.ZipFile(tmp_path / "findings.xlsx") as book:
        sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    space = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    told = [["".join(cell.itertext()) for cell in row.findall("s:c", space)] for row in sheet.iterfind(".//s:row", space)]
    plain = [[value.removeprefix("'") for value in row.values()] for row in rows(tmp_path / "findings.csv")]
    assert told[0] == list(rows(tmp_path / "findings.csv")[0])
    assert [[value for value in row if value] for row in told[1:]] == [[value for value in row if value] for row in plain]
    assert sheet.find(".//s:f", space) is None


@pytest.mark.parametrize("name", ["findings.ods", "findings"])
def test_a_table_of_another_format_is_refused(folder: Path, tmp_path: Path, name: str) -> None:
    done = govreport("validate", folder, "--report", tmp_path / name)
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and not (tmp_path / name).exists()


def test_a_document_that_hangs_its_process_is_set_apart(folder: Path, tmp_path: Path) -> None:
    alone = govreport("validate", folder, "--format", "json").stdout.splitlines()
    (folder / "a" / "05-slow.txt").write_text(DEMO.read_text("utf-8") * 240, "utf-8")
    arguments = ("validate", folder, "--format", "json", "--jobs", 2, "--limit", "elements=1000000", "--limit", "pieces=1000000", "--limit", "time=3")
    start = time.monotonic()
    done = govreport(*arguments, "--journal", tmp_path / "journal.jsonl")
    taken = time.monotonic() - start
    assert done.returncode == 3
    told = done.stdout.splitlines()
    slow = next(line for line in told if "05-slow.txt" in line)
    assert [line for line in told if line != slow] == alone
    assert json.loads(slow)["verdict"] == "undetermined" and "too long" in json.loads(slow)["diagnostics"][0]["message"]
    start = time.monotonic()
    again = govreport(*arguments, "--journal", tmp_path / "journal.jsonl")
    assert again.stdout == done.stdout and time.monotonic() - start < taken  # what hung is not tried again


def test_a_process_that_is_killed_loses_nothing(tmp_path: Path) -> None:
    texts(tmp_path / "in", 60)
    command = [COMMAND, "validate", tmp_path / "in", "--format", "json", "--jobs", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        deadline = time.monotonic() + 20
        while not (children := below(process.pid)) and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(0.2)
        os.kill(children[0], signal.SIGKILL)
        out, _ = process.communicate(timeout=60)
    lines = [json.loads(line) for line in out.splitlines()]
    assert [line["source"] for line in lines] == sorted(map(str, (tmp_path / "in").iterdir()))
    assert all(line["verdict"] != "undetermined" for line in lines)


def test_a_stop_at_the_keyboard_leaves_a_journal_to_go_on_from(tmp_path: Path) -> None:
    texts(tmp_path / "in", 160)
    journal = tmp_path / "journal.jsonl"
    arguments = ["validate", str(tmp_path / "in"), "--format", "json", "--jobs", "2", "--journal", str(journal)]
    with subprocess.Popen(
        [COMMAND, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, "GOVREPORT_LANG": "en"},
    ) as process:
        deadline = time.monotonic() + 30
        while (not journal.exists() or journal.stat().st_size < 1000) and time.monotonic() < deadline:
            time.sleep(0.01)
        children = below(process.pid)
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert process.returncode == 3 and said.startswith("stopped:") and "Traceback" not in said
    assert children and not any(Path(f"/proc/{child}").exists() for child in children)
    done = [json.loads(line)["source"] for line in journal.read_text("utf-8").splitlines()]
    assert 0 < len(done) < 160 and done == sorted(map(str, (tmp_path / "in").iterdir()))[: len(done)]
    resumed = govreport(*arguments)
    assert resumed.stdout == govreport(*arguments[:-2]).stdout
    assert len(journal.read_text("utf-8").splitlines()) == 160


def test_a_journal_counts_only_for_the_same_document_and_the_same_rules(folder: Path, tmp_path: Path) -> None:
    journal = tmp_path / "journal.jsonl"
    first = govreport("validate", folder, "--journal", journal)
    assert lines(journal) == 30
    with journal.open("ab") as stream:
        stream.write(b'{"key":"cut of')
    second = govreport("validate", folder, "--journal", journal)
    assert second.stdout == first.stdout and lines(journal) == 31
    changed = folder / "a" / "04.xml"
    changed.write_text(changed.read_text("utf-8").replace('total="7"', 'total="8"'), "utf-8")
    assert govreport("validate", folder, "--journal", journal).stdout != first.stdout and lines(journal) == 32
    govreport("validate", folder, "--journal", journal, "--profile", "legacy")
    assert lines(journal) == 62


def test_a_journal_that_cannot_be_written_is_one_line(folder: Path, tmp_path: Path) -> None:
    done = govreport("validate", folder, "--journal", tmp_path / "no" / "journal.jsonl")
    assert done.returncode == 2 and done.stdout == "" and done.stderr.count("\n") == 1


def texts(place: Path, count: int) -> None:
    """Write that many legacy texts: slow enough to be met at work."""
    place.mkdir()
    for number in range(count):
        (place / f"{number:03}.txt").write_bytes(DEMO.read_bytes())


def below(process: int) -> list[int]:
    """Return the children of a process."""
    return [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def lines(path: Path) -> int:
    """Return how many lines a file has."""
    return path.read_bytes().count(b"\n")


def test_threads_may_all_be_the_first_to_validate() -> None:
    text = """
import sys, threading, govreport
found, ready = [], threading.Barrier(8)
def work():
    ready.wait()
    found.append(govreport.validate(sys.argv[1]).verdict.value)
threads = [threading.Thread(target=work) for _ in range(8)]
for each in threads: each.start()
for each in threads: each.join()
print(*found)
"""
    run = subprocess.run([sys.executable, "-c", text, str(REPORT)], capture_output=True, text=True, check=True, timeout=120)
    assert run.stdout.split() == ["accepted"] * 8
