"""The commands of the archive, as they are typed."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from govreport.archive.catalogue import database, revisions
from govreport.archive.catalogue.database import Database
from govreport.cli.main import main
from tests import schematrees
from tests.archives import ORGANS, document

Run = Callable[..., tuple[int, list[str], str]]
ID = "qingshi.2023.government"


def commands(folder: Path, patch: pytest.MonkeyPatch, heard: Callable[[], tuple[str, str]]) -> Run:
    """Return what runs a command of the archive of a folder: its code, the lines that it printed, and what it said of failures."""
    patch.chdir(folder)
    patch.setenv("GOVREPORT_ARCHIVE", "archive")
    patch.setenv("GOVREPORT_LANG", "en")

    def command(*arguments: str) -> tuple[int, list[str], str]:
        code = main(["archive", *arguments])
        out, error = heard()
        return code, out.splitlines(), error

    return command


def furnish(folder: Path, command: Run) -> None:
    """Make the archive of a folder, with persons and organs, and documents to deposit."""
    (folder / "organs.csv").write_text(ORGANS, "utf-8")
    (folder / "sound.xml").write_bytes(document())
    (folder / "wrong.xml").write_bytes(document(wrong=True))
    assert command("init", "archive")[0] == 0
    for name, role, actor in (("zhao", "archivist", ""), ("li", "clerk", "zhao"), ("wang", "reviewer", "zhao")):
        assert command("persons", "add", name, "--role", role, "--as", actor)[0] == 0
    assert command("organs", "import", "organs.csv", "--as", "zhao")[0] == 0


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command of an archive that is the test's own."""
    command = commands(tmp_path, monkeypatch, capsys.readouterr)
    furnish(tmp_path, command)
    return command


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an archive for commands that change nothing."""
    folder = tmp_path_factory.mktemp("untouched")
    with pytest.MonkeyPatch.context() as patch:
        furnish(folder, commands(folder, patch, lambda: ("", "")))
    return folder


def test_a_report_goes_all_the_way(run: Run, tmp_path: Path) -> None:
    code, (line,), _ = run("deposit", "sound.xml", "--as", "li", "--submit", "--json")
    receipt = json.loads(line)
    assert (code, receipt["id"], receipt["state"]) == (0, ID, "submitted")
    assert run("return", ID, "--as", "wang")[0] == 2, "an option that is wanted"
    code, _, error = run("accept", ID, "--as", "li")
    assert code == 1 and "li may not" in error
    assert run("accept", ID, "--as", "wang")[0] == 0
    assert run("publish", ID, "--as", "wang")[1] == [f"{ID} version 1: published"]
    assert json.loads(run("list", "--state", "published", "--json")[1][0])["published_by"] == "wang"
    shown = json.loads(run("show", ID, "--json")[1][0])
    assert [event["action"] for event in shown["history"]] == ["deposit", "submit", "accept", "seal", "publish"]
    assert run("get", ID, "-o", "out.xml")[0] == 0
    assert (tmp_path / "out.xml").read_bytes() == document()
    code, _, error = run("get", ID, "-o", "archive/catalogue.sqlite")
    assert code == 2 and "folder of the archive" in error, "the catalogue was written over"
    assert run("withdraw", ID, "--as", "wang", "--reason", "wrong")[0] == 0
    assert len(run("versions", ID)[1]) == 1
    assert run("verify")[0] == run("audit")[0] == run("rebuild")[0] == 0


def test_a_refusal_exits_1_names_its_findings_and_is_kept(run: Run) -> None:
    code, lines, _ = run("deposit", "wrong.xml", "--as", "li")
    assert code == 1
    assert any("T3-ROW" in line for line in lines)
    assert len(run("list", "--state", "refused")[1]) == 1
    assert "verdict rejected, profile Submission" in lines[0]
    (said, *errors) = run("deposit", "wrong.xml", "--as", "li", "--lang", "zh")[1]
    assert "rejected" not in said and "submission" not in said
    assert re.search(r"，\d{4}-\d\d-\d\d \d\d:\d\d:\d\d，", said), "to the second, in the clock of the machine"
    assert any("相差" in line for line in errors) and not any("相差" in line for line in lines)


def test_findings_are_told_in_the_language_of_who_asks(run: Run) -> None:
    run("deposit", "wrong.xml", "--as", "li")
    own, other = (json.loads(run("get", ID, "--what", "findings", "--lang", lang)[1][0]) for lang in ("zh", "en"))
    assert own["lang"] == "zh" and any(each["params"] for each in own["diagnostics"])
    assert [each["code"] for each in own["diagnostics"]] == [each["code"] for each in other["diagnostics"]]
    for each, said in zip(own["diagnostics"], other["diagnostics"], strict=True):
        assert each["message"] != said["message"] and "{" not in said["message"]


def test_backup_restore_and_a_damaged_catalogue(run: Run, tmp_path: Path) -> None:
    run("deposit", "sound.xml", "--as", "li")
    assert run("backup", "copy")[0] == 0
    assert run("restore", "copy", "restored")[0] == 0
    assert run("verify", "--archive", "restored")[0] == 0
    for path in tmp_path.glob("archive/catalogue.sqlite*"):
        path.write_bytes(b"no database at all, whatever it was" * 400)
    code, _, error = run("list")
    assert code == 3 and "rebuild" in error
    code, lines, _ = run("rebuild", "--json")
    assert code == 0 and "damaged" in json.loads(lines[0])["aside"]
    assert len(run("list")[1]) == 1
    assert run("verify")[0] == 0


def test_a_catalogue_goes_back_to_what_an_older_program_knows(run: Run, tmp_path: Path) -> None:
    run("deposit", "sound.xml", "--as", "li")

    def step() -> str | None:
        with closing(Database(database.sqlite(tmp_path / "archive" / database.FILE), tmp_path / "lock")) as found:
            return revisions.revision(found)

    for wrong in ("0005", "0009", "none"):
        assert run("downgrade", wrong)[0] == 1 and step() == revisions.REVISION
    assert run("downgrade", "0003", "--json")[0] == 0 and step() == "0003"
    assert len(run("list")[1]) == 1 and step() == revisions.REVISION
    assert run("verify")[0] == run("audit")[0] == 0
    assert run("downgrade", "0003", "--archive", "nowhere")[0] == 2
    with sqlite3.connect(tmp_path / "archive" / database.FILE) as connection:
        connection.execute("INSERT INTO remarks VALUES ('x', 1, '', 'text', 'y', 'z')")
    connection.close()
    code, _, error = run("downgrade", "0003")
    assert code == 1 and "remarks" in error and "--drop" in error and step() == revisions.REVISION
    assert run("downgrade", "0003", "--drop")[0] == 0 and step() == "0003"


def test_verify_tells_and_mends(run: Run, tmp_path: Path) -> None:
    run("deposit", "sound.xml", "--as", "li")
    run("backup", "copy")
    (bundle,) = (path for path in tmp_path.glob("archive/store/journal/*/*"))
    bundle.write_bytes(b"altered")
    code, lines, _ = run("verify")
    assert code == 1 and "ARC-ALTERED" in lines[0]
    code, lines, _ = run("verify", "--replica", "copy", "--repair", "--json")
    assert code == 0 and json.loads(lines[0])["mended"]
    assert run("verify")[0] == 0


def test_a_log_is_anchored_and_audited_against_its_anchor(run: Run, tmp_path: Path) -> None:
    run("deposit", "sound.xml", "--as", "li")
    (tmp_path / "anchors").mkdir()
    code, (line,), _ = run("anchor", "anchors", "--key", "key.pem", "--make-key", "--json")
    done = json.loads(line)
    assert code == 0 and Path(done["file"]).exists()
    assert run("audit", "--against", "anchors", "--key", "key.pem")[::2] == (0, "")
    code, lines, said = run("audit", "--against", "anchors", "--json")
    assert code == 0 and "another key" in said
    assert json.loads(lines[-1])["anchors"] == 1
    Path(done["file"]).write_text("{}")
    code, lines, _ = run("audit", "--against", "anchors")
    assert code == 1 and "ARC-ANCHOR" in lines[0] and "cannot be read" in lines[0]


def test_two_persons_destroy_content_and_the_tombstone_stays(run: Run) -> None:
    run("deposit", "sound.xml", "--as", "li")
    for missing in ((), ("--reason", "personal data"), ("--basis", "PIPL, article 47")):
        assert run("redact", ID, "--as", "wang", *missing)[0] == 2, "an option that is wanted"
    code, lines, _ = run("redact", ID, "--as", "wang", "--reason", "personal data", "--basis", "PIPL, article 47")
    assert code == 0 and "another person" in lines[0]
    assert run("get", ID)[0] == 0
    code, (line,), _ = run("redact", ID, "--as", "zhao", "--json")
    assert code == 0 and json.loads(line)["gone"] == [f"{ID}@1"]
    code, _, error = run("get", ID)
    assert code == 1 and "deleted by law" in error
    assert any("PIPL" in line for line in run("show", ID)[1])
    assert json.loads(run("show", ID, "--json")[1][0])["tombstone"]["by"] == ["wang", "zhao"]
    assert run("verify")[0] == 0


def test_which_of_several_versions_is_destroyed_is_never_guessed_and_which_is_withdrawn_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "second.xml").write_bytes(document(2))
    run("deposit", "sound.xml", "--as", "li", "--submit")
    run("accept", ID, "--as", "wang")
    run("deposit", "second.xml", "--as", "li", "--submit", "--reason", "a correction")
    run("accept", ID, "--as", "wang")
    why = ("--reason", "personal data", "--basis", "PIPL, article 47")
    for asked in (why, ()):
        code, _, error = run("redact", ID, "--as", "zhao", *asked)
        assert code == 2 and "has 2 versions" in error and "--version" in error
    assert "--version" in run("redact", ID, "--as", "zhao", "--lang", "zh")[2]
    assert run("redact", ID, "--as", "wang", "--version", "1", *why)[0] == 0
    assert run("redact", ID, "--as", "zhao")[0] == 2
    assert run("redact", ID, "--as", "zhao", "--version", "1")[0] == 0
    assert run("withdraw", ID, "--as", "wang", "--reason", "wrong")[1] == [f"{ID} version 2: withdrawn"]


def test_an_office_of_one_is_not_asked_for_another_person(run: Run) -> None:
    path = Path("archive") / "archive.toml"
    path.write_text(path.read_text("utf-8").replace("two_persons = true", "two_persons = false"), "utf-8")
    run("deposit", "sound.xml", "--as", "li")
    code, (line,), _ = run("redact", ID, "--as", "zhao", "--reason", "personal data", "--basis", "PIPL, article 47")
    assert code == 0 and "an archivist must run it again" in line
    assert run("redact", ID, "--as", "zhao")[0] == 0


def test_reports_are_handed_over_examined_and_taken_in(run: Run, tmp_path: Path) -> None:
    run("deposit", "sound.xml", "--as", "li", "--submit")
    run("accept", ID, "--as", "wang")
    code, (line,), _ = run("export", "package", "--whole", "--json")
    assert code == 0 and json.loads(line)["versions"] == 1
    code, lines, _ = run("inspect", "package", "-o", "transfer.json")
    assert code == 1 and "not examined" in lines[-1]
    assert json.loads((tmp_path / "transfer.json").read_text("utf-8"))["items"]
    assert run("inspect", "--profile", "preservation", "--json")[0] == 1
    assert run("init", "second")[0] == 0
    assert json.loads(run("import", "package", "--archive", "second", "--json")[1][0]) == {"whole": True, "new": 1, "known": 0, "organs": 0}
    assert run("list", "--archive", "second")[1] == run("list")[1]
    assert run("verify", "--archive", "second")[0] == 0
    assert run("import", "package", "--as", "zhao", "--json")[1] == ['{"whole": false, "new": 0, "known": 1, "organs": 0}']


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["list", "--archive", "nowhere"], 2, "no archive"),
        (["deposit", "sound.xml"], 2, "--as"),
        (["deposit", "none.xml", "--as", "li"], 2, "no such file"),
        (["deposit", "sound.xml", "--as", "nobody"], 1, "no such person"),
        (["deposit", "sound.xml", "--as", "li", "--year", "x"], 2, "--year"),
        (["deposit", "sound.xml", "--as", "li", "--scope", "moon"], 2, "aggregate"),
        (["show", "x.2023.organ"], 1, "no such report"),
        (["organs", "tree", "nobody"], 1, "no such organ"),
        (["list", "--state", "lost"], 2, "lost"),
        (["get", ID, "--what", "nothing"], 2, "nothing"),
        (["verify", "--sample", "0"], 2, "--sample"),
        (["verify", "--repair"], 2, "--replica"),
        (["init", "archive"], 2, "not an empty folder"),
        (["init", "sound.xml"], 2, "not an empty folder"),
        (["export", "sound.xml"], 2, "not an empty folder"),
        (["backup", "sound.xml"], 2, "not an empty folder"),
        (["verify", "--resume", "none/x"], 2, "none/x"),
        (["restore", "archive", "other"], 2, "no backup"),
        (["persons", "end", "zhao", "--as", "zhao"], 1, "last person who may give roles"),
        (["persons", "end", "nobody", "--as", "zhao"], 1, "no such person"),
        (["persons", "add", "li", "--role", "archivist", "--as", "wang"], 1, "give roles"),
        (["anchor", "."], 2, "--key"),
        (["export", "p", "--whole", "--year", "2023"], 2, "--whole"),
        (["export", "p", "--layout", "zip"], 2, "zip"),
        (["export", "archive/p"], 2, "outside"),
        (["import", "."], 2, "no whole package"),
        (["inspect", "--profile", "transfer"], 2, "transfer"),
        (["anchor", ".", "--key", "none.pem"], 2, "there is no key"),
        (["anchor", "none/", "--key", "none.pem"], 2, "none/ is not a folder"),
        (["audit", "--against", "none"], 2, "no anchor"),
        (["audit", "--key", "none"], 2, "--against"),
        (["verify", "--sample", "200"], 2, "200"),
        (["backup", "archive/copy"], 2, "outside"),
        (["cells", "-o", "archive/cells.csv"], 2, "folder of the archive"),
        (["progress", "--year", "2023", "-o", "archive/store/p.csv"], 2, "folder of the archive"),
        (["inspect", "-o", "archive/store/p.pdf"], 2, "folder of the archive"),
        (["totals", "--organ", "linjiang", "--year", "2023", "--members", "archive/m.csv"], 2, "folder of the archive"),
        (["totals", "--organ", "linjiang", "--year", "2023", "-o", "m.csv", "--members", "./m.csv"], 2, "two outputs"),
        (["deposit", "sound.xml", "--as", "li", "--year", "0"], 2, "--year"),
        (["list", "--year", "20"], 2, "--year"),
        (["search", "--code", "T9-NONE"], 2, "T9-NONE"),
        (["search", "--where", "applications.received.total >"], 2, "no condition"),
        (["search", "--where", "applications.moon.total > 1"], 2, "no edition"),
        (["list", "--scope", "moon"], 2, "aggregate"),
        (["list", "--organ", "nobody"], 1, "no such organ"),
        (["search", "--organ", "nobody"], 1, "no such organ"),
        (["search", "--level", "moon"], 2, "township"),
        (["search", "--limit", "0"], 2, "--limit"),
        (["totals", "--organ", "linjiang", "--year", "2023", "--scope", "moon"], 2, "aggregate"),
        (["cells", "-o", "cells.csv", "--organ", "nobody"], 1, "no such organ"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else None,
)
def test_failures_are_one_clear_line(
    untouched: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, words: str
) -> None:
    done, _, error = commands(untouched, monkeypatch, capsys.readouterr)(*arguments)
    assert done == code, error
    assert words in error
    assert error.count("\n") == 1


def test_faults_of_a_file_of_organs_are_told_by_row_and_column(run: Run, tmp_path: Path) -> None:
    (tmp_path / "faulty.csv").write_text("编号,机构名称,层级,变更\na,A,galaxy,合并\n", "utf-8")
    code, lines, _ = run("organs", "import", "faulty.csv", "--as", "zhao")
    assert code == 1
    assert [line.partition(": ")[0] for line in lines] == ["row 2, 层级", "row 2, to / 止 / 有效期止"], "as the file calls the columns"
    assert "galaxy" in lines[0] and "township" in lines[0], "what stands there and what may"


def test_a_person_of_any_role_is_listed_and_roles_that_are_needed_are_told_in_words(run: Run) -> None:
    from govreport.archive.persons import ROLES

    assert run("persons", "add", "every", *(part for role in ROLES for part in ("--role", role)), "--as", "zhao")[0] == 0
    code, lines, _ = run("persons", "list")
    assert code == 0 and any(line.startswith("every: ") and line.count(",") == len(ROLES) - 1 for line in lines)
    code, _, error = run("--lang", "zh", "organs", "import", "organs.csv", "--as", "li")
    assert code == 1 and "需要 档案员" in error


def test_every_command_of_the_contract_is_there_with_json() -> None:
    from govreport.cli.application import application

    archive = application().commands["archive"].commands  # type: ignore[attr-defined]
    named = "init deposit submit list show get versions return accept publish withdraw redact seal verify audit anchor rebuild backup restore"
    wanted = [*named.split(), *["export", "import", "totals", "progress", "search", "inspect"]]
    assert not [name for name in wanted if all(each.name != "json" for each in archive[name].params)]


def test_every_reason_has_a_text() -> None:
    import re

    from govreport.cli.texts import entries

    package = Path(__file__).resolve().parents[1] / "src" / "govreport" / "archive"
    source = "\n".join(path.read_text("utf-8") for path in package.rglob("*.py"))
    reasons = set(re.findall(r'(?:Archive|Refused|Unknown|Broken)Error\(\s*"([a-z0-9-]+)"', source)) | {"full", "read-only", "system"}
    assert len(reasons) > 30
    assert not {reason for reason in reasons if f"error.archive.{reason}" not in entries()}
    faults = set(re.findall(r'(?:Fault\([^"]*"?[^"]*"?, |_fault\("[a-z]+", )"([a-z-]+)"', source))
    assert not {fault for fault in faults if f"archive.fault.{fault}" not in entries()}


def test_one_source_that_cannot_be_taken_keeps_no_other_back(run: Run, tmp_path: Path) -> None:
    assert run("deposit", "sound.xml", "--as", "li", "--submit")[0] == 0
    assert run("accept", ID, "--as", "wang")[0] == 0
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "1.xml").write_bytes(document(1))
    (folder / "3.xml").write_bytes(document(3, year=2022))
    code, lines, error = run("deposit", "reports", "--as", "li")
    assert (code, [line.partition(":")[0] for line in lines]) == (1, ["3.xml"])
    assert [line.partition(":")[0] for line in error.splitlines()] == ["reports/1.xml"]
    assert run("deposit", "reports", "--as", "nobody")[2].count("\n") == 1


def test_what_is_asked_for_is_looked_at_though_the_report_is_known(run: Run) -> None:
    assert run("deposit", "sound.xml", "--as", "li", "--from", "none")[0] == 2
    assert run("deposit", "sound.xml", "--as", "li")[0] == 0
    assert run("deposit", "sound.xml", "--as", "li", "--key", "with blanks")[0] == 2
    assert run("deposit", "sound.xml", "--as", "li", "--from", "none")[0] == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["init", "new"],
        ["rebuild"],
        ["downgrade", "0003"],
        ["verify"],
        ["audit"],
        ["list"],
        ["backup", "copy"],
        ["restore", "copy", "new"],
        ["seal", "--as", "zhao"],
    ],
    ids=" ".join,
)
def test_a_tree_that_was_changed_and_not_built_is_told_by_every_command(run: Run, tmp_path: Path, arguments: list[str]) -> None:
    tree = schematrees.with_invented_edition(tmp_path)
    code, lines, error = run(*arguments, "--schema", str(tree))
    assert (code, lines) == (3, []) and "schema build" in error
    assert not (tmp_path / "new").exists() and not (tmp_path / "copy").exists()
