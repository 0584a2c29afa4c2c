"""Every code has a fixture that raises it and one that does not; each file gives exactly the findings that its case names."""

from __future__ import annotations

import ast
import re
import string
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from govreport import diagnostics, profiles, readers, standard
from govreport.diagnostics import LANGUAGES, Severity
from govreport.model import Report
from govreport.profiles import SOFT
from govreport.validation import Findings, render, validate

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "fixtures" / "conformance"

UNREACHABLE = {
    "TABLE-CARRY": "only a form can hold a relation to last year without a code of its own: shown with an invented edition in test_rules",
    "TEXT-SEARCH": "needs a text whose lost cells have more placements than are tried: shown with the placement itself",
    "DOC-MIGRATION": "raised by migration, not by validation",
    "SYS-PROOF": "raised by conversion when a written file does not read back",
    "SYS-STAGE": "raised where the program itself has a fault: shown in test_validation",
    "SYS-SCHEMA": "raised for a faulty schema tree",
    "SYS-EXTRA": "raised where an optional library is missing: shown in test_pdf_reader",
    "SYS-INPUT": "raised for a source that cannot be opened",
    "XSD-INVALID": "raised for a report, given as a value, that the standard cannot hold: shown in test_validation",
}
"""Codes that the validation of one file cannot raise, and why; families raised by ``schema check`` are recognised by their prefix."""

ELSEWHERE = ("SYS-SCHEMA-", "ARC-")


LEFT_OVER = re.compile(r"\{[a-z_]+\}")
"""A parameter that a finding did not give."""


@dataclass(frozen=True)
class Expected:
    """A file of a case with what it is to give."""

    code: str
    path: Path
    attributes: dict[str, str]
    findings: Counter[tuple[str, str | None, str | None, str | None]]

    @property
    def exact(self) -> bool:
        """Whether the file gives these findings and no others."""
        return self.attributes.get("exact") != "no"


def _expected(path: Path) -> list[Expected]:
    case = etree.parse(path).getroot()
    files = []
    for element in case.findall("file"):
        wanted = Counter((e.get("code", ""), e.get("table"), e.get("row"), e.get("column")) for e in element.findall("expect"))
        files.append(Expected(case.get("code", ""), path.parent / element.get("name", ""), {str(k): str(v) for k, v in element.attrib.items()}, wanted))
    return files


FILES = [expected for path in sorted(CASES.glob("*/case.xml")) for expected in _expected(path)]
CODES = sorted(diagnostics.catalogue().entries)


def _report(path: Path) -> Report:
    report = readers.read(path.read_bytes(), path.name, standard.load()).report
    assert report is not None, path
    return report


def judged(expected: Expected) -> Findings:
    """Return the findings on a file of a case, with its profile, last year's report and members; each is judged once a process."""
    return _judged(FILES.index(expected))


@cache
def _judged(at: int) -> Findings:
    expected = FILES[at]
    folder, get = expected.path.parent, expected.attributes.get
    name = get("profile", "submission")
    profile = profiles.load(folder / name if name.endswith(".xml") else name)
    previous, members = get("previous"), get("members", "").split()
    return validate(
        expected.path.read_bytes(),
        expected.path.name,
        standard.load(),
        profile,
        _report(folder / previous) if previous else None,
        members=[_report(folder / member) for member in members],
    )


@pytest.mark.parametrize("expected", FILES, ids=lambda expected: f"{expected.code}/{expected.path.name}")
def test_file_gives_what_its_case_says(expected: Expected) -> None:
    findings = judged(expected)
    cells = [(finding.code, finding.diagnostic.location.cell) for finding in findings.findings]
    found = Counter((code, cell and cell.table, cell and cell.row, cell and cell.column) for code, cell in cells)
    told = render.text(findings, "en")
    if expected.exact:
        assert found == expected.findings, told
    else:
        assert {key[0] for key in expected.findings} <= {key[0] for key in found}, told
    if expected.path.name.startswith("pass-"):
        assert expected.code not in findings.codes, told
    else:
        assert expected.code in findings.codes, told
    if "verdict" in expected.attributes:
        assert findings.verdict.value == expected.attributes["verdict"], told


@pytest.mark.parametrize("code", CODES)
def test_code_has_a_passing_and_a_failing_file(code: str) -> None:
    if code in UNREACHABLE or code.startswith(ELSEWHERE):
        assert not (CASES / code).exists(), "a code with a case is reachable"
        return
    names = {expected.path.name.partition("-")[0] for expected in FILES if expected.code == code}
    assert {"pass", "fail"} <= names


def test_every_file_of_a_case_is_named_by_it() -> None:
    for folder in sorted(path for path in CASES.iterdir() if path.is_dir() and path.name != "conversion"):
        files = [expected for expected in FILES if expected.path.parent == folder]
        named = {"case.xml", *(expected.path.name for expected in files)}
        for expected in files:
            named |= {expected.attributes.get("profile", ""), expected.attributes.get("previous", ""), *expected.attributes.get("members", "").split()}
        assert {path.name for path in folder.iterdir()} <= named, folder.name


@pytest.mark.parametrize("code", CODES)
def test_texts_are_complete_in_both_languages(code: str) -> None:
    entry = diagnostics.catalogue()[code]
    for lang in LANGUAGES:
        assert entry.messages[lang].strip() and entry.advices[lang].strip() and entry.clauses[lang].strip()
    assert _parameters(entry.messages["zh"]) == _parameters(entry.messages["en"])
    for (_, value), words in entry.words.items():
        assert set(words) == set(LANGUAGES) and (all(words.values()) or not value), "nothing alone may be said without words"


@pytest.mark.parametrize("code", CODES)
def test_heuristics_never_reject_under_any_profile(code: str) -> None:
    if diagnostics.catalogue()[code].basis in SOFT:
        for name in profiles.names():
            assert profiles.load(name).severity(code) is not Severity.ERROR


def test_parameters_of_messages_are_given_by_every_finding() -> None:
    for expected in FILES:
        findings = judged(expected)
        for lang in LANGUAGES:
            for entry in (render.diagnostic_object(finding, findings, lang) for finding in findings.findings):
                assert not LEFT_OVER.search(f"{entry['message']}{entry['advice']}{entry['basis']}"), (expected.path, entry)


def test_every_code_in_the_program_is_in_the_catalogue() -> None:
    families = tuple(f"{family}-" for family in ("TEXT", "XSD", "DOC", "T2", "T3", "T4", "CELL", "TABLE", "ID", "YEAR", "ROLL", "HINT", "ARC", "SYS"))
    for path in sorted((ROOT / "src").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _is_code(node.value, families):
                assert node.value in CODES, f"{path.name}:{node.lineno}"


def _is_code(text: str, families: tuple[str, ...]) -> bool:
    return text.startswith(families) and not text.endswith("-") and set(text) <= {*string.ascii_uppercase, *string.digits, "-"}


def _parameters(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}
