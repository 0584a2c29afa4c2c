"""Readers of our own formats: what is not as it should be is said with its place, and nothing is guessed or lost."""

from __future__ import annotations

import json
import time
from collections import Counter

import pytest

from govreport import readers, standard
from govreport.diagnostics import CellRef, Diagnostic
from govreport.model import NA, Chapter, Grid, Paragraph, Report, Section, Table
from govreport.readers import Limits, sniff
from govreport.reading import Reading
from govreport.standard import Standard
from govreport.writers import write

STANDARD = standard.load()
FORM = STANDARD.newest
EDITION = FORM.edition
KEY = next(key for key, table in FORM.tables.items() if not table.across and len(table.blocks) == 1)
TABLE = FORM.tables[KEY]
ROW, COLUMN = TABLE.cells[0]
MONEY, MONEY_ROW, MONEY_COLUMN = next(
    (key, row, column) for key, table in FORM.tables.items() for row, column in table.cells if table.columns[row][column].kind == "money"
)


def _read(data: bytes, format: str, limits: Limits | None = None) -> Reading:
    return readers.read(data, f"source.{format}", STANDARD, format, limits or Limits())


def _codes(reading: Reading) -> Counter[str]:
    return Counter(found.code for found in reading.diagnostics)


def _only(reading: Reading, code: str) -> Diagnostic:
    (found,) = [each for each in reading.diagnostics if each.code == code]
    return found


def _table(reading: Reading, key: str = KEY) -> Table:
    assert reading.report is not None
    table = reading.report.table(key)
    assert table is not None
    return table


def _filled(key: str = KEY) -> Report:
    form = FORM.tables[key]
    cells = {cell: at for at, cell in enumerate(form.cells) if form.columns[cell[0]][cell[1]].kind == "count"}
    chapter = Chapter(form.chapter, None, None, (Paragraph("甲"), Table(key, EDITION, cells), Section("（一）", "乙", (Paragraph("丙"),))))
    return Report(STANDARD.claim, chapters=(chapter,))


def _xml(body: str) -> bytes:
    return f'<?xml version="1.0"?>\n<report xmlns="{STANDARD.namespace}" schema="{STANDARD.claim}"><metadata/>{body}</report>'.encode()


def _edited(format: str, before: str, after: str, key: str = KEY) -> Reading:
    text = write(_filled(key), format, STANDARD).decode()
    assert before in text
    return _read(text.replace(before, after, 1).encode(), format)


# Numbers


@pytest.mark.parametrize("raw", ["+1", "007", "1234567890123", "1,036", "１２", "1.0", "-1", " 1", "1e3", "", "/", "٣"])
def test_xml_count_that_is_not_canonical_is_blank_and_quoted(raw: str) -> None:
    reading = _edited("xml", f'<{ROW} {COLUMN}="0"', f'<{ROW} {COLUMN}="{raw}"')
    assert (ROW, COLUMN) not in _table(reading).cells
    found = _only(reading, "XSD-CELL")
    assert found.location.cell == CellRef(KEY, ROW, COLUMN)
    assert found.params["raw"] == raw
    assert found.location.line is not None
    (evidence,) = [each for each in reading.evidence if each.cell == CellRef(KEY, ROW, COLUMN)]
    assert (evidence.value, evidence.how, evidence.raw) == (None, "ambiguous", raw)


@pytest.mark.parametrize("raw", ['"0"', "1.5", "NaN", "-Infinity", "1e400", "9" * 10_000, "true", "[]", "{}", "-0", '"/"'])
def test_json_count_of_another_kind_is_blank_and_quoted(raw: str) -> None:
    reading = _edited("json", f'"{ROW}": {{"{COLUMN}": 0', f'"{ROW}": {{"{COLUMN}": {raw}')
    assert (ROW, COLUMN) not in _table(reading).cells
    found = _only(reading, "XSD-CELL")
    assert found.location.cell == CellRef(KEY, ROW, COLUMN)
    assert found.location.path is not None and found.location.path.endswith(f".{ROW}.{COLUMN}")


@pytest.mark.parametrize(
    ("raw", "sound"),
    [('"12.5"', True), ('"12.50"', False), ("12.5", False), ('"NA"', True), ('"-1"', False), ('"1234567.123456"', False)],
)
def test_json_money_is_a_canonical_string(raw: str, sound: bool) -> None:
    reading = _edited("json", f'"{MONEY_COLUMN}": null', f'"{MONEY_COLUMN}": {raw}', MONEY)
    assert ((MONEY_ROW, MONEY_COLUMN) in _table(reading, MONEY).cells) == sound
    assert ("XSD-CELL" in _codes(reading)) != sound


