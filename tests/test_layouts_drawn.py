"""Tables that a text draws with lines and corners, or marks up in the notation of LaTeX, a wiki or AsciiDoc: read as the grids that they are."""

from __future__ import annotations

import pytest

from govreport.readers import read
from govreport.standard import Standard
from tests.corpus.printed import PrintedCell, PrintedTable
from tests.corpus.truth import Truth
from tests.cost import within
from tests.laid import Write, filled, result, tabbed, text, words

WIDTH = 10


def _width(words: str) -> int:
    return sum(2 if ord(each) > 255 else 1 for each in words)


def _wrapped(words: str, width: int) -> list[str]:
    lines = [""]
    for each in words:
        if _width(lines[-1] + each) > width:
            lines.append("")
        lines[-1] += each
    return lines


def drawn(table: PrintedTable, corner: str = "+", level: str = "-", wall: str = "|") -> str:
    """Every cell between lines of its own, its words over as many lines as they need; a merged cell has no lines inside."""
    grid = [[cell for cell, _ in row] for row in table.grid()]
    columns, lines = range(len(grid[0])), []
    for y, row in enumerate([*grid, None]):
        above = grid[y - 1] if y else None
        ruled = [row is None or above is None or row[x] is not above[x] for x in columns]
        ends = [ruled[x - 1] if x else False for x in columns] + [ruled[-1]]
        lines.append("".join((corner if ruled[x] or ends[x] else wall) + (level if ruled[x] else " ") * WIDTH for x in columns) + corner)
        if row is None:
            break
        lines += _band(row, above, wall)
    return "\n".join(lines)


def _band(row: list[PrintedCell], above: list[PrintedCell] | None, wall: str) -> list[str]:
    starts = [x for x in range(len(row)) if not x or row[x] is not row[x - 1]]
    cells = [(x, sum(cell is row[x] for cell in row[x:])) for x in starts]
    shown = [[] if above is not None and above[x] is row[x] else _wrapped(row[x].text, span * (WIDTH + 1) - 1) for x, span in cells]
    height = max(1, *map(len, shown))
    padded = [[each[line] if line < len(each) else "" for line in range(height)] for each in shown]
    return [
        "".join(wall + each[line] + " " * (span * (WIDTH + 1) - 1 - _width(each[line])) for (_, span), each in zip(cells, padded, strict=True)) + wall
        for line in range(height)
    ]


def lined(table: PrintedTable) -> str:
    return drawn(table, "┼", "─", "│")


def latex(table: PrintedTable) -> str:
    def cell(each: PrintedCell) -> str:
        inner = rf"\multirow{{{each.rowspan}}}{{*}}{{{each.text}}}" if each.rowspan > 1 else each.text
        return rf"\multicolumn{{{each.colspan}}}{{c|}}{{\textbf{{{inner}}}}}" if each.colspan > 1 else inner

    covered = [[cell(each) if own else "" for x, (each, own) in enumerate(row) if own or x == 0 or row[x - 1][0] is not each] for row in table.grid()]
    rows = "\n".join(" &\n".join(row) + r" \\ \hline" for row in covered)
    return "\\begin{tabular}{|" + "l|" * len(table.grid()[0]) + "}\n\\hline\n" + rows + "\n\\end{tabular}"


def wiki(table: PrintedTable) -> str:
    rows = ["\n".join(f'| colspan="{each.colspan}" rowspan="{each.rowspan}" | {each.text}' for each in row) for row in table.rows]
    return '{| class="wikitable"\n|-\n' + "\n|-\n".join(rows) + "\n|}"


def document(table: PrintedTable) -> str:
    rows = [" ".join(f"|{cell.text if own else ''}" for cell, own in row) for row in table.grid()]
    return "|===\n" + rows[0] + "\n\n" + "\n\n".join(row.replace(" |", "\n|", 3) for row in rows[1:]) + "\n|==="


def stated(table: PrintedTable) -> str:
    """Its columns are stated above it, and its rows follow each other without empty lines."""
    rows = [" ".join(f"|{cell.text if own else ''}" for cell, own in row) for row in table.grid()]
    return f'[cols="{"," * (len(table.grid()[0]) - 1)}"]\n|===\n' + "\n".join(rows).replace(" |", "\n|", 1) + "\n|==="


