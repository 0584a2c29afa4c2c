"""Pages in a real browser: they fit, print, are quiet, reach no network, and say to a reader of screens what each cell is."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from govreport import generate, readers
from govreport.layout import layout
from govreport.model import Attachment, Chapter, Grid, Metadata, Paragraph, Report, Section
from govreport.profiles import load as profile
from govreport.standard import Standard, read_standard
from govreport.validation import validate
from govreport.validation.render import RENDERINGS
from govreport.validation.render.document import document
from govreport.writers import html, write
from tests import pictures, schematrees
from tests.browser import Browser, names, violations
from tests.filled import report, zeros
from tests.test_html_writer import HOSTILE

ROOT = Path(__file__).resolve().parents[1]
REPORTS = {f"{path.parent.name}-{path.stem}": path for path in sorted((ROOT / "fixtures" / "reports").glob("*/*.xml"))}
WIDTHS = (360, 1366, 1920)
PHONE, DESK = WIDTHS[0], WIDTHS[1]
DOWNLOADS = ("report.xml", "report.json", "report.csv", "report.pdf")


@pytest.fixture(scope="module")
def pages(shipped: Standard, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A page of every kind: of every fixture, of an invented edition, of hostile texts, of a report with its findings, in English; and one of findings."""
    folder = tmp_path_factory.mktemp("pages")
    made = {name: html.page(path.read_bytes(), shipped, downloads=DOWNLOADS) for name, path in REPORTS.items()}
    first = next(iter(REPORTS.values())).read_bytes()
    made["english"] = html.page(first, shipped, "en", DOWNLOADS)
    made["invented"] = _invented(folder)
    made["hostile"] = write(_hostile(), "html", shipped)
    blank = ROOT / "fixtures" / "conformance" / "CELL-BLANK" / "fail-blank.xml"
    found = document(validate(blank.read_bytes(), blank.name, shipped, profile("submission")), "zh")
    made["findings"] = html.page(etree.tostring(found, encoding="utf-8"), shipped)
    waived = ROOT / "fixtures" / "conformance" / "DOC-WAIVER" / "pass-warning.xml"
    judged = validate(waived.read_bytes(), waived.name, shipped, profile("submission"))
    made["judged"] = RENDERINGS["html"](judged, "zh").encode()
    for name, data in made.items():
        (folder / f"{name}.html").write_bytes(data)
    return {name: folder / f"{name}.html" for name in made}


def _invented(folder: Path) -> bytes:
    root = schematrees.with_invented_edition(folder)
    generate.build(root)
    standard = read_standard(root)
    form = standard.forms[schematrees.INVENTED.name]
    return write(report(standard, form, [zeros(table) for table in form.tables.values()]), "html", standard)


def _hostile() -> Report:
    chapters = tuple(
        Chapter(None, text, text, (Paragraph(text), Section(text, text, (Paragraph(text * 40), Grid(((text, ""), (text,)), text))))) for text in HOSTILE
    )
    return Report("1.0", Metadata(title=" ".join(HOSTILE), contact=HOSTILE[0]), chapters, tuple(Attachment(text, text) for text in HOSTILE))


KINDS = (*REPORTS, "english", "invented", "hostile", "findings", "judged")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_fits_and_is_quiet(kind: str, width: int, browser: Browser, pages: dict[str, Path]) -> None:
    with browser.opened(pages[kind], width) as opened:
        wide, inner = opened.page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert wide <= inner
        assert opened.quiet, opened


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(kind: str, browser: Browser, pages: dict[str, Path]) -> None:
    for width in (PHONE, DESK):
        with browser.opened(pages[kind], width) as opened:
            assert violations(opened) == []


def test_axe_finds_what_is_wrong(browser: Browser, pages: dict[str, Path], tmp_path: Path) -> None:
    """The check itself is checked: without language and with a pale text a page has to fail."""
    spoilt = tmp_path / "spoilt.html"
    text = pages[next(iter(REPORTS))].read_text("utf-8")
    spoilt.write_text(text.replace(' lang="zh-CN"', "", 1).replace("--ink: #1f1f1f", "--ink: #cccccc", 1), "utf-8")
    with browser.opened(spoilt) as opened:
        assert {each.split(" ")[0] for each in violations(opened)} >= {"html-has-lang", "color-contrast"}


def test_a_page_twice_as_large_still_fits(browser: Browser, pages: dict[str, Path]) -> None:
    for kind in REPORTS:
        with browser.opened(pages[kind], DESK, 800, scale=2) as opened:
            wide, inner = opened.page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
            assert wide <= inner
        with browser.opened(pages[kind]) as opened:
            opened.page.add_style_tag(content="html { font-size: 200%; }")
            wide, inner = opened.page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
            assert wide <= inner


def test_wide_tables_scroll_under_their_first_column(browser: Browser, pages: dict[str, Path], shipped: Standard) -> None:
    with browser.opened(pages["2021-township"], PHONE) as opened:
        regions = opened.page.locator(".scroll:has(table.form th[scope=row])")
        furthest = 0
        for region in regions.all():
            found = region.evaluate(
                "each => { each.scrollLeft = 1e6; const label = [...each.querySelectorAll('th[scope=row]')].pop();"
                " return [each.scrollLeft, label.getBoundingClientRect().left - each.getBoundingClientRect().left,"
                " label.offsetWidth / each.clientWidth, each.tabIndex]; }"
            )
            scrolled, left, share, index = found
            furthest = max(furthest, scrolled)
            assert index == 0
            assert abs(left) < 2 and share < 0.6, "the first column stays and leaves room"
        assert furthest > 100


