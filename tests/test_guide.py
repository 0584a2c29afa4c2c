"""The examples of the guide hold."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

from govreport.cli.main import main
from tests import schematrees

ROOT = Path(__file__).resolve().parents[1]
GUIDES = sorted((ROOT / "docs" / "guide").glob("*.md"))


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_the_examples_of_a_guide_hold(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    blocks = re.findall(r"```python\n(.*?)```", path.read_text("utf-8"), re.S)
    names: dict[str, object] = {}
    runner = doctest.DocTestRunner()
    for number, block in enumerate(blocks):
        example = doctest.DocTestParser().get_doctest(block, names, f"{path.name} block {number}", str(path), 0)
        runner.run(example, clear_globs=False)
        names = example.globs
    assert runner.summarize(verbose=False).failed == 0
    assert path.stem != "python" or runner.tries > 25


def test_commands_of_the_guides_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a folder as the guides suppose it: the repository's fixtures, a province's profile, a folder of reports, a standard with a new edition."""
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    (tmp_path / "province.xml").symlink_to(ROOT / "fixtures" / "profiles" / "province.xml")
    (tmp_path / "各镇年报").symlink_to(ROOT / "fixtures" / "reports" / "2021")
    (tmp_path / "report.pdf").symlink_to(ROOT / "fixtures" / "conformance" / "TEXT-ATTACHED" / "pass-as-written.pdf")
    schematrees.with_invented_edition(tmp_path).rename(tmp_path / "新标准")
    monkeypatch.chdir(tmp_path)
    found = {line.split("#")[0].strip() for path in GUIDES for line in re.findall(r"^ *(govreport .*)$", path.read_text("utf-8"), re.M)}
    assert found
    for line in sorted(found, key=lambda line: "schema build" not in line):  # what builds a tree goes before what asks it
        if "findings.jsonl" not in line:
            assert main(line.split()[1:]) == 0, line
