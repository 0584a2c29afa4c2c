"""A tree of schemas under change: drift, faults of a form at their line, releases that freeze."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

from govreport import generate
from govreport.diagnostics import LANGUAGES, Diagnostic, catalogue
from govreport.generate.manifest import ReleaseError, freeze
from govreport.schemafile import SchemaTreeError
from tests import schematrees


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the shipped tree, to be spoiled."""
    return schematrees.copy(tmp_path)


def line_of(path: Path, text: str) -> int:
    """Return the line, from 1, on which a text first stands."""
    return next(number for number, line in enumerate(path.read_text("utf-8").splitlines(), 1) if text in line)


def only(problems: list[Diagnostic], code: str) -> Diagnostic:
    """Return the one finding of a code; its texts must be complete in every language."""
    found = [problem for problem in problems if problem.code == code]
    assert len(found) == 1, problems
    for lang in LANGUAGES:
        assert "{" not in catalogue(schematrees.SCHEMA).message(found[0], lang)
    return found[0]


def test_building_twice_gives_the_same_bytes(tree: Path) -> None:
    before = {path: path.read_bytes() for path in tree.rglob("*") if path.is_file()}
    for path in (tree / "editions.xsd", tree / "2021" / "tables.xsd", tree / "layout.xsl"):
        path.unlink()
    assert len(generate.build(tree)) == 3
    assert {path: path.read_bytes() for path in tree.rglob("*") if path.is_file()} == before


def test_a_hand_edit_of_a_built_file_is_drift_at_its_line(tree: Path) -> None:
    path = tree / "2021" / "tables.xsd"
    line = line_of(path, "本年废止件数")
    schematrees.replace(path, "本年废止件数", "本年废除件数")
    problem = only(generate.check(tree), "SYS-SCHEMA-DRIFT")
    assert (problem.location.source, problem.location.line) == (str(path), line)


def test_a_missing_built_file_is_drift(tree: Path) -> None:
    (tree / "2019" / "tables.sch").unlink()
    assert only(generate.check(tree), "SYS-SCHEMA-DRIFT").location.source == str(tree / "2019" / "tables.sch")


def test_an_edited_form_is_stale_until_it_is_built(tree: Path) -> None:
    schematrees.replace(tree / "2021" / "form.xml", "行政规范性文件", "规范性文件")
    assert not generate.is_fresh(tree)
    assert {problem.code for problem in generate.check(tree)} == {"SYS-SCHEMA-DRIFT"}
    generate.build(tree)
    assert generate.is_fresh(tree)
    assert generate.check(tree) == []


