"""Judging, showing, comparing and migrating by the command line, and the tree of the schema it stands on."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.commandline import COMMAND, Run, one_line

HOSTILE = Path(__file__).parents[1] / "fixtures" / "hostile"


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


def test_codes_and_chapters_without_a_title_are_told_in_words(run: Run, tmp_path: Path, demo: Path, xml: bytes) -> None:
    said = run("show", demo, "--lang", "zh").out
    assert "政府" in said and "乡镇级" in said and "引言" in said
    assert "government" not in said and "township" not in said and "preface" not in said
    (tmp_path / "a.xml").write_bytes(xml)
    (tmp_path / "b.xml").write_bytes(xml.replace(b'level="township"', b'level="county"').replace("编制本报告".encode(), "编制报告".encode()))
    said = run("compare", tmp_path / "a.xml", tmp_path / "b.xml", "--lang", "zh").out
    assert "层级：乡镇级 → 县级" in said and "引言：" in said and "preface" not in said


def test_show_of_no_report_is_exit_one(run: Run, letter: Path) -> None:
    result = run("show", letter)
    assert result.code == 1 and one_line(result)


@pytest.mark.parametrize(("name", "code", "why"), [("cut.xml", 1, "not well-formed"), ("entity-bomb.xml", 1, "DOCTYPE"), ("deep.xml", 3, "depth at most 100")])
def test_a_file_that_gives_no_report_is_told_with_the_reason(run: Run, demo: Path, name: str, code: int, why: str) -> None:
    broken = HOSTILE / name
    for arguments in (("show", broken), ("compare", demo, broken), ("migrate", broken, "--to-edition", "2019"), ("validate", demo, "--previous", broken)):
        result = run(*arguments)
        assert result.code == code and one_line(result) and why in result.err and str(broken) in result.err


def test_limits_hold_for_last_years_report_too(run: Run, demo: Path) -> None:
    arguments = ("validate", demo, "--profile", "legacy", "--previous", HOSTILE / "deep.xml")
    assert (run(*arguments).code, run(*arguments, "--limit", "depth=200").code) == (3, 0)
    assert run("convert", HOSTILE / "deep.xml", "--to", "json", "--limit", "depth=200").code == 0


def test_compare_says_what_differs(run: Run, tmp_path: Path, xml: bytes) -> None:
    (tmp_path / "a.xml").write_bytes(xml)
    (tmp_path / "b.xml").write_bytes(xml.replace(b'<licences decisions="136"/>', b'<licences decisions="140"/>'))
    assert run("compare", tmp_path / "a.xml", tmp_path / "a.xml").code == 0
    result = run("compare", tmp_path / "a.xml", tmp_path / "b.xml")
    assert result.code == 1 and "136 → 140 (+4)" in result.out


def test_compare_prints_the_mark_of_a_cell_that_is_not_applicable(run: Run, tmp_path: Path, xml: bytes) -> None:
    cell = b'<licences decisions="NA"/>'
    mark = b'<annotations><note table="proactiveDisclosure" row="licences" column="decisions" kind="mark">/</note>'
    (tmp_path / "a.xml").write_bytes(xml)
    (tmp_path / "b.xml").write_bytes(xml.replace(b'<licences decisions="136"/>', cell))
    (tmp_path / "c.xml").write_bytes(xml.replace(b'<licences decisions="136"/>', cell).replace(b"<annotations>", mark))
    assert "136 → 不适用" in run("--lang", "zh", "compare", tmp_path / "a.xml", tmp_path / "b.xml").out
    assert "136 → /" in run("--lang", "zh", "compare", tmp_path / "a.xml", tmp_path / "c.xml").out


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
    sending = ["submit", demo, "--to", "http://127.0.0.1:9", "--key-file", demo]
    for command in (["forms"], ["formats"], ["fonts"], ["validate", demo], ["convert", demo, "--to", "xml"], ["show", demo], sending):
        for arguments in (["--schema", tree, *command], [*command, "--schema", tree]):
            result = run(*arguments)
            assert result.code == 3 and one_line(result), result.err
    assert run("schema", "check", "--schema", tree).code == 1
    assert run("schema", "build", "--schema", tree).code == 0
    assert run("forms", "--schema", tree).code == 0
    assert run("schema", "--schema", tree, "check").code == 0


def test_what_is_no_number_of_a_release_is_wrong_usage(run: Run, tree: Path) -> None:
    for number, code in (("1.0", 2), ("one", 2), ("9.9.9", 1)):
        result = run("schema", "release", number, "--schema", tree)
        assert result.code == code and one_line(result) and not (tree / "MANIFEST.sha256").exists()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_tree_that_is_not_sound_is_told_in_the_same_words_by_build_and_check(run: Run, tree: Path, lang: str) -> None:
    form = tree / "2021" / "form.xml"
    form.write_text(form.read_text("utf-8").replace('code="T3-ROW"', 'code="T3-NONE"'), "utf-8")
    checked, built = (run("schema", action, "--schema", tree, "--lang", lang) for action in ("check", "build"))
    assert (checked.code, built.code, built.out) == (1, 2, "")
    assert checked.out == built.err and "T3-NONE" in built.err


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


@pytest.mark.parametrize("action", ["build", "check"])
def test_a_catalogue_with_a_severity_that_is_none_is_one_line(run: Run, tree: Path, action: str) -> None:
    catalogue = tree / "diagnostics.xml"
    catalogue.write_text(catalogue.read_text("utf-8").replace('submission="error"', 'submission="eror"'), "utf-8")
    result = run("schema", action, "--schema", tree)
    assert result.code in (1, 2) and one_line(result) and "eror" in result.err


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


def test_a_standard_that_is_older_than_the_program_is_told_by_the_code_it_lacks(run: Run, tree: Path, demo: Path) -> None:
    path = tree / "diagnostics.xml"
    path.write_text(re.sub(r'<diagnostic code="TEXT-PINYIN".*?</diagnostic>', "", path.read_text("utf-8"), flags=re.S), "utf-8")
    assert run("schema", "build", "--schema", tree).code == 0
    shown, judged = (run(command, demo, "--schema", tree) for command in ("show", "validate"))
    assert shown.code == judged.code == 3
    assert "TEXT-PINYIN" in shown.err and shown.err.count("\n") == 1 and "TEXT-PINYIN" in judged.out
