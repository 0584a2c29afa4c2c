"""Cells of a table as markup draws them: the columns of the grid that each takes up are known, not told from the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Cell(NamedTuple):
    """A cell of a line: the grid columns from ``start`` up to ``end``, both from 0.

    ``covered``: a cell of a line above reaches down here. ``doubt`` says why what stands here is nobody's for certain: ``merged``
    over several rows, ``broken`` into two numbers, ``cut`` off by the edge of the paper, an ``image``, a ``field`` to fill in,
    ``struck`` out, or ``hidden``.
    """

    start: int
    end: int
    covered: bool = False
    doubt: str | None = None


Cells = Callable[[int], Cell | None]
"""The cell at an offset of the text, None where no markup draws one."""
