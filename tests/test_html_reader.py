"""Published pages read: a real one, sites of every shape, what editors do to tables, encodings, and what a page hides or only shows as a picture."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from govreport import readers, standard, writers
from govreport.reading import Reading
from govreport.standard import Standard
from tests import schematrees
from tests.corpus import web_disturbances, web_templates  # noqa: F401  (they register themselves)
from tests.corpus.scoring import Score, score
from tests.corpus.web import DISTURBANCES, TEMPLATES, web_case
from tests.pasted import proactive, read, table

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "fixtures" / "html"
TEXT = ROOT / "fixtures" / "conformance" / "TEXT-ROW" / "pass-plain.txt"
REAL = ROOT.parent / "shared" / "cases" / "real" / "shanghai-general-office-2019.html"
FOUND = 0.995
SHAPES = ("cms-layout", "word-paste", "div-grid", "mega-table", "mht")


@pytest.fixture(scope="module")
def text(shipped: Standard) -> Reading:
    """The report that every page in fixtures/html shows, as a text."""
    return readers.read(TEXT.read_bytes(), TEXT.name, shipped)


@pytest.mark.skipif(not REAL.is_file(), reason=f"the published page {REAL} is not beside the repository")
def test_a_published_page_gives_every_cell_with_its_place(shipped: Standard) -> None:
    reading = read(REAL.read_bytes(), shipped, REAL.name)
    assert reading.report is not None
    assert {each.key: each.edition for each in reading.report.tables()} == dict.fromkeys(shipped.table_keys, "2019")
    numbers = {each.key: len(each.cells) for each in reading.report.tables()}
    assert numbers == {"proactiveDisclosure": 22, "applications": 35, "reviewAndLitigation": 6}
    assert len(reading.evidence) == 22 + 161 + 15
    assert table(reading.report, "proactiveDisclosure").units == {"procurement": "元"}
    applications = table(reading.report, "applications").cells
    assert (applications["received", "total"], applications["results.total", "total"], applications["carriedOut", "naturalPerson"]) == (859, 805, 72)
    assert ("results.granted", "total") not in applications
    lines = REAL.read_text("utf-8").split("\n")
    for each in reading.evidence:
        assert each.line is not None and each.column is not None
        if each.raw:
            assert lines[each.line - 1][each.column - 1 :].startswith(each.raw)
    assert reading.report.metadata.year == 2019
    assert str(reading.report.metadata.published) == "2020-01-31"


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.*")), ids=lambda path: path.name)
def test_every_kind_of_page_shows_the_same_report(path: Path, shipped: Standard, text: Reading) -> None:
    reading = readers.read(path.read_bytes(), path.name, shipped)
    assert reading.report is not None and text.report is not None
    assert reading.report.chapters == text.report.chapters
    assert reading.report.metadata.title == text.report.metadata.title
    assert reading.report.metadata.agency == text.report.metadata.agency
    assert reading.report.metadata.period == text.report.metadata.period


def test_what_stands_around_the_report_is_left_out_and_said(shipped: Standard) -> None:
    reading = read((PAGES / "trs-layout-table.html").read_bytes(), shipped)
    outside = [each for each in reading.diagnostics if each.code == "TEXT-NOISE" and each.params["kind"] == "outside"]
    assert len(outside) == 1 and "网站首页" in str(outside[0].params["sample"])


def total(keys: list[tuple[str, str, int]], own: Standard) -> Score:
    everything = Score()
    for template, disturbance, seed in keys:
        case = web_case(template, disturbance, seed, own)
        result = score(readers.read(case.data, case.name + (".mht" if template == "mht" else ".html"), own), case.expected, own)
        result.faults = [f"{case.name}: {fault}" for fault in result.faults]
        everything += result
        everything.faults += result.faults
    return everything


def fitting(templates: tuple[str, ...], seeds: range) -> list[tuple[str, str, int]]:
    return [key for key in product(templates, DISTURBANCES, seeds) if key[0] not in DISTURBANCES[key[1]].unfit and key[1] != "none"]


def test_undisturbed_pages_of_every_site_are_read(shipped: Standard) -> None:
    result = total([(template, "none", seed) for template in TEMPLATES for seed in range(4)], shipped)
    assert not result.wrong and not result.silent, "\n".join(result.faults[:20])
    assert result.share >= FOUND, "\n".join(result.faults[:20])


def test_disturbed_pages_give_no_wrong_cell_and_nothing_is_missed_silently(shipped: Standard) -> None:
    result = total(fitting(SHAPES, range(1, 3)), shipped)
    assert not result.wrong and not result.silent, "\n".join(fault for fault in result.faults if "missed" not in fault)
    assert result.share >= 0.98, "\n".join(result.faults[:20])


@pytest.mark.long
def test_many_disturbed_pages_give_no_wrong_cell(shipped: Standard) -> None:
    result = total(fitting(tuple(TEMPLATES), range(10, 40)), shipped)
    assert not result.wrong and not result.silent, "\n".join(fault for fault in result.faults if "missed" not in fault)


def test_a_page_is_the_same_every_time(shipped: Standard) -> None:
    assert web_case("word-paste", "spans-off", 5, shipped) == web_case("word-paste", "spans-off", 5, shipped)


def test_lines_of_preformatted_text_stay_lines(shipped: Standard) -> None:
    text = TEXT.read_text("utf-8").replace("120条", "1&#50;0条")
    reading = read(f"<pre>\n{text}</pre>", shipped)
    plain = readers.read(TEXT.read_bytes(), TEXT.name, shipped)
    assert reading.report is not None and plain.report is not None
    assert reading.report.chapters == plain.report.chapters


def test_title_and_date_beside_the_report_are_its_metadata(shipped: Standard) -> None:
    page = proactive("<td>4</td>", "<td>5</td>", "<td>6</td>").replace("<p>示例县档案局2023年政府信息公开工作年度报告</p>", "")
    around = (
        '<div><h1>示例县档案局2023年政府信息公开<br>工作年度报告</h1><p><a href="/">首页</a> <a href="/x">目录</a></p>'
        '<p>发布时间：2024-01-19 09:12 来源：<a href="#">示例县档案局</a></p></div>'
    )
    page = page.replace("<body>", f"<body>{around}<div>").replace("</body>", "</div></body>")
    reading = read(page, shipped)
    assert reading.report is not None
    metadata = reading.report.metadata
    assert (metadata.title, metadata.year) == ("示例县档案局2023年政府信息公开工作年度报告", 2023)
    assert str(metadata.published) == "2024-01-19"
    head = "<head><title>示例县档案局2023年政府信息公开工作年度报告_示例县人民政府</title><meta name=PubDate content='2024-01-20 08:00'></head>"
    reading = read(page.replace(around, "").replace("<body>", head + "<body>"), shipped)
    assert reading.report is not None
    assert (reading.report.metadata.title, str(reading.report.metadata.published)) == ("示例县档案局2023年政府信息公开工作年度报告", "2024-01-20")


@pytest.mark.parametrize("stripped", [False, True])
def test_a_fragment_of_our_own_reads_back_without_losing_a_cell(stripped: bool, shipped: Standard, text: Reading) -> None:
    assert text.report is not None
    fragment = writers.write(text.report, "html-fragment", shipped).decode()
    if stripped:
        fragment = re.sub(r"\s(?:style|border|align|width|cellspacing|cellpadding)=\"[^\"]*\"", "", fragment)
    reading = read(fragment, shipped)
    assert reading.report is not None
    assert list(reading.report.tables()) == list(text.report.tables())


def test_an_invented_edition_is_read_from_a_page(tmp_path: Path) -> None:
    root = schematrees.with_invented_edition(tmp_path)
    own = standard.load(root)
    form = own.forms[schematrees.INVENTED.name]
    result = Score()
    for seed in range(12):
        case = web_case("cms-layout", "none", seed, own)
        printed = {place: expected for place, expected in case.expected.items() if place[0] in form.tables}
        result += score(read(case.data, own), printed, own)
    assert not result.wrong and result.share >= FOUND, result.faults


@pytest.mark.parametrize(
    "start",
    [
        "<p>",
        "<DIV class=view>",
        "<!--StartFragment--><table>",
        "<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'>",
        "\ufeff<table>",
    ],
)
def test_pages_and_parts_of_pages_are_told_by_their_beginning(start: str, shipped: Standard) -> None:
    assert readers.sniff(start.encode(), "-", shipped) == "html"


def test_saved_pages_are_told_by_their_head(shipped: Standard) -> None:
    assert readers.sniff((PAGES / "saved.mht").read_bytes(), "-", shipped) == "mht"
    assert readers.sniff(b"Some text: a line\nContent: none\n", "-", shipped) == "text"
    assert readers.sniff("正文<br>二".encode(), "a.html", shipped) == "html"


def test_a_fragment_comes_from_standard_input() -> None:
    with (PAGES / "fragment.html").open("rb") as page:
        command = [str(Path(sys.executable).with_name("govreport")), "convert", "-", "--from", "html", "--to", "xml"]
        done = subprocess.run(command, stdin=page, capture_output=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert b"<carriedOut" in done.stdout
