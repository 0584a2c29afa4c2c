"""Hostile input: each document ends with its diagnostic within two seconds and 200 MB; nothing is fetched, nothing else is written."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from lxml import etree

from govreport import profiles, readers
from govreport.cli import main as entry
from govreport.contents import PROSE
from govreport.readers import Limits
from govreport.readers.legacy import reader as legacy
from govreport.standard import Standard
from govreport.validation import validate
from govreport.validation.findings import Verdict
from tests import hostile, hostile_pages
from tests.confined import BYTES, HONEST, ROOT, SECONDS, Outcome, least, run
from tests.cost import Work, fastest, within

FIXTURES = ROOT / "fixtures" / "hostile"
INDEX = etree.parse(FIXTURES / "index.xml").getroot().findall("document")
RECIPES = (*hostile.XML, *hostile.JSON, *hostile.CSV, *hostile.PIPES, *hostile.TEXT, *hostile_pages.PAGES)
PORT = b"@PORT@"
EXIT = {"accepted": 0, "rejected": 1, "undetermined": 3}
PROVED = 3
"""A conversion reads, writes and reads back: it may cost so many times what a validation may."""


@dataclass
class Listener:
    """A server on this machine that counts who comes."""

    port: int
    visitors: list[str] = field(default_factory=list)


@pytest.fixture
def listener() -> Iterator[Listener]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        found = Listener(server.getsockname()[1])

        def listen() -> None:
            while True:
                try:
                    visitor, place = server.accept()
                except OSError:
                    return
                found.visitors.append(str(place))
                visitor.close()

        thread = threading.Thread(target=listen, daemon=True)
        thread.start()
        yield found
        server.shutdown(socket.SHUT_RDWR)
    thread.join(5)


def cheap(outcome: Outcome, resident: int = BYTES, times: int = 1) -> None:
    """Hold a command to the limits of cost, and to having asked nobody."""
    assert "Traceback" not in outcome.said, outcome.stderr[-2000:]
    assert outcome.resident, f"the process was ended: {outcome.code} {outcome.stderr[-300:]}"
    assert outcome.seconds <= SECONDS * times
    assert outcome.resident <= resident * times
    assert not outcome.called


def placed(folder: Path, port: int) -> Path:
    """Return a folder with the fixtures, in which the port of the listener stands for its place holder."""
    for document in INDEX:
        name = document.get("file", "")
        (folder / name).write_bytes((FIXTURES / name).read_bytes().replace(PORT, str(port).encode()))
    return folder


def judged(outcome: Outcome) -> dict[str, dict[str, object]]:
    """Return the findings on every document by its file name."""
    return {Path(found["source"]).name: found for found in map(json.loads, outcome.stdout.decode().splitlines())}


def test_the_index_lists_every_fixture() -> None:
    listed = [document.get("file") for document in INDEX]
    assert sorted(listed) == sorted(path.name for path in FIXTURES.iterdir() if path.name != "index.xml")
    assert max(path.stat().st_size for path in FIXTURES.iterdir()) < 200_000


def test_small_documents_end_with_their_verdict_and_nobody_is_asked(tmp_path: Path, listener: Listener) -> None:
    folder = placed(tmp_path, listener.port)
    outcome = run("validate", folder, "--format", "json", "--jobs", "1")
    cheap(outcome, times=2)
    found = judged(outcome)
    wrong = {}
    for document in INDEX:
        name, verdict, codes = document.get("file", ""), document.get("verdict"), set(document.get("codes", "").split())
        said = {each["code"] for each in found[name]["diagnostics"]}  # type: ignore[attr-defined]
        if found[name]["verdict"] != verdict or not codes <= said:
            wrong[name] = (found[name]["verdict"], sorted(said))
    assert not wrong
    assert not outcome.written
    assert not listener.visitors


@pytest.mark.parametrize("to", ["xml", "json", "text", "csv"])
def test_small_documents_are_converted_into_their_folder_and_nowhere_else(tmp_path: Path, listener: Listener, to: str) -> None:
    source, target = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    outcome = run("convert", placed(source, listener.port), "--to", to, "-o", target, "--jobs", "1", folder=tmp_path)
    cheap(outcome, times=2)
    assert outcome.code == EXIT["undetermined"]
    assert all(Path(name).is_relative_to(target) for name in outcome.written)
    assert {path.name for path in tmp_path.iterdir()} == {"in", "out"}
    assert not list(target.rglob("*.part"))
    assert not listener.visitors


@pytest.mark.long
def test_small_documents_become_a_site_and_versions_of_an_archive_and_nothing_else(tmp_path: Path, listener: Listener) -> None:
    source, archive = tmp_path / "in", tmp_path / "archive"
    source.mkdir()
    placed(source, listener.port)
    for line in (("init", archive), ("persons", "add", "kim", "--role", "archivist"), ("persons", "add", "sam", "--role", "clerk", "--as", "kim")):
        assert entry.main(["archive", *map(str, line), *(() if line[0] == "init" else ("--archive", str(archive)))]) == 0
    assert entry.main(["site", str(source), "-o", str(tmp_path / "site")]) == EXIT["undetermined"]
    assert entry.main(["archive", "deposit", str(source), "--as", "sam", "--archive", str(archive)]) == EXIT["undetermined"]
    assert {path.name for path in tmp_path.iterdir()} == {"in", "site", "archive"}
    assert entry.main(["archive", "verify", "--archive", str(archive)]) == 0
    assert not listener.visitors


@pytest.mark.parametrize("command", ["show", "compare", "migrate", "validate"])
def test_small_documents_go_through_the_commands_that_read_one(
    tmp_path: Path, listener: Listener, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], command: str
) -> None:
    source = tmp_path / "in"
    source.mkdir()
    placed(source, listener.port)
    monkeypatch.chdir(tmp_path)
    more = {"compare": [str(HONEST)], "migrate": ["--to-edition", "2019", "--to", "json"], "validate": [str(HONEST), "--jobs", "1", "--previous"]}
    for document in sorted(source.iterdir()):
        code = entry.main([command, *more.get(command, []), str(document)])
        said = capfd.readouterr()
        assert code in EXIT.values() and said.out + said.err, document.name
    assert [path.name for path in tmp_path.iterdir()] == ["in"]
    assert not listener.visitors


@pytest.mark.parametrize("name", ["entity-file.xml", "xinclude.xml"])
def test_no_file_of_the_machine_is_quoted(tmp_path: Path, name: str) -> None:
    outcome = run("validate", FIXTURES / name, "--format", "json")
    assert Path("/etc/passwd").read_text().splitlines()[0] not in outcome.said


def test_the_guard_ends_a_process_that_opens_a_connection(listener: Listener) -> None:
    code = f"from tests.confined import _forbid_sockets; _forbid_sockets(); import socket; socket.create_connection(('127.0.0.1', {listener.port}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False)
    assert done.returncode == -31
    assert not listener.visitors
    socket.create_connection(("127.0.0.1", listener.port)).close()
    for _ in range(100):
        if listener.visitors:
            break
        time.sleep(0.02)
    assert listener.visitors


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.name)
def test_large_documents_end_with_a_diagnostic(tmp_path: Path, recipe: hostile.Recipe) -> None:
    source = tmp_path / recipe.name
    source.write_bytes(recipe.make())
    outcome = least("validate", source, "--format", "json", "--jobs", "1", folder=tmp_path)
    found = judged(outcome)[recipe.name]
    codes = {each["code"] for each in found["diagnostics"]}  # type: ignore[attr-defined]
    assert recipe.code in codes
    assert "SYS-STAGE" not in codes
    assert outcome.code == EXIT[str(found["verdict"])]
    assert outcome.code == (3 if recipe.code in (hostile.LIMIT, hostile.FOREIGN) else 1)
    cheap(outcome, recipe.resident or BYTES)
    assert not outcome.written


@pytest.mark.long
@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.name)
def test_large_documents_are_converted_or_refused(tmp_path: Path, recipe: hostile.Recipe) -> None:
    source, target = tmp_path / recipe.name, tmp_path / "out.json"
    source.write_bytes(recipe.make())
    outcome = run("convert", source, "--to", "json", "-o", target, folder=tmp_path)
    assert outcome.code in (0, 1, 3)
    assert target.exists() == (outcome.code == 0)
    assert {path.name for path in tmp_path.iterdir()} <= {recipe.name, target.name}
    refused = recipe.code == hostile.LIMIT
    cheap(outcome, recipe.resident or BYTES, 1 if refused else PROVED)


@pytest.fixture(scope="module")
def honest(shipped: Standard) -> float:
    """The seconds that an honest text of 30,000 characters takes."""
    data = (ROOT / "fixtures/legacy/demo.txt").read_bytes() * 8
    return min(fastest([lambda: legacy.read(data, "honest.txt", shipped)] * 2, lambda _: True))


@pytest.mark.parametrize("lines", [0, 40])
@pytest.mark.parametrize("name", hostile.RUNS)
def test_runs_of_a_piece_do_not_hold_up_the_reader_of_legacy_texts(shipped: Standard, honest: float, name: str, lines: int) -> None:
    demo = (ROOT / "fixtures/legacy/demo.txt").read_bytes()
    beside = hostile.run_of(name, 30_000, lines, demo[: len(demo) // 2]) if lines else demo + hostile.run_of(name, 30_000)
    for data in (hostile.run_of(name, 50_000, lines), beside):
        # what grows with the square of 50,000 characters takes far longer
        assert within(4 * honest, partial(legacy.read, data, "run.txt", shipped)).diagnostics


_RULE, _ROW = "+" + "--+" * 60 + "\n", "|" + " 1|" * 60 + "\n"
GROWING: dict[str, tuple[str, int, Callable[[int], bytes]]] = {
    "xml": ("xml", 2 * hostile.MEGABYTE, lambda size: hostile.report("<paragraph>公开政府信息，新收申请1件。</paragraph>" * (size // 63))),
    "xml-text": ("xml", 4 * hostile.MEGABYTE, lambda size: hostile.report(f"<paragraph>{'公开政府信息' * 500}</paragraph>" * (size // 9000))),
    "json": ("json", hostile.MEGABYTE, lambda size: hostile.json(",".join(['{"paragraph":"公开政府信息，新收申请1件。"}'] * (size // 60)))),
    "csv": ("csv", 250_000, lambda size: hostile.csv("applications,2021,received,total,1,number,\n" * (size // 43))),
    "text": ("text", hostile.MEGABYTE, lambda size: hostile.pipes("公开政府信息，新收政府信息公开申请1件。\n" * (size // 58))),
    "legacy": ("text", 80_000, lambda size: (ROOT / "fixtures/legacy/demo.txt").read_bytes() * (size // 6_795)),
    "legacy-digits": ("text", 200_000, lambda size: hostile.run_of("digits", size)),
    "legacy-brackets": ("text", 40_000, lambda size: hostile.run_of("brackets", size)),
    "legacy-cells": ("text", 16_000, lambda size: hostile.run_of("bar-cells", size, 10)),
    "legacy-drawn": ("text", 30_000, lambda size: (_RULE + (_ROW + _RULE) * (size // 366)).encode()),
    "legacy-band": ("text", 16_000, lambda size: (_RULE + _ROW * (size // 183) + _RULE + _ROW + _RULE).encode()),
    "legacy-spans": ("text", 36_000, lambda size: b"a\n{|\n" + b'|-\n| colspan="999" rowspan="999" | 1\n' * (size // 36) + b"|}\n"),
    "legacy-headings": ("text", 60_000, lambda size: "总体情况\n".encode() * (size // 13)),
    "legacy-numbers": ("text", 30_000, lambda size: "一、(\n".encode() * (size // 8)),
    "legacy-titles": ("text", 300_000, lambda size: "某县2021年政府信息公开工作年度报告\n一、总体情况\n".encode() * (size // 69)),
    "html-entities": ("html", 20_000, lambda size: "&nbsp;公开\n".encode() * (size // 13)),
    "html-kept": ("html", 20_000, lambda size: b"<pre>" + "&nbsp;公开\n".encode() * (size // 13)),
    "html-deep": ("html", 40_000, lambda size: b"<div>" * 200 + b"<p>a</p>" * (size // 8)),
    "html-leaves": ("html", 100_000, lambda size: b"<p><i></i><b>" * 100 + b"<i></i>" * (size // 7)),
    "html-levels": ("html", 60_000, lambda size: "<div><p>公开</p>".encode() * 200 + "<p>一、总体情况</p>".encode() + b"<p>ab</p>" * (size // 9)),
    "html-sheets": ("html", 60_000, lambda size: (b"<style>" + b"." * 1999 + b"{" + b"a" * 1999 + b"</style>") * (size // 4014)),
    "html-styles": ("html", 60_000, lambda size: b"<p style='" + b"text-decoration:" * (size // 16) + b"'>a"),
    "legacy-lines": ("text", 20_000, lambda size: b"|===\n|1\n" + b"1\n" * (size // 2) + b"|===\n"),
}
"""Documents of any size that the readers take, by what they are made of: format, the smaller of two sizes, maker."""


@pytest.mark.parametrize("kind", GROWING)
def test_twice_as_long_takes_twice_as_long(shipped: Standard, kind: str) -> None:
    format, size, make = GROWING[kind]

    def reading(data: bytes) -> Work:
        def work() -> None:
            assert "SYS-LIMIT" not in {each.code for each in readers.read(data, "growing", shipped, format).diagnostics}

        return work

    def even(taken: list[float]) -> bool:
        return taken[1] <= 3 * taken[0] + 0.05  # what grows with the square takes four times; the bench holds the closer figure

    assert even(fastest([reading(make(size)), reading(make(2 * size))], even))


def test_of_more_prose_than_rules_look_through_they_look_through_the_first(shipped: Standard) -> None:
    document, profile = HONEST.read_text("utf-8"), profiles.load("submission")
    texts = "".join(f"<paragraph>{text}</paragraph>" for text in ("有××件。", "公" * PROSE, "有××份。"))
    long = document.replace("</paragraph>", f"</paragraph>{texts}", 1)
    found = validate(long.encode(), "long.xml", shipped, profile)
    assert found.verdict is Verdict.UNDETERMINED
    said = {each.code: each.diagnostic.params for each in found.findings if each.code != "TEXT-TEMPLATE"}
    assert said["SYS-LIMIT"] == {"limit": "prose", "maximum": PROSE, "found": said["SYS-LIMIT"]["found"]}
    assert [each.diagnostic.params["sample"] for each in found.findings if each.code == "TEXT-TEMPLATE"] == ["××件"]
    raised = validate(long.encode(), "long.xml", shipped, profile, limits=Limits(prose=2 * PROSE))
    assert "SYS-LIMIT" not in raised.codes
    assert [each.diagnostic.params["sample"] for each in raised.findings if each.code == "TEXT-TEMPLATE"] == ["××件", "××份"]
