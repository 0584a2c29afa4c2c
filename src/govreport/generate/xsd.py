"""From a form its ``tables.xsd``: an element a row, an attribute a column; and ``editions.xsd``, which imports them all."""

from __future__ import annotations

from lxml import etree

from govreport.forms import Block, Column, Form, Row, TableForm
from govreport.generate.markup import XML_LANG, add, root, serialise
from govreport.standard import Standard

XS = "http://www.w3.org/2001/XMLSchema"
CELL_TYPES = {"count": "r:CountCell", "change": "r:ChangeCell", "money": "r:MoneyCell"}
"""The envelope's type for each kind of column."""
UNIT = "unit"
"""The attribute that a row with a money column may have beside its columns."""


def tables(form: Form, standard: Standard, note: str) -> bytes:
    """Return the ``tables.xsd`` of an edition; every table element substitutes for the head ``table`` of the envelope."""
    namespace = standard.table_namespace(form.edition)
    attributes = {"targetNamespace": namespace, "elementFormDefault": "qualified", "version": f"{form.edition}.{form.revision}"}
    schema = root("schema", attributes, {"xs": XS, "r": standard.namespace, "": namespace}, "xs")
    _document(schema, form.instrument)
    add(schema, "import", {"namespace": standard.namespace, "schemaLocation": "../report.xsd"})
    for table in form.tables.values():
        _table(schema, table)
    return serialise(schema, note)


def editions(standard: Standard, note: str) -> bytes:
    """Return the ``editions.xsd`` of a schema tree: one import an edition, in the envelope's own namespace."""
    schema = root("schema", {"targetNamespace": standard.namespace}, {"xs": XS}, "xs")
    for edition in standard.forms:
        add(schema, "import", {"namespace": standard.table_namespace(edition), "schemaLocation": f"{edition}/tables.xsd"})
    return serialise(schema, note)


def _table(schema: etree._Element, table: TableForm) -> None:
    element = add(schema, "element", {"name": table.key, "substitutionGroup": "r:table"})
    _document(element, f"{table.name} {table.label}" if table.name != table.label else table.label)
    content = add(add(element, "complexType"), "sequence")
    names = [table.key if len(table.blocks) == 1 else f"{table.key}.{index}" for index in range(1, len(table.blocks) + 1)]
    for name, block in zip(names, table.blocks, strict=True):
        _elements(content, [row for row in block.rows if len(row.labels) == 1], block, name)
    for name, block in zip(names, table.blocks, strict=True):
        _row_type(schema, name, block)


def _elements(content: etree._Element, rows: list[Row], block: Block, type_name: str) -> None:
    for row in rows:
        name = row.key.rpartition(".")[2]
        element = add(content, "element", {"name": name, "type": type_name if row.leaf else None})
        _document(element, row.label)
        if not row.leaf:
            inner = [other for other in block.rows if other.key.rpartition(".")[0] == row.key]
            _elements(add(add(element, "complexType"), "sequence"), inner, block, type_name)


def _row_type(schema: etree._Element, name: str, block: Block) -> None:
    row_type = add(schema, "complexType", {"name": name})
    if block.label:
        _document(row_type, block.label)
    for column in block.columns:
        _document(add(row_type, "attribute", {"name": column.key, "type": CELL_TYPES[column.kind]}), _label(column))
    if any(column.kind == "money" for column in block.columns):
        add(row_type, "attribute", {"name": UNIT, "type": "r:Unit"})


def _label(column: Column) -> str:
    return " · ".join((*column.groups, column.label))


def _document(element: etree._Element, text: str) -> None:
    add(add(element, "annotation"), "documentation", {XML_LANG: "zh"}, text)
