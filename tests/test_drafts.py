"""Working drafts on SQLite and PostgreSQL: revisions, two who write at once, clashes that lose nothing, remarks, backup."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from govreport.archive import Archive, UnknownError
from govreport.archive.backup import backup
from govreport.archive.drafts import Draft, Drafts
from govreport.archive.opening import open_archive
from govreport.archive.remarks import Remarks
from govreport.archive.restoring import restore
from govreport.standard import Standard
from tests import archives, postgres

ID = "qingshi.2024.organ"


@pytest.fixture(scope="module")
def server() -> Iterator[postgres.Server]:
    """A real PostgreSQL."""
    started = postgres.Server()
    yield started
    started.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def archive(request: pytest.FixtureRequest, tmp_path: Path, shipped: Standard) -> Iterator[Archive]:
    """An archive on either database."""
    url = "sqlite" if request.param == "sqlite" else request.getfixturevalue("server").url()
    with archives.furnished(tmp_path / "archive", shipped, url) as found:
        yield found


def begun(archive: Archive, **fields: str) -> Drafts:
    """Return the drafts of an archive, one begun."""
    found = Drafts(archive.database)
    found.begin(Draft(ID, "qingshi", 2024, "organ", "<report/>", None, None, fields, (), 0, "李办事", ""))
    return found


def test_a_save_changes_what_was_sent_and_leaves_the_rest(archive: Archive) -> None:
    drafts = begun(archive, a="1", b="2")
    saved = drafts.save(ID, 1, {"a": "10", "b": "2", "c": "3"}, "李办事")
    assert (saved.revision, dict(saved.fields), saved.clashes) == (2, {"a": "10", "b": "2", "c": "3"}, ())
    assert drafts.save(ID, 2, {"c": ""}, "李办事").fields == {"a": "10", "b": "2"}
    assert drafts.get(ID).revision == 3
    assert [dict(each.changes) for each in drafts.revisions(ID)][:2] == [{"c": ("3", "")}, {"a": ("1", "10"), "c": ("", "3")}]
    assert drafts.changed(ID, 1) == {"a", "c"}
    assert drafts.save(ID, 3, {"a": "10"}, "李办事").revision == 3


def test_two_who_write_in_different_fields_both_keep_what_they_wrote(archive: Archive) -> None:
    drafts = begun(archive, a="1", b="2")
    drafts.save(ID, 1, {"a": "5", "b": "2"}, "李办事")
    saved = drafts.save(ID, 1, {"a": "1", "b": "7"}, "王审核")
    assert saved.fields == {"a": "5", "b": "7"} and not saved.clashes


def test_two_who_write_in_one_field_clash_and_nothing_is_lost(archive: Archive) -> None:
    drafts = begun(archive, a="1")
    drafts.save(ID, 1, {"a": "5"}, "李办事")
    saved = drafts.save(ID, 1, {"a": "7"}, "王审核")
    assert saved.fields == {"a": "5"}
    (clash,) = saved.clashes
    assert (clash.field, clash.text, clash.editor) == ("a", "7", "王审核")
    assert drafts.save(ID, 1, {"a": "7"}, "王审核").clashes == saved.clashes
    taken = drafts.settle(ID, clash.key, True, "王审核")
    assert taken.fields == {"a": "7"} and not taken.clashes
    assert drafts.settle(ID, clash.key, True, "王审核") == taken
    drafts.save(ID, taken.revision, {"a": "8"}, "李办事")
    (clash,) = drafts.save(ID, taken.revision, {"a": ""}, "王审核").clashes
    assert drafts.settle(ID, clash.key, False, "李办事").fields == {"a": "8"}


def test_a_sender_may_know_better_what_it_wrote_over(archive: Archive) -> None:
    drafts = begun(archive, a="1")
    drafts.save(ID, 1, {"a": "5"}, "李办事")
    assert len(drafts.save(ID, 2, {"a": "7"}, "王审核", was={"a": "1"}).clashes) == 1
    assert drafts.save(ID, 1, {"a": "9"}, "王审核", was={"a": "5"}).fields == {"a": "9"}


def test_a_report_has_one_draft(archive: Archive) -> None:
    drafts = begun(archive, a="1", b="2")
    assert begun(archive, b="2", c="3").get(ID).revision == 2
    assert dict(drafts.revisions(ID)[0].changes) == {"a": ("1", ""), "c": ("", "3")}
    assert drafts.save(ID, 1, {"a": "5"}, "李办事").clashes[0].text == "5"
    with pytest.raises(UnknownError):
        drafts.save(ID, 9, {"a": "1"}, "李办事")
    assert [each.id for each in drafts.of_organs(["qingshi"])] == [ID] and not drafts.of_organs([])
    drafts.end(ID)
    with pytest.raises(UnknownError):
        drafts.get(ID)
    begun(archive)


def test_remarks_stand_at_fields(archive: Archive) -> None:
    remarks = Remarks(archive.database)
    remarks.put(ID, 1, {"a": "请核", "b": " "}, "王审核")
    remarks.put(ID, 1, {"a": "请再核", "c": "有误"}, "王审核")
    assert [(each.field, each.text) for each in remarks.of(ID, 1)] == [("a", "请再核"), ("c", "有误")]
    remarks.put(ID, 1, {"a": ""}, "王审核")
    assert [each.field for each in remarks.of(ID, 1)] == ["c"] and not remarks.of(ID, 2)


def test_drafts_are_in_a_backup(tmp_path: Path, shipped: Standard) -> None:
    with archives.furnished(tmp_path / "archive", shipped) as archive:
        drafts = begun(archive, a="1")
        kept = drafts.save(ID, 1, {"a": "2"}, "李办事")
        backup(archive, tmp_path / "copy")
    restore(tmp_path / "copy", tmp_path / "again")
    with open_archive(tmp_path / "again", shipped) as again:
        assert Drafts(again.database).get(ID) == kept
        assert len(Drafts(again.database).revisions(ID)) == 2
