"""What was typed into a cell as a value: exactly, or not at all; a typed text is never changed."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from govreport import numerals, vocabulary
from govreport.model import NA, Table, Value
from govreport.readers.legacy.values import Parsed, value_reader


class Typed:
    """Reads what clerks type, with the marks of a vocabulary; ``marks`` are those for a cell that is not applicable."""

    def __init__(self, root: Path) -> None:
        found = vocabulary.load(root)
        self.marks = frozenset(found.words("na"))
        self._reader = value_reader(found)

    def value(self, text: str, kind: str) -> tuple[Value | None, bool]:
        """Return the value of a text in a column of that kind (count, change, money), and whether the text could be taken: a blank one can."""
        bare = text.strip()
        if not bare:
            return None, True
        known = numerals.parse(bare, kind)
        if known is not None:
            return known, True
        found = self._reader.read(bare, kind)
        return (found.value, True) if _plain(found, kind) else (None, False)


def _plain(found: Parsed, kind: str) -> bool:
    """Return whether a text is a number and nothing else, or a mark."""
    return found.value is not None and (found.value is NA or found.how == "direct" or (found.how == "sign" and kind == "change"))


@lru_cache(maxsize=8)
def typed(root: Path) -> Typed:
    """Return the reader of typed figures for a schema tree."""
    return Typed(root)


def shown(table: Table, row: str, column: str, mark: str | None) -> str:
    """Return a cell of a report as it stands in its field: the number as written, or the mark of a cell that is not applicable."""
    value = table.get(row, column)
    if value is None:
        return ""
    return mark if value is NA and mark else numerals.written(value)
