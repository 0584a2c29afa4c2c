"""Charts as SVG, drawn when a site is built: words stay text, in the reader's own fonts; no script, no style, no address in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import count
from typing import Any

from lxml import etree

from govreport.model import Table
from govreport.site.figures import Figure, headlines, parts
from govreport.site.lineup import State, value
from govreport.standard import Standard
from govreport.texts import Texts

Number = int | Decimal | State | None
WIDTH, HEIGHT, LEGEND, HIGHEST = 760, 280, 22, 4
"""Units of the drawing: its width, the height of its bars, the height of a line of the legend; and the most lines across."""
LONG = 24
"""A name of more characters than this has a line of the legend to itself."""
_SVG = "{http://www.w3.org/2000/svg}"
_DROPPED = ("script", "style", "title", "desc")


@dataclass(frozen=True)
class Chart:
    """A chart and the table of what it shows: a bar, stacked where ``stacked``, for every label of every series; none where there is no number,
    of which the table says why if it is known. ``id`` is unique on its page."""

    id: str
    title: str
    labels: tuple[str, ...]
    series: tuple[tuple[str, tuple[Number, ...]], ...]
    stacked: bool = False

    @property
    def worth(self) -> bool:
        """Whether there is anything to draw."""
        return any(value is not None for _, values in self.bars() for value in values)

    def bars(self) -> list[tuple[str, list[int | Decimal | None]]]:
        """Return the series with None where there is no number."""
        return [(name, [value if isinstance(value, int | Decimal) else None for value in values]) for name, values in self.series]

    def rows(self) -> list[tuple[str, tuple[Number, ...]]]:
        """Return the rows of the chart's table: for every label what every series has."""
        return [(label, tuple(values[index] for _, values in self.series)) for index, label in enumerate(self.labels)]

    def svg(self) -> str:
        """Return the drawing; the same chart gives the same text."""
        return etree.tostring(_cleaned(_drawn(self), self), encoding="unicode")


def _drawn(chart: Chart) -> Any:
    import pygal

    kind = pygal.StackedBar if chart.stacked else pygal.Bar
    columns = 1 if any(len(name) > LONG for name, _ in chart.series) else 2
    rows = -(-len(chart.series) // columns)
    drawing = kind(
        width=WIDTH,
        height=HEIGHT + LEGEND * (rows + 1),
        margin_bottom=LEGEND,
        js=(),
        include_x_axis=True,
        legend_at_bottom=True,
        legend_at_bottom_columns=columns,
        truncate_legend=60,
        max_scale=HIGHEST,
        value_formatter=_written,
        show_x_guides=False,
        spacing=12,
        margin=12,
    )
    lines = _lines(chart)
    if lines:
        drawing.y_labels, drawing.range = lines, (lines[0], lines[-1])
    drawing.x_labels = chart.labels
    for name, values in chart.bars():
        drawing.add(name, [None if value is None else float(value) for value in values])
    return drawing.render_tree()


def _lines(chart: Chart) -> list[int]:
    """Return where the lines across of a chart of counts stand: whole numbers, a round step apart; none where it shows anything else."""
    values = [values for _, values in chart.bars()]
    if any(isinstance(each, Decimal) for row in values for each in row):
        return []
    columns = [[each or 0 for each in column] for column in zip(*values, strict=True)]
    ends = [0]
    for column in columns:
        ends += [int(sum(each for each in column if each > 0)), int(sum(each for each in column if each < 0))] if chart.stacked else map(int, column)
    low, high = min(ends), max(ends)
    steps = (factor * 10**power for power in count() for factor in (1, 2, 5))
    step = next(each for each in steps if -(-high // each) - low // each <= HIGHEST)
    return list(range(low // step * step, max(-(-high // step), low // step + 1) * step + 1, step))


def _written(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"


def _cleaned(root: Any, chart: Chart) -> etree._Element:
    """Return a drawing without what the page has itself (style), what tells the time (comments) or would run, named for whoever cannot see it."""
    tree = etree.fromstring(etree.tostring(root))
    for element in list(tree.iter(etree.Comment, *(f"{_SVG}{name}" for name in _DROPPED))):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    _without_tooltips(tree)
    for name in list(tree.attrib):
        if name not in ("viewBox", "class"):
            del tree.attrib[name]
    tree.set("role", "img")
    tree.set("aria-labelledby", f"{chart.id}.title")
    for element in tree.iter(etree.Element):
        if "id" in element.attrib:
            del element.attrib["id"]
    etree.cleanup_namespaces(tree)
    return tree


def _without_tooltips(tree: etree._Element) -> None:
    for element in list(tree.iter(f"{_SVG}g", f"{_SVG}desc", f"{_SVG}defs")):
        names = (element.get("class") or "").split()
        parent = element.getparent()
        if parent is not None and ({"tooltip", "tooltip-overlay"} & set(names) or (element.tag == f"{_SVG}defs" and not len(element))):
            parent.remove(element)


def of_years(years: Sequence[tuple[str, Sequence[Table]]], standard: Standard, say: Texts) -> list[Chart]:
    """Return the charts of some years, each with its tables: the main figures, and what makes up each whole; by the newest edition among them.

    A year in which a figure is blank, or does not compare, has no bar.
    """
    used = {table.edition for _, tables in years for table in tables}
    form = next((form for form in reversed(standard.forms.values()) if form.edition in used), None)
    if form is None:
        return []
    labels = tuple(label for label, _ in years)

    def series(figures: Sequence[Figure]) -> tuple[tuple[str, tuple[Number, ...]], ...]:
        return tuple((each.label, tuple(_number(each, tables, standard) for _, tables in years)) for each in figures)

    found = [Chart("chart.headlines", say("chart.headlines"), labels, series(headlines(form)))]
    for index, each in enumerate(parts(form), 1):
        title = say("chart.parts", whole=each.whole.label)
        found.append(Chart(f"chart.parts.{index}", title, labels, series(each.parts), stacked=True))
    return [each for each in found if each.worth]


def _number(figure: Figure, tables: Sequence[Table], standard: Standard) -> Number:
    values = [value(figure.form, figure.cells, table, standard) for table in tables if _belongs(figure, table, standard)]
    if State.INCOMPARABLE in values or (not values and any(table.edition != figure.form.edition for table in tables)):
        return State.INCOMPARABLE
    numbers = [each for each in values if isinstance(each, int | Decimal)]
    return sum(numbers) if numbers and len(numbers) == len(values) else None


def _belongs(figure: Figure, table: Table, standard: Standard) -> bool:
    return table.key == figure.form.key or value(figure.form, figure.cells, table, standard) is not State.INCOMPARABLE
