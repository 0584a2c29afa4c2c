"""What is built from the shipped forms: the printed grid of form.md, and a Schematron that every engine runs alike."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree, isoschematron

from govreport.generate.compiler import compile_schematron
from govreport.layout import layout
from govreport.model import Table
from govreport.schemafile import SchemaTreeError
from govreport.standard import load, read_standard
from govreport.writers import xml
from tests import schematrees, svrl
from tests.filled import report, seeded, zeros
from tests.saxon import Saxon

STANDARD = load(schematrees.SCHEMA)


def spans(edition: str, table: str) -> list[list[tuple[str, int, int]]]:
    """Return the lines of a printed table as (kind, colspan, rowspan)."""
    return [[(cell.kind[0], cell.colspan, cell.rowspan) for cell in line] for line in layout(STANDARD.forms[edition].tables[table]).lines]


def text(edition: str, table: str, line: int) -> list[str]:
    """Return the headings of a line of a printed table."""
    return [cell.text for cell in layout(STANDARD.forms[edition].tables[table]).lines[line] if cell.text]


@pytest.mark.parametrize(
    ("edition", "table", "width", "lines", "cells"),
    [
        ("2021", "proactiveDisclosure", 4, 14, 10),
        ("2019", "proactiveDisclosure", 5, 18, 22),
        ("2021", "applications", 10, 28, 175),
        ("2019", "applications", 10, 26, 161),
        ("2021", "reviewAndLitigation", 15, 4, 15),
        ("2019", "reviewAndLitigation", 15, 4, 15),
    ],
)
def test_the_grids_are_those_of_the_instruments(edition: str, table: str, width: int, lines: int, cells: int) -> None:
    grid = layout(STANDARD.forms[edition].tables[table])
    assert (grid.width, len(grid.lines)) == (width, lines)
    assert sum(cell.kind == "data" for line in grid.lines for cell in line) == cells
    taken = [(line + down, column + across) for line, column, cell in grid.placed() for down in range(cell.rowspan) for across in range(cell.colspan)]
    assert sorted(taken) == [(line, column) for line in range(lines) for column in range(width)]


def test_table_two_of_2021_is_merged_as_printed() -> None:
    count, single = [("l", 1, 1), *[("d", 1, 1)] * 3], [("l", 1, 1), ("d", 3, 1)]
    title, three, one = [("t", 4, 1)], [("c", 1, 1), *[("h", 1, 1)] * 3], [("c", 1, 1), ("h", 3, 1)]
    assert spans("2021", "proactiveDisclosure") == [title, three, count, count, title, one, single, title, one, single, single, title, one, single]


def test_table_two_of_2019_has_heads_and_data_that_do_not_line_up() -> None:
    found = spans("2019", "proactiveDisclosure")
    assert [span for _, span, _ in found[1]] == [span for _, span, _ in found[2]] == [1, 1, 2, 1]
    assert [span for _, span, _ in found[5]] == [1, 1, 2, 1]
    assert [span for _, span, _ in found[6]] == [1, 2, 1, 1]
    assert [span for _, span, _ in found[13]] == [span for _, span, _ in found[14]] == [1, 2, 2]


def test_table_three_is_merged_as_printed() -> None:
    found = spans("2021", "applications")
    assert found[0] == [("c", 3, 3), ("h", 7, 1)]
    assert found[1] == [("h", 1, 2), ("h", 5, 1), ("h", 1, 2)]
    assert found[2] == [("h", 1, 1)] * 5
    labels = [[cell[1:] for cell in line if cell[0] == "l"] for line in found[3:]]
    assert labels[:5] == [[(3, 1)], [(3, 1)], [(1, 22), (2, 1)], [(2, 1)], [(1, 8), (1, 1)]]
    assert [line[0] for line in labels if len(line) > 1] == [(1, 22), (1, 8), (1, 3), (1, 5), (1, 3)]
    assert labels[-2:] == [[(2, 1)], [(3, 1)]]
    assert [cell[1:] for cell in spans("2019", "applications")[5] if cell[0] == "l"] == [(1, 20), (2, 1)]


def test_table_four_stands_side_by_side() -> None:
    found = spans("2021", "reviewAndLitigation")
    assert found[0] == [("h", 5, 1), ("h", 10, 1)]
    assert found[1] == [*[("h", 1, 2)] * 5, ("h", 5, 1), ("h", 5, 1)]
    assert found[2] == [("h", 1, 1)] * 10
    assert found[3] == [("d", 1, 1)] * 15
    assert len(text("2021", "reviewAndLitigation", 1)) == 7


def test_every_data_cell_names_the_headings_that_stand_over_and_beside_it() -> None:
    for form in STANDARD.forms.values():
        for table in form.tables.values():
            grid = layout(table)
            headings = {cell.id: cell for line in grid.lines for cell in line if cell.id}
            assert len(headings) == sum(cell.id is not None for line in grid.lines for cell in line), "an id is used twice"
            for line in grid.lines:
                for cell in line:
                    if cell.kind == "data":
                        named = [headings[name].text for name in cell.headers]
                        column = table.column(cell.row or "", cell.column or "")
                        assert column is not None
                        assert {*column.groups, column.label, *table.rows[cell.row or ""].labels} <= set(named)


# The Schematron


def transform(edition: str) -> etree.XSLT:
    """Return the compiled Schematron of an edition."""
    return etree.XSLT(etree.parse(str(schematrees.SCHEMA / edition / "tables.sch.xsl")))


@pytest.mark.parametrize("edition", list(STANDARD.forms))
def test_the_schematron_says_what_the_relations_say(edition: str) -> None:
    form, run, codes = STANDARD.forms[edition], transform(edition), set()
    for seed in range(60):
        found = report(STANDARD, form, seeded(form, seed))
        expected = svrl.expected(found, form)
        output = run(etree.fromstring(xml.write(found, STANDARD))).getroot()
        assert svrl.ill_formed(output) == []
        assert svrl.findings(output) == expected, f"seed {seed}"
        codes |= {code for code, *_ in expected}
    within = {relation.code for relation in form.relations if relation.kind != "carry"}
    assert codes == within | {"CELL-BLANK", "CELL-NA"}


def test_saxon_says_the_same_as_lxml(saxon: Saxon) -> None:
    form, stylesheet = STANDARD.forms["2021"], schematrees.SCHEMA / "2021" / "tables.sch.xsl"
    for seed in range(20):
        found = report(STANDARD, form, seeded(form, seed))
        output = saxon.transformed(stylesheet, xml.write(found, STANDARD).decode())
        assert svrl.findings(etree.fromstring(output.encode())) == svrl.expected(found, form), f"seed {seed}"


def test_a_schematron_implementation_that_is_not_ours_says_the_same() -> None:
    form = STANDARD.forms["2021"]
    other = isoschematron.Schematron(file=str(schematrees.SCHEMA / "2021" / "tables.sch"), store_report=True)
    for seed in range(6):
        found = report(STANDARD, form, seeded(form, seed))
        other.validate(etree.fromstring(xml.write(found, STANDARD)))
        said = [element.get("flag") for element in other.validation_report.getroot().iter(f"{svrl.SVRL}failed-assert")]
        assert sorted(code for code in said if code not in svrl.OTHER) == sorted(code for code, *_ in svrl.expected(found, form)), f"seed {seed}"


@pytest.mark.parametrize(
    ("collected", "refunded", "net", "holds"),
    [
        ("0.3", "0.1", "0.2", True),
        ("0.000003", "0.000001", "0.000002", True),
        ("123456789012", "123456789012", "0.000001", False),
        ("999999.999999", "999999.999998", "0.000001", True),
        ("99999999999.1", "99999999999", "0.1", True),
        ("99999999999.1", "99999999999", "0.2", False),
        ("999999999999", "999999999999", "0", True),
        ("1.1", "0.7", "0.4", True),
    ],
)
def test_money_is_added_exactly(collected: str, refunded: str, net: str, holds: bool, tmp_path: Path) -> None:
    tree = schematrees.with_invented_edition(tmp_path)
    standard = read_standard(tree)
    form = standard.forms[schematrees.INVENTED.name]
    table = zeros(form.tables["proactiveDisclosure"])
    cells = {**table.cells, **{("fees", key): Decimal(value) for key, value in (("collected", collected), ("refunded", refunded), ("net", net))}}
    found = report(standard, form, [Table(table.key, table.edition, cells)])
    from govreport.generate.schematron import tables

    run = etree.XSLT(etree.fromstring(compile_schematron(tables(form, standard, "built"), "built")))
    output = svrl.findings(run(etree.fromstring(xml.write(found, standard))).getroot())
    assert output == svrl.expected(found, form)
    assert output == ([] if holds else [("TABLE-BALANCE", "proactiveDisclosure", "fees", "net")])


def test_the_schematron_uses_what_every_engine_knows() -> None:
    for path in (*schematrees.SCHEMA.glob("*/tables.sch"), *schematrees.SCHEMA.glob("*.sch")):
        text = path.read_text("utf-8")
        assert "current()" not in text
        assert text.count("<pattern") <= 3
        assert etree.fromstring(text.encode()).get("queryBinding") == "xslt"
    for path in (*schematrees.SCHEMA.glob("*/tables.sch.xsl"), schematrees.SCHEMA / "report.sch.xsl"):
        text = path.read_text("utf-8")
        assert 'version="1.0"' in text
        assert not re.search(r"exsl|document\(|msxsl|saxon:", text)


WRAPPED = '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt">{}</schema>'


@pytest.mark.parametrize(
    "inside",
    [
        '<include href="other.sch"/>',
        '<pattern is-a="x"><param name="a" value="b"/></pattern>',
        '<pattern><rule context="*"><extends rule="x"/></rule></pattern>',
        '<pattern><rule context="*"><assert test="1" diagnostics="none">t</assert></rule></pattern>',
    ],
)
def test_the_compiler_refuses_what_it_does_not_know(inside: str) -> None:
    with pytest.raises(SchemaTreeError, match="line 1"):
        compile_schematron(WRAPPED.format(inside).encode(), "built")


def test_the_compiler_knows_reports_names_and_attributes_as_context() -> None:
    rules = """<let name="limit" value="3"/><pattern id="p"><rule context="a/@n"><report id="r" flag="BIG" test=". &gt; $limit">too
      big: <name/> <emph>is</emph> <value-of select="."/></report></rule><rule context="a"><assert test="b">none</assert></rule></pattern>"""
    run = etree.XSLT(etree.fromstring(compile_schematron(WRAPPED.format(rules).encode(), "built")))
    output = run(etree.fromstring('<x><a n="5"><b/></a><a n="2"/></x>')).getroot()
    assert svrl.ill_formed(output) == []
    reported = output.findall(f"{svrl.SVRL}successful-report")
    failed = output.findall(f"{svrl.SVRL}failed-assert")
    assert [element.findtext(f"{svrl.SVRL}text") for element in reported] == ["too big: n is 5"]
    assert reported[0].get("location") == "/*[local-name()='x' and namespace-uri()=''][1]/*[local-name()='a' and namespace-uri()=''][1]/@n"
    assert [element.get("location") for element in failed] == ["/*[local-name()='x' and namespace-uri()=''][1]/*[local-name()='a' and namespace-uri()=''][2]"]
