"""What the writer and the reader of CSV have to agree on: a text that a spreadsheet would take for a formula has a quote in front."""

from __future__ import annotations

import re

NEEDED = frozenset({"table", "edition", "row", "column", "value"})
"""The columns that a CSV of cells has, in any order, whatever others it has."""

_FORMULA = re.compile(r"'*(?:[=+\-@].|[\t\r])", re.DOTALL)
"""A sign that stands alone, as the name of standard input does, is no formula."""
_INERT = re.compile(r"'+(?:[=+\-@].|[\t\r])", re.DOTALL)


def inert(text: str) -> str:
    """Return a text as a cell that no spreadsheet computes."""
    return "'" + text if _FORMULA.match(text) else text


def meant(cell: str) -> str:
    """Return the text that a cell was made of."""
    return cell[1:] if _INERT.match(cell) else cell
