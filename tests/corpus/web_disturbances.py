"""What editors, clerks and browsers do to the tables of a page and to its markup."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

from .web import DISTURBANCES, Disturbance, WebCell, WebTable


def _titled(table: WebTable, rng: Random) -> WebTable:
    return replace(table, rows=[[WebCell("政府信息公开情况统计表", table.width)], *table.rows])


def _noted(table: WebTable, rng: Random) -> WebTable:
    note = rng.choice(("注：本表数据截至2023年12月31日。", "填报说明：无此项的填“0”，共3项。", "备注"))
    return replace(table, rows=[*table.rows, [WebCell(note, table.width)]])


def _unit(table: WebTable, rng: Random) -> WebTable:
    rows = [[WebCell("单位：件", table.width)], *table.rows]
    return replace(table, rows=rows)


def _mirrored(table: WebTable, rng: Random) -> WebTable:
    """The heads again at the foot."""
    return replace(table, rows=[*table.rows, *table.rows[: table.head]])


def _repeated(table: WebTable, rng: Random) -> WebTable:
    """The heads twice at the top."""
    return replace(table, rows=[*table.rows[: table.head], *table.rows])


def _reversed(table: WebTable, rng: Random) -> WebTable:
    """The heads from right to left over rows as they were: what a number stands under is not what it is."""
    rows = [[*row[:1], *reversed(row[1:])] if number < table.head or not any(c.place for c in row) else row for number, row in enumerate(table.rows)]
    lost = {cell.place for row in table.rows for cell in row if cell.place}
    changed = rows != [list(row) for row in table.rows]
    return replace(table, rows=rows, unplaced=table.unplaced | (lost if changed else set()))


def _spans_off(table: WebTable, rng: Random) -> WebTable:
    """Spans of labels and of values one too many or too few."""

    def off(cell: WebCell) -> WebCell:
        if rng.random() > 0.12:
            return cell
        if rng.random() < 0.5:
            return replace(cell, colspan=max(1, cell.colspan + rng.choice((-1, 1))))
        return replace(cell, rowspan=max(1, cell.rowspan + rng.choice((-1, 1))))

    return replace(table, rows=[[off(cell) for cell in row] for row in table.rows])


def _spans_huge(table: WebTable, rng: Random) -> WebTable:
    rows = [list(row) for row in table.rows]
    for row in rng.sample(rows, 3) if len(rows) > 3 else rows[:1]:
        at = rng.randrange(len(row))
        row[at] = replace(row[at], rowspan=1_000_000) if rng.random() < 0.5 else replace(row[at], colspan=99_999)
    return replace(table, rows=rows)


def _no_spans(table: WebTable, rng: Random) -> WebTable:
    return replace(table, rows=[[replace(cell, colspan=1, rowspan=1) for cell in row] for row in table.rows])


def _hidden_cells(table: WebTable, rng: Random) -> WebTable:
    rows = []
    for row in table.rows:
        cells: list[WebCell] = []
        for cell in row:
            cells += [WebCell(str(rng.randint(1, 99)), shown=False), cell] if rng.random() < 0.1 else [cell]
        rows.append(cells)
    return replace(table, rows=rows)


def _cell_lost(table: WebTable, rng: Random) -> WebTable:
    """A cell taken out of a row: where the others stood nobody can tell, unless they are as many as there are heads."""
    rows, lost = [], set(table.unplaced)
    for row in table.rows:
        places = [number for number, cell in enumerate(row) if cell.place]
        if len(places) > 2 and rng.random() < 0.15:
            gone = rng.choice(places)
            lost |= {cell.place for cell in row if cell.place}
            row = [cell for number, cell in enumerate(row) if number != gone]
        rows.append(row)
    return replace(table, rows=rows, unplaced=lost)


def _merged_down(table: WebTable, rng: Random) -> WebTable:
    """Cells of two rows merged into one: its number is nobody's."""
    rows, lost = [list(row) for row in table.rows], set(table.unplaced)
    for upper, lower in zip(rows[::2], rows[1::2], strict=False):
        up, low = [c for c in upper if c.place], [c for c in lower if c.place]
        if len(up) == len(low) > 2 and rng.random() < 0.3:
            at = rng.randrange(len(up))
            one, other = up[at], low[at]
            upper[upper.index(one)] = replace(one, rowspan=2)
            lower.remove(other)
            lost |= {place for place in (one.place, other.place) if place}
    return replace(table, rows=rows, unplaced=lost)


def _merged_across(table: WebTable, rng: Random) -> WebTable:
    """Two empty cells merged into one, or two filled ones whose number is nobody's."""
    rows, lost = [], set(table.unplaced)
    for row in table.rows:
        places = [number for number, cell in enumerate(row) if cell.place]
        if len(places) > 3 and rng.random() < 0.3:
            at = rng.choice(places[:-1])
            one, other = row[at], row[at + 1]
            row = [*row[:at], replace(one, colspan=one.colspan + other.colspan), *row[at + 2 :]]
            if one.text.strip() or other.text.strip():
                lost |= {cell.place for cell in row if cell.place} | {place for place in (other.place,) if place}
        rows.append(row)
    return replace(table, rows=rows, unplaced=lost)


def _numbered(table: WebTable, rng: Random) -> WebTable:
    """A column of ordinals before the labels."""
    rows = [[WebCell(str(number) if any(c.place for c in row) else "序号"), *row] for number, row in enumerate(table.rows)]
    return replace(table, rows=rows)


def _unclosed(page: str, rng: Random) -> str:
    """Closing tags of cells and rows left out."""
    return re.sub("</t[dr]>", lambda found: "" if rng.random() < 0.7 else found.group(), page)


def _rowless(page: str, rng: Random) -> str:
    """Opening tags of rows left out, their closing tags there."""
    return re.sub("<tr>", lambda found: "" if rng.random() < 0.5 else found.group(), page)


def _spaced(page: str, rng: Random) -> str:
    return re.sub("(<td[^>]*>)", lambda found: found.group() + rng.choice(("&nbsp;", "\n  ", "<br/>", "", "&#12288;", "\u200b")), page)


def _capital(page: str, rng: Random) -> str:
    """Tags in capitals, attributes without quotes."""
    shouted = re.sub(r"</?(?:td|tr|table|tbody|p|span|div)\b", lambda found: found.group().upper(), page)
    return re.sub(r'(colspan|rowspan)="(\d+)"', r"\1=\2", shouted)


for _each in (
    Disturbance("none"),
    Disturbance("title-row", _titled),
    Disturbance("notes-row", _noted),
    Disturbance("unit-row", _unit),
    Disturbance("heads-mirrored", _mirrored),
    Disturbance("heads-repeated", _repeated),
    Disturbance("heads-reversed", _reversed),
    Disturbance("spans-off", _spans_off),
    Disturbance("spans-huge", _spans_huge),
    Disturbance("spans-none", _no_spans),
    Disturbance("hidden-cells", _hidden_cells),
    Disturbance("cell-lost", _cell_lost),
    Disturbance("merged-down", _merged_down, ("div-grid",)),
    Disturbance("merged-across", _merged_across),
    Disturbance("ordinals", _numbered),
    Disturbance("unclosed", markup=_unclosed),
    Disturbance("rowless", markup=_rowless),
    Disturbance("spaced", markup=_spaced),
    Disturbance("capitals", markup=_capital),
):
    DISTURBANCES[_each.name] = _each
