"""Logging in over the web, and accounts that a reviewer makes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from govreport.standard import Standard
from tests.services import PASSWORD, Served, county, settled, token


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory, shipped: Standard) -> Iterator[Served]:
    with county(tmp_path_factory.mktemp("service") / "archive", shipped, settings=settled(login_rate="10/minute")) as found:
        yield found


def test_a_reviewer_makes_an_account_which_changes_its_password_first(service: Served) -> None:
    with service.client("reviewer") as office:
        made = office.post("/api/v1/accounts", json={"name": "新办事", "roles": ["submitter"], "organ": "qingshi"})
        assert made.status_code == 201 and made.headers["cache-control"] == "no-store"
        for role, organ in (("archivist", "qingshi"), ("reviewer", "linjiang"), ("reader", "sheng-jiaoyu")):
            assert office.post("/api/v1/accounts", json={"name": "x", "roles": [role], "organ": organ}).status_code == 403
        assert office.patch("/api/v1/accounts/reviewer", json={"roles": ["reviewer", "submitter"]}).status_code == 403
        assert office.patch("/api/v1/accounts/新办事", json={"organ": "sheng-jiaoyu"}).status_code == 403
    first = made.json()["password"]
    with closing(service.browser("新办事", first)) as client:
        held = {"X-CSRF-Token": token(client, "/password")}
        assert client.get("/api/v1/accounts").json()["reason"] == "password-first"
        assert client.get("/desk").headers["location"] == "/password"
        assert 'value="新办事" autocomplete="username"' in client.get("/password").text, "so that what keeps passwords knows whose it is"
        assert client.post("/api/v1/password", json={"old": first, "new": "green-horse-99"}).status_code == 403
        assert client.post("/api/v1/password", json={"old": first, "new": "green-horse-99"}, headers=held).status_code == 204
        assert [each["name"] for each in client.get("/api/v1/accounts").json()["items"]] == ["新办事"]
        for forged in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"X-CSRF-Token": "0" * 64}):
            assert client.delete("/api/v1/session", headers={**held, **forged}).status_code == 403
        assert client.delete("/api/v1/session", headers=held).status_code == 204
        assert client.get("/api/v1/session").status_code == 401
    with service.client("audit") as auditor:
        seen = [(each["account"], each["action"]) for each in auditor.get("/api/v1/accesses").json()]
        assert ("reviewer", "add") in seen and ("新办事", "log-out") in seen
        assert any(each["action"] == "person" and each["actor"] == "reviewer" for each in auditor.get("/api/v1/audit").json())


def test_log_ins_from_one_address_are_counted(service: Served) -> None:
    with service.client() as client:
        statuses = [client.post("/api/v1/session", json={"name": f"n{each}", "password": "x"}).status_code for each in range(14)]
    assert statuses[0] == 401 and statuses[-1] == 429


def test_plain_http_logs_in_only_where_the_settings_let_it(tmp_path: Path, shipped: Standard) -> None:
    with county(tmp_path / "archive", shipped, settings=settled(plain_login=False)) as found, found.client() as client:
        page = client.get("/login", headers={"Accept-Language": "en"})
        assert "not encrypted" in page.text
        answer = client.post("/login", data={"csrf": token(client, "/login"), "name": "reader", "password": PASSWORD})
        assert answer.status_code == 403 and "session" not in client.cookies
        assert client.post("/api/v1/session", json={"name": "reader", "password": PASSWORD}).json()["reason"] == "plain-login"
