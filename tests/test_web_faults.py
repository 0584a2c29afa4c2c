"""What a service goes through while it runs: a database that goes and comes back, a disk that is full or cannot be written, a clock set back, a stop."""

from __future__ import annotations

import datetime
import logging
import subprocess
import threading
import time
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from govreport.archive import open_archive
from govreport.archive.fixity import Verification
from govreport.standard import Standard
from tests import mounts, postgres
from tests.archives import document, furnished, problems, published
from tests.services import Served, county, served, settled

ID = "qingshi.2023.government"
WAYS = ("/api/v1/health/ready", "/api/v1/reports", "/login", "/desk")


def put(client: httpx.Client, number: int) -> httpx.Response:
    """Hand in one more version."""
    return client.put(f"/api/v1/reports/{ID}/content", content=document(number), params={"reason": "r"})


def statuses(client: httpx.Client) -> list[int]:
    """Return how ways that need the archive are answered."""
    return [client.get(path).status_code for path in WAYS]


def test_a_database_that_goes_is_told_and_one_that_comes_back_is_used(
    tmp_path: Path, shipped: Standard, postgresql: postgres.Server, caplog: pytest.LogCaptureFixture
) -> None:
    try:
        with county(tmp_path / "archive", shipped, postgresql.url()) as found, found.client("submitter") as client:
            assert put(client, 1).status_code == 201
            postgresql.halt()
            with caplog.at_level(logging.ERROR):
                assert statuses(client) == [503] * len(WAYS)
                answer = put(client, 2)
            assert answer.status_code == 503 and answer.json()["reason"] == "unreachable" and answer.headers["retry-after"]
            for said in (answer.text, client.get("/login").text):
                assert str(postgresql.folder) not in said and "rebuild" not in said, "where the database is, is nobody's business"
            assert any(str(postgresql.folder) in each.getMessage() for each in caplog.records)
            assert not [each for each in caplog.records if each.exc_info], "what is known takes a line, not a traceback"
            assert client.get("/api/v1/health").status_code == 200 and client.get("/static/style.css").status_code == 200
            postgresql.start_again()
            assert statuses(client) == [200] * len(WAYS)
            assert put(client, 2).status_code == 201 and put(client, 1).status_code == 200
            assert not problems(found.archive)
    finally:
        postgresql.start_again()


NOWHERE = (
    *(f"/desk?year={year}" for year in ("-1", "0", "10000", "9" * 30)),
    *(f"/desk/{page}?year={year}&organ=linjiang" for page in ("progress", "progress.xlsx", "totals", "totals.xlsx") for year in ("-1", "0", "10000", "9" * 30)),
    *(f"/desk/versions/{ID}/{number}{part}" for number in ("0", "9223372036854775808", "9" * 30) for part in ("", "/receipt", "/page", "/file/json")),
    f"/desk/review/{ID}/{'9' * 30}",
    "/desk/versions/a%00b/1",
    "/desk/drafts/qingshi.2023.%00/form",
    "/api/v1/accounts/a%00b",
    "/api/v1/search?q=a%00b",
)
"""Addresses that name what can be nowhere: years and versions beyond all numbers, names with a character that no database holds."""


def test_what_can_be_nowhere_is_a_fault_of_who_asks_for_it(tmp_path: Path, shipped: Standard, catalogue: str) -> None:
    """On both databases: one must not say that it is out of order, nor end with a trace, for an address that somebody has made up."""
    with county(tmp_path / "archive", shipped, catalogue) as found:
        for name in ("submitter", "reviewer"):
            with closing(found.browser(name)) as client:
                answers = {path: client.get(path).status_code for path in NOWHERE}
                assert not {path: status for path, status in answers.items() if status >= 500}
        with found.client() as client:
            assert client.post("/api/v1/session", json={"name": "a\0b", "password": "x"}).status_code < 500


def test_a_full_disk_and_one_that_cannot_be_written_are_told_and_nothing_acknowledged_is_lost(tmp_path: Path, shipped: Standard) -> None:
    with mounts.small(tmp_path / "small", "3m", "no full disk can be shown under a service") as place:
        with county(place / "archive", shipped) as found, found.client("submitter") as client:
            answers = []
            while not answers or (answers[-1].status_code == 201 and len(answers) < 500):
                answers.append(put(client, len(answers)))
            told = answers.pop()
            assert told.status_code == 503 and told.json()["reason"] == "full" and str(place) not in told.text
            assert statuses(client) == [200] * len(WAYS), "what is there can be read"
            subprocess.run(["mount", "-o", "remount,size=16m", place], check=True)
            answers.append(put(client, len(answers)))
            assert answers[-1].status_code == 201
        keys = found.keys
        subprocess.run(["mount", "-o", "remount,ro", place], check=True)
        try:
            with (
                open_archive(place / "archive", shipped) as archive,
                served(archive, shipped, settled(publish_every=1), keys) as again,
                again.client("submitter") as client,
            ):
                told = put(client, len(answers))
                assert told.status_code == 503 and told.json()["reason"] == "read-only" and "磁盘" in told.json()["detail"]
                assert client.post(f"/api/v1/reports/{ID}/actions", json={"action": "submit"}).status_code == 503
                assert client.get(f"/api/v1/reports/{ID}").status_code == 200 and statuses(client) == [200] * len(WAYS)
                time.sleep(1.5)
                assert "publishing" in {each.name for each in threading.enumerate()}, "it looks again when the disk can be written"
        finally:
            subprocess.run(["mount", "-o", "remount,rw", place], check=True)
        with open_archive(place / "archive", shipped) as archive:
            for answer in answers:
                assert archive.version(ID, answer.json()["version"]).sha256 == answer.json()["sha256"]
            assert all(problem.harmless for problem in Verification(archive, grace=0).problems())


def test_a_clock_that_is_set_back_is_told_and_one_set_right_goes_on(tmp_path: Path, shipped: Standard) -> None:
    with county(tmp_path / "archive", shipped) as found, found.client("submitter") as client:
        assert put(client, 1).status_code == 201
        ledger = found.archive.ledger
        right = ledger.clock
        ledger.clock = lambda: right() - datetime.timedelta(days=2)
        told = put(client, 2)
        assert told.status_code == 503 and told.json()["reason"] == "clock" and "时间" in told.json()["detail"]
        assert statuses(client) == [200] * len(WAYS)
        ledger.clock = lambda: right() - datetime.timedelta(seconds=1)
        assert put(client, 2).status_code == 201, "a step back that clocks make is bridged"
        ledger.clock = right
        assert put(client, 3).status_code == 201 and not problems(found.archive)


def built(found: Served, within: float = 60) -> str:
    """Return the public page of the report once it is there."""
    with found.client() as client:
        end = time.monotonic() + within
        while (answer := client.get(f"/public/reports/{ID}.html")).status_code != 200:
            assert time.monotonic() < end, "no page was built"
            time.sleep(0.1)
        return answer.text


@pytest.mark.long
def test_a_stop_while_pages_are_built_leaves_none_half_made(tmp_path: Path, shipped: Standard) -> None:
    with furnished(tmp_path / "archive", shipped) as archive:
        assert published(archive).id == ID
        with served(archive, shipped, settled(publish_every=1)):
            time.sleep(2.4)
        with served(archive, shipped, settled(publish_every=1)) as found:
            page = built(found)
            assert page.rstrip().endswith("</html>")
            site = tmp_path / "archive" / "public" / "site"
            assert not [path for path in site.rglob("*") if path.name.endswith(".part")]
