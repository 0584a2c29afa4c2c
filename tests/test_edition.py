"""A new edition is one folder with one form.xml: everything built follows from it, and every engine agrees."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from govreport import generate, profiles, validation
from govreport.diagnostics import CellRef
from govreport.layout import layout
from govreport.model import Metadata, Report
from govreport.standard import Standard, read_standard
from govreport.web.desk import carrying, fieldnames
from govreport.writers import write, xml
from tests import schematrees, svrl
from tests.filled import report, seeded, zeros

EDITION = schematrees.INVENTED.name
EXTRA_TABLE, NEW_ROW, RENAMED_COLUMN = "platforms", "guidelines", "made"


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A schema tree with the invented edition, built."""
    root = schematrees.with_invented_edition(tmp_path_factory.mktemp("edition"))
    generate.build(root)
    return root


@pytest.fixture(scope="module")
def standard(tree: Path) -> Standard:
    """The standard of that tree."""
    return read_standard(tree)


@pytest.fixture(scope="module")
def sound(standard: Standard) -> bytes:
    """A valid document with all tables of the invented edition."""
    form = standard.forms[EDITION]
    return xml.write(report(standard, form, [zeros(table) for table in form.tables.values()]), standard)


def test_a_new_folder_makes_the_tree_stale_until_it_is_built(tmp_path: Path) -> None:
    root = schematrees.with_invented_edition(tmp_path)
    assert not generate.is_fresh(root)
    written = {path.relative_to(root).as_posix() for path in generate.build(root)}
    assert {"editions.xsd", "layout.xsl", "report.schema.json", "catalog.xml", f"{EDITION}/tables.xsd", f"{EDITION}/tables.sch"} <= written
    assert not any(name.startswith(("2019/", "2021/")) for name in written), "the other editions are as they were"
    assert generate.is_fresh(root)
    assert generate.build(root) == []


def test_the_tree_with_the_new_edition_is_sound(tree: Path) -> None:
    assert generate.check(tree) == []


def test_no_hand_written_file_names_the_new_edition(tree: Path) -> None:
    assert (tree / "report.xsd").read_bytes() == (schematrees.SCHEMA / "report.xsd").read_bytes()
    assert EDITION in (tree / "editions.xsd").read_text("utf-8")


def invalid_documents(sound: bytes) -> dict[str, bytes]:
    """Documents that the schema must refuse, by what is wrong with them."""
    text = sound.decode()
    row = f'<{NEW_ROW} {RENAMED_COLUMN}="0"'
    assert row in text
    return {
        "unknown column": text.replace(row, f'<{NEW_ROW} issued="0"').encode(),
        "leading zero": text.replace(row, f'<{NEW_ROW} {RENAMED_COLUMN}="00"').encode(),
        "full-width digit": text.replace(row, f'<{NEW_ROW} {RENAMED_COLUMN}="０"').encode(),
        "missing row": text.replace(text[text.index(f"<{NEW_ROW}") : text.index("/>", text.index(f"<{NEW_ROW}")) + 2], "").encode(),
        "table of no edition": text.replace(f":{EDITION}", ":1999").encode(),
    }


def test_lxml_takes_the_valid_and_refuses_the_invalid(tree: Path, sound: bytes) -> None:
    schema = etree.XMLSchema(etree.parse(str(tree / "report.xsd")))
    assert schema.validate(etree.fromstring(sound)), schema.error_log
    for reason, document in invalid_documents(sound).items():
        assert not schema.validate(etree.fromstring(document)), reason


def test_xmllint_takes_the_valid_and_refuses_the_invalid(tree: Path, sound: bytes, tmp_path: Path) -> None:
    if shutil.which("xmllint") is None:
        pytest.skip("xmllint is not installed: a stranger's validation is not tested here")
    for number, (expected, document) in enumerate([(0, sound), *((3, document) for document in invalid_documents(sound).values())]):
        path = tmp_path / f"{number}.xml"
        path.write_bytes(document)
        run = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", str(tree / "report.xsd"), str(path)], capture_output=True, text=True, check=False)
        assert run.returncode == expected, run.stderr


