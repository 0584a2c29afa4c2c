"""Copies of tables as they stand in a text: labels, and the pieces behind each row label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from govreport.readers.legacy.labels import Use
from govreport.readers.legacy.tokens import Token, What
from govreport.standard import Standard

FEW, MANY = 3, 12
"""So many of the last rows, and of the last labels, are looked at."""
ACROSS = 4
"""So many heads make a table whose rows stand side by side."""
SOLID = (What.VALUE, What.TEXT)


@dataclass(slots=True)
class Run:
    """A row label (None for text that is no label of the form) and the pieces behind it; ``heads`` are the column labels above.

    ``cut``: behind words that are nobody's, numbers follow that may be cells of the row.
    """

    label: Token | None
    uses: tuple[Use, ...]
    slots: list[Token] = field(default_factory=list)
    heads: tuple[Token, ...] = ()
    cut: bool = False

    def keys(self, edition: str) -> set[str]:
        """Return the row keys the label may stand for in an edition."""
        return {use.key for use in self.uses if use.edition == edition and use.kind in ("row", "group")}

    @property
    def solid(self) -> list[Token]:
        """The pieces that hold something: values, and texts where a value should stand."""
        return [slot for slot in self.slots if slot.what in SOLID]


@dataclass(slots=True)
class Instance:
    """One printed copy of a table: its labels, the runs behind them and the texts between that belong to nothing.

    ``opens``: every row opens with a bar on a line of its own. ``glued``: somewhere a label and its numbers are one word.
    """

    table: str
    labels: list[Token] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    strays: list[Token] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)
    opens: bool = False
    glued: bool = False

    @property
    def first_line(self) -> int:
        """The index of the line where the table begins."""
        return min(token.line for token in self.tokens)

    def parted(self, first: Token) -> Instance:
        """Return the labels from one on as the beginning of another copy, and take them away."""
        at, begins = self.labels.index(first), self.tokens.index(first)
        other = Instance(self.table, self.labels[at:], tokens=self.tokens[begins:])
        del self.labels[at:], self.tokens[begins:]
        return other

    def lines(self) -> set[int]:
        """Return the indexes of all lines that hold a piece of the table."""
        return {line for token in self.tokens for line in range(token.line, token.last_line + 1)}

    def begins_with(self, uses: Sequence[Use]) -> bool:
        """Return whether the first label may stand for one of these."""
        first = self.labels[0].match
        return first is not None and bool({use.key for use in first.uses} & {use.key for use in uses})

    def runs_on(self, line: int) -> bool:
        """Return whether a line holds more than a row: a text without line breaks."""
        rows = sum(bool(run.slots) and run.slots[-1].line == line for run in self.runs[-FEW:])
        labels = (token.match for token in self.labels[-MANY:] if token.line == line and token.match)
        return rows > 1 or any(all(use.kind not in ("row", "group") for use in match.uses) for match in labels)

    @property
    def filled(self) -> bool:
        """Whether a row holds something, or empty cells and no digit stands anywhere: a table whose numbers all stand elsewhere is not read."""
        rows = [run for run in self.runs if run.uses] or self.runs
        beside = [*self.strays, *(slot for run in self.runs for slot in run.solid)]
        empty = any(run.slots for run in rows)
        return any(run.solid for run in rows) or (empty and not any(token.what is What.VALUE or any(map(str.isdigit, token.text)) for token in beside))

    @property
    def headed(self) -> bool:
        """Whether a head of the table, of a column or a block, is among its labels."""
        kinds = ({use.kind for use in token.match.uses if use.table == self.table} for token in self.labels if token.match)
        return any(found and not found & {"row", "group"} for found in kinds)

    @property
    def bare(self) -> bool:
        """Whether it is nothing but labels of rows: no head, and no cell behind any of them."""
        return not any(run.slots for run in self.runs) and not self.headed

    @property
    def repeats(self) -> bool:
        """Whether merged heads were written into every cell they covered."""
        pairs = zip(self.labels, self.labels[1:], strict=False)
        return any(
            one.match is not None and one.text == other.text and one.line == other.line and {use.kind for use in one.match.uses} & {"block", "heading"}
            for one, other in pairs
        )

    def rows(self) -> frozenset[str]:
        """Return the keys of the rows that its labels name; the empty key for a row without a label."""
        return frozenset(use.key for run in self.runs for use in run.uses) | frozenset("" for run in self.runs if not run.label)


def merge(found: Sequence[Instance]) -> list[Instance]:
    """Return the instances with the pieces of one table put together: such as name no row that another piece names."""
    merged: list[Instance] = []
    for instance in found:
        known = next((other for other in reversed(merged) if other.table == instance.table), None)
        if known is None or known.rows() & instance.rows() or not (known.rows() and instance.rows()):
            merged.append(instance)
            continue
        known.labels += instance.labels
        known.runs += instance.runs
        known.strays += instance.strays
        known.tokens += instance.tokens
    return merged


def is_table(found: Instance, standard: Standard) -> bool:
    """Return whether enough different labels of one edition came together: a quarter of its rows, or most of its heads.

    A table of a single row, or of less than four heads, has to be there with all of them.
    """
    for form in standard.forms.values():
        table = form.tables.get(found.table)
        if table is None:
            continue
        rows = {key for run in found.runs for key in run.keys(form.edition) if key in table.columns}
        heads = {use.key for token in found.labels if token.match for use in token.match.uses if use.edition == form.edition and use.table == table.key}
        columns = {column for columns in table.columns.values() for column in columns}
        if table.across:
            if len(heads) >= min(ACROSS, len(columns | table.rows.keys())):
                return True
        elif len(rows) >= max(2, len(table.leaves) // 4) or (rows and len(table.leaves) == 1 and columns <= heads):
            return True
    return False
