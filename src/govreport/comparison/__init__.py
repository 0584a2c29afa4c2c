"""Two reports side by side: metadata, cells and chapters, each said to be equal, changed or not comparable."""

from govreport.comparison.cells import CHANGED, EQUAL, INCOMPARABLE, CellLine
from govreport.comparison.reports import ChapterLine, Comparison, FieldLine, compare

__all__ = ["CHANGED", "EQUAL", "INCOMPARABLE", "CellLine", "ChapterLine", "Comparison", "FieldLine", "compare"]
