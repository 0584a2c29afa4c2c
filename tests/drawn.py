"""Tables as pages draw them: their cells by the keys of the form, found by the order of print."""

from __future__ import annotations

from lxml import etree

from govreport.forms import TableForm
from govreport.layout import layout


def cells(page: etree._Element, table: TableForm) -> dict[tuple[str, str], etree._Element]:
    """Return the data cells of the first drawing of a table by row and column key."""
    drawn = page.xpath("(//table[@data-table = $key])[1]//td[@headers]", key=table.key)
    keys = [(cell.row or "", cell.column or "") for line in layout(table).lines for cell in line if cell.kind == "data"]
    return dict(zip(keys, drawn, strict=True))
