"""Renderings as the command writes them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govreport.cli.main import main
from govreport.validation.render import RENDERINGS
from tests import schematrees

TOWNSHIP, DEMO = (schematrees.ROOT / "fixtures" / name for name in ("reports/2021/township.xml", "legacy/demo.txt"))


@pytest.mark.parametrize("name", list(RENDERINGS))
def test_the_command_writes_every_rendering(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "zh", "validate", str(DEMO), "--format", name]) == 1
    printed = capsys.readouterr().out
    target = tmp_path / f"findings{RENDERINGS[name].suffix}"
    assert main(["--lang", "zh", "validate", str(DEMO), "--format", name, "-o", str(target)]) == 1
    assert target.read_text("utf-8") == printed
    assert capsys.readouterr().out == ""


def test_several_sources_are_one_log_of_sarif(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", str(DEMO), str(TOWNSHIP), "--format", "sarif"]) == 1
    log = json.loads(capsys.readouterr().out)
    assert [run["properties"]["verdict"] for run in log["runs"]] == ["rejected", "accepted"]


@pytest.mark.parametrize("name", ["svrl", "html"])
def test_several_pages_need_a_folder(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "validate", str(DEMO), str(TOWNSHIP), "--format", name]) == 2
    assert "give a folder with -o" in capsys.readouterr().err
    assert main(["--lang", "en", "validate", str(DEMO), str(TOWNSHIP), "--format", name, "-o", f"{tmp_path / 'out'}/"]) == 1
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [f"demo{RENDERINGS[name].suffix}", f"township{RENDERINGS[name].suffix}"]
    assert "1 accepted, 1 rejected" in capsys.readouterr().out
