"""The desk and the public side in a Chromium of January 2021, as a clerk's machine may have it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from govreport.site.wish import Wish
from govreport.standard import Standard
from govreport.web import publishing
from tests import archives
from tests.clerk import PASTE, block, cell, published_page, sound_report
from tests.oldbrowser import OldBrowser, old_browser
from tests.services import PASSWORD, Served, county

YEAR = 2024
ID = f"qingshi.{YEAR}.organ"
VERSION = 87
"""The Chromium in Qt WebEngine 5.15, current until January 2021."""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory, shipped: Standard) -> Iterator[Served]:
    """A service on a county's archive."""
    with county(tmp_path_factory.mktemp("old") / "archive", shipped) as found:
        yield found


@pytest.fixture
def old() -> Iterator[OldBrowser]:
    """The browser, which says whether it is as old as it should be."""
    with old_browser() as found:
        assert f"Chrome/{VERSION}." in str(found.run("navigator.userAgent"))
        yield found


def logged_in(old: OldBrowser, service: Served, name: str) -> None:
    """Log in by the page."""
    old.open(f"{service.url}/login?lang=zh")
    old.focus("name")
    old.type("name", name)
    old.press("Tab")
    old.type("password", PASSWORD)
    old.press("Enter")
    old.until("location.pathname == '/'")


def saved(old: OldBrowser) -> None:
    """Wait until what was typed has been saved by itself."""
    old.until(r"/\d\d:\d\d/.test(document.querySelector('#status').textContent)")


def pasted(old: OldBrowser, name: str, text: str) -> None:
    """Paste a text into a cell, as the clipboard would."""
    old.focus(f"cell/{name}")
    old.run(f"({PASTE})({json.dumps([cell(name), text])})")


def within(old: OldBrowser) -> bool:
    """Return whether a page is as wide as its window, and each table as wide as its frame."""
    frames = "[document.documentElement, ...document.querySelectorAll('.wide')]"
    return bool(old.run(f"{frames}.every(each => each.scrollWidth <= each.clientWidth)"))


@pytest.mark.long
def test_a_report_goes_from_last_years_page_to_the_public(old: OldBrowser, service: Served, shipped: Standard, tmp_path: Path) -> None:
    figures_of = sound_report(shipped)
    form = shipped.in_force(YEAR)
    logged_in(old, service, "submitter")
    old.open(f"{service.url}/desk?year={YEAR}")
    old.go("开始填写")
    old.until("document.getElementById('file')")
    old.choose("file", published_page(tmp_path))
    old.go("读入")
    old.until("location.pathname.endsWith('/form') && document.querySelector('#status')")
    assert old.value("prose/overview") and str(YEAR) in old.value("meta/title") and within(old)

    old.focus("cell/applications/received/naturalPerson")
    old.type("cell/applications/received/naturalPerson", "5")
    old.press("ArrowRight")
    old.type("cell/applications/received/commercialEnterprise", "3")
    old.press("ArrowDown")
    old.type("cell/applications/carriedIn/commercialEnterprise", "7")
    assert "≠" in old.text("#bar")
    saved(old)
    old.until("document.querySelectorAll('.findings details').length")

    for key, table in form.tables.items():
        rows, columns = [row.key for row in table.leaves], list(table.columns[table.leaves[0].key])
        figures = block(figures_of, key, rows, columns)
        if len(table.blocks) == 1:
            pasted(old, f"{key}/{rows[0]}/{columns[0]}", figures.strip().replace("\r\n", "\t") if table.across else figures)
            continue
        for row, column in table.cells:
            old.focus(f"cell/{key}/{row}/{column}")
            old.type(f"cell/{key}/{row}/{column}", "2")
    renewed = "each.value = each.value.replace(/2023/g, '2024'); each.dispatchEvent(new Event('input', {bubbles: true}));"
    old.run(f"for (const each of document.querySelectorAll('textarea')) {{ {renewed} }}")
    saved(old)
    old.until("!document.querySelector('.findings .error')", 60)
    assert within(old)
    old.go("预览")
    old.until("location.pathname.endsWith('/preview') && document.querySelector('iframe')")
    old.go("报送")
    old.until("location.pathname.endsWith('/submit')")
    old.go("确认报送")
    old.until("location.pathname.endsWith('/receipt')")
    assert re.search(r"[0-9a-f]{64}", old.text("article"))

    with service.client("reviewer") as office:
        for action in ("accept", "publish"):
            office.post(f"/api/v1/reports/{ID}/actions", json={"action": action}).raise_for_status()
    publishing.publish(str(service.archive.folder), shipped.root, publishing.folder(service.here.settings, service.archive), Wish())
    old.open(f"{service.url}/public/search.html")
    old.focus("words")
    old.type("words", str(YEAR))
    old.press("Enter")
    old.until(f"document.querySelector(\"main a[href$='{ID}.html']\")")
    old.run(f"document.querySelector(\"main a[href$='{ID}.html']\").click()")
    old.until(f"location.pathname.endsWith('{ID}.html')")
    assert archives.NAME in old.text("body") and within(old)
    assert not old.console
