"""The pages of a site in a real browser: they fit, reach nothing, hide nothing from a reader of screens, and their search works from files."""

from __future__ import annotations

from pathlib import Path

import pytest

from govreport.site import builder
from govreport.standard import Standard
from tests import holdings, pictures
from tests.browser import Browser, Opened, names, violations

PHONE, DESK = 360, 1366


@pytest.fixture(scope="module")
def site(shipped: Standard, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a province in small."""
    folder = tmp_path_factory.mktemp("site") / "public"
    builder.build(folder, holdings.province(shipped), (), shipped)
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Path]:
    """A page of every kind."""
    agency = next(each for each in sorted((site / "agencies").iterdir()) if "示例市甲县人民政府" in each.read_text("utf-8").partition("</title>")[0])
    found = {
        "front": site / "index.html",
        "english": site / "index.en.html",
        "region": site / "regions" / "9901.html",
        "totals": site / "totals" / "990121" / "2022.html",
        "agency": agency,
        "comparison": site / "compare" / agency.stem / "2020-2021-organ.html",
        "search": site / "search.html",
        "data": site / "data.html",
        "report": next(iter(sorted((site / "reports").glob("*.html")))),
    }
    assert all(each.is_file() for each in found.values())
    return found


KINDS = ("front", "english", "region", "totals", "agency", "comparison", "search", "data", "report")
LOOKS = (("front", DESK), ("front", PHONE), ("totals", DESK), ("region", PHONE), ("search", DESK))


def reached(opened: Opened, site: Path) -> list[str]:
    """Return what an open page asked for outside its site."""
    return [each for each in opened.requests if not each.startswith(site.as_uri() + "/")]


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_fits_and_axe_finds_nothing(kind: str, browser: Browser, pages: dict[str, Path], site: Path) -> None:
    for width in (PHONE, DESK) if kind in ("front", "totals") else (DESK,):
        with browser.opened(pages[kind], width) as opened:
            wide, inner = opened.page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
            assert wide <= inner
            assert not opened.console and not reached(opened, site)
            assert violations(opened) == []


def test_long_tables_scroll_on_a_phone(browser: Browser, pages: dict[str, Path]) -> None:
    for kind in ("agency", "comparison", "data"):
        with browser.opened(pages[kind], PHONE) as opened:
            wide, inner = opened.page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
            assert wide <= inner


def test_a_page_twice_as_large_still_fits(browser: Browser, pages: dict[str, Path]) -> None:
    with browser.opened(pages["agency"], DESK, scale=2) as opened:
        wide, inner = opened.page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert wide <= inner


def test_a_reader_of_screens_hears_charts_and_tables(browser: Browser, pages: dict[str, Path]) -> None:
    with browser.opened(pages["agency"]) as opened:
        heard = names(opened)
        drawings = [name for role, name in heard if role in ("image", "img")]
        tables = [name for role, name in heard if role == "table"]
        assert drawings and all(any(drawing in table for table in tables) for drawing in drawings), "every drawing has a name and a table of that name"
        assert all(name for role, name in heard if role in ("link", "heading", "region", "navigation", "table"))


def test_the_search_works_from_a_file(browser: Browser, pages: dict[str, Path], site: Path) -> None:
    with browser.opened(pages["search"]) as opened:
        page = opened.page
        page.locator("#words").fill("甲县 2022")
        found = page.locator("#results a")
        assert found.count() >= 3 and all("甲县" in text and "2022" in text for text in found.all_text_contents())
        assert str(found.count()) in page.locator("#found").text_content()
        page.locator("#words").fill("<img src=x onerror=alert(1)>")
        assert found.count() == 0 and not opened.dialogs
        page.locator("#words").fill("未发现违反")
        page.wait_for_function("document.querySelectorAll('#results a').length > 20")
        assert "正文" in page.locator("#results").text_content()
        page.locator("#words").fill("2021 违反条例的情形 甲县民政局")
        page.wait_for_function("document.querySelectorAll('#results a').length == 1")
        page.locator("#words").fill("河口乡")
        found.first.click()
        assert "河口乡" in page.locator("h1").text_content()
        assert not opened.console and not reached(opened, site)


def test_without_script_the_search_page_is_a_list(browser: Browser, pages: dict[str, Path]) -> None:
    text = pages["search"].read_text("utf-8")
    assert '<form class="search" id="search" role="search" hidden>' in text
    assert all(f"years/{year}.html" in text for year in holdings.YEARS)


@pytest.mark.parametrize(("kind", "width"), LOOKS)
def test_a_page_looks_as_it_looked(kind: str, width: int, browser: Browser, pages: dict[str, Path], accept: bool, tmp_path: Path) -> None:
    with browser.opened(pages[kind], width) as opened:
        pictures.compare(opened.page.screenshot(full_page=True), f"site-{kind}-{width}", accept, tmp_path)
