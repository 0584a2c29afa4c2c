"""Whose a deposit is: what the request says of one that cannot be read, what a report says of itself that does not agree."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from govreport.archive import Archive, Request, organfile
from govreport.rules.identity import check_character
from tests.archives import ARCHIVIST, CLERK, deposited, document, problems, published

UNREADABLE = [b"no report", b"", b"<report", b"%PDF-1.7\n", b"PK\x03\x04", document()[:300], b"\x00" * 100]


def codes(archive: Archive, id: str, number: int | None = None) -> set[str]:
    """Return the codes that were found in a version."""
    return {each["code"] for each in json.loads(archive.content(archive.version(id, number)).findings)["diagnostics"]}


@pytest.mark.parametrize("data", UNREADABLE, ids=range(len(UNREADABLE)))
def test_what_cannot_be_read_is_whose_it_was_handed_in_for(archive: Archive, data: bytes) -> None:
    published(archive)
    request = Request(data, "a.xml", organ="qingshi", year=2023, scope="government")
    receipt = archive.deposit(request, CLERK)
    assert (receipt.id, receipt.version, receipt.state) == ("qingshi.2023.government", 2, "refused")
    version = archive.version(receipt.id)
    assert (version.organ, version.year, version.scope) == ("qingshi", 2023, "government")
    assert archive.content(version).about["organ"] == "qingshi"
    assert archive.deposit(request, CLERK) == receipt and archive.deposit(request, ARCHIVIST) == receipt
    next_year = archive.deposit(replace(request, year=2024), CLERK)
    assert archive.deposit(replace(request, year=2024), CLERK) == next_year and next_year.id == "qingshi.2024.government"
    assert deposited(archive, 3, reason="r").version == 3
    assert not problems(archive)


@pytest.mark.parametrize("more", [{"organ": "qingshi"}, {"year": 2023}, {}])
def test_of_what_cannot_be_read_nothing_is_guessed(archive: Archive, more: dict[str, object]) -> None:
    receipt = archive.deposit(Request(b"no report", "a.txt", **more), CLERK)  # type: ignore[arg-type]
    assert receipt.id.startswith("unplaced.")


@pytest.mark.parametrize("organ", ["nobody", "baihe"])
def test_of_what_cannot_be_read_an_organ_that_is_none_is_said(archive: Archive, organ: str) -> None:
    receipt = archive.deposit(Request(b"no report", "a.txt", organ=organ, year=2023), CLERK)
    assert receipt.id.startswith("unplaced.") and "ARC-ORGAN" in codes(archive, receipt.id)


def test_what_was_filed_nowhere_finds_its_place_when_it_is_named(archive: Archive) -> None:
    nowhere = archive.deposit(Request(b"no report", "a.txt"), CLERK)
    placed = archive.deposit(Request(b"no report", "a.txt", organ="qingshi", year=2023), CLERK)
    assert (nowhere.id[:9], placed.id) == ("unplaced.", "qingshi.2023.organ"), "the scope is that of a report that states none"
    assert archive.deposit(Request(b"no report", "a.txt", organ="qingshi", year=2023), CLERK) == placed


def coded(number: int) -> str:
    """Return a sound 统一社会信用代码."""
    body = f"11110000{number:09d}"
    return body + check_character(body)


REGISTER = f"""编号,名称,统一社会信用代码,有效期起,有效期止
a,甲镇人民政府,{coded(1)},,2023-06-30
a,甲街道办事处,{coded(1)},2023-07-01,
b,乙镇人民政府,{coded(2)},,
c,caf\u00e9镇人民政府,,,
"""


@pytest.fixture
def register(archive: Archive) -> Archive:
    """An archive whose organs have codes, one of them renamed within a year, one with a letter that Unicode writes in two ways."""
    found = organfile.read(REGISTER.replace("caf\u00e9", "cafe\u0301").encode(), "organs.csv")
    assert not found.faults
    archive.import_organs(found.organs, ARCHIVIST)
    return archive


@pytest.mark.parametrize(
    ("name", "code", "organ", "said"),
    [
        ("甲镇人民政府", coded(1), "a", set()),
        ("甲街道办事处", coded(1), "a", set()),
        ("乙镇人民政府", coded(1), None, {"ARC-ORGAN"}),
        ("甲镇人民政府", coded(2), None, {"ARC-ORGAN"}),
        ("甲街道办事处", coded(2), None, {"ARC-ORGAN"}),
        ("丙镇人民政府", coded(1), "a", {"ARC-NAME"}),
        ("乙镇人民政府", coded(3), "b", set()),
        ("caf\u00e9镇人民政府", None, "c", set()),
        ("cafe\u0301镇人民政府", None, "c", set()),
    ],
)
def test_a_code_of_one_organ_with_the_name_of_another_is_no_place(register: Archive, name: str, code: str | None, organ: str | None, said: set[str]) -> None:
    data = document(name=name)
    if code:
        data = data.replace(b"<agency ", f'<agency uscc="{code}" '.encode(), 1)
    receipt = register.deposit(Request(data, "a.xml"), CLERK)
    assert register.version(receipt.id).organ == organ and codes(register, receipt.id) & {"ARC-ORGAN", "ARC-NAME"} == said
