"""What members add up to, on SQLite and on PostgreSQL: nothing twice, nothing silently, beside the aggregate and last year."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest

from govreport.archive import Archive, Receipt, Request, UnknownError, organfile, totals
from govreport.archive.adding import Totals
from govreport.archive.backup import backup
from govreport.archive.catalogue import contents, rebuilding, tables
from govreport.archive.catalogue.figures import Sum
from govreport.archive.localstore import LocalStore
from govreport.archive.organs import LINE
from govreport.model import NA
from tests.archives import ARCHIVIST, CLERK, REVIEWER, document, problems

COUNTY = """\
id,name,kind,level,parent,lines,from,to,fate,successors
linjiang,临江县人民政府,government,county,,,,,,
qingshi,临江县青石镇人民政府,government,township,linjiang,,,,,
baihe,临江县白河乡人民政府,government,township,linjiang,,,2022-12-31,merged,qingshi
shuiku,临江县水库乡人民政府,government,township,linjiang,,,2023-06-30,merged,qingshi
jiaoyu,临江县教育局,department,county,linjiang,sheng-jiaoyu,,,,
wenhua,临江县文化局,department,county,linjiang,,,,,
sheng-jiaoyu,示例省教育厅,department,province,,,,,,
shi-jiaoyu,示例市教育局,department,city,,sheng-jiaoyu,,,,
"""
NAMES = {line.split(",")[0]: line.split(",")[1] for line in COUNTY.splitlines()[1:]}
_TABLES = re.compile(r"<proactiveDisclosure xmlns.*</reviewAndLitigation>", re.S)


def times(factor: int, organ: str, year: int = 2023, **changes: str) -> bytes:
    """Return the report of an organ in which every number is so many times that of the fixture; ``changes`` are made to its text."""
    text = document(name=NAMES[organ], year=year).decode()
    text = _TABLES.sub(lambda found: re.sub(r'="([0-9]+)"', lambda cell: f'="{factor * int(cell[1])}"', found[0]), text)
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    return text.encode()


def kept(archive: Archive, data: bytes, organ: str, scope: str = "organ", until: str = "accept", reason: str | None = None) -> str:
    """Return the id of a report that has come as far as an action."""
    receipt = archive.deposit(Request(data, f"{organ}.xml", organ=organ, scope=scope, profile="legacy", reason=reason), ARCHIVIST)
    assert receipt.accepted
    if until != "deposit":
        archive.act("submit", receipt.id, CLERK, receipt.version)
    if until in ("accept", "publish"):
        archive.act("accept", receipt.id, REVIEWER, receipt.version)
    return receipt.id


@pytest.fixture
def county(archive: Archive) -> Archive:
    """A county with townships, one of them merged, departments, and a line of business across levels."""
    archive.import_organs(organfile.read(COUNTY.encode(), "organs.csv").organs, ARCHIVIST)
    return archive


def cell(found: Totals, row: str, column: str, table: str = "applications") -> Sum:
    """Return the sum of a cell."""
    return next(each for each in found.sums if (each.table, each.row, each.column) == (table, row, column))


def standing(found: Totals) -> dict[str, tuple[str, str, str]]:
    """Return status, why and by of every member."""
    return {member.organ: (member.status, member.why, member.by) for member in found.members}


def test_every_cell_is_added_up_and_every_member_accounted_for(county: Archive) -> None:
    kept(county, times(1, "qingshi"), "qingshi", "government")
    kept(county, times(10, "jiaoyu"), "jiaoyu")
    kept(county, times(100, "wenhua"), "wenhua", until="submit")
    found = totals(county, "linjiang", 2023)
    assert standing(found) == {
        "qingshi": ("counted", "", ""),
        "jiaoyu": ("counted", "", ""),
        "wenhua": ("missing", "submitted", ""),
        "shuiku": ("excluded", "ended", "qingshi"),
    }
    assert [(member.organ, member.version.version) for member in found.counted if member.version] == [("jiaoyu", 1), ("qingshi", 1)]
    assert len(found.sums) == sum(len(form.cells) for form in county.standard.forms["2021"].tables.values())
    received = cell(found, "received", "total")
    assert (received.total, received.numbers, received.blank, received.not_applicable) == (7 * 11, 2, 0, 0)
    regulations = cell(found, "regulations", "issued", "proactiveDisclosure")
    assert (regulations.total, regulations.not_applicable, regulations.value) == (None, 2, NA)
    assert found.own.skipped == "no-aggregate" and found.last_year.skipped == "no-last-year"


def test_the_last_version_that_was_accepted_counts(county: Archive) -> None:
    kept(county, times(1, "jiaoyu"), "jiaoyu")
    kept(county, times(2, "jiaoyu"), "jiaoyu", reason="更正")
    kept(county, times(3, "jiaoyu"), "jiaoyu", until="submit", reason="再更正")
    found = totals(county, "linjiang", 2023)
    assert [member.version.version for member in found.counted if member.version] == [2]
    assert cell(found, "received", "total").total == 14


def test_who_is_missing_is_told_by_what_has_come_farthest(county: Archive) -> None:
    kept(county, times(1, "jiaoyu"), "jiaoyu", until="submit")
    kept(county, times(2, "jiaoyu"), "jiaoyu", until="deposit", reason="更正")
    assert standing(totals(county, "linjiang", 2023))["jiaoyu"] == ("missing", "submitted", "")


def test_nothing_counts_twice(county: Archive) -> None:
    kept(county, times(5, "linjiang"), "linjiang", "government")
    kept(county, times(1, "jiaoyu"), "jiaoyu")
    kept(county, times(1, "qingshi"), "qingshi", "government")
    kept(county, times(9, "qingshi"), "qingshi", "aggregate")
    found = totals(county, "linjiang", 2023)
    assert standing(found)["jiaoyu"] == ("excluded", "covered", "linjiang")
    assert cell(found, "received", "total").total == 7 * 6
    only = totals(county, "linjiang", 2023, scopes=("organ",))
    assert standing(only)["jiaoyu"][0] == "counted" and standing(only)["qingshi"][:2] == ("excluded", "scope")
    assert "linjiang" not in standing(only)


def test_a_line_of_business_adds_up_by_itself(county: Archive) -> None:
    kept(county, times(1, "jiaoyu"), "jiaoyu")
    kept(county, times(2, "shi-jiaoyu"), "shi-jiaoyu")
    kept(county, times(4, "wenhua"), "wenhua")
    assert cell(totals(county, "sheng-jiaoyu", 2023, LINE), "received", "total").total == 21
    assert totals(county, "sheng-jiaoyu", 2023).counted == ()
    with pytest.raises(UnknownError, match="organ"):
        totals(county, "nobody", 2023)


def test_money_in_several_units_is_not_added(county: Archive) -> None:
    fee = '<fees amount="0"/>'
    kept(county, times(1, "jiaoyu", **{fee: '<fees amount="1.5"/>'}), "jiaoyu")
    kept(county, times(1, "qingshi", **{fee: '<fees amount="0.25"/>'}), "qingshi")
    fees = cell(totals(county, "linjiang", 2023), "fees", "amount", "proactiveDisclosure")
    assert (fees.total, fees.unit) == (Decimal("1.75"), "万元")
    kept(county, times(1, "wenhua", **{fee: '<fees amount="300" unit="元"/>'}), "wenhua")
    found = totals(county, "linjiang", 2023)
    fees = cell(found, "fees", "amount", "proactiveDisclosure")
    assert (fees.total, fees.value, fees.parts) == (None, None, (("万元", Decimal("1.75"), 2), ("元", Decimal(300), 1)))


def test_a_blank_of_one_member_leaves_the_sum_open(county: Archive) -> None:
    kept(county, times(1, "jiaoyu", **{'<licences decisions="63"/>': "<licences/>"}), "jiaoyu")
    kept(county, times(1, "qingshi"), "qingshi")
    licences = cell(totals(county, "linjiang", 2023), "licences", "decisions", "proactiveDisclosure")
    assert (licences.total, licences.blank, licences.complete, licences.value) == (63, 1, False, None)


def test_sums_are_compared_with_the_own_aggregate(county: Archive) -> None:
    kept(county, times(1, "jiaoyu"), "jiaoyu")
    kept(county, times(2, "qingshi"), "qingshi")
    kept(county, times(3, "linjiang"), "linjiang", "aggregate")
    assert totals(county, "linjiang", 2023).own.found == ()
    kept(county, times(4, "linjiang"), "linjiang", "aggregate", reason="更正")
    own = totals(county, "linjiang", 2023).own
    assert own.skipped is None and {each.code for each in own.found} == {"ROLL-SUM"}
    assert "28" in {str(each.params["total"]) for each in own.found}


def aggregated(archive: Archive, factor: int, year: int = 2023, profile: str = "legacy", **changes: str) -> tuple[Receipt, dict[str, str]]:
    """Return the receipt of the county's aggregate, and what its findings say of its members by code."""
    data = times(factor, "linjiang", year, **{"<scope>government</scope>": "<scope>aggregate</scope>", **changes})
    receipt = archive.deposit(Request(data, "linjiang.xml", profile=profile, reason="更正"), ARCHIVIST)
    findings = json.loads(archive.content(archive.version(receipt.id, receipt.version)).findings)["diagnostics"]
    codes = {each["code"] for each in findings} & {"ROLL-SUM", "ROLL-MISSING", "ARC-MEMBERS"}
    return receipt, {code: " ".join(each["message"] for each in findings if each["code"] == code) for code in codes}


