"""From a form its ``layout.xml``: every printed cell with its spans, headings and keys, for whoever draws the tables."""

from __future__ import annotations

from lxml import etree

from govreport.forms import Form
from govreport.generate.freshness import DIGEST
from govreport.generate.markup import add, root, serialise
from govreport.layout import LayoutCell, Line, layout


def layout_document(form: Form, digest: str, note: str) -> bytes:
    """Return the ``layout.xml`` of an edition.

    A table has ``head`` (lines repeated on every page) and ``body``; a line's cells stand in print order without those that
    spans cover, as in HTML. ``row`` and ``column`` are keys; ``headers`` names the headings of a data cell, outermost first.
    """
    document = root("layout", {"edition": form.edition, DIGEST: digest}, {})
    for table in form.tables.values():
        grid = layout(table)
        element = add(document, "table", {"key": table.key, "name": table.name, "label": table.label, "width": str(grid.width)})
        for name, lines in (("head", grid.head), ("body", grid.body)):
            part = add(element, name)
            for line in lines:
                _line(part, line)
    return serialise(document, note)


def _line(part: etree._Element, line: Line) -> None:
    element = add(part, "line")
    for cell in line:
        add(element, "cell", cell_attributes(cell), cell.text or None)


def cell_attributes(cell: LayoutCell) -> dict[str, str | None]:
    """Return what a cell is as attributes; spans of one grid column or line are left out."""
    return {
        "kind": cell.kind,
        "colspan": str(cell.colspan) if cell.colspan > 1 else None,
        "rowspan": str(cell.rowspan) if cell.rowspan > 1 else None,
        "row": cell.row,
        "column": cell.column,
        "id": cell.id,
        "scope": cell.scope,
        "headers": " ".join(cell.headers) or None,
    }
