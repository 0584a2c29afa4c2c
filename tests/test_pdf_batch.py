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
from govreport.writers.pdf import columns, write
from govreport.writers.pdf.roles import cascades
from govreport.writers.pdf.truetype import face
from tests import hostile

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


@pytest.mark.parametrize(
    ("place", "inside", "said"),
    [
        ("pages.PDF_PAGES", "<paragraph>公</paragraph>" * 100, ("超过 2 页", "more than 2 pages")),
        ("report.PDF_CELLS", "<grid><tr><td>1</td><td>2</td></tr></grid><grid><tr><td>3</td></tr></grid>", ("超过 2 格", "more than 2 cells")),
        (
            "report.PDF_CHARACTERS",
            "<section><paragraph>公</paragraph></section><grid caption='开'><tr><td>1</td></tr></grid>",
            ("超过 2 字", "more than 2 characters"),
        ),
    ],
)
def test_a_report_that_is_too_long_for_a_pdf_is_refused_in_both_languages(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, place: str, inside: str, said: tuple[str, str]
) -> None:
    source, target = tmp_path / "long.xml", tmp_path / "long.pdf"
    source.write_bytes(hostile.report(inside).replace(b' title="t"', b""))
    monkeypatch.setattr(f"govreport.writers.pdf.{place}", 2)
    for language, words in zip(("zh", "en"), said, strict=True):
        assert main(["convert", str(source), "--to", "pdf", "-o", str(target), "--lang", language]) == 3
        assert f"{source}" in (told := capfd.readouterr().err) and words in told
        assert main(["migrate", str(source), "--to-edition", "2021", "--to", "pdf", "-o", str(target), "--lang", language]) == 3
        assert words in capfd.readouterr().err
    monkeypatch.undo()
    assert main(["convert", str(source), "--to", "pdf", "-o", str(target)]) == 0


def test_a_grid_with_one_very_long_row_is_refused_before_it_is_laid_out(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "ragged.xml"
    source.write_bytes(hostile.report("<grid><tr>" + "<td>a</td>" * 20_000 + "</tr>" + "<tr><td>b</td></tr>" * 20_000 + "</grid>"))
    assert main(["convert", str(source), "--to", "pdf", "-o", str(tmp_path / "out.pdf"), "--lang", "en"]) == 3
    assert "more than 50000 cells" in capfd.readouterr().err


def test_the_widths_of_a_grid_are_taken_once(shipped: Standard, monkeypatch: pytest.MonkeyPatch) -> None:
    report = readers.read(hostile.report("<grid>" + "<tr><td>a</td><td>1</td></tr>" * 40 + "</grid>"), "grid.xml", shipped).report
    assert report is not None
    asked: list[str] = []
    monkeypatch.setattr(columns, "_is_number", lambda text: asked.append(text) or text.isdigit())
    write(report, shipped)
    assert len(asked) == 80


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
