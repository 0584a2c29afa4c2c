"""The command line: languages, usage, start-up, lists."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from govreport.cli.application import application
from tests.commandline import COMMAND, Run, one_line

CJK = re.compile("[\u4e00-\u9fff]")
COMMANDS = [*(name for name in application().commands if name != "schema"), "schema"]


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
    assert before.out.count("govreport", before.out.find("示例")) == english.out.count("govreport", english.out.find("Examples"))


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
        ["validate", "a" * 300],
        ["validate", "loop"],
        ["site", "x.txt", "-o", "s", "--organs", "."],
        ["validate", "x.txt", "-o", "x.txt/y"],
        ["validate", "x.txt", "--waivers", "none.xml"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_wrong_usage_is_one_line_and_exit_two(run: Run, arguments: list[str], lang: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GOVREPORT_LANG", lang)
    monkeypatch.chdir(tmp_path)
    if arguments[0] in ("convert", "validate") and arguments[1:2] == ["x.txt"]:
        (tmp_path / "x.txt").write_text("text", "utf-8")
    (tmp_path / "loop").symlink_to("loop")
    result = run(*arguments)
    assert result.code == 2
    assert one_line(result), result.err
    assert lang == "en" or not any(os.strerror(number) in result.err for number in errno.errorcode), result.err
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


@pytest.mark.parametrize(("typed", "place", "offered"), [("govreport con", 1, "convert"), ("govreport convert --to ht", 3, "html\nhtml-fragment")])
def test_completion_knows_commands_and_formats(typed: str, place: int, offered: str) -> None:
    environment = os.environ | {"_GOVREPORT_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": f"{place}"}
    out = subprocess.run([COMMAND], env=environment, capture_output=True, text=True, check=False).stdout
    assert offered in out


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
            assert f"{table.key}: rows {len(table.leaves)}, cells {len(table.cells)}" in out


def test_formats_lists_every_format(run: Run) -> None:
    from govreport.formats import formats

    out = run("formats").out
    assert [line.split()[0] for line in out.splitlines()[1:]] == [each.name for each in formats()]
