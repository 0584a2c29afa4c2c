"""Tables without bars, whose columns a line of dashes above and below them tells: cells keep their places, empty ones too."""

from __future__ import annotations

from itertools import pairwise

import pytest

from govreport.standard import Standard
from tests.corpus.printed import PrintedTable
from tests.laid import filled, result, text


def printed(words: str, doubtful: int = 1) -> int:
    return sum(2 if character > "\u2e7f" else doubtful if character in "“”" else 1 for character in words)


def dashed(table: PrintedTable, stroke: str = "-", doubtful: int = 1, wrap: int = 0, indent: str = "  ") -> str:
    """``wrap``: a row may take several lines, so many columns of print wide at most, and a blank line stands between rows."""
    rows = [[cell.text.replace("\n", "") if own else "" for cell, own in row] for row in table.grid()]
    widths = [max(2, *(min(printed(words, doubtful), wrap or 1000) for words in column)) for column in zip(*rows, strict=True)]
    rule = indent + " ".join(stroke * width for width in widths)
    lines = [rule]
    for row in rows:
        cells = [folded(words, width, doubtful) for words, width in zip(row, widths, strict=True)]
        for number in range(max(map(len, cells))):
            parts = [cell[number] if number < len(cell) else "" for cell in cells]
            lines.append((indent + " ".join(part + " " * (width - printed(part, doubtful)) for part, width in zip(parts, widths, strict=True))).rstrip())
        lines += [""] if wrap else []
    return "\n" + "\n".join([*lines, rule]) + "\n"


def folded(words: str, width: int, doubtful: int) -> list[str]:
    lines = [""]
    for character in words:
        if printed(lines[-1] + character, doubtful) > width:
            lines.append("")
        lines[-1] += character
    return lines


@pytest.mark.parametrize("wrap", [0, 30])
@pytest.mark.parametrize(("stroke", "doubtful", "indent"), [("-", 1, "  "), ("-", 2, ""), ("=", 1, "")])
def test_cells_stand_below_the_dashes_of_their_columns(stroke: str, doubtful: int, indent: str, wrap: int, shipped: Standard) -> None:
    for edition, blanks in (("2019", "leaves-blank"), ("2021", "scattered"), ("2021", "full"), ("2019", "full")):
        truth = filled(edition, shipped, blanks)
        _, counts = result(text(truth, lambda table: dashed(table, stroke, doubtful, wrap, indent)), truth, shipped)
        assert (counts.wrong, counts.missed) == (0, 0), (edition, blanks, counts.faults)


def test_words_between_two_columns_leave_the_lines_as_they_are(shipped: Standard) -> None:
    """Some figures stand a little off their dashes: nothing is read by these."""
    truth = filled("2021", shipped, "scattered")
    source = text(truth, dashed)
    for moved in ("  ", "    "):
        lines = source.split("\n")
        rules = [number for number, line in enumerate(lines) if line.strip().startswith("--")]
        for first, last in pairwise(rules):
            for number in range(first + 3, last, 3):
                lines[number] = lines[number].replace("  ", moved, 1)
        _, counts = result("\n".join(lines), truth, shipped)
        assert (counts.wrong, counts.silent) == (0, 0), counts.faults
