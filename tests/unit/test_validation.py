"""Stages, verdict, places and renderings of findings."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from govreport import diagnostics, profiles, readers, standard
from govreport.diagnostics import LANGUAGES, CellRef, Diagnostic, Severity
from govreport.model import Report, Waiver
from govreport.readers import Limits
from govreport.rules import RULES, Context, Rule
from govreport.standard import Standard
from govreport.validation import Findings, Verdict, render, validate, validate_reading, validate_report
from govreport.writers import write

CASES = Path(__file__).resolve().parents[2] / "fixtures" / "conformance"
SOUND = CASES / "CELL-BLANK" / "pass-filled.xml"
KEYS = ["code", "severity", "message", "advice", "basis", "line", "column", "path", "cell", "table", "row", "col"]


def judged(data: bytes, name: str = "report.xml", profile: str = "submission", **more: object) -> Findings:
    return validate(data, name, standard.load(), profiles.load(profile), **more)  # type: ignore[arg-type]


def sound() -> Report:
    report = readers.read(SOUND.read_bytes(), SOUND.name, standard.load()).report
    assert report is not None
    return report


def states(findings: Findings) -> dict[str, str]:
    return {stage.name: stage.state for stage in findings.stages}


def test_a_sound_report_runs_every_stage_but_the_series() -> None:
    findings = judged(SOUND.read_bytes())
    assert (findings.verdict, findings.findings) == (Verdict.ACCEPTED, ())
    assert states(findings) == {**dict.fromkeys(["guard", "well-formed", "identify", "schema", "read", "rules"], "ran"), "series": "skipped"}
    assert all(stage.reason for stage in findings.stages if stage.state != "ran")


@pytest.mark.parametrize(
    ("folder", "failed", "verdict"),
    [
        ("XSD-DOCTYPE/fail-doctype.xml", "guard", Verdict.REJECTED),
        ("SYS-LIMIT/fail-depth.xml", "guard", Verdict.UNDETERMINED),
        ("SYS-ENCODING/fail-bytes.xml", "guard", Verdict.UNDETERMINED),
        ("XSD-MALFORMED/fail-cut.xml", "well-formed", Verdict.REJECTED),
        ("XSD-ROOT/fail-other.xml", "identify", Verdict.REJECTED),
        ("DOC-KIND/fail-website.txt", "identify", Verdict.REJECTED),
    ],
)
def test_a_stage_that_fails_early_keeps_the_rest_from_running(folder: str, failed: str, verdict: Verdict) -> None:
    findings = judged((CASES / folder).read_bytes(), Path(folder).name)
    after = False
    for stage in findings.stages:
        assert stage.state == ("skipped" if after else "failed" if stage.name == failed else "ran"), stage
        after = after or stage.name == failed
    assert findings.verdict is verdict


def test_a_failed_schema_does_not_keep_the_rules_from_running() -> None:
    data = SOUND.read_bytes().replace(b'decisions="120"', b'decisions="x"').replace(b'<carriedIn naturalPerson="1"', b'<carriedIn naturalPerson="7"')
    findings = judged(data)
    assert states(findings)["schema"] == "failed"
    assert states(findings)["rules"] == "ran"
    assert {"XSD-CELL", "T3-BALANCE", "T3-ROW"} <= findings.codes


def test_everything_wrong_with_a_document_is_said_at_once() -> None:
    data = SOUND.read_bytes().replace(b"<metadata>", b"<metadata><a/><b/>")
    data = data.replace(b'decisions="120"', b'decisions="01"').replace(b'decisions="14"', b'decisions="-1"')
    found = [finding.code for finding in judged(data).findings]
    assert (found.count("XSD-UNKNOWN"), found.count("XSD-CELL")) == (2, 2)


def test_places_are_line_path_and_cell() -> None:
    data = SOUND.read_bytes().replace(b'<licences decisions="120"/>', b"<licences/>")
    (finding,) = judged(data).findings
    where = finding.diagnostic.location
    assert data.splitlines()[(where.line or 0) - 1].strip() == b"<licences/>"
    assert where.path == "/report/chapter[3]/proactiveDisclosure/licences/@decisions"
    assert where.cell == CellRef("proactiveDisclosure", "licences", "decisions")
    assert finding.instrument == "国办公开办函〔2021〕30号"


@pytest.mark.parametrize("form", ["json", "text"])
def test_findings_on_other_formats_point_into_them(form: str, shipped: Standard) -> None:
    report = sound()
    table = report.table("proactiveDisclosure")
    assert table is not None
    cells = {cell: value for cell, value in table.cells.items() if cell != ("licences", "decisions")}
    chapters = tuple(replace(c, blocks=(replace(table, cells=cells),)) if table in c.blocks else c for c in report.chapters)
    data = write(replace(report, chapters=chapters), form, shipped)
    profile = replace(profiles.load(), thresholds={"overview-length": 10})
    found = {each.code: each.diagnostic.location.line for each in validate(data, f"a.{form}", shipped, profile, format=form).findings}
    lines = data.decode().splitlines()
    row = {"json": "licences", "text": "行政许可"}[form]
    assert "总体情况" in lines[(found["DOC-LENGTH"] or 0) - 1]
    assert row in lines[(found["CELL-BLANK"] or 0) - 1]


def test_a_report_as_a_value_is_judged_without_bytes(shipped: Standard) -> None:
    findings = validate_report(sound(), shipped, profiles.load())
    assert findings.accepted
    assert (states(findings)["guard"], states(findings)["schema"]) == ("skipped", "ran")


def test_a_report_that_the_standard_cannot_hold_is_invalid(shipped: Standard) -> None:
    report = sound()
    table = report.table("proactiveDisclosure")
    assert table is not None
    wrong = replace(table, cells={**table.cells, ("licences", "decisions"): 10**15})
    chapters = tuple(replace(c, blocks=(wrong,)) if table in c.blocks else c for c in report.chapters)
    findings = validate_report(replace(report, chapters=chapters), shipped, profiles.load())
    assert findings.codes == {"XSD-INVALID"} and findings.verdict is Verdict.REJECTED


def test_a_reading_is_judged_with_what_it_noticed(shipped: Standard) -> None:
    path = CASES / "TEXT-LABEL" / "fail-label.txt"
    findings = validate_reading(readers.read(path.read_bytes(), path.name, shipped), path.name, shipped, profiles.load())
    assert "TEXT-LABEL" in findings.codes


def test_a_broken_rule_leaves_the_verdict_undetermined(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(context: Context) -> list[Diagnostic]:
        """Fail as a rule with a fault would."""
        raise KeyError(context.report.schema)

    monkeypatch.setattr("govreport.rules.registry.RULES", [*RULES, Rule(("DOC-KIND",), "rules", broken)])
    findings = judged(SOUND.read_bytes())
    assert (findings.verdict, states(findings)["rules"], findings.codes) == (Verdict.UNDETERMINED, "failed", {"SYS-STAGE"})


def test_limits_are_options() -> None:
    assert judged(SOUND.read_bytes(), limits=Limits(size=100)).verdict is Verdict.UNDETERMINED
    assert judged(SOUND.read_bytes(), limits=Limits(elements=10)).codes == {"SYS-LIMIT"}


def test_a_waived_finding_stays_visible_and_does_not_count() -> None:
    path = CASES / "DOC-WAIVER" / "pass-legacy.xml"
    (finding,) = judged(path.read_bytes(), profile="legacy").findings
    assert finding.waived and not finding.rejects
    told = render.as_object(judged(path.read_bytes(), profile="legacy"), "zh")
    assert [entry.get("waived") for entry in told["diagnostics"]] == ["无此类申请"]  # type: ignore[attr-defined]
    beside = judged((CASES / "DOC-ASSESSMENT" / "fail-silent.xml").read_bytes(), waivers=[Waiver("DOC-ASSESSMENT", "另行公布")])
    assert beside.accepted and beside.findings[0].waived and beside.count(Severity.WARNING) == 0


def test_a_waiver_of_no_effect_is_told_where_it_stands() -> None:
    waivers = '<waiver code="T3-ROW">一</waiver>\n<waiver code="T4-SUM">二</waiver>'
    data = SOUND.read_text("utf-8").replace("</report>", f"<annotations>\n{waivers}</annotations></report>")
    places = [finding.diagnostic.location for finding in judged(data.encode()).findings if finding.code == "DOC-WAIVER"]
    assert [place.path for place in places] == ["/report/annotations/waiver[1]", "/report/annotations/waiver[2]"]
    assert [place.line for place in places] == [data[: data.index("一</waiver")].count("\n") + 1, data[: data.index("二</waiver")].count("\n") + 1]


def test_findings_stand_at_elements_with_a_prefix() -> None:
    data = SOUND.read_text("utf-8")
    place = data.index("<paragraph>", data.index('key="overview"'))
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="x"/>'
    found = [each.diagnostic.location for each in judged((data[:place] + include + data[place:]).encode()).findings]
    assert {(each.line, str(each.path).rpartition("/")[2]) for each in found} == {(data[:place].count("\n") + 1, "include")}


def test_cells_are_told_in_a_document_with_prefixes() -> None:
    data = (CASES / "XSD-CELL" / "fail-decimal.xml").read_text("utf-8")
    plain = [each.diagnostic for each in judged(data.encode()).findings]
    prefixed = re.sub(r"<(/?)(?=[A-Za-z])", r"<\1r:", data).replace("xmlns=", "xmlns:r=")
    assert [(each.diagnostic.code, each.diagnostic.location.line, each.diagnostic.location.cell) for each in judged(prefixed.encode()).findings] == [
        (each.code, each.location.line, each.location.cell) for each in plain
    ]


def test_an_empty_file_is_told_as_one_without_text() -> None:
    (finding,) = judged(b"", "empty.xml").findings
    assert judged(b"", "empty.xml").message(finding, "zh").endswith("其中没有文字")


@pytest.mark.parametrize("folder", ["XSD-VALUE/fail-level.xml", "DOC-KIND/fail-website.txt"])
def test_no_waiver_makes_an_invalid_document_or_no_report_acceptable(folder: str) -> None:
    code = folder.partition("/")[0]
    findings = judged((CASES / folder).read_bytes(), Path(folder).name, "legacy", waivers=[Waiver(code, "x")])
    assert findings.verdict is Verdict.REJECTED


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_json_line_has_the_agreed_keys(lang: str) -> None:
    findings = judged((CASES / "T3-ROW" / "fail-differs.xml").read_bytes(), "fail-differs.xml")
    line = render.json_line(findings, lang)
    assert line.count("\n") == 1
    told = json.loads(line)
    assert list(told) == ["source", "verdict", "stages", "diagnostics", "versions"]
    assert all(list(stage) == ["name", "state", "reason"] for stage in told["stages"])
    assert all(list(entry) == KEYS for entry in told["diagnostics"])
    assert told["source"] == "fail-differs.xml" and told["verdict"] == "rejected"
    assert told["diagnostics"][0]["basis"].startswith("A 国办公开办函〔2021〕30号")
    assert set(told["versions"]) == {"tool", "schema", "profile", "editions", "rules"}
    files = {"diagnostics.xml", "2021/form.xml", "2021/variants.xml", "migrations/2019-2021.xml", "profiles/submission.xml"}
    assert files <= set(told["versions"]["rules"]), "all that a finding can depend on, how texts are read and last year is carried over too"


def test_messages_show_both_sides_with_the_numbers() -> None:
    findings = judged((CASES / "T3-BALANCE" / "fail-blank-cannot-mend.xml").read_bytes())
    messages = [findings.catalogue.message(found, "zh") for found in findings.diagnostics if found.code == "T3-BALANCE"]
    assert messages[0] == "左右两边不相等：一 6 + 二 – = 6，三（七） 3 + 四 1 = 4，相差 2"


def test_text_folds_equal_findings_of_a_table_and_puts_errors_first() -> None:
    report = sound()
    chapters = tuple(replace(c, blocks=tuple(replace(b, cells={}) if b == report.table("applications") else b for b in c.blocks)) for c in report.chapters)
    table = report.table("proactiveDisclosure")
    assert table is not None
    large = {**table.cells, ("fees", "amount"): Decimal(20000)}
    chapters = tuple(replace(c, blocks=(replace(table, cells=large),)) if table in c.blocks else c for c in chapters)
    findings = validate_report(replace(report, chapters=chapters), standard.load(), profiles.load(), name="a.xml")
    lines = render.text(findings, "zh", details=False).splitlines()
    assert "错误 175，警告 1" in lines[0]
    folded = next(number for number, line in enumerate(lines) if "表三：175 处未填" in line)
    assert folded < next(number for number, line in enumerate(lines) if "T2-UNIT" in line)
    assert sum("CELL-BLANK" in line for line in lines) == 1
    assert len(json.loads(render.json_line(findings, "en"))["diagnostics"]) == 176


@pytest.mark.parametrize("lang", LANGUAGES)
def test_frames_and_names_are_complete(lang: str) -> None:
    words = diagnostics.catalogue()
    for path in sorted(CASES.glob("*/fail-*.xml")):
        text = render.text(judged(path.read_bytes(), path.name), lang)
        assert text.endswith("\n") and "{" not in text.replace("{urn:example:invoice}", ""), path
        if lang == "en":
            assert "frame" not in text.split("\n")[0]
    assert words.word("verdict", "accepted", lang) != "accepted" or lang == "en"
