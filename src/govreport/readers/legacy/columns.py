"""Columns told by where pieces stand on the line: for tables that copying kept in shape with blanks only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from govreport.readers.legacy.instances import Run
from govreport.readers.legacy.lines import Line
from govreport.readers.legacy.measures import bars_before, clusters, median, nearest, width
from govreport.readers.legacy.slots import Fitted
from govreport.readers.legacy.tokens import Token

NEAREST = 4
MAXIMUM_SPREAD = 2.0
SLACK = 0.5
"""By so much the full rows may agree less by a measure than by the best one for it to be heard too."""
WIDE_GAP, WIDE = " " * 6, 3
Measure = Callable[[Token], float]


class Row(NamedTuple):
    """A run with the columns it has to fill, named by their keys; ``as_headed`` if cells are as wide as the heads above them."""

    run: Run
    columns: tuple[str, ...]
    as_headed: bool


class Columns:
    """The columns of one copy of a table, learnt from its full rows and, where there are none, from its heads."""

    def __init__(self, lines: Sequence[Line], rows: Sequence[Row]) -> None:
        self._lines = lines
        self._agreeing: dict[tuple[tuple[int, int], ...], list[Measure]] = {}
        self._below_heads: dict[tuple[tuple[int, int], ...], list[Row]] = {}
        for row in rows:
            self._below_heads.setdefault(tuple((head.line, head.start) for head in row.run.heads), []).append(row)
        self._full: dict[tuple[str, ...], list[Run]] = {}
        for row in rows:
            if len(row.run.solid) == len(row.columns) and self._aligned(row.run):
                self._full.setdefault(row.columns, []).append(row.run)
        self._full_grid: dict[tuple[str, ...], list[Run]] = {}
        for row in rows:
            lines_of = {token.line for token in row.run.solid}
            if len(lines_of) == 1 and len(row.run.solid) == len(row.columns) and all(token.grid for token in row.run.solid):
                self._full_grid.setdefault(row.columns, []).append(row.run)
        self._trusted = self._measures()
        self._apart = {columns: self._least_apart(runs) for columns, runs in self._full.items()}
        self._steady = {columns: [run for run in runs if not self._pushes(run, self._apart[columns])] for columns, runs in self._full.items()}

    def fit(self, row: Row) -> Fitted | None:
        """Return one entry a column where every piece stands clearly in one of the full rows nearby, else None."""
        solid = row.run.solid
        if not solid or len(solid) >= len(row.columns) or not self._aligned(row.run):
            return None
        apart = self._apart.get(row.columns, 0.0)
        near = sorted(self._steady.get(row.columns, ()), key=lambda run: abs(run.solid[0].line - solid[0].line))[:NEAREST]
        if not near or self._pushes(row.run, apart) or self._covers(row.run, near[0]) or self._is_shifted(row.run, near):
            return None
        told = [nearest([(measure(token), token) for token in solid], _centres(near, measure)) for measure in self._trusted]
        found = [fitted for number, fitted in enumerate(told) if fitted is not None and fitted not in told[:number]]
        return found[0] if len(found) == 1 else None

    def _least_apart(self, full: Sequence[Run]) -> float:
        """Return how far apart the middles of columns are at least in full rows, in printed width, 0 for a single column."""
        return min((other - one for run in full for one, other in pairwise(map(self._printed_centre, run.solid))), default=0.0)

    def _pushes(self, run: Run, apart: float) -> bool:
        """Return whether a piece is wider than columns are apart, or wide and with but a blank behind it, so that it pushes those behind it out of theirs."""
        close = any(len(one.text) >= WIDE and other.start <= one.start + len(one.text) + 1 for one, other in pairwise(run.solid))
        return close or max((width(token.text) for token in run.solid[:-1]), default=0) >= apart > 0

    def _covers(self, run: Run, full: Run) -> bool:
        """Return whether a piece stands over the middles of two columns of a full row."""
        middles = [self._printed_centre(token) for token in full.solid]
        spans = [(self._printed(token), self._printed(token) + width(token.text)) for token in run.solid]
        return any(sum(start <= middle <= end for middle in middles) > 1 for start, end in spans)

    def _is_shifted(self, run: Run, near: Sequence[Run]) -> bool:
        """Return whether the label of a row reaches over the first column of full ones: its cells stand further to the right than theirs."""
        on_line = run.label is not None and run.label.last_line == run.solid[0].line
        if run.label is None or not on_line:
            return False
        measures: tuple[Measure, ...] = (lambda token: token.start + len(token.text), lambda token: self._printed(token) + width(token.text))
        return any(end(run.label) > max(end(full.solid[0]) for full in near) for end in measures)

    def by_bars(self, row: Row) -> Fitted | None:
        """Return one entry a column of a grid where every piece stands in a cell that full rows, else the heads, give to a column."""
        solid = row.run.solid
        if not solid or not all(token.grid for token in solid) or len({token.line for token in solid}) > 1:
            return None
        places = {tuple(map(self._cell, run.solid)) for run in self._full_grid.get(row.columns, ())} or self._headed_cells(row)
        found = {self._cell(token): token for token in solid}
        order = next(iter(places), ())
        if order and row.run.label is not None and row.run.label.last_line == solid[0].line and self._cell(row.run.label)[1] >= order[0][1]:
            return None
        return [found.get(cell) for cell in order] if len(places) == 1 and len(found) == len(solid) and set(found) <= set(order) else None

    def _headed_cells(self, row: Row) -> set[tuple[tuple[int, int], ...]]:
        """Return the cells of the heads in the order of the columns, nothing where not every column has just one."""
        cells: dict[str, set[tuple[int, int]]] = {}
        for head in row.run.heads:
            key = column_key(head, row.columns)
            if key and head.grid:
                cells.setdefault(key, set()).add(self._cell(head))
        single = [next(iter(places)) for places in cells.values() if len(places) == 1]
        alike = len({count for count, _ in single}) == 1  # heads on lines with fewer cells do not tell which of a row's stand below them
        sure = alike and row.as_headed and len(set(single)) == len(cells) == len(row.columns)
        return {tuple(next(iter(cells[key])) for key in row.columns)} if sure else set()

    def _cell(self, token: Token) -> tuple[int, int]:
        """Return how many cells the line has and the number of the piece's own: comparable only where lines have as many."""
        text = self._lines[token.line].text
        return bars_before(text, len(text)), bars_before(text, token.start)

    def by_heads(self, row: Row) -> Fitted | None:
        """Return the columns told by the heads alone, where there are no full rows, and every measure that suits all rows below them says the same."""
        run, expected = row.run, len(row.columns)
        if not run.solid or len(run.solid) >= expected or not row.as_headed or self._full.get(row.columns) or not self._aligned(run):
            return None
        found: list[Fitted] = []
        for measure in self._suiting(row):
            fitted = self._below(row, measure)
            if fitted is not None and fitted not in found:
                found.append(fitted)
        return found[0] if len(found) == 1 else None

    def _suiting(self, row: Row) -> list[Measure]:
        """Return the measures, in characters or in printed width, by which the pieces of all rows below the same heads stand below these."""
        heads = tuple((head.line, head.start) for head in row.run.heads)
        if heads not in self._agreeing:
            rows = [each for each in self._below_heads[heads] if each.columns == row.columns and _on_a_line(each.run)]
            measures = () if self._under_labels(row.run.heads, rows) else (self._centre, self._printed_centre)
            self._agreeing[heads] = [measure for measure in measures if all(self._below(each, measure) is not None for each in rows)]
        return self._agreeing[heads]

    def _under_labels(self, heads: Sequence[Token], rows: Sequence[Row]) -> bool:
        """Return whether the label of a row reaches below the first head: cells that have but a few blanks between, and no columns."""
        labels = [label for row in rows if (label := row.run.label) is not None and label.last_line == row.run.solid[0].line]
        first = min((head.start for head in heads), default=0)
        printed = min(map(self._printed, heads), default=0.0)
        return any(label.start + len(label.text) > first and self._printed(label) + width(label.text) > printed for label in labels)

    def _below(self, row: Row, measure: Measure) -> Fitted | None:
        centres = clusters(sorted(measure(head) for head in row.run.heads))
        return nearest([(measure(token), token) for token in row.run.solid], centres) if len(centres) == len(row.columns) else None

    def _aligned(self, run: Run) -> bool:
        """Return whether the pieces stand on one line without bars, with wide gaps before or between them."""
        solid = run.solid
        if not _on_a_line(run):
            return False
        text = self._lines[solid[0].line].text
        return WIDE_GAP in text[: solid[-1].start]

    def _centre(self, token: Token) -> float:
        return token.start + len(token.text) / 2

    def _printed(self, token: Token) -> float:
        return float(width(self._lines[token.line].text[: token.start]))

    def _printed_centre(self, token: Token) -> float:
        return self._printed(token) + width(token.text) / 2

    def _measures(self) -> list[Measure]:
        """Return the measures by which the full rows agree as well as by any: left, middle or right, in characters or in printed width."""
        measures: list[Measure] = [
            self._centre,
            lambda token: float(token.start),
            lambda token: float(token.start + len(token.text)),
            self._printed_centre,
            self._printed,
            lambda token: self._printed(token) + width(token.text),
        ]
        spreads = [self._spread(measure) for measure in measures]
        most = min(min(spreads) + SLACK, MAXIMUM_SPREAD)
        return [measure for measure, spread in zip(measures, spreads, strict=True) if spread <= most]

    def _spread(self, measure: Measure) -> float:
        """Return by how much full rows next to each other differ in where their pieces stand, in characters, mostly."""
        differences = [
            abs(measure(one.solid[number]) - measure(other.solid[number]))
            for runs in self._full.values()
            for one, other in pairwise(runs)
            for number in range(len(one.solid))
        ]
        return median(differences) if differences else MAXIMUM_SPREAD + 1


def _on_a_line(run: Run) -> bool:
    """Return whether a run has pieces, all of them on one line without bars."""
    return len({token.line for token in run.solid}) == 1 and not any(token.barred for token in run.solid)


def column_key(head: Token, own: Sequence[str]) -> str:
    """Return which of a row's columns a head names for certain, the empty string where none."""
    uses = head.match.uses if head.match else ()
    return next((use.key for use in uses if use.key in own and use.kind == "column" and not use.cut), "")


def _centres(runs: Sequence[Run], measure: Measure) -> list[float]:
    """Return where the pieces of some full rows stand, column by column."""
    return [median([measure(run.solid[number]) for run in runs]) for number in range(len(runs[0].solid))]
