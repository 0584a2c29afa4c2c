"""From all forms ``layout.xsl``: XSLT 1.0 templates that draw every table, for stylesheets to include.

A stylesheet may not open ``layout.xml`` (``document()`` is refused where stylesheets run closed), so the grid comes as templates:
``mode="layout"`` of a table element draws it; every data cell calls the template ``cell`` of the including stylesheet.
Where the variable ``plain`` of that stylesheet is true, the cells of a row without money are written as they stand, which takes half the time;
where ``marked`` is true too, those of a row with a cell that does not apply are not.
``mode="name"`` gives a cell of it, or the whole of it, in the words of the clerk. Elements drawn are in no namespace, as HTML wants them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import groupby

from lxml import etree

from govreport.cellnames import SEPARATOR, column_name, row_name
from govreport.forms import TableForm
from govreport.generate.markup import add, root, serialise
from govreport.layout import Layout, LayoutCell, Line, layout
from govreport.model import NA
from govreport.standard import Standard

XSL = "http://www.w3.org/1999/XSL/Transform"
Ids = Mapping[str | None, str]


def layout_stylesheet(standard: Standard, note: str) -> bytes:
    """Return the ``layout.xsl`` of a schema tree.

    The including stylesheet defines the variables ``plain`` and ``marked``, and ``<xsl:template name="cell">`` with the parameters row,
    column, value (the attribute, empty where blank) and unit; it gives the content of the cell, and its context is the table element.
    """
    prefixes = {f"e{index}": standard.table_namespace(edition) for index, edition in enumerate(standard.forms)}
    names = {"version": "1.0", "exclude-result-prefixes": " ".join(prefixes)}
    sheet = root("stylesheet", names, {"xsl": XSL, **prefixes}, "xsl")
    for prefix, form in zip(prefixes, standard.forms.values(), strict=True):
        for number, table in enumerate(form.tables.values(), 1):
            _table(sheet, prefix, table, f"{prefix}.{number}")
            _names(sheet, prefix, table)
    return serialise(sheet, note)


def _table(sheet: etree._Element, prefix: str, table: TableForm, name: str) -> None:
    """Add the template that draws a table; headings have short ids, the name and a number, since every cell lists those it stands under."""
    grid = layout(table)
    ids = {cell.id: f"{name}.{number}" for number, cell in enumerate((cell for line in grid.lines for cell in line if cell.id), 1)}
    template = add(sheet, "template", {"match": f"{prefix}:{table.key}", "mode": "layout"})
    add(template, "variable", {"name": "whole", "select": f"$plain and {_present(table, prefix)}"})
    add(template, "variable", {"name": "bare", "select": "$whole and not($marked)"})
    drawn = _html(template, "table", {"class": "form", "data-table": table.key, "data-edition": table.edition})
    _html(drawn, "caption", {"id": f"{table.key}.caption"}).text = f"{table.name} {table.label}"
    for name, lines in (("thead", grid.head), ("tbody", grid.body)):
        if lines:
            part = _html(drawn, name)
            for line in lines:
                _line(part, line, grid, prefix, ids)


def _present(table: TableForm, prefix: str) -> str:
    """Return the expression that is true of a table in which no row is missing."""

    def below(keys: list[tuple[str, ...]]) -> str:
        groups = groupby(keys, key=lambda each: each[0])
        found = ((name, [each[1:] for each in group if each[1:]]) for name, group in groups)
        return " and ".join(f"{prefix}:{name}" + (f"[{below(rest)}]" if rest else "") for name, rest in found)

    return below([tuple(row.split(".")) for row in table.columns])


def _line(part: etree._Element, line: Line, grid: Layout, prefix: str, ids: Ids) -> None:
    element = _html(part, "tr")
    for row, cells in groupby(line, key=lambda cell: cell.row if cell.kind == "data" else None):
        if row is None:
            for cell in cells:
                tag = "td" if cell.kind == "corner" and not cell.text else "th"
                _html(element, tag, {**_spans(cell), "class": cell.kind, "id": ids.get(cell.id), "scope": cell.scope}).text = cell.text
        else:
            _data(element, row, list(cells), grid, prefix, ids)


def _data(line: etree._Element, row: str, cells: list[LayoutCell], grid: Layout, prefix: str, ids: Ids) -> None:
    """Add the cells of a row: as they stand, from the row's element (from the table, hence blank, where it has none), and each by a call."""
    path = "/".join(f"{prefix}:{part}" for part in row.split("."))
    money = grid.table.money_column(row)
    each = line
    if money is None:
        choose = add(line, f"{{{XSL}}}choose")
        # told with its axis, or libxml2 goes through the whole table to find the row
        element = "/".join(f"child::{part}" for part in path.split("/"))
        plain = add(add(choose, "when", {"test": f"$bare or $whole and not({path}/@* = '{NA.value}')"}), "for-each", {"select": element})
        for cell in cells:
            add(_cell(plain, cell, ids), f"{{{XSL}}}value-of", {"select": f"@{cell.column}"})
        each = add(choose, "otherwise")
    for cell in cells:
        call = add(_cell(each, cell, ids), f"{{{XSL}}}call-template", {"name": "cell"})
        unit = f"{path}/@unit" if money is not None and cell.column == money.key else None
        for name, given in (("row", f"'{row}'"), ("column", f"'{cell.column}'"), ("value", f"{path}/@{cell.column}"), ("unit", unit)):
            if given:
                add(call, "with-param", {"name": name, "select": given})


