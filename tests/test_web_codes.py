"""One-time codes as people use them: switched on in a browser, asked for at log-ins, lost and reset, by the desk and at the server."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Iterator
from contextlib import closing

import pyotp
import pytest

from govreport.cli.main import main
from govreport.standard import Standard
from govreport.web import symbols
from tests.browser import Browser, Opened
from tests.services import PASSWORD, Served, county, settled, token


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory, shipped: Standard) -> Iterator[Served]:
    with county(tmp_path_factory.mktemp("codes") / "archive", shipped, settings=settled(lock_after=50)) as found:
        yield found


def log_in(opened: Opened, name: str, password: str, code: str = "") -> bool:
    """Return whether somebody gets in by the page."""
    opened.page.goto("/login")
    opened.page.fill("#name", name)
    opened.page.fill("#password", password)
    opened.page.fill("#code", code)
    opened.page.click("main button")
    return opened.page.locator("main .error").count() == 0


def switched_on(opened: Opened) -> tuple[str, str]:
    """Switch codes on as the page says, after a mistake, and return the key that stands on it and the code that was used."""
    page = opened.page
    page.click("header a[href='/account']")
    page.click("text=启用动态码")
    secret = page.inner_text("code.key").replace(" ", "").replace("\n", "")
    page.fill("#code", "000000")
    page.fill("#password", PASSWORD)
    page.click("main button")
    assert "动态码不对" in page.inner_text("main .error")
    assert page.inner_text("code.key").replace(" ", "").replace("\n", "") == secret, "the telephone has it already"
    code = pyotp.TOTP(secret).now()
    page.fill("#code", code)
    page.fill("#password", PASSWORD)
    page.click("main button")
    page.wait_for_url("**/account")
    assert "已启用" in page.inner_text("main")
    return secret, code


def following(secret: str) -> str:
    """Return the next code, which the service takes already."""
    return pyotp.TOTP(secret).at(time.time() + 30)


def test_codes_are_switched_on_and_asked_for_in_a_browser(browser: Browser, service: Served) -> None:
    name = "archivist"
    with browser.visiting(service.url, width=390, height=844) as opened:
        assert log_in(opened, name, PASSWORD)
        secret, used = switched_on(opened)
        opened.page.click("header button")
        assert not log_in(opened, name, PASSWORD) and not log_in(opened, name, PASSWORD, "123456")
        assert not log_in(opened, name, PASSWORD, used), "used when it was switched on"
        code = following(secret)
        assert log_in(opened, name, PASSWORD, code)
        page = opened.page
        page.goto("/account/codes")
        assert page.locator("code.key").count() == 0, "the key is shown no more"
        page.fill("#code", code)
        page.fill("#password", PASSWORD)
        page.click("main button")
        assert "动态码不对" in page.inner_text("main .error"), "used by the log-in"
        assert not opened.requests and all(line.startswith("Failed to load") for line in opened.console), "refusals, and nothing else"


def test_a_lost_telephone_is_helped_with_by_the_security_administrator_and_at_the_server(service: Served, capsys: pytest.CaptureFixture[str]) -> None:
    """By the API a session begins with a code; a reset at the desk and one on the command line switch codes off, and old sessions end."""
    name = "reader"
    with closing(service.browser(name)) as client:
        held = {"X-CSRF-Token": token(client, "/password")}
        secret = client.get("/api/v1/codes").json()["secret"]
        given = {"secret": secret, "code": pyotp.TOTP(secret).now(), "password": PASSWORD}
        assert client.put("/api/v1/codes", json={**given, "password": "wrong"}, headers=held).json()["reason"] == "own-password"
        for weak in ("ABCDEFGHIJKLMNOP", "A" * 33, "A" * 40):
            assert client.put("/api/v1/codes", json={**given, "secret": weak}, headers=held).status_code == 422
        assert client.put("/api/v1/codes", json=given, headers=held).status_code == 204
        assert client.put("/api/v1/codes", json=given, headers=held).status_code == 409
    with service.client() as client:
        entry = {"name": name, "password": PASSWORD}
        assert client.post("/api/v1/session", json=entry).json()["reason"] == "log-in-failed"
        begun = client.post("/api/v1/session", json={**entry, "code": following(secret)})
        assert begun.status_code == 200 and begun.json()["account"]["one_time_codes"]
        with service.client("security") as office:
            new = office.post(f"/api/v1/accounts/{name}/reset").json()["password"]
        assert client.get("/api/v1/session").status_code == 401 and client.cookies
        assert client.post("/api/v1/session", json=entry, headers={"Origin": "https://evil.example"}).status_code == 403
        begun = client.post("/api/v1/session", json={"name": name, "password": new})
        assert begun.status_code == 200 and not begun.json()["account"]["one_time_codes"]
        assert begun.json()["account"]["must_change_password"]
    assert main(["users", "reset", "archivist", "--archive", str(service.archive.folder), "--json"]) == 0
    new = json.loads(capsys.readouterr().out)["password"]
    with service.client() as client:
        begun = client.post("/api/v1/session", json={"name": "archivist", "password": new})
        assert begun.status_code == 200 and not begun.json()["account"]["one_time_codes"]


def test_passwords_tried_behind_a_log_in_are_counted(service: Served, tmp_path_factory: pytest.TempPathFactory, shipped: Standard) -> None:
    place = tmp_path_factory.mktemp("counted") / "archive"
    with county(place, shipped, settings=settled(login_rate="6/minute")) as found, closing(found.browser("reader")) as client:
        sent = {"csrf": token(client, "/account/codes"), "secret": "ABCDEFGH" * 4, "code": "000000", "password": "wrong"}
        assert client.post("/account/codes", data={**sent, "secret": "not base32"}).status_code == 422
        statuses = [client.post(path, data=sent).status_code for path in ("/account/codes", "/account/codes/end") * 4]
        assert statuses[0] == 422 and statuses[-1] == 429


def test_a_symbol_has_its_three_corners_and_a_margin() -> None:
    head, _, data = symbols.qr_image("otpauth://totp/x").partition(",")
    drawn = base64.b64decode(data).decode("ascii")
    assert head == "data:image/svg+xml;base64"
    dark = {tuple(map(int, each.split("h")[0].split())) for each in drawn.split('d="')[2].split('"')[0].split("M")[1:]}
    size = int(drawn.split('viewBox="0 0 ')[1].split()[0]) - 2 * symbols.QUIET
    assert min(x for x, _ in dark) == symbols.QUIET and max(x for x, _ in dark) == symbols.QUIET + size - 1
    for left, top in ((0, 0), (size - 7, 0), (0, size - 7)):
        ring = {(left + symbols.QUIET + at, top + symbols.QUIET) for at in range(7)}
        assert ring <= dark
