"""Texts are read in the words of their own edition, whatever keys a later one gives to its chapters and tables."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from govreport import generate, profiles, readers, validation
from govreport.model import Chapter, Metadata, Paragraph, Report, Table
from govreport.reading import Reading
from govreport.schemafile import parse
from govreport.standard import Standard, read_standard
from govreport.writers import write
from tests import schematrees

LATER, LATEST = "2098", "2099"
DEMO = schematrees.ROOT / "fixtures" / "legacy" / "demo.txt"
REPORTS = sorted((schematrees.ROOT / "fixtures" / "reports").rglob("*.xml"))
HALF = "临江县教育局{year}年政府信息公开工作年度报告\n一、总体情况\n尚好。\n二、主动公开政府信息情况\n见网站。\n三、收到和处理政府信息公开申请情况\n见网站。\n"


@pytest.fixture(scope="module")
def standard(tmp_path_factory: pytest.TempPathFactory) -> Standard:
    """The standard with two later editions: one of other tables and titles, one of the same words in which every chapter has another key."""
    root = schematrees.with_invented_edition(tmp_path_factory.mktemp("reading"))
    shutil.copytree(root / "2021", root / LATER)
    form = root / LATER / "form.xml"
    text = (
        form.read_text("utf-8")
        .replace('<form edition="2021"', f'<form edition="{LATER}"')
        .replace('<years from="2021"/>', f'<years from="{LATER}" to="{LATER}"/>')
    )
    form.write_text(re.sub(r'(<chapter key="\w+)"', r'\1New"', text), "utf-8")
    (root / LATER / "variants.xml").unlink()
    generate.build(root)
    return read_standard(root)


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Standard:
    """The standard with a copy of the whole folder of an edition, as an editor begins: other keys and labels, years and variants not yet looked at."""
    root = schematrees.copy(tmp_path_factory.mktemp("copied"))
    shutil.copytree(root / "2021", root / LATER)
    for before, after in (
        ('<form edition="2021"', f'<form edition="{LATER}"'),
        ('key="overview" number="一" title="总体情况"', 'key="summary" number="一" title="概述"'),
        ('key="normativeDocuments" label="行政规范性文件"', 'key="guidelines" label="指引"'),
        ('key="repealed" label="本年废止件数"', 'key="ended" label="停用"'),
        ('<term column="repealed"/>', '<term column="ended"/>'),
    ):
        schematrees.replace(root / LATER / "form.xml", before, after)
    assert generate.check(root) != []
    generate.build(root)
    assert generate.check(root) == []
    return read_standard(root)


@pytest.mark.parametrize("path", [*REPORTS, DEMO], ids=lambda path: path.stem)
def test_a_copied_folder_changes_nothing_for_the_edition_that_was_copied(path: Path, copied: Standard, shipped: Standard) -> None:
    reading = readers.read(path.read_bytes(), path.name, shipped)
    assert reading.report is not None
    for form in ("xml", "html-fragment", "text"):
        data = write(reading.report, form, shipped)
        before, after = (readers.read(data, "report", each) for each in (shipped, copied))
        assert (before.report, before.diagnostics) == (after.report, after.diagnostics)
        before_found, after_found = (validation.validate(data, "report", each, profiles.load("submission", each.root)) for each in (shipped, copied))
        assert [each.diagnostic for each in before_found.findings] == [each.diagnostic for each in after_found.findings]
    assert readers.read(path.read_bytes(), path.name, copied).report == reading.report


def test_every_variant_names_something_of_its_form(shipped: Standard) -> None:
    for form in shipped.forms.values():
        for element in parse(shipped.root / form.edition / "variants.xml").findall("variant"):
            table, row, column = (form.tables.get(element.get("table", "")), element.get("row"), element.get("column"))
            if table is None:
                assert form.chapter(element.get("chapter")), element.attrib
                continue
            assert row is None or any(f"{leaf.key}.".startswith(f"{row}.") for leaf in table.leaves), element.attrib
            assert column is None or any(column in columns for columns in table.columns.values()), element.attrib


def chapters(reading: Reading) -> list[str | None]:
    """Return the keys of the chapters that were read."""
    assert reading.report is not None
    return [chapter.key for chapter in reading.report.chapters]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_later_edition_changes_nothing_in_how_an_older_report_is_read(path: Path, standard: Standard, shipped: Standard) -> None:
    report = readers.read(path.read_bytes(), path.name, shipped).report
    assert report is not None
    page = write(report, "html-fragment", shipped)
    before, after = (readers.read(page, "page.html", each) for each in (shipped, standard))
    assert before.report == after.report
    assert before.diagnostics == after.diagnostics


def test_chapters_have_the_keys_of_the_edition_in_force(standard: Standard, shipped: Standard) -> None:
    report = readers.read(REPORTS[-1].read_bytes(), "report.xml", shipped).report
    assert report is not None
    page = write(report, "html-fragment", shipped).decode()
    older = chapters(readers.read(page.encode(), "page.html", standard))
    assert older[:2] == ["preface", "overview"]
    later = chapters(readers.read(page.replace("2024", "2099").replace("2023", LATER).encode(), "page.html", standard))
    assert later == [f"{key}New" if key else None for key in older]


@pytest.mark.parametrize(("year", "expected"), [("2023", "overview"), (LATER, "overviewNew")])
def test_half_the_titles_of_one_edition_are_a_report(year: str, expected: str, standard: Standard) -> None:
    reading = readers.read(HALF.format(year=year).encode(), "half.txt", standard)
    assert expected in chapters(reading)
    missing = {each.location.cell.table for each in reading.diagnostics if each.code == "TEXT-UNREAD" and each.location.cell}
    assert missing == set(standard.in_force(int(year)).tables)


@pytest.mark.parametrize(("year", "edition"), [("2018", "2019"), ("2020", "2019"), ("2023", "2021")])
def test_a_table_that_fits_several_editions_is_of_the_one_in_force_else_that_of_another_table(year: str, edition: str, shipped: Standard) -> None:
    text = write(readers.read(REPORTS[0].read_bytes(), "report.xml", shipped).report, "text", shipped).decode().split("---\n", 2)[2]  # type: ignore[arg-type]
    reading = readers.read(f"临江县教育局{year}年政府信息公开工作年度报告\n{text}".encode(), "report.txt", shipped)
    assert reading.report is not None
    assert {table.key: table.edition for table in reading.report.tables()} == {
        "proactiveDisclosure": "2019",
        "applications": "2019",
        "reviewAndLitigation": edition,
    }


@pytest.mark.parametrize(("year", "expected"), [("", "2021"), ("2018年", "2021"), ("2020年", "2019"), ("2022年", "2021")])
def test_where_nothing_tells_the_edition_it_is_the_one_in_force_else_the_newest(year: str, expected: str, shipped: Standard) -> None:
    text = write(readers.read(REPORTS[0].read_bytes(), "report.xml", shipped).report, "text", shipped).decode()  # type: ignore[arg-type]
    lines = [line for line in text[text.index("# 三 ") : text.index("# 五 ")].splitlines() if "（六）" not in line]
    reading = readers.read("\n".join([f"临江县教育局{year}政府信息公开工作年度报告", *lines]).encode(), "report.txt", shipped)
    assert reading.report is not None
    assert {table.key: table.edition for table in reading.report.tables()} == {"applications": expected, "reviewAndLitigation": expected}


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Standard:
    """The standard with a later edition in which table 3 and its rows have other keys, in a second one also a row with another label."""
    root = schematrees.copy(tmp_path_factory.mktemp("renamed"))
    for edition, label in ((LATER, "（一）予以公开"), (LATEST, "（一）全部公开")):
        shutil.copytree(root / "2021", root / edition)
        form = root / edition / "form.xml"
        text = form.read_text("utf-8").replace('<form edition="2021"', f'<form edition="{edition}"')
        text = text.replace('<years from="2021"/>', f'<years from="{edition}" to="{edition}"/>').replace("（一）予以公开", label)
        form.write_text(text.replace('"applications"', '"requests"').replace('"received"', '"arrived"'), "utf-8")
    generate.build(root)
    return read_standard(root)


@pytest.mark.parametrize("form", ["text", "html-fragment"])
@pytest.mark.parametrize("year", [2023, int(LATER), int(LATEST)])
def test_a_table_with_a_key_of_its_own_is_read_whole_in_the_edition_in_force(year: int, form: str, renamed: Standard, shipped: Standard) -> None:
    report = readers.read(REPORTS[-1].read_bytes(), "report.xml", shipped).report
    assert report is not None
    text = write(report, form, shipped).decode().split("---\n", 2)[-1].replace("2024", str(year + 1)).replace("2023", str(year))
    text = text.replace("（一）予以公开", "（一）全部公开") if year == int(LATEST) else text
    reading = readers.read(f"临江县青石镇人民政府{year}年政府信息公开工作年度报告\n{text}".encode(), "report", renamed)
    assert reading.report is not None
    key, edition = ("applications", "2021") if year == 2023 else ("requests", str(year))
    assert {table.key: table.edition for table in reading.report.tables()} == {
        "proactiveDisclosure": edition,
        key: edition,
        "reviewAndLitigation": edition,
    }
    assert list(reading.report.table(key).cells.values()) == list(report.table("applications").cells.values())


SMALL = """<?xml version="1.0" encoding="UTF-8"?>
<form edition="2097" revision="1">
  <years from="2097"/>
  <chapter key="overview" number="I" title="Overview" kind="prose" required="true" role="overview"/>
  <chapter key="media" number="II" title="Accounts" kind="table" required="true">
    <table key="media" name="Table A" label="Accounts">
      <column key="opened" label="Opened"/><column key="closed" label="Closed"/><row key="all" label="All accounts"/></table>
    <table key="letters" name="Table B" label="Letters" arrangement="across">
      <column key="came" label="Came in"/><column key="answered" label="Answered"/><row key="mail" label="Mail"/></table>
    <table key="cost" name="Table C" label="Cost" width="3">
      <block label="Hosting" head="Kind"><column key="spent" label="Spent (10,000 yuan)" kind="money" unit="万元"/>
      <column key="change" label="Change" kind="change"/>
      <row key="hosting" label="Hosting fee"/></block></table>
  </chapter>
  <chapter key="other" number="III" title="Other matters" kind="prose" required="true"/>
</form>
"""


def test_tables_of_a_single_row_and_chapters_numbered_in_another_manner_are_read(tmp_path: Path) -> None:
    root = schematrees.copy(tmp_path)
    (root / "2097").mkdir()
    (root / "2097" / "form.xml").write_text(SMALL, "utf-8")
    generate.build(root)
    standard = read_standard(root)
    tables = {key: {cell: number for number, cell in enumerate(table.cells)} for key, table in standard.forms["2097"].tables.items()}
    chapters = (
        Chapter("overview", "I", "Overview", (Paragraph("All went well."),)),
        Chapter("media", "II", "Accounts", tuple(Table(key, "2097", cells) for key, cells in tables.items())),
        Chapter("other", "III", "Other matters", (Paragraph("None."),)),
    )
    report = Report("1.0", Metadata(year=2097), chapters)
    read = readers.read(write(report, "html-fragment", standard), "page.html", standard).report
    assert read is not None
    assert {table.key: table.cells for table in read.tables()} == tables
    assert [(each.key, each.number, each.title) for each in read.chapters if each.key] == [(each.key, each.number, each.title) for each in chapters]
