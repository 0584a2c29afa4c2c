"""Texts of a page found again in its source, and rows put in where their tags were left out."""

from __future__ import annotations

import pytest
from lxml import etree

from govreport.readers.guard import Limits
from govreport.readers.html.bounds import beyond, counted
from govreport.readers.html.markup import AHEAD, Texts, with_rows, within
from govreport.readers.html.pagetext import Words
from govreport.readers.html.styles import sheets


def test_texts_are_found_in_the_order_of_the_tree() -> None:
    source = "<td width='1'>1</td>\n<td>1</td><!-- 1 --><script>'<td>1'</script><td> 1 &amp; 2</td>"
    texts = Texts(source)
    assert texts.place("1") == ((0, 14),)
    assert texts.place("1") == ((0, 25),)
    points = texts.place(" 1 & 2")
    assert points is not None and points[0] == (1, source.index(" 1 &amp;") + 1)
    assert points[-1] == (4, source.index(" 2</td>"))
    assert texts.place("3") is None and texts.place("  ") is None


def test_the_points_of_a_part_begin_with_that_of_its_first_character() -> None:
    points = ((1, 100), (4, 120), (9, 140))
    assert within(points, 2, 9) == ((0, 101), (2, 120))
    assert within(points, 6, 10) == ((0, 122), (3, 140))
    assert within(points, 0, 3) == ((0, 99),)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<table><td>1<td>2</tr><td>3</table>", "<table><tr><td>1<td>2</tr><tr><td>3</table>"),
        ("<table><tr><td>1</tr></table><td>2", "<table><tr><td>1</tr></table><td>2"),
        ("<TABLE><TBODY>\n<TD>1</TABLE>", "<TABLE><TBODY>\n<tr><TD>1</TABLE>"),
        ("<table><tr><td><table><td>1</table></td><td>2</table>", "<table><tr><td><table><tr><td>1</table></td><td>2</table>"),
        ("<table><tr><td>1</tr><!-- <td>9 --><td>2</table>", "<table><tr><td>1</tr><!-- <td>9 --><tr><td>2</table>"),
        ("<script>'<table><td>'</script>", "<script>'<table><td>'</script>"),
    ],
)
def test_rows_are_put_in_where_their_tags_were_left_out(source: str, expected: str) -> None:
    assert with_rows(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('<p a="1 2 3">', (0, 7)),
        ("<p " + 'a="x"' * 1000 + ">", (1000, 1007)),
        ("<p " + "a/b " * 600 + "c = 1/>", (1203, 1210)),
        ('<img src="' + "x " * 4000 + '">', (1, 8)),
        ("<a b='" + "x " * 400 + "'>", (0, 7)),
        ("<!-- " + "a=1 " * 4000 + "-->", (0, 7)),
        ("<script>" + "a = 1; " * 4000 + "</script><iframe a=1></iframe><style>" + "a { } " * 4000 + "</style>", (1, 8)),
        ("<a b>\n" * 300 + "</a >" * 900, (0, 7)),
        ("<a b='1'>\n<a  c>" * 200 + "</a >" * 900, (1, 407)),
    ],
)
def test_attributes_are_counted_where_there_may_be_many(source: str, expected: tuple[int, int]) -> None:
    assert counted(source, 7, Limits(nodes=500, attributes=1500)) == expected


def test_a_page_with_too_many_tags_of_either_kind_attributes_or_entities_is_refused() -> None:
    limits = Limits(elements=100, nodes=250, attributes=20)
    for source, times, limit in (
        ("<a>", 100, "elements"),
        ("</a>", 100, "elements"),
        ("&lt;", 250, "nodes"),
        ("<a b c d>", 62, "nodes"),
        ("<a b='1'c='2'>", 83, "nodes"),
    ):
        assert not beyond(source * times, "page", limits)
        assert [each.params["limit"] for each in beyond(source * (times + 1), "page", limits)] == [limit]
    assert [each.params["limit"] for each in beyond("<a " + "b " * 1100 + ">", "page", limits)] == ["attributes"]


def test_texts_further_on_are_looked_for_in_vain() -> None:
    source = "".join(f"<p>{number}</p>" for number in range(2 * AHEAD))
    texts = Texts(source)
    assert texts.place(str(AHEAD + 1)) is None
    assert texts.place(str(AHEAD)) == ((0, source.index(f">{AHEAD}<") + 1),)
    assert texts.place("1") is None
    assert texts.place(str(2 * AHEAD - 1)) is not None


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        (".a{display:none} p.b , #c{visibility:hidden}", {".a", ".b", "#c"}),
        ("@media print{.a{display:none}} .b{DISPLAY: none}", {".b"}),
        ('@charset "utf-8"; .a{display:none}', {".a"}),
        ("@media print{.a{display:none} .b{display:none}", set()),
        ("}.a{display:none;}{", {".a"}),
        ("@font-face{src:a}.a .b{display:none}.c{color:red}", set()),
    ],
)
def test_names_that_style_sheets_hide(sheet: str, expected: set[str]) -> None:
    assert sheets(etree.fromstring(f"<html><head><style>{sheet}</style></head></html>", etree.HTMLParser())).hidden == expected


def test_words_fold_blanks_and_mark_numbers_that_are_broken() -> None:
    words = Words()
    words.add("\n  本年新\n  收  ", ((0, 0),))
    words.add(" x", ((0, 40),))
    assert (words.text(), words.broken) == ("本年新收 x", False)
    words = Words()
    words.add("12", ((0, 0),))
    words.apart("break")
    words.add("3", ((0, 9),))
    assert (words.text(), words.broken) == ("12 3", True)
    words = Words()
    words.add("1,", ((0, 0),))
    words.apart("break")
    words.add("234", ((0, 9),))
    assert (words.text(), words.broken) == ("1,234", False)
