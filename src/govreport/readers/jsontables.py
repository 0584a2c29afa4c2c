"""Tables of our own JSON: rows by dotted key, cells by column; what a form does not have is kept as a grid."""

from __future__ import annotations

from collections.abc import Iterator

from govreport import numerals
from govreport.diagnostics import CellRef, Location
from govreport.forms import TableForm
from govreport.model import Block, Table, Value
from govreport.readers.jsonnodes import Members, Nodes, raw_text
from govreport.readers.jsontree import Number, Path, Tree
from govreport.readers.notices import quote
from govreport.readers.tables import Tables
from govreport.reading import Evidence


class TableReader:
    """Reads the tables of one document; ``met`` collects their rows with the form and the place of each."""

    def __init__(self, tables: Tables, nodes: Nodes) -> None:
        self.tables, self.nodes = tables, nodes
        self.met: list[tuple[TableForm, Path, Members]] = []

    def read(self, members: Members, path: Path, allowed: bool) -> Iterator[Block]:
        """Yield a table and, as grids, what its form does not have."""
        self.nodes.unknown(members, path, {"table", "edition", "rows", "units"})
        name, edition = members["table"], members.get("edition")
        found = self.nodes.object_in(members, path, "rows") or {}
        rows = [(row, self.nodes.object_in(found, (*path, "rows"), row) or {}) for row in found]
        form = self.tables.standard.table(name, edition) if isinstance(name, str) and isinstance(edition, str) else None
        if form is None or not allowed:
            raw = ((row, {key: raw_text(value) for key, value in cells.items()}) for row, cells in rows)
            yield self.tables.unknown(raw_text(name), raw_text(edition), raw, self.nodes.where(path))
            return
        cells: dict[tuple[str, str], Value] = {}
        strays: list[tuple[str, dict[str, str]]] = []
        for row, texts in rows:
            columns = form.columns.get(row, {})
            stray = {key: raw_text(value) for key, value in texts.items() if key not in columns}
            if stray or not columns:
                strays.append((row, stray))
            for key in columns:
                value = self.value(form, row, key, texts.get(key), (*path, "rows", row, key))
                if value is not None:
                    cells[row, key] = value
            if columns:
                self.met.append((form, (*path, "rows", row), texts))
        given = {row for row, _ in rows}
        for row in [row for row in form.columns if row not in given]:
            self.tables.notices.add("XSD-MISSING", self.nodes.where((*path, "rows")), name=f"{form.key}/{row}")
        block = self.tables.place(Table(form.key, form.edition, cells, self.units(members, path, form)), lambda: self.nodes.where(path))
        if block is not None:
            yield block
        if strays:
            yield self.tables.stray(form, strays, self.nodes.where((*path, "rows", strays[0][0])))

    def value(self, form: TableForm, row: str, key: str, raw: Tree, path: Path) -> Value | None:
        """Return the value of a cell: money and the mark of a cell that is not applicable are strings, counts numbers, blank is null."""
        if raw is None:
            return None
        kind = form.columns[row][key].kind
        text = isinstance(raw, str) and not isinstance(raw, Number)
        if isinstance(raw, str) and text == (kind == "money" or raw == "NA"):
            value = numerals.parse(raw, kind)
            if value is not None:
                return value
        cell = CellRef(form.key, row, key, form.edition)
        place = self.nodes.where(path)
        self.tables.notices.add("XSD-CELL", Location(place.source, place.line, place.column, place.path, cell), raw=quote(raw_text(raw)), kind=kind)
        return None

    def units(self, members: Members, path: Path, form: TableForm) -> dict[str, str]:
        """Return the units written in a table's rows."""
        found = {}
        for row, raw in (self.nodes.object_in(members, path, "units") or {}).items():
            unit = self.tables.unit(form, row, raw_text(raw), self.nodes.where((*path, "units", row)))
            if unit is not None:
                found[row] = unit
        return found

    def evidence(self) -> Iterator[Evidence]:
        """Yield where every cell stands."""
        for form, path, texts in self.met:
            for key, column in form.columns[path[-1]].items():  # type: ignore[index]
                raw = texts.get(key)
                value = numerals.parse(raw, column.kind) if isinstance(raw, str) else None
                line, at = self.nodes.places.at((*path, key))
                how = "ambiguous" if raw is not None and value is None else "direct"
                cell = CellRef(form.key, str(path[-1]), key, form.edition)
                yield Evidence(cell, value, how, line, at, None if raw is None else raw_text(raw), "not-canonical" if how == "ambiguous" else None)
