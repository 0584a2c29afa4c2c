"""The register of organs: files with their faults, trees of a year, mergers, contradictions."""

from __future__ import annotations

import datetime
import io
import time
import zipfile
from collections.abc import Callable

import pytest

from govreport.archive import RefusedError, organfile
from govreport.archive.organs import LINE, Naming, Organ, Register, Span, check, of_row, orphans
from govreport.archive.regions import expected
from tests.archives import ORGANS


def organs(text: str) -> Register:
    """Return the register of a CSV."""
    found = organfile.read(text.encode(), "o.csv")
    assert not found.faults, found.faults
    return Register(found.organs)


def workbook(rows: list[list[object]]) -> bytes:
    """Return rows as xlsx."""
    import datetime

    import xlsxwriter

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"default_date_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            (sheet.write_datetime if isinstance(cell, datetime.date) else sheet.write)(number, column, cell)
    book.close()
    return target.getvalue()


def test_a_year_has_its_own_tree() -> None:
    register = organs(ORGANS)
    check(register)

    def names(year: int) -> list[str]:
        return ["  " * depth + naming.name for depth, _, naming in register.tree(year)]

    assert names(2020) == ["临江县人民政府", "  临江县白河乡人民政府", "  临江县教育局", "  临江县青石镇人民政府", "示例省教育厅"]
    assert "  临江县白河镇人民政府" in names(2022)
    assert not any("白河" in name for name in names(2023))
    assert [organ.id for organ in register.children("sheng-jiaoyu", 2023, LINE)] == ["jiaoyu"]
    assert [organ.id for _, organ, _ in register.tree(2023, "sheng-jiaoyu", LINE)] == ["sheng-jiaoyu", "jiaoyu"]
    assert [organ.id for organ in register.predecessors("qingshi")] == ["baihe"]


def test_a_workbook_says_the_same() -> None:
    import datetime

    rows: list[list[object]] = [["编号", "名称", "上级", "有效期起"], ["county", "甲县", "", ""], [1001, "乙镇", "county", datetime.date(2021, 7, 1)]]
    found = organfile.read(workbook(rows), "o.xlsx")
    assert not found.faults
    assert [organ.id for organ in found.organs] == ["county", "1001"]
    assert found.organs[1].parents[0].organ == "county"
    assert str(found.organs[1].span.start) == "2021-07-01"


def test_another_encoding_and_both_languages_of_heads_are_read() -> None:
    text = "id,name,kind,level\na,甲县人民政府,government,county\n"
    assert organfile.read(text.encode("gb18030"), "o.csv").organs == organfile.read(("\ufeff" + text).encode(), "o.csv").organs


def test_a_time_that_ends_in_9999_has_no_end() -> None:
    for end in ("9999-12-31", "9999", "9999-12"):
        (organ,) = organfile.read(f"编号,名称,有效期止\nx,甲,{end}\n".encode(), "o.csv").organs
        assert organ.span.end is None and organ.at(2023)


def test_a_register_that_has_such_a_time_all_the_same_gives_public_pages() -> None:
    row = Organ("x", Span(None, datetime.date(9999, 12, 31)), (Naming("甲县人民政府", None, None, None, None, Span(None, datetime.date(9999, 12, 31))),))
    (found,) = expected(Register([row]))
    assert found.id == "x" and found.in_year(2023)