FAULTS = {
    "a key twice among siblings": ('<row key="duplicate"', '<row key="petition"', "SYS-SCHEMA-GRAMMAR", None, 'label="2.重复申请"'),
    "a key that is no name": ('<row key="petition"', '<row key="1petition"', "SYS-SCHEMA-GRAMMAR", None, "1petition"),
    "an unknown attribute": ('<row key="petition"', '<row colour="red" key="petition"', "SYS-SCHEMA-GRAMMAR", None, "colour"),
    "an unknown kind of column": ('<column key="upheld"', '<column kind="percent" key="upheld"', "SYS-SCHEMA-GRAMMAR", None, "percent"),
    "a term that names no row": ('<term row="carriedOut"/></right>', '<term row="away"/></right>', "SYS-SCHEMA-FORM", "row", 'row="away"'),
    "a term that names no column": ('<part column="pending"/>', '<part column="waiting"/>', "SYS-SCHEMA-FORM", "column", "waiting"),
    "a relation of no table": ('basis="P" table="applications"', 'basis="P" table="petitions"', "SYS-SCHEMA-FORM", "table", '<term row="received"/>'),
    "a term without axis": ('<part column="pending"/>', "<part/>", "SYS-SCHEMA-FORM", "axis", "<part/>"),
    "terms of different axes": ('<part column="pending"/>', '<part row="reconsideration"/>', "SYS-SCHEMA-FORM", "equation", '<sum id="review-rows"'),
    "a cell twice on a side": (
        '<part row="results.refused"/>',
        '<part row="results.refused"/><part row="results.refused.stateSecret"/>',
        "SYS-SCHEMA-FORM",
        "twice",
        '<sum id="applications-results"',
    ),
    "a cell on both sides": ('<total row="results.total"/>', '<total row="results.granted"/>', "SYS-SCHEMA-FORM", "twice", '<sum id="applications-results"'),
    "a column named unit": ('<column key="upheld"', '<column key="unit"', "SYS-SCHEMA-FORM", "taken", '<column key="unit"'),
    "spans that do not fill the width": ('kind="money" unit="万元"', 'kind="money" dataSpan="2" unit="万元"', "SYS-SCHEMA-FORM", "span", "第二十条第（八）项"),
    "an edition that is not its folder": ('<form edition="2021"', '<form edition="2022"', "SYS-SCHEMA-FORM", "edition", "<form"),
    "a chapter without a title": ('number="一" title="总体情况"', 'number="一"', "SYS-SCHEMA-FORM", "untitled", 'key="overview"'),
    "a phrase of no column": ('<phrase column="total" text="新收"', '<phrase column="all" text="新收"', "SYS-SCHEMA-FORM", "column", 'column="all"'),
    "a code that the catalogue lacks": ('code="T4-SUM"', 'code="T4-TOTAL"', "SYS-SCHEMA-CODE", None, "T4-TOTAL"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_a_form_is_found_at_its_line(fault: str, tree: Path) -> None:
    before, after, code, reason, place = FAULTS[fault]
    path = tree / "2021" / "form.xml"
    schematrees.replace(path, before, after)
    problems = [problem for problem in generate.check(tree) if problem.code == code and reason in (None, problem.params.get("reason"))]
    assert problems
    assert (problems[0].location.source, problems[0].location.line) == (str(path), line_of(path, place))
    with pytest.raises(SchemaTreeError, match=f"line {problems[0].location.line}"):
        generate.build(tree)


def test_a_malformed_form_is_refused_at_its_line(tree: Path) -> None:
    path = tree / "2021" / "form.xml"
    schematrees.replace(path, "<years", "<<years")
    problem = only(generate.check(tree), "SYS-SCHEMA-GRAMMAR")
    assert (problem.location.source, problem.location.line) == (str(path), line_of(path, "<<years"))


def test_variants_are_held_to_their_grammar(tree: Path) -> None:
    path = tree / "2021" / "variants.xml"
    schematrees.replace(path, 'kind="misprint"', 'kind="slip"')
    found = [problem for problem in generate.check(tree) if problem.code == "SYS-SCHEMA-GRAMMAR"]
    assert found
    assert all((problem.location.source, problem.location.line) == (str(path), line_of(path, '"slip"')) for problem in found)


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ('<keep row="carriedIn"/>', '<keep row="carriedInto"/>', "cell"),
        ('<keep row="carriedIn"/>', '<keep row="received"/>', "twice"),
        ('<table key="reviewAndLitigation">', '<table key="reviews">', "table"),
        ('<drop edition="2021" row="fees">', '<drop edition="2020" row="fees">', "edition"),
    ],
)
def test_a_migration_that_names_what_is_not_there_is_found_at_its_line(before: str, after: str, reason: str, tree: Path) -> None:
    path = tree / "migrations" / "2019-2021.xml"
    line = line_of(path, before)
    schematrees.replace(path, before, after)
    problem = only(generate.check(tree), "SYS-SCHEMA-MIGRATION")
    assert (problem.location.source, problem.location.line, problem.params["reason"]) == (str(path), line, reason)


