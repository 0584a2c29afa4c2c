"""The unit of money in force in a cell that names none: what heads, labels and lines around the table say of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govreport.forms import Column
from govreport.readers.legacy.instances import Instance
from govreport.readers.legacy.lines import Line
from govreport.readers.legacy.records import Record
from govreport.readers.legacy.tokens import Token
from govreport.readers.legacy.values import ValueReader

ABOVE = 2
"""In so many lines with words above a table its unit may be named."""
EXACT = 100.0
UNSURE = "?"


class Units:
    """The units named in and around one copy of a table."""

    def __init__(self, found: Instance, lines: Sequence[Line], values: ValueReader) -> None:
        self._found, self._lines, self._values = found, lines, values

    def of(self, record: Record, column: Column) -> str | None:
        """Return the unit that is named for a column of a row, ``UNSURE`` where several or unknown ones are, None where none is."""
        named = {unit for unit in (*self._by_heads(record, column), *self._by_labels(record), *self._by_lines(record)) if unit}
        if len(named) > 1 or not named <= self._values.units:
            return UNSURE
        return next(iter(named), None)

    def _by_heads(self, record: Record, column: Column) -> Iterator[str | None]:
        for head in record.run.heads:
            if head.match is None:
                yield self._values.remarked_unit(head.text)
            elif any(use.key == column.key for use in head.match.uses):
                words = head.words or head.text
                unit = self._values.remarked_unit(head.match.remark) if head.match.remark else self._values.money_unit(words)
                yield unit if head.match.score == EXACT or unit in (None, column.unit) else UNSURE

    def _by_labels(self, record: Record) -> Iterator[str | None]:
        """Yield what the remarks behind the row's label and the title of its block name."""
        row = record.run.label
        above = [token for token in self._found.labels if row is not None and _place(token) <= _place(row)]
        blocks = [token for token in above if token.match and any(use.kind == "block" for use in token.match.uses)]
        for token in (*blocks[-1:], *([row] if row else [])):
            if token.match and token.match.remark:
                yield self._values.remarked_unit(token.match.remark)

    def _by_lines(self, record: Record) -> Iterator[str | None]:
        """Yield what lines that only name units say, above the table or in it up to the row."""
        first = self._found.first_line
        last = record.run.label.line if record.run.label else first
        above = [number for number in range(first - 1, max(first - 8, -1), -1) if self._lines[number].text.strip()][:ABOVE]
        for number in (*above, *range(first, last)):
            yield self._values.line_unit(self._lines[number].text)


def _place(token: Token) -> tuple[int, int]:
    return token.line, token.start