def test_who_goes_on_below_a_parent_that_has_ended_is_told() -> None:
    head = "id,name,parent,from,to,fate,successors\nold,甲县人民政府,,,2020,renamed,new\nnew,甲区人民政府,,2021,,,\n"
    assert [(organ.id, above.id) for organ, above in orphans(organs(head + "a,甲镇人民政府,old,,,,\n"))] == [("a", "old")]
    assert not list(orphans(organs(head + "a,甲镇人民政府,old,,2020,,\na,甲镇人民政府,new,2021,,,\n")))
    assert not list(orphans(organs(head + "a,甲镇人民政府,old,,2019,abolished,\n")))


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("id,title\n", [(1, "title", "column"), (1, "name / 名称 / 机构名称", "column-missing")]),
        ("id,name,id\n", [(1, "id", "column-twice")]),
        ("id,name\na b,\n", [(2, "id", "id"), (2, "name", "needed")]),
        ("id,name,level\na,甲,galaxy\n", [(2, "level", "word")]),
        ("id,name,from\na,甲,2021-13\n", [(2, "from", "day")]),
        ("id,name,from\na,甲,9999\n", [(2, "from", "day")]),
        ("id,name,from,to\na,甲,2021,2020\n", [(2, "to", "order")]),
        ("id,name,uscc\na,甲,91350100M000100Y4Z\n", [(2, "uscc", "uscc")]),
        ("id,name,parent\na,甲,b;c\n", [(2, "parent", "one-id")]),
        ("id,name,fate\na,甲,merged\n", [(2, "to / 止 / 有效期止", "needed")]),
        ("id,name,to,fate\na,甲,2020,merged\n", [(2, "successors / 承继 / 承继机构", "successors")]),
        ("id,name,from\na,甲,2020\n\na,乙,2021\n", [(4, "from", "overlap")]),
        ("", [(1, "", "empty")]),
        ("id,name,\na,甲,,x\nb,乙,y\n", [(2, "#4", "no-head"), (3, "#3", "no-head")]),
        ('id,name\n"a', [(1, "", "unreadable")]),
    ],
)
def test_faults_are_told_by_row_and_column(rows: str, told: list[tuple[int, str, str]]) -> None:
    found = organfile.read(rows.encode(), "o.csv")
    assert [(fault.row, fault.column, fault.reason) for fault in found.faults] == told
    assert not found.organs


def remade(change: Callable[[bytes], bytes]) -> bytes:
    """Return a workbook whose sheet was changed."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook([["编号", "名称"], ["a", "甲"]]))) as whole, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name in whole.namelist():
            made.writestr(name, change(whole.read(name)) if name == "xl/worksheets/sheet1.xml" else whole.read(name))
    return target.getvalue()


FAR = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
BEYOND = {
    "far": lambda sheet: sheet.replace(b"</sheetData>", FAR + b"</sheetData>"),
    "unnamed": lambda sheet: sheet.replace(b"</sheetData>", b'<row r="1048576">' + b"<c><v>1</v></c>" * 1000 + b"</row></sheetData>"),
    "long": lambda sheet: sheet.replace(b"<sheetData>", b"<sheetData>" + b" " * 40_000_000),
    "rows": lambda sheet: sheet.replace(b"</sheetData>", b"".join(b'<row r="%d"/>' % row for row in range(3, 600_000)) + b"</sheetData>"),
}


@pytest.mark.parametrize("beyond", BEYOND)
def test_a_workbook_that_would_take_all_memory_is_a_fault(beyond: str) -> None:
    """One cell in the last corner of a sheet ended the process: room was made for all cells before it."""
    start = time.process_time()
    assert [fault.reason for fault in organfile.read(remade(BEYOND[beyond]), "o.xlsx").faults] == ["too-long"]
    assert time.process_time() - start < 2
    assert [organ.id for organ in organfile.read(remade(bytes), "o.xlsx").organs] == ["a"]


def test_what_is_no_workbook_is_a_fault() -> None:
    assert [fault.reason for fault in organfile.read(b"PK\x03\x04 nothing", "o.xlsx").faults] == ["unreadable"]


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("a,甲,z,,\n", "organ-parent"),
        ("a,甲,b,,\nb,乙,a,,\n", "organ-circle"),
        ("a,甲,a,,\n", "organ-circle"),
        ("a,甲,,merged,z\n", "organ-successor"),
    ],
)
def test_a_register_that_contradicts_itself_is_refused(rows: str, reason: str) -> None:
    rows = "\n".join(f"{row},{'2020' if 'merged' in row else ''}" for row in rows.splitlines())
    with pytest.raises(RefusedError, match=reason):
        check(organs(f"id,name,parent,fate,successors,to\n{rows}\n"))


def test_an_organ_comes_back_from_the_log() -> None:
    for organ in organs(ORGANS).organs.values():
        assert of_row(organ.row()) == organ
        assert of_row(organ.row()).digest() == organ.digest()


def test_who_is_meant_is_told_by_code_then_by_name_then_by_former_names() -> None:
    code = "11341702486344515H"
    register = organs(f"id,name,uscc,from,to\na,甲县,{code},,\nb,乙乡,,,2020\nb,乙镇,,2021,\n")
    assert [organ.id for organ in register.named("别的名", code, 2023)] == ["a"]
    assert [organ.id for organ in register.named("乙镇", None, 2023)] == ["b"]
    assert [organ.id for organ in register.named("乙乡", None, 2023)] == ["b"]
    assert register.named("丙", None, 2023) == ()
