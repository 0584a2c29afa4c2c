"""A deposit beside what the archive has of the year before, on SQLite and on PostgreSQL: which versions, their sum, and why there is nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govreport import readers, standard
from govreport.archive import Archive, Receipt, Request, open_archive, organfile, totals
from govreport.archive.catalogue import rebuilding
from govreport.archive.redaction import redact
from govreport.web.desk import carrying, lastyear
from govreport.web.desk.records import Record
from tests import archives, schematrees
from tests.archives import ARCHIVIST, CLERK, REVIEWER, digest, problems
from tests.test_archive_totals import COUNTY, times

SPLIT = """\
xinqu,临江县新区管理委员会,government,township,linjiang,,2023-01-01,,,
dongxiang,临江县东乡人民政府,government,township,linjiang,,,2022-12-31,split,"nanxiang;beixiang"
nanxiang,临江县南乡人民政府,government,township,linjiang,,,,,
beixiang,临江县北乡人民政府,government,township,linjiang,,,,,
"""
CHAIN = """\
id,name,kind,level,parent,lines,from,to,fate,successors
baihe,临江县白河乡人民政府,government,township,linjiang,,,2023-03-31,merged,shuiku
dongxiang,临江县东乡人民政府,government,township,linjiang,,,2023-03-31,renamed,dongzhen
dongzhen,临江县东镇人民政府,government,township,linjiang,,2023-04-01,2023-09-30,split,"nanxiang;beixiang"
nanxiang,临江县南乡人民政府,government,township,linjiang,,2023-10-01,,,
beixiang,临江县北乡人民政府,government,township,linjiang,,2023-10-01,,,
"""
NAMES = {line.split(",")[0]: line.split(",")[1] for line in (COUNTY + SPLIT).splitlines()[1:]}


@pytest.fixture
def county(archive: Archive) -> Archive:
    """A county in which townships were merged, split and made."""
    archive.import_organs(organfile.read((COUNTY + SPLIT).encode(), "organs.csv").organs, ARCHIVIST)
    return archive


def deposited(archive: Archive, organ: str, year: int, factor: int = 1, accept: bool = False, number: int = 0, **more: object) -> Receipt:
    """Return the receipt of an organ's report, whose numbers are so many times those of the fixture; ``number`` makes it another with the same."""
    data = times(factor, "qingshi", year, 第0办公室=f"第{number}办公室").replace(NAMES["qingshi"].encode(), NAMES[organ].encode())
    receipt = archive.deposit(Request(data, f"{organ}.xml", organ, **more), CLERK)  # type: ignore[arg-type]
    if accept:
        archive.act("submit", receipt.id, CLERK, receipt.version)
        archive.act("accept", receipt.id, REVIEWER, receipt.version)
    return receipt


def compared(archive: Archive, receipt: Receipt) -> tuple[str, dict[str, str]]:
    """Return what became of the comparison with last year, and what its findings say by code."""
    findings = json.loads(archive.content(archive.version(receipt.id, receipt.version)).findings)
    stage = findings["stages"][-1]
    said = {each["code"]: each["message"] for each in findings["diagnostics"] if each["code"] in ("YEAR-CARRY", "T2-STOCK", "ARC-COMPARED")}
    return stage["reason"] or stage["state"], said


def test_a_deposit_is_compared_with_last_years_report(county: Archive) -> None:
    first = deposited(county, "jiaoyu", 2022, 2, accept=True)
    receipt = deposited(county, "jiaoyu", 2023)
    state, said = compared(county, receipt)
    assert state == "ran" and set(said) == {"YEAR-CARRY", "T2-STOCK", "ARC-COMPARED"} and receipt.accepted
    assert "14 + " in said["T2-STOCK"] and "jiaoyu.2022.government@1" in said["ARC-COMPARED"]
    kept = county.content(county.version(receipt.id))
    assert kept.about["last_year"] == [["jiaoyu.2022.government@1", first.sha256]]
    assert deposited(county, "jiaoyu", 2023) == receipt
    before = digest(county)
    rebuilding.rebuild(county.database, county.store)
    assert digest(county) == before and county.content(county.version(receipt.id)) == kept and not problems(county)