def test_a_cell_given_twice_is_blank() -> None:
    reading = _edited("json", f'"{COLUMN}": 0,', f'"{COLUMN}": 0, "{COLUMN}": 5,')
    assert (ROW, COLUMN) not in _table(reading).cells
    assert {"XSD-DUPLICATE", "XSD-CELL"} <= _codes(reading).keys()


@pytest.mark.parametrize("raw", ["1,036", "１", "8件", "+1", "007", "/"])
def test_text_cell_that_is_not_canonical_is_blank_and_named(raw: str) -> None:
    text = write(_filled(), "text", STANDARD).decode()
    label = TABLE.rows[ROW].label
    lines = text.split("\n")
    at = next(at for at, line in enumerate(lines) if line.startswith(f"| {label}"))
    cells = lines[at].split("|")
    cells[-len(TABLE.columns[ROW]) - 1] = f" {raw} "
    lines[at] = "|".join(cells)
    reading = _read("\n".join(lines).encode(), "text")
    found = _only(reading, "XSD-CELL")
    assert (found.location.line, found.location.cell) == (at + 1, CellRef(KEY, ROW, COLUMN))
    assert lines[at][(found.location.column or 0) - 1 :].startswith(raw)
    assert (ROW, COLUMN) not in _table(reading).cells


# Shape


def test_text_row_with_another_label_is_kept_as_a_grid_and_its_cells_are_blank() -> None:
    label = TABLE.rows[ROW].label
    reading = _edited("text", f"| {label}", f"| {label}甲")
    assert not any(row == ROW for row, _ in _table(reading).cells)
    assert {"XSD-LINE", "XSD-MISSING"} <= _codes(reading).keys()
    assert reading.report is not None
    assert any(isinstance(block, Grid) for block in reading.report.chapters[0].blocks)


def test_text_row_that_is_gone_is_missed_and_no_other_row_moves() -> None:
    text = write(_filled(), "text", STANDARD).decode()
    label = TABLE.rows[ROW].label
    reading = _read("\n".join(line for line in text.split("\n") if not line.startswith(f"| {label}")).encode(), "text")
    assert _only(reading, "XSD-MISSING").params["name"] == label
    expected = {cell: value for cell, value in _table(Reading(_filled())).cells.items() if cell[0] != ROW}
    assert _table(reading).cells == expected


def test_text_rows_in_another_order_are_found_by_their_labels() -> None:
    lines = write(_filled(), "text", STANDARD).decode().split("\n")
    rows = [row for row in TABLE.leaves if len(row.labels) == 1]
    first, second = (next(at for at, line in enumerate(lines) if line.startswith(f"| {row.label}")) for row in rows[:2])
    lines[first], lines[second] = lines[second], lines[first]
    reading = _read("\n".join(lines).encode(), "text")
    assert _table(reading).cells == _table(Reading(_filled())).cells


def test_text_row_with_a_cell_too_many_is_not_read() -> None:
    text = write(_filled(), "text", STANDARD).decode()
    label = TABLE.rows[ROW].label
    line = next(line for line in text.split("\n") if line.startswith(f"| {label}"))
    reading = _read(text.replace(line, line + " 5 |").encode(), "text")
    assert "XSD-WIDTH" in _codes(reading)
    assert not any(row == ROW for row, _ in _table(reading).cells)
    assert not _read(text.replace(line, line + "   |").encode(), "text").diagnostics, "an empty cell behind the last says nothing"


def test_unknown_elements_are_said_and_kept() -> None:
    body = '<chapter key="x" colour="red">loose<paragraph>甲<b>乙</b></paragraph><picture source="a.png">丙</picture></chapter><extra/>'
    reading = _read(_xml(body), "xml")
    assert reading.report is not None
    loose, paragraph, picture = reading.report.chapters[0].blocks
    assert (loose, paragraph) == (Paragraph("loose"), Paragraph("甲乙"))
    assert isinstance(picture, Grid) and {"a.png", "丙"} <= {cell for row in picture.rows for cell in row}
    assert {found.params["name"] for found in reading.diagnostics} >= {"colour", "text()", "b", "picture", "extra"}
    assert _codes(reading).keys() == {"XSD-UNKNOWN"}


