"""Layouts of texts and pages as clerks, sites and programs for scanned pages make them: all figures are read, or a row is left blank and said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from govreport.reading import Reading
from govreport.standard import Standard
from tests.corpus.printed import PrintedCell, PrintedTable
from tests.corpus.truth import Truth
from tests.laid import Write, filled, page, result, tabbed, tagged, text, words


def boxed(table: PrintedTable) -> str:
    rule = "├──┼──┤"
    return "\n".join(f"{rule}\n│" + "│".join(cell.text if own else "" for cell, own in row) + "│" for row in _merged(table)) + f"\n{rule}"


def _merged(table: PrintedTable) -> list[list[tuple[PrintedCell, bool]]]:
    """The rows of the grid, a cell over several columns only once."""
    return [[(cell, own) for x, (cell, own) in enumerate(row) if own or x == 0 or row[x - 1][0] is not cell] for row in table.grid()]


def cornered(table: PrintedTable) -> str:
    return boxed(table).translate({ord("├"): "+", ord("┤"): "+", ord("┼"): "+", ord("─"): "---", ord("│"): "|"})


def coloned(table: PrintedTable) -> str:
    return "\n".join(f"{label}： {' '.join(figures)}" if figures else tabbed(PrintedTable("", [row])) for row in table.rows for label, figures in [words(row)])


def counted(table: PrintedTable) -> str:
    """The rows counted in a column before their labels."""
    lines, count = [], 0
    for row in table.rows:
        label, figures = words(row)
        count += bool(label and figures)
        lines.append("\t".join([str(count), label, *figures] if label and figures else [cell.text for cell in row]))
    return "\n".join(lines)


def counted_behind(table: PrintedTable) -> str:
    """The rows counted in a column behind their labels."""
    lines, count = [], 0
    for row in table.rows:
        label, figures = words(row)
        count += bool(label and figures)
        lines.append("\t".join([label, str(count), *figures] if label and figures else [cell.text for cell in row]))
    return "\n".join(lines)


def counted_across(table: PrintedTable) -> str:
    """The columns counted in a row of their own below the heads."""
    width = len(words(table.rows[-1])[1])
    counts = [PrintedCell(str(number)) for number in range(1, width + 1)]
    return tabbed(PrintedTable(table.key, [*table.rows[: table.head], counts, *table.rows[table.head :]]) if table.head else table)


def barred(table: PrintedTable) -> str:
    """Every cell of the grid between bars, without a rule: a merged cell once and then empty."""
    return "\n".join(" | ".join(cell.text if own else "" for cell, own in row) for row in table.grid())


def closed_now_and_then(table: PrintedTable) -> str:
    """Bars between the cells, behind the last of some rows only."""
    return "\n".join(" | ".join(cell.text for cell in row) + (" |" if number % 3 else "") for number, row in enumerate(table.rows))


def broken(table: PrintedTable) -> str:
    """Numbers of more than a digit broken over two lines inside their cells, between tabs."""
    return "\n".join("\t".join(cell.text if cell.place is None else "\n".join((cell.text[:1], cell.text[1:])).strip() for cell in row) for row in table.rows)


def spoken(table: PrintedTable) -> str:
    """A cell a line; a word where there is a 0."""
    return "\n".join("暂无" if cell.place and cell.text == "0" else cell.text for row in table.rows for cell in row)


def leading(table: PrintedTable) -> str:
    """The figures of a row on the line above its label."""
    rows = [(row, *words(row)) for row in table.rows]
    return "\n".join(" ".join(figures) + f"\n{label}" if figures and label else tabbed(PrintedTable("", [row])) for row, label, figures in rows)


@pytest.mark.parametrize("write", [boxed, cornered, coloned, counted, counted_behind, counted_across, barred, closed_now_and_then, tagged])
def test_every_figure_of_a_text_is_found(write: Write, report: Truth, shipped: Standard) -> None:
    _, found = result(text(report, write), report, shipped)
    assert (found.missed, found.wrong) == (0, 0), found.faults


def test_a_table_drawn_on_a_page_is_found(report: Truth, shipped: Standard) -> None:
    _, found = result(page(report, lambda table: f"<pre>{boxed(table)}</pre>").replace("<p>│", "│").replace("│</p>", "│"), report, shipped)
    assert (found.missed, found.wrong) == (0, 0), found.faults


def test_a_frame_around_what_a_cell_says_is_no_table(report: Truth, shipped: Standard) -> None:
    framed = page(report, lambda table: tagged(table, "<table><tr><td>{}</td></tr></table>", ""))
    _, found = result(framed, report, shipped)
    assert (found.missed, found.wrong) == (0, 0), found.faults


def test_paragraphs_of_a_page_are_no_row_of_cells(report: Truth, shipped: Standard) -> None:
    """One of them is a label by its words, others hold lines."""
    lines = page(report, lambda table: "<p>" + tabbed(table).replace("\t", "&nbsp;&nbsp;").replace("\n", "<br>") + "</p>", "规章")
    _, found = result(lines.replace("<body>", "<body><div>").replace("</body>", "</div></body>"), report, shipped)
    assert (found.missed, found.wrong) == (0, 0), found.faults


@pytest.mark.parametrize("figures", ["", "\t7"])
@pytest.mark.parametrize("place", ["menu", "overview"])
def test_a_menu_or_a_list_in_another_chapter_is_not_the_table(place: str, figures: str, report: Truth, shipped: Standard) -> None:
    rows = [row.label for row in report.tables["proactiveDisclosure"].form.leaves]
    listed = "\n".join(f"{label}{figures}" for label in (rows[:3] if place == "menu" else rows))
    source = f"{listed}\n{text(report, tabbed)}" if place == "menu" else text(report, tabbed, listed)
    _, found = result(source, report, shipped)
    assert (found.missed, found.wrong) == (0, 0), found.faults


@pytest.mark.parametrize("path", ["{}（{}）", "{}-{}", "{} {}"])
def test_a_table_of_its_own_for_each_row_is_read_under_headings_of_any_level(path: str, report: Truth, shipped: Standard) -> None:
    """As a program for scanned pages writes them in Markdown; the heading of a row names its groups, its heads may be counted."""

    def marked(*rows: list[str]) -> str:
        return "\n".join("| " + " | ".join(row) + " |" for row in (rows[0], ["---"] * len(rows[0]), *rows[1:]))

    def apart(table: PrintedTable) -> str:
        form = report.tables[table.key].form
        if len(form.columns) <= 10 and not form.across:
            return tabbed(table)
        heads = [column.label for column in form.blocks[0].columns]
        parts = [] if form.across else [marked(heads, ["-"] * len(heads)) + "\n"]
        for row in form.leaves:
            label, columns = row.labels[-1] if len(row.labels) == 1 else path.format(*row.labels[-2:]), form.columns[row.key]
            figures = [cell.text for line in table.rows for cell in line if cell.place and cell.place[1] == row.key]
            counted = [f"数据{number}" for number in range(1, len(columns))] + [column.label for column in columns.values()][-1:]
            own = marked([column.label for column in columns.values()], figures) if form.across else marked(["类别", *counted], [label, *figures])
            parts.append(f"{'#' * (len(parts) % 3 + 2)} {label}\n{own}\n")
        return "\n".join(parts)

    found, scored = result(text(report, apart), report, shipped)
    assert (scored.missed, scored.wrong) == (0, 0), scored.faults
    assert found.report is not None
    assert not [block for chapter in found.report.chapters for block in chapter.blocks if "#" in str(getattr(block, "text", ""))]


def glued(table: PrintedTable) -> str:
    """The cells of a row with nothing between them."""
    return "\n".join("    " + "".join(cell.text.replace("\n", "") for cell in row) for row in table.rows)


def single(report: Truth) -> Truth:
    """Return a report with a digit in every cell."""
    tables = {key: replace(table, cells={place: int(value or 0) % 10 for place, value in table.cells.items()}) for key, table in report.tables.items()}
    return replace(report, tables=tables)


def test_digits_are_a_cell_each_where_there_are_as_many_as_heads(shipped: Standard) -> None:
    report = single(filled("2021", shipped))
    _, found = result(text(report, glued), report, shipped)
    assert (found.missed, found.wrong) == (0, 0), found.faults


def test_digits_of_which_nobody_can_tell_where_a_number_ends_are_left_blank_and_said(shipped: Standard) -> None:
    """Some cells have two digits, or a cell somewhere is empty: then a row with as many digits as heads may have such cells too."""
    report = single(filled("2021", shipped))
    source = text(report, glued)
    row = next(line for line in source.split("\n") if line.strip().startswith("行政规范性文件"))
    for other in (row + "0", row[:-1]):
        found, _ = result(source.replace(row, other), report, shipped)
        assert figures_of(found, "proactiveDisclosure", "normativeDocuments") == []
        assert "TEXT-" in "".join(each.code for each in found.diagnostics)
    found, _ = result(source.replace(row, row[:-1]), report, shipped)
    assert figures_of(found, "applications", "received") == []


@pytest.mark.parametrize("write", [leading, broken])
def test_figures_whose_place_nobody_can_tell_are_left_blank_and_said(write: Write, report: Truth, shipped: Standard) -> None:
    _, found = result(text(report, write), report, shipped)
    assert (found.silent, found.wrong) == (0, 0), found.faults


def test_a_table_in_a_notation_that_is_not_read_is_said(report: Truth, shipped: Standard) -> None:
    _, found = result(text(report, lambda table: str([[cell.text for cell in row] for row in table.rows])), report, shipped)
    assert (found.silent, found.wrong) == (0, 0), found.faults


def test_the_bars_of_a_page_that_is_a_table_are_no_paragraphs(report: Truth, shipped: Standard) -> None:
    """A table around the whole page leaves lines of nothing but bars."""
    source = text(report, tabbed).replace("\n一、总体情况", f"\n|\n{'|' * 400}\n| |\n一、总体情况", 1)
    found, scored = result(source, report, shipped)
    assert (scored.missed, scored.wrong) == (0, 0) and found.report is not None
    assert not [block for chapter in found.report.chapters for block in chapter.blocks if "|" in str(getattr(block, "text", ""))]


def test_the_lines_of_a_drawing_are_no_paragraphs(report: Truth, shipped: Standard) -> None:
    found, _ = result(text(report, cornered), report, shipped)
    assert found.report is not None
    assert not [block for chapter in found.report.chapters for block in chapter.blocks if "---" in str(getattr(block, "text", ""))]


def test_words_on_lines_of_their_own_leave_no_row_that_looks_whole(report: Truth, shipped: Standard) -> None:
    _, found = result(text(report, spoken), report, shipped)
    assert found.wrong == 0, found.faults


def test_a_list_of_some_rows_above_the_heads_is_not_the_table(report: Truth, shipped: Standard) -> None:
    rows = [row.label for row in report.tables["applications"].form.leaves][2:10]
    listed = "".join(f"<p>{label} 7件</p>" for label in rows)
    source = page(report, tagged).replace("<p>三、收到和处理政府信息公开申请情况</p>", f"<p>三、收到和处理政府信息公开申请情况</p>{listed}")
    _, found = result(source, report, shipped)
    assert (found.missed, found.wrong) == (0, 0), found.faults


def figures_of(found: Reading, table: str, row: str) -> list[str]:
    assert found.report is not None
    return [column for each in found.report.tables() if each.key == table for (key, column), value in each.cells.items() if key == row and value is not None]


def test_heads_on_lines_with_fewer_cells_do_not_tell_the_columns_of_a_row(report: Truth, shipped: Standard) -> None:
    lines = text(report, tabbed).split("\n")
    short = [line.rsplit("\t", 3)[0] if 7 <= line.count("\t") <= 9 and line.split("\t")[-1].isdigit() else line for line in lines]
    found, _ = result("\n".join(short), report, shipped)
    assert figures_of(found, "applications", "results.notProcessed.duplicate") == []


def test_a_padded_row_whose_merged_cells_may_stand_in_two_ways_is_left_blank(shipped: Standard) -> None:
    old = filled("2019", shipped)
    figures = {"行政处罚": "6,,26", "行政许可": ",,", "其他对外管理服务事项": ",,", "行政强制": ",,"}

    def padded(table: PrintedTable) -> str:
        rows = [[cell.text if own else "" for cell, own in row] for row in table.grid()]
        return "\n".join(f"{row[0]},{figures[row[0]]}" if row[0] in figures else ",".join(row) for row in rows)

    found, _ = result("\n".join(line + "," * (15 - line.count(",")) for line in text(old, padded).split("\n")), old, shipped)
    assert figures_of(found, "proactiveDisclosure", "penalties") == []