@pytest.mark.parametrize("write", [drawn, lined, latex, wiki, document, stated])
def test_every_figure_is_found(write: Write, report: Truth, shipped: Standard) -> None:
    found, counts = result(text(report, write), report, shipped)
    assert (counts.wrong, counts.missed) == (0, 0), counts.faults
    assert all(each.raw == "" or str(each.value) in each.raw.replace("+", "") for each in found.evidence if each.value is not None and each.raw)


@pytest.mark.parametrize("write", [drawn, lined, latex, wiki, document, stated])
@pytest.mark.parametrize("blanks", ["zeros-blank", "scattered", "totals-blank"])
def test_empty_cells_keep_their_columns(write: Write, blanks: str, shipped: Standard) -> None:
    sparse = filled("2021", shipped, blanks)
    _, counts = result(text(sparse, write), sparse, shipped)
    assert (counts.wrong, counts.missed) == (0, 0), counts.faults


def test_a_drawing_without_a_rule_below_every_row_is_read_line_by_line(report: Truth, shipped: Standard) -> None:
    def write(table: PrintedTable) -> str:
        rows = [[cell.text if own else "" for cell, own in row] for row in table.grid()]
        widths = [max(_width(row[x]) for row in rows) for x in range(len(rows[0]))]
        rule = "+" + "+".join("-" * width for width in widths) + "+"
        body = ["|" + "|".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)) + "|" for row in rows]
        return "\n".join([rule, body[0], rule, *body[1:], rule])

    _, counts = result(text(report, write), report, shipped)
    assert (counts.wrong, counts.missed) == (0, 0), counts.faults


def test_a_number_that_is_broken_in_its_cell_is_left_blank_and_said(report: Truth, shipped: Standard) -> None:
    def write(table: PrintedTable) -> str:
        rows = [(label, figures) for row in table.rows for label, figures in [words(row)]]
        rule = "+" + "-" * 80 + "+" + "+".join(["--"] * 15) + "+"
        lines = [rule]
        for label, figures in rows:
            cells = [_wrapped(each, 2) for each in [*figures, *[""] * 15][:15]]
            for line in range(max(map(len, cells))):
                words_of = label if line == 0 else ""
                lines.append("|" + words_of + " " * (80 - _width(words_of)) + "|" + "|".join(f"{''.join(cell[line : line + 1]):2}" for cell in cells) + "|")
            lines.append(rule)
        return "\n".join(lines)

    _, counts = result(text(report, write), report, shipped)
    assert (counts.wrong, counts.silent) == (0, 0), counts.faults


@pytest.mark.parametrize("line", ["\\begin{tabular}{l}", "{| a", "|===", "+--+--+", "│┼", "\\begin{tabular}{", "\\multirow{2}{*}{{{{"])
def test_what_opens_without_end_costs_no_more_than_it_is_long(line: str, shipped: Standard) -> None:
    data = "\n".join([line] * 8_000).encode()
    assert within(8, lambda: read(data, "name.txt", shipped)).diagnostics


@pytest.mark.parametrize("around", ["\\textbf{{{}}}", "\\section{{{}}}\\label{{ux4e00}}", "'''{}'''", "= {} =", "== {}", "*{}*"])
def test_what_a_notation_sets_around_a_title_goes(around: str, report: Truth, shipped: Standard) -> None:
    lines = [around.format(line) if line[:2] in ("一、", "二、", "五、", "20") and "，" not in line else line for line in text(report, latex).split("\n")]
    found, counts = result("\n".join(lines), report, shipped)
    assert (counts.wrong, counts.missed) == (0, 0), counts.faults
    assert found.report and {"overview", "proactiveDisclosure", "problemsAndImprovements"} <= {chapter.key for chapter in found.report.chapters}
    assert found.report.metadata.title == "2023年政府信息公开工作年度报告"


def spelt(table: PrintedTable, cut: int) -> str:
    """A wiki's table without spans, every row without some of its last cells where it has several figures."""
    rows = [[cell.text if own else "" for cell, own in row] for row in table.grid()]
    rows = [row[:-cut] if sum(cell.place is not None for cell in printed) > 3 else row for row, printed in zip(rows, table.rows, strict=True)]
    return "{|\n" + "\n|-\n".join("\n".join(f"| {cell}" for cell in row) for row in rows) + "\n|}"


def test_the_rest_of_a_merged_label_is_no_cell(report: Truth, shipped: Standard) -> None:
    _, counts = result(text(report, lambda table: spelt(table, 1)), report, shipped)
    assert (counts.wrong, counts.silent) == (0, 0), counts.faults


