"""Two reports side by side: equal, changed, not comparable, within an edition and across editions."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from govreport.comparison import CHANGED, EQUAL, INCOMPARABLE, Comparison, compare
from govreport.diagnostics import CellRef
from govreport.model import NA, Agency, Chapter, Metadata, Paragraph, Report, Table
from govreport.site import comparisonpage
from govreport.standard import Standard, load
from govreport.texts import read
from tests.cost import within

SITE = Path(comparisonpage.__file__).parent


@pytest.fixture(scope="module")
def standard() -> Standard:
    return load()


def report(standard: Standard, edition: str, year: int, value: int = 0, **cells: int) -> Report:
    """Return a report of an edition with every count the same."""
    chapters = []
    for chapter in standard.forms[edition].chapters:
        tables = [standard.forms[edition].tables[key] for key in chapter.tables]
        blocks = tuple(Table(table.key, edition, dict.fromkeys(table.cells, value)) for table in tables) or (Paragraph("text"),)
        chapters.append(Chapter(chapter.key, chapter.number, chapter.title, blocks))
    return Report(standard.claim, Metadata(Agency("agency"), year), tuple(chapters))


def changed(base: Report, key: str, cells: dict[tuple[str, str], object], **units: str) -> Report:
    """Return a report with some cells of a table set, or blank where the value is None."""

    def edit(block: object) -> object:
        if not isinstance(block, Table) or block.key != key:
            return block
        merged = {cell: value for cell, value in {**block.cells, **cells}.items() if value is not None}
        return replace(block, cells=merged, units=units or block.units)

    return replace(base, chapters=tuple(replace(chapter, blocks=tuple(map(edit, chapter.blocks))) for chapter in base.chapters))


def states(found: Comparison) -> dict[str, int]:
    """Return how many lines have each state."""
    return {state: sum(line.state == state for line in found.cells) for state in (EQUAL, CHANGED, INCOMPARABLE)}


def test_a_report_equals_itself(standard: Standard) -> None:
    one = report(standard, "2021", 2023)
    found = compare(one, one, standard)
    assert found.equal
    assert states(found) == {EQUAL: sum(len(table.cells) for table in standard.forms["2021"].tables.values()), CHANGED: 0, INCOMPARABLE: 0}


def test_a_changed_cell_has_both_values_and_the_difference(standard: Standard) -> None:
    one = report(standard, "2021", 2023)
    two = changed(one, "applications", {("received", "total"): 7})
    line = next(line for line in compare(one, two, standard).cells if line.state == CHANGED)
    assert (line.left, line.before, line.after, line.delta) == ((CellRef("applications", "received", "total"),), 0, 7, 7)


@pytest.mark.parametrize("value", [None, NA])
def test_blank_and_not_applicable_are_not_zero(standard: Standard, value: object) -> None:
    one = report(standard, "2021", 2023)
    found = compare(one, changed(one, "applications", {("received", "total"): value}), standard)
    assert states(found)[CHANGED] == 1
    assert next(line for line in found.cells if line.state == CHANGED).delta is None


def test_metadata_and_prose_are_compared(standard: Standard) -> None:
    one = report(standard, "2021", 2023)
    two = replace(one, metadata=replace(one.metadata, year=2024), chapters=(replace(one.chapters[0], blocks=(Paragraph("other"),)), *one.chapters[2:]))
    found = compare(one, two, standard)
    assert [line.name for line in found.metadata if line.before != line.after] == ["year"]
    assert [(line.before, line.after) for line in found.chapters if line.state == CHANGED] == [(1, 1), (1, None)]


def test_editions_compare_only_where_the_migration_maps_them(standard: Standard) -> None:
    found = compare(report(standard, "2019", 2020), report(standard, "2021", 2021), standard)
    assert not found.equal
    lines = {line.left: line for line in found.cells if line.left}
    assert lines[(CellRef("applications", "received", "total"),)].state == EQUAL
    disclosed = [line for line in found.cells if line.table == "proactiveDisclosure" and line.left and line.left[0].row == "fees"]
    assert disclosed and all(line.state == INCOMPARABLE and line.reason == "edition" and line.why.get("zh") for line in disclosed)


def test_editions_without_a_migration_are_told_as_such(standard: Standard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govreport.comparison.cells.load", lambda *_: None)
    found = compare(report(standard, "2019", 2020), report(standard, "2021", 2021), standard)
    assert {(line.state, line.reason) for line in found.cells} == {(INCOMPARABLE, "migration")}
    assert {line.reason for line in found.cells if line.reason} <= {key.removeprefix("reason.") for key in read(SITE / "texts.toml")}


def test_one_row_of_2019_compares_with_three_of_2021_as_their_sum(standard: Standard) -> None:
    old = changed(report(standard, "2019", 2020), "applications", {("results.other", "total"): 6})
    rows = {("results.other.notCorrected", "total"): 1, ("results.other.feeUnpaid", "total"): 2, ("results.other.other", "total"): 3}
    new = changed(report(standard, "2021", 2021), "applications", rows)
    line = next(line for line in compare(old, new, standard).cells if line.left == (CellRef("applications", "results.other", "total"),))
    assert (line.state, line.before, line.after, len(line.right)) == (EQUAL, 6, 6, 3)
    turned = next(line for line in compare(new, old, standard).cells if CellRef("applications", "results.other.other", "total") in line.left)
    assert (turned.state, len(turned.left), turned.before, turned.after) == (EQUAL, 3, 6, 6)


def test_every_cell_of_both_sides_is_on_a_line_once(standard: Standard) -> None:
    found = compare(report(standard, "2019", 2020), report(standard, "2021", 2021), standard)
    for side, edition in (("left", "2019"), ("right", "2021")):
        cells = [cell for line in found.cells for cell in getattr(line, side)]
        assert len(cells) == len(set(cells)) == sum(len(table.cells) for table in standard.forms[edition].tables.values())


def test_money_of_different_units_does_not_compare(standard: Standard) -> None:
    one = changed(report(standard, "2021", 2023), "proactiveDisclosure", {("fees", "amount"): Decimal("3")})
    two = changed(one, "proactiveDisclosure", {("fees", "amount"): Decimal("30000")}, fees="元")
    line = next(line for line in compare(one, two, standard).cells if line.state != EQUAL)
    assert (line.state, line.reason, line.units) == (INCOMPARABLE, "unit", ("万元", "元"))


def test_a_table_that_is_absent_is_said_to_be_so(standard: Standard) -> None:
    one = report(standard, "2021", 2023)
    two = replace(one, chapters=tuple(chapter for chapter in one.chapters if chapter.key != "applications"))
    for left, right in ((one, two), (two, one)):
        lines = [line for line in compare(left, right, standard).cells if line.table == "applications"]
        assert len(lines) == 175 and {line.reason for line in lines} == {"absent"}


def test_chapters_of_the_same_name_are_compared_one_by_one(standard: Standard) -> None:
    chapters = [Chapter("overview", None, "t", (Paragraph(str(number)),)) for number in range(20_000)]
    left, right = (Report(standard.claim, Metadata(Agency("agency"), 2021), tuple(each)) for each in (chapters, (*chapters[:-1], chapters[0])))
    found = within(4.0, lambda: compare(left, right, standard)).chapters
    assert [line.state for line in found] == [EQUAL] * 19_999 + [CHANGED]
