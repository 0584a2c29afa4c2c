"""Readers of our own formats: what is not as it should be is said with its place, and nothing is guessed or lost."""

from __future__ import annotations

import pytest

from govreport.diagnostics import CellRef
from govreport.model import NA, Grid
from govreport.readers import sniff
from govreport.reading import Reading
from govreport.writers import write
from tests.ownformats import COLUMN, EDITION, KEY, MONEY, MONEY_COLUMN, MONEY_ROW, ROW, STANDARD, TABLE, codes, edited, filled, only, read, table

# Numbers


@pytest.mark.parametrize("raw", ["+1", "007", "1234567890123", "1,036", "１２", "1.0", "-1", "1 0", "NA ", "1e3", "", "/", "٣"])
def test_xml_count_that_is_not_canonical_is_blank_and_quoted(raw: str) -> None:
    reading = edited("xml", f'<{ROW} {COLUMN}="0"', f'<{ROW} {COLUMN}="{raw}"')
    assert (ROW, COLUMN) not in table(reading).cells
    found = only(reading, "XSD-CELL")
    assert found.location.cell == CellRef(KEY, ROW, COLUMN)
    assert found.params["raw"] == raw
    assert found.location.line is not None
    (evidence,) = [each for each in reading.evidence if each.cell == CellRef(KEY, ROW, COLUMN)]
    assert (evidence.value, evidence.how, evidence.raw) == (None, "ambiguous", raw)


@pytest.mark.parametrize("raw", [" 1", "1\n", "\t1 ", "&#10;1"])
def test_xml_white_space_around_a_number_does_not_count(raw: str) -> None:
    reading = edited("xml", f'<{ROW} {COLUMN}="0"', f'<{ROW} {COLUMN}="{raw}"')
    assert table(reading).get(ROW, COLUMN) == 1
    assert not reading.diagnostics
    assert [each.value for each in reading.evidence if each.cell == CellRef(KEY, ROW, COLUMN)] == [1]


@pytest.mark.parametrize("raw", ['"0"', "1.5", "NaN", "-Infinity", "1e400", "9" * 10_000, "true", "[]", "{}", "-0", '"/"'])
def test_json_count_of_another_kind_is_blank_and_quoted(raw: str) -> None:
    reading = edited("json", f'"{ROW}": {{"{COLUMN}": 0', f'"{ROW}": {{"{COLUMN}": {raw}')
    assert (ROW, COLUMN) not in table(reading).cells
    found = only(reading, "XSD-CELL")
    assert found.location.cell == CellRef(KEY, ROW, COLUMN)
    assert found.location.path is not None and found.location.path.endswith(f".{ROW}.{COLUMN}")


@pytest.mark.parametrize(
    ("raw", "sound"),
    [('"12.5"', True), ('"12.50"', False), ("12.5", False), ('"NA"', True), ('"-1"', False), ('"1234567.123456"', False)],
)
def test_json_money_is_a_canonical_string(raw: str, sound: bool) -> None:
    reading = edited("json", f'"{MONEY_COLUMN}": null', f'"{MONEY_COLUMN}": {raw}', MONEY)
    assert ((MONEY_ROW, MONEY_COLUMN) in table(reading, MONEY).cells) == sound
    assert ("XSD-CELL" in codes(reading)) != sound


def test_a_cell_given_twice_is_blank() -> None:
    reading = edited("json", f'"{COLUMN}": 0,', f'"{COLUMN}": 0, "{COLUMN}": 5,')
    assert (ROW, COLUMN) not in table(reading).cells
    assert {"XSD-DUPLICATE", "XSD-CELL"} <= codes(reading).keys()


def test_a_name_given_twice_in_json_stands_at_its_second_place() -> None:
    reading = edited("json", f'"{ROW}": {{', f'"{ROW}": {{"{COLUMN}": 1}},\n"{ROW}": {{')
    (found,) = [each for each in reading.diagnostics if each.code == "XSD-DUPLICATE"]
    text = write(filled(), "json", STANDARD).decode()
    line = text[: text.index(f'"{ROW}": {{')].count("\n") + 2
    assert (found.location.line, found.location.column) == (line, 1) and str(found.location.path).endswith(f".rows.{ROW}")


