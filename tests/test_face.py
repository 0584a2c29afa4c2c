"""The face of the package: its examples hold, and importing it costs nothing."""

from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import govreport

ROOT = Path(__file__).resolve().parents[1]


def test_the_examples_of_the_documentation_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = doctest.testmod(govreport)
    assert result.attempted > 10 and result.failed == 0


@pytest.mark.parametrize("name", ["README.md", "README.en.md"])
def test_the_example_of_the_readme_runs(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    example = (ROOT / name).read_text("utf-8").split("```python\n")[1].split("```")[0]
    names: dict[str, object] = {}
    exec(compile(example, name, "exec"), names)
    assert names["findings"].accepted  # type: ignore[attr-defined]


def test_a_file_that_is_not_there_raises() -> None:
    with pytest.raises(FileNotFoundError):
        govreport.read("no such file")


@pytest.mark.parametrize("members", ["fixtures", Path("fixtures"), b"x"])
def test_one_path_is_no_list_of_members(members: object) -> None:
    with pytest.raises(TypeError, match="several"):
        govreport.validate(b"no report", members=members)  # type: ignore[arg-type]


def test_a_file_of_waivers_dismisses_findings_and_says_who_did(tmp_path: Path) -> None:
    waivers = tmp_path / "waivers.xml"
    codes = "".join(f'<waiver code="{code}" by="张三" on="2024-02-01">查实</waiver>' for code in ("T3-ROW", "T3-RESULTS", "CELL-BLANK"))
    waivers.write_text(f"<waivers>{codes}</waivers>", "utf-8")
    demo = ROOT / "fixtures" / "legacy" / "demo.txt"
    dismissed = {finding.code for finding in govreport.validate(demo, "legacy", waivers=waivers).findings if finding.waived}
    assert dismissed == {"T3-ROW", "T3-RESULTS", "CELL-BLANK"}
    said = govreport.render(govreport.validate(demo, "legacy", waivers=waivers), "text")
    assert "查实（张三，2024-02-01）" in said
    assert "查实" not in govreport.render(govreport.validate(demo, "legacy"), "text")


def test_importing_the_package_loads_nothing_else() -> None:
    code = "import sys, govreport; print(*[name for name in sys.modules if name.startswith('govreport')])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert set(loaded) == {"govreport", "govreport.version"}
