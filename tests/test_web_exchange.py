"""Reports sent by the command line: over the network, and as packages in a folder."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from govreport.cli.main import main
from govreport.standard import Standard
from govreport.web.exchange.client import TRIES, Client, slug, wished
from govreport.web.exchange.package import PackageError, pack, unpack
from tests.archives import document
from tests.services import Served, county, settled

Run = Callable[..., tuple[int, list[dict[str, object]], str]]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory, shipped: Standard) -> Iterator[Served]:
    with county(tmp_path_factory.mktemp("service") / "archive", shipped, settings=settled(rate="4/second")) as found:
        yield found


@pytest.fixture
def run(service: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GOVREPORT_LANG", "en")
    monkeypatch.setenv("GOVREPORT_KEY", service.keys["submitter"])

    def command(*arguments: str) -> tuple[int, list[dict[str, object]], str]:
        code = main([*arguments, "--json"])
        said = capsys.readouterr()
        return code, [json.loads(line) for line in said.out.splitlines()], said.err

    return command


def test_a_folder_is_sent_with_patience_and_what_has_a_receipt_is_not_sent_again(service: Served, run: Run, tmp_path: Path) -> None:
    for year in (2021, 2022):
        (tmp_path / "all").mkdir(exist_ok=True)
        (tmp_path / "all" / f"{year}.xml").write_bytes(document(year, year=year))
    code, lines, error = run("submit", "all", "--to", service.url)
    assert (code, [each["status"] for each in lines], [each["state"] for each in lines]) == (0, ["sent"] * 2, ["submitted"] * 2), error
    (tmp_path / "all" / "wrong.xml").write_bytes(document(3, year=2023, wrong=True))
    code, lines, _ = run("submit", "all", "--to", service.url)
    assert (code, [each["status"] for each in lines]) == (1, ["kept", "kept", "sent"])
    assert lines[-1]["receipt"]["state"] == "refused" and "differ" in str(lines[-1]["findings"])
    assert len(list((tmp_path / "receipts").iterdir())) == 3


def test_what_is_wrong_is_said(service: Served, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.xml").write_bytes(document())
    assert run("submit", "a.xml", "--to", service.url, "--organ", "jiaoyu")[0] == 1
    assert run("submit", "b.xml", "--to", service.url)[0] == 2
    monkeypatch.setenv("GOVREPORT_KEY", "govreport_0_x")
    code, (line,), _ = run("submit", "a.xml", "--to", service.url)
    assert (code, line["problem"]) == (1, "key")
    monkeypatch.delenv("GOVREPORT_KEY")
    assert run("submit", "a.xml", "--to", service.url)[0] == 2
    (tmp_path / "key").write_text("secret\n")
    code, _, error = run("submit", "a.xml", "--to", service.url, "--key-file", "key")
    assert code == 2 and "what key holds is no API key" in error
    code, _, error = run("exchange", "mistyped", "--archive", str(service.archive.folder))
    assert code == 2 and "mistyped" in error and not (tmp_path / "mistyped").exists()


def test_who_does_not_answer_is_asked_again_and_then_no_more(tmp_path: Path) -> None:
    waits: list[float] = []
    client = Client("http://127.0.0.1:9", "govreport_0_x", "zh", sleep=waits.append)
    with pytest.raises(httpx.TransportError):
        client.send(tmp_path, wished("a.xml", b"x"), b"x")
    client.close()
    assert len(waits) == TRIES - 1 and not list(tmp_path.iterdir())


def test_packages_in_receipts_out(service: Served, run: Run, tmp_path: Path) -> None:
    archive = str(service.archive.folder)
    (tmp_path / "年报 2024.xml").write_bytes(document(4, year=2024))
    sent = ("submit", "年报 2024.xml", "--to", "carried")
    code, (line,), _ = run(*sent)
    assert (code, line["status"]) == (3, "packed")
    assert run(*sent)[0] == 3
    code, (taken,), error = run("exchange", "carried", "--archive", archive)
    assert (code, taken["state"]) == (0, "submitted"), error
    code, (line,), _ = run(*sent)
    assert (code, line["status"], line["receipt"]) == (0, "sent", taken["receipt"])
    assert run(*sent)[1][0]["status"] == "kept"
    # stopped before the package was moved: it is taken again, and comes to the same receipt
    package = next((tmp_path / "carried" / "done").iterdir())
    package.rename(tmp_path / "carried" / "in" / package.name)
    assert run("exchange", "carried", "--archive", archive)[1][0]["receipt"] == taken["receipt"]


def test_packages_that_nobody_signed_are_refused(service: Served, run: Run, tmp_path: Path) -> None:
    archive, data = str(service.archive.folder), document(5, year=2025)
    folder = tmp_path / "carried" / "in"
    folder.mkdir(parents=True)
    key = service.keys["submitter"]
    good = pack(wished("a.xml", data), data, key)
    other = pack(wished("a.xml", data, organ="jiaoyu"), data, key)
    forged = pack(wished("a.xml", data), data, key[:-1] + ("A" if key[-1] != "A" else "B"))
    spoilt = good[:200] + bytes(20) + good[220:]
    for name, content in (("forged", forged), ("other", other), ("spoilt", spoilt), ("text", b"no zip")):
        (folder / f"{name}.package").write_bytes(content)
    code, lines, _ = run("exchange", "carried", "--archive", archive)
    assert code == 1
    assert {each["package"]: each["problem"] for each in lines} == {
        "forged.package": "key",
        "other.package": "not-yours",
        "spoilt.package": "package",
        "text.package": "package",
    }
    with pytest.raises(PackageError):
        unpack(good, 100)
    assert unpack(good, 100_000).data == data


def test_the_same_document_for_another_place_is_another_wish() -> None:
    plain, same, *others = (wished("a.xml", b"x", **more) for more in ({}, {"submit": False}, {"organ": "a"}, {"organ": "b"}, {"year": 2023}, {"reason": "a"}))
    assert plain.identity == same.identity == plain.sha256
    assert len({slug(each) for each in (plain, *others)}) == 1 + len(others)


def test_any_broken_package_is_told() -> None:
    data = document()
    good = pack(wished("a.xml", data), data, "govreport_0_x")
    for place in range(0, len(good), 37):
        for spoilt in (good[:place], good[:place] + bytes([good[place] ^ 0xFF]) + good[place + 1 :]):
            try:
                found = unpack(spoilt, 1_000_000)
            except PackageError:
                continue
            assert found.data == data