def test_the_deposit_of_an_aggregate_is_judged_beside_its_members(county: Archive) -> None:
    assert set(aggregated(county, 3)[1]) == {"ARC-MEMBERS"} and "未比对" in aggregated(county, 3)[1]["ARC-MEMBERS"]
    first = kept(county, times(1, "jiaoyu"), "jiaoyu")
    kept(county, times(2, "qingshi"), "qingshi")
    right, said = aggregated(county, 3, 第0办公室="第1办公室")
    assert right.id == "linjiang.2023.aggregate" and set(said) == {"ARC-MEMBERS", "ROLL-MISSING"}
    assert "已比对" in said["ARC-MEMBERS"] and "2 家有" in said["ARC-MEMBERS"] and NAMES["wenhua"] in said["ROLL-MISSING"]
    members = county.content(county.version(right.id)).about["members"]
    assert [f"{first}@1", county.version(first).sha256] in members and ["wenhua"] in members  # type: ignore[operator]
    wrong, said = aggregated(county, 4)
    assert wrong.accepted and "28" in said["ROLL-SUM"] and "21" in said["ROLL-SUM"]
    assert not set(aggregated(county, 3, 2024)[1]) & {"ROLL-SUM", "ROLL-MISSING"}


def test_a_refused_aggregate_is_judged_anew_when_its_members_have_changed(county: Archive) -> None:
    spoilt = {'<received naturalPerson="': '<received naturalPerson="9'}
    refused, _ = aggregated(county, 3, 2023, "submission", **spoilt)
    assert not refused.accepted and aggregated(county, 3, 2023, "submission", **spoilt)[0] == refused
    kept(county, times(3, "qingshi"), "qingshi")
    again, said = aggregated(county, 3, 2023, "submission", **spoilt)
    assert again.version == refused.version + 1 and "已比对" in said["ARC-MEMBERS"]


