"""Reports as they come out of mails, lists and strings: what a program sets before every line or writes for a character, and marks of notes behind figures."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest

from govreport.standard import Standard
from tests.corpus.printed import PrintedTable
from tests.corpus.truth import Truth
from tests.laid import filled, result, tabbed, text


def grid(table: PrintedTable) -> str:
    rows = ["| " + " | ".join(cell.text.replace("\n", "") if own else "" for cell, own in row) + " |" for row in table.grid()]
    return "\n".join([rows[0], "|" + "---|" * table.width, *rows[1:]])


def each(before: str, behind: str = "") -> Callable[[str], str]:
    return lambda source: "\n".join(before + line + behind for line in source.split("\n"))


def counted(pattern: str) -> Callable[[str], str]:
    return lambda source: "\n".join(
        pattern.format(number if ":02d" not in pattern else number % 60) + line for number, line in enumerate(source.split("\n"), 1)
    )


def answered(source: str) -> str:
    """A message below a longer answer."""
    return "\n".join([*["谢谢，收到。"] * 90, '在 2024-01-15 10:20:31，"王五" <w@example.cn> 写道：', each("> ")(source)])


def now_and_then(step: int, first: int = 1, behind: bool = False) -> Callable[[str], str]:
    """The number of a line beside some of them only, as margins of printed texts have it."""

    def write(source: str) -> str:
        lines = list(enumerate(source.split("\n"), first))
        return "\n".join(line if number % step else f"{line}   {number}" if behind else f"{number} {line}" for number, line in lines)

    return write


def wrapped(source: str) -> str:
    return "\n".join(line[at : at + 60] for line in source.split("\n") for at in range(0, max(len(line), 1), 60))


def folded(source: str, width: int, wide: int) -> str:
    """Lines broken at blanks, as mails are; a Chinese character is so ``wide``."""
    lines = []
    for line in source.split("\n"):
        shown = ""
        for word in re.split("( )", line):
            if shown.strip() and sum(wide if character > "\u2e80" else 1 for character in shown + word) > width:
                lines.append(shown.rstrip())
                shown = word.lstrip()
            else:
                shown += word
        lines.append(shown)
    return "\n".join(lines)


def barred(table: PrintedTable) -> str:
    return "\n".join(" | ".join(cell.text.replace("\n", "") if own else "" for cell, own in row) for row in table.grid())


def barred_once(table: PrintedTable) -> str:
    """A merged cell once, and nothing where it goes on."""
    return "\n".join(" | ".join(cell.text.replace("\n", "") for cell in row) for row in table.rows)


WAYS: dict[str, Callable[[str], str]] = {
    "quoted": each("> "),
    "quoted twice": each(">> "),
    "quoted wide": each("＞ "),
    "answered": answered,
    "listed": each("- "),
    "pointed": each("• "),
    "changed": each("+"),
    "strings": each('"', '",'),
    "going on": each("", "\\"),
    "counted": counted("{:6}\t"),
    "counted with blanks": counted("{:3} "),
    "counted with zeros": counted("{:04d} "),
    "counted with colons": counted("{}: "),
    "counted in brackets": counted("[{}] "),
    "counted by fives": now_and_then(5),
    "counted by fives from another number": now_and_then(5, 33),
    "counted by fives behind": now_and_then(5, behind=True),
    "counted behind": now_and_then(1, behind=True),
    "signs": each("~ "),
    "said": each("张三："),
    "said at a time": counted("[10:{:02d}] "),
    "logged": counted("2024-01-20 10:20:{:02d} "),
    "signs before bars": lambda source: source.replace("\n|", "\n: |"),
    "string": lambda source: json.dumps(source, ensure_ascii=False),
    "code points": json.dumps,
    "written line ends": lambda source: source.replace("\n", "\\r\\n"),
    "written tabs": lambda source: source.replace("\t", "\\t"),
    "written bars": lambda source: source.replace("|", "\\|"),
    "written signs": lambda source: source.replace(".", "\\.").replace("-", "\\-"),
    "written blanks": lambda source: source.replace("| ", "|&amp;nbsp;").replace("\t", "\t&nbsp;"),
    "lines of a page": lambda source: source.replace("\n", "<br>"),
}


@pytest.mark.parametrize("write", [tabbed, grid])
@pytest.mark.parametrize("way", WAYS)
def test_every_figure_is_found_whatever_is_set_before_it_or_written_for_it(way: str, write: Callable[[PrintedTable], str], shipped: Standard) -> None:
    for edition in ("2019", "2021"):
        for blanks in ("full", "leaves-blank") if write is grid else ("full",):
            truth = filled(edition, shipped, blanks)
            _, counts = result(WAYS[way](text(truth, write)), truth, shipped)
            assert (counts.wrong, counts.missed) == (0, 0), (edition, blanks, counts.faults)


def test_rows_that_a_mail_has_wrapped_are_put_together_or_left_blank_and_said(shipped: Standard) -> None:
    for edition in ("2019", "2021"):
        truth = filled(edition, shipped, "leaves-blank")
        _, counts = result(wrapped(text(truth, grid)), truth, shipped)
        assert (counts.wrong, counts.silent) == (0, 0) and counts.missed < 5, counts.faults


@pytest.mark.parametrize("write", [barred, barred_once])
@pytest.mark.parametrize(("width", "wide"), [(60, 1), (60, 2), (72, 2), (76, 2)])
def test_rows_without_bars_around_them_that_a_mail_has_wrapped_are_put_together(
    width: int, wide: int, write: Callable[[PrintedTable], str], shipped: Standard
) -> None:
    for edition, blanks in ((edition, blanks) for edition in ("2019", "2021") for blanks in ("leaves-blank", "scattered")):
        truth = filled(edition, shipped, blanks)
        _, counts = result(folded(text(truth, write), width, wide), truth, shipped)
        assert (counts.wrong, counts.silent) == (0, 0) and counts.missed < 16, (edition, blanks, counts.faults)


def marked(table: PrintedTable, mark: str, between: str) -> str:
    """Every third figure with the mark of a note; cells that are empty leave nothing where blanks or line ends part them."""
    lines, count = [], 0
    for row in table.rows:
        shown = []
        for cell in row:
            count += cell.place is not None
            shown.append(cell.text.replace("\n", "") + mark * bool(cell.place and cell.text and count % 3 == 0))
        lines.append(between.join(shown))
    return "\n".join(lines)


READ = ["①", "①②", "❶", "[1]", "[1][2]", "[ 1 ]", "¹", "⁽¹⁾", "<sup>1</sup>", "^1", "^[1]", "$^{1}$", "{1}", "〖1〗", "注1", " 注①", "**", "&sup1;", "\\[1\\]"]


@pytest.mark.parametrize("between", ["\t", " "])
@pytest.mark.parametrize("mark", READ)
def test_a_figure_with_the_mark_of_a_note_is_read(mark: str, between: str, report: Truth, shipped: Standard) -> None:
    _, counts = result(text(report, lambda table: marked(table, mark, between)), report, shipped)
    assert (counts.wrong, counts.missed) == (0, 0), counts.faults


@pytest.mark.parametrize("between", ["\t", "\n"])
@pytest.mark.parametrize("mark", ["１", "a", "ª", "₁", "`1`", "→1", "#1", "《1》", "'", "\\*", "件左右", "<1>"])
def test_a_figure_with_another_sign_is_left_blank_and_said(mark: str, between: str, shipped: Standard) -> None:
    for edition in ("2019", "2021"):
        for blanks in ("full", "zeros-blank", "leaves-blank"):
            truth = filled(edition, shipped, blanks)
            _, counts = result(text(truth, lambda table: marked(table, mark, between)), truth, shipped)
            assert (counts.wrong, counts.silent) == (0, 0), (edition, blanks, counts.faults)


@pytest.mark.parametrize("between", ["\n", " "])
@pytest.mark.parametrize("mark", [" 1", " 注 1"])
def test_a_digit_beside_a_figure_moves_none(mark: str, between: str, report: Truth, shipped: Standard) -> None:
    """Where empty cells left nothing, a line of two digits in a table of few rows cannot be told from two cells."""
    _, counts = result(text(report, lambda table: marked(table, mark, between)), report, shipped)
    assert (counts.wrong, counts.silent) == (0, 0), counts.faults


def test_a_list_in_a_chapter_and_a_path_through_a_site_keep_their_signs(report: Truth, shipped: Standard) -> None:
    found, counts = result("首页 > 政务公开\n" + text(report, tabbed, "- 一是发布\n- 二是回应\n> 三是解读"), report, shipped)
    assert (counts.wrong, counts.missed) == (0, 0), counts.faults
    assert found.report and "> 三是解读" in str(found.report.chapters)
