"""From a form its ``tables.sch``: ISO Schematron with the XSLT 1.0 binding, which says of a report's tables what the rules in Python say.

It holds all relations within a report, blank and not-applicable cells, and what the roles of rows and columns ask for. Two
patterns, ``tables`` and ``rows`` (a third, ``report``, where a relation spans tables). An assertion's ``flag`` is the code; its
diagnostics name table, row and column by their keys. Of several tables of a key the first counts, of whatever edition it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from govreport.cellnames import column_name
from govreport.envelope import BELOW_CITY
from govreport.forms import Block, Form, Relation, TableForm
from govreport.generate.equations import Names, Side, comparison, is_row_relation, row_sides, sides, term_tables
from govreport.generate.markup import add, root, serialise
from govreport.relations import Equation, equations
from govreport.standard import Standard

SCH = "http://purl.oclc.org/dsdl/schematron"
BLANK, NOT_APPLICABLE = "CELL-BLANK", "CELL-NA"
EDITION, RULES, MONEY = "DOC-EDITION", "T2-RULES", "T2-MONEY"
NOT_APPLICABLE_KINDS = ("count", "change")
"""The kinds of column in which a not-applicable mark is a finding: those that count."""
CITY_ONLY = "city-only"
NOT_ZERO = "[number() < 0 or number() > 0]"
"""A mark is no number, and compares with none."""


@dataclass(frozen=True)
class _Shape:
    """Rows of a block that lie equally deep, so that one rule can name their keys."""

    block: Block
    index: int
    depth: int
    rows: tuple[str, ...]


def tables(form: Form, standard: Standard, note: str, relations_only: bool = False) -> bytes:
    """Return the ``tables.sch`` of an edition; ``relations_only`` is for the relations that a profile adds to it."""
    namespace = standard.table_namespace(form.edition)
    schema = root("schema", {"queryBinding": "xslt", "schemaVersion": standard.release}, {"": SCH})
    add(schema, "title", text=f"{form.instrument} ({form.edition}.{form.revision})")
    add(schema, "ns", {"prefix": "r", "uri": standard.namespace})
    add(schema, "ns", {"prefix": "e", "uri": namespace})
    across = [equation for equation in _this_year(form) if len(term_tables(equation.relation)) > 1]
    if across:
        _report_pattern(add(schema, "pattern", {"id": "report"}), form, across, standard)
    _tables_pattern(add(schema, "pattern", {"id": "tables"}), form, standard, relations_only)
    _rows_pattern(add(schema, "pattern", {"id": "rows"}), form, standard, relations_only)
    _diagnostics(add(schema, "diagnostics"), form)
    return serialise(schema, note)


def _this_year(form: Form) -> Iterator[Equation]:
    for equation in equations(form):
        if not any(cell.last_year for cell in (*equation.left, *equation.right)):
            yield equation


def is_table(key: str, standard: Standard) -> str:
    """Return the test that an element is a table of that key, of any edition."""
    return f"local-name() = '{key}' and starts-with(namespace-uri(), '{standard.namespace}:') and (parent::r:chapter or parent::r:section)"


def _copies(pattern: etree._Element, form: Form, standard: Standard, inside: str) -> None:
    """Write the rule that keeps further copies of a table from the rules behind it: the first rule of a pattern that matches wins."""
    context = " | ".join(f"e:{key}[preceding::*[{is_table(key, standard)}]]{inside}" for key in form.tables)
    add(add(pattern, "rule", {"context": context}), "assert", {"test": "true()"}, "a further copy of a table: the first counts")


def _report_pattern(pattern: etree._Element, form: Form, found: list[Equation], standard: Standard) -> None:
    rule = add(pattern, "rule", {"context": "r:report"})
    for key in dict.fromkeys(cell.table for equation in found for cell in (*equation.left, *equation.right)):
        add(rule, "let", {"name": f"table.{key}", "value": f"(r:chapter//*[{is_table(key, standard)}])[1][self::e:{key}]"})
    for equation in found:
        _equation(rule, form, equation, lambda table: f"$table.{table}/")


def _tables_pattern(pattern: etree._Element, form: Form, standard: Standard, relations_only: bool) -> None:
    _copies(pattern, form, standard, "")
    for key in form.tables:
        found = [each for each in _this_year(form) if term_tables(each.relation) == {key} and not is_row_relation(each.relation)]
        if relations_only and not found:
            continue
        rule = add(pattern, "rule", {"context": f"r:*/e:{key}"})
        for equation in found:
            _equation(rule, form, equation, lambda _: "")
        if not relations_only:
            _edition(rule, form, key)


def _edition(rule: etree._Element, form: Form, key: str) -> None:
    """Write the assertion that the edition is in force for the reporting year; an unknown year is never too early or too late."""
    years = [f"not($year < {form.first_year})", *([f"not($year > {form.last_year})"] if form.last_year is not None else [])]
    rule.insert(0, add(rule, "let", {"name": "year", "value": "number(/r:report/r:metadata/r:year)"}))
    said = add(rule, "assert", {"id": f"edition.{key}", "flag": EDITION, "test": " and ".join(years), "diagnostics": f"table-{key}"})
    said.text = f"{form.tables[key].name} ({form.edition}): "
    add(said, "value-of", {"select": "$year"})


def _equation(rule: etree._Element, form: Form, equation: Equation, prefix: Names) -> None:
    at, relation = equation.at, equation.relation
    table = form.tables[at.table]
    label = " · ".join((table.name, *table.rows[at.row].labels, column_name(table, at.row, at.column)))
    where = f"table-{at.table} row-{at.row} column-{at.column}"
    guard = [f"$table.{key}" for key in sorted(term_tables(relation))] if len(term_tables(relation)) > 1 else []
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


def _rows_pattern(pattern: etree._Element, form: Form, standard: Standard, relations_only: bool) -> None:
    _copies(pattern, form, standard, "//*")
    for table in form.tables.values():
        for shape in _shapes(table):
            rule = _rows_rule(pattern, form, table, shape)
            if not relations_only:
                _cells(rule, table, shape)
            elif rule.find(f"{{{SCH}}}assert") is None:
                pattern.remove(rule)


def _shapes(table: TableForm) -> Iterator[_Shape]:
    for index, block in enumerate(table.blocks, 1):
        for depth in sorted({len(row.labels) for row in block.leaves}):
            yield _Shape(block, index, depth, tuple(row.key for row in block.leaves if len(row.labels) == depth))


def _rows_rule(pattern: etree._Element, form: Form, table: TableForm, shape: _Shape) -> etree._Element:
    context = " | ".join("/".join(f"e:{step}" for step in (table.key, *key.split("."))) for key in shape.rows)
    rule = add(pattern, "rule", {"context": context})
    columns = {column.key: column for column in shape.block.columns}
    place, name = f"table-{table.key} row.{shape.depth}", f"{table.key}.{shape.index}.{shape.depth}"
    for relation in form.relations:
        named = {term.column for term in (*relation.left, *relation.right)}
        if is_row_relation(relation) and term_tables(relation) == {table.key} and named <= columns.keys():
            total = (*relation.left, *relation.right)[-1].column or ""
            label = f"{table.name} · {column_name(table, shape.rows[0], total)}"
            _assertion(rule, relation, f"{relation.id}.{name}", row_sides(relation, columns), label, f"{place} column-{total}", [])
    return rule


def _cells(rule: etree._Element, table: TableForm, shape: _Shape) -> None:
    """Write what is asked of single cells: that they are filled in, with numbers, and what the roles of their rows say."""
    place, name = f"table-{table.key} row.{shape.depth}", f"{table.key}.{shape.index}.{shape.depth}"
    for column in shape.block.columns:
        label, where = f"{table.name} · {column_name(table, shape.rows[0], column.key)}", f"{place} column-{column.key}"
        add(rule, "assert", {"id": f"blank.{name}.{column.key}", "flag": BLANK, "test": f"@{column.key}", "diagnostics": where}, label)
        if column.kind in NOT_APPLICABLE_KINDS:
            test = f"not(@{column.key} = 'NA')"
            add(rule, "assert", {"id": f"na.{name}.{column.key}", "flag": NOT_APPLICABLE, "test": test, "diagnostics": where}, label)
        elif column.unit is None:
            test = f"@unit or not(@{column.key}{NOT_ZERO})"
            add(rule, "assert", {"id": f"unit.{name}.{column.key}", "flag": MONEY, "test": test, "diagnostics": where}, label)
    rows = [key for key in shape.rows if table.rows[key].role == CITY_ONLY]
    if rows:
        _city_only(rule, table, shape, rows)


def _city_only(rule: etree._Element, table: TableForm, shape: _Shape, rows: list[str]) -> None:
    """Write that a row of role ``city-only`` counts nothing below a city, at the first column that does."""
    elsewhere = f"not({' or '.join(_is_row(table.key, row) for row in rows)})"
    levels = " or ".join(f"@level = '{level}'" for level in BELOW_CITY)
    before: list[str] = []
    for column in shape.block.columns:
        counted = f"@{column.key}{NOT_ZERO}"
        test = " or ".join([elsewhere, f"not(/r:report/r:metadata/r:agency[{levels}])", f"not({counted})", *before])
        where = f"table-{table.key} row.{shape.depth} column-{column.key}"
        names = {"id": f"city.{table.key}.{shape.index}.{shape.depth}.{column.key}", "flag": RULES, "test": test, "diagnostics": where}
        add(rule, "assert", names, f"{table.name} · {column_name(table, shape.rows[0], column.key)}")
        before.append(counted)


def _is_row(table: str, row: str) -> str:
    """Return the test that an element of the context is a certain row of the table."""
    *outer, own = (table, *row.split("."))
    inside = ""
    for name in outer:
        inside = f"[parent::e:{name}{inside}]"
    return f"self::e:{own}{inside}"


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
