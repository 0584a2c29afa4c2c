"""Tables as programs write them out: a spreadsheet's separated values, a frame of data with its counts, rows of a language's lists."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence

import pytest

from govreport.standard import Standard
from tests.corpus.printed import PrintedTable
from tests.corpus.truth import Truth
from tests.laid import filled, result, text

Grid = list[list[str]]
BLANKS = ("full", "zeros-blank", "leaves-blank")


def repeated(table: PrintedTable) -> Grid:
    """The grid, a merged cell in every cell that it covers."""
    return [[cell.text.replace("\n", "") for cell, _ in row] for row in table.grid()]


def once(table: PrintedTable) -> Grid:
    return [[cell.text.replace("\n", "") if own else "" for cell, own in row] for row in table.grid()]


def separated(rows: Sequence[Sequence[str]], mark: str = ",", quoting: int = csv.QUOTE_MINIMAL) -> str:
    held = io.StringIO()
    csv.writer(held, delimiter=mark, quoting=quoting, lineterminator="\n").writerows(rows)  # type: ignore[arg-type]
    return held.getvalue().rstrip("\n")


def quoted(rows: Grid) -> str:
    return separated(rows, quoting=csv.QUOTE_ALL)


def semicolons(rows: Grid) -> str:
    return separated(rows, ";")


def counted(rows: Grid, empty: str = "") -> Grid:
    """The rows and columns of a frame with their counts, whole numbers as the fractions that a column with empty cells makes of them."""
    heads = ["", *map(str, range(len(rows[0])))]
    return [heads, *([str(number), *(_fraction(cell) or empty for cell in row)] for number, row in enumerate(rows))]


def headed(rows: Grid, empty: str = "") -> Grid:
    """The first row taken for heads: alike ones are numbered, empty ones named."""
    seen: dict[str, int] = {}
    heads = []
    for number, word in enumerate(rows[0]):
        name = word or f"Unnamed: {number}"
        heads.append(f"{name}.{seen[name]}" if name in seen else name)
        seen[name] = seen.get(name, 0) + 1
    return [["", *heads], *([str(number), *(_fraction(cell) or empty for cell in row)] for number, row in enumerate(rows[1:]))]


def _fraction(cell: str) -> str:
    return f"{cell}.0" if cell.removeprefix("-").isdecimal() else cell


def ruled(rows: Grid) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|---:|" + ":---|" * (len(rows[0]) - 1), *lines[1:]])


def aligned(rows: Grid) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)


def numbered(rows: Grid) -> str:
    """Every row counted from 1, the heads too."""
    return "\n".join("| " + " | ".join([str(number), *row]) + " |" for number, row in enumerate(rows, 1))


def told(word: str) -> Callable[[Grid], str]:
    """A word where a cell is empty."""
    return lambda rows: "\n".join("\t".join(cell or word for cell in row) for row in rows)


WRITERS: dict[str, Callable[[Grid], str]] = {
    "separated": separated,
    "quoted": quoted,
    "semicolons": semicolons,
    "counted separated": lambda rows: separated(counted(rows)),
    "headed separated": lambda rows: separated(headed(rows)),
    "counted tabs": lambda rows: separated(counted(rows), "\t"),
    "counted ruled": lambda rows: ruled(counted(rows, "nan")),
    "headed ruled": lambda rows: ruled(headed(rows, "nan")),
    "counted aligned": lambda rows: aligned(counted(rows, "NaN")),
    "headed aligned": lambda rows: aligned(headed(rows, "NaN")),
    "numbered": numbered,
    "lists": lambda rows: "\n".join(map(str, rows)),
    "lists with None": lambda rows: "\n".join(str([cell or None for cell in row]) for row in rows),
    "tuples": lambda rows: "\n".join(str(tuple(int(cell) if cell.isdecimal() else cell or None for cell in row)) for row in rows),
    "a list of lists": str,
    "arrays": lambda rows: "[\n" + ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in rows) + "\n]",
    "None": told("None"),
    "NULL": told("NULL"),
}


@pytest.mark.parametrize("merged", [repeated, once])
@pytest.mark.parametrize("write", WRITERS)
def test_every_figure_of_a_dump_is_found(write: str, merged: Callable[[PrintedTable], Grid], shipped: Standard) -> None:
    for edition, blanks in ((edition, blanks) for edition in ("2019", "2021") for blanks in BLANKS):
        truth = filled(edition, shipped, blanks)
        _, counts = result(text(truth, lambda table: WRITERS[write](merged(table))), truth, shipped)
        assert counts.wrong == 0, counts.faults
        assert counts.missed <= (0 if blanks == "full" else 3), counts.faults


def test_a_list_that_is_counted_keeps_its_numbers(report: Truth, shipped: Standard) -> None:
    overview = "1. 发布政策\n2. 回应关切\n3. 解读文件\n4. 培训人员"
    found, counts = result(text(report, lambda table: separated(once(table)), overview), report, shipped)
    assert (counts.wrong, counts.missed) == (0, 0), counts.faults
    assert found.report and "number='2.', title='回应关切'" in str(found.report.chapters)


def test_rules_of_a_table_without_a_row_are_no_dump(report: Truth, shipped: Standard) -> None:
    overview = "| --- | --- |\n| --- | --- |\n| --- | --- |"
    _, counts = result(text(report, lambda table: separated(once(table)), overview), report, shipped)
    assert (counts.wrong, counts.missed) == (0, 0), counts.faults
