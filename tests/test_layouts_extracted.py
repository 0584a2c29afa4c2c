"""Layouts of texts that programs take out of pages and documents: figures are read where the text says whose they are, else left blank and said."""

from __future__ import annotations

import pytest

from govreport import standard as standards
from govreport.standard import Standard
from tests.corpus.printed import PrintedTable
from tests.corpus.truth import Truth
from tests.laid import filled, result, tabbed, text


@pytest.fixture(scope="module")
def standard() -> Standard:
    return standards.load()


@pytest.fixture(scope="module", params=["2019", "2021"])
def report(request: pytest.FixtureRequest, standard: Standard) -> Truth:
    return filled(request.param, standard)


def apart(table: PrintedTable) -> str:
    return "\n".join("|" + "||".join(cell.text for cell in row if cell.text) + "|" for row in table.rows)


def wrapped(table: PrintedTable) -> str:
    """A cell that is merged leaves empty ones, and a row of more than eight cells goes on on the next line."""
    rows = [[cell.text if own else "" for cell, own in row] for row in table.grid()]
    return "\n\n".join("\n".join(" ".join(f"|{cell}" for cell in row[at : at + 8]) for at in range(0, len(row), 8)) for row in rows)


def test_a_text_on_one_line_is_cut_at_the_titles_of_its_chapters(report: Truth, standard: Standard) -> None:
    found, counts = result(" ".join(text(report, tabbed).split()), report, standard)
    assert (counts.wrong, counts.missed) == (0, 0), counts.faults
    assert found.report and len({chapter.key for chapter in found.report.chapters} - {None}) >= 5


def test_two_bars_between_the_cells_of_a_row_part_them(report: Truth, standard: Standard) -> None:
    _, counts = result(text(report, apart), report, standard)
    assert (counts.wrong, counts.missed) == (0, 0), counts.faults


@pytest.mark.parametrize("blanks", ["zeros-blank", "leaves-blank", "scattered"])
def test_two_bars_are_no_cell_where_empty_ones_were_dropped(blanks: str, standard: Standard) -> None:
    sparse = filled("2021", standard, blanks)
    _, counts = result(text(sparse, apart), sparse, standard)
    assert (counts.wrong, counts.silent) == (0, 0), counts.faults


def test_a_row_that_goes_on_on_the_next_line_is_not_taken_for_whole(report: Truth, standard: Standard) -> None:
    _, counts = result(text(report, wrapped), report, standard)
    assert (counts.wrong, counts.silent) == (0, 0), counts.faults
