"""The API as programs use it: handing in, preconditions, formats, pages of lists, limits, and a walk over all that OpenAPI describes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from govreport import readers
from govreport.standard import Standard
from tests.archives import YEAR, document
from tests.services import Served, county, settled

ID = f"qingshi.{YEAR}.government"
CONTENT = f"/api/v1/reports/{ID}/content"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory, shipped: Standard) -> Iterator[Served]:
    with county(tmp_path_factory.mktemp("service") / "archive", shipped) as found:
        yield found


@pytest.fixture(scope="module")
def clerk(service: Served) -> Iterator[httpx.Client]:
    with service.client("submitter") as client:
        client.put(CONTENT, content=document(), headers={"Idempotency-Key": "first"}).raise_for_status()
        yield client


@pytest.fixture(scope="module")
def office(service: Served) -> Iterator[httpx.Client]:
    with service.client("reviewer") as client:
        yield client


def test_head_says_what_get_says_and_nothing_more(service: Served, clerk: httpx.Client) -> None:
    for path in ("/api/v1/reports", f"/api/v1/reports/{ID}", CONTENT, "/api/v1/formats", "/login", "/static/style.css", "/api/v1/reports/no.2023.organ"):
        whole, head = clerk.get(path), clerk.head(path)
        assert (head.status_code, head.content) == (whole.status_code, b"") and whole.content, path
        assert {name: head.headers.get(name) for name in ("content-type", "content-length", "etag")} == {
            name: whole.headers.get(name) for name in ("content-type", "content-length", "etag")
        }
    assert clerk.head("/api/v1/validate").status_code == 405
    with service.client() as anybody:
        assert anybody.head("/desk").status_code == 303


def stored(service: Served) -> int:
    return sum(1 for each in service.archive.store.list("") if each.key)


def test_a_report_goes_its_way_and_every_format_of_it_reads_back(service: Served, clerk: httpx.Client, office: httpx.Client, shipped: Standard) -> None:
    id = "qingshi.2024.government"
    receipt = clerk.put(f"/api/v1/reports/{id}/content", content=document(year=2024), params={"name": "../../年报<b>.xml"})
    assert (receipt.status_code, receipt.json()["state"], receipt.headers["location"]) == (201, "draft", f"/api/v1/reports/{id}?version=1")
    assert clerk.post(f"/api/v1/reports/{id}/actions", json={"action": "submit"}).json()["state"] == "submitted"
    returned = office.post(f"/api/v1/reports/{id}/actions", json={"action": "return", "reason": "再核对"})
    assert (returned.json()["state"], returned.json()["remark"]) == ("returned", "再核对")
    for client, action in ((clerk, "submit"), (office, "accept"), (office, "publish")):
        assert client.post(f"/api/v1/reports/{id}/actions", json={"action": action}).status_code == 200
    assert not [path for path in service.archive.folder.rglob("*") if "年报" in path.name]
    with service.client() as anybody:
        shown = {}
        for media_type, format in (("application/xml", "xml"), ("application/json", "json"), ("text/plain", "text"), ("text/html", "html")):
            answer = anybody.get(f"/api/v1/reports/{id}/content", headers={"Accept": media_type})
            assert answer.headers["content-type"].startswith(media_type)
            shown[format] = readers.read(answer.content, f"a.{format}", shipped, format).report
        assert all(report == shown["xml"] for report in shown.values())
        assert anybody.get(f"/api/v1/reports/{id}/content", params={"format": "csv"}).text.startswith("table,")
        assert anybody.get(f"/api/v1/reports/{id}/content", params={"format": "pdf"}).content.startswith(b"%PDF")
        assert anybody.get(f"/api/v1/reports/{id}/content", headers={"Accept": "image/png"}).status_code == 406
        page = anybody.get(f"/api/v1/reports/{id}/content", params={"format": "html"})
        assert "sandbox" in page.headers["content-security-policy"]


def test_the_same_deposit_gets_the_same_receipt(clerk: httpx.Client) -> None:
    first = clerk.get(f"/api/v1/reports/{ID}/receipt", params={"version": 1}).json()
    again = clerk.put(CONTENT, content=document(), headers={"Idempotency-Key": "first"})
    assert (again.status_code, again.json()) == (200, first)
    other = clerk.put(CONTENT, content=document(5), headers={"Idempotency-Key": "first"})
    assert (other.status_code, other.json()["reason"]) == (409, "key-taken") and "first" in other.json()["detail"] and ":first" not in other.json()["detail"]


def test_nobody_corrects_what_was_not_seen(clerk: httpx.Client) -> None:
    seen = clerk.get(f"/api/v1/reports/{ID}").headers["etag"]
    assert clerk.put(CONTENT, content=document(1), headers={"If-None-Match": "*"}).status_code == 412
    assert clerk.put(CONTENT, content=document(1), headers={"If-Match": '"0"'}).status_code == 412
    assert clerk.put(CONTENT, content=document(1), headers={"If-Match": seen}, params={"reason": "更正"}).status_code == 201
    assert clerk.put(CONTENT, content=document(2), headers={"If-Match": seen}, params={"reason": "更正"}).status_code == 412
    first = {"If-None-Match": "*", "Idempotency-Key": "once"}
    asked = ("/api/v1/reports/qingshi.2021.government/content", document(year=2021))
    made, again = (clerk.put(asked[0], content=asked[1], headers=first) for _ in range(2))
    assert (made.status_code, again.status_code) == (201, 200) and made.json() == again.json()


def test_what_is_asked_of_a_deposit_is_looked_at_before_the_report(service: Served) -> None:
    key = service.here.keys.make("submitter", "short", None, "submitter", "-")[1]
    with service.client() as client:
        client.headers["Authorization"] = f"Bearer {key}"
        asked = {"params": {"reason": "x" * 2001, "format": "y" * 21}, "headers": {"Idempotency-Key": "a b"}, "content": document()}
        answer = client.put(CONTENT, **asked)  # type: ignore[arg-type]
        assert (answer.status_code, answer.json()["reason"]) == (422, "invalid")
        assert {each["at"] for each in answer.json()["errors"]} == {"header.Idempotency-Key", "query.reason", "query.format"}
        # a key that was good is good no more at once, though its bodies may have been read
        service.here.keys.end("submitter", key.split("_")[1], "submitter", "-")
        assert client.put(CONTENT, content=document()).status_code == 401
        assert client.put(CONTENT, content=document()).status_code == 401


def test_a_report_of_another_year_is_not_kept(service: Served, clerk: httpx.Client) -> None:
    before = stored(service)
    answer = clerk.put("/api/v1/reports/qingshi.2022.government/content", content=document(year=2021))
    assert (answer.status_code, answer.json()["reason"]) == (422, "place")
    assert stored(service) == before


def test_etags_and_languages(clerk: httpx.Client) -> None:
    for path in (f"/api/v1/reports/{ID}", f"{CONTENT}?format=pdf", "/api/v1/organs", "/api/v1/schema/report.xsd", f"/api/v1/reports/{ID}/findings"):
        first = clerk.get(path)
        again = clerk.get(path, headers={"If-None-Match": f'"x", W/{first.headers["etag"]}'})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    said = {lang: clerk.get("/api/v1/nothing", headers={"Accept-Language": lang}) for lang in ("zh-CN,zh;q=0.9", "en-US", "fr")}
    assert [each.headers["content-language"] for each in said.values()] == ["zh", "en", "zh"]
    told = [clerk.get(f"/api/v1/reports/{ID}/findings", headers={"Accept-Language": lang}) for lang in ("zh", "en")]
    assert [each.headers["content-language"] for each in told] == ["zh", "en"]
    assert told[0].headers["etag"] != told[1].headers["etag"]
    stages = [[each["reason"] for each in answer.json()["stages"]] for answer in told]
    assert stages[0] != stages[1]
    assert clerk.get("/", headers={"X-Request-ID": "abc-1"}).headers["x-request-id"] == "abc-1"
    assert clerk.get("/", headers={"X-Request-ID": "a b"}).headers["x-request-id"] != "a b"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_wrong_with_a_request_is_told_in_its_language(lang: str, clerk: httpx.Client) -> None:
    place, said = f"/api/v1/reports/{ID}/actions", {"Accept-Language": lang}
    bodies = ({}, {"action": "fly"}, {"action": "submit", "more": 1}, [], {"action": "return", "reason": 3})
    answers = [clerk.post(place, json=body, headers=said) for body in bodies]
    answers += [clerk.post(place, content=b"{", headers={**said, "Content-Type": "application/json"})]
    answers += [clerk.get(f"/api/v1/reports?{query}", headers=said) for query in ("limit=0", "limit=x", "limit=99999")]
    for answer in answers:
        assert answer.status_code == 422
        assert all(("\u4e00" <= each["detail"][0] <= "\u9fff") == (lang == "zh") for each in answer.json()["errors"]), answer.text


def test_lists_come_in_pages(service: Served, clerk: httpx.Client) -> None:
    whole = clerk.get("/api/v1/organs").json()["items"]
    found, address = [], "/api/v1/organs?limit=2"
    while address:
        page = clerk.get(address).json()
        found += page["items"]
        address = page.get("next")
    assert found == whole and len(whole) == 4
    assert clerk.get("/api/v1/reports", params={"limit": 0}).status_code == 422


def test_judging_keeps_nothing(service: Served) -> None:
    before = stored(service)
    with service.client() as anybody:
        sound = anybody.post("/api/v1/validate", content=document()).json()
        wrong = anybody.post("/api/v1/validate", content=document(wrong=True), headers={"Accept-Language": "en"}).json()
    assert (sound["verdict"], wrong["verdict"]) == ("accepted", "rejected")
    assert any(each["severity"] == "error" for each in wrong["diagnostics"])
    assert stored(service) == before


def pieces(size: int) -> Iterator[bytes]:
    yield from (b"x" * 1024 for _ in range(size // 1024))


def test_what_curl_calls_a_form_is_a_report_where_a_key_came_with_it(service: Served, clerk: httpx.Client) -> None:
    form, parts = ({"Content-Type": kind} for kind in ("application/x-www-form-urlencoded", "multipart/form-data; boundary=x"))
    again = clerk.put(CONTENT, content=document(), headers={**form, "Idempotency-Key": "first"})
    assert (again.status_code, again.json()["id"]) == (200, ID)
    assert clerk.put(CONTENT, content=document(), headers=parts).json()["reason"] == "form"
    with service.client() as anybody:
        assert anybody.post("/api/v1/validate", content=document(), headers=form).status_code in (403, 415)


def test_too_much_is_refused_however_it_comes(tmp_path: Path, shipped: Standard) -> None:
    with county(tmp_path / "archive", shipped, settings=settled(upload_limit=65_536, rate="40/minute", public=False)) as found:
        with found.client("submitter") as client:
            for body in (b"x" * 70_000, pieces(70_000)):
                answer = client.put(CONTENT, content=body)
                assert (answer.status_code, answer.headers["content-type"]) == (413, "application/problem+json")
            form = {"Content-Type": "application/x-www-form-urlencoded"}
            assert client.post("/api/v1/session", content=pieces(70_000), headers={"Content-Type": "application/json"}).status_code == 413
            assert client.post("/login", content=pieces(70_000), headers=form).status_code == 413
            assert client.put(CONTENT, content=pieces(60_000)).status_code == 201
            statuses = [client.get("/api/v1/formats").status_code for _ in range(50)]
            assert statuses[0] == 200 and statuses[-1] == 429
            assert int(client.get("/api/v1/formats").headers["retry-after"]) <= 60
        with found.client() as anybody:
            assert anybody.get("/api/v1/organs").status_code == anybody.post("/api/v1/validate", content=b"x").status_code == 401
            assert anybody.get("/api/v1/reports").json()["items"] == []


def test_openapi_has_examples_and_names_every_failure(service: Served) -> None:
    with service.client() as anybody:
        described = anybody.get("/api/v1/openapi.json").json()
    for path, operations in described["paths"].items():
        for operation in operations.values():
            assert operation["summary"] and operation["description"], path
            for status, answer in operation["responses"].items():
                if status >= "400":
                    assert list(answer["content"]) == ["application/problem+json"], (path, status)
    assert "example" in json.dumps(described["components"]["schemas"]["Record"])
