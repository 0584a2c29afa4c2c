"""The service: the way in, what stands before every route, failures in words."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from govreport.standard import Standard
from govreport.texts import read
from govreport.web import limiting, texts
from govreport.web.application import application
from govreport.web.problems import Problem
from tests.services import PASSWORD, Served, county, settled, token

WEB = Path(texts.__file__).parent


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory, shipped: Standard) -> Iterator[Served]:
    with county(tmp_path_factory.mktemp("service") / "archive", shipped) as found:
        yield found


def test_log_in_and_out(service: Served) -> None:
    with closing(service.browser("reviewer")) as client:
        page = client.get("/")
        assert "reviewer" in page.text
        assert client.post("/logout", data={"csrf": token(client, "/")}).status_code == 303
        assert "reviewer" not in client.get("/").text


def test_wrong_log_ins_all_get_one_answer(service: Served) -> None:
    said = set()
    for name, password in (("reader", "wrong"), ("nobody", PASSWORD), ("nobody", "")):
        with service.client() as client:
            answer = client.post("/login", data={"csrf": token(client, "/login"), "name": name, "password": password})
        assert answer.status_code == 401
        said.add(re.sub(r'value="[^"]*"', "", answer.text))
    assert len(said) == 1


def test_a_proxy_that_names_another_host_shuts_nobody_out(service: Served) -> None:
    """What a browser says of its page counts; the host, which a proxy may have put another one for, is looked at only where it says nothing."""
    ours, others = {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "cross-site"}
    for more, status in ((ours, 303), (others, 403), ({}, 403)):
        with service.client() as client:
            sent = {"csrf": token(client, "/login"), "name": "reader", "password": PASSWORD}
            answer = client.post("/login", data=sent, headers={"Origin": "https://nianbao.example.gov.cn", **more})
        assert answer.status_code == status, more


def test_headers_stand_on_every_answer(service: Served) -> None:
    with service.client() as client:
        for path in ("/", "/login", "/nothing", "/api/v1/health", "/api/v1/nothing", "/static/style.css"):
            answer = client.get(path)
            policy = answer.headers["content-security-policy"]
            assert "'unsafe" not in policy and "default-src 'none'" in policy
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert answer.headers["x-request-id"]


def test_what_was_typed_is_shown_and_does_nothing(service: Served) -> None:
    hostile = '"><script>alert(1)</script>'
    with service.client() as client:
        page = client.post("/login", data={"csrf": token(client, "/login"), "name": hostile, "password": "x", "next": "//evil.example/"})
        assert "<script>alert" not in page.text and "&lt;script&gt;" in page.text
        assert 'name="next" value="/"' in page.text
        assert "<script>alert" not in client.get("/api/v1/organs", params={"after": hostile}).text


def test_what_a_page_of_ours_sent_too_late_is_held_and_nothing_else(service: Served) -> None:
    sent = {"csrf": "old", "text": '"><b>typed', "more": "x"}
    with service.client() as client:
        for path, data, headers, status, held in (
            ("/desk/drafts/a/form", sent, {"Origin": service.url}, 403, True),
            ("/desk/drafts/a/form", {**sent, "csrf": token(client, "/login")}, {"Sec-Fetch-Site": "same-origin"}, 401, True),
            ("/desk/drafts/a/form", {**sent, "text": "\u9898" * 100_000, "more": "\u9898" * 15_000}, {"Origin": service.url}, 403, False),
            ("/desk/drafts/a/form", sent, {"Origin": "https://evil.example"}, 403, False),
            ("/desk/drafts/a/form", sent, {"Sec-Fetch-Site": "cross-site"}, 403, False),
            ("/desk/drafts/a/form", sent, {}, 403, False),
            ("/password", {"csrf": token(client, "/login"), "old": "typed"}, {"Origin": service.url}, 401, False),
        ):
            answer = client.post(path, data=data, headers=headers)
            assert (answer.status_code, "typed" in answer.text) == (status, held), (path, headers)
            assert "<b>" not in answer.text
        for held in ("[1]", "[[1, 2]]", "[" * 100_000, '{"a": 1}', '[["a", null]]'):
            asked = {"csrf": token(client, "/login"), "name": "reader", "password": PASSWORD, "next": "/desk/x", "held": held}
            assert client.post("/login", data=asked).status_code == 303


def test_a_rate_is_counted_over_a_window_that_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1000.0]
    monkeypatch.setattr("govreport.web.limiting.time.time", lambda: now[0])
    windows = limiting.Windows()
    limiter = limiting.Limiter(settled(rate="3/minute"))
    for seconds, again in ((0, None), (20, None), (10, None), (10, 20), (19, 1), (1.5, None), (18, 2), (2, None), (200, None)):
        now[0] += seconds
        try:
            limiter.request("somebody")
            waits = None
        except Problem as error:
            waits = int(error.headers["Retry-After"]) if error.headers else 0
        assert waits == again, seconds
        limiter.request(f"another {seconds}")
    assert windows.acquire_entry("a", 2, 60) and windows.acquire_entry("b", 2, 60, 2) and not windows.acquire_entry("b", 2, 60)
    now[0] += 61
    assert windows.acquire_entry("c", 2, 60) and set(windows._asked) == {"c"}
    assert windows.get_moving_window("d", 2, 60) == (now[0], 0)


def test_a_failure_of_ours_is_told_with_all_headers() -> None:
    app = application(settled())

    def broken() -> None:
        raise ZeroDivisionError

    app.add_api_route("/api/v1/broken", broken)

    async def asked() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
            return await client.get("/api/v1/broken")

    answer = asyncio.run(asked())
    assert (answer.status_code, answer.json()["reason"]) == (500, "failed")
    assert answer.headers["x-request-id"] in answer.json()["instance"] and answer.headers["content-security-policy"]


def test_no_template_has_script_or_style_inside() -> None:
    for path in (WEB / "templates").rglob("*.html"):
        text = path.read_text("utf-8")
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\s(?:src=|type=\"application/json\"))|javascript:|\|\s*safe", text), path.name
        assert not re.search(r"https?://", text), path.name
        assert all("csrf" in form for form in re.findall(r'<form[^>]*method="post".*?</form>', text, re.S)), path.name


def test_texts_are_in_both_languages_and_all_used() -> None:
    own = read(texts.TEXTS)
    assert all(set(each) == set(texts.LANGUAGES) and all(map(str.strip, each.values())) for each in own.values())
    assert all(set(re.findall(r"\{(\w+)\}", each["zh"])) == set(re.findall(r"\{(\w+)\}", each["en"])) for each in own.values())
    files = [path for suffix in ("*.py", "*.html") for path in WEB.rglob(suffix)]
    source = "\n".join(path.read_text("utf-8") for path in files)
    named = set(re.findall(r"\bsay\(\s*[\"']([^\"'{}]+)[\"']", source))
    assert not [key for key in named if not key.endswith(".") and key not in texts.entries()]
    assert not [key for key in own if key not in source and not key.startswith(("problem.", "invalid."))]