def test_the_keyboard_goes_in_order_and_skips(browser: Browser, pages: dict[str, Path]) -> None:
    with browser.opened(pages["2021-township"]) as opened:
        stops = []
        for _ in range(40):
            opened.page.keyboard.press("Tab")
            here = opened.page.evaluate(
                "(() => { const e = document.activeElement;"
                " return [e.tagName, e.getAttribute('href') || e.getAttribute('aria-labelledby') || '', e.getBoundingClientRect().width]; })()"
            )
            if here[0] == "BODY":
                break
            stops.append(tuple(here))
        assert stops[0][:2] == ("A", "#report") and stops[0][2] > 20
        kinds = [each[0] for each in stops]
        assert kinds == sorted(kinds, key=("A", "DIV").index), "links first, then the tables"
        assert kinds.count("DIV") >= 3
    with browser.opened(pages["2021-township"]) as opened:
        opened.page.keyboard.press("Tab")
        opened.page.keyboard.press("Enter")
        assert opened.page.evaluate("document.activeElement.id") == "report"


def test_a_reader_of_screens_hears_what_a_cell_is(browser: Browser, pages: dict[str, Path], shipped: Standard) -> None:
    """Every cell names its headings, rows and columns from the outermost; the browser knows them as headings of rows and columns."""
    with browser.opened(pages["2021-township"]) as opened:
        said = opened.page.evaluate(
            "[...document.querySelectorAll('table.form')].map(table => [table.dataset.table, [...table.querySelectorAll('td[headers]')].map("
            "cell => cell.getAttribute('headers').split(' ').map(id => document.getElementById(id).textContent))])"
        )
        form = shipped.forms["2021"]
        for key, cells in said:
            lines = layout(form.tables[key]).lines
            texts = {cell.id: cell.text for line in lines for cell in line if cell.id}
            assert cells == [[texts[each] for each in cell.headers] for line in lines for cell in line if cell.kind == "data"]
        heard = names(opened)
        roles = Counter(role for role, _ in heard)
        assert roles["columnheader"] and roles["rowheader"] and roles["cell"] + roles["gridcell"] > len(form.tables)
        captions = {f"{table.name} {table.label}" for table in form.tables.values()}
        assert {name for role, name in heard if role == "region"} >= captions
        assert {name for role, name in heard if role == "table"} >= captions
        assert {"main", "banner", "navigation"} <= set(roles)
        assert all(name for role, name in heard if role in ("link", "heading", "region", "navigation"))


def test_headings_step_down_one_by_one(browser: Browser, pages: dict[str, Path]) -> None:
    for kind in KINDS:
        with browser.opened(pages[kind]) as opened:
            levels = opened.page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(each => +each.tagName[1])")
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_hostile_texts_run_nothing(browser: Browser, pages: dict[str, Path]) -> None:
    with browser.opened(pages["hostile"]) as opened:
        opened.page.wait_for_timeout(50)
        assert opened.quiet
        assert opened.page.evaluate("[document.images.length, document.querySelectorAll('iframe,object,embed,form').length]") == [0, 0]
        shown = opened.page.locator("main p").all_text_contents()
        assert set(HOSTILE) <= set(shown)


def test_a_page_prints_on_a4_with_repeated_heads(browser: Browser, pages: dict[str, Path], shipped: Standard) -> None:
    with browser.opened(pages["2021-township"]) as opened:
        whole = pypdfium2.PdfDocument(opened.page.pdf(prefer_css_page_size=True))
        opened.page.add_style_tag(content="@page { size: 210mm 170mm; }")
        low = pypdfium2.PdfDocument(opened.page.pdf(prefer_css_page_size=True))
    width, height = whole[0].get_size()
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (210, 297)
    assert 3 <= len(whole) <= 6
    texts = ["".join(page.get_textpage().get_text_range().split()) for page in low]
    table = next(each for each in shipped.forms["2021"].tables.values() if not each.across and layout(each).head)
    head = layout(table).head[-1][0].text
    assert sum(head in text for text in texts) >= 2, "the head is repeated where the table breaks"
    for row in table.leaves:
        assert any("".join(row.label.split()) in text for text in texts), f"row {row.key} is cut"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", REPORTS)
def test_a_page_looks_as_it_looked(kind: str, width: int, browser: Browser, pages: dict[str, Path], accept: bool, tmp_path: Path) -> None:
    with browser.opened(pages[kind], width) as opened:
        pictures.compare(opened.page.screenshot(full_page=True), f"{kind}-{width}", accept, tmp_path)


def test_every_page_reads_back_from_its_file(pages: dict[str, Path], shipped: Standard) -> None:
    """What a browser showed is what a program reads: nothing was lost between the two."""
    for kind in (*REPORTS, "english", "hostile"):
        reading = readers.read(pages[kind].read_bytes(), pages[kind].name, shipped)
        assert reading.report is not None and not reading.diagnostics, kind