def test_last_year_is_that_of_the_members_and_of_what_was_merged_into_them(county: Archive) -> None:
    kept(county, times(1, "qingshi", 2022), "qingshi")
    kept(county, times(1, "shuiku", 2022), "shuiku")
    kept(county, times(3, "qingshi"), "qingshi")
    assert totals(county, "linjiang", 2023).last_year.left_out == ("qingshi",)
    kept(county, times(1, "baihe", 2022), "baihe")
    last = totals(county, "linjiang", 2023).last_year
    assert {version.organ for version in last.with_} == {"qingshi", "shuiku", "baihe"}
    # each carried one out, the merged one carried three in
    assert last.skipped is None and "YEAR-CARRY" not in {each.code for each in last.found}
    kept(county, times(4, "qingshi"), "qingshi", reason="更正")
    last = totals(county, "linjiang", 2023).last_year
    assert "YEAR-CARRY" in {each.code for each in last.found}
    kept(county, times(1, "jiaoyu"), "jiaoyu")
    assert totals(county, "linjiang", 2023).last_year.left_out == ("jiaoyu",)


def test_what_was_taken_in_is_the_same_after_a_rebuild(county: Archive) -> None:
    kept(county, times(1, "jiaoyu"), "jiaoyu")
    county.deposit(Request(b"no report", "a.txt"), CLERK)
    assert county.take_in() == 2 and county.take_in() == 0
    before = _said(county)
    rebuilding.rebuild(county.database, county.store)
    assert not _said(county)
    assert county.take_in() == 2
    assert _said(county) == before


def _said(archive: Archive) -> list[str]:
    with archive.reading() as connection:
        return list(contents.dump(connection))


def test_a_version_that_the_store_has_lost_is_left_out_and_said_until_it_is_mended(county: Archive, tmp_path: Path) -> None:
    id = kept(county, times(1, "jiaoyu"), "jiaoyu")
    backup(county, tmp_path / "replica")
    county.store.remove(str(county.version(id).sealed))
    found = totals(county, "linjiang", 2023)
    assert standing(found)["jiaoyu"] == ("excluded", "unreadable", "")
    assert found.sums == ()
    assert problems(county) and standing(totals(county, "linjiang", 2023))["jiaoyu"] == ("excluded", "unreadable", "")
    problems(county, replica=LocalStore(tmp_path / "replica" / "store"), repair=True)
    assert standing(totals(county, "linjiang", 2023))["jiaoyu"] == ("counted", "", "")
    before = _said(county)
    rebuilding.rebuild(county.database, county.store)
    county.take_in()
    assert _said(county) == before


def test_redacted_content_leaves_the_catalogue(county: Archive) -> None:
    from govreport.archive.redaction import redact

    id = kept(county, times(1, "jiaoyu"), "jiaoyu")
    kept(county, times(1, "qingshi"), "qingshi")
    assert cell(totals(county, "linjiang", 2023), "received", "total").total == 14
    redact(county, id, REVIEWER, None, "隐私", "法")
    redact(county, id, ARCHIVIST)
    found = totals(county, "linjiang", 2023)
    assert (found.members[0].status, found.members[0].why) == ("excluded", "redacted")
    assert cell(found, "received", "total").total == 7
    with county.reading() as connection:
        assert len(connection.execute(tables.documents.select()).all()) == 1
