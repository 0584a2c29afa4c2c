"""Layouts of texts that programs take out of pages and documents: figures are read where the text says whose they are, else left blank and said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from govreport.standard import Standard
from tests.corpus.printed import PrintedTable
from tests.corpus.truth import Truth
from tests.laid import filled, result, tabbed, text, words


def apart(table: PrintedTable) -> str:
    return "\n".join("|" + "||".join(cell.text for cell in row if cell.text) + "|" for row in table.rows)


def wrapped(table: PrintedTable) -> str:
    """A cell that is merged leaves empty ones, and a row of more than eight cells goes on on the next line."""
    rows = [[cell.text if own else "" for cell, own in row] for row in table.grid()]
    return "\n\n".join("\n".join(" ".join(f"|{cell}" for cell in row[at : at + 8]) for at in range(0, len(row), 8)) for row in rows)


def aligned(table: PrintedTable, *, broken: bool = False) -> str:
    """Rows as programs for PDF set them: the first words of a label beside the figures, the others below; or a figure a line above its row."""
    lines = []
    for row in table.rows:
        label, figures = words(row)
        half = label[:-3] if figures and not broken and 5 < len(label) < 9 else label
        lead = "" if broken and len(figures) > 1 else half
        if not figures:
            lines.append(" " * 40 + "    ".join(cell.text for cell in row))
            continue
        if lead != half:
            lines.append(half + " " * (110 - len(half)) + figures[-1])
        shown = figures[:-1] if lead != half else figures
        lines.append(f"{lead:50}" + "".join(f"{each:>9}" for each in shown))
        lines += [label[len(half) :]] if half != label else []
    return "\n".join(lines)


def beside(table: PrintedTable) -> str:
    """All labels first, then the figures column by column."""
    rows = [words(row) for row in table.rows]
    wide = [figures for _, figures in rows if figures]
    return "\n".join([*(label for label, _ in rows), *(figures[at] for at in range(max(map(len, wide))) for figures in wide if at < len(figures))])


def test_the_words_of_a_label_below_the_figures_of_its_row_are_its_own(report: Truth, shipped: Standard) -> None:
    found, counts = result(text(report, aligned), report, shipped)
    assert counts.wrong == 0, counts.faults
    assert "results.other" not in {each.location.cell.row for each in found.diagnostics if each.location.cell}, counts.faults


def test_figures_on_several_lines_below_their_columns_are_not_taken_in_the_order_of_the_lines(report: Truth, shipped: Standard) -> None:
    _, counts = result(text(report, lambda table: aligned(table, broken=True)), report, shipped)
    assert (counts.wrong, counts.silent) == (0, 0), counts.faults


def test_rows_whose_figures_all_stand_elsewhere_are_said(report: Truth, shipped: Standard) -> None:
    _, counts = result(text(report, beside), report, shipped)
    assert (counts.wrong, counts.silent) == (0, 0), counts.faults


def test_a_numbered_label_cut_off_behind_its_first_letter_still_names_its_row(shipped: Standard) -> None:
    old = filled("2019", shipped)
    source = text(old, tabbed).replace("（六）其他处理", "（六）其").replace("（一）予以公开", "（一）予").replace("2.重复申请", "2.重")
    _, counts = result(source, old, shipped)
    assert (counts.wrong, counts.missed) == (0, 0), counts.faults


def noted(table: PrintedTable, between: str) -> str:
    """Every figure with a note that goes on on the next lines."""
    lines = []
    for row in table.rows:
        label, figures = words(row)
        shown = " ".join(f"{each}（其中{between}网络申请{between}{each}件）" for each in figures)
        lines.append(f"{label} {shown}" if figures else tabbed(PrintedTable("", [row])))
    return "\n".join(lines)


def test_notes_broken_over_lines_leave_their_rows_blank_and_said(report: Truth, shipped: Standard) -> None:
    _, counts = result(text(report, lambda table: noted(table, "\n")), report, shipped)
    assert (counts.wrong, counts.silent) == (0, 0), counts.faults


def test_words_with_figures_are_no_cells_of_a_row_over_several_lines(report: Truth, shipped: Standard) -> None:
    def write(table: PrintedTable) -> str:
        rows = [words(row) for row in table.rows]
        return "\n".join(
            f"{label} {figures[0]} {figures[1]}（其中 9（其中\n{' '.join(figures[2:6])}\n网络申请" if len(figures) == 7 else " ".join([label, *figures])
            for label, figures in rows
        )

    _, counts = result(text(report, write), report, shipped)
    assert (counts.wrong, counts.silent) == (0, 0), counts.faults


@pytest.mark.parametrize("sign", ["⸺", "…", "***"])
def test_signs_in_a_cell_move_no_other_cell(sign: str, report: Truth, shipped: Standard) -> None:
    def write(table: PrintedTable) -> str:
        rows = [[cell.text if own else "" for cell, own in row] for row in table.grid()]
        return "\n".join("| " + " | ".join(sign if cell == "0" else cell for cell in row) + " |" for row in rows)

    _, counts = result(text(report, write), report, shipped)
    assert counts.wrong == 0, counts.faults


def test_a_text_on_one_line_is_cut_at_the_titles_of_its_chapters(report: Truth, shipped: Standard) -> None:
    found, counts = result(" ".join(text(report, tabbed).split()), report, shipped)
    assert (counts.wrong, counts.missed) == (0, 0), counts.faults
    assert found.report and len({chapter.key for chapter in found.report.chapters} - {None}) >= 5


def test_two_bars_between_the_cells_of_a_row_part_them(report: Truth, shipped: Standard) -> None:
    _, counts = result(text(report, apart), report, shipped)
    assert (counts.wrong, counts.missed) == (0, 0), counts.faults


@pytest.mark.parametrize("blanks", ["zeros-blank", "leaves-blank", "scattered"])
def test_two_bars_are_no_cell_where_empty_ones_were_dropped(blanks: str, shipped: Standard) -> None:
    sparse = filled("2021", shipped, blanks)
    _, counts = result(text(sparse, apart), sparse, shipped)
    assert (counts.wrong, counts.silent) == (0, 0), counts.faults


def test_a_row_that_goes_on_on_the_next_line_is_not_taken_for_whole(report: Truth, shipped: Standard) -> None:
    _, counts = result(text(report, wrapped), report, shipped)
    assert (counts.wrong, counts.silent) == (0, 0), counts.faults


def torn(table: PrintedTable, between: str, cells: str) -> str:
    """Every figure of several digits, and every fifth of all, in two pieces."""
    count, lines = 0, []
    for row in table.rows:
        shown = []
        for cell in row:
            count += cell.place is not None
            halves = (cell.text[:1], cell.text[1:]) if len(cell.text) > 1 else (cell.text, "1")
            torn = cell.place is not None and (len(cell.text) > 1 or count % 5 == 0)
            shown.append(between.join(halves) if torn else cell.text)
        lines.append(cells.join(shown))
    return "\n".join(lines)


@pytest.mark.parametrize("cells", [" ", "\n", " | "])
@pytest.mark.parametrize("between", [" ", "\n", ", ", ",\n", " \n", ". "])
def test_a_row_whose_figures_are_broken_is_not_taken_as_far_as_it_has_columns(between: str, cells: str, shipped: Standard) -> None:
    for edition in ("2019", "2021"):
        truth = filled(edition, shipped)
        _, counts = result(text(truth, lambda table: torn(table, between, cells)), truth, shipped)
        assert (counts.wrong, counts.silent) == (0, 0), counts.faults


@pytest.mark.parametrize("mark", [" \u00b9", " 注1", " a", " 1)", "\n1", " 1"])
def test_marks_between_figures_move_none(mark: str, report: Truth, shipped: Standard) -> None:
    def write(table: PrintedTable, cells: str) -> str:
        rows = [[cell.text + mark * (cell.place is not None and (y + x) % 3 == 0) for x, cell in enumerate(row)] for y, row in enumerate(table.rows)]
        return "\n".join(map(cells.join, rows))

    for cells in (" ", "\n"):
        _, counts = result(text(report, lambda table, cells=cells: write(table, cells)), report, shipped)
        assert (counts.wrong, counts.silent) == (0, 0), counts.faults


def heaped(table: PrintedTable) -> str:
    """The first figure of every row below its label, the others column by column behind the last."""
    rows = [words(row) for row in table.rows]
    wide = [figures for _, figures in rows if figures]
    if len(wide) < 20:
        return tabbed(table)
    first = [f"{label}\n{figures[0]}" if figures else label for label, figures in rows]
    return "\n".join([*first, *(figures[at] for at in range(1, max(map(len, wide))) for figures in wide if at < len(figures))])


def counted_apart(table: PrintedTable) -> str:
    """A cell a line, the number of every row on the line before its label."""
    lines, count = [], 0
    for row in table.rows:
        label, figures = words(row)
        count += bool(figures)
        lines += [str(count), label, *figures] if figures else [cell.text for cell in row]
    return "\n".join(lines)


def halved(table: PrintedTable, mark: str) -> str:
    """Every figure of several digits on two lines below each other, in columns."""
    lines = []
    for row in table.rows:
        label, figures = words(row)
        if len(figures) < 3:
            lines.append("      ".join(cell.text for cell in row))
            continue
        halves = [(each[:-1] + mark, each[-1:]) if len(each) > 1 else (each, "") for each in figures]
        lines += [label + " " * (80 - 2 * len(label)) + "".join(f"{half:>9}" for half, _ in halves), " " * 80 + "".join(f"{half:>9}" for _, half in halves)]
    return "\n".join(lines)


def test_a_figure_that_is_left_beside_its_label_is_no_total_where_others_are_heaped(report: Truth, shipped: Standard) -> None:
    _, counts = result(text(report, heaped), report, shipped)
    assert (counts.wrong, counts.silent) == (0, 0), counts.faults


def test_the_numbers_of_rows_on_lines_of_their_own_are_no_figures(report: Truth, shipped: Standard) -> None:
    _, counts = result(text(report, counted_apart), report, shipped)
    assert counts.wrong == 0, counts.faults
    assert not any("applications" in fault for fault in counts.faults), counts.faults


@pytest.mark.parametrize("mark", ["", ",", "，"])
def test_figures_broken_below_each_other_are_left_blank_and_said(mark: str, report: Truth, shipped: Standard) -> None:
    _, counts = result(text(report, lambda table: halved(table, mark)), report, shipped)
    assert (counts.wrong, counts.silent) == (0, 0), counts.faults


@pytest.mark.parametrize("first", [1, 12])
@pytest.mark.parametrize("shown", ["{}", "({})"])
def test_a_count_of_rows_behind_their_labels_is_no_figure_where_empty_cells_left_nothing(shown: str, first: int, shipped: Standard) -> None:
    def write(table: PrintedTable) -> str:
        lines, count = [], first - 1
        for row in table.rows:
            label, figures = words(row)
            count += 1  # of the heads too
            lines.append(" ".join([label, shown.format(count), *filter(None, figures)] if label and figures else [cell.text for cell in row]))
        return "\n".join(lines)

    for edition in ("2019", "2021"):
        sparse = filled(edition, shipped, "leaves-blank")
        _, counts = result(text(sparse, write), sparse, shipped)
        assert (counts.wrong, counts.silent) == (0, 0), counts.faults


def padded(table: PrintedTable) -> str:
    """Every row with as many cells as the grid has columns, a blank in each that is empty, and one more behind the last bar."""
    rows = [[cell.text if own else "" for cell, own in row] for row in table.grid()]
    return "\n".join("| " + " | ".join(cell.replace("\n", " ") for cell in row) + " | " for row in rows)


def test_rows_of_several_grids_without_titles_between_keep_their_empty_cells(shipped: Standard) -> None:
    """The last cell of a row is no padding, which the lines of a grid tell; other grids stand right above and below."""
    for edition, blanks in (("2019", "leaves-blank"), ("2021", "scattered"), ("2021", "full")):
        truth = filled(edition, shipped, blanks)
        for place in truth.tables["applications"].cells:
            if place[1] == "total":
                truth.tables["applications"].cells[place] = None
        lines = [line for line in text(truth, padded).split("\n") if line.startswith("|") or "信息公开工作年度" in line or line.startswith("一、总体")]
        _, counts = result("\n".join(lines), truth, shipped)
        assert (counts.wrong, counts.silent) == (0, 0), (edition, blanks, counts.faults)


@pytest.mark.parametrize("bar", ["|", " | "])
def test_a_title_between_bars_on_a_text_of_one_line_is_no_cell(bar: str, shipped: Standard) -> None:
    """Where an empty cell was dropped, the title behind the table is none of the row before it."""
    truth = filled("2021", shipped)
    truth.tables["applications"].cells["carriedOut", "researchInstitution"] = None
    source = text(truth, lambda table: "\n".join(cell.text.replace("\n", "") for row in table.rows for cell in row if cell.text))
    _, counts = result(source.replace("\n", bar), truth, shipped)
    assert (counts.wrong, counts.silent) == (0, 0), counts.faults


def glued(mark: str) -> Callable[[PrintedTable], str]:
    """The figures of a row without anything between them; ``mark`` stands for some that do not apply."""

    def write(table: PrintedTable) -> str:
        lines = []
        for number, row in enumerate(table.rows):
            label, figures = words(row)
            shown = [mark if figure == "0" and number % 2 and mark else figure for figure in figures]
            lines.append(f"{label} {''.join(shown)}" if figures else " ".join(cell.text for cell in row))
        return "\n".join(lines)

    return write


@pytest.mark.parametrize("mark", ["", "—", "/"])
def test_figures_without_anything_between_them_are_no_total(mark: str, shipped: Standard) -> None:
    for edition in ("2019", "2021"):
        truth = filled(edition, shipped)
        _, counts = result(text(truth, glued(mark)), truth, shipped)
        assert (counts.wrong, counts.silent) == (0, 0), (edition, counts.faults)


def test_cells_of_a_row_that_has_one_more_before_them_do_not_stand_below_those_of_others(shipped: Standard) -> None:
    """Programs that know no merged rows set the first row of a group a column to the right, counting characters."""
    truth = filled("2021", shipped)
    truth.tables["applications"].cells["results.granted", "total"] = None

    def write(table: PrintedTable) -> str:
        lines = []
        for row in table.rows:
            labels = [cell.text for cell in row if cell.place is None]
            figures = [cell.text for cell in row if cell.place]
            lines.append("".join(f"{cell:<42}" for cell in labels) + "".join(f"{cell:<8}" for cell in figures) if figures else "   ".join(labels))
        return "\n".join(lines)

    for label, short in (("（一）予以公开", "（一）予以公开"), ("（一）予以公开", "（一）")):
        _, counts = result(text(truth, write).replace(label + " " * (len(label) - len(short)), short), truth, shipped)
        assert (counts.wrong, counts.silent) == (0, 0), counts.faults


def test_wide_figures_that_push_others_out_of_their_columns_tell_no_column(shipped: Standard) -> None:
    truth = filled("2021", shipped)
    table = truth.tables["applications"]
    rows = [row for row in table.form.columns if row not in ("received", "results.total")]
    for row in rows:
        for column in ("commercialEnterprise", "publicWelfareOrganization"):
            table.cells[row, column] = None
    for column in table.form.columns["received"]:
        table.cells["received", column] = table.cells["results.total", column] = 4321

    def write(printed: PrintedTable) -> str:
        if not any(len(words(row)[1]) == 7 for row in printed.rows):
            return tabbed(printed)
        lines = []
        for row in printed.rows:
            label, figures = words(row)
            line = f"{label:45}"
            for number, figure in enumerate(figures):
                at = 45 + 3 * number + (10 if number > 5 else 0)
                line = line.ljust(at if at > len(line) or not figure else len(line) + 1) + figure
            lines.append(line if figures else " " * 45 + "  ".join(cell.text for cell in row))
        return "\n".join(lines)

    _, counts = result(text(truth, write), truth, shipped)
    assert (counts.wrong, counts.silent) == (0, 0), counts.faults


@pytest.mark.parametrize("between", ["", "— 7 —\n"])
def test_a_tab_behind_the_last_cell_of_every_row_is_no_cell(between: str, shipped: Standard) -> None:
    """Also where another table of the text has none."""
    other = "\n主要指标\t2022\t2023\n规章\t3\t4\n行政许可\t5\t6\n总计\t8\t10\n"
    for edition, blanks in (("2019", "leaves-blank"), ("2021", "scattered"), ("2019", "full")):
        truth = filled(edition, shipped, blanks)
        for row in truth.tables["applications"].form.columns:
            truth.tables["applications"].cells[row, "naturalPerson"] = None
        rows = text(truth, lambda table: "\n".join(between * (number == 9) + line + "\t" for number, line in enumerate(tabbed(table).split("\n"))), other)
        _, counts = result(rows, truth, shipped)
        assert (counts.wrong, counts.silent) == (0, 0), (edition, blanks, counts.faults)


def gridded(mark: str) -> Callable[[PrintedTable], str]:
    def write(table: PrintedTable) -> str:
        rows = [[cell.text.replace("\n", "") if own else "" for cell, own in row] for row in table.grid()]
        return "\n".join(mark.join(row) if mark == "\t" else f"| {mark.join(row)} |" for row in rows)

    return write


@pytest.mark.parametrize("mark", ["\t", " | "])
@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_a_grid_on_one_line_moves_no_figure(edition: str, mark: str, shipped: Standard) -> None:
    """Where a row ends nobody can tell if its last cells are empty, as its totals may be."""
    for totals in (True, False):
        truth = filled(edition, shipped)
        for place in truth.tables["applications"].cells if not totals else ():
            if place[1] == "total":
                truth.tables["applications"].cells[place] = None
        _, counts = result(text(truth, gridded(mark)).replace("\n", " "), truth, shipped)
        assert (counts.wrong, counts.silent) == (0, 0), (totals, counts.faults)


def test_tabs_behind_a_table_are_no_cells_of_its_row(shipped: Standard) -> None:
    """A page that a program wrote as one value of its separated ones: the values behind it follow the last words."""
    truth = filled("2021", shipped)
    cells = truth.tables["reviewAndLitigation"].cells
    for number, place in enumerate(cells):
        cells[place] = 0 if number % 3 else None
    source = text(truth, gridded(" | "), ".")
    end = source.index("五、存在")
    _, counts = result(source[:end] + "公开内容还不够丰富。" + '"' + "\tnull" * 3, truth, shipped)
    assert (counts.wrong, counts.missed) == (0, 0), counts.faults


def test_a_tab_before_the_title_behind_a_row_is_no_cell(shipped: Standard) -> None:
    truth = filled("2021", shipped)
    table = truth.tables["applications"]
    table.cells["carriedOut", "naturalPerson"] = None
    source = text(truth, lambda printed: "\t".join(cell.text for row in printed.rows for cell in row if cell.text)).replace("\n", "\t")
    _, counts = result(source, truth, shipped)
    assert (counts.wrong, counts.silent) == (0, 0), counts.faults