def stepped(table: PrintedTable) -> str:
    """Columns of blanks, in which labels stand in a column further to the right the deeper they are, and so do the figures behind them."""
    lines = []
    for row in table.rows:
        label, figures = words(row)
        depth = 0 if label[1:2] == "、" else 1 if label[:1] == "（" else 2
        cells = ["", "", "", "", "", "", "", "", ""]
        cells[depth : depth + 1 + len(figures)] = [label, *figures]
        shown = cells[:8] if figures else [cell.text for cell in row]
        lines.append("".join(each + " " * (60 - _width(each)) for each in shown))
    return "\n".join(lines)


def test_figures_beside_a_label_that_stands_in_a_column_of_figures_are_not_those_below_others(report: Truth, shipped: Standard) -> None:
    _, counts = result(text(report, stepped), report, shipped)
    assert (counts.wrong, counts.silent) == (0, 0), counts.faults


def test_rows_without_any_cell_are_said(report: Truth, shipped: Standard) -> None:
    def write(table: PrintedTable) -> str:
        rows = ["\t".join(cell.text for cell in row if number % 4 or not table.head or cell.place is None) for number, row in enumerate(table.rows)]
        return "\n".join(rows)

    _, counts = result(text(report, write), report, shipped)
    assert (counts.wrong, counts.silent) == (0, 0), counts.faults


def test_what_pandoc_sets_around_words_with_a_language_goes_and_columns_stay(report: Truth, shipped: Standard) -> None:
    def write(table: PrintedTable) -> str:
        rows = [(words(row), row) for row in table.rows]
        spans = [[f'[{each}]{{lang="EN-US" style="font-size: 9pt"}}' for each in figures] for (_, figures), _ in rows]
        lines = [label + " " * (90 - _width(label)) + "".join(f"{each:60}" for each in shown) for ((label, _), _), shown in zip(rows, spans, strict=True)]
        return "\n".join(line if shown else tabbed(PrintedTable("", [row])) for line, (_, row), shown in zip(lines, rows, spans, strict=True))

    found, counts = result(text(report, write), report, shipped)
    assert (counts.wrong, counts.missed) == (0, 0), counts.faults
    assert all(each.raw == str(each.value) or "." in each.raw for each in found.evidence if each.value is not None and each.raw and each.raw.isdecimal())
    assert all("[" not in (each.raw or "") for each in found.evidence)


def narrow(table: PrintedTable, lower: int = 0) -> str:
    """A grid whose columns are too narrow: words, marks of emphasis and figures are broken wherever a column ends; labels may stand lower."""
    wide = 7

    def folded(text: str) -> list[str]:
        parts = [""]
        for character in text:
            if sum(2 if each > "\u2e7f" else 1 for each in parts[-1] + character) > wide:
                parts.append("")
            parts[-1] += character
        return [part + " " * (wide - sum(2 if each > "\u2e7f" else 1 for each in part)) for part in parts]

    rule = "+" + ("-" * (wide + 2) + "+") * table.width
    lines = [rule]
    for row in table.grid():
        cells = [folded((f"**{cell.text}**" if cell.text and cell.place is None else cell.text) if own else "") for cell, own in row]
        cells = [[*[" " * wide] * lower, *parts] if "*" in parts[0] else parts for parts in cells]
        height = max(map(len, cells))
        lines += ["| " + " | ".join(cell[number] if number < len(cell) else " " * wide for cell in cells) + " |" for number in range(height)]
        lines.append(rule)
    return "\n".join(lines)


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_marks_of_emphasis_that_are_broken_over_lines_move_no_wall(edition: str, shipped: Standard) -> None:
    truth = filled(edition, shipped)
    truth.tables["applications"].cells["received", "naturalPerson"] = 123456789
    _, counts = result(text(truth, narrow), truth, shipped)
    assert (counts.wrong, counts.silent) == (0, 0), counts.faults
    assert counts.missed <= 15, counts.faults


def test_figures_that_are_broken_over_the_lines_of_a_row_are_no_rows(shipped: Standard) -> None:
    """Where the drawing cannot be read, as without its last rule, what is left of a figure on a line is no figure."""
    truth = filled("2021", shipped)
    for place in truth.tables["applications"].cells:
        truth.tables["applications"].cells[place] = 123456789 if place[1] in ("naturalPerson", "total") else 0
    _, counts = result(text(truth, lambda table: "\n".join(narrow(table, 1).split("\n")[:-1])), truth, shipped)
    assert (counts.wrong, counts.silent) == (0, 0), counts.faults
