"""Content that the law orders deleted: two persons, a reason, a basis; it is gone everywhere, and all else still holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from ocfl.storage_root import StorageRoot

from govreport.archive import Archive, RefusedError, Request, UnknownError, open_archive
from govreport.archive.backup import backup
from govreport.archive.catalogue import rebuilding
from govreport.archive.drafts import Draft, Drafts
from govreport.archive.redaction import proposal, redact
from govreport.archive.restoring import restore
from govreport.archive.tombstones import tombstone
from govreport.standard import Standard
from tests.archives import ARCHIVIST, CLERK, REVIEWER, deposited, digest, document, furnished, problems, published

REASON, BASIS = "含个人隐私", "个人信息保护法第四十七条"
SECRET = "第77办公室".encode()


def holding(folder: Path, secret: bytes) -> list[Path]:
    """Return the files that hold the bytes of a secret."""
    return [path for path in folder.rglob("*") if path.is_file() and secret in path.read_bytes()]


def destroyed(archive: Archive, id: str, number: int = 1) -> None:
    """Have two persons destroy a version."""
    assert not redact(archive, id, REVIEWER, number, REASON, BASIS).done
    assert redact(archive, id, ARCHIVIST, number).done


@pytest.mark.parametrize("sealed", [True, False], ids=["object", "journal"])
def test_redacted_content_is_gone_and_all_else_holds(archive: Archive, sealed: bool, tmp_path: Path) -> None:
    receipt = published(archive, 77) if sealed else deposited(archive, 77)
    other = deposited(archive, 2, reason="r")
    backup(archive, tmp_path / "copy")
    archive.take_in()
    assert holding(archive.folder, SECRET) and holding(tmp_path / "copy", SECRET)
    destroyed(archive, receipt.id)
    version = archive.version(receipt.id, 1)
    assert (version.state, version.redacted, version.sha256, version.remark) == ("withdrawn", True, receipt.sha256, REASON)
    with pytest.raises(UnknownError, match="redacted"):
        archive.content(version)
    assert not holding(archive.folder, SECRET)
    stone = tombstone(version, archive.history(version))
    assert stone is not None
    assert (stone.by, stone.reason, stone.basis, stone.sha256, stone.sm3) == ((REVIEWER, ARCHIVIST), REASON, BASIS, receipt.sha256, receipt.sm3)
    assert not problems(archive)
    before = digest(archive)
    rebuilding.rebuild(archive.database, archive.store)
    assert digest(archive) == before
    assert archive.content(archive.version(other.id, other.version)).original == document(2)
    if sealed:
        assert StorageRoot(str(archive.store.root / "objects")).validate(validate_objects=True, check_digests=True)
    done = backup(archive, tmp_path / "copy")
    assert done.removed == 1
    assert not holding(tmp_path / "copy", SECRET)
    restore(tmp_path / "copy", tmp_path / "restored", "sqlite")
    with open_archive(tmp_path / "restored", archive.standard) as again:
        assert digest(again) == before
        assert not problems(again)


def test_it_takes_two_persons_a_reason_and_a_basis(archive: Archive) -> None:
    receipt = deposited(archive)
    for reason, basis in ((REASON, ""), ("", BASIS)):
        with pytest.raises(RefusedError, match="redact-reason"):
            redact(archive, receipt.id, ARCHIVIST, None, reason, basis)
    archive.add_person("只报送", ["clerk"], ARCHIVIST)
    with pytest.raises(RefusedError, match="role"):
        redact(archive, receipt.id, "只报送", None, REASON, BASIS)
    redact(archive, receipt.id, ARCHIVIST, None, REASON, BASIS)
    with pytest.raises(RefusedError, match="two-redact"):
        redact(archive, receipt.id, ARCHIVIST)
    with pytest.raises(RefusedError, match="role"):
        redact(archive, receipt.id, REVIEWER)
    assert archive.content(archive.version(receipt.id)).original == document()
    assert proposal(archive.history(archive.version(receipt.id))) is not None
    assert not problems(archive)


def test_every_version_of_the_bytes_goes_and_they_do_not_come_back(archive: Archive) -> None:
    first = deposited(archive)
    second = archive.deposit(Request(document(), "a.xml", organ="linjiang"), CLERK)
    assert first.id != second.id
    destroyed(archive, first.id)
    assert archive.version(second.id).redacted
    with pytest.raises(RefusedError, match="redacted"):
        deposited(archive)
    assert not problems(archive)


def test_a_destruction_cut_short_is_seen_and_completed(archive: Archive, tmp_path: Path) -> None:
    receipt = published(archive, 77)
    backup(archive, tmp_path / "copy")
    destroyed(archive, receipt.id)
    version = archive.version(receipt.id)
    left = archive.store.root / str(version.sealed)
    left.parent.mkdir(parents=True)
    (tmp_path / "copy" / "store" / str(version.sealed)).rename(left)
    assert [(each.code, each.key) for each in problems(archive)] == [("ARC-REMAINS", version.sealed)]
    assert redact(archive, receipt.id, ARCHIVIST).done
    assert not problems(archive)
    assert not holding(archive.folder, SECRET)


def test_an_office_of_one_does_it_alone_and_the_log_says_so(tmp_path: Path, shipped: Standard) -> None:
    with furnished(tmp_path / "archive", shipped) as made:
        receipt = deposited(made)
    path = tmp_path / "archive" / "archive.toml"
    path.write_text(path.read_text("utf-8").replace("two_persons = true", "two_persons = false"), "utf-8")
    with open_archive(tmp_path / "archive", shipped) as alone:
        redact(alone, receipt.id, ARCHIVIST, None, REASON, BASIS)
        assert redact(alone, receipt.id, ARCHIVIST).done
        last = alone.history(alone.version(receipt.id))[-1]
        assert (last.action, last.data["alone"], last.data["proposed_by"]) == ("redact", True, ARCHIVIST)
        assert not problems(alone)


def test_a_correction_that_may_hold_the_content_is_named(tmp_path: Path, shipped: Standard) -> None:
    with furnished(tmp_path / "archive", shipped) as archive:
        receipt = published(archive, 77)
        Drafts(archive.database).begin(Draft(receipt.id, "qingshi", 2023, "government", document(77).decode(), None, None, {}, (), 0, CLERK, ""))
        redact(archive, receipt.id, REVIEWER, None, REASON, BASIS)
        assert redact(archive, receipt.id, ARCHIVIST).drafts == (receipt.id,)
        Drafts(archive.database).end(receipt.id)
        assert redact(archive, receipt.id, ARCHIVIST).drafts == ()