def test_the_xmlschema_package_takes_the_valid_and_refuses_the_invalid(tree: Path, sound: bytes) -> None:
    xmlschema = pytest.importorskip("xmlschema", reason="the second opinion on schemas is not installed")
    schema = xmlschema.XMLSchema(str(tree / "report.xsd"), allow="local", defuse="always")
    assert schema.is_valid(etree.fromstring(sound))
    for reason, document in invalid_documents(sound).items():
        assert not schema.is_valid(etree.fromstring(document)), reason


def test_a_sum_without_a_code_of_its_own_is_table_sum(tree: Path, standard: Standard, sound: bytes) -> None:
    wrong = sound.replace(b'<received person="0"', b'<received person="5"')
    assert wrong != sound
    transform = etree.XSLT(etree.parse(str(tree / EDITION / "tables.sch.xsl")))
    assert svrl.findings(transform(etree.fromstring(sound)).getroot()) == []
    assert svrl.findings(transform(etree.fromstring(wrong)).getroot()) == [
        ("TABLE-BALANCE", "applications", "transferred", "person"),
        ("TABLE-SUM", "applications", "received", "total"),
    ]


def test_the_schematron_says_what_the_relations_say(tree: Path, standard: Standard) -> None:
    form = standard.forms[EDITION]
    transform = etree.XSLT(etree.parse(str(tree / EDITION / "tables.sch.xsl")))
    codes: set[str] = set()
    for seed in range(150):
        found = report(standard, form, seeded(form, seed))
        expected = svrl.expected(found, form)
        assert svrl.findings(transform(etree.fromstring(xml.write(found, standard))).getroot()) == expected, f"seed {seed}"
        codes |= {code for code, *_ in expected}
    assert codes == {"TABLE-SUM", "TABLE-BALANCE", "TABLE-EQUAL", "CELL-BLANK", "CELL-NA"}


def test_a_chapter_lacks_one_of_its_tables(tree: Path, standard: Standard, sound: bytes) -> None:
    text = sound.decode()
    without = re.sub(r"<visits .*?</visits>", "", text, flags=re.DOTALL).replace("<metadata/>", f"<metadata><year>{EDITION}</year></metadata>").encode()
    assert b"visits" in sound and b"visits" not in without
    schematron = etree.XSLT(etree.parse(str(tree / "report.sch.xsl")))(etree.fromstring(without)).getroot()
    for lang, told in (("zh", "平台访问"), ("en", "lacks")):
        found = validation.validate(without, "report.xml", standard, profiles.load("submission"))
        said = [found.message(each, lang) for each in found.ranked if each.code == "DOC-CHAPTER" and "平台建设" in found.message(each, lang)]
        assert any(told in each for each in said) and not any("没有表" in each or "has no table" in each for each in said)
    asked = {each.get("id") for each in schematron.iter("{*}failed-assert")}
    assert f"table.{EDITION}.platforms.visits" in asked and f"table.{EDITION}.platforms.platforms" not in asked


def test_the_layout_has_every_cell_once_and_fills_its_rectangle(standard: Standard) -> None:
    for table in standard.forms[EDITION].tables.values():
        grid = layout(table)
        taken = [(line + down, column + across) for line, column, cell in grid.placed() for down in range(cell.rowspan) for across in range(cell.colspan)]
        assert len(taken) == len(set(taken)) == grid.width * len(grid.lines)
        assert sorted((cell.row, cell.column) for line in grid.lines for cell in line if cell.kind == "data") == sorted(table.cells)


def test_the_json_schema_names_the_new_table(tree: Path) -> None:
    tables = json.loads((tree / EDITION / "tables.schema.json").read_text("utf-8"))["$defs"]
    assert EXTRA_TABLE in tables
    assert NEW_ROW in tables["proactiveDisclosure"]["properties"]["rows"]["properties"]
    choices = json.loads((tree / "report.schema.json").read_text("utf-8"))["$defs"]["table"]["anyOf"]
    assert {"$ref": f"{EDITION}/tables.schema.json"} in choices


