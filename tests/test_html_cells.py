"""Cells of a page as a browser shows them: merged, hidden, torn, impossible; what is not sure is blank and said."""

from __future__ import annotations

import pytest

from govreport import readers
from govreport.model import Grid
from govreport.standard import Standard
from tests.corpus import web_disturbances, web_templates  # noqa: F401  (they register themselves)
from tests.pasted import codes, first_row, page_of, proactive, read, table


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
    many = page_of(("<tr>" + f"<td {span}>1</td>" * 100 + "</tr>") * 200)
    assert read(many, shipped).diagnostics
