"""Which cells of two editions say the same, read from ``schema/migrations/``: pairs, sums, and why other cells have no counterpart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path

from lxml import etree

from govreport.diagnostics import CellRef
from govreport.forms import Form, TableForm
from govreport.schemafile import line_of, need, parse
from govreport.standard import Standard

Reasons = Mapping[str, str]
"""Why, by language; empty where the file does not say."""


@dataclass(frozen=True)
class Pair:
    """Cells that say the same: one on either side, or one on one side and, summed, several on the other (``kind`` keep, rename or sum)."""

    kind: str
    left: tuple[CellRef, ...]
    right: tuple[CellRef, ...]
    reasons: Reasons = field(default_factory=dict)


@dataclass(frozen=True)
class Fault:
    """A name in a migration file that no edition has, or a cell that is mapped twice."""

    line: int | None
    name: str
    reason: str


@dataclass(frozen=True, eq=False)
class Correspondence:
    """What corresponds between the editions ``source`` (left) and ``target`` (right), with the tables' keys on both sides."""

    source: str
    target: str
    tables: Mapping[str, str]
    pairs: tuple[Pair, ...]
    left_only: Mapping[CellRef, Reasons]
    right_only: Mapping[CellRef, Reasons]
    faults: tuple[Fault, ...] = ()

    @cached_property
    def single(self) -> dict[CellRef, CellRef]:
        """For a left cell its one counterpart; cells that only compare as a sum are left out."""
        return {pair.left[0]: pair.right[0] for pair in self.pairs if pair.kind != "sum"}

    def turned(self) -> Correspondence:
        """Return the same correspondence with the sides exchanged."""
        pairs = tuple(replace(pair, left=pair.right, right=pair.left) for pair in self.pairs)
        tables = {right: left for left, right in self.tables.items()}
        return Correspondence(self.target, self.source, tables, pairs, self.right_only, self.left_only, self.faults)


@lru_cache(maxsize=64)
def load(standard: Standard, source: str, target: str) -> Correspondence | None:
    """Return the correspondence of two editions, from the file of either direction, read once; None where there is no such file."""
    folder = standard.root / "migrations"
    there, back = folder / f"{source}-{target}.xml", folder / f"{target}-{source}.xml"
    if there.is_file():
        return read_correspondence(there, standard)
    return read_correspondence(back, standard).turned() if back.is_file() else None


def read_correspondence(path: Path, standard: Standard) -> Correspondence:
    """Return what a migration file says; unknown names are skipped and listed as faults; raises ``SchemaTreeError``."""
    root = parse(path)
    reader = _Reader(need(root, "from"), need(root, "to"), standard)
    for element in root.findall("table"):
        reader.table(element)
    return reader.result()


class _Reader:
    """One migration file under reading."""

    def __init__(self, source: str, target: str, standard: Standard) -> None:
        self.source, self.target = source, target
        self.left, self.right = standard.forms.get(source), standard.forms.get(target)
        self.tables: dict[str, str] = {}
        self.pairs: list[Pair] = []
        self.only: dict[str, dict[CellRef, Reasons]] = {source: {}, target: {}}
        self.met: dict[str, set[CellRef]] = {source: set(), target: set()}
        self.faults: list[Fault] = [Fault(None, name, "edition") for name, form in ((source, self.left), (target, self.right)) if form is None]

    def result(self) -> Correspondence:
        """Return what was read; cells that the file does not mention have no counterpart, and no reason."""
        for edition, form in ((self.source, self.left), (self.target, self.right)):
            for cell in _all_cells(form):
                if cell not in self.met[edition]:
                    self.only[edition][cell] = {}
        sides = self.only[self.source], self.only[self.target]
        return Correspondence(self.source, self.target, self.tables, tuple(self.pairs), *sides, tuple(self.faults))

    def table(self, element: etree._Element) -> None:
        """Read a table element."""
        key = need(element, "key")
        other = element.get("to", key)
        left = self.left.tables.get(key) if self.left else None
        right = self.right.tables.get(other) if self.right else None
        if left is None or right is None:
            self._fault(element, other if left else key, "table")
            return
        self.tables[key] = other
        for child in element:
            if child.tag == "drop":
                self._drop(child, left, right)
            elif child.tag == "sum":
                self._sum(child, left, right)
            else:
                self._pair(child, left, right)

    def _drop(self, element: etree._Element, left: TableForm, right: TableForm) -> None:
        edition = need(element, "edition")
        if edition not in self.only:
            self._fault(element, edition, "edition")
            return
        for cell in self._cells(element, left if edition == self.source else right):
            self._meet(element, edition, cell)
            self.only[edition][cell] = _reasons(element)

    def _pair(self, element: etree._Element, left: TableForm, right: TableForm) -> None:
        row, column = element.get("row", ""), element.get("column", "")
        for cell in self._cells(element, left):
            assert cell.row and cell.column
            to_row = element.get("toRow", row) + cell.row[len(row) :]
            to_column = element.get("toColumn", column) if column else cell.column
            if right.column(to_row, to_column) is None:
                self._fault(element, f"{to_row}/{to_column}", "cell")
                continue
            there = CellRef(right.key, to_row, to_column, right.edition)
            self._add(element, Pair(str(element.tag), (cell,), (there,), _reasons(element)))

    def _sum(self, element: etree._Element, left: TableForm, right: TableForm) -> None:
        whole_left = need(element, "edition") == self.source
        whole, other = (left, right) if whole_left else (right, left)
        for cell in self._cells(element, whole):
            parts = tuple(
                found for part in element.findall("part") for found in self._cells(part, other, quiet=True) if part.get("column") or found.column == cell.column
            )
            if len(parts) < len(element.findall("part")):
                self._fault(element, f"{cell.row}/{cell.column}", "cell")
                continue
            left_cells, right_cells = ((cell,), parts) if whole_left else (parts, (cell,))
            self._add(element, Pair("sum", left_cells, right_cells, _reasons(element)))

    def _add(self, element: etree._Element, pair: Pair) -> None:
        for edition, cells in ((self.source, pair.left), (self.target, pair.right)):
            for cell in cells:
                self._meet(element, edition, cell)
        self.pairs.append(pair)

    def _meet(self, element: etree._Element, edition: str, cell: CellRef) -> None:
        if cell in self.met[edition]:
            self._fault(element, f"{cell.row}/{cell.column}", "twice")
        self.met[edition].add(cell)

    def _cells(self, element: etree._Element, table: TableForm, quiet: bool = False) -> list[CellRef]:
        row, column = element.get("row"), element.get("column")
        rows = table.under(row) if row else tuple(table.columns)
        found = [CellRef(table.key, each, name, table.edition) for each in rows for name in table.columns[each] if column in (None, name)]
        if not found and not quiet:
            self._fault(element, "/".join(part for part in (row, column) if part), "cell")
        return found

    def _fault(self, element: etree._Element, name: str, reason: str) -> None:
        line = line_of(element)
        # one of a kind an element: a wrong row would else be said once a column
        if all((fault.line, fault.reason) != (line, reason) for fault in self.faults):
            self.faults.append(Fault(line, name, reason))


def _all_cells(form: Form | None) -> Iterator[CellRef]:
    for table in form.tables.values() if form else ():
        for row, column in table.cells:
            yield CellRef(table.key, row, column, table.edition)


def _reasons(element: etree._Element) -> Reasons:
    return {need(reason, "lang"): reason.text or "" for reason in element.findall("reason")}
