"""An archive that is asked with a standard in which an edition of its reports is missing: nothing is passed over without a word, and nothing stays wrong."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from govreport import generate
from govreport.archive import Archive, BrokenError, Request, open_archive, totals
from govreport.archive.celltable import cell_rows
from govreport.archive.searching import Query
from govreport.standard import Standard, read_standard
from tests import schematrees
from tests.archives import CLERK, REVIEWER, document, problems

LATER = "2098"
ID = f"qingshi.{LATER}.government"


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Standard:
    """The standard with a later edition of the same words."""
    root = schematrees.copy(tmp_path_factory.mktemp("later"))
    shutil.copytree(root / "2021", root / LATER)
    schematrees.replace(root / LATER / "form.xml", '<form edition="2021"', f'<form edition="{LATER}"')
    schematrees.replace(root / LATER / "form.xml", '<years from="2021"/>', f'<years from="{LATER}"/>')
    generate.build(root)
    return read_standard(root)


@pytest.fixture
def asked(archive: Archive, later: Standard, tmp_path: Path) -> Iterator[Archive]:
    """An archive with a report of the later edition, opened with the standard that has none."""
    data = document(year=int(LATER)).replace(b"urn:govreport:report:1:2021", f"urn:govreport:report:1:{LATER}".encode())
    with open_archive(archive.folder, later) as full:
        receipt = full.deposit(Request(data, "later.xml"), CLERK)
        assert (receipt.id, receipt.accepted) == (ID, True)
        full.act("submit", ID, CLERK)
        full.act("accept", ID, REVIEWER)
    yield archive


def test_a_report_of_an_unknown_edition_is_left_out_and_said_until_the_edition_is_there(asked: Archive, later: Standard) -> None:
    found = totals(asked, "qingshi", int(LATER))
    assert [(member.organ, member.status, member.why) for member in found.members] == [("qingshi", "excluded", "unreadable")]
    assert found.sums == ()
    with open_archive(asked.folder, later) as full:
        assert not problems(full)
        found = totals(full, "qingshi", int(LATER))
        assert [(member.status, member.why) for member in found.members] == [("counted", "")]
        assert found.sums


def test_no_table_of_cells_lacks_a_report_of_an_unknown_edition_unsaid(asked: Archive, later: Standard) -> None:
    with pytest.raises(BrokenError) as raised:
        list(cell_rows(asked, Query()))
    assert (raised.value.reason, raised.value.params) == ("edition", {"id": ID, "version": 1})
    with open_archive(asked.folder, later) as full:
        assert len(list(cell_rows(full, Query()))) == 200


def test_what_was_taken_in_with_the_edition_stays(asked: Archive, later: Standard) -> None:
    with open_archive(asked.folder, later) as full:
        full.take_in()
    found = totals(asked, "qingshi", int(LATER))
    assert [(member.status, member.why) for member in found.members] == [("counted", "")] and found.sums
    assert [(each.code, each.subject) for each in problems(asked)] == [("ARC-EDITION", f"{ID}@1")], "nothing is called wrong that was not compared"
