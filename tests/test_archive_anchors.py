"""Anchors: a log that was rewritten as a whole holds together, and is found out all the same."""

from __future__ import annotations

import base64
import datetime
import json
from dataclasses import replace
from pathlib import Path

import pytest

from govreport.archive import Archive, RefusedError, UnknownError, anchors, open_archive
from govreport.archive.audit import Draft, Head, after, chained, written
from govreport.archive.catalogue import entries, rebuilding
from govreport.archive.pieces import pieces
from govreport.archive.store import LOG, log_key
from tests.archives import CLERK, deposited, digest, problems, published


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """A new key outside the archive."""
    path = tmp_path / "key.pem"
    anchors.make_key(path)
    return path


def rewrite(archive: Archive, keep: int | None = None) -> None:
    """Give another actor to an early entry and chain all of the log anew, so that it holds together; or keep the first entries alone."""
    events = [event for piece in pieces(archive.store) for event in piece][:keep]
    head = Head()
    made = []
    for event in events:
        actor = "another" if event.action == "organ" and keep is None else event.actor
        new = chained(Draft(actor, event.action, event.subject, event.old, event.new, event.data), head, event.time)
        head = after(new, head)
        made.append(new)
    for stored in list(archive.store.list(LOG)):
        archive.store.remove(stored.key)
    archive.store.put(log_key(1), written(made))
    rebuilding.rebuild(archive.database, archive.store)


def reasons(archive: Archive, places: list[Path], trusted: str | None = None) -> list[str]:
    """Return why anchors do not hold."""
    return [each.reason for each in anchors.compared(archive, anchors.files(places), trusted)]


def test_a_log_rewritten_as_a_whole_is_found_by_an_anchor_alone(archive: Archive, key: Path, tmp_path: Path) -> None:
    published(archive)
    done, path = anchors.anchor(archive, tmp_path, key)
    deposited(archive, 2, reason="r")
    assert not reasons(archive, [path, tmp_path], done.key)
    before = digest(archive)
    rewrite(archive)
    assert digest(archive) != before
    assert not problems(archive)
    assert reasons(archive, [path], done.key) == ["rewritten"]


def test_a_log_cut_short_is_found(archive: Archive, key: Path, tmp_path: Path) -> None:
    deposited(archive)
    _, path = anchors.anchor(archive, tmp_path, key)
    rewrite(archive, keep=8)
    assert not [each for each in problems(archive) if not each.harmless]
    assert reasons(archive, [path]) == ["shortened"]


def test_altered_forged_and_unreadable_anchors_are_told(archive: Archive, key: Path, tmp_path: Path) -> None:
    deposited(archive)
    done, path = anchors.anchor(archive, tmp_path / "a.json", key)
    anchors.make_key(tmp_path / "other.pem")
    forged, other = anchors.anchor(archive, tmp_path / "b.json", tmp_path / "other.pem")
    assert forged.hash == done.hash
    assert reasons(archive, [path, other]) == []
    assert reasons(archive, [path, other], anchors.public_key(key)) == ["key"]
    path.write_text(json.dumps({**json.loads(path.read_text()), "sequence": 1}))
    assert reasons(archive, [path]) == ["signature"]
    path.write_text("{")
    assert reasons(archive, [path]) == ["unreadable"]
    path.write_text(json.dumps({**json.loads(other.read_text()), "sequence": "1"}))
    assert reasons(archive, [path]) == ["unreadable"]


def test_an_anchor_a_day_and_no_more_where_nothing_changed(archive: Archive, key: Path, tmp_path: Path) -> None:
    folder = tmp_path / "anchors"
    folder.mkdir()
    first = anchors.anchor(archive, folder, key)
    assert anchors.anchor(archive, folder, key) == first
    deposited(archive)
    anchors.anchor(archive, folder, key)
    tomorrow = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=1)
    with open_archive(archive.folder, archive.standard, lambda: tomorrow) as later:
        anchors.anchor(later, folder, key)
    assert len(list(anchors.files([folder]))) == 3
    alone = tmp_path / "alone.json"
    made = anchors.anchor(archive, alone, key)[0]
    with pytest.raises(RefusedError, match="file-there"):
        anchors.anchor(archive, alone, key)
    assert anchors.read(alone) == made
    assert not reasons(archive, [folder], first[0].key)


def test_key_and_anchor_stay_outside_and_keys_are_not_overwritten(archive: Archive, key: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(RefusedError, match="anchor-inside"):
        anchors.anchor(archive, archive.folder / "a.json", key)
    with pytest.raises(RefusedError, match="anchor-inside"):
        anchors.anchor(archive, tmp_path, archive.folder / "key.pem")
    with pytest.raises(RefusedError, match="file-there"):
        anchors.make_key(key)
    assert key.stat().st_mode & 0o077 == 0
    (tmp_path / "bad.pem").write_text("no key")
    with pytest.raises(UnknownError, match="no-key"):
        anchors.anchor(archive, tmp_path, tmp_path / "bad.pem")
    monkeypatch.setenv(anchors.PASSWORD, "secret")
    anchors.make_key(tmp_path / "locked.pem")
    assert anchors.anchor(archive, tmp_path, tmp_path / "locked.pem")[0].holds()
    monkeypatch.setenv(anchors.PASSWORD, "another")
    with pytest.raises(UnknownError, match="no-key"):
        anchors.private_key(tmp_path / "locked.pem")


def test_anchors_of_another_archive_do_not_pass(archive: Archive, key: Path, tmp_path: Path) -> None:
    deposited(archive)
    done, path = anchors.anchor(archive, tmp_path, key)
    with archive.reading() as connection:
        last = list(entries.log(connection))[-1]
    assert (done.sequence, done.hash) == (last.sequence, last.hash)
    assert last.actor == CLERK
    other = replace(done, archive="0" * 64, signature="")
    signed = anchors.private_key(key).sign(other.signed())
    path.write_text(json.dumps({**json.loads(path.read_text()), "archive": other.archive, "signature": base64.b64encode(signed).decode()}))
    assert reasons(archive, [path], done.key) == ["rewritten"]
