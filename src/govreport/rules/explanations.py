"""What may explain relations that fail together: sums are linear, so the smallest change that mends all of them can be searched.

One cell comes first; else one slip of a row (cells one column off, a number split over two cells) and two cells compete. An
explanation counts only if no other of its size mends the same relations and breaks none: of this year, last year's, the members' or
the profile's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, combinations

from govreport import numerals
from govreport.forms import Form
from govreport.model import NotApplicable, Value
from govreport.relations import Cell, Equation, Outcome, evaluate, value_of
from govreport.rules import slips
from govreport.rules.context import Context
from govreport.rules.failures import TOGETHER, Failed, Key, Number, both, failed, groups, solved, touching
from govreport.rules.rollup import added
from govreport.rules.series import carried

TRIES = 4_000
"""The most changes that are tried for one report."""
EVIDENCE = 4
"""Two cells are named only where at least so many relations fail together."""
PAIR = "pair"

Changes = Mapping[Key, Number]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A change that mends all relations that fail together: a kind and the cells with what they should be."""

    kind: str
    changes: tuple[tuple[Key, Number], ...]


@dataclass
class Search:
    """The relations of one report under search."""

    context: Context
    tries: int = TRIES
    failed: list[Failed] = field(default_factory=list)
    carries: list[tuple[Form, Outcome, bool]] = field(default_factory=list)
    sums: dict[Key, Number] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.carries = [(form, outcome, stated is not None) for form, outcome, stated in carried(self.context)]
        self.failed += [failed(outcome) for _, outcome in self.context.failures]
        self.failed += [failed(outcome) for _, outcome, stated in self.carries if outcome.failed and not stated]
        for table, row, column, total, members in added(self.context):
            key = (table.key, row, column)
            self.sums[key] = members
            if total != members:
                self.failed.append(Failed(total - members, {key: 1}))

    def explanations(self) -> Iterator[tuple[Explanation, int]]:
        """Yield what explains relations that fail together, with how many they are.

        Relations hang together by the cells they share. Where a row is one column off its own sum may hold, and the columns that
        fail share no cell: what is left unexplained is therefore tried table by table as well.
        """
        left: dict[str, list[Failed]] = {}
        for together in groups(self.failed):
            found = self.explanation(together)
            if found is not None:
                yield found, len(together)
            else:
                left.setdefault(next(iter(together[0].cells))[0], []).extend(together)
        for together in left.values():
            found = self.explanation(together)
            if found is not None:
                yield found, len(together)

    def explanation(self, together: list[Failed]) -> Explanation | None:
        """Return the one smallest change that mends relations that fail together, None where there is none or more than one."""
        if not 1 < len(together) <= TOGETHER or not all(each.certain for each in together):
            return None
        singles = self._distinct(self._single(together))
        if singles:
            return singles[0] if len(singles) == 1 else None
        others = self._distinct(chain(self._slips(together), self._pairs(together)))
        if len(others) != 1 or self.tries <= 0:
            return None
        (only,) = others
        evident = only.kind in (slips.SHIFTED, slips.SPLIT) or _is_evident(only, together)
        return only if evident and not self._may_be_exchanged(only, together) else None

    def _distinct(self, found: Iterable[Explanation]) -> list[Explanation]:
        """Return at most two explanations whose changes differ."""
        met: dict[tuple[tuple[Key, Number], ...], Explanation] = {}
        for each in found:
            met.setdefault(each.changes, each)
            if len(met) > 1:
                break
        return list(met.values())

    def _single(self, together: list[Failed]) -> Iterator[Explanation]:
        shared = set(together[0].cells).intersection(*(each.cells for each in together[1:]))
        for key in together[0].cells:
            value = self._value(key) if key in shared else None
            if value is None:
                continue
            step = solved(together[0].residual, together[0].cells[key])
            if step is not None and self._mends({key: value + step}, together):
                yield _explained(slips.kind(numerals.written(value), numerals.written(value + step)), {key: value + step})

    def _slips(self, together: list[Failed]) -> Iterator[Explanation]:
        shared = set.intersection(*({key[:2] for key in each.cells} for each in together))
        for table, row in dict.fromkeys(key[:2] for key in together[0].cells if key[:2] in shared):
            columns = list(self.context.shapes[table].columns[row])
            values = [self._value((table, row, column)) for column in columns]
            numbers = [value if isinstance(value, int) else -1 for value in values]
            for kind, changed in slips.slips(numbers):
                if all(number >= 0 for number in changed.values()) and all(numbers[place] >= 0 for place in changed):
                    changes = {(table, row, columns[place]): number for place, number in changed.items()}
                    if self._mends(changes, together):
                        yield _explained(kind, changes)

    def _pairs(self, together: list[Failed]) -> Iterator[Explanation]:
        first = min(together, key=lambda each: len(each.cells))
        for one in first.cells:
            rest = [each for each in together if one not in each.cells]
            others = set(rest[0].cells).intersection(*(each.cells for each in rest[1:])) if rest else {key for each in together for key in each.cells}
            for other in sorted(others - {one}):
                values = self._value(one), self._value(other)
                steps = both(together, one, other)
                if steps is not None and values[0] is not None and values[1] is not None:
                    changes = {one: values[0] + steps[0], other: values[1] + steps[1]}
                    if self._mends(changes, together):
                        yield _explained(PAIR, changes)

    def _may_be_exchanged(self, only: Explanation, together: list[Failed]) -> bool:
        """Return whether what a change within one row mends is also mended where two rows of its table are exchanged as a whole."""
        (table, _), *more = dict.fromkeys(key[:2] for key, _ in only.changes)
        columns = self.context.shapes[table].columns
        failing = {key[1] for each in together for key in each.cells if key[0] == table}
        pairs = combinations([row for row in columns if row in failing], 2) if not more else ()
        return any(columns[one].keys() == columns[other].keys() and self._mends(self._exchanged(table, one, other), together) for one, other in pairs)

    def _exchanged(self, table: str, one: str, other: str) -> Changes:
        changes: dict[Key, Number] = {}
        for column in self.context.shapes[table].columns[one]:
            first, second = (table, one, column), (table, other, column)
            values = self._value(first), self._value(second)
            if values[0] is not None and values[1] is not None and values[0] != values[1]:
                changes |= {first: values[1], second: values[0]}
        return changes

    def _mends(self, changes: Changes, together: list[Failed]) -> bool:
        """Return whether changes mend these relations and break no other: of this year, last year's, the members' or the profile's."""
        if self.tries <= 0:
            return False
        steps = {key: number - (self._value(key) or 0) for key, number in changes.items()}
        for each in together:
            if each.residual + sum(each.cells.get(key, 0) * step for key, step in steps.items()):
                return False
        self.tries -= 1
        return all(self._holds(key, number, changes) for key, number in changes.items())

    def _holds(self, key: Key, number: Number, changes: Changes) -> bool:
        table, row, column = key
        context = self.context
        shape = context.shapes[table].columns[row][column]
        try:
            numerals.text_of(number, shape.kind)
        except numerals.NumberError:
            return False
        if key in self.sums and self.sums[key] != number:
            return False
        for form in context.stating(context.tables[table].edition):
            for equation in touching(form).get(key, ()):
                if self._fails(form, equation, changes):
                    return False
        for form, outcome, stated in self.carries:
            if any((cell.table, cell.row, cell.column) == key and not cell.last_year for cell in (*outcome.equation.left, *outcome.equation.right)) and (
                stated or self._fails(form, outcome.equation, changes)
            ):
                return False
        return True

    def _fails(self, form: Form, equation: Equation, changes: Changes) -> bool:
        tables = self.context.editions[form.edition]
        if not all(cell.table in tables for cell in (*equation.left, *equation.right)):
            return False
        value, signed = value_of(form, tables, self.context.last_tables)

        def changed(cell: Cell) -> Value | None:
            found = None if cell.last_year else changes.get((cell.table, cell.row, cell.column))
            return value(cell) if found is None else found

        return evaluate(equation, changed, signed).failed

    def _value(self, key: Key) -> Number | None:
        table = self.context.tables.get(key[0])
        value = table.get(key[1], key[2]) if table else None
        return None if value is None or isinstance(value, NotApplicable) else value


def _explained(kind: str, changes: Changes) -> Explanation:
    return Explanation(kind, tuple(sorted(changes.items())))


def _is_evident(explanation: Explanation, together: list[Failed]) -> bool:
    """Return whether enough relations fail for two cells to be named, and each of the two is in at least two of them."""
    return len(together) >= EVIDENCE and all(sum(key in each.cells for each in together) > 1 for key, _ in explanation.changes)