def _cell(line: etree._Element, cell: LayoutCell, ids: Ids) -> etree._Element:
    return _html(line, "td", {**_spans(cell), "headers": " ".join(filter(None, map(ids.get, cell.headers)))})


def _spans(cell: LayoutCell) -> dict[str, str | None]:
    return {"colspan": str(cell.colspan) if cell.colspan > 1 else None, "rowspan": str(cell.rowspan) if cell.rowspan > 1 else None}


def _names(sheet: etree._Element, prefix: str, table: TableForm) -> None:
    """Add the template that names a row of the table, a column of it, or a cell, by the parameters row and column."""
    template = add(sheet, "template", {"match": f"{prefix}:{table.key}", "mode": "name"})
    for name in ("row", "column"):
        add(template, "param", {"name": name})
    _text(template, table.name)
    _row_names(add(template, "if", {"test": "$row != ''"}), table, [tuple(row.split(".")) for row in table.rows], ())
    labels: dict[tuple[str, str], list[str]] = {}
    for row, columns in table.columns.items():
        for key in columns:
            labels.setdefault((key, column_name(table, row, key)), []).append(row)
    several = {key for key, number in Counter(key for key, _ in labels).items() if number > 1}
    choose = add(add(template, "if", {"test": "$column != ''"}), "choose")
    # the sums, which stand last, have the most notes
    for (key, label), rows in reversed(labels.items()):
        of_rows = " or ".join(f"$row = '{row}'" for row in rows)
        _text(add(choose, "when", {"test": f"$column = '{key}' and ({of_rows})" if key in several else f"$column = '{key}'"}), SEPARATOR + label)


def _row_names(parent: etree._Element, table: TableForm, keys: list[tuple[str, ...]], above: tuple[str, ...]) -> None:
    """Add the names of the rows below a row: groups first, each behind one test, so that few tests are made for a row."""
    choose = add(parent, "choose")
    depth = len(above)
    groups = [(".".join((*above, name)), list(group)) for name, group in groupby(keys, key=lambda each: each[depth])]
    for row, group in groups:
        if below := [each for each in group if len(each) > depth + 1]:
            _row_names(add(choose, "when", {"test": f"starts-with($row, '{row}.')"}), table, below, tuple(row.split(".")))
    for row, group in groups:
        if len(group[0]) == depth + 1:
            _text(add(choose, "when", {"test": f"$row = '{row}'"}), SEPARATOR + row_name(table, row))


def _text(parent: etree._Element, content: str) -> None:
    add(parent, "text", None, content)


def _html(parent: etree._Element, name: str, attributes: dict[str, str | None] | None = None) -> etree._Element:
    element = etree.SubElement(parent, name)
    for key, value in (attributes or {}).items():
        if value is not None:
            element.set(key, value)
    return element