def test_what_was_merged_counts_with_its_last_report(county: Archive) -> None:
    deposited(county, "qingshi", 2022, 1, accept=True)
    deposited(county, "baihe", 2022, 2, accept=True)
    state, said = compared(county, deposited(county, "qingshi", 2023, 6))
    assert "并入" in state and not said
    begun = lastyear.last(county, Record("qingshi", 2023, "government"))
    assert begun.worded and begun.skipped and len(begun.organs) == 3 and not list(begun.report.tables() if begun.report else ())
    deposited(county, "shuiku", 2022, 3, accept=True)
    # the form offers what the archive compares with, beside the organ's own words
    begun = lastyear.last(county, Record("qingshi", 2023, "government"))
    assert begun.report and begun.worded and not begun.skipped
    one = readers.read(times(1, "qingshi", 2022), "own.xml", county.standard).report
    assert one and begun.of_file(one).table("applications") == begun.report.table("applications")
    single, offered = (carrying.carried(county.standard.newest, each, county.standard) for each in (one, begun.report))
    assert offered == {field: str(6 * int(value)) for field, value in single.items()} and any(map(int, offered.values()))
    # the same bytes are the same deposit, as it was judged then
    assert "并入" in compared(county, deposited(county, "qingshi", 2023, 6))[0]
    assert {"YEAR-CARRY", "ARC-COMPARED"} <= set(compared(county, deposited(county, "qingshi", 2023, 12))[1])
    # what the three carried out, the merged one carried in
    state, said = compared(county, deposited(county, "qingshi", 2023, 6, number=1))
    assert state == "ran" and "YEAR-CARRY" not in said and "42 + " in said["T2-STOCK"]
    assert "qingshi.2022.government@1 + baihe.2022.government@1 + shuiku.2022.government@1" in said["ARC-COMPARED"]


def test_what_was_merged_into_what_was_merged_counts_too(county: Archive) -> None:
    county.import_organs(organfile.read(CHAIN.encode(), "organs.csv").organs, ARCHIVIST)
    for organ, factor in (("qingshi", 1), ("baihe", 2), ("shuiku", 3)):
        deposited(county, organ, 2022, factor, accept=True)
    receipt = deposited(county, "qingshi", 2023, 6, accept=True)
    state, said = compared(county, receipt)
    assert state == "ran" and "YEAR-CARRY" not in said
    assert "qingshi.2022.government@1 + baihe.2022.government@1 + shuiku.2022.government@1" in said["ARC-COMPARED"]
    last = totals(county, "linjiang", 2023).last_year
    assert {each.organ for each in last.with_} == {"qingshi", "baihe", "shuiku"} and not last.left_out
    assert "YEAR-CARRY" not in {each.code for each in last.found}
    deposited(county, "dongxiang", 2022, accept=True)
    assert "拆分" in compared(county, deposited(county, "nanxiang", 2023))[0], "renamed, then split in one year"


def test_a_comparison_that_is_not_made_says_why(county: Archive) -> None:
    deposited(county, "jiaoyu", 2022)
    deposited(county, "dongxiang", 2022, accept=True)
    lost = deposited(county, "wenhua", 2022, accept=True)
    county.store.remove(str(county.version(lost.id).sealed))
    said = {organ: compared(county, deposited(county, organ, 2023)) for organ in ("jiaoyu", "nanxiang", "xinqu", "wenhua")}
    said["elsewhere"] = compared(county, deposited(county, "jiaoyu", 2023, 2, scope="organ"))
    reasons = {"jiaoyu": "已接收或已发布", "nanxiang": "拆分", "xinqu": "新设", "wenhua": "无法读取", "elsewhere": "不明确"}
    for organ, (state, codes) in said.items():
        assert reasons[organ] in state and not codes, organ


def test_last_year_that_was_deleted_by_law_is_not_compared_with(county: Archive) -> None:
    gone = deposited(county, "jiaoyu", 2022, accept=True)
    redact(county, gone.id, REVIEWER, None, "隐私", "法")
    redact(county, gone.id, ARCHIVIST)
    assert "档案中没有" in compared(county, deposited(county, "jiaoyu", 2023))[0]


def test_what_was_refused_is_judged_anew_once_last_year_is_another(tmp_path: Path) -> None:
    tree = schematrees.copy(tmp_path)
    title = '<title lang="zh">严</title><title lang="en">strict</title>'
    strict = f'<profile name="strict" base="submission">{title}<severity code="YEAR-CARRY" is="error"/></profile>'
    (tree / "profiles" / "strict.xml").write_text(strict, "utf-8")
    judging = standard.load(tree)
    archives.furnished(tmp_path / "archive", judging).close()
    configuration = tmp_path / "archive" / "archive.toml"
    configuration.write_text(configuration.read_text("utf-8").replace('profile = "submission"', 'profile = "strict"'), "utf-8")
    with open_archive(tmp_path / "archive", judging) as archive:
        deposited(archive, "qingshi", 2022, 2, accept=True)
        refused = deposited(archive, "qingshi", 2023)
        assert not refused.accepted and deposited(archive, "qingshi", 2023) == refused
        deposited(archive, "qingshi", 2022, 1, accept=True, reason="更正")
        again = deposited(archive, "qingshi", 2023)
        assert again.accepted and again.version == 2 and deposited(archive, "qingshi", 2023) == again
