"""Texts of a page found again in its source, and rows put in where their tags were left out."""

from __future__ import annotations

import pytest

from govreport.readers.html.markup import Texts, most_attributes, with_rows, within
from govreport.readers.html.pagetext import Words


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


def test_attributes_are_counted_where_a_tag_is_long() -> None:
    assert most_attributes('<p a="1 2 3">') == 0
    assert most_attributes("<p " + 'a="x"' * 1000 + ">") >= 1000
    assert most_attributes('<img src="' + "x " * 4000 + '">') < 10
    assert most_attributes("<!-- " + "a=1 " * 4000 + "-->") == 0
    assert most_attributes("<script>" + "a = 1; " * 4000 + "</script><style>" + "a { } " * 4000 + "</style>") == 0, "what they hold is none of them"


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
