"""The command line: languages, exit codes, sources, targets that are written whole or not at all."""

from __future__ import annotations

import csv
import errno
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from govreport.cli import main as entry
from govreport.cli.application import application

CJK = re.compile("[\u4e00-\u9fff]")
COMMAND = Path(sys.executable).with_name("govreport")
COMMANDS = [*(name for name in application().commands if name != "schema"), "schema"]


class Result:
    """What a command line gave: exit code, standard output and standard error."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


Run = Callable[..., Result]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line in this process, in English unless the arguments say otherwise."""
    monkeypatch.setenv("GOVREPORT_LANG", "en")
    monkeypatch.delenv("GOVREPORT_SCHEMA", raising=False)

    def call(*arguments: object) -> Result:
        code = entry.main([str(each) for each in arguments])
        out, err = capfd.readouterr()
        return Result(code, out, err)

    return call


def one_line(result: Result) -> bool:
    """Return whether a failure is told in one line on standard error, and nothing else."""
    return result.out == "" and result.err.count("\n") == 1 and "Traceback" not in result.err


# --- languages ---


@pytest.mark.parametrize("path", [[], *([name] for name in COMMANDS), ["schema", "build"], ["schema", "check"], ["schema", "release"]], ids=" ".join)
def test_help_is_wholly_in_one_language(run: Run, path: list[str]) -> None:
    before, after = run("--lang", "zh", *path, "--help"), run(*path, "--help", "--lang", "zh")
    assert before.code == after.code == 0
    assert before.out == after.out
    for word in ("Usage", "Options", "Arguments", "Commands", "Examples", "Show this", "OPTIONS", "required", "default:", "COMMAND"):
        assert word not in before.out, word
    for line in before.out.splitlines():
        said = re.sub(r"govreport\b.*|--?[a-z-]+|[a-z|]+\|[a-z|]+", "", line)
        assert CJK.search(line) or not re.search(r"[A-Za-z]{3,}", said) or "json" in said, line
    english = run(*path, "--help", "--lang=en")
    assert english.code == 0 and english.out.startswith("Usage: govreport")
    assert not CJK.search(english.out)


@pytest.mark.parametrize(
    ("variables", "chinese"),
    [
        ({"LANG": "zh_CN.UTF-8"}, True),
        ({"LANG": "en_GB.UTF-8"}, False),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}, False),
        ({"LANG": "en_GB.UTF-8", "GOVREPORT_LANG": "zh"}, True),
        ({}, False),
    ],
)
def test_the_language_comes_from_the_environment(variables: dict[str, str], chinese: bool) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "GOVREPORT_"))}
    out = subprocess.run([COMMAND, "--help"], env=kept | variables | {"PYTHONUTF8": "1"}, capture_output=True, check=True, encoding="utf-8").stdout
    assert bool(CJK.search(out)) is chinese


