"""Reports carried between editions: what goes along, what is dropped and said, and what may be compared."""

from __future__ import annotations

import datetime
from decimal import Decimal

from lxml import etree

from govreport.correspondence import load as correspondence
from govreport.diagnostics import LANGUAGES, CellRef, catalogue
from govreport.migration import migrate
from govreport.model import NA, Annotations, Note, Report, Restatement, Table, Value, Waiver, ZeroDeclaration
from govreport.standard import load
from govreport.writers import xml
from tests import schematrees
from tests.filled import report, zeros

STANDARD = load(schematrees.SCHEMA)


def filled(edition: str, cells: dict[str, dict[tuple[str, str], Value]], annotations: Annotations | None = None) -> Report:
    """Return a report of all tables of an edition: zeros, but for the cells given by table."""
    form = STANDARD.forms[edition]
    tables = [Table(key, edition, {**zeros(table).cells, **cells.get(key, {})}) for key, table in form.tables.items()]
    found = report(STANDARD, form, tables)
    return Report(found.schema, found.metadata, found.chapters, (), annotations or Annotations())


def test_table_four_goes_along_whole() -> None:
    cells: dict[tuple[str, str], Value] = {("litigation.direct", "upheld"): 8, ("litigation.direct", "total"): NA}
    before = filled("2019", {"reviewAndLitigation": cells})
    after, diagnostics = migrate(before, "2021", STANDARD)
    old, new = before.table("reviewAndLitigation"), after.table("reviewAndLitigation")
    assert old and new
    assert new.edition == "2021"
    assert new.cells == old.cells
    assert not [each for each in diagnostics if each.location.cell and each.location.cell.table == "reviewAndLitigation"]


def test_what_cannot_go_along_is_said_in_both_languages_and_kept_in_a_note() -> None:
    before = filled("2019", {"proactiveDisclosure": {("procurement", "amount"): Decimal("156.32"), ("licences", "decisions"): 42}})
    after, diagnostics = migrate(before, "2021", STANDARD)
    table = after.table("proactiveDisclosure")
    assert table
    assert table.get("licences", "decisions") == 42
    assert table.get("regulations", "issued") is None, "a figure of another count is never filled in"
    dropped = {(each.location.cell.row, each.location.cell.column): each for each in diagnostics if each.location.cell}
    found = dropped["procurement", "amount"]
    assert found.params["value"] == "156.32"
    messages = {lang: catalogue(schematrees.SCHEMA).message(found, lang) for lang in LANGUAGES}
    assert "2021 版取消了“政府集中采购”" in messages["zh"]
    assert "2021 has no row for procurement" in messages["en"]
    notes = [note.text for note in after.annotations.notes if note.table == "proactiveDisclosure"]
    assert "[2019] 政府集中采购 · 采购总金额: 156.32" in notes
    assert len(notes) == 19, "every figure of the nineteen cells is kept"


def test_one_cell_is_never_split_but_three_are_added_up() -> None:
    forward, diagnostics = migrate(filled("2019", {"applications": {("results.other", "total"): 6}}), "2021", STANDARD)
    table = forward.table("applications")
    assert table
    assert not [row for row, _ in table.cells if row.startswith("results.other.")]
    assert [each.params["reason"] for each in diagnostics if each.params["value"] == "6"] == ["sum"]
    parts: dict[tuple[str, str], Value] = {("results.other.notCorrected", "total"): 1, ("results.other.feeUnpaid", "total"): 2}
    back, diagnostics = migrate(filled("2021", {"applications": {**parts, ("results.other.other", "total"): 3}}), "2019", STANDARD)
    table = back.table("applications")
    assert table
    assert table.get("results.other", "total") == 6
    assert not [each for each in diagnostics if each.location.cell and each.location.cell.table == "applications"]


def test_a_sum_with_a_part_that_is_no_number_stays_blank_and_is_said() -> None:
    back, diagnostics = migrate(filled("2021", {"applications": {("results.other.other", "total"): NA}}), "2019", STANDARD)
    table = back.table("applications")
    assert table
    assert table.get("results.other", "total") is None
    assert {each.params["reason"] for each in diagnostics if each.location.cell and each.location.cell.table == "applications"} == {"blank"}


def test_nothing_is_lost_on_the_way_there() -> None:
    cells: dict[str, dict[tuple[str, str], Value]] = {}
    for number, key in enumerate(STANDARD.forms["2019"].tables):
        table = STANDARD.forms["2019"].tables[key]
        cells[key] = {
            place: Decimal(1000 * number + at) if table.columns[place[0]][place[1]].kind == "money" else 1000 * number + at
            for at, place in enumerate(table.cells, 100)
        }
    after, diagnostics = migrate(filled("2019", cells), "2021", STANDARD)
    kept = {str(value) for table in after.tables() for value in table.cells.values()}
    said = {str(each.params["value"]) for each in diagnostics}
    noted = {note.text.rpartition(": ")[2] for note in after.annotations.notes}
    for value in (str(value) for table in cells.values() for value in table.values()):
        assert (value in kept) != (value in said)
        assert (value in said) == (value in noted)


