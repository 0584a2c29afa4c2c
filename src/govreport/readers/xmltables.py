"""Table elements of an edition as tables: at one go where they are whole, else by a walk along the form's own nesting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from govreport import numerals
from govreport.diagnostics import CellRef
from govreport.forms import TableForm
from govreport.model import Block, Grid, Table, Value
from govreport.readers import xmlplain
from govreport.readers.evidence import LazyEvidence
from govreport.readers.tables import Tables, grid
from govreport.readers.xmlnodes import HINTS, Nodes, local, speaks
from govreport.readers.xmlplain import UNIT
from govreport.readers.xmlsteps import Step, steps
from govreport.reading import Evidence
from govreport.schemafile import line_of
from govreport.standard import Standard


@dataclass(slots=True)
class _Found:
    """What a table has that is read element by element: its cells, the units of its rows, and the elements that its form has no place for."""

    form: TableForm
    cells: dict[tuple[str, str], Value] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    strays: list[etree._Element] = field(default_factory=list)


@lru_cache(maxsize=8)
def forms(standard: Standard) -> Mapping[str, TableForm]:
    """Return the tables of all editions by the tags of their elements."""
    return {f"{{{standard.table_namespace(edition)}}}{key}": table for edition, form in standard.forms.items() for key, table in form.tables.items()}


class TableReader:
    """Reads the table elements of one document; ``met`` collects those that stand in the report as tables, with their forms."""

    def __init__(self, tables: Tables, nodes: Nodes) -> None:
        self.tables, self.nodes = tables, nodes
        self.met: list[tuple[TableForm, etree._Element]] = []

    def read(self, element: etree._Element) -> list[Block]:
        """Return the blocks for an element of any other namespace than the envelope's: a table, and grids for what its form does not have."""
        tag, where = str(element.tag), self.nodes.where
        form = forms(self.tables.standard).get(tag)
        if form is None:
            self.tables.notices.add(
                "XSD-TABLE", where(element), table=local(element), edition=tag[1:].partition("}")[0].removeprefix(f"{self.tables.standard.namespace}:")
            )
            return [kept([element])]
        plain = xmlplain.cells(element, form) if not speaks(element) else None
        if plain is not None and all(map(self.tables.allows_unit, plain.units.values())):
            if plain.odd:
                self._odd(plain, form, element)
            return self._placed(Table(form.key, form.edition, plain.cells, plain.units), form, element)
        found = _Found(form)
        met = self._walk(element, _top(form, element), found)
        if speaks(element):
            found.strays.append(element)
        if len(met) != len(form.columns):
            self._missing(form, met, element)
        blocks = self._placed(Table(form.key, form.edition, found.cells, found.units), form, element)
        return [*blocks, self.tables.stray(form, _raw(found.strays), where(found.strays[0]))] if found.strays else blocks

    def _placed(self, table: Table, form: TableForm, element: etree._Element) -> list[Block]:
        """Return what stands in the report for a table; only of one that stands there itself there is evidence."""
        block = self.tables.place(table, lambda: self.nodes.where(element))
        if block is table:
            self.met.append((form, element))
        return [] if block is None else [block]

    def _odd(self, plain: xmlplain.Plain, form: TableForm, element: etree._Element) -> None:
        """Look closely at the cells of a whole table that hold no value as it is written."""
        rows = dict(_rows(element, _top(form, element)))
        for row, column in plain.odd:
            value = self._value(form, row, column, rows[row].get(column, ""), rows[row])
            if value is not None:
                plain.cells[row, column] = value

    def _walk(self, element: etree._Element, step: Step, found: _Found) -> set[str]:
        """Read the elements under a table or a group of rows, and return the rows met; recursion is as deep as the form nests."""
        small, inner, cells, strays = numerals.SMALL, step.inner, found.cells, found.strays
        seen, met = set(), set()
        for child in element:
            tag = child.tag
            known = inner.get(tag)
            if known is None or tag in seen:
                strays.append(child)
                continue
            seen.add(tag)
            if known.row is None:
                if speaks(child):
                    strays.append(child)
                met |= self._walk(child, known, found)
                continue
            met.add(known.row)
            # a row as it is mostly written, whole and with small numbers, is read at one go
            if child.keys() == known.names and None not in (numbers := [*map(small.get, child.values())]):  # type: ignore[arg-type]
                cells.update(zip(known.places, numbers, strict=True))  # type: ignore[arg-type]
            else:
                for attribute, raw in child.items():
                    value = small.get(raw) if attribute in known.names else None  # type: ignore[arg-type]
                    if value is not None:
                        cells[known.row, attribute] = value  # type: ignore[index]
                    else:
                        self._attribute(str(attribute), str(raw), child, known, found)
            if len(child) or child.text:
                self.nodes.stray(child, child.text)
                strays += child
            if child.tail:
                self.nodes.stray(element, child.tail)
        if element.text:
            self.nodes.stray(element, element.text)
        return met

    def _attribute(self, name: str, raw: str, element: etree._Element, step: Step, found: _Found) -> None:
        """Read an attribute of a row."""
        row = step.row or ""
        if name not in step.columns:
            if name not in HINTS and not self._unit(found, row, name, raw, element):
                found.strays.append(element)
            return
        value = self._value(found.form, row, name, raw, element)
        if value is not None:
            found.cells[row, name] = value

    def _value(self, form: TableForm, row: str, column: str, raw: str, element: etree._Element) -> Value | None:
        """Return the value of a cell, None (noted) where there is none."""
        value = xmlplain.number(raw, form.columns[row][column].kind)
        return self.tables.value(form, row, column, raw, self.nodes.where(element, column)) if value is None else value

    def _unit(self, found: _Found, row: str, attribute: str, raw: str, element: etree._Element) -> bool:
        """Take a row's unit, and return whether the attribute was one."""
        if attribute != UNIT or found.form.money_column(row) is None:
            return False
        unit = self.tables.unit(found.form, row, raw, self.nodes.where(element, attribute))
        if unit is not None:
            found.units[row] = unit
        return True

    def _missing(self, form: TableForm, met: set[str], element: etree._Element) -> None:
        for row in form.columns:
            if row not in met:
                if self.tables.notices.full:
                    self.tables.notices.add("XSD-MISSING")
                    return
                at = self.nodes.where(_parent(element, row))
                place = self.tables.notices.at(at.line, path=at.path, cell=CellRef(form.key, row, None, form.edition))
                self.tables.notices.add("XSD-MISSING", place, name=f"{form.key}/{row.replace('.', '/')}")