def test_a_row_that_csv_does_not_have_is_told_at_its_table() -> None:
    reading = read(f"table,edition,row,column,value,state,unit\n\n{KEY},{EDITION},{ROW},{COLUMN},1,number,\n".encode(), "csv")
    missing = [each.location for each in reading.diagnostics if each.code == "XSD-MISSING"]
    assert missing and {place.line for place in missing} == {3}
    assert all(place.cell is not None and place.cell.table == KEY and place.cell.row for place in missing)


@pytest.mark.parametrize("raw", ["1,036", "１", "8件", "+1", "007", "/"])
def test_text_cell_that_is_not_canonical_is_blank_and_named(raw: str) -> None:
    text = write(filled(), "text", STANDARD).decode()
    label = TABLE.rows[ROW].label
    lines = text.split("\n")
    at = next(at for at, line in enumerate(lines) if line.startswith(f"| {label}"))
    cells = lines[at].split("|")
    cells[-len(TABLE.columns[ROW]) - 1] = f" {raw} "
    lines[at] = "|".join(cells)
    reading = read("\n".join(lines).encode(), "text")
    found = only(reading, "XSD-CELL")
    assert (found.location.line, found.location.cell) == (at + 1, CellRef(KEY, ROW, COLUMN))
    assert lines[at][(found.location.column or 0) - 1 :].startswith(raw)
    assert (ROW, COLUMN) not in table(reading).cells


# Shape


def test_text_row_with_another_label_is_kept_as_a_grid_and_its_cells_are_blank() -> None:
    label = TABLE.rows[ROW].label
    reading = edited("text", f"| {label}", f"| {label}甲")
    assert not any(row == ROW for row, _ in table(reading).cells)
    assert {"XSD-LINE", "XSD-MISSING"} <= codes(reading).keys()
    assert reading.report is not None
    assert any(isinstance(block, Grid) for block in reading.report.chapters[0].blocks)


def test_text_row_that_is_gone_is_missed_and_no_other_row_moves() -> None:
    text = write(filled(), "text", STANDARD).decode()
    label = TABLE.rows[ROW].label
    reading = read("\n".join(line for line in text.split("\n") if not line.startswith(f"| {label}")).encode(), "text")
    assert only(reading, "XSD-MISSING").params["name"] == label
    expected = {cell: value for cell, value in table(Reading(filled())).cells.items() if cell[0] != ROW}
    assert table(reading).cells == expected


def test_text_rows_in_another_order_are_found_by_their_labels() -> None:
    lines = write(filled(), "text", STANDARD).decode().split("\n")
    rows = [row for row in TABLE.leaves if len(row.labels) == 1]
    first, second = (next(at for at, line in enumerate(lines) if line.startswith(f"| {row.label}")) for row in rows[:2])
    lines[first], lines[second] = lines[second], lines[first]
    reading = read("\n".join(lines).encode(), "text")
    assert table(reading).cells == table(Reading(filled())).cells


def test_text_row_with_a_cell_too_many_is_not_read() -> None:
    text = write(filled(), "text", STANDARD).decode()
    label = TABLE.rows[ROW].label
    line = next(line for line in text.split("\n") if line.startswith(f"| {label}"))
    reading = read(text.replace(line, line + " 5 |").encode(), "text")
    assert "XSD-WIDTH" in codes(reading)
    assert not any(row == ROW for row, _ in table(reading).cells)
    assert not read(text.replace(line, line + "   |").encode(), "text").diagnostics, "an empty cell behind the last says nothing"


def test_json_says_line_and_path() -> None:
    reading = edited("json", '"number": "（一）"', '"colour": "red"')
    found = only(reading, "XSD-UNKNOWN")
    line = write(filled(), "json", STANDARD).decode().split("\n").index('          "number": "（一）",') + 1
    assert (found.location.line, found.location.path) == (line, "$.chapters[0].blocks[2].section.colour")