def test_remarks_follow_their_cells_or_become_notes_of_the_table() -> None:
    annotations = Annotations(
        notes=(
            Note("applications", "其中修订 16 件", "received", "total"),
            Note("applications", "组注", "results.refused"),
            Note("applications", "列注", None, "total"),
            Note("applications", "表注"),
            Note("proactiveDisclosure", "含历年", "regulations", "totalDisclosed"),
        ),
        restatements=(Restatement("applications", "carriedIn", "total", Decimal(3), Decimal(4), "correction"),),
        waivers=(Waiver("CELL-BLANK", "无此业务", "proactiveDisclosure", "otherServices", "decisions"), Waiver("DOC-LENGTH", "篇幅")),
        zero_declarations=(ZeroDeclaration("reviewAndLitigation", None, datetime.date(2020, 1, 1)), ZeroDeclaration("proactiveDisclosure")),
    )
    after, diagnostics = migrate(filled("2019", {}, annotations), "2021", STANDARD)
    remarks = after.annotations
    for note in annotations.notes[:4]:
        assert note in remarks.notes
    assert remarks.restatements == annotations.restatements
    assert remarks.waivers == annotations.waivers[1:], "a waiver never widens to the whole table"
    assert remarks.zero_declarations == annotations.zero_declarations[:1]
    texts = [note.text for note in remarks.notes]
    assert "[2019] 规章 · 对外公开总数量: 含历年" in texts
    assert "[2019] 其他对外管理服务事项 · 处理决定数量: CELL-BLANK: 无此业务" in texts
    assert sum(each.params["value"] in ("含历年", "CELL-BLANK: 无此业务", "0") and each.params["reason"] == "unstated" for each in diagnostics) == 3


def test_a_migrated_report_is_valid_and_the_original_is_untouched() -> None:
    before = filled("2019", {"proactiveDisclosure": {("procurement", "amount"): NA}})
    document = xml.write(before, STANDARD)
    after, _ = migrate(before, "2021", STANDARD)
    assert xml.write(before, STANDARD) == document
    schema = etree.XMLSchema(etree.parse(str(schematrees.SCHEMA / "report.xsd")))
    assert schema.validate(etree.fromstring(xml.write(after, STANDARD))), schema.error_log


def test_a_report_of_that_edition_already_is_left_as_it_is() -> None:
    before = filled("2021", {})
    assert migrate(before, "2021", STANDARD) == (before, ())


def test_a_table_without_a_migration_stays_and_this_is_said() -> None:
    before = filled("2021", {})
    after, diagnostics = migrate(before, "2035", STANDARD)
    assert after == before
    assert [each.params["reason"] for each in diagnostics] == ["file"] * 3
    assert [each.params["name"] for each in diagnostics] == [table.label for table in STANDARD.forms["2021"].tables.values()], (
        "no key, and no figure in brackets"
    )
    assert {each.params["kept"] for each in diagnostics} == {""}
    assert {catalogue().advice(each, "en") for each in diagnostics} == {"The table is kept as it was; fill in that of edition 2035 anew, if it is needed."}


def test_what_may_be_compared_is_what_the_migration_maps() -> None:
    found = correspondence(STANDARD, "2019", "2021")
    assert found and found.single[CellRef("applications", "received", "total")] == CellRef("applications", "received", "total")
    assert CellRef("proactiveDisclosure", "fees", "previousItems") not in found.single
    assert "money" in found.left_only[CellRef("proactiveDisclosure", "fees", "previousItems")]["en"]
    assert "2019" in found.right_only[CellRef("proactiveDisclosure", "fees", "amount")]["zh"]
    whole = next(pair for pair in found.pairs if pair.left == (CellRef("applications", "results.other", "total"),))
    assert [cell.row for cell in whole.right] == ["results.other.notCorrected", "results.other.feeUnpaid", "results.other.other"]


def test_a_correspondence_is_good_in_both_directions() -> None:
    there, back = correspondence(STANDARD, "2019", "2021"), correspondence(STANDARD, "2021", "2019")
    assert there and back
    assert {(pair.left, pair.right) for pair in there.pairs} == {(pair.right, pair.left) for pair in back.pairs}
    assert (there.left_only, there.right_only) == (back.right_only, back.left_only)
    assert correspondence(STANDARD, "2019", "2035") is None
