"""What ``convert --to html`` puts beside a report: files to download, and the findings under a profile."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from govreport import conversion, readers
from govreport.cli import main as entry
from govreport.standard import Standard

SOURCE = Path(__file__).resolve().parents[1] / "fixtures" / "reports" / "2021" / "township.xml"
LINKS = "//ul[@class = 'downloads']//a/@href"


def convert(*arguments: object) -> int:
    return entry.main(["convert", *map(str, arguments)])


def test_files_stand_beside_the_page_and_read_back(tmp_path: Path, shipped: Standard) -> None:
    chosen = ("--download", "json", "--download", "csv", "--download", "json")
    for target in (tmp_path / "pages", tmp_path / "one.html"):
        where = f"{target}/" if not target.suffix else target
        assert convert(SOURCE, "--to", "html", "-o", where, *chosen) == 0
    for page in (tmp_path / "pages" / "township.html", tmp_path / "one.html"):
        names = html.fromstring(page.read_bytes()).xpath(LINKS)
        assert names == [f"{page.stem}.json", f"{page.stem}.csv"]
        wanted = readers.read(SOURCE.read_bytes(), SOURCE.name, shipped).report
        assert wanted is not None
        for name in names:
            assert not conversion.proof.differences(wanted, (page.parent / name).read_bytes(), name.rpartition(".")[2], shipped)


def test_findings_stand_on_the_page_which_still_reads_back(tmp_path: Path, shipped: Standard) -> None:
    assert convert(SOURCE, "-o", tmp_path / "page.html", "--findings", "submission") == 0
    page = (tmp_path / "page.html").read_bytes()
    assert html.fromstring(page).findtext(".//p[@class='summary']").startswith("township.xml"), "no path of this machine"
    assert "CELL-NA" in "".join(html.fromstring(page).xpath("//section[@class = 'findings']//li/text()"))
    assert convert(SOURCE, "-o", tmp_path / "plain.html") == 0
    assert b'class="findings"' not in (tmp_path / "plain.html").read_bytes()
    reading = readers.read(page, "page.html", shipped)
    assert not reading.diagnostics


@pytest.mark.parametrize(
    "wrong",
    [
        ("--to", "html", "--download", "json"),
        ("--to", "html", "-o", "page.html", "--download", "html-fragment"),
        ("--to", "html", "-o", "page.html", "--download", "doc"),
        ("--to", "html", "-o", "page.html", "--findings", "no-such"),
        ("--to", "json", "-o", "page.json", "--findings", "legacy"),
        ("--to", "xml", "-o", "page.xml", "--download", "json"),
    ],
    ids=" ".join,
)
def test_what_does_not_go_together_is_wrong_usage(wrong: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert convert(SOURCE, *wrong) == 2
    assert not list(tmp_path.iterdir())


def test_a_source_is_not_overwritten_by_a_file_to_download(tmp_path: Path) -> None:
    source = tmp_path / "report.xml"
    source.write_bytes(SOURCE.read_bytes())
    assert convert(source, "--to", "html", "-o", f"{tmp_path}/", "--download", "json", "--download", "xml") == 2
    assert source.read_bytes() == SOURCE.read_bytes()
    assert [each.name for each in tmp_path.iterdir()] == ["report.xml"]
