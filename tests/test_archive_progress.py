"""How far the organs of a year have come: handed in, late, returned, not begun; deadlines by kind, level and year."""

from __future__ import annotations

import datetime

from govreport.archive import Archive, Request, open_archive, progress
from tests.archives import CLERK, REVIEWER, deposited, document

DEADLINES = """
[[deadlines]]
level = "township"
day = 2020-01-20
[[deadlines]]
kind = "department"
level = "county"
year = 2023
day = 2024-02-29
"""


def test_every_organ_of_a_year_stands_somewhere(archive: Archive) -> None:
    archive.folder.joinpath("archive.toml").open("a", encoding="utf-8").write(DEADLINES)
    with open_archive(archive.folder, archive.standard) as found:
        receipt = deposited(found)
        day = datetime.date(2024, 1, 25)
        stands = {each.organ: each for each in progress(found, 2023, "linjiang", day=day).standings}
        assert list(stands) == ["linjiang", "jiaoyu", "qingshi"]
        assert [each.state for each in stands.values()] == ["nothing", "nothing", "draft"]
        assert stands["linjiang"].due == datetime.date(2024, 3, 31)
        assert stands["jiaoyu"].due == datetime.date(2024, 2, 29) and stands["jiaoyu"].late == 0
        assert (stands["qingshi"].due, stands["qingshi"].late, stands["qingshi"].overdue) == (datetime.date(2024, 1, 20), 5, True)
        found.act("submit", receipt.id, CLERK)
        after = progress(found, 2023, "linjiang", day=day)
        handed = next(each for each in after.standings if each.organ == "qingshi")
        assert handed.state == "submitted" and not handed.overdue and handed.handed_in is not None
        assert handed.late == (handed.handed_in - datetime.date(2024, 1, 20)).days
        found.act("return", receipt.id, REVIEWER, reason="缺少附件")
        last = progress(found, 2023, "linjiang", day=datetime.date(2024, 4, 2))
        assert dict(last.counts) == {"returned": 1, "nothing": 2}
        assert [(each.organ, each.late) for each in last.overdue] == [("linjiang", 2), ("jiaoyu", 33), ("qingshi", 73)]


def test_whoever_ended_within_the_year_is_not_expected(archive: Archive) -> None:
    assert "baihe" in {each.organ for each in progress(archive, 2021).standings}
    assert "baihe" not in {each.organ for each in progress(archive, 2022).standings}


def test_a_published_report_counts_though_a_correction_was_refused(archive: Archive) -> None:
    receipt = deposited(archive)
    archive.act("submit", receipt.id, CLERK)
    archive.act("accept", receipt.id, REVIEWER)
    archive.deposit(Request(document(1, wrong=True), "a.xml"), CLERK)
    (found,) = (each for each in progress(archive, 2023).standings if each.organ == "qingshi")
    assert (found.state, found.version and found.version.version) == ("accepted", 1)