def test_unknown_tables_rows_and_copies_are_kept_as_grids() -> None:
    namespace = STANDARD.table_namespace(EDITION)
    table = f'<{KEY} xmlns="{namespace}"><{ROW} {COLUMN}="1"/>{{}}</{KEY}>'
    body = f'<chapter>{table.format("<bogus a=" + chr(34) + "7" + chr(34) + "/>")}{table.format("")}<t xmlns="urn:x"><r a="9"/></t></chapter>'
    reading = _read(_xml(body), "xml")
    assert reading.report is not None
    assert [type(block) for block in reading.report.chapters[0].blocks] == [Table, Grid, Grid]
    assert {"XSD-ROW", "XSD-TABLE", "XSD-MISSING"} == _codes(reading).keys()
    different = body.replace(f'{COLUMN}="1"', f'{COLUMN}="2"', 1)
    assert "DOC-TABLE" in _codes(_read(_xml(different), "xml"))


def test_text_of_prose_is_mended_and_said() -> None:
    reading = _read(_xml("<chapter><paragraph>\n 甲\n 乙 </paragraph><paragraph> </paragraph></chapter>"), "xml")
    assert reading.report is not None
    assert reading.report.chapters[0].blocks == (Paragraph("甲 乙"),)
    assert _codes(reading) == {"XSD-TEXT": 2}


def test_json_of_other_types_is_said() -> None:
    data = {"schema": 1, "metadata": [], "chapters": [{"title": "\ud800", "blocks": [{"paragraph": "a\u0000b"}, 5, {}]}], "attachments": {}, "annotations": "x"}
    reading = _read(json.dumps(data).encode(), "json")
    assert reading.report is not None
    assert reading.report.chapters == (Chapter(None, None, "\ufffd", (Paragraph("a\ufffdb"),)),)
    assert _codes(reading).keys() == {"XSD-VALUE", "XSD-MISSING", "XSD-TEXT"}


def test_json_says_line_and_path() -> None:
    reading = _edited("json", '"number": "（一）"', '"colour": "red"')
    found = _only(reading, "XSD-UNKNOWN")
    line = write(_filled(), "json", STANDARD).decode().split("\n").index('          "number": "（一）",') + 1
    assert (found.location.line, found.location.path) == (line, "$.chapters[0].blocks[2].section.colour")


@pytest.mark.parametrize("format", ["xml", "json", "text", "csv"])
def test_evidence_names_the_line_of_every_cell(format: str) -> None:
    data = write(_filled(), format, STANDARD)
    lines = data.decode().split("\n")
    reading = _read(data, format)
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
    assert "XSD-SEVERAL" in _codes(_read((head + "a" + line + "b" + line).encode(), "csv"))
    assert _read((head + "a" + line).encode(), "csv").report is not None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_csv_is_read_as_an_editor_saved_it(encoding: str, ends: str) -> None:
    head = "report,agency,year,scope,table,edition,row,column,value,state,unit,how,source,line\n"
    text = f"{head}a,青石镇人民政府,2023,organ,{KEY},{EDITION},{ROW},{COLUMN},,na,,direct,a,1\n"
    data = text.replace("\n", ends).encode(encoding)
    assert sniff(data, "x", STANDARD) == "csv"
    reading = _read(data, "csv")
    assert _table(reading).get(ROW, COLUMN) is NA
    assert reading.report is not None and reading.report.metadata.agency.name == "青石镇人民政府"
    assert ("XSD-ENCODING" in _codes(reading)) == (encoding == "gb18030")


@pytest.mark.parametrize(("value", "state"), [("1", "blank"), ("", "number"), ("1", "na"), ("x", "number"), ("1", "sure")])
def test_csv_whose_value_and_state_disagree_is_blank(value: str, state: str) -> None:
    text = f"table,edition,row,column,value,state,unit\n{KEY},{EDITION},{ROW},{COLUMN},{value},{state},\n"
    reading = _read(text.encode(), "csv")
    assert not _table(reading).cells
    assert "XSD-CELL" in _codes(reading)


# Encodings, formats and limits


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("format", ["xml", "json", "text"])
def test_formats_are_told_and_read_in_the_encodings_of_editors(format: str, encoding: str) -> None:
    text = write(_filled(), format, STANDARD).decode()
    if format == "xml":
        text = text.replace("UTF-8", {"utf-8-sig": "utf-8"}.get(encoding, encoding), 1)
    data = text.encode(encoding)
    assert sniff(data, "nothing", STANDARD) == format
    reading = readers.read(data, "nothing", STANDARD)
    assert reading.report == _filled()
    assert _codes(reading).keys() <= {"XSD-ENCODING"}


