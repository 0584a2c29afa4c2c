"""A page's text in a JSON object, as programs write that take pages apart: read as the text that it is, with its places in the JSON."""

from __future__ import annotations

import json

import pytest

from govreport.readers import read
from govreport.readers.guard import Limits
from govreport.standard import Standard
from govreport.writers import write
from tests.corpus.expected import cells
from tests.corpus.scoring import score
from tests.laid import filled, tabbed, text


def page(edition: str, standard: Standard, **members: str) -> dict[str, str]:
    whole = text(filled(edition, standard), tabbed)
    title, _, rest = whole.partition("\n")
    return {"title": title, "author": "", "raw_text": " ".join(rest.split()), "text": rest, "language": "zh", **members}


@pytest.mark.parametrize("ascii", [False, True])
@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_the_text_of_a_page_in_an_object_is_read(edition: str, indent: int | None, ascii: bool, shipped: Standard) -> None:
    source = json.dumps(page(edition, shipped), ensure_ascii=ascii, indent=indent)
    found = read(source.encode(), "page.json", shipped)
    counts = score(found, cells(filled(edition, shipped), shipped, "none", None), shipped)
    assert (counts.wrong, counts.missed) == (0, 0), counts.faults
    assert found.report is not None
    assert found.report.metadata.title == "2023年政府信息公开工作年度报告"
    lines = source.split("\n")
    told = [each for each in found.evidence if each.value is not None and each.line and each.column]
    assert told
    assert all(lines[each.line - 1].startswith(each.raw, each.column - 1) for each in told if each.line and each.column)


def test_an_object_without_a_report_is_none(shipped: Standard) -> None:
    for members in ({"text": "没有报告。"}, {"text": 3}, {}, {"text": ["规章"]}):
        found = read(json.dumps(members).encode(), "page.json", shipped)
        assert found.report is None
        assert [each.code for each in found.diagnostics] == ["XSD-ROOT"]


def test_halves_of_characters_and_signs_that_are_written_out_are_no_harm(shipped: Standard) -> None:
    source = json.dumps(page("2021", shipped)).replace('"text": "', '"text": "\\ud83d\\ude00\\ud83d \\/\\"\\f\\u0000\\n')
    found = read(source.encode(), "page.json", shipped)
    assert found.report is not None
    assert len(list(found.report.tables())) == 3
    write(found.report, "xml", shipped)


def test_a_text_that_is_too_long_is_told(shipped: Standard) -> None:
    found = read(json.dumps(page("2021", shipped)).encode(), "page.json", shipped, limits=Limits(legacy=100))
    assert found.report is None
    assert [each.code for each in found.diagnostics] == ["SYS-LIMIT"]
