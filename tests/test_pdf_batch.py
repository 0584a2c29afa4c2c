"""Many reports as PDF: faces parsed once, memory flat, one bad report stops none of the rest."""

from __future__ import annotations

import gc
import resource
import shutil
from pathlib import Path

import pytest

from govreport import readers
from govreport.cli.main import main
from govreport.standard import Standard
from govreport.writers.pdf import write
from govreport.writers.pdf.roles import cascades
from govreport.writers.pdf.truetype import face

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
SOURCE = FIXTURES / "reports" / "2021" / "township.xml"


def test_a_bad_report_does_not_stop_the_rest(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    for number in range(6):
        shutil.copy(SOURCE, folder / f"{number}.xml")
    text = SOURCE.read_text("utf-8")
    (folder / "rare.xml").write_text(text.replace("总体情况", "总体\ue000情况"), "utf-8")
    (folder / "cut.xml").write_text(text[: len(text) // 2], "utf-8")
    assert main(["convert", str(folder), "--to", "pdf", "-o", str(out), "--jobs", "2"]) == 3
    made = sorted(each.name for each in out.glob("*.pdf"))
    assert made == [f"{number}.pdf" for number in range(6)]
    assert len({(out / name).read_bytes() for name in made}) == 1
    assert "rare.xml" in (said := capfd.readouterr().err) and "U+E000" in said


def test_faces_are_parsed_once(shipped: Standard) -> None:
    report = readers.read(SOURCE.read_bytes(), SOURCE.name, shipped).report
    assert report is not None
    write(report, shipped)
    parsed, known = face.cache_info().misses, cascades()
    write(report, shipped)
    assert face.cache_info().misses == parsed and cascades() is known


def _growth(count: int, standard: Standard) -> int:
    """Return by how many MB memory grew while so many reports were written, after the first thirty."""
    report = readers.read(SOURCE.read_bytes(), SOURCE.name, standard).report
    assert report is not None
    for _ in range(30):
        write(report, standard)
    gc.collect()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(count):
        write(report, standard)
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024


def test_memory_is_flat(shipped: Standard) -> None:
    assert _growth(60, shipped) <= 8


@pytest.mark.long
def test_memory_is_flat_over_ten_thousand_reports(shipped: Standard) -> None:
    assert _growth(10_000, shipped) <= 24