@pytest.mark.parametrize("format", ["xml", "json", "text", "csv"])
def test_evidence_names_the_line_of_every_cell(format: str) -> None:
    data = write(filled(), format, STANDARD)
    lines = data.decode().split("\n")
    reading = read(data, format)
    assert {each.cell for each in reading.evidence} == {CellRef(KEY, row, column) for row, column in TABLE.cells}
    for each in reading.evidence:
        assert each.line is not None
        if each.value is not None and format != "text":
            assert str(each.cell.column) in lines[each.line - 1]
        if each.column is not None and each.raw and format == "text":
            assert lines[each.line - 1][each.column - 1 :].startswith(each.raw)


# CSV


def test_csv_of_several_reports_is_no_report() -> None:
    head = "report,agency,year,scope,table,edition,row,column,value,state,unit,how,source,line\n"
    line = f",,,,{KEY},{EDITION},{ROW},{COLUMN},1,number,,direct,a,1\n"
    assert "XSD-SEVERAL" in codes(read((head + "a" + line + "b" + line).encode(), "csv"))
    assert read((head + "a" + line).encode(), "csv").report is not None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_csv_is_read_as_an_editor_saved_it(encoding: str, ends: str) -> None:
    head = "report,agency,year,scope,table,edition,row,column,value,state,unit,how,source,line\n"
    text = f"{head}a,青石镇人民政府,2023,organ,{KEY},{EDITION},{ROW},{COLUMN},,na,,direct,a,1\n"
    data = text.replace("\n", ends).encode(encoding)
    assert sniff(data, "x", STANDARD) == "csv"
    reading = read(data, "csv")
    assert table(reading).get(ROW, COLUMN) is NA
    assert reading.report is not None and reading.report.metadata.agency.name == "青石镇人民政府"
    assert ("XSD-ENCODING" in codes(reading)) == (encoding == "gb18030")


def test_csv_is_told_by_the_names_of_its_columns_in_any_order() -> None:
    lines = [line.split(",") for line in write(filled(), "csv", STANDARD).decode().splitlines()]
    for order in (slice(None, None, -1), slice(None, -2)):
        data = "\n \n".join(["", *(",".join(cells[order]) for cells in lines)]).encode()
        assert sniff(data, "x", STANDARD) == "csv"
        reading = read(data, "csv")
        assert table(reading) == table(read(write(filled(), "csv", STANDARD), "csv"))
        assert codes(reading).keys() == {"XSD-METADATA"}


def test_csv_that_contradicts_itself_leaves_the_cell_blank_and_quotes_what_it_says() -> None:
    lines = "".join(f"{KEY},{EDITION},{ROW},{COLUMN},{value},number,\n" for value in (101, 102, 101))
    reading = read(f"table,edition,row,column,value,state,unit\n{lines}".encode(), "csv")
    assert not table(reading).cells
    assert [(each.value, each.how, each.raw) for each in reading.evidence] == [(None, "ambiguous", "101")]
    said = [each.params["name"] for each in reading.diagnostics if each.code == "XSD-DUPLICATE"]
    assert said == [f"{KEY} {ROW} {COLUMN}: 101 number | 102 number", f"{KEY} {ROW} {COLUMN}: 101 number | 101 number"]


@pytest.mark.parametrize("format", ["xml", "json", "text", "csv"])
@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_the_ends_of_lines_do_not_count(format: str, ends: str) -> None:
    written = write(filled(), format, STANDARD)
    data = written.replace(b"\r\n", b"\n").replace(b"\n", ends.encode())
    assert sniff(data, "x", STANDARD) == format
    reading, plain = read(data, format), read(written, format)
    assert (reading.report, reading.diagnostics) == (plain.report, plain.diagnostics)


def test_blank_lines_before_the_front_matter_do_not_count() -> None:
    reading = read(b"\xef\xbb\xbf\r\n \n" + write(filled(), "text", STANDARD), "text")
    assert reading.report == filled()
    assert not reading.diagnostics


@pytest.mark.parametrize(("value", "state"), [("1", "blank"), ("", "number"), ("1", "na"), ("x", "number"), ("1", "sure")])
def test_csv_whose_value_and_state_disagree_is_blank(value: str, state: str) -> None:
    text = f"table,edition,row,column,value,state,unit\n{KEY},{EDITION},{ROW},{COLUMN},{value},{state},\n"
    reading = read(text.encode(), "csv")
    assert not table(reading).cells
    assert "XSD-CELL" in codes(reading)


# Encodings, formats and limits
