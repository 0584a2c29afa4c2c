"""Published pages read: a real one, sites of every shape, what editors do to tables, encodings, and what a page hides or only shows as a picture."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from govreport import readers, standard, writers
from govreport.model import Grid, Report, Table
from govreport.reading import Reading
from govreport.standard import Standard
from tests import schematrees
from tests.corpus import web_disturbances, web_templates  # noqa: F401  (they register themselves)
from tests.corpus.scoring import Score, score
from tests.corpus.web import DISTURBANCES, TEMPLATES, web_case

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "fixtures" / "html"
TEXT = ROOT / "fixtures" / "conformance" / "TEXT-ROW" / "pass-plain.txt"
REAL = ROOT.parent / "shared" / "cases" / "real" / "shanghai-general-office-2019.html"
FOUND = 0.995
SHAPES = ("cms-layout", "word-paste", "div-grid", "mega-table", "mht")


def read(page: str | bytes, own: Standard, name: str = "page.html") -> Reading:
    return readers.read(page.encode() if isinstance(page, str) else page, name, own)


def codes(reading: Reading) -> set[str]:
    return {each.code for each in reading.diagnostics}


def table(report: Report | None, key: str) -> Table:
    assert report is not None
    return next(each for each in report.tables() if each.key == key)


def page_of(rows: str, before: str = "") -> str:
    return f"<html><body>{before}<p>示例县档案局2023年政府信息公开工作年度报告</p><p>二、主动公开政府信息情况</p><table border=1>{rows}</table></body></html>"


def proactive(*cells: str) -> str:
    """The 2021 table with the three cells of its first row as given."""
    return page_of(
        "<tr><td colspan=4>第二十条第（一）项</td></tr>"
        "<tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>"
        f"<tr><td>规章</td>{''.join(cells)}</tr><tr><td>行政规范性文件</td><td>1</td><td>2</td><td>3</td></tr>"
        "<tr><td colspan=4>第二十条第（五）项</td></tr><tr><td>信息内容</td><td colspan=3>本年处理决定数量</td></tr>"
        "<tr><td>行政许可</td><td colspan=3>7</td></tr><tr><td colspan=4>第二十条第（六）项</td></tr>"
        "<tr><td>信息内容</td><td colspan=3>本年处理决定数量</td></tr><tr><td>行政处罚</td><td colspan=3>8</td></tr>"
        "<tr><td>行政强制</td><td colspan=3>9</td></tr>"
        "<tr><td colspan=4>第二十条第（八）项</td></tr><tr><td>信息内容</td><td colspan=3>本年收费金额（单位：万元）</td></tr>"
        "<tr><td>行政事业性收费</td><td colspan=3>1.5</td></tr>"
    )


def first_row(reading: Reading) -> list[object]:
    found = table(reading.report, "proactiveDisclosure")
    return [found.cells.get(("regulations", column)) for column in ("issued", "repealed", "inForce")]


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


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("gb2312", "gb18030"),
        ("utf-8", "gb18030"),
        ("", "utf-8"),
        ("", "gb18030"),
        ("iso-8859-1", "gb18030"),
        ("gb2312", "utf-8"),
        ("", "utf-16"),
        ("utf-8", "utf-8-sig"),
    ],
)
def test_the_charset_may_be_declared_wrongly_or_not_at_all(declared: str, encoding: str, shipped: Standard) -> None:
    meta = f'<meta charset="{declared}">' if declared else ""
    page = proactive("<td>4</td>", "<td>5</td>", "<td>6</td>").replace("<body>", f"<head>{meta}</head><body>").replace("示例县", "示例県䶮")
    reading = read(page.encode(encoding), shipped)
    assert first_row(reading) == [4, 5, 6]
    assert reading.report is not None and "䶮" in (reading.report.metadata.title or "")


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (
            ("<td><p class=MsoNormal><span lang=EN-US>1<span>2</span></span><o:p></o:p></p></td>", "<td><o:p>&nbsp;</o:p></td>", "<td>\n １３\n</td>"),
            [12, None, 13],
        ),
        (("<td>1,<br>234</td>", "<td><!-- 9 -->5</td>", "<td><span style='display: none'>9</span>6项</td>"), [1234, 5, 6]),
        (("<td><s>3</s>4</td>", "<td><script>7</script>5</td>", "<td hidden>8</td><td>6</td>"), [4, 5, 6]),
        (("<td>398<br>889</td>", "<td>5</td>", "<td>6</td>"), [None, 5, 6]),
        (("<td>4<sup>1</sup></td>", "<td>5</td>", "<td>6</td>"), [None, 5, 6]),
        (("<td><img src=a.png width=90></td>", "<td>5</td>", "<td>6</td>"), [None, 5, 6]),
        (("<td><input value=4></td>", "<td><textarea>5</textarea></td>", "<td><input type=hidden value=9>6</td>"), [None, None, 6]),
        (("<td><span style='color:red;text-decoration: underline line-through'>3</span>4</td>", "<td>5</td>", "<td>6</td>"), [4, 5, 6]),
        (("<td>4<i style='font-size:0'>9</i></td>", "<td>5<font style='opacity: 0'>9</font></td>", "<td>6<i style='color:transparent'>9</i></td>"), [4, 5, 6]),
        (
            (
                "<td>4<i style='position:absolute;left:-9999px'>9</i></td>",
                "<td>5<i style='width:0;height:0;overflow:hidden'>9</i></td>",
                "<td><span style='font-size:0'><span style='font-size:9pt'>6</span></span></td>",
            ),
            [4, 5, 6],
        ),
        (
            (
                "<td>4<i style='color:#fff'>9</i></td>",
                "<td style='background:#900'><i style='color:#fff'>5</i></td>",
                "<td style='margin-left:0;line-height:10px'>6</td>",
            ),
            [None, 5, 6],
        ),
        (
            (
                "<td>4<style>@media print{.p{display:none}} .h, #k{color:red;display:none}</style><i class='h x'>9</i></td>",
                "<td>5<i id=k>9</i></td>",
                "<td><i class=p>6</i></td>",
            ),
            [None, None, 6],
        ),
        (("<td style='visibility:hidden'>9</td>", "<td>5</td>", "<td style='line-height:0.9;top:-1px'>6</td>"), [None, 5, 6]),
        (("<td>4</td>", "<td>5</td>"), [None, None, None]),
        (("<td colspan=2>4</td>", "<td>6</td>"), [None, None, None]),
        (("<td colspan=2></td>", "<td>6</td>"), [None, None, 6]),
        (("<td></td>", "<td>4</td>", "<td>5</td>", "<td>6</td>"), [None, None, None]),
        (("<td>&#52;</td>", "<td>&nbsp;5&nbsp;</td>", "<td>\u30006\u3000</td>"), [4, 5, 6]),
        (("<td>4（其中修订<br/>2件）</td>", "<td>5</td>", "<td>6</td>"), [4, 5, 6]),
    ],
)
def test_a_cell_is_what_a_browser_shows_or_blank_and_said(cells: tuple[str, ...], expected: list[object], shipped: Standard) -> None:
    reading = read(proactive(*cells), shipped)
    assert first_row(reading) == expected
    if None in expected and not any("nbsp" in cell or "colspan=2></td>" in cell or "visibility" in cell for cell in cells):
        assert codes(reading) & {"TEXT-VALUE", "TEXT-LOST"}


def test_a_number_merged_over_two_rows_is_nobodys(shipped: Standard) -> None:
    page = proactive("<td rowspan=2>4</td>", "<td>5</td>", "<td>6</td>").replace("<td>1</td><td>2</td><td>3</td>", "<td>2</td><td>3</td>")
    reading = read(page, shipped)
    cells = table(reading.report, "proactiveDisclosure").cells
    assert first_row(reading) == [None, 5, 6]
    assert [cells.get(("normativeDocuments", column)) for column in ("issued", "repealed", "inForce")] == [None, 2, 3]
    assert "TEXT-VALUE" in codes(reading)


def test_a_row_that_is_not_in_the_form_stays_as_a_grid(shipped: Standard) -> None:
    page = proactive("<td>4</td>", "<td>5</td>", "<td>6</td>").replace(
        "<tr><td>行政强制", "<tr><td>其他主动公开文件</td><td colspan=3>21</td></tr><tr><td>行政强制"
    )
    reading = read(page, shipped)
    assert reading.report is not None and "TEXT-ROW" in codes(reading)
    assert any(isinstance(block, Grid) and "21" in str(block.rows) for chapter in reading.report.chapters for block in chapter.blocks)


def test_lines_of_preformatted_text_stay_lines(shipped: Standard) -> None:
    text = TEXT.read_text("utf-8").replace("120条", "1&#50;0条")
    reading = read(f"<pre>\n{text}</pre>", shipped)
    plain = readers.read(TEXT.read_bytes(), TEXT.name, shipped)
    assert reading.report is not None and plain.report is not None
    assert reading.report.chapters == plain.report.chapters


def test_heads_in_another_order_leave_their_rows_blank(shipped: Standard) -> None:
    page = proactive("<td>4</td>", "<td>5</td>", "<td>6</td>")
    page = page.replace("<td>本年制发件数</td><td>本年废止件数</td>", "<td>本年废止件数</td><td>本年制发件数</td>")
    reading = read(page, shipped)
    assert first_row(reading) == [None, None, None] and "TEXT-LOST" in codes(reading)


def test_an_empty_row_that_word_leaves_below_a_table_is_nothing(shipped: Standard) -> None:
    page = proactive("<td>4</td>", "<td>5</td>", "<td>6</td>").replace("</table>", "<tr height=0><td></td><td></td><td></td><td></td></tr></table>")
    half = page.replace("<tr><td>行政许可", "<tr height=0><td></td><td></td></tr></table><p>— 2 —</p><table><tr><td>行政许可")
    for each in (page, half):
        reading = read(each, shipped)
        assert first_row(reading) == [4, 5, 6]
        assert len(table(reading.report, "proactiveDisclosure").cells) == 10
        assert not codes(reading) & {"TEXT-LOST", "TEXT-ROW", "DOC-TABLE"}


def test_rows_and_cells_without_their_tags_are_told_apart(shipped: Standard) -> None:
    page = proactive("<td>4", "<td>5", "<td>6").replace("</td>", "").replace("<tr><td>规章", "<td>规章").replace("<tr><td>行政规", "<td>行政规")
    assert first_row(read(page, shipped)) == [4, 5, 6]


def test_a_table_that_is_a_picture_is_named(shipped: Standard) -> None:
    picture = page_of("<tr><td></td></tr>").replace("</body>", "<p>三、收到和处理政府信息公开申请情况</p><img src='/pic/W0202.png' alt='申请情况表'></body>")
    reading = read(picture + "<p>一、总体情况</p><p>五、存在的主要问题及改进情况</p><p>六、其他需要报告的事项</p>", shipped)
    said = [each for each in reading.diagnostics if each.code == "TEXT-UNREAD"]
    assert [(each.params["kind"], each.params["quote"]) for each in said] == [("image", "申请情况表")]


def test_a_page_of_frames_names_them(shipped: Standard) -> None:
    reading = read("<html><frameset cols='20,80'><frame src='menu.html'><frame src='art.html'></frameset></html>", shipped)
    assert reading.report is None
    assert [each.params["quote"] for each in reading.diagnostics if each.code == "TEXT-UNREAD"] == ["menu.html", "art.html"]


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


HOSTILE = {
    "nested": b"<div>" * 199_000,
    "deep": b"<span>" * 5_000 + b"x",
    "cells": b"<table>" + (b"<tr>" + b"<td>1</td>" * 1000 + b"</tr>") * 1000,
    "text": b"<p>" + b"a" * 11_000_000,
    "attributes": b"<p " + b" ".join(b'a%d=""' % number for number in range(50_000)) + b">",
    "glued attributes": b"<p " + b"".join(b'a%d=""' % number for number in range(50_000)) + b">",
    "comments": b"<!-- " * 3_000_000,
    "angles": b"<" * 5_000_000,
    "quotes": b"<a '\"" * 100_000,
}


@pytest.mark.parametrize("page", HOSTILE)
def test_a_hostile_page_is_over_a_limit_or_no_report(page: str, shipped: Standard) -> None:
    reading = readers.read(HOSTILE[page], "page.html", shipped, "html")
    assert reading.report is None and codes(reading) <= {"SYS-LIMIT", "DOC-KIND"}


@pytest.mark.parametrize("span", ["rowspan=1000000", "colspan=1000000", "rowspan=0", "colspan=-1", "rowspan=x", "rowspan=99999999999999999999"])
def test_impossible_spans_cost_nothing_and_change_nothing(span: str, shipped: Standard) -> None:
    page = proactive(f"<td {span}>4</td>", "<td>5</td>", "<td>6</td>")
    assert first_row(read(page, shipped)) in ([4, 5, 6], [None, 5, 6])
    many = page_of(("<tr>" + f"<td {span}>1</td>" * 200 + "</tr>") * 300)
    assert read(many, shipped).diagnostics
