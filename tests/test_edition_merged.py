"""A later edition in which a table took another one in, written as one form.xml alone: its reports are read in it, and older ones as they were."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from govreport import generate, readers
from govreport.readers.legacy.placement import LostRow, place
from govreport.readers.legacy.reader import read
from govreport.reading import Reading
from govreport.standard import Standard, read_form, read_standard
from govreport.web.desk import beginning
from tests import schematrees
from tests.corpus.cases import case

EDITION = "2098"
TEXTS = ("markdown-grid", "markdown-grid-repeated", "pipes-dropped", "bare-lines", "html2text", "page-text")
UNNAMED = """二、主动公开政府信息情况

| 第二十条第（一）项 |  |  |  |
| --- | --- | --- | --- |
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 0 |
| {label} | 4 | 1 | 9 |
| 第二十条第（五）项 |  |  |  |
| 信息内容 | 本年处理决定数量 |  |  |
| 行政许可 | 7 |  |  |
"""


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory) -> Standard:
    """The standard with a later edition that has table 4 as a part of table 3, and neither variants nor a migration."""
    root = schematrees.copy(tmp_path_factory.mktemp("merged"))
    document = etree.parse(str(root / "2021" / "form.xml"))
    form = document.getroot()
    form.set("edition", EDITION)
    form.find("years").set("from", EDITION)
    first, second = (form.find(f".//table[@key='{key}']") for key in ("applications", "reviewAndLitigation"))
    for table, label, head in ((first, "一 申请情况", first.attrib.pop("corner")), (second, "二 行政复议、行政诉讼情况", "类别")):
        block = etree.Element("block", label=label, head=head)
        block.extend(list(table))
        first.append(block)
    first.find("block[2]/column[@key='total']").set("span", "3")
    form.remove(form.find("chapter[@key='reviewAndLitigation']"))
    form.find("chapter[@key='problemsAndImprovements']").set("number", "四")
    form.find("chapter[@key='otherMatters']").attrib.update({"number": "五", "title": "其他事项和收费"})
    relation = form.find("sum[@id='review-rows']")
    relation.set("table", "applications")
    for element in (first.find("block[2]/column[@key='total']"), *first.findall("block[2]//phrase"), relation.find("total")):
        element.set("key" if element.tag == "column" and element.getparent().tag == "block" else "column", "totalCases")
    (root / EDITION).mkdir()
    document.write(str(root / EDITION / "form.xml"), encoding="utf-8", xml_declaration=True)
    generate.build(root)
    assert generate.check(root) == []
    return read_standard(root)


def cells(reading: Reading) -> dict[str, dict[tuple[str, str], object]]:
    """Return the cells that were read, by table."""
    assert reading.report is not None
    return {table.key: dict(table.cells) for table in reading.report.tables()}


@pytest.mark.parametrize("noise", ["none", "lost-bytes"])
@pytest.mark.parametrize("form", TEXTS)
def test_older_texts_keep_the_table_that_became_a_part_of_another(form: str, noise: str, merged: Standard, shipped: Standard) -> None:
    for seed in range(5):
        item = case(form, noise, seed, shipped)
        before, after = (read(item.data, "text.txt", standard) for standard in (shipped, merged))
        assert before.report is not None
        assert before.report.metadata.year is None or cells(before) == cells(after), f"{item.name}: without a year the newest edition counts"


@pytest.mark.parametrize("label", ["行政规范性文件", "规范性文件", "规范性档案"])
@pytest.mark.parametrize(("year", "edition"), [(EDITION, EDITION), ("2023", "2021")])
def test_wordings_of_labels_that_stayed_are_those_of_the_edition_before(label: str, year: str, edition: str, merged: Standard) -> None:
    reading = read(f"临江县教育局{year}年政府信息公开工作年度报告\n{UNNAMED.format(label=label)}".encode(), "text.txt", merged)
    assert reading.report is not None
    (table,) = reading.report.tables()
    assert table.edition == edition
    assert [table.get("normativeDocuments", column) for column in ("issued", "repealed", "inForce")] == [4, 1, 9]


ANSWERS = """<form edition="2097"><years from="2097"/>
  <chapter key="requests" number="I" title="Requests" kind="table">
    <table key="requests" label="Requests" width="3">
      <block label="Received" head="Kind"><column key="n" label="Number"/><column key="last" label="Last year"/>
        <row key="written" label="Written"/><row key="all" label="All"/></block>
      <block label="Answered" head="Kind"><column key="yes" label="Granted"/><column key="no" label="Refused"/><row key="answered" label="Answers"/></block>
    </table>
  </chapter>
  <equal id="e" table="requests"><left><term row="answered" column="yes"/></left><right><term row="all" column="n"/></right></equal>
</form>
"""


@pytest.mark.parametrize(("known", "expected"), [({("all", "n"): None}, ("answered", "no")), ({}, None)])
def test_a_cell_of_which_nothing_is_known_leads_to_no_placement(known: dict[tuple[str, str], None], expected: tuple[str, str] | None, tmp_path: Path) -> None:
    (tmp_path / "form.xml").write_text(ANSWERS, "utf-8")
    form = read_form(tmp_path / "form.xml")
    found = place(form.tables["requests"], form, known, [LostRow((("answered", "yes"), ("answered", "no")), (2,))])
    assert found.rows == [[expected]]


@pytest.mark.parametrize(("year", "numbers", "last"), [(2024, "一二三四五六", "其他需要报告的事项"), (int(EDITION), "一二三四五", "其他事项和收费")])
def test_a_draft_from_last_year_has_the_chapters_of_the_edition_in_force(year: int, numbers: str, last: str, merged: Standard) -> None:
    path = schematrees.ROOT / "fixtures" / "reports" / "2021" / "township.xml"
    report = readers.read(path.read_bytes(), path.name, merged).report
    assert report is not None
    before = replace(report, metadata=replace(report.metadata, year=year - 1))
    subject = beginning.Subject(before.metadata.agency, year, "government", "年度报告")
    chapters = [chapter for chapter in beginning.from_last(subject, before, merged).base.chapters if chapter.title]
    assert "".join(chapter.number or "" for chapter in chapters) == numbers
    assert chapters[-1].title == last and chapters[-1].blocks, "and last year's prose"
