"""Tables as their rulings draw them: lines snapped and joined, boxes between them, boxes without a wall between them one cell."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter

from govreport.readers.pdf.pages import Character, Page
from govreport.readers.pdf.rulings import Ruling

SHORT = 6.0
"""No ruling is shorter, once its pieces are joined."""
APART = 4.5
"""Rulings nearer to each other are one: drawn twice, doubled, or ending beside another."""
GAP = 4.5
COVERED = 0.5
"""A wall is there if a ruling runs along so much of it."""
CROSSINGS, BOXES = 4_000_000, 100_000
MISSING = 6.0
"""Rulings that run on so far beyond the last that crosses them end at an edge that was not drawn."""


@dataclass(slots=True)
class Area:
    """A cell: the columns and rows of boxes that it takes up; the characters in it.

    It is ``ragged`` where its walls do not close it, ``robbed`` where a figure of it may have been taken for a page number, ``veiled`` where one is not seen.
    """

    start: int
    end: int
    top: int
    bottom: int
    ragged: bool = False
    robbed: bool = False
    veiled: bool = False
    characters: list[Character] = field(default_factory=list)


@dataclass(slots=True)
class Grid:
    """A table on a page: where its columns and rows of boxes end, and its cells; ``owner`` gives the cell of each box."""

    xs: list[float]
    ys: list[float]
    areas: list[Area]
    owner: list[list[int]]

    def area(self, x: float, y: float) -> Area | None:
        """Return the cell at a point, None outside."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        if 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1:
            return self.areas[self.owner[row][column]]
        return None


def grids(page: Page) -> list[Grid]:
    """Return the tables of a page from top to bottom, without characters."""
    across, down = _joined(page.across), _joined(page.down)
    if len(across) * len(down) > CROSSINGS:
        return []
    found = []
    for lines, columns in _connected([*across, *_torn_edges(across, down)], down):
        grid = _grid(lines, columns)
        if grid is not None:
            found.append(grid)
    return sorted(found, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _joined(rulings: Sequence[Ruling]) -> list[Ruling]:
    """Return rulings at the same place as one, pieces that nearly touch as one."""
    joined: list[Ruling] = []
    for cluster in _clusters(sorted(rulings)):
        at = sum(ruling.at * max(ruling.end - ruling.start, 0.1) for ruling in cluster) / sum(max(ruling.end - ruling.start, 0.1) for ruling in cluster)
        pieces = sorted((ruling.start, ruling.end) for ruling in cluster)
        start, end = pieces[0]
        for first, last in pieces[1:]:
            if first > end + GAP:
                joined.append(Ruling(at, start, end))
                start = first
            end = max(end, last) if first <= end + GAP else last
        joined.append(Ruling(at, start, end))
    return [ruling for ruling in joined if ruling.end - ruling.start >= SHORT]


def _clusters(rulings: Sequence[Ruling]) -> list[list[Ruling]]:
    clusters: list[list[Ruling]] = []
    for ruling in rulings:
        if clusters and ruling.at - clusters[-1][0].at < APART:
            clusters[-1].append(ruling)
        else:
            clusters.append([ruling])
    return clusters


def _torn_edges(across: Sequence[Ruling], down: Sequence[Ruling]) -> list[Ruling]:
    """Return the edges of tables that a page break left open: where several vertical rulings end at one height and no other meets them."""
    found = []
    ends = sorted((end, ruling.at) for ruling in down for end in (ruling.start, ruling.end) if not _is_met(end, ruling.at, across))
    for cluster in _clusters([Ruling(end, at, at) for end, at in ends]):
        if len(cluster) > 1:
            places = [ruling.start for ruling in cluster]
            found.append(Ruling(sum(ruling.at for ruling in cluster) / len(cluster), min(places), max(places)))
    return [ruling for ruling in found if ruling.end - ruling.start >= SHORT]


def _is_met(y: float, x: float, across: Sequence[Ruling]) -> bool:
    first = bisect_left(across, y - GAP, key=attrgetter("at"))
    return any(ruling.start - GAP <= x <= ruling.end + GAP for ruling in across[first : bisect_right(across, y + GAP, key=attrgetter("at"))])


def _connected(across: Sequence[Ruling], down: Sequence[Ruling]) -> list[tuple[list[Ruling], list[Ruling]]]:
    """Return the rulings that cross or meet, directly or by others."""
    parents = list(range(len(across) + len(down)))

    def root(number: int) -> int:
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    places = [ruling.at for ruling in across]
    order = sorted(range(len(across)), key=places.__getitem__)
    ordered = [places[number] for number in order]
    for place, column in enumerate(down):
        for number in order[bisect_right(ordered, column.start - GAP) : bisect_right(ordered, column.end + GAP)]:
            line = across[number]
            if line.start - GAP <= column.at <= line.end + GAP:
                parents[root(number)] = root(len(across) + place)
    groups: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for number, ruling in enumerate((*across, *down)):
        groups.setdefault(root(number), ([], []))[number >= len(across)].append(ruling)
    return [(lines, columns) for lines, columns in groups.values() if len(lines) > 1 and columns]


def _grid(across: Sequence[Ruling], down: Sequence[Ruling]) -> Grid | None:
    xs = _edges([ruling.at for ruling in down], [ruling.start for ruling in across], [ruling.end for ruling in across])
    ys = _edges([ruling.at for ruling in across], [ruling.start for ruling in down], [ruling.end for ruling in down])
    if len(xs) < 2 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) > BOXES or (len(xs) == 2 and len(ys) == 2):
        return None
    beside = [_walls(down, at, ys) for at in xs[1:-1]]
    below = [_walls(across, at, xs) for at in ys[1:-1]]
    return _areas(xs, ys, beside, below)


