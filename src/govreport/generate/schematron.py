"""From a form its ``tables.sch``: ISO Schematron with the XSLT 1.0 binding, which says of a report's tables what the rules in Python say.

It holds all relations within a report, blank and not-applicable cells. Two patterns, ``tables`` and ``rows`` (a third, ``report``,
where a relation spans tables); no context lies inside another of its pattern. An assertion's ``flag`` is the code; its
diagnostics name table, row and column by their keys.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from govreport.forms import Block, Form, Relation, TableForm
from govreport.generate.equations import Names, Side, comparison, is_row_relation, row_sides, sides, term_tables
from govreport.generate.markup import add, root, serialise
from govreport.relations import Equation, equations
from govreport.standard import Standard

SCH = "http://purl.oclc.org/dsdl/schematron"
BLANK, NOT_APPLICABLE = "CELL-BLANK", "CELL-NA"
NOT_APPLICABLE_KINDS = ("count", "change")
"""The kinds of column in which a not-applicable mark is a finding: those that count."""


@dataclass(frozen=True)
class _Shape:
    """Rows of a block that lie equally deep, so that one rule can name their keys."""

    block: Block
    index: int
    depth: int
    rows: tuple[str, ...]


def tables(form: Form, standard: Standard, note: str) -> bytes:
    """Return the ``tables.sch`` of an edition."""
    namespace = standard.table_namespace(form.edition)
    schema = root("schema", {"queryBinding": "xslt", "schemaVersion": standard.release}, {"": SCH})
    add(schema, "title", text=f"{form.instrument} ({form.edition}.{form.revision})")
    add(schema, "ns", {"prefix": "r", "uri": standard.namespace})
    add(schema, "ns", {"prefix": "e", "uri": namespace})
    across = [equation for equation in _this_year(form) if len(term_tables(equation.relation)) > 1]
    if across:
        _report_pattern(add(schema, "pattern", {"id": "report"}), form, across)
    _tables_pattern(schema, form)
    _rows_pattern(add(schema, "pattern", {"id": "rows"}), form)
    _diagnostics(add(schema, "diagnostics"), form)
    return serialise(schema, note)


def _this_year(form: Form) -> Iterator[Equation]:
    for equation in equations(form):
        if not any(cell.last_year for cell in (*equation.left, *equation.right)):
            yield equation


def _report_pattern(pattern: etree._Element, form: Form, found: list[Equation]) -> None:
    rule = add(pattern, "rule", {"context": "r:report"})
    for equation in found:
        _equation(rule, form, equation, lambda table: f"r:chapter//e:{table}/")


def _tables_pattern(schema: etree._Element, form: Form) -> None:
    rules = {key: [e for e in _this_year(form) if term_tables(e.relation) == {key} and not is_row_relation(e.relation)] for key in form.tables}
    if any(rules.values()):
        pattern = add(schema, "pattern", {"id": "tables"})
        for key, found in rules.items():
            if found:
                rule = add(pattern, "rule", {"context": f"e:{key}"})
                for equation in found:
                    _equation(rule, form, equation, lambda _: "")


def _equation(rule: etree._Element, form: Form, equation: Equation, prefix: Names) -> None:
    at, relation = equation.at, equation.relation
    table = form.tables[at.table]
    column = table.columns[at.row][at.column]
    label = " · ".join((table.name, *table.rows[at.row].labels, column.label))
    where = f"table-{at.table} row-{at.row} column-{at.column}"
    guard = [f"r:chapter//e:{key}" for key in sorted(term_tables(relation))] if len(term_tables(relation)) > 1 else []
    _assertion(rule, relation, f"{relation.id}.{at.row}.{at.column}", sides(equation, form, prefix), label, where, guard)


def _assertion(rule: etree._Element, relation: Relation, name: str, pair: tuple[Side, Side], label: str, where: str, guard: list[str]) -> None:
    number = len({let.get("name", "").split(".")[0] for let in rule.iterfind(f"{{{SCH}}}let")}) // 2 + 1
    lets, test = comparison(f"left{number}", f"right{number}", *pair)
    for let, value in lets:
        # a rule's lets stand before its assertions
        position = len(rule.findall(f"{{{SCH}}}let"))
        rule.insert(position, add(rule, "let", {"name": let, "value": value}))
    test = " or ".join([*(f"not({path})" for path in guard), test])
    assertion = add(rule, "assert", {"id": name, "flag": relation.code, "test": test, "diagnostics": where})
    zh = dict(relation.texts).get("zh")
    assertion.text = f"{label}: {zh + ': ' if zh else ''}"
    for side, tail in zip(("left", "right"), (" ≠ ", ""), strict=True):
        shown = add(assertion, "value-of", {"select": f"format-number(sum(${side}{number}), '0.######')"})
        shown.tail = tail


def _rows_pattern(pattern: etree._Element, form: Form) -> None:
    for table in form.tables.values():
        for shape in _shapes(table):
            _rows_rule(pattern, form, table, shape)


def _shapes(table: TableForm) -> Iterator[_Shape]:
    for index, block in enumerate(table.blocks, 1):
        for depth in sorted({len(row.labels) for row in block.leaves}):
            yield _Shape(block, index, depth, tuple(row.key for row in block.leaves if len(row.labels) == depth))


def _rows_rule(pattern: etree._Element, form: Form, table: TableForm, shape: _Shape) -> None:
    context = " | ".join("/".join(f"e:{step}" for step in (table.key, *key.split("."))) for key in shape.rows)
    rule = add(pattern, "rule", {"context": context})
    columns = {column.key: column for column in shape.block.columns}
    place, name = f"table-{table.key} row.{shape.depth}", f"{table.key}.{shape.index}.{shape.depth}"
    for relation in form.relations:
        named = {term.column for term in (*relation.left, *relation.right)}
        if is_row_relation(relation) and term_tables(relation) == {table.key} and named <= columns.keys():
            total = (*relation.left, *relation.right)[-1].column or ""
            label = f"{table.name} · {columns[total].label}"
            _assertion(rule, relation, f"{relation.id}.{name}", row_sides(relation, columns), label, f"{place} column-{total}", [])
    for column in shape.block.columns:
        label, where = f"{table.name} · {column.label}", f"{place} column-{column.key}"
        add(rule, "assert", {"id": f"blank.{name}.{column.key}", "flag": BLANK, "test": f"@{column.key}", "diagnostics": where}, label)
        if column.kind in NOT_APPLICABLE_KINDS:
            test = f"not(@{column.key} = 'NA')"
            add(rule, "assert", {"id": f"na.{name}.{column.key}", "flag": NOT_APPLICABLE, "test": test, "diagnostics": where}, label)


def _diagnostics(parent: etree._Element, form: Form) -> None:
    tables = form.tables.values()
    rows = dict.fromkeys(row for table in tables for row in table.columns)
    columns = dict.fromkeys(column for table in tables for _, column in table.cells)
    for kind, keys in (("table", list(form.tables)), ("row", list(rows)), ("column", list(columns))):
        for key in keys:
            add(parent, "diagnostic", {"id": f"{kind}-{key}"}, key)
    for depth in sorted({len(row.labels) for table in tables for row in table.leaves}):
        steps = [f"local-name({'/'.join(['..'] * up) or '.'})" for up in range(depth - 1, -1, -1)]
        path = f"concat({', '.join(', '.join((step, repr('.'))) for step in steps[:-1])}, {steps[-1]})" if depth > 1 else steps[0]
        add(add(parent, "diagnostic", {"id": f"row.{depth}"}), "value-of", {"select": path})