def _parent(table: etree._Element, row: str) -> etree._Element:
    """Return the element in which a row's own should stand, as far as a table has those around it."""
    for step in row.split(".")[:-1]:
        child = next(table.iterchildren(f"{{*}}{step}"), None)
        if child is None:
            break
        table = child
    return table


def kept(elements: Sequence[etree._Element]) -> Grid:
    """Return elements that have no place as one grid: a line an element with its name, attributes and text."""
    return grid(_raw(elements), local(elements[0]))


def _raw(elements: Sequence[etree._Element]) -> Iterator[tuple[str, Mapping[str, str]]]:
    for top in dict.fromkeys(elements):
        for element in top.iter(etree.Element) if len(top) else (top,):
            cells = {str(key).rpartition("}")[2]: str(value) for key, value in element.items()}
            text = (element.text or "").strip()
            if len(element):
                text += "".join([(child.tail or "").strip() for child in element])
            if text:
                cells["text()"] = text
            yield local(element), cells


def evidence(tables: list[tuple[TableForm, etree._Element]]) -> Sequence[Evidence]:
    """Return the evidence of every cell of the rows that these tables have."""
    return LazyEvidence(lambda: (each for form, table in tables for row, element in _rows(table, _top(form, table)) for each in _evidence(form, row, element)))


def _top(form: TableForm, table: etree._Element) -> Step:
    return steps(form, str(table.tag).rpartition("}")[0] + "}")


def _rows(element: etree._Element, step: Step) -> Iterator[tuple[str, etree._Element]]:
    """Yield the row elements that are read, each with its key: of several of a name the first."""
    met = set()
    for inner in element:
        known = step.inner.get(inner.tag)
        if known is not None and inner.tag not in met:
            met.add(inner.tag)
            yield from [(known.row, inner)] if known.row is not None else _rows(inner, known)


def _evidence(form: TableForm, row: str, element: etree._Element) -> Iterator[Evidence]:
    at = line_of(element)
    for key, column in form.columns[row].items():
        raw = element.get(key)
        value = None if raw is None else xmlplain.number(raw, column.kind)
        cell = CellRef(form.key, row, key, form.edition)
        if raw is None or value is not None:
            yield Evidence(cell, value, "direct", at, None, raw)
        else:
            yield Evidence(cell, None, "ambiguous", at, None, raw, "not-canonical")
