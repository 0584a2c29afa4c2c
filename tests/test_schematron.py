"""The shipped Schematron gives, in libxml2 and in Saxon, the codes of the rules in Python at the same places: on every fixture and on mutations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest
from lxml import etree, isoschematron

from govreport import diagnostics, generate, profiles, readers, rules
from govreport.contents import contents
from govreport.diagnostics import Diagnostic
from govreport.generate import schematron as generated
from govreport.generate.compiler import compile_schematron
from govreport.generate.inclusion import included
from govreport.model import Metadata, Report
from govreport.profiles import Profile
from govreport.readers import xmltree
from govreport.rules import Context
from govreport.schemafile import SchemaTreeError
from govreport.standard import Standard, load, read_standard
from govreport.validation import schema, schematron
from govreport.writers import write
from tests import mutations, schematrees
from tests.filled import report, seeded, zeros
from tests.saxon import Saxon

ROOT = schematrees.ROOT
STANDARD = load(schematrees.SCHEMA)
COVERED = schematron.covered(diagnostics.catalogue(schematrees.SCHEMA))
FIXTURES = sorted(path for path in (ROOT / "fixtures").rglob("*") if path.suffix in (".xml", ".json", ".txt", ".text", ".csv"))

Place = tuple[str, object]
Run = Callable[[Path, etree._Element], etree._Element]


def place(found: Diagnostic) -> Place:
    """Return a code with its cell, or with its path where it has no cell."""
    cell = found.location.cell
    return found.code, (cell.table, cell.row, cell.column) if cell else found.location.path


def by_rules(found: Report, standard: Standard, profile: Profile) -> Counter[Place]:
    """Return what the rules in Python say, of the codes that the Schematron covers."""
    judged = (raised.diagnostic for raised in rules.judge(Context(contents(found), standard, profile), "rules"))
    return Counter(place(each) for each in judged if each.code in COVERED)


def by_engine(run: Run, document: etree._Element, standard: Standard) -> Counter[Place]:
    """Return what the compiled Schematron says in an engine."""
    outputs = (run(path, document) for path in schematron.stylesheets(standard))
    return Counter(place(each) for output in outputs for each in schematron.diagnostics(output, document, "-", standard))


@lru_cache(maxsize=16)
def _libxml2(path: Path) -> etree.XSLT:
    return schematron.transform(path.read_bytes())


def libxml2(path: Path, document: etree._Element) -> etree._Element:
    """Return the SVRL that libxml2 gives."""
    return _libxml2(path)(document).getroot()


def by_saxon(processor: Saxon) -> Run:
    """Return Saxon as an engine."""
    return lambda path, document: etree.fromstring(processor.transformed(path, etree.tostring(document, encoding="unicode")).encode())


def valid(path: Path) -> etree._Element | None:
    """Return a fixture as a document: its own XML, or the canonical XML of any other format; None where it is no valid report."""
    found = readers.read(path.read_bytes(), path.name, STANDARD).report
    if found is None:
        return None
    data = path.read_bytes() if path.suffix == ".xml" else write(found, "xml", STANDARD)
    document, _ = xmltree.parse(data, path.name)
    return None if document is None or schema.check(document, path.name, STANDARD) else document


def test_every_fixture_gives_the_same_codes_at_the_same_places(saxon: Saxon) -> None:
    profile, compared, met = profiles.load("submission"), 0, Counter[str]()
    for path in FIXTURES:
        document = valid(path)
        if document is None:
            continue
        found = readers.read(etree.tostring(document), "fixture.xml", STANDARD).report
        assert found is not None
        expected = by_rules(found, STANDARD, profile)
        assert by_engine(libxml2, document, STANDARD) == expected, path
        assert by_engine(by_saxon(saxon), document, STANDARD) == expected, path
        met.update(code for code, _ in expected)
        compared += 1
    assert compared > 100
    assert set(met) == {code for code in COVERED if not code.startswith("TABLE-")}, "a code that no fixture raises is not shown"


def test_mutated_reports_give_the_same_codes_at_the_same_places(saxon: Saxon, request: pytest.FixtureRequest) -> None:
    profile, met = profiles.load("submission"), Counter[str]()
    count = int(request.config.getoption("--schematron-mutations"))
    for seed, document in mutations.documents(count, STANDARD):
        found = readers.read(mutations.parsed(document), "mutated.xml", STANDARD).report
        assert found is not None
        expected = by_rules(found, STANDARD, profile)
        assert by_engine(libxml2, document, STANDARD) == expected, f"seed {seed}"
        assert by_engine(by_saxon(saxon), document, STANDARD) == expected, f"seed {seed}"
        met.update(code for code, _ in expected)
    assert set(met) == {code for code in COVERED if not code.startswith("TABLE-")}, "a code that no mutation raises is not shown"


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Standard:
    """A standard with the invented edition, built: its relations have no codes of their own."""
    root = schematrees.with_invented_edition(tmp_path_factory.mktemp("edition"))
    generate.build(root)
    return read_standard(root)


def test_an_invented_edition_gives_the_same_codes_at_the_same_places(saxon: Saxon, invented: Standard) -> None:
    profile, met = profiles.load("submission", invented.root), Counter[str]()
    form = invented.forms[schematrees.INVENTED.name]
    for seed in range(60):
        data = write(report(invented, form, seeded(form, seed)), "xml", invented)
        found = readers.read(data, "seeded.xml", invented).report
        assert found is not None
        document, expected = etree.fromstring(data), by_rules(found, invented, profile)
        assert by_engine(libxml2, document, invented) == expected, f"seed {seed}"
        assert by_engine(by_saxon(saxon), document, invented) == expected, f"seed {seed}"
        met.update(code for code, _ in expected)
    assert {"TABLE-SUM", "TABLE-BALANCE", "TABLE-EQUAL", "DOC-CHAPTER", "CELL-BLANK", "T2-MONEY"} <= set(met)


@pytest.mark.parametrize("year", [None, 2018, 2020, 2023, 2099])
@pytest.mark.parametrize("editions", [(), ("2019",), ("2021",), ("2019", "2021"), ("2099",), ("2021", "2099")])
def test_without_an_edition_in_force_the_chapters_are_those_of_the_tables(
    editions: tuple[str, ...], year: int | None, saxon: Saxon, invented: Standard
) -> None:
    newest = invented.forms[editions[-1]] if editions else invented.newest
    tables = [zeros(table) for edition in editions for key, table in invented.forms[edition].tables.items() if key in newest.tables]
    found = replace(report(invented, newest, tables), metadata=Metadata(year=year))
    profile = profiles.load("submission", invented.root)
    document, expected = etree.fromstring(write(found, "xml", invented)), by_rules(found, invented, profile)
    assert by_engine(libxml2, document, invented) == expected
    assert by_engine(by_saxon(saxon), document, invented) == expected
    form = Context(contents(found), invented, profile).form
    assert form is (invented.in_force(year) if year in (2020, 2023, 2099) else newest)


def test_of_several_editions_in_force_that_of_the_tables_tells_the_chapters(saxon: Saxon, tmp_path: Path) -> None:
    root = schematrees.with_invented_edition(tmp_path)
    schematrees.replace(root / schematrees.INVENTED.name / "form.xml", '<years from="2099"/>', '<years from="2021"/>')
    generate.build(root)
    standard, profile = read_standard(root), profiles.load("submission", root)
    for year, editions, expected in [
        (2023, ("2021",), "2021"), (2023, ("2099",), "2099"), (2023, (), "2099"), (2023, ("2019",), "2099"), (2023, ("2021", "2099"), "2099"),
        (2020, ("2021",), "2019"), (2018, ("2021",), "2021"),
    ]:  # fmt: skip
        form = standard.forms[expected]
        tables = [zeros(table) for edition in editions for key, table in standard.forms[edition].tables.items() if key in form.tables]
        found = replace(report(standard, form, tables), metadata=Metadata(year=year))
        assert Context(contents(found), standard, profile).form is form, (year, editions)
        document, told = etree.fromstring(write(found, "xml", standard)), by_rules(found, standard, profile)
        assert by_engine(libxml2, document, standard) == told, (year, editions)
        assert by_engine(by_saxon(saxon), document, standard) == told, (year, editions)


@pytest.mark.parametrize("code", ["TABLE-SUM", "TABLE-BALANCE", "TABLE-EQUAL"])
def test_relations_of_a_profile_can_be_had_as_schematron(code: str) -> None:
    folder = ROOT / "fixtures" / "conformance" / code
    profile = profiles.load(folder / "profile.xml")
    for path in folder.glob("*-*.xml"):
        document = valid(path)
        assert document is not None
        found = readers.read(path.read_bytes(), path.name, STANDARD).report
        assert found is not None
        said: Counter[Place] = Counter()
        for form in profile.local_forms.values():
            run = etree.XSLT(etree.fromstring(compile_schematron(generated.tables(form, STANDARD, "built", relations_only=True), "built")))
            said.update(place(each) for each in schematron.diagnostics(run(document).getroot(), document, path.name, STANDARD))
        expected = by_rules(found, STANDARD, profile) - by_rules(found, STANDARD, profiles.load("submission"))
        assert said == expected
        assert bool(said) is path.name.startswith("fail-")


def test_the_shipped_check_runs_closed_and_keeps_the_words() -> None:
    path = ROOT / "fixtures" / "conformance" / "ID-USCC" / "fail-check.xml"
    (found,) = schematron.check(etree.fromstring(path.read_bytes()), path.name, STANDARD)
    assert (found.code, found.location.path) == ("ID-USCC", "/report/metadata/agency/@uscc")
    assert found.location.line is not None and str(found.params["text"])


def test_the_hand_written_rules_name_no_chapter_and_no_label() -> None:
    text = (schematrees.SCHEMA / "report.sch").read_text("utf-8")
    words = {chapter.title for form in STANDARD.forms.values() for chapter in form.chapters if chapter.title}
    words |= {f"'{chapter.key}'" for form in STANDARD.forms.values() for chapter in form.chapters}
    assert not [word for word in words if word in text]


def test_the_hand_written_rules_are_of_the_release() -> None:
    schema_root = etree.fromstring((schematrees.SCHEMA / "report.sch").read_bytes())
    assert schema_root.get("schemaVersion") == STANDARD.release
    assert [ns.get("uri") for ns in schema_root.iter(f"{{{generated.SCH}}}ns")] == [STANDARD.namespace]


def test_a_change_of_the_hand_written_rules_makes_the_tree_stale(tmp_path: Path) -> None:
    tree = schematrees.copy(tmp_path)
    schematrees.replace(tree / "report.sch", "string-length(.) = 18", "string-length(.) &gt; 17")
    assert not generate.is_fresh(tree)
    assert {problem.code for problem in generate.check(tree)} == {"SYS-SCHEMA-DRIFT"}
    assert [path.name for path in generate.build(tree)] == ["report.sch.xsl"]
    assert generate.is_fresh(tree)


@pytest.mark.parametrize("href", ["other.sch#chapters", "editions.sch#none", "http://example.org/editions.sch#chapters"])
def test_only_what_lies_beside_is_included(href: str) -> None:
    schematron_text = f'<schema xmlns="{generated.SCH}" queryBinding="xslt"><include href="{href}"/></schema>'
    with pytest.raises(SchemaTreeError, match="nothing to include"):
        included(schematron_text.encode(), {"editions.sch": (schematrees.SCHEMA / "editions.sch").read_bytes()})


def test_another_implementation_of_schematron_says_the_same_of_the_report() -> None:
    other = isoschematron.Schematron(file=str(schematrees.SCHEMA / "report.sch"), store_report=True)
    for name in ("DOC-CHAPTER", "ID-USCC", "DOC-ASSESSMENT"):
        for path in sorted((ROOT / "fixtures" / "conformance" / name).glob("*-*.xml")):
            document = etree.fromstring(path.read_bytes(), etree.XMLParser(remove_comments=True, remove_blank_text=True))
            other.validate(document)
            said = [element.get("flag") for element in other.validation_report.getroot().iter(f"{{{schematron.SVRL}}}failed-assert")]
            ours = schematron.diagnostics(libxml2(schematrees.SCHEMA / "report.sch.xsl", document), document, path.name, STANDARD)
            assert sorted(said) == sorted(each.code for each in ours), path
