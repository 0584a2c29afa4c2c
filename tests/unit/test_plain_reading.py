"""What is read at one go says the same as what is read element by element, and the bounded schema what the whole one says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from govreport.model import Report
from govreport.readers import xml as xml_reader
from govreport.readers import xmltree
from govreport.reading import Reading
from govreport.resources import conformance_root
from govreport.standard import load
from govreport.validation import schema
from govreport.writers import write
from tests import schematrees
from tests.strategies import reports

STANDARD = load(schematrees.SCHEMA)
XML = sorted(conformance_root().glob("*/*.xml"))
EDGES = (
    " {}",
    "{} ",
    "\u3000{}",
    "{}\u00a0",
    "{}\u2028",
    "",
    "&#10;{}",
    "{}&#9;{}",
    "{}&#13;{}",
    "\u200b{}",
    "{}\u3000{}",
    "&amp;{}",
    "<![CDATA[{}]]>",
    "<!--x-->{}",
)
VALUE = re.compile(r'(?<=>)[^<>\s][^<>]*(?=<)|(?<==")[^"]*(?=")')


def read(data: bytes) -> tuple[etree._Element | None, Reading]:
    """Return a document's tree and its reading."""
    tree, said = xmltree.parse(data, "x.xml")
    return tree, Reading(None, said) if tree is None else xml_reader.read_tree(tree, "x.xml", STANDARD)


def closely(data: bytes) -> bytes:
    """Return a document that says the same and is written in a way that no element of it is read at one go."""
    tree = etree.fromstring(data)
    for element in tree.iter(etree.Element):
        attributes = element.items()
        element.attrib.clear()
        element.attrib.update(reversed(attributes))
    text = etree.tostring(tree, encoding="unicode")
    return text.replace("</td>", "<!-- --></td>").replace("</paragraph>", "<!-- --></paragraph>").encode()


@settings(derandomize=True, max_examples=60, deadline=None)
@given(reports(STANDARD))
def test_a_document_reads_the_same_however_it_is_written(report: Report) -> None:
    """Attributes in another order, and comments in the text, change the way of reading and nothing else."""
    data = write(report, "xml", STANDARD)
    (_, plainly), (_, otherwise) = read(data), read(closely(data))
    assert plainly.report == otherwise.report == report
    assert plainly.diagnostics == otherwise.diagnostics == ()
    assert [(each.cell, each.value, each.raw) for each in plainly.evidence] == sorted_like(otherwise, plainly)


def sorted_like(reading: Reading, like: Reading) -> list[tuple[object, object, object]]:
    """Return the evidence of a reading in the order of another."""
    order = {each.cell: number for number, each in enumerate(like.evidence)}
    return [(each.cell, each.value, each.raw) for each in sorted(reading.evidence, key=lambda each: order[each.cell])]


@pytest.mark.parametrize("path", XML, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_bounded_schema_holds_where_the_whole_one_does(path: Path) -> None:
    """A document in which the reader notes nothing is valid against the bounded schema exactly if it is against the whole one."""
    tree, reading = read(path.read_bytes())
    if tree is not None and not any(each.code.startswith("XSD-") for each in reading.diagnostics):
        assert schema.holds(tree, STANDARD) == (schema.check(tree, "x.xml", STANDARD) == ())


@settings(derandomize=True, max_examples=60, deadline=None)
@given(reports(STANDARD), st.data())
def test_no_text_or_value_gets_past_reader_and_bounded_schema(report: Report, data: st.DataObject) -> None:
    """Whatever stands at the place of a text or a value: what the whole schema refuses, the reader notes or the bounded schema refuses."""
    text = write(report, "xml", STANDARD).decode()
    places = [found.span() for found in VALUE.finditer(text)][3:]
    start, end = data.draw(st.sampled_from(places))
    spoilt = text[:start] + data.draw(st.sampled_from(EDGES)).replace("{}", text[start:end]) + text[end:]
    tree, reading = read(spoilt.encode())
    if tree is not None and not any(each.code.startswith("XSD-") for each in reading.diagnostics):
        assert schema.holds(tree, STANDARD) == (schema.check(tree, "x.xml", STANDARD) == ())