def test_a_schema_that_an_engine_refuses_is_found(tree: Path) -> None:
    schematrees.replace(tree / "report.xsd", 'memberTypes="Count NotApplicable"', 'memberTypes="Number NotApplicable"')
    problems = generate.check(tree)
    engines = {problem.params["engine"] for problem in problems if problem.code == "SYS-SCHEMA-REFUSED"}
    assert engines == {"lxml", "xmlschema"}


def test_an_entity_in_a_schema_is_never_resolved(tree: Path) -> None:
    path = tree / "2021" / "form.xml"
    schematrees.replace(path, "<form ", '<!DOCTYPE form [<!ENTITY x SYSTEM "file:///etc/hostname">]><form ')
    assert only(generate.check(tree), "SYS-SCHEMA-GRAMMAR").params["reason"] == "DOCTYPE"


def test_a_release_freezes_and_a_change_of_a_released_form_is_refused(tree: Path) -> None:
    assert generate.check(tree) == []
    manifest = generate.release(tree, "1.0.0")
    frozen = dict(reversed(line.split("  ")) for line in manifest.read_text("utf-8").splitlines()[1:])
    assert sorted(frozen) == ["2019/form.xml", "2019/tables.xsd", "2021/form.xml", "2021/tables.xsd", "report.xsd"]
    assert all(hashlib.sha256((tree / name).read_bytes()).hexdigest() == digest for name, digest in frozen.items())
    assert generate.check(tree) == []
    schematrees.replace(tree / "2021" / "form.xml", "行政规范性文件", "规范性文件")
    generate.build(tree)
    problems = generate.check(tree)
    assert {(problem.code, problem.location.source, problem.location.line) for problem in problems} == {
        ("SYS-SCHEMA-FROZEN", str(manifest), line_of(manifest, "2021/form.xml")),
        ("SYS-SCHEMA-FROZEN", str(manifest), line_of(manifest, "2021/tables.xsd")),
    }


def test_the_manifest_is_checked_by_sha256sum_alone(tree: Path) -> None:
    if shutil.which("sha256sum") is None:
        pytest.skip("sha256sum is not installed: the manifest's format is not tested by it")
    generate.release(tree, "1.0.0")
    subprocess.run(["sha256sum", "--check", "--quiet", "MANIFEST.sha256"], cwd=tree, check=True)


def test_a_release_of_another_version_or_of_an_unsound_tree_is_refused(tree: Path) -> None:
    with pytest.raises(ReleaseError):
        generate.release(tree, "1.1.0")
    (tree / "editions.xsd").unlink()
    with pytest.raises(ReleaseError) as refused:
        generate.release(tree, "1.0.0")
    assert refused.value.problems
    assert not (tree / "MANIFEST.sha256").exists()


def test_a_new_edition_and_a_listed_erratum_are_allowed_in_a_later_release(tmp_path: Path) -> None:
    tree = schematrees.copy(tmp_path)
    freeze(tree, "1.0.0")
    schematrees.replace(tree / "report.xsd", 'version="1.0.0"', 'version="1.0.1"')
    schematrees.replace(tree / "2021" / "form.xml", "行政规范性文件", "规范性文件")
    generate.build(tree)
    assert {problem.code for problem in generate.check(tree)} == {"SYS-SCHEMA-FROZEN"}, "no erratum allows it"
    erratum = (
        '<errata><erratum edition="2021" revision="2" release="1.0.1" date="2026-01-01" instrument="虚构函〔2026〕1号">'
        '<text lang="zh">改正行名</text><text lang="en">a row label corrected</text></erratum></errata>'
    )
    schematrees.replace(tree / "errata.xml", "<errata/>", erratum)
    shutil.copytree(schematrees.INVENTED, tree / schematrees.INVENTED.name)
    generate.build(tree)
    assert generate.check(tree) == []
    generate.release(tree, "1.0.1")
    assert "1.0.1" in (tree / "MANIFEST.sha256").read_text("utf-8")
    with pytest.raises(ReleaseError):
        freeze(tree, "1.0.0")
