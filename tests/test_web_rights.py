"""Every route asked by every role, about its own organ's reports and another's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import httpx
import pytest
from fastapi.routing import APIRoute

from govreport.archive import Archive, Filter, Request
from govreport.standard import Standard
from govreport.web.accounts.account import Account
from govreport.web.application import routers
from govreport.web.rights import Rights
from govreport.web.service import opened
from tests.archives import ARCHIVIST, CLERK, REVIEWER, document
from tests.matrix import ACCEPTED, CASES, DRAFT, EVERYBODY, NOBODY, PUBLISHED, WITHDRAWN, Case
from tests.services import STAFF, Served, county, settled


def report(archive: Archive, year: int, *actions: str) -> None:
    receipt = archive.deposit(Request(document(year, year=year), "report.xml"), CLERK)
    assert receipt.accepted and receipt.id == f"qingshi.{year}.government"
    for action in actions:
        archive.act(action, receipt.id, CLERK if action == "submit" else REVIEWER, reason="as the test asks")


def reports(archive: Archive) -> None:
    """Hand in the reports that the cases are about."""
    report(archive, 2021, "submit", "accept", "publish", "withdraw")
    report(archive, 2022, "submit", "accept")
    report(archive, 2023, "submit", "accept", "publish")
    report(archive, 2024)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory, shipped: Standard) -> Iterator[Served]:
    with county(tmp_path_factory.mktemp("service") / "archive", shipped) as found:
        reports(found.archive)
        found.here.accounts.add(Account("spare", ("submitter",), "qingshi"), ARCHIVIST)
        yield found


@pytest.fixture(scope="module")
def clients(service: Served) -> Iterator[dict[str, httpx.Client]]:
    found = {name: service.client(None if name == NOBODY else name) for name in EVERYBODY}
    yield found
    for client in found.values():
        client.close()


def test_every_route_is_in_the_matrix() -> None:
    known = {(case.method, case.route) for case in CASES}
    routes = {(method, route.path) for router in routers() for route in router.routes if isinstance(route, APIRoute) for method in route.methods}
    assert not routes - known
    assert not known - routes


def names(case: Case) -> str:
    return f"{case.method} {case.address} {case.json or case.query or ''}"


@pytest.mark.parametrize("case", CASES, ids=names)
def test_every_role_gets_what_is_its_own(clients: dict[str, httpx.Client], case: Case) -> None:
    found = {}
    for name, client in clients.items():
        answer = client.request(case.method, case.address, params=case.query, json=case.json, content=case.content, data=case.form)
        found[name] = answer.status_code
        if answer.status_code >= 400 and case.address.startswith("/api/"):
            assert answer.headers["content-type"] == "application/problem+json"
    assert found == {name: case.status(name) for name in EVERYBODY}


def test_lists_hold_what_may_be_seen_and_nothing_else(clients: dict[str, httpx.Client]) -> None:
    draft, accepted = DRAFT, ACCEPTED
    shown = {}
    for name, client in clients.items():
        shown[name] = {each["id"] for each in client.get("/api/v1/reports").json()["items"]}
        assert ("deposited_by" in client.get(f"/api/v1/reports/{PUBLISHED}").json()) == (name in ("submitter", "reviewer", "archivist"))
    assert all((draft in ids) == (name in ("submitter", "reviewer", "archivist")) for name, ids in shown.items())
    assert all((accepted in ids) == (name in ("submitter", "reviewer", "archivist", "reader")) for name, ids in shown.items())


def test_search_finds_what_may_be_seen_and_nothing_else(clients: dict[str, httpx.Client]) -> None:
    for name, client in clients.items():
        shown = {each["report"]["id"] for each in client.get("/api/v1/search", params={"q": "政府"}).json()["items"]}
        listed = {each["id"] for each in client.get("/api/v1/reports", params={"state": ["draft", "accepted", "published", "withdrawn"]}).json()["items"]}
        assert PUBLISHED in shown <= listed, name
        by_code = client.get("/api/v1/search", params={"code": "T3-ROW"})
        assert by_code.status_code == 200
        assert ({DRAFT, WITHDRAWN} & shown == {DRAFT, WITHDRAWN}) == bool({DRAFT, WITHDRAWN} & shown) == (name in ("submitter", "reviewer", "archivist"))


def test_two_persons_by_the_service_too(service: Served) -> None:
    """One account that submits and reviews cannot agree with itself, by key or by page."""
    both = Account("both", ("submitter", "reviewer"), "qingshi")
    service.here.accounts.add(both, ARCHIVIST, "correct-horse-7")
    key = service.here.keys.make("both", "", None, "both", "-")[1]
    with service.client() as client:
        client.headers["Authorization"] = f"Bearer {key}"
        made = client.put("/api/v1/reports/qingshi.2025.government/content", content=document(9, year=2025))
        assert made.status_code == 201, made.text
        id = made.json()["id"]
        assert client.post(f"/api/v1/reports/{id}/actions", json={"action": "submit"}).status_code == 200
        refused = client.post(f"/api/v1/reports/{id}/actions", json={"action": "accept"})
        assert (refused.status_code, refused.json()["reason"]) == (403, "two-persons")
    with closing(service.browser("both")) as client:
        assert client.get(f"/api/v1/reports/{id}").json()["state"] == "submitted"


def test_a_destruction_takes_two_who_have_to_do_with_all_that_goes(service: Served) -> None:
    """Nobody carries out what only they asked for, and a copy that another organ has is not destroyed by those who keep the first."""
    id, order = "qingshi.2012.government", {"version": 1, "reason": "含个人信息", "basis": "个人信息保护法第四十七条"}
    data, here = document(12, year=2012), service.here
    service.archive.deposit(Request(data, "a.xml", "qingshi"), CLERK)
    here.accounts.add(Account("keeper", ("archivist",), "qingshi"), ARCHIVIST, "correct-horse-7")
    key = here.keys.make("keeper", "", None, "keeper", "-")[1]
    with service.client("reviewer") as office, service.client("archivist") as keeper, service.client() as narrow:
        narrow.headers["Authorization"] = f"Bearer {key}"
        address = f"/api/v1/reports/{id}/redaction"
        assert office.post(address, json={"version": 1}).json()["reason"] == "redact-reason"
        assert office.post(address, json=order, headers={"If-Match": '"other"'}).status_code == 412
        asked = office.post(address, json=order)
        assert (asked.status_code, asked.json()) == (200, {"id": id, "version": 1, "state": "proposed", "gone": []})
        assert office.post(address, json=order).status_code == 403  # a reviewer asks, and carries nothing out
        copy = service.archive.deposit(Request(data, "b.xml", "jiaoyu"), CLERK)
        assert narrow.post(address, json=order).status_code == 403
        assert office.get(f"/api/v1/reports/{id}/content").status_code == 200
        done = keeper.post(address, json={"version": 1})
        assert done.json() == {"id": id, "version": 1, "state": "redacted", "gone": [f"{copy.id}@{copy.version}", f"{id}@1"]}
        assert keeper.get(f"/api/v1/reports/{id}/content").status_code == 410
        second = "qingshi.2011.government"
        service.archive.deposit(Request(document(11, year=2011), "c.xml", "qingshi"), CLERK)
        address = f"/api/v1/reports/{second}/redaction"
        assert narrow.post(address, json=order).json()["state"] == "proposed"
        refused = narrow.post(address, json=order)
        assert (refused.status_code, refused.json()["reason"]) == (403, "two-redact")


def test_the_database_and_a_single_version_agree_on_what_is_seen(archive: Archive) -> None:
    """On both databases, for every role: no version that is listed is hidden, and the other way round."""
    here = opened(settled(), archive)
    reports(archive)
    archive.deposit(Request(b"no report", "a.txt"), CLERK)
    whole = list(archive.versions())
    accounts = [None, Account(CLERK, ("submitter",), "jiaoyu"), *(Account(name, (role,), organ) for name, (role, organ) in STAFF.items())]
    counts = set()
    for account in accounts:
        mine = Rights(here, account)
        for sight in (mine.sight, mine.content_sight, mine.inner_sight):
            listed = {each.subject for each in archive.versions(Filter(sight=sight))}
            assert listed == {each.subject for each in whole if sight.shows(each)}
            counts.add(len(listed))
    assert {0, 1, 2, 3, 4, 5} <= counts
