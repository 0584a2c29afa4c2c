"""What the grammar of a form cannot say: names that must exist, names that are taken, spans that must fill the width."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from govreport.diagnostics import Catalogue, Diagnostic, Location
from govreport.forms import TableForm
from govreport.generate.xsd import UNIT
from govreport.relations import fault
from govreport.schemafile import line_of, need, parse
from govreport.standard import RELATION_KINDS, read_form


class FormFile:
    """One ``form.xml`` under examination."""

    def __init__(self, path: Path) -> None:
        self.path, self.root, self.form = path, parse(path), read_form(path)

    def problem(self, element: etree._Element, reason: str, name: str) -> Diagnostic:
        """Return the finding at an element of the form."""
        return Diagnostic("SYS-SCHEMA-FORM", Location(str(self.path), line_of(element)), {"reason": reason, "name": name})

    def problems(self) -> Iterator[Diagnostic]:
        """Yield what is inconsistent in the form, in the order of the file."""
        if self.form.edition != self.path.parent.name:
            yield self.problem(self.root, "edition", self.form.edition)
        yield from self._chapters()
        yield from self._columns()
        yield from self._spans()
        known = [problem for element in self._relations() for problem in self._terms(element)]
        yield from known
        if not known:
            yield from self._faults()

    def codes(self, catalogue: Catalogue) -> Iterator[Diagnostic]:
        """Yield the codes of relations that the catalogue of diagnostics does not have."""
        codes = {relation.id: relation.code for relation in self.form.relations}
        for element in self._relations():
            code = codes[need(element, "id")]
            if code not in catalogue.entries:
                yield Diagnostic("SYS-SCHEMA-CODE", self.problem(element, "", "").location, {"code": code, "name": need(element, "id")})

    def _relations(self) -> Iterator[etree._Element]:
        return (element for element in self.root if element.tag in RELATION_KINDS)

    def _chapters(self) -> Iterator[Diagnostic]:
        for element in self.root.findall("chapter"):
            key, kind = need(element, "key"), need(element, "kind")
            if kind in ("prose", "table") and not element.get("title"):
                yield self.problem(element, "untitled", key)
            if (kind == "table") != (element.find("table") is not None):
                yield self.problem(element, "table-kind", key)

    def _columns(self) -> Iterator[Diagnostic]:
        for element in self.root.iter("column", "row", "table"):
            key = need(element, "key")
            if key.lower().startswith("xml") or (element.tag == "column" and key == UNIT):
                yield self.problem(element, "taken", key)
        for element in self.root.iter("row"):
            for phrase in element.findall("phrase"):
                column, table = phrase.get("column"), self._table_of(element)
                if column and not any(column in table.columns[row] for row in table.under(_dotted(element))):
                    yield self.problem(phrase, "column", column)

    def _table_of(self, element: etree._Element) -> TableForm:
        owner = next(element.iterancestors("table"))
        return self.form.tables[need(owner, "key")]

    def _spans(self) -> Iterator[Diagnostic]:
        for element in self.root.iter("table"):
            table = self.form.tables[need(element, "key")]
            if table.across:
                continue
            labels = max(len(row.labels) for row in table.leaves)
            heads = [labels + sum(column.span for column in block.columns) for block in table.blocks]
            width = table.width or max(heads)
            for part, block, head in zip(element.findall("block") or [element], table.blocks, heads, strict=True):
                data = labels + sum(column.data_span for column in block.columns)
                for filled in dict.fromkeys(total for total in (head, data) if total != width):
                    yield self.problem(part, "span", f"{filled} ≠ {width}")

    def _terms(self, relation: etree._Element) -> Iterator[Diagnostic]:
        for element in relation.iter("total", "part", "term"):
            key, row, column = element.get("table", relation.get("table", "")), element.get("row"), element.get("column")
            table = self.form.tables.get(key)
            if table is None:
                yield self.problem(element, "table", key)
            elif not row and not column:
                yield self.problem(element, "axis", need(relation, "id"))
            elif row and row not in table.rows:
                yield self.problem(element, "row", row)
            elif column and not any(column in table.columns[each] for each in (table.under(row) if row else table.columns)):
                yield self.problem(element, "column", column)

    def _faults(self) -> Iterator[Diagnostic]:
        relations = {relation.id: relation for relation in self.form.relations}
        for element in self._relations():
            found = fault(relations[need(element, "id")], self.form)
            if found is not None:
                yield self.problem(element, *found)


def _dotted(row: etree._Element) -> str:
    outer = [need(element, "key") for element in row.iterancestors("row")]
    return ".".join([*reversed(outer), need(row, "key")])