def test_the_layout_stylesheet_draws_the_new_tables(tree: Path, standard: Standard, sound: bytes) -> None:
    including = f"""<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:r="urn:govreport:report:1">
      <xsl:variable name="plain" select="false()"/><xsl:variable name="marked" select="false()"/>
      <xsl:include href="{(tree / "layout.xsl").as_uri()}"/>
      <xsl:template match="/"><drawn><xsl:apply-templates select="//r:chapter/*" mode="layout"/></drawn></xsl:template>
      <xsl:template name="cell"><xsl:param name="row"/><xsl:param name="column"/><xsl:param name="value"/><xsl:param name="unit"/>
        <xsl:value-of select="concat($row, ' ', $column, ' ', $value)"/></xsl:template>
    </xsl:stylesheet>"""
    drawn = etree.XSLT(etree.fromstring(including))(etree.fromstring(sound)).getroot()
    cells = drawn.xpath("//*[local-name()='td' and @headers]")
    assert len(cells) == sum(len(table.cells) for table in standard.forms[EDITION].tables.values())
    assert {cell.text for cell in cells} >= {"accounts.video closed 0", f"{NEW_ROW} {RENAMED_COLUMN} 0"}
    names = {heading.get("id") for heading in drawn.iter() if heading.get("id")}
    assert all(name in names for cell in cells for name in cell.get("headers").split())


def test_a_report_of_the_new_edition_needs_no_other_edition(tmp_path: Path, standard: Standard) -> None:
    root = schematrees.with_invented_edition(tmp_path)
    for old in ("2019", "2021", "migrations"):
        shutil.rmtree(root / old)
    generate.build(root)
    assert generate.check(root) == []
    alone = read_standard(root)
    assert list(alone.forms) == [EDITION]
    form = alone.forms[EDITION]
    document = xml.write(report(alone, form, [zeros(table) for table in form.tables.values()]), alone)
    assert etree.XMLSchema(etree.parse(str(root / "report.xsd"))).validate(etree.fromstring(document))
    assert isinstance(report(alone, form, []), Report)


@pytest.mark.parametrize("migrated", [False, True])
def test_figures_carry_over_into_an_edition_with_other_keys(migrated: bool, tmp_path: Path) -> None:
    root = schematrees.copy(tmp_path)
    shutil.copytree(root / "2021", root / EDITION)
    form = root / EDITION / "form.xml"
    text = form.read_text("utf-8").replace('edition="2021"', f'edition="{EDITION}"').replace('<years from="2021"/>', f'<years from="{EDITION}"/>')
    form.write_text(text.replace("carriedOut", "forward").replace("carriedIn", "brought"), "utf-8")
    if migrated:
        moves = '<rename row="carriedOut" toRow="forward"/><rename row="carriedIn" toRow="brought"/>'
        (root / "migrations" / f"2021-{EDITION}.xml").write_text(
            f'<migration from="2021" to="{EDITION}" version="1"><table key="applications">{moves}</table></migration>', "utf-8"
        )
    generate.build(root)
    standard = read_standard(root)
    reports = {}
    for edition, year, closing in (("2021", int(EDITION) - 1, "carriedOut"), (EDITION, int(EDITION), "forward")):
        tables = [zeros(table) for table in standard.forms[edition].tables.values()]
        tables[1] = replace(tables[1], cells={**tables[1].cells, (closing, "naturalPerson"): 3, (closing, "total"): 3})
        reports[edition] = replace(report(standard, standard.forms[edition], tables), metadata=Metadata(year=year))
    found = validation.validate(write(reports[EDITION], "xml", standard), "r.xml", standard, profiles.load("submission", root), reports["2021"])
    carry = [each.diagnostic for each in found.findings if each.code == "YEAR-CARRY"]
    assert [each.location.cell for each in carry] == [CellRef("applications", "brought", column) for column in ("naturalPerson", "total")]
    assert {each.params["difference"] for each in carry} == {"3"}
    offered = carrying.carried(standard.forms[EDITION], reports["2021"], standard)
    assert offered[fieldnames.cell("applications", "brought", "total")] == "3", "and the desk offers what the rules ask for"
