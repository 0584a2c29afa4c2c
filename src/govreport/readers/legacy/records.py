"""The cells that each run of a table fills: those of one row, or of all rows of a table printed side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govreport.forms import Column, TableForm
from govreport.readers.legacy.columns import Row
from govreport.readers.legacy.instances import Instance, Run
from govreport.readers.legacy.labels import normal, ordinal_length
from govreport.readers.legacy.tokens import What

Key = tuple[str, str]


class Record(NamedTuple):
    """The cells that one run fills: of one row, or of all rows of a table printed side by side."""

    cells: tuple[Key, ...]
    columns: tuple[Column, ...]
    run: Run

    @property
    def row(self) -> Row:
        """The run with the keys of its columns."""
        return Row(self.run, tuple(column.key for column in self.columns), all(column.span == column.data_span for column in self.columns))


def labelled_cell(run: Run) -> bool:
    """Return whether the first piece of a run stands in a grid on the line of its label."""
    return bool(run.slots) and run.label is not None and run.slots[0].grid and run.slots[0].line == run.label.line


def drop_opening(run: Run) -> None:
    """Take away the bar that opens a row without a label, in a table that opens every row with one."""
    while run.label is None and run.slots and run.slots[0].what is What.PAD:
        del run.slots[0]
    if run.label is None and run.slots and run.slots[0].what is What.SOFT:
        del run.slots[0]


def records_of(found: Instance, shape: TableForm, rest: list[Run]) -> Iterator[Record]:
    """Yield the cells that each run fills, row by row; runs that are no row of the form go to ``rest``."""
    if shape.across:
        columns = [(row, column) for row in shape.leaves for column in shape.blocks[0].columns]
        for run in found.runs:
            if run.solid or len(found.runs) == 1:
                yield Record(tuple((row.key, column.key) for row, column in columns), tuple(column for _, column in columns), run)
        return
    order = list(shape.columns)
    last = -1
    for run in found.runs:
        keys = sorted(order.index(key) for key in run.keys(shape.edition) if key in shape.columns)
        if not keys:
            if run.solid:
                rest.append(run)
            continue
        number = next((key for key in keys if key > last), keys[0])
        last = number
        row = order[number]
        columns_of = tuple(shape.columns[row].values())
        yield Record(tuple((row, column.key) for column in columns_of), columns_of, run)


def copies_of(records: Sequence[Record]) -> Iterator[list[Record]]:
    """Yield the copies of every row that may say what its cells hold: those with figures before others, those with something before empty ones."""
    by_cells: dict[tuple[Key, ...], list[Record]] = {}
    for record in records:
        by_cells.setdefault(record.cells, []).append(record)
    for copies in by_cells.values():
        counted = [copy for copy in copies if any(slot.what is What.VALUE for slot in copy.run.slots)]
        # where a row has its figures, words behind its label elsewhere are what a note says of it
        figures = [copy for copy in counted if copy.run.solid[0].what is What.VALUE]
        filled = figures or counted or [copy for copy in copies if copy.run.solid] or copies[:1]
        yield [copy for copy in filled if _is_numbered(copy)] or filled  # a row beside the form may have its words, not its number


def _is_numbered(record: Record) -> bool:
    """Return whether the label of a row begins with an ordinal, as the form prints it."""
    token = record.run.label
    return token is not None and ordinal_length(normal(token.words or token.text)) > 0
