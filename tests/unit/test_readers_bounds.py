"""What readers of our own formats say of documents that are not wholly theirs: unknown parts, other encodings, refusals, limits."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from govreport import readers
from govreport.model import Annotations, Chapter, Grid, Note, Paragraph, Restatement, Table, Waiver
from govreport.readers import Limits, sniff
from govreport.standard import Standard
from govreport.writers import write
from tests.cost import within
from tests.ownformats import COLUMN, EDITION, KEY, ROW, STANDARD, codes, filled, only, read, xml


def test_unknown_elements_are_said_and_kept() -> None:
    body = '<chapter key="x" colour="red">loose<paragraph>甲<b>乙</b></paragraph><picture source="a.png">丙</picture></chapter><extra/>'
    reading = read(xml(body), "xml")
    assert reading.report is not None
    loose, paragraph, picture = reading.report.chapters[0].blocks
    assert (loose, paragraph) == (Paragraph("loose"), Paragraph("甲乙"))
    assert isinstance(picture, Grid) and {"a.png", "丙"} <= {cell for row in picture.rows for cell in row}
    assert {found.params["name"] for found in reading.diagnostics} >= {"colour", "text()", "b", "picture", "extra"}
    assert codes(reading).keys() == {"XSD-UNKNOWN"}


def test_unknown_tables_rows_and_copies_are_kept_as_grids() -> None:
    namespace = STANDARD.table_namespace(EDITION)
    table = f'<{KEY} xmlns="{namespace}"><{ROW} {COLUMN}="1"/>{{}}</{KEY}>'
    body = f'<chapter>{table.format("<bogus a=" + chr(34) + "7" + chr(34) + "/>")}{table.format("")}<t xmlns="urn:x"><r a="9"/></t></chapter>'
    reading = read(xml(body), "xml")
    assert reading.report is not None
    assert [type(block) for block in reading.report.chapters[0].blocks] == [Table, Grid, Grid]
    assert {"XSD-ROW", "XSD-TABLE", "XSD-MISSING"} == codes(reading).keys()
    different = body.replace(f'{COLUMN}="1"', f'{COLUMN}="2"', 1)
    assert "DOC-TABLE" in codes(read(xml(different), "xml"))


def test_text_of_prose_is_mended_and_said() -> None:
    reading = read(xml("<chapter><paragraph>\n 甲\n 乙 </paragraph><paragraph> </paragraph></chapter>"), "xml")
    assert reading.report is not None
    assert reading.report.chapters[0].blocks == (Paragraph("甲 乙"),)
    assert codes(reading) == {"XSD-TEXT": 2}


@pytest.mark.parametrize(("namespace", "edition"), [(STANDARD.table_namespace("2077"), "2077"), ("urn:x", "urn:x")])
def test_a_table_of_no_edition_is_told_by_the_edition_that_it_names(namespace: str, edition: str) -> None:
    reading = read(xml(f'<chapter><{KEY} xmlns="{namespace}"><{ROW} {COLUMN}="1"/></{KEY}></chapter>'), "xml")
    assert only(reading, "XSD-TABLE").params["edition"] == edition


def test_a_field_that_stands_for_nothing_is_not_called_missing_as_well() -> None:
    note = f'<annotations><note table="{KEY}" kind="foo">甲</note></annotations>'
    assert codes(read(xml(note), "xml")) == {"XSD-VALUE": 1}
    assert codes(read(xml(note.replace(' kind="foo"', "")), "xml")) == {"XSD-MISSING": 1}
    assert codes(read(b'{"schema": "1.7.3", "chapters": []}', "json")) == {"XSD-VALUE": 1}


NOTE = Note(KEY, "甲", ROW, COLUMN)


@pytest.mark.parametrize("format", ["xml", "json", "text"])
def test_a_note_of_no_known_kind_is_kept_as_a_plain_one(format: str) -> None:
    written = write(replace(filled(), annotations=Annotations((replace(NOTE, kind="mark"),))), format, STANDARD)
    assert written.count(b"mark") == 1
    reading = read(written.replace(b"mark", b"blot"), format)
    assert reading.report is not None
    assert reading.report.annotations.notes == (NOTE,)
    assert only(reading, "XSD-VALUE").params == {"name": "kind", "raw": "blot"}


@pytest.mark.parametrize("format", ["xml", "json", "text"])
def test_what_a_record_said_is_told_where_it_cannot_be_kept(format: str) -> None:
    restatement = Restatement(KEY, ROW, COLUMN, Decimal(101), Decimal(102), "correction", "乙")
    written = write(replace(filled(), annotations=Annotations((), (restatement,), (Waiver("DOC-FEE", "丙"),))), format, STANDARD)
    reading = read(written.replace(b"correction", b"whim").replace(b"DOC-FEE", b"no code"), format)
    assert reading.report is not None
    assert not reading.report.annotations
    lost = {str(each.params["raw"]) for each in reading.diagnostics if each.code == "XSD-VALUE"} - {"whim", "no code"}
    assert {f"{KEY} {ROW} {COLUMN} 101 102 乙", "丙"} == lost


def test_a_note_without_a_table_is_told_with_its_text() -> None:
    reading = read(xml(f'<annotations><note row="{ROW}" kind="note">甲</note></annotations>'), "xml")
    assert {only(reading, "XSD-MISSING").params["name"], only(reading, "XSD-VALUE").params["raw"]} == {"note/@table", f"{ROW} note 甲"}


def test_json_of_other_types_is_said() -> None:
    data = {"schema": 1, "metadata": [], "chapters": [{"title": "\ud800", "blocks": [{"paragraph": "a\u0000b"}, 5, {}]}], "attachments": {}, "annotations": "x"}
    reading = read(json.dumps(data).encode(), "json")
    assert reading.report is not None
    assert reading.report.chapters == (Chapter(None, None, "\ufffd", (Paragraph("a\ufffdb"),)),)
    assert codes(reading).keys() == {"XSD-VALUE", "XSD-MISSING", "XSD-TEXT"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("format", ["xml", "json", "text"])
def test_formats_are_told_and_read_in_the_encodings_of_editors(format: str, encoding: str) -> None:
    text = write(filled(), format, STANDARD).decode()
    if format == "xml":
        text = text.replace("UTF-8", {"utf-8-sig": "utf-8"}.get(encoding, encoding), 1)
    data = text.encode(encoding)
    assert sniff(data, "nothing", STANDARD) == format
    reading = readers.read(data, "nothing", STANDARD)
    assert reading.report == filled()
    assert codes(reading).keys() <= {"XSD-ENCODING"}


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
    reading = read(data, "xml")
    assert reading.report is None
    assert codes(reading).keys() == {code}


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
    reading = within(2, lambda: read(data, format))
    assert reading.report is None
    assert only(reading, "SYS-LIMIT").params["limit"] == limit


def test_limits_are_options() -> None:
    data = write(filled(), "xml", STANDARD)
    for limits in (Limits(size=100), Limits(elements=5), Limits(attributes=2), Limits(depth=3)):
        assert codes(read(data, "xml", limits)) == {"SYS-LIMIT": 1}
    assert read(data, "xml", Limits(elements=60, attributes=8, depth=6)).report == filled()


def test_comments_are_no_content() -> None:
    data = write(filled(), "xml", STANDARD).replace("甲".encode(), "<!-- 注 -->甲<!-- <b> -->".encode())
    assert read(data, "xml").report == filled()


def test_findings_are_bounded(shipped: Standard) -> None:
    reading = read(xml("<chapter>" + "<x/>" * 5000 + "</chapter>"), "xml")
    assert len(reading.diagnostics) == 1001
    assert only(reading, "SYS-OMITTED").params["count"] == 4000


@pytest.mark.parametrize(
    ("format", "data"), [("xml", b"<a>" * 300 + b"</a>" * 300), ("json", b"[" * 2000), ("text", b"---\ngovreport: 1.0\n---\n" + b"#" * 2000)]
)
def test_no_option_lets_a_document_nest_deeper_than_a_tree_can(format: str, data: bytes) -> None:
    limit = only(read(data, format, Limits(depth=10**9)), "SYS-LIMIT").params
    assert limit["limit"] == "depth" and int(limit["maximum"]) < 1000
