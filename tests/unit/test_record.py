"""Findings as they are kept: what was said, and what it takes to say it again in another language."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from govreport import standard
from govreport.diagnostics import Catalogue, Diagnostic
from govreport.model import Waiver
from govreport.texts import LANGUAGES
from govreport.validation import Findings
from govreport.validation.record import RecordError, read, recorded, told
from govreport.validation.render import as_object, json_line
from tests.unit.test_validation import judged

CASES = Path(__file__).resolve().parents[2] / "fixtures" / "conformance"
NEW = ("lang", "why", "params", "edition", "instrument", "local", "by", "on")


def kept() -> list[Findings]:
    """Return the findings of one failing document of every code, some dismissed."""
    found = [judged(path.read_bytes(), path.name) for path in sorted(CASES.glob("*/fail-*"))[::2] if path.is_file()]
    by = Waiver("T3-ROW", "核对过", by="王审核", on=datetime.date(2024, 1, 5))
    return [*found, judged((CASES / "T3-ROW" / "fail-differs.xml").read_bytes(), waivers=[by])]


def older(record: bytes) -> bytes:
    """Return a record as it was written before records had parameters."""
    said: dict[str, Any] = json.loads(record)
    plain = {name: value for name, value in said.items() if name not in NEW}
    for name in ("stages", "diagnostics"):
        plain[name] = [{key: value for key, value in each.items() if key not in NEW} for each in said[name]]
    return (json.dumps(plain, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def test_what_is_kept_in_one_language_is_told_in_both_as_it_was_found() -> None:
    for findings in kept():
        again = read(recorded(findings, "zh"), findings.standard)
        for lang in LANGUAGES:
            assert as_object(again, lang) == as_object(findings, lang)
        assert told(recorded(findings, "zh"), findings.standard, "en") == json_line(findings, "en").encode()


def test_a_record_has_the_object_of_a_json_line_and_stays_as_it_is_in_its_own_language() -> None:
    for findings in kept():
        record = recorded(findings, "zh")
        assert older(record) == json_line(findings, "zh").encode()
        assert told(record, findings.standard, "zh") == record
        assert record.count(b"\n") == 1


def test_an_older_record_is_told_in_the_words_that_it_keeps_where_parameters_are_missing() -> None:
    for findings in kept():
        record = older(recorded(findings, "zh"))
        assert told(record, findings.standard, "zh") == record
        chinese, english = json.loads(record), json.loads(told(record, findings.standard, "en"))
        assert [each["code"] for each in english["diagnostics"]] == [each["code"] for each in chinese["diagnostics"]]
        assert [each["basis"] for each in english["diagnostics"]] == [each["basis"] for each in chinese["diagnostics"]]
        new = as_object(findings, "en")["diagnostics"]
        assert isinstance(new, list)
        for old, was, now in zip(english["diagnostics"], chinese["diagnostics"], new, strict=True):
            assert old["message"] in (was["message"], now["message"]) and "{" not in old["advice"]
            assert old["cell"] == was["cell"]


def test_a_code_that_nobody_knows_any_more_keeps_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    findings = judged((CASES / "T3-ROW" / "fail-differs.xml").read_bytes())
    record = json.loads(recorded(findings, "zh"))
    for each in record["diagnostics"]:
        each["code"] = "T3-BEFORE"
    english = as_object(read(json.dumps(record).encode(), findings.standard), "en")["diagnostics"]
    assert isinstance(english, list)
    assert [(each["message"], each["basis"]) for each in english] == [(each["message"], each["basis"]) for each in record["diagnostics"]]


def test_half_a_character_is_kept_as_its_escape() -> None:
    findings = judged((CASES / "T3-ROW" / "fail-differs.xml").read_bytes(), name="\ud800.xml")
    record = recorded(findings, "zh")
    assert read(record, findings.standard).source == "\ud800.xml"
    assert json.loads(told(record, findings.standard, "en"))["source"] == "\ud800.xml"


def test_texts_that_ask_for_what_is_not_there_are_not_told() -> None:
    known: Catalogue = standard.load() and judged(b"<report/>").catalogue
    assert known.tells(Diagnostic("T3-ROW", params={}), "en") is False
    assert known.tells(Diagnostic("T3-BEFORE"), "en") is False


def test_what_is_no_record_is_said() -> None:
    findings = judged((CASES / "T3-ROW" / "fail-differs.xml").read_bytes())
    good = json.loads(recorded(findings, "zh"))
    first = good["diagnostics"][0]
    changes: list[dict[str, Any]] = [{"stages": 3}, {"verdict": "maybe"}, {"source": None}, {"lang": []}, {"versions": []}, {"stages": [{}]}]
    changes += [
        {"diagnostics": [{**first, **more}]} for more in ({"code": []}, {"severity": "grave"}, {"params": []}, {"line": "1"}, {"waived": "x", "on": "x"})
    ]
    for data in (b"", b"[]", b"{}", b"\xff\xfe", b"[" * 100_000, *(json.dumps({**good, **each}).encode() for each in changes)):
        with pytest.raises(RecordError):
            read(data, findings.standard)
