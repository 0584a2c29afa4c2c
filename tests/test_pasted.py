"""Texts as people paste and save them: tables parted by other marks than bars, heads in another order, lists, mail, doubtful figures."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable

import pytest

from govreport import standard as standards
from govreport.model import Paragraph
from govreport.readers.legacy.reader import read
from govreport.reading import Reading
from govreport.standard import Standard
from tests.corpus.cases import Case, case
from tests.corpus.scoring import Score, score

SEED = 19
"""A report of the newest edition in which every cell is filled in."""


@pytest.fixture(scope="module")
def standard() -> Standard:
    return standards.load()


@pytest.fixture(scope="module")
def pasted(standard: Standard) -> Case:
    """A report whose rows are lines of cells with tabs between."""
    return case("tab-rows", "none", SEED, standard)


def spreadsheet(text: str) -> str:
    """The text as a spreadsheet program saves it: every line with as many cells, words with a comma or a line break in quotation marks."""
    rows = [line.split("\t") for line in text.split("\n") if line.strip()]
    width = max(map(len, rows))
    written = io.StringIO()
    csv.writer(written).writerows([cell.replace("结果", "结\n果") for cell in (row + [""] * width)[:width]] for row in rows)
    return written.getvalue()


def boxed(text: str) -> str:
    """The rows between drawn lines."""
    return "\n".join(f"├{'─' * 9}┤\n│{line.replace(chr(9), '│')}│" if "\t" in line else line for line in text.split("\n"))


def mailed(text: str) -> str:
    """The text quoted in a mail."""
    return "\n".join(f"> {line}" for line in text.split("\n"))


def total_first(text: str) -> str:
    """The total before all other columns of the third table."""
    rows = []
    for line in text.split("\n"):
        cells = line.split("\t")
        if cells[-1] == "总计" and "自然人" in cells:
            cells = ["总计", *cells[:-1]]
        elif len(cells) > 7 and "结果" not in line and len(cells) < 12:
            cells = [*cells[:-7], cells[-1], *cells[-7:-1]]
        rows.append("\t".join(cells))
    return "\n".join(rows)


def told(text: str, pasted: Case, standard: Standard) -> tuple[Reading, Score]:
    reading = read(text.encode(), "pasted.txt", standard)
    return reading, score(reading, pasted.expected, standard)


def codes(reading: Reading) -> set[str]:
    return {each.code for each in reading.diagnostics}


SHAPES: dict[str, Callable[[str], str]] = {
    "spreadsheet": spreadsheet,
    "boxed": boxed,
    "mailed": mailed,
    "semicolons": lambda text: text.replace("\t", ";"),
    "commas": lambda text: text.replace("\t", ","),
    "notes": lambda text: re.sub(r"(?<=\t)([0-9]+)(?=\t)", r"\1[注]", text),
    "marks": lambda text: re.sub(r"(?<=\t)([0-9]+)(?=\t)", r"\1*", text),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_cell_is_found_whatever_parts_them(shape: str, pasted: Case, standard: Standard) -> None:
    _, found = told(SHAPES[shape](pasted.data.decode()), pasted, standard)
    assert not found.faults, "\n".join(found.faults[:9])


def test_a_list_with_colons_gives_totals(pasted: Case, standard: Standard) -> None:
    rows = [line.split("\t") for line in pasted.data.decode().split("\n")]
    lines = [f"{row[-8]}：{row[-1]}件" if 7 < len(row) < 12 and row[-1].isdigit() else "\t".join(row) for row in rows]
    reading, _ = told("\n".join(lines), pasted, standard)
    table = next(table for table in (reading.report.tables() if reading.report else ()) if table.key == "applications")
    assert {column for _, column in table.cells} == {"total"} and len(table.cells) == 25
    assert all(pasted.expected["applications", row, column].value == value for (row, column), value in table.cells.items())


@pytest.mark.parametrize("between", ["\t", " ", " | "])
def test_columns_in_another_order_are_left_blank_and_said(between: str, pasted: Case, standard: Standard) -> None:
    reading, found = told(total_first(pasted.data.decode()).replace("\t", between), pasted, standard)
    assert not found.wrong and not found.silent and found.missed > 150 and "TEXT-LOST" in codes(reading)


def test_columns_in_another_order_are_told_without_heads(pasted: Case, standard: Standard) -> None:
    text = re.sub("^.*自然人.*$|^.*商业企业.*$", "", total_first(pasted.data.decode()), flags=re.MULTILINE)
    _, found = told(text, pasted, standard)
    assert not found.wrong and not found.silent and found.missed > 150


def blocks_apart(text: str, values: list[str]) -> str:
    """The last table as a line a block, its values as given."""
    heads, names = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计", ("行政复议", "未经复议直接起诉", "复议后起诉")
    rows = [f"{name}\t" + "\t".join(values[5 * at : 5 * at + 5]) for at, name in enumerate(names)]
    return re.sub(r"\n行政复议\t行政诉讼\n.*?\n五、", "\n" + "\n".join([heads, *rows]) + "\n五、", text, flags=re.DOTALL)


@pytest.mark.parametrize(("changed", "found"), [((), 15), ((4,), 0), ((4, 9), 0)])
def test_blocks_on_lines_of_their_own_are_one_row_if_their_sums_hold(changed: tuple[int, ...], found: int, pasted: Case, standard: Standard) -> None:
    values = ["1", "0", "1", "0", "2", "0", "0", "0", "1", "1", "2", "0", "0", "0", "2"]
    text = blocks_apart(pasted.data.decode(), ["9" if at in changed else value for at, value in enumerate(values)])
    reading, _ = told(text, pasted, standard)
    table = next(table for table in (reading.report.tables() if reading.report else ()) if table.key == "reviewAndLitigation")
    assert list(table.cells.values()) == (list(map(int, values)) if found else [])
    assert found or "TEXT-LOST" in codes(reading)
    assert all(each.params["row"] for each in reading.diagnostics if each.code == "TEXT-LOST")


def test_figures_listed_in_a_sentence_are_not_the_table(pasted: Case, standard: Standard) -> None:
    text = pasted.data.decode()
    listed = text.replace("\n二、", "\n行政许可 300件\n行政处罚 12件\n行政强制 9件\n二、", 1)
    assert listed != text
    reading, found = told(listed, pasted, standard)
    assert not found.faults and "DOC-TABLE" in codes(reading)
    pictured = re.sub(r"\n二、.*?\n三、", "\n二、主动公开政府信息情况\n三、", listed, flags=re.DOTALL)
    reading, found = told(pictured, pasted, standard)
    assert reading.report is not None and not found.wrong and not found.silent and "TEXT-UNREAD" in codes(reading)
    assert "proactiveDisclosure" not in {table.key for table in reading.report.tables()} and "300" in str(reading.report.chapters)


def test_a_table_in_a_form_that_is_not_read_is_said(pasted: Case, standard: Standard) -> None:
    rows = [line.split("\t") for line in pasted.data.decode().split("\n")]
    body = [number for number, row in enumerate(rows) if 7 < len(row) < 12 and row[-1].isdigit()]
    heads = [row[-8] for number, row in enumerate(rows) if number in body]
    turned = ["\t".join(["", *heads])] + ["\t".join([f"第{at}列", *(rows[number][at - 8] for number in body)]) for at in range(1, 8)]
    text = "\n".join(["\t".join(row) for row in rows[: body[0] - 3]] + turned + ["\t".join(row) for row in rows[body[-1] + 1 :]])
    reading, found = told(text, pasted, standard)
    assert not found.wrong and not found.silent and found.missed > 150 and "TEXT-UNREAD" in codes(reading)


@pytest.mark.parametrize("figure", ["l", "O", "?", "?7", "1O", "12%", "-12"])
@pytest.mark.parametrize("between", ["\t", " "])
def test_a_doubtful_figure_costs_no_other_cell(figure: str, between: str, pasted: Case, standard: Standard) -> None:
    lines = pasted.data.decode().split("\n")
    at = next(number for number, line in enumerate(lines) if "予以公开\t" in line)
    cells = lines[at].split("\t")
    lines[at] = "\t".join([*cells[:-7], figure, *cells[-6:]])
    reading, found = told("\n".join(lines).replace("\t", between), pasted, standard)
    assert (found.missed, found.silent, found.wrong) == (1, 0, 0)
    assert "TEXT-VALUE" in codes(reading)


MONEY = ["第二十条第（八）项", "信息内容\t本年收费金额（单位：万元）", "行政事业性收费\t12500"]


@pytest.mark.parametrize(
    ("lines", "read_as"),
    [
        (MONEY, "12500万元"),
        ([MONEY[0], "信息内容\t本年收费金额", MONEY[2]], "12500万元"),
        ([MONEY[0], "信息内容\t本年收费金额（元）", MONEY[2]], "12500元"),
        ([MONEY[0], "信息内容\t本年收费金额\n（单位：元）", MONEY[2]], "12500元"),
        ([MONEY[0], "信息内容\t本年收费金额", "行政事业性收费（元）\t12500"], "12500元"),
        ([MONEY[0] + "（单位：元）", "信息内容\t本年收费金额", MONEY[2]], "12500元"),
        (["单位：元", MONEY[0], "信息内容\t本年收费金额", MONEY[2]], "12500元"),
        ([*MONEY[:2], "行政事业性收费\t1.25万元"], "1.25万元"),
        ([*MONEY[:2], "行政事业性收费\t12500元"], "12500元"),
        ([*MONEY[:2], "行政事业性收费（元）\t12500"], None),
        ([*MONEY[:2], "行政事业性收费（元）\t0"], "0万元"),
        ([MONEY[0], "信息内容\t本年收费金额（单位：千元）", MONEY[2]], None),
        ([*MONEY[:2], "行政事业性收费\t1.25万"], None),
        ([*MONEY[:2], "行政事业性收费\t约12500元"], None),
    ],
)
def test_money_is_in_the_unit_that_is_named_anywhere_or_blank(lines: list[str], read_as: str | None, pasted: Case, standard: Standard) -> None:
    text = re.sub(r"第二十条第（八）项.*?(?=\n三、)", lambda found: "\n".join(lines), pasted.data.decode(), count=1, flags=re.DOTALL)
    for between in ("\t", " ", " | "):
        reading = read(text.replace("\t", between).encode(), "pasted.txt", standard)
        table = next(table for table in (reading.report.tables() if reading.report else ()) if table.key == "proactiveDisclosure")
        value = table.cells.get(("fees", "amount"))
        assert (None if value is None else f"{value}{table.units.get('fees', '万元')}") == read_as
        assert read_as or any(each.code == "TEXT-VALUE" and each.location.cell and each.location.cell.row == "fees" for each in reading.diagnostics)


def test_a_column_that_the_form_does_not_have_moves_no_figure(pasted: Case, standard: Standard) -> None:
    lines = pasted.data.decode().split("\n")
    head, row = (next(number for number, line in enumerate(lines) if word in line) for word in ("自然人\t", "予以公开\t"))
    cells = lines[row].split("\t")
    lines[head] += "\t备注"
    lines[row] = "\t".join([*cells[:-7], "", *cells[-6:], "2"])
    for between in ("\t", " ", " | "):
        _, found = told("\n".join(lines).replace("\t", between), pasted, standard)
        assert (found.missed, found.silent, found.wrong) == (7, 0, 0)


def test_a_note_with_figures_below_a_table_stays_one_sentence(pasted: Case, standard: Standard) -> None:
    note = "注：12 件含转办 2 件，其余 3 件。"
    text = re.sub(r"\n(四、[^\n]*诉讼[^\n]*)\n", lambda found: f"\n{note}\n{found[1]}\n", pasted.data.decode(), count=1)
    reading, found = told(text.replace("\t", " "), pasted, standard)
    assert not found.faults and reading.report is not None
    assert [(each.table, each.text) for each in reading.report.annotations.notes if each.row is None] == [("applications", note.partition("：")[2])]


@pytest.mark.parametrize("line", ["注：含上年的案件。", "（备注：含上年的案件。）", "註: 含上年的案件。"])
def test_lines_right_under_a_table_that_say_so_are_its_notes(line: str, pasted: Case, standard: Standard) -> None:
    text = re.sub(r"\n(五、[^\n]*问题[^\n]*)\n", lambda found: f"\n{line}\n{line}\n其他说明。\n{line}\n{found[1]}\n", pasted.data.decode(), count=1)
    reading, found = told(text, pasted, standard)
    assert not found.faults and reading.report is not None
    assert [(each.table, each.kind, each.text) for each in reading.report.annotations.notes] == [("reviewAndLitigation", "note", "含上年的案件。")] * 2
    blocks = [block for chapter in reading.report.chapters if chapter.key == "reviewAndLitigation" for block in chapter.blocks]
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == ["其他说明。", line]


def test_numbered_lines_below_a_note_of_a_table_are_notes_too(pasted: Case, standard: Standard) -> None:
    lines = "2.没有注的说明。\n注：1.含上年的案件。\n2.不含转办。"
    for given, noted in ((lines, []), (lines.partition("\n")[2], ["1.含上年的案件。", "2.不含转办。"])):
        text = re.sub(r"\n(五、[^\n]*问题[^\n]*)\n", lambda found, given=given: f"\n{given}\n{found[1]}\n", pasted.data.decode(), count=1)
        reading, found = told(text, pasted, standard)
        assert not found.faults and reading.report is not None
        assert [each.text for each in reading.report.annotations.notes if each.row is None] == noted


def test_a_row_of_the_same_words_without_the_number_is_not_the_row(pasted: Case, standard: Standard) -> None:
    text = re.sub(r"\n(四、[^\n]*诉讼[^\n]*)\n", lambda found: "\n合计\t" + "\t".join("7654321") + f"\n{found[1]}\n", pasted.data.decode(), count=1)
    _, found = told(text, pasted, standard)
    assert not found.faults


@pytest.mark.parametrize("figure", ["1/2", "约5", "见附件", "N/A"])
def test_words_among_the_figures_of_a_row_are_a_cell_of_it(figure: str, pasted: Case, standard: Standard) -> None:
    lines = pasted.data.decode().split("\n")
    at = next(number for number, line in enumerate(lines) if "予以公开\t" in line)
    for place in (-6, -1):
        cells = lines[at].split("\t")
        cells[place] = figure
        text = "\n".join([*lines[:at], "\t".join(cells), *lines[at + 1 :]]).replace("\t", " ")
        reading, found = told(text, pasted, standard)
        assert (found.missed, found.silent, found.wrong) == (1, 0, 0) and "TEXT-VALUE" in codes(reading)
