"""Seeded true tables: what a report says before any copying; relations hold but where real print breaks them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

from govreport.forms import Column, Form, TableForm
from govreport.relations import Cell, equations
from govreport.standard import Standard

Number = int | Decimal
MARKS = ("-", "/", "—", "无", "－", "--")
UNITS = ("元", "万元")


@dataclass(frozen=True)
class Mark:
    """A not-applicable cell: the mark the clerk wrote."""

    text: str


@dataclass
class TrueTable:
    """A table's cells by (row, column); a blank cell is None; ``units`` are written units by row, ``removed`` columns the author took out."""

    form: TableForm
    cells: dict[tuple[str, str], Number | Mark | None]
    units: dict[str, str] = field(default_factory=dict)
    removed: frozenset[tuple[str, str]] = frozenset()

    def numbers(self) -> list[tuple[str, str]]:
        """Return the places of the cells that hold numbers, in print order."""
        return [place for place, value in self.cells.items() if isinstance(value, (int, Decimal))]


@dataclass
class Truth:
    """A whole report before printing."""

    seed: int
    year: int
    agency: str
    regime: str
    tables: dict[str, TrueTable]


REGIMES = ("zeros", "sparse", "sparse", "town", "town", "county", "city")
BLANKS = ("full", "full", "zeros-blank", "leaves-blank", "scattered", "rows-blank", "totals-blank", "marks")
AGENCIES = (
    "示例镇人民政府",
    "示例乡人民政府",
    "示例街道办事处",
    "示例县自然资源局",
    "示例市人民政府",
    "示例区综合行政执法局",
    "示例县卫生健康局",
    "示例省发展和改革委员会",
)


def truth(seed: int, standard: Standard, *, blanks: str | None = None, regime: str | None = None, editions: tuple[str, ...] = ()) -> Truth:
    """Return the report of a seed: editions per table as real ones mix them, sizes by regime, blanks as asked or by chance."""
    rng = Random(f"truth {seed}")
    regime = regime or rng.choice(REGIMES)
    year = rng.randint(2019, 2025)
    tables = {}
    for key in standard.table_keys:
        known = [form for form in standard.forms.values() if key in form.tables]
        wanted = [form for form in known if form.edition in editions] or known
        usual = [form for form in wanted if form.in_force(year)] or wanted
        form = rng.choice(usual if rng.random() < 0.7 else wanted)
        tables[key] = _table(form, key, regime, rng)
        _leave_blank(tables[key], form, blanks or rng.choice(BLANKS), rng)
        if rng.random() < 0.12:
            _break_sum(tables[key], rng)
    return Truth(seed, year, rng.choice(AGENCIES), regime, tables)


def _table(form: Form, key: str, regime: str, rng: Random) -> TrueTable:
    table = form.tables[key]
    draw = _sizes(regime, rng)
    usual = {column for row in table.columns for column in table.columns[row] if rng.random() < 0.45}
    cells: dict[tuple[str, str], Number | Mark | None] = {}
    for row, columns in table.columns.items():
        for number, (name, column) in enumerate(columns.items()):
            quiet = number > 0 and name not in usual and len(columns) > 4
            cells[row, name] = 0 if quiet else _value(column, draw, rng)
    held = TrueTable(table, cells)
    _hold_relations(held, form)
    for row in table.columns:
        money = table.money_column(row)
        if money is not None and money.unit is None and rng.random() < 0.4:
            held.units[row] = rng.choice(UNITS)
    return held


def _sizes(regime: str, rng: Random) -> Callable[[], int]:
    if regime == "zeros":
        return lambda: 0
    if regime == "sparse":
        return lambda: rng.randint(1, 4) if rng.random() < 0.08 else 0
    if regime == "town":
        return lambda: rng.randint(1, 30) if rng.random() < 0.3 else 0
    if regime == "county":
        return lambda: rng.randint(1, 900) if rng.random() < 0.6 else 0
    return lambda: rng.choice((rng.randint(0, 99), rng.randint(1000, 99999), rng.randint(100000, 11398889)))


def _value(column: Column, draw: Callable[[], int], rng: Random) -> Number:
    size = draw()
    if column.kind == "change":
        return size * rng.choice((1, 1, -1))
    if column.kind == "money":
        return rng.choice((Decimal(size), Decimal(size * 100 + rng.randint(0, 99)) / 100, Decimal(size * 1000 + 8) / 1000)) if size else Decimal(0)
    return size


def _hold_relations(table: TrueTable, form: Form) -> None:
    """Set totals and openings so that every relation of one table holds."""
    own = [e for e in equations(form) if all(cell.table == table.form.key and not cell.last_year for cell in (*e.left, *e.right))]
    for _ in range(6):
        for equation in own:
            left, right = _total(table, equation.left), _total(table, equation.right)
            if equation.relation.kind == "sum":
                _put(table, equation.right[0], left)
            elif right > left:
                _put(table, equation.left[0], _number(table, equation.left[0]) + right - left)
            elif left > right:
                _put(table, equation.right[-1], _number(table, equation.right[-1]) + left - right)


def _number(table: TrueTable, cell: Cell) -> Number:
    value = table.cells[cell.row, cell.column]
    return value if isinstance(value, (int, Decimal)) else 0


def _total(table: TrueTable, cells: tuple[Cell, ...]) -> Number:
    return sum((_number(table, cell) for cell in cells), 0)


def _put(table: TrueTable, cell: Cell, value: Number) -> None:
    table.cells[cell.row, cell.column] = value


def row_total(form: TableForm, standard: Standard) -> str | None:
    """Return the column that a relation of the form makes the total of every row, None where there is none."""
    for relation in standard.forms[form.edition].relations:
        if relation.kind == "sum" and relation.right[0].table == form.key and relation.right[0].column and not relation.right[0].row:
            return relation.right[0].column
    return None


def _leave_blank(table: TrueTable, form: Form, mode: str, rng: Random) -> None:
    totals = {r.right[0].column for r in form.relations if r.kind == "sum" and r.right[0].table == table.form.key and r.right[0].column}
    whole_rows = {row for row in table.form.columns if rng.random() < 0.4}
    for (row, column), value in list(table.cells.items()):
        blank = {
            "full": False,
            "zeros-blank": value == 0,
            "leaves-blank": value == 0 and column not in totals,
            "scattered": rng.random() < 0.06,
            "rows-blank": row in whole_rows and value == 0,
            "totals-blank": (column in totals and value != 0) or rng.random() < 0.02,
            "marks": False,
        }[mode]
        if blank:
            table.cells[row, column] = None
        elif mode == "marks" and value == 0 and rng.random() < 0.15:
            table.cells[row, column] = Mark(rng.choice(MARKS))


def _break_sum(table: TrueTable, rng: Random) -> None:
    """Change one number, as misprints do."""
    places = table.numbers()
    if places:
        place = rng.choice(places)
        value = table.cells[place]
        if isinstance(value, int):
            table.cells[place] = value + rng.choice((1, 2, 10))
