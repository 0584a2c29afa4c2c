"""Archives made and restored, wherever and with whatever catalogue: what fails leaves nothing behind."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from govreport.archive import Archive, RefusedError, configuration, manifest, open_archive
from govreport.archive.backup import backup
from govreport.archive.catalogue import database
from govreport.archive.restoring import restore
from govreport.standard import Standard
from tests.archives import deposited, furnished, problems
from tests.test_archive_commands import Run, commands

UNREACHABLE = "postgresql://127.0.0.1:1/none"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command of an archive."""
    return commands(tmp_path, monkeypatch, capsys.readouterr)


@pytest.mark.parametrize("name", ["", "none", "mysql://host/name", "postgres://host/name", "sqlite:///x.db", "postgresql://host:port/name"])
def test_a_catalogue_that_is_none_is_wrong_usage_and_leaves_nothing(tmp_path: Path, run: Run, name: str) -> None:
    code, lines, error = run("init", "archive", "--catalogue", name)
    assert (code, lines, error.count("\n")) == (2, [], 1)
    assert not list(tmp_path.iterdir())


def test_no_catalogue_shows_its_password(run: Run) -> None:
    assert "secret" not in run("init", "archive", "--catalogue", "mysql://user:secret@host/name")[2]


@pytest.mark.parametrize("there", [False, True])
def test_an_archive_that_could_not_be_made_leaves_the_folder_as_it_was(tmp_path: Path, run: Run, there: bool) -> None:
    if there:
        (tmp_path / "archive").mkdir()
    code, _, error = run("init", "archive", "--catalogue", UNREACHABLE)
    assert (code, error.count("\n")) == (3, 1)
    assert [*tmp_path.rglob("*")] == ([tmp_path / "archive"] if there else [])
    assert run("init", "archive")[0] == 0


def test_a_restoring_that_fails_leaves_the_folder_as_it_was(tmp_path: Path, run: Run) -> None:
    assert run("init", "archive")[0] == 0
    assert run("backup", "copy")[0] == 0
    for name, code in ((UNREACHABLE, 3), ("none", 2)):
        assert run("restore", "copy", "again", "--catalogue", name)[0] == code
        assert not (tmp_path / "again").exists()
    assert run("restore", "copy", "again")[0] == 0


def test_a_backup_goes_into_no_other_archives_and_not_into_the_archive(tmp_path: Path, shipped: Standard) -> None:
    with furnished(tmp_path / "one", shipped) as archive, furnished(tmp_path / "other", shipped) as other:
        with pytest.raises(RefusedError, match="backup-inside"):
            backup(archive, archive.folder / "copy")
        before = backup(archive, tmp_path / "copy")
        deposited(archive)
        deposited(other)
        with pytest.raises(RefusedError, match="backup-other"):
            backup(other, tmp_path / "copy")
        assert manifest.read(tmp_path / "copy").copy == before
        # one that was cut short had more than it speaks of
        shutil.copytree(tmp_path / "copy", tmp_path / "cut")
        backup(archive, tmp_path / "copy")
    restore(tmp_path / "cut", tmp_path / "earlier")
    shutil.copytree(tmp_path / "copy" / "store", tmp_path / "cut" / "store", dirs_exist_ok=True)
    with open_archive(tmp_path / "earlier", shipped) as archive:
        deposited(archive, 7)
        for name in ("copy", "cut"):
            with pytest.raises(RefusedError, match="backup-other"):
                backup(archive, tmp_path / name)


def test_what_was_begun_for_another_archive_is_gone_on_with_for_none(tmp_path: Path, shipped: Standard) -> None:
    def stop(_: int) -> None:
        raise KeyboardInterrupt

    with furnished(tmp_path / "one", shipped) as archive, furnished(tmp_path / "other", shipped) as other:
        deposited(archive)
        with pytest.raises(KeyboardInterrupt):
            backup(archive, tmp_path / "copy", stop)
        with pytest.raises(RefusedError, match="backup-other"):
            backup(other, tmp_path / "copy")
        (tmp_path / "others").mkdir()
        (tmp_path / "others" / "letter.txt").write_text("x")
        with pytest.raises(RefusedError, match="not-empty"):
            backup(archive, tmp_path / "others")
        backup(archive, tmp_path / "copy")
        assert sorted(path.name for path in (tmp_path / "copy").iterdir()) == ["archive.toml", "backup.json", "store", "tables.jsonl"]


def test_nothing_is_handed_over_as_nothing(tmp_path: Path, run: Run) -> None:
    assert run("init", "archive")[0] == 0
    assert run("export", "package", "--year", "2023")[0] == 1
    assert not (tmp_path / "package").exists()
    assert run("inspect", "-o", "report.docx")[0] == 2


@pytest.mark.parametrize("name", ["a?b=1", "a%41b", "a#b", "a b", "档案"])
def test_an_archive_may_have_any_name(tmp_path: Path, shipped: Standard, name: str) -> None:
    folder = tmp_path / name
    with furnished(folder, shipped) as archive:
        deposited(archive)
        assert (folder / database.FILE).is_file()
        assert not problems(archive)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "access", lambda *_: False)
        archive = Archive(folder, configuration.read(folder), shipped)
    with archive:
        assert archive.database.read_only
        assert len(list(archive.versions())) == 1
    with open_archive(folder, shipped) as archive:
        assert len(list(archive.versions())) == 1
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_a_configuration_that_names_no_catalogue_is_given_one() -> None:
    assert configuration.with_catalogue("[rules]\n", "postgresql://host/name") == 'catalogue = "postgresql://host/name"\n[rules]\n'


@pytest.mark.parametrize(("name", "exits"), [("none", 2), ("none.xml", 3)])
def test_a_profile_that_is_none_is_told_in_a_line(tmp_path: Path, run: Run, name: str, exits: int) -> None:
    assert run("init", "archive")[0] == 0
    path = tmp_path / "archive" / configuration.FILE
    path.write_text(path.read_text("utf-8").replace('profile = "submission"', f'profile = "{name}"'), "utf-8")
    code, lines, error = run("progress", "--year", "2023")
    assert (code, lines, error.count("\n")) == (exits, [], 1)
    assert "none" in error