def _edges(places: Sequence[float], starts: Sequence[float], ends: Sequence[float]) -> list[float]:
    """Return where boxes end: at rulings, and where those that cross them run on beyond the last."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] >= APART:
            found.append(place)
    if min(starts) < found[0] - MISSING:
        found.insert(0, min(starts))
    if max(ends) > found[-1] + MISSING:
        found.append(max(ends))
    return found


def _walls(rulings: Sequence[Ruling], at: float, edges: Sequence[float]) -> list[bool]:
    """Return for each box along an edge whether a wall is there."""
    near = [ruling for ruling in rulings if abs(ruling.at - at) < APART]
    return [sum(max(min(ruling.end, end) - max(ruling.start, start), 0.0) for ruling in near) >= COVERED * (end - start) for start, end in pairwise(edges)]


def _areas(xs: list[float], ys: list[float], beside: Sequence[Sequence[bool]], below: Sequence[Sequence[bool]]) -> Grid:
    width, height = len(xs) - 1, len(ys) - 1
    owner = [[-1] * width for _ in range(height)]
    areas: list[Area] = []
    for row in range(height):
        for column in range(width):
            if owner[row][column] < 0:
                _claim(_flood(row, column, width, height, beside, below), owner, areas)
    return Grid(xs, ys, areas, owner)


def _flood(row: int, column: int, width: int, height: int, beside: Sequence[Sequence[bool]], below: Sequence[Sequence[bool]]) -> set[tuple[int, int]]:
    """Return the boxes that no wall parts from one."""
    found = {(row, column)}
    waiting = [(row, column)]
    while waiting:
        row, column = waiting.pop()
        around = (
            (row, column + 1, column + 1 < width and not beside[column][row]),
            (row, column - 1, column > 0 and not beside[column - 1][row]),
            (row + 1, column, row + 1 < height and not below[row][column]),
            (row - 1, column, row > 0 and not below[row - 1][column]),
        )
        for down, right, opens in around:
            if opens and (down, right) not in found:
                found.add((down, right))
                waiting.append((down, right))
    return found


def _claim(boxes: set[tuple[int, int]], owner: list[list[int]], areas: list[Area]) -> None:
    """Make one cell of boxes, or one a row where they are no rectangle."""
    rows = sorted({row for row, _ in boxes})
    columns = sorted({column for _, column in boxes})
    if len(boxes) == len(rows) * len(columns) and columns[-1] - columns[0] + 1 == len(columns):
        _own(boxes, Area(columns[0], columns[-1] + 1, rows[0], rows[-1] + 1), owner, areas)
        return
    for row in rows:
        own = sorted(column for each, column in boxes if each == row)
        cuts = [0, *(number for number, (one, other) in enumerate(pairwise(own), 1) if other != one + 1), len(own)]
        for first, last in pairwise(cuts):
            run = own[first:last]
            _own({(row, column) for column in run}, Area(run[0], run[-1] + 1, row, row + 1, ragged=True), owner, areas)


def _own(boxes: set[tuple[int, int]], area: Area, owner: list[list[int]], areas: list[Area]) -> None:
    for row, column in boxes:
        owner[row][column] = len(areas)
    areas.append(area)
