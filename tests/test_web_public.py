"""What the public sees of an archive: the standing versions, tombstones, the standard; as files that caches can trust, kept up with the archive."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from govreport.archive import Archive
from govreport.archive.publication import holdings, last_change, organs
from govreport.archive.redaction import redact
from govreport.site.holding import PUBLISHED, WITHDRAWN, Holding
from govreport.site.wish import Wish
from govreport.standard import Standard
from govreport.web import publishing
from tests import browser
from tests.archives import ARCHIVIST, CLERK, REVIEWER, deposited, document, furnished, published
from tests.services import Served, served, settled

ID = "qingshi.2023.government"


@pytest.fixture
def archive(tmp_path: Path, shipped: Standard) -> Iterator[Archive]:
    """An archive of its own."""
    with furnished(tmp_path / "archive", shipped) as found:
        yield found


def shown(archive: Archive) -> dict[str, Holding]:
    """Return what the public may see, by id."""
    return {each.id: each for each in holdings(archive, organs(archive))}


def test_nothing_is_public_before_it_is_published_and_no_person_ever(archive: Archive) -> None:
    receipt = deposited(archive)
    archive.act("submit", receipt.id, CLERK)
    archive.act("accept", receipt.id, REVIEWER)
    assert shown(archive) == {}
    archive.act("publish", receipt.id, REVIEWER)
    found = shown(archive)[ID]
    assert found.state == PUBLISHED and found.content is not None and found.content().startswith(b"<?xml")
    assert [region.key for region in found.region] == ["linjiang"] and not found.head
    assert not [name for name in (CLERK, REVIEWER, ARCHIVIST) if name in repr(replace(found, content=None))]


def test_a_version_withdrawn_before_it_was_published_is_nobodys_business(archive: Archive) -> None:
    receipt = deposited(archive)
    archive.act("submit", receipt.id, CLERK)
    archive.act("accept", receipt.id, REVIEWER)
    archive.act("withdraw", receipt.id, REVIEWER, reason="错交")
    assert shown(archive) == {}


def test_corrections_withdrawals_and_destructions_are_told_of(archive: Archive) -> None:
    published(archive, 1)
    digests = [shown(archive)[ID].digest]
    published(archive, 2, reason="数字有误")
    found = shown(archive)[ID]
    assert [(each.number, each.state, each.reason) for each in found.versions] == [(1, PUBLISHED, None), (2, PUBLISHED, "数字有误")]
    assert all(each.day for each in found.versions)
    assert [each.number for each in found.earlier] == [1] and found.earlier[0].content().startswith(b"<?xml")
    digests.append(found.digest)
    archive.act("withdraw", ID, REVIEWER, 2, reason="重复")
    found = shown(archive)[ID]
    assert found.state == PUBLISHED and [each.state for each in found.versions] == [PUBLISHED, WITHDRAWN], "the version before stands again"
    assert not found.earlier
    digests.append(found.digest)
    archive.add_person("孙档案", ["archivist"], ARCHIVIST)
    redact(archive, ID, ARCHIVIST, 1, reason="涉及隐私", basis="条例第十五条")
    redact(archive, ID, "孙档案", 1)
    found = shown(archive)[ID]
    assert found.state == WITHDRAWN and found.content is None and found.year == 2023
    assert [each.reason for each in found.versions] == ["涉及隐私", "重复"]
    assert len({*digests, found.digest}) == 4


@pytest.mark.parametrize("again", [False, True], ids=["same", "another"])
def test_that_one_person_did_both_is_said(tmp_path: Path, shipped: Standard, again: bool) -> None:
    with furnished(tmp_path / "archive", shipped):
        pass
    (tmp_path / "archive" / "archive.toml").write_text(
        (tmp_path / "archive" / "archive.toml").read_text("utf-8").replace("two_persons = true", "two_persons = false"), "utf-8"
    )
    from govreport.archive import open_archive

    with open_archive(tmp_path / "archive", shipped) as archive:
        receipt = deposited(archive)
        archive.act("submit", receipt.id, CLERK)
        archive.act("return", receipt.id, CLERK, reason="缺少附件")
        archive.act("submit", receipt.id, REVIEWER if again else CLERK)
        for action in ("accept", "publish"):
            archive.act(action, receipt.id, CLERK)
        notice = shown(archive)[ID].notice
    assert notice and "同一人" in notice and "one person" in notice and CLERK not in notice


def test_only_what_the_public_may_notice_is_a_change(archive: Archive) -> None:
    before = last_change(archive)
    receipt = deposited(archive)
    archive.act("submit", receipt.id, CLERK)
    assert last_change(archive, before) == before
    archive.act("accept", receipt.id, REVIEWER)
    archive.act("publish", receipt.id, REVIEWER)
    assert last_change(archive, before) > before


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory, shipped: Standard) -> Iterator[Served]:
    """A service with a report, a correction and a withdrawn report published."""
    with furnished(tmp_path_factory.mktemp("public") / "archive", shipped) as archive:
        published(archive, 1)
        published(archive, 2, reason="数字有误")
        publishing.publish(str(archive.folder), shipped.root, archive.folder / "public", Wish())
        with served(archive, shipped) as found:
            yield found


def test_pages_and_the_standard_are_served_with_right_validators(service: Served) -> None:
    with service.client() as client:
        pages = ("/public/", f"/public/reports/{ID}.html", "/standard/", "/standard/en/codes.html")
        for path in (*pages, f"/public/reports/{ID}.xml", "/standard/schema/report.xsd"):
            first = client.get(path)
            assert first.status_code == 200, path
            tag, changed = first.headers["etag"], first.headers["last-modified"]
            assert first.headers["cache-control"] == "public, no-cache"
            for headers in ({"If-None-Match": tag}, {"If-None-Match": f'"x", W/{tag}'}, {"If-Modified-Since": changed}):
                again = client.get(path, headers=headers)
                assert again.status_code == 304 and not again.content and again.headers["etag"] == tag
            assert client.get(path, headers={"If-None-Match": '"other"', "If-Modified-Since": changed}).status_code == 200
            head = client.head(path)
            assert head.headers["content-length"] == str(len(first.content)) and not head.content


@pytest.mark.parametrize("path", [f"/public/reports/{ID}.xml", "/standard/conformance-1.0.0.zip"])
def test_downloads_can_be_taken_up_where_they_broke_off(service: Served, path: str) -> None:
    with service.client() as client:
        whole = client.get(path)
        part = client.get(path, headers={"Range": "bytes=100-199"})
        assert part.status_code == 206 and part.content == whole.content[100:200]
        assert part.headers["etag"] == whole.headers["etag"]
        assert client.get(path, headers={"Range": "bytes=100-199", "If-Range": '"other"'}).content == whole.content
        assert client.get(path, headers={"Range": f"bytes={len(whole.content)}-"}).status_code == 416


def test_nothing_hidden_and_nothing_outside_is_served(service: Served) -> None:
    (service.archive.folder / "public" / "site" / "link.html").symlink_to(service.archive.folder / "archive.toml")
    hidden = (".govreport/site.sqlite", "../publisher.lock", "%2e%2e/%2e%2e/archive.toml", "..%2f..%2farchive.toml", "%5c..", "a%00b", "link.html", "none.html")
    with service.client() as client:
        for path in hidden:
            answer = client.get(f"/public/{path}")
            assert answer.status_code in (404, 400), path
        assert client.get("/public/reports").status_code in (301, 404)
        for method in ("POST", "PUT", "DELETE"):
            assert client.request(method, "/public/").status_code in (403, 405)


@pytest.mark.parametrize(("lang", "there"), [("zh", "/public/"), ("en", "/public/index.en.html")])
def test_the_public_pages_are_entered_in_the_language_of_the_reader(lang: str, there: str, service: Served) -> None:
    with httpx.Client(base_url=service.url, headers={"Accept-Language": lang}) as client:
        assert client.get("/").text.count(f'href="{there}"') == 2
        assert client.get(there).status_code == 200


def test_pages_are_dressed_and_complain_of_nothing_in_a_browser(service: Served) -> None:
    with browser.launched() as chromium:
        context = chromium._chromium.new_context(viewport={"width": 1366, "height": 768})
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("response", lambda answer: said.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        for path in ("/public/", "/public/search.html", f"/public/reports/{ID}.html", "/public/data.html", "/standard/", "/standard/form-2021.html"):
            page.goto(service.url + path)
            assert not said, f"{path}: {said}"
            assert page.evaluate("getComputedStyle(document.body).margin") == "0px", f"{path} has its style"
        context.close()


def test_where_the_public_is_shut_out_one_logs_in_first(tmp_path: Path, shipped: Standard) -> None:
    with furnished(tmp_path / "archive", shipped) as archive:
        publishing.publish(str(archive.folder), shipped.root, archive.folder / "public", Wish())
        with served(archive, shipped, settled(public=False)) as found:
            with found.client() as client:
                answer = client.get("/public/")
                assert answer.status_code == 303 and answer.headers["location"] == "/login?next=/public/"
            with found.client("reader") as client:
                assert client.get("/public/").status_code == 200


def test_pages_follow_the_archive(tmp_path: Path, shipped: Standard) -> None:
    def awaited(client: httpx.Client, path: str, status: int, words: str = "") -> None:
        end = time.monotonic() + 120
        while (answer := client.get(path)).status_code != status or words not in answer.text:
            assert time.monotonic() < end, answer.text[:500]
            time.sleep(0.2)

    with furnished(tmp_path / "archive", shipped) as archive, served(archive, shipped, settled(publish_every=1)) as found, found.client() as client:
        published(archive, 1)
        awaited(client, f"/public/reports/{ID}.html", 200, "第1办公室")
        awaited(client, "/standard/", 200)
        archive.act("withdraw", ID, REVIEWER, reason="口径有误")
        awaited(client, f"/public/reports/{ID}.html", 200, "口径有误")
        awaited(client, f"/public/reports/{ID}.xml", 404)
        assert document(1).decode().partition("第1办公室")[1] not in client.get(f"/public/reports/{ID}.html").text


def test_no_page_carries_what_its_policy_forbids(service: Served) -> None:
    folder = service.archive.folder / "public"
    pages = [path for path in folder.rglob("*.html") if not path.is_symlink()]
    assert len(pages) > 20
    for path in pages:
        text = path.read_text("utf-8")
        assert not re.search(r"<[^>]+\sstyle=|<[^>]+\son[a-z]+=|javascript:", text), path
        scripts = re.findall(r"<script\b([^>]*)>", text)
        assert all("src=" in each or re.search(r'type="(?!module|text/javascript|application/javascript)', each) for each in scripts), path