@pytest.mark.parametrize(
    "arguments",
    [
        ["--lang", "fr", "formats"],
        ["formats", "--lang", "fr"],
        ["formats", "--lang"],
        ["convertt"],
        ["schema"],
        ["schema", "biuld"],
        ["convert"],
        ["convert", "x.txt"],
        ["convert", "x.txt", "--to", "docx"],
        ["convert", "x.txt", "--to", "xml", "--from", "docx"],
        ["convert", "x.txt", "--to", "xml", "--jobs", "many"],
        ["convert", "x.txt", "--to", "xml", "--jobs", "-3"],
        ["convert", "x.txt", "--tto", "xml"],
        ["convert", "x.txt", "--to"],
        ["validate", "x.txt", "--format", "yaml"],
        ["validate", "x.txt", "--profile", "strictest"],
        ["show"],
        ["show", "a", "b"],
        ["compare", "a.xml"],
        ["migrate", "a.xml"],
        ["forms", "extra"],
        ["forms", "--schema", "nowhere-at-all"],
        ["--schema", "nowhere-at-all", "formats"],
        ["validate", "missing.xml"],
        ["show", "missing.xml"],
        ["compare", "missing.xml", "missing2.xml"],
        ["migrate", "missing.xml", "--to-edition", "2021"],
        ["convert", "missing.txt", "--to", "xml"],
        ["convert", "*.none", "--to", "xml"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_wrong_usage_is_one_line_and_exit_two(run: Run, arguments: list[str], lang: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GOVREPORT_LANG", lang)
    monkeypatch.chdir(tmp_path)
    if arguments[0] in ("convert", "validate") and arguments[1:2] == ["x.txt"]:
        (tmp_path / "x.txt").write_text("text", "utf-8")
    result = run(*arguments)
    assert result.code == 2
    assert one_line(result), result.err
    assert "metavar." not in result.err
    assert bool(CJK.search(result.err)) is (lang == "zh"), result.err


def test_no_arguments_print_the_help_and_exit_two(run: Run) -> None:
    result = run()
    assert result.code == 2 and result.out.startswith("Usage: govreport")


def test_the_version_names_tool_and_standard(run: Run) -> None:
    from govreport.standard import load
    from govreport.version import __version__

    result = run("--version")
    assert result.code == 0 and __version__ in result.out and load().release in result.out


def test_an_option_alike_is_suggested(run: Run) -> None:
    assert "convert" in run("convrt").err
    assert "--to" in run("convert", "x", "--tp", "xml").err


def test_completion_knows_commands_and_options() -> None:
    environment = os.environ | {"_GOVREPORT_COMPLETE": "complete_bash", "COMP_WORDS": "govreport con", "COMP_CWORD": "1"}
    out = subprocess.run([COMMAND], env=environment, capture_output=True, text=True, check=False).stdout
    assert "convert" in out


def test_installing_completion_is_told_in_the_language(tmp_path: Path) -> None:
    environment = os.environ | {"HOME": str(tmp_path), "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1", "GOVREPORT_LANG": "zh"}
    done = subprocess.run([COMMAND, "--install-completion", "bash"], env=environment, capture_output=True, check=True, encoding="utf-8")
    assert "自动补全已安装" in done.stdout and not re.search("[A-Za-z]", done.stdout)
    assert (tmp_path / ".bashrc").exists()


def test_start_up_imports_nothing_heavy() -> None:
    heavy = {"lxml", "rich", "pydantic", "xmlschema", "pypinyin", "opencc", "chardet", "rapidfuzz", "multiprocessing"}
    code = "import sys; from govreport.cli.main import main; main(['--help']); print(*sorted({name.split('.')[0] for name in sys.modules}))"
    loaded = set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.splitlines()[-1].split())
    assert not heavy & loaded


# --- lists ---


def test_forms_lists_every_edition(run: Run) -> None:
    from govreport.standard import load

    out = run("forms").out
    for form in load().forms.values():
        assert form.instrument in out
        for table in form.tables.values():
            assert f"{table.key}: {len(table.leaves)} rows, {len(table.cells)} cells" in out


def test_formats_lists_every_format(run: Run) -> None:
    from govreport.formats import formats

    out = run("formats").out
    assert [line.split()[0] for line in out.splitlines()[1:]] == [each.name for each in formats()]


# --- convert ---


@pytest.fixture(scope="session")
def demo() -> Path:
    return Path(__file__).resolve().parents[1] / "fixtures" / "legacy" / "demo.txt"


@pytest.fixture(scope="session")
def xml(demo: Path) -> bytes:
    import govreport

    data = govreport.convert(demo, "xml").data
    assert data is not None
    return data


@pytest.fixture
def folder(tmp_path: Path, xml: bytes) -> Path:
    """A folder of three reports, one of them below, and a text that is none."""
    place = tmp_path / "in"
    for name in ("b.xml", "a.xml", "sub/a.xml"):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(xml)
    return place


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A text that is no annual report."""
    path = tmp_path / "letter.txt"
    path.write_text("关于召开会议的通知\n各单位：\n定于明天开会。\n", "utf-8")
    return path


def parts(place: Path) -> list[str]:
    """Return the names of all files in a folder, hidden ones too."""
    return sorted(path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file())


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
    assert list(dict.fromkeys(each["source"] for each in records)) == ["a.xml", "b.xml", "sub/a.xml"]


# --- writing whole or not at all ---


@pytest.mark.parametrize("target", ["no/such/folder/x.xml", "file.txt/x.xml", "."])
def test_a_target_that_cannot_be_is_one_line(run: Run, demo: Path, tmp_path: Path, target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file.txt").write_text("kept", "utf-8")
    result = run("convert", demo, "--to", "xml", "--diagnostics", target)
    assert result.code == 2 and result.err.count("\n") == 1 and parts(tmp_path) == ["file.txt"]


def test_a_full_disk_is_one_line_and_leaves_the_old_file(run: Run, demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "x.xml"
    target.write_text("old", "utf-8")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    result = run("convert", demo, "--to", "xml", "-o", target)
    assert result.code == 3 and parts(tmp_path) == ["x.xml"] and target.read_text("utf-8") == "old"
    assert os.strerror(errno.ENOSPC) in result.err.splitlines()[-1]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full, which is always a full disk")
def test_a_device_is_written_and_never_replaced(run: Run, demo: Path) -> None:
    assert run("convert", demo, "--to", "xml", "-o", "/dev/full").code == 3
    assert run("convert", demo, "--to", "xml", "-o", "/dev/null").code == 0
    assert not Path("/dev/null").is_file()


def test_an_existing_file_keeps_its_permissions_and_a_link_its_target(run: Run, demo: Path, tmp_path: Path) -> None:
    (tmp_path / "real.xml").write_text("old", "utf-8")
    (tmp_path / "real.xml").chmod(0o640)
    (tmp_path / "link.xml").symlink_to("real.xml")
    assert run("convert", demo, "--to", "xml", "-o", tmp_path / "link.xml").code == 0
    assert (tmp_path / "link.xml").is_symlink() and (tmp_path / "real.xml").stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "real.xml").read_bytes().startswith(b"<?xml")


def test_a_source_is_not_overwritten_by_its_folder(run: Run, folder: Path, xml: bytes) -> None:
    result = run("convert", folder, "--to", "xml", "-o", f"{folder}/")
    assert result.code == 2 and (folder / "a.xml").read_bytes() == xml


def test_two_outputs_need_two_targets(run: Run, demo: Path, tmp_path: Path) -> None:
    result = run("convert", demo, "--to", "xml", "-o", tmp_path / "x", "--evidence", tmp_path / "x")
    assert result.code == 2 and one_line(result) and not parts(tmp_path)


def test_an_interrupted_conversion_leaves_nothing(demo: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(400):
        (tmp_path / "in" / f"{number}.txt").write_bytes(demo.read_bytes())
    process = subprocess.Popen([COMMAND, "convert", tmp_path / "in", "--to", "csv", "-o", tmp_path / "all.csv"], stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and not list(tmp_path.glob(".all.csv.*")):
        time.sleep(0.02)
    process.terminate()
    assert process.wait(20) == 128 + signal.SIGTERM
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_a_pipe_that_is_closed_is_no_traceback(folder: Path) -> None:
    done = subprocess.run(f"'{COMMAND}' convert '{folder}' --to csv | head -1", shell=True, capture_output=True, text=True, check=False)
    assert done.stdout.startswith("report,") and "Traceback" not in done.stderr


# --- validate, show, compare, migrate ---


def test_validate_judges_by_profile(run: Run, demo: Path) -> None:
    strict, lenient = run("validate", demo), run("validate", demo, "--profile", "legacy")
    assert (strict.code, lenient.code) == (1, 0)
    assert strict.err == "" and "T3-ROW" in strict.out


def test_validate_speaks_both_languages(run: Run, demo: Path) -> None:
    chinese, english = run("validate", demo, "--lang", "zh"), run("validate", demo, "--brief")
    assert "错误" in chinese.out and "error" in english.out
    assert len(english.out.splitlines()) < len(chinese.out.splitlines())


def test_validate_prints_a_json_line_a_source(run: Run, folder: Path, letter: Path) -> None:
    result = run("validate", folder, letter, "--format", "json")
    records = [json.loads(line) for line in result.out.splitlines()]
    assert result.code == 1 and len(records) == 4
    assert records[-1]["source"] == str(letter) and records[-1]["verdict"] == "rejected"


def test_validate_takes_last_years_report(run: Run, demo: Path, tmp_path: Path, xml: bytes) -> None:
    (tmp_path / "last.xml").write_bytes(xml.replace(b"<year>2022</year>", b"<year>2021</year>"))
    result = run("validate", demo, "--profile", "legacy", "--previous", tmp_path / "last.xml", "--format", "json")
    stages = {each["name"]: each["state"] for each in json.loads(result.out)["stages"]}
    assert stages["series"] == "ran"


def test_show_draws_the_tables_with_their_heads(run: Run, demo: Path) -> None:
    result = run("show", demo)
    assert result.code == 0
    for text in ("┌", "清溪岭镇人民政府", "第二十条第（一）项", "（一）予以公开", "T3-ROW"):
        assert text in result.out


def test_show_of_no_report_is_exit_one(run: Run, letter: Path) -> None:
    result = run("show", letter)
    assert result.code == 1 and one_line(result)


def test_compare_says_what_differs(run: Run, tmp_path: Path, xml: bytes) -> None:
    (tmp_path / "a.xml").write_bytes(xml)
    (tmp_path / "b.xml").write_bytes(xml.replace(b'<licences decisions="136"/>', b'<licences decisions="140"/>'))
    assert run("compare", tmp_path / "a.xml", tmp_path / "a.xml").code == 0
    result = run("compare", tmp_path / "a.xml", tmp_path / "b.xml")
    assert result.code == 1 and "136 → 140 (+4)" in result.out


def test_compare_across_editions_says_what_does_not_compare(run: Run, tmp_path: Path, xml: bytes) -> None:
    (tmp_path / "new.xml").write_bytes(xml)
    assert run("migrate", tmp_path / "new.xml", "--to-edition", "2019", "-o", tmp_path / "old.xml").code == 0
    result = run("--lang", "zh", "compare", tmp_path / "old.xml", tmp_path / "new.xml")
    assert result.code == 1 and "不可比" in result.out


def test_migrate_says_what_it_drops(run: Run, tmp_path: Path, xml: bytes) -> None:
    (tmp_path / "new.xml").write_bytes(xml)
    result = run("migrate", tmp_path / "new.xml", "--to-edition", "2019", "--to", "json")
    assert result.code == 0 and json.loads(result.out) and "DOC-MIGRATION" in result.err
    assert run("migrate", tmp_path / "new.xml", "--to-edition", "1999").code == 2


# --- the schema tree ---


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the schema tree that may be changed."""
    return Path(shutil.copytree(Path(__file__).resolve().parents[1] / "schema", tmp_path / "schema"))


def test_a_changed_tree_must_be_built_first(run: Run, tree: Path, demo: Path) -> None:
    form = tree / "2021" / "form.xml"
    form.write_text(form.read_text("utf-8").replace('label="自然人"', 'label="个人"'), "utf-8")
    for command in (["forms"], ["formats"], ["validate", demo], ["convert", demo, "--to", "xml"], ["show", demo]):
        for arguments in (["--schema", tree, *command], [*command, "--schema", tree]):
            result = run(*arguments)
            assert result.code == 3 and one_line(result), result.err
    assert run("schema", "check", "--schema", tree).code == 1
    assert run("schema", "build", "--schema", tree).code == 0
    assert run("forms", "--schema", tree).code == 0
    assert run("schema", "--schema", tree, "check").code == 0


def test_the_tree_comes_from_the_environment(run: Run, tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOVREPORT_SCHEMA", str(tree / "nowhere"))
    assert run("forms").code == 2
    monkeypatch.setenv("GOVREPORT_SCHEMA", str(tree))
    assert run("forms").code == 0


def test_the_shipped_tree_is_sound(run: Run) -> None:
    result = run("schema", "check")
    assert result.code == 0, result.out


@pytest.mark.parametrize("data", ["", "<form", "<form/>"])
def test_a_broken_tree_is_one_line(run: Run, tree: Path, data: str) -> None:
    (tree / "2021" / "form.xml").write_text(data, "utf-8")
    result = run("forms", "--schema", tree)
    assert result.code == 2 and one_line(result)
    assert run("schema", "check", "--schema", tree).code in (1, 2)


def test_progress_shows_only_on_a_terminal(folder: Path, tmp_path: Path) -> None:
    import pty

    arguments = [str(COMMAND), "convert", str(folder), "--to", "csv", "-o", str(tmp_path / "all.csv")]
    ours, theirs = pty.openpty()
    process = subprocess.Popen(arguments, stderr=theirs, stdin=subprocess.DEVNULL)
    os.close(theirs)
    seen = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:
            break
        if not piece:
            break
        seen += piece
    assert process.wait(30) == 0 and b"3/3" in seen
    quiet = subprocess.run(arguments, capture_output=True, check=True)
    assert b"3/3" not in quiet.stderr and b"\x1b" not in quiet.stderr