def test_what_is_none_of_our_formats_is_a_text() -> None:
    assert sniff("一、总体情况".encode(), "a.xml", STANDARD) == "text"
    assert sniff(b"", "a", STANDARD) == "text"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'<!DOCTYPE r [<!ENTITY a "a">]><r>&a;</r>', "XSD-DOCTYPE"),
        (b'<?xml version="1.0"?><!-- <r> --><!DOCTYPE r><r/>', "XSD-DOCTYPE"),
        ('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE r><r/>'.encode("utf-16"), "XSD-DOCTYPE"),
        (b'<?xml version="1.0" encoding="UTF-7"?><r/>', "SYS-ENCODING"),
        (b'<?xml version="1.0" encoding="gbk"?><r>\xff\xff</r>', "SYS-ENCODING"),
        (b"<r>\xff</r>", "XSD-MALFORMED"),
        (b"<r>\0</r>", "XSD-MALFORMED"),
        (b"<r>&nbsp;</r>", "XSD-MALFORMED"),
        (b"<r/>", "XSD-ROOT"),
        (b"", "XSD-MALFORMED"),
    ],
)
def test_xml_that_is_refused(data: bytes, code: str) -> None:
    reading = _read(data, "xml")
    assert reading.report is None
    assert _codes(reading).keys() == {code}


@pytest.mark.parametrize(
    ("format", "data", "limit"),
    [
        ("xml", b"<a>" * 101 + b"</a>" * 101, "depth"),
        ("xml", b"<a>" * 100_000, "depth"),
        ("xml", ("<a>" * 101 + '<b \u3002="0"/>' + "</a>" * 101).encode(), "depth"),
        ("xml", b"<a>" + b"<b/>" * 200_000 + b"</a>", "elements"),
        ("xml", ("<a>" + "<\u3400/>" * 200_000 + "</a>").encode(), "elements"),
        ("xml", b"<a " + b" ".join(b'a%d=""' % at for at in range(1001)) + b"/>", "attributes"),
        ("xml", b"<a>" + b"x" * 11_000_000 + b"</a>", "text"),
        ("json", b"[" * 100_000, "depth"),
        ("json", b'{"chapters":[' + b"{}," * 200_000 + b"{}]}", "elements"),
        ("json", b'{"a":"' + b'\\"' * 6_000_000, "text"),
        ("csv", b"table,edition,row,column,value\n" + b"a,b,c,d,e\n" * 200_001, "elements"),
        ("text", b"---\ngovreport: 1.0\n---\n" + b"x\n" * 200_001, "elements"),
        ("text", b"---\ngovreport: 1.0\n---\n{grid}\n" + b"|" * 200_001, "elements"),
        ("text", b"---\ngovreport: 1.0\n---\n" + b"#" * 101, "depth"),
        ("text", b"---\ngovreport: 1.0\n---\n" + b"\\" * 10_000_001, "text"),
    ],
    ids=lambda value: value[:20] if isinstance(value, bytes) else value,
)
def test_what_is_over_a_limit_is_not_read(format: str, data: bytes, limit: str) -> None:
    started = time.process_time()
    reading = _read(data, format)
    assert time.process_time() - started < 2
    assert reading.report is None
    assert _only(reading, "SYS-LIMIT").params["limit"] == limit


def test_limits_are_options() -> None:
    data = write(_filled(), "xml", STANDARD)
    for limits in (Limits(size=100), Limits(elements=5), Limits(attributes=2), Limits(depth=3)):
        assert _codes(_read(data, "xml", limits)) == {"SYS-LIMIT": 1}
    assert _read(data, "xml", Limits(elements=60, attributes=8, depth=6)).report == _filled()


def test_comments_are_no_content() -> None:
    data = write(_filled(), "xml", STANDARD).replace("甲".encode(), "<!-- 注 -->甲<!-- <b> -->".encode())
    assert _read(data, "xml").report == _filled()


def test_findings_are_bounded(shipped: Standard) -> None:
    reading = _read(_xml("<chapter>" + "<x/>" * 5000 + "</chapter>"), "xml")
    assert len(reading.diagnostics) == 1001
    assert _only(reading, "SYS-OMITTED").params["count"] == 4000
