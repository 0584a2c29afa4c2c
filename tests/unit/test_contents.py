"""What rules look at: taken off the tree of a valid document it is the same as of the report read from it, and the same is said of its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from bench import reports
from bench.reports import WRONG
from govreport import profiles, standard
from govreport.contents import Contents, contents
from govreport.readers import xml as xml_reader
from govreport.readers import xmlcontents, xmlplain, xmltree
from govreport.validation import schema, stages, validate
from govreport.validation.render import json_line
from tests import mutations

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
MUTATIONS = 120
VALUE = re.compile(r'(?<==")[^<>"]*(?=")|(?<=>)[^<>"\s][^<>"]*(?=<)')
CELL = re.compile(r' (?P<key>[A-Za-z]+)="[0-9]+"')
SPOILT = ("+{}", "{}x", "0{}", " {}", "", "NA", "-{}", "{}.0", "1{}", "\u0661", "{} {}")
"""How a value, or the end of a text, is written otherwise: as nothing may be, as some may be, as another value."""


def documents() -> Iterator[tuple[str, bytes]]:
    """Yield the XML fixtures and valid mutations of reports, with their names."""
    for folder in ("conformance", "reports", "golden"):
        yield from ((str(path), path.read_bytes()) for path in sorted((FIXTURES / folder).rglob("*.xml")))
    yield from ((f"mutation {seed}", mutations.parsed(tree)) for seed, tree in mutations.documents(MUTATIONS, standard.load()))


def plainly(found: Contents) -> tuple[object, ...]:
    """Return contents as values that can be compared."""
    chapters = [(each.key, each.title, each.is_empty, list(each.texts)) for each in found.chapters]
    return (
        found.schema,
        found.metadata,
        chapters,
        found.tables,
        found.waivers,
        found.mentions,
        found.chapter_paths,
        list(found.text_paths),
        dict(found.table_paths),
    )


def test_contents_off_the_tree_are_those_of_the_report() -> None:
    own, met = standard.load(), 0
    for name, data in documents():
        root, _ = xmltree.parse(data, name)
        taken = xmlcontents.taken(root, name, own) if root is not None and schema.holds(root, own) else None
        if root is None or taken is None:
            continue
        met += 1
        found = taken.contents
        reading = xml_reader.read_tree(root, name, own)
        assert reading.report is not None and reading.diagnostics == taken.diagnostics, name
        assert schema.compiled(own.root).validate(root) == (taken.diagnostics == ()), name
        assert plainly(found) == plainly(contents(reading.report)), name
        assert found.report == reading.report, name
    assert met > MUTATIONS, "most of these documents are valid"


@pytest.mark.parametrize("number", range(40))
def test_the_short_way_finds_what_the_close_one_does(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of generated reports, and of fixtures whose values are spoilt, everything is said in the same words at the same places."""
    own, profile = standard.load(), profiles.load()
    rng = Random(f"ways {number}")
    fixtures = sorted((FIXTURES / "conformance").glob("*/*.xml"))
    text = rng.choice(fixtures).read_text("utf-8", errors="replace")
    for start, end in sorted(rng.sample([found.span() for found in VALUE.finditer(text)], rng.randint(1, 3)), reverse=True):
        text = text[:start] + rng.choice(SPOILT).replace("{}", text[start:end]) + text[end:]
    for data in (text.encode(), reports.report(WRONG * number, own)):
        shortly = json_line(validate(data, "x.xml", own, profile), "en")
        with monkeypatch.context() as patched:
            patched.setattr(stages, "_read_shortly", lambda *_: False)
            assert json_line(validate(data, "x.xml", own, profile), "en") == shortly


@pytest.mark.parametrize("text", ["", " edge", "edge ", "edge\u3000", "\u2028edge", "two\nlines", "two&#13;lines", "\u0085"])
def test_a_paragraph_that_is_no_line_of_text_is_left_to_the_reader(text: str) -> None:
    own = standard.load()
    data = f'<report xmlns="{own.namespace}" schema="1.0"><metadata/><chapter><paragraph>{text}</paragraph></chapter></report>'
    root, _ = xmltree.parse(data.encode(), "x.xml")
    assert root is not None
    assert not schema.compiled(own.root).validate(root)
    assert not schema.holds(root, own) or xmlcontents.taken(root, "x.xml", own) is None


@pytest.mark.parametrize(("sections", "code"), [(90, None), (97, None), (98, "SYS-LIMIT"), (150, "SYS-LIMIT")])
def test_sections_nest_as_deep_as_the_limit_and_no_deeper(sections: int, code: str | None) -> None:
    """The chapter and the report are two levels more, and the paragraph another: a valid document that nests too deep is refused as any other is."""
    own = standard.load()
    inner = "<section>" * sections + "<paragraph>x</paragraph>" + "</section>" * sections
    data = f'<report xmlns="{own.namespace}" schema="1.0"><metadata/><chapter>{inner}</chapter></report>'.encode()
    _, said = xmltree.parse(data, "x.xml")
    assert [found.code for found in said] == ([code] if code else [])
    found = validate(data, "x.xml", own, profiles.load())
    assert (code in found.codes) == (code is not None)
    assert (found.stages[0].state == "failed") == (code is not None)


def test_a_paragraph_in_pieces_is_one_text() -> None:
    own = standard.load()
    text = "one <!-- no text -->two <![CDATA[three]]> four"
    data = f'<report xmlns="{own.namespace}" schema="1.0"><metadata/><chapter><paragraph>{text}</paragraph></chapter></report>'.encode()
    found = validate(data, "x.xml", own, profiles.load())
    assert found.contents is not None
    assert list(found.contents.chapters[0].texts) == ["one two three four"]
    assert len(found.contents.text_paths) == 1


@pytest.mark.parametrize("spoilt", [None, "NA", "01", "1.50", "-1", "", "x"])
def test_tables_read_at_one_go_are_those_read_row_by_row(spoilt: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever cells are blank (None), or hold what a number may be or not, nothing is read otherwise than row by row."""
    own, rng = standard.load(), Random(f"tables {spoilt}")

    def written(found: re.Match[str]) -> str:
        unit = rng.choice(("", "", ' unit="1"', ' unit="x"'))
        return found[0] if rng.random() > 0.02 else unit if spoilt is None else f' {found["key"]}="{spoilt}"{unit}'

    for seed, tree in mutations.documents(20, own):
        root, _ = xmltree.parse(CELL.sub(written, mutations.parsed(tree).decode()).encode(), "x.xml")
        if root is None:  # two units in one row
            continue
        at_once = xml_reader.read_tree(root, "x.xml", own)
        with monkeypatch.context() as patched:
            patched.setattr(xmlplain, "cells", lambda table, form: None)
            row_by_row = xml_reader.read_tree(root, "x.xml", own)
        assert at_once.report == row_by_row.report, seed
        assert at_once.diagnostics == row_by_row.diagnostics, seed
