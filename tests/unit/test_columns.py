"""Findings on XML stand at a column: there the source has the element or the attribute that the path names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from govreport import profiles
from govreport.standard import Standard
from govreport.validation import Findings, validate

REPORT = (Path(__file__).resolve().parents[2] / "fixtures" / "reports" / "2021" / "township.xml").read_text(encoding="utf-8")
WRONG = REPORT.replace('<received naturalPerson="5"', '<received naturalPerson="x"').replace(' upheld="1"', "").replace("2023-12-31", "2023-11-30")


def judged(shipped: Standard, data: bytes) -> Findings:
    return validate(data, "report.xml", shipped, profiles.load(root=shipped.root))


def named(findings: Findings, source: str) -> list[str]:
    """Return for every finding with a column the text of the source there, after checking it against the path; paths are of unique names."""
    lines, found = source.split("\n"), []
    for each in findings.findings:
        where = each.diagnostic.location
        if where.column is not None and where.line is not None:
            there = lines[where.line - 1][where.column - 1 :]
            step = re.sub(r"\[[0-9]+\]", "", (where.path or "").rpartition("/")[2])
            before = re.sub(r"\[[0-9]+\]", "", (where.path or "").rpartition("/")[0].rpartition("/")[2])
            assert re.match(rf"{step[1:]}=|<(?:\w+:)?{before}\b" if step.startswith("@") else rf"<(?:\w+:)?{step}\b", there), (where, there[:40])
            found.append(there)
    return found


def test_cells_and_elements_have_columns(shipped: Standard) -> None:
    findings = judged(shipped, WRONG.encode())
    told = named(findings, WRONG)
    assert len(told) == len(findings.findings)
    assert any(each.startswith('naturalPerson="x"') for each in told)
    assert any(each.startswith("<reconsideration corrected") for each in told)
    assert any(each.startswith("<period ") for each in told)


def test_on_one_long_line_what_is_unique_has_its_column(shipped: Standard) -> None:
    source = re.sub(r">\s+<", "><", WRONG).replace("\n", " ")
    told = named(judged(shipped, source.encode()), source)
    assert any(each.startswith('naturalPerson="x"') for each in told)


@pytest.mark.parametrize("encoding", ["utf-16", "gb18030"])
def test_no_column_is_told_of_a_source_that_is_not_utf_8(shipped: Standard, encoding: str) -> None:
    source = re.sub(r'<\?xml version="1.0" encoding="UTF-8"\?>', f'<?xml version="1.0" encoding="{encoding}"?>', WRONG)
    findings = judged(shipped, source.encode(encoding))
    assert findings.findings
    named(findings, source)


def test_prefixes_and_tags_over_several_lines(shipped: Standard) -> None:
    source = WRONG.replace("<applications xmlns=", "<g:applications xmlns:g=").replace("</applications>", "</g:applications>")
    start, end = source.index("<g:applications"), source.index("</g:applications>")
    inner = re.sub(r"<(/?)(?!g:)(\w)", r"<\1g:\2", source[start:end])
    source = source[:start] + inner.replace(' total="7"', '\n total="8"', 1) + source[end:]
    told = named(judged(shipped, source.encode()), source)
    assert any(each.startswith("<g:") or each.startswith("total=") for each in told)
