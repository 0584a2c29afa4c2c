"""What rules look at: taken off the tree of a valid document it is the same as of the report read from it, and such a reading notes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from govreport import standard
from govreport.contents import Contents, contents
from govreport.readers import xml as xml_reader
from govreport.readers import xmlcontents
from govreport.validation import schema
from tests import mutations

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
MUTATIONS = 120


def documents() -> Iterator[tuple[str, bytes]]:
    """Yield the XML fixtures and valid mutations of reports, with their names."""
    for folder in ("conformance", "reports", "golden"):
        yield from ((str(path), path.read_bytes()) for path in sorted((FIXTURES / folder).rglob("*.xml")))
    yield from ((f"mutation {seed}", mutations.parsed(tree)) for seed, tree in mutations.documents(MUTATIONS, standard.load()))


def plainly(found: Contents) -> tuple[object, ...]:
    """Return contents as values that can be compared."""
    chapters = [(each.key, each.title, each.is_empty, list(each.texts)) for each in found.chapters]
    return (found.schema, found.metadata, chapters, found.tables, found.waivers, found.chapter_paths, list(found.text_paths), dict(found.table_paths))


def test_contents_off_the_tree_are_those_of_the_report() -> None:
    own, met = standard.load(), 0
    for name, data in documents():
        root, _ = xml_reader.parse(data, name)
        taken = xmlcontents.taken(root, name, own) if root is not None and schema.holds(root, own) else None
        if root is None or taken is None:
            continue
        met += 1
        found = taken.contents
        reading = xml_reader.read_tree(root, name, own)
        assert reading.report is not None and reading.diagnostics == taken.diagnostics == () and schema.compiled(own.root).validate(root), name
        assert plainly(found) == plainly(contents(reading.report)), name
        assert found.report == reading.report, name
    assert met > MUTATIONS, "most of these documents are valid"


@pytest.mark.parametrize("text", ["", " edge", "edge ", "edge\u3000", "\u2028edge", "two\nlines", "two&#13;lines", "\u0085"])
def test_a_paragraph_that_is_no_line_of_text_is_left_to_the_reader(text: str) -> None:
    own = standard.load()
    data = f'<report xmlns="{own.namespace}" schema="1.0"><metadata/><chapter><paragraph>{text}</paragraph></chapter></report>'
    root, _ = xml_reader.parse(data.encode(), "x.xml")
    assert root is not None
    assert not schema.compiled(own.root).validate(root)
    assert not schema.holds(root, own) or xmlcontents.taken(root, "x.xml", own) is None
