"""Tables as every reader of our own formats makes them: cells by the form, what has no place kept as a plain grid, one table of a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from govreport import numerals
from govreport.diagnostics import CellRef, Location
from govreport.envelope import Envelope, envelope
from govreport.forms import TableForm
from govreport.model import Block, Grid, Table, Value, is_text
from govreport.readers.notices import Notices, quote
from govreport.readers.records import repaired
from govreport.standard import Standard

Rows = Iterable[tuple[str, Mapping[str, str]]]
"""Rows of raw text: a key and the cells by column."""

WIDEST_GRID = 64
"""Rows with more different columns than these are kept as pairs, so that a grid is never larger than what it keeps."""


class Tables:
    """The tables of one report under reading."""

    def __init__(self, standard: Standard, notices: Notices) -> None:
        self.standard, self.notices = standard, notices
        self.envelope: Envelope = envelope(standard)
        self._kept: dict[str, Table] = {}

    def value(self, form: TableForm, row: str, column: str, raw: str, place: Location) -> Value | None:
        """Return the value of a cell that the form has; None, noted with its raw text, where it is not written as numbers are."""
        kind = form.columns[row][column].kind
        value = numerals.parse(raw, kind)
        if value is None:
            cell = CellRef(form.key, row, column, form.edition)
            self.notices.add("XSD-CELL", Location(place.source, place.line, place.column, place.path, cell), raw=quote(raw), kind=kind)
        return value

    def unit(self, form: TableForm, row: str, raw: str, place: Location) -> str | None:
        """Return the unit written in a row with a money cell; None, noted, where it is no unit or the row has no such cell."""
        column = form.money_column(row)
        if column is not None and self.allows_unit(raw):
            return raw
        self.notices.add("XSD-VALUE", place, name="unit", raw=quote(raw))
        return None

    def allows_unit(self, raw: str) -> bool:
        """Return whether a text is a unit of money."""
        return self.envelope.allows("Unit", raw)

    def place(self, table: Table, where: Callable[[], Location]) -> Block | None:
        """Return what stands in the report for a table that was read.

        The first of its key is itself, an equal copy nothing, a different one a grid of its cells (DOC-TABLE).
        """
        first = self._kept.setdefault(table.key, table)
        if first is table:
            return table
        if first == table:
            return None
        self.notices.add("DOC-TABLE", where(), table=self.standard.forms[table.edition].tables[table.key].label)
        rows: dict[str, dict[str, str]] = {}
        for (row, column), value in table.cells.items():
            rows.setdefault(row, {})[column] = numerals.written(value)
        for row, unit in table.units.items():
            rows.setdefault(row, {})["unit"] = unit
        return grid(rows.items(), f"{table.key} {table.edition}")

    def unknown(self, name: str, edition: str, rows: Rows, where: Location) -> Grid:
        """Return the grid for a table that no edition has, which is noted."""
        self.notices.add("XSD-TABLE", where, table=quote(name), edition=quote(edition))
        return grid(rows, f"{name} {edition}")

    def stray(self, form: TableForm, rows: Rows, where: Location) -> Grid:
        """Return the grid for rows or cells that the form of a table does not have, which is noted."""
        kept = rows if isinstance(rows, list) else list(rows)
        place = Location(where.source, where.line, where.column, where.path, CellRef(form.key, edition=form.edition))
        names = ", ".join(_strays(form, kept))
        self.notices.add("XSD-ROW", place, table=form.key, edition=form.edition, row=quote(names))
        return grid(kept, f"{form.key} {form.edition}")


def _strays(form: TableForm, rows: Sequence[tuple[str, Mapping[str, str]]]) -> Iterator[str]:
    """Yield what of rows the form does not have: the cells that it has nowhere of a row whose key it has, else the row."""
    columns = {column for columns in form.columns.values() for column in columns}
    known = {*form.rows, *(row.rpartition(".")[2] for row in form.rows)}
    for key, cells in rows:
        names = [f"{key}/@{name}" for name in cells if name not in columns] if key in known else []
        yield from names or (key,)


def grid(rows: Rows, caption: str) -> Grid:
    """Return rows of raw text as a grid: a head line of the columns' names, then a line a row, its key in front."""
    kept = rows if isinstance(rows, list) else list(rows)
    title = plain(caption) or None
    names = [*{name: None for _, cells in kept for name in cells}]
    if len(names) > WIDEST_GRID:
        lines = [(plain(key), *[plain(f"{name}={raw}") for name, raw in cells.items()]) for key, cells in kept]
        return Grid.of_checked(tuple(lines), title)
    if not names:
        return Grid.of_checked(tuple([(plain(key),) for key, _ in kept]), title)
    lines = [("", *map(plain, names)), *[(plain(key), *[plain(cells.get(name, "")) for name in names]) for key, cells in kept]]
    return Grid.of_checked(tuple(lines), title)


def plain(raw: str) -> str:
    """Return a raw text as a grid's cell can hold it; nothing is noted, as what led to the grid was."""
    return raw if not raw or is_text(raw) else repaired(raw) or ""
