"""Both desks in a real browser: from last year's web page to a published report, by keyboard alone, without script, two at once, for everybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from govreport import readers
from govreport.archive import Request
from govreport.archive.drafts import Drafts
from govreport.model import Report
from govreport.site.wish import Wish
from govreport.standard import Standard
from govreport.web import publishing
from govreport.web.accounts.account import Account
from govreport.writers import write
from tests import archives, pictures
from tests.browser import Browser, Opened, violations
from tests.clerk import PASTE, block, cell, published_page, sound_report
from tests.services import PASSWORD, Served, county

ORGAN, YEAR = "qingshi", 2024
SCOPE = "organ"
ID = f"{ORGAN}.{YEAR}.{SCOPE}"
PHONE = (390, 844)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory, shipped: Standard) -> Iterator[Served]:
    """A service on a county's archive."""
    with county(tmp_path_factory.mktemp("desk") / "archive", shipped) as found:
        found.here.accounts.add(Account("spare-hand", ("submitter",), ORGAN), archives.ARCHIVIST, PASSWORD)
        yield found


@pytest.fixture(scope="module")
def township(shipped: Standard) -> Report:
    """A sound report, whose figures the clerk types."""
    return sound_report(shipped)


@contextmanager
def signed_in(browser: Browser, service: Served, name: str, lang: str = "zh", **more: Any) -> Iterator[Opened]:
    """Open a window in which somebody has logged in by the page."""
    with browser.visiting(service.url, lang=lang, **more) as opened:
        page = opened.page
        page.goto(f"/login?lang={lang}")
        page.fill("#name", name)
        page.fill("#password", PASSWORD)
        page.press("#password", "Enter")
        page.wait_for_url(service.url + "/")
        yield opened


def paste(page: Any, field: str, text: str) -> None:
    """Paste a text into a field, as the clipboard would."""
    page.focus(field)
    page.evaluate(PASTE, [field, text])


LIVE = "#report[data-live='yes']"
"""The form once its script is there."""


def saved(page: Any) -> None:
    """Wait until what was typed has been saved by itself."""
    page.wait_for_selector(LIVE)
    page.wait_for_function("() => /\\d\\d:\\d\\d/.test(document.querySelector('#status').textContent)")


def test_from_last_years_web_page_to_a_published_report(
    browser: Browser, service: Served, township: Report, shipped: Standard, tmp_path: Path, accept: bool
) -> None:
    """The clerk begins from the page, fills in, hands in; the reviewer returns it once; it is corrected, published, and found by anybody."""
    form = shipped.in_force(YEAR)
    table, figures = form.tables["applications"], township.table("applications")
    assert figures is not None
    rows, columns = [row.key for row in table.leaves], list(table.columns["received"])
    with signed_in(browser, service, "submitter") as opened:
        page = opened.page
        page.goto(f"/desk?year={YEAR}")
        page.click("text=开始填写")
        pictures.compare(page.screenshot(), "desk-begin", accept, tmp_path)
        page.set_input_files("#file", published_page(tmp_path))
        page.click("text=读入")
        assert page.input_value('[id="prose/overview"]') and page.input_value('[id="meta/title"]').count(str(YEAR)) == 1
        assert page.locator("details.taken").count() >= 2
        assert not page.input_value(cell("applications/received/total"))
        assert "格未填" in page.inner_text('.contents [data-undone="applications"]')

        page.click("text=上年结转可带入")
        page.click("button:has-text('带入')")
        assert page.input_value(cell("applications/carriedIn/total")) == "1"

        paste(page, cell("applications/received/naturalPerson"), block(township, "applications", rows, columns, {("received", "total"): "9"}))
        assert page.input_value(cell("applications/results.granted/naturalPerson")) == str(figures.get("results.granted", "naturalPerson"))
        total = page.locator(cell("applications/received/total"))
        assert total.get_attribute("aria-invalid") == "true"
        total.focus()
        assert "≠" in page.inner_text("#bar") and "总计" in page.inner_text("#bar")
        saved(page)
        page.wait_for_selector(".findings a[data-to='cell/applications/received/total']")
        pictures.compare(page.screenshot(), "desk-form", accept, tmp_path)
        total.fill(str(figures.get("received", "total")))
        assert total.get_attribute("aria-invalid") == "false"

        for place in form.tables["proactiveDisclosure"].cells:
            page.fill(cell("proactiveDisclosure/" + "/".join(place)), "12件" if place[0] == "licences" else "2")
        saved(page)
        page.wait_for_selector(".findings >> text=12件")
        page.fill(cell("proactiveDisclosure/licences/decisions"), "12")
        saved(page)
        fourth = page.locator(".table-tools", has_text="本表本年度无此项").last
        fourth.locator("summary").click()
        fourth.locator("button").click()
        assert page.input_value(cell("reviewAndLitigation/reconsideration/total")) == "0"
        assert "submitter" in page.inner_text(".notice.good")
        for name in ("preface", "overview", "problemsAndImprovements", "otherMatters", "closing"):
            field = f'[id="prose/{name}"]'
            page.fill(field, page.input_value(field).replace("2023", "2024").replace("2022", "2023"))
        saved(page)
        page.click("button:has-text('预览')")
        page.wait_for_url("**/preview")
        assert archives.NAME in page.frame_locator("iframe").locator("h1").inner_text()
        with page.expect_download() as waiting:
            page.click("text=下载 PDF")
        assert readers.read(Path(waiting.value.path()).read_bytes(), "draft.pdf", shipped).report is not None
        page.click("main .actions >> text=报送")
        page.click("text=确认报送")
        page.wait_for_url("**/receipt")
        pictures.compare(page.screenshot(), "desk-receipt", accept, tmp_path)
        assert re.search(r"[0-9a-f]{64}", page.inner_text("article"))
        assert not opened.requests and not [line for line in opened.console if "style" not in line]

    with signed_in(browser, service, "reviewer") as reviewing:
        judge = reviewing.page
        judge.goto("/desk")
        judge.click("table a")
        judge.click(cell("applications/received/total"))
        assert judge.input_value("#field") == "cell/applications/received/total"
        judge.fill("#text-of-remark", "请核对新收件数")
        judge.click("text=加批注")
        judge.fill("#reason", "总体情况未写明新收件数")
        judge.evaluate("() => window.scrollTo(0, 0)")
        pictures.compare(judge.screenshot(), "desk-review", accept, tmp_path)
        judge.click("text=退回修改")
        judge.wait_for_url("**/queue")

        with signed_in(browser, service, "submitter") as again:
            clerk = again.page
            clerk.goto("/desk")
            assert "请核对新收件数" in clerk.inner_text(".notice")
            clerk.click("text=按意见修改")
            clerk.click("text=修改这一版")
            assert {"请核对新收件数", "总体情况未写明新收件数"} <= set(re.split(r"[\n ]", clerk.inner_text("main .notice")))
            clerk.fill('[id="meta/contact"]', "党政办公室，电话略")
            marked = clerk.locator("input.remarked")
            assert marked.count() == 1 and marked.get_attribute("name") == "cell/applications/received/total"
            assert "请核对新收件数" in clerk.inner_text(f"#{marked.get_attribute('aria-describedby')}")
            clerk.fill(cell("proactiveDisclosure/licences/decisions"), "13")
            saved(clerk)
            clerk.click(".tools >> text=报送")
            clerk.fill("#reason", "按审核意见更正")
            clerk.click("text=确认报送")
            clerk.wait_for_url("**/versions/*/2/receipt")

        judge.goto("/desk/queue")
        judge.click("table a")
        assert judge.inner_text(f"{cell('proactiveDisclosure/licences/decisions')}.moved").split() == ["原为", "12", "13"]
        assert {"12", "13", "+1"} <= set(judge.locator("#before td").all_inner_texts())
        assert judge.inner_text("#before ins") == "党政办公室，电话略"
        assert not violations(reviewing)
        judge.click("button:text-is('接收')")
        judge.click("aside button:has-text('发布')")
        assert "已发布" in judge.inner_text("h1") and judge.locator("#reason").count() == 1  # a withdrawal says why

    with service.client() as anybody:
        shown = anybody.get(f"/api/v1/reports/{ID}/content", headers={"Accept": "application/xml"})
        assert shown.status_code == 200
        found = readers.read(shown.content, "public.xml", shipped).report
        assert found is not None and found.metadata.contact == "党政办公室，电话略"
        assert [(each.table, each.by) for each in found.annotations.zero_declarations] == [("reviewAndLitigation", "submitter")]
        hits = anybody.get("/api/v1/search", params={"q": "党政办公室"})
        assert ID in hits.text
    corrected(service, found, shipped)
    publishing.publish(str(service.archive.folder), shipped.root, publishing.folder(service.here.settings, service.archive), Wish())
    with browser.visiting(service.url) as opened:
        page = opened.page
        page.goto("/public/")
        page.click("main a:has-text('临江县')")
        page.click(f"main a:has-text('{archives.NAME}')")
        assert "更正" in page.inner_text("main table >> nth=0")
        with page.expect_download() as waiting:
            page.click(f"main a[href$='{ID}.xml']")
        assert b"88888" in Path(waiting.value.path()).read_bytes()
        page.click(f"main a[href$='{ID}.html']")
        assert all(text in page.inner_text("body") for text in ("第 2 版", "第 3 版", "电话有误", "88888"))
        assert not violations(opened)
        page.click("nav.trail >> text=第 2 版（已被更正）")
        assert page.url.endswith(f"/{ID}/v2.html") and "已被第 3 版更正" in page.inner_text("body")
        assert "电话略" in page.inner_text("body") and not violations(opened)
        with page.expect_download() as waiting:
            page.click("a[href='v2.xml']")
        assert "电话略".encode() in Path(waiting.value.path()).read_bytes()
        page.click("text=现行版本")
        assert page.url.endswith(f"/{ID}.html")
        page.goto("/public/search.html")
        page.fill("#words", archives.NAME)
        page.press("#words", "Enter")
        page.wait_for_selector(f"main a[href$='{ID}.html']")
        assert not opened.requests and not opened.console


def corrected(service: Served, found: Report, standard: Standard) -> None:
    """Publish a correction of the report, by programs."""
    changed = replace(found, metadata=replace(found.metadata, contact="党政办公室，电话 88888"))
    data = write(changed, "xml", standard)
    with service.client("submitter") as hand, service.client("reviewer") as office:
        hand.put(f"/api/v1/reports/{ID}/content", content=data, params={"reason": "电话有误"}).raise_for_status()
        for client, action in ((hand, "submit"), (office, "accept"), (office, "publish")):
            client.post(f"/api/v1/reports/{ID}/actions", json={"action": action}).raise_for_status()


def test_the_form_by_keyboard_alone(browser: Browser, service: Served) -> None:
    """Logged in, begun, filled in, moved about in and handed to the preview without a pointer."""
    with by_keys(browser, service, "submitter") as opened:
        page, keys = opened.page, opened.page.keyboard
        page.goto(f"/desk/drafts/{ORGAN}.2016.{SCOPE}/begin")
        reach(page, "button:has-text('空白开始')")
        keys.press("Enter")
        page.wait_for_url("**/form")
        reach(page, cell("applications/received/naturalPerson"))
        for text, key in (("3", "ArrowRight"), ("4", "ArrowRight"), ("5", "Enter"), ("6", "ArrowLeft"), ("7", "ArrowUp"), ("8", "Tab")):
            keys.type(text)
            keys.press(key)
        typed = {f"{row}/{column}": page.input_value(cell(f"applications/{row}/{column}")) for row in ("received", "carriedIn") for column in COLUMNS}
        assert typed == dict(zip(typed, ("3", "8", "5", "", "7", "6"), strict=True))
        assert focused(page) == "cell/applications/received/researchInstitution"
        keys.type("9")
        keys.press("Escape")
        assert page.input_value(cell("applications/received/researchInstitution")) == "5"
        keys.press("ArrowUp")
        assert focused(page) == "cell/applications/received/researchInstitution"
        keys.press("F2")
        keys.press("ArrowLeft")
        keys.type("1")
        assert page.input_value(cell("applications/received/researchInstitution")) == "15"
        saved(page)
        reach(page, ".findings a")
        keys.press("Enter")
        assert focused(page).startswith(("cell/", "prose/"))


BESIDE = """() => {
    const cell = document.activeElement.getBoundingClientRect();
    const label = document.activeElement.closest("tr").querySelector("th[scope=row]").getBoundingClientRect();
    return label.left >= 0 && label.right <= cell.left + 1 && cell.right <= innerWidth;
}"""


def test_on_a_phone_a_row_keeps_its_label_beside_the_cell_that_is_filled_in(browser: Browser, service: Served) -> None:
    width, height = PHONE
    with signed_in(browser, service, "submitter", width=width, height=height) as opened:
        page = opened.page
        page.goto(f"/desk/drafts/{ORGAN}.2011.{SCOPE}/begin")
        page.click("button:has-text('空白开始')")
        page.wait_for_selector(LIVE)
        page.focus(cell("applications/results.refused.stateSecret/total"))
        for _ in range(7):
            page.wait_for_function(BESIDE)
            page.keyboard.press("ArrowLeft")
        assert page.evaluate("() => document.documentElement.scrollWidth") == width


def test_the_whole_way_by_keyboard_alone(browser: Browser, service: Served, township: Report, shipped: Standard) -> None:
    """A report pasted, handed in, judged and published by people who have no pointer."""
    text = write(township, "text", shipped).decode("utf-8")
    with by_keys(browser, service, "submitter") as opened:
        page, keys = opened.page, opened.page.keyboard
        page.goto(f"/desk/drafts/{ORGAN}.2023.{SCOPE}/begin")
        reach(page, "#pasted")
        keys.insert_text(text)
        press(page, "button:has-text('读入')", "**/form")
        press(page, "button:has-text('预览')", "**/preview")
        press(page, "a.button:has-text('报送')", "**/submit")
        press(page, "button:has-text('确认报送')", "**/receipt")
    with by_keys(browser, service, "reviewer") as opened:
        page = opened.page
        page.goto("/desk/queue")
        press(page, f"a[href='/desk/review/{ORGAN}.2023.{SCOPE}/1']", "**/review/**")
        for label in ("接收", "发布"):
            reach(page, f"button:has-text('{label}')")
            with page.expect_navigation():
                page.keyboard.press("Enter")
        assert "已发布" in page.inner_text("h1")


@contextmanager
def by_keys(browser: Browser, service: Served, name: str) -> Iterator[Opened]:
    """Open a window in which somebody has logged in by keyboard."""
    with browser.visiting(service.url) as opened:
        page = opened.page
        page.goto("/login")
        reach(page, "#name")
        page.keyboard.type(name)
        reach(page, "#password")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(service.url + "/")
        yield opened


def press(page: Any, selector: str, there: str) -> None:
    """Reach something, press Enter, and wait for where it leads."""
    reach(page, selector)
    page.keyboard.press("Enter")
    page.wait_for_url(there)


COLUMNS = ("naturalPerson", "commercialEnterprise", "researchInstitution")


def focused(page: Any) -> str:
    """Return the id of what has the focus."""
    return str(page.evaluate("() => document.activeElement.id"))


def reach(page: Any, selector: str) -> None:
    """Press Tab until something has the focus."""
    for _ in range(400):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector.split(":has-text")[0]) and (
            ":has-text" not in selector or selector.split("'")[1] in str(page.evaluate("() => document.activeElement.textContent"))
        ):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} cannot be reached")


def test_without_script_everything_is_there(browser: Browser, service: Served) -> None:
    with signed_in(browser, service, "submitter", script=False) as opened:
        page = opened.page
        page.goto(f"/desk/drafts/{ORGAN}.2015.{SCOPE}/begin")
        page.click("button:has-text('空白开始')")
        page.fill(cell("applications/received/naturalPerson"), "三件")
        page.fill(cell("applications/received/total"), "3")
        page.fill(cell("applications/received/commercialEnterprise"), "4")
        page.fill('[id="prose/overview"]', "## （一） 总述\n一段话。")
        page.click("button:has-text('保存')")
        assert page.input_value(cell("applications/received/naturalPerson")) == "三件"
        assert page.get_attribute(cell("applications/received/naturalPerson"), "aria-invalid") == "true"
        assert "三件" in page.inner_text("#findings") and "各类申请人之和不等于总计" in page.inner_text("#findings")
        page.fill(cell("applications/received/naturalPerson"), "")
        page.locator(".table-tools").last.locator("summary").click()
        page.click("button:has-text('确认声明') >> nth=-1")
        assert page.input_value(cell("reviewAndLitigation/litigation.direct/total")) == "0"
        page.click("text=撤销声明")
        assert page.input_value(cell("reviewAndLitigation/litigation.direct/total")) == ""
        page.click(".tools >> text=报送")
        assert page.locator("text=确认报送").count() == 0


def test_two_who_write_at_once_see_it_and_lose_nothing(browser: Browser, service: Served) -> None:
    first_cell, second_cell = cell("applications/received/naturalPerson"), cell("applications/received/total")
    id = f"{ORGAN}.2014.{SCOPE}"
    with signed_in(browser, service, "submitter") as one, signed_in(browser, service, "spare-hand") as two:
        one.page.goto(f"/desk/drafts/{id}/begin")
        one.page.click("button:has-text('空白开始')")
        two.page.goto(f"/desk/drafts/{id}/form")
        one.page.fill(first_cell, "5")
        saved(one.page)
        two.page.fill(second_cell, "9")
        saved(two.page)
        two.page.wait_for_function(f"() => document.querySelector('{first_cell}').value === '5'")
        two.page.fill(first_cell, "6")
        saved(two.page)
        one.page.fill(first_cell, "7")
        one.page.wait_for_selector(".clash")
        assert {"6", "7"} <= set(one.page.locator(".clash dd").all_inner_texts())
        assert one.page.input_value(first_cell) == "6" and one.page.input_value(second_cell) == "9"
        one.page.click("text=改用另填的内容")
        assert one.page.input_value(first_cell) == "7" and one.page.locator(".clash").count() == 0
        hostile = "</script><script>alert(1)</script>'\"><img src=x onerror=alert(2)>"
        one.page.fill('[id="prose/overview"]', hostile)
        one.page.fill(second_cell, hostile[:40])
        saved(one.page)
        one.page.reload()
        assert one.page.input_value('[id="prose/overview"]') == hostile and one.page.input_value(second_cell) == hostile[:40]
        assert not one.dialogs and not two.dialogs


def test_what_is_typed_before_the_script_is_there_is_saved(browser: Browser, service: Served) -> None:
    field = cell("applications/received/naturalPerson")
    id = f"{ORGAN}.2012.{SCOPE}"
    waiting: list[Any] = []
    with signed_in(browser, service, "submitter") as opened:
        page = opened.page
        page.goto(f"/desk/drafts/{id}/begin")
        page.click("button:has-text('空白开始')")
        saved(page)
        page.route("**/desk.js*", lambda asked: waiting.append(asked))
        page.goto(f"/desk/drafts/{id}/form", wait_until="commit")
        page.fill(field, "5")
        while not waiting:
            page.wait_for_timeout(50)
        with page.expect_response("**/form/save"):
            waiting.pop().continue_()
        saved(page)
        page.unroute("**/desk.js*")
        page.reload()
        assert page.input_value(field) == "5"


def test_a_session_that_ends_loses_nothing(browser: Browser, service: Served) -> None:
    """What was typed is saved once the clerk has logged in again in another window."""
    field = cell("applications/received/total")
    with signed_in(browser, service, "submitter") as opened:
        page = opened.page
        page.goto(f"/desk/drafts/{ORGAN}.2012.{SCOPE}/begin")
        page.click("button:has-text('空白开始')")
        page.context.clear_cookies()
        page.fill(field, "7")
        page.wait_for_function("() => document.querySelector('#status').textContent.includes('登录已过期')")
        beside = page.context.new_page()
        beside.goto("/login?lang=zh")
        beside.fill("#name", "submitter")
        beside.fill("#password", PASSWORD)
        beside.press("#password", "Enter")
        beside.wait_for_url(service.url + "/")
        saved(page)
        page.reload()
        assert page.input_value(field) == "7"


def test_whoever_writes_on_in_a_draft_that_was_handed_in_is_told(browser: Browser, service: Served) -> None:
    """It was said for ever that it would soon be tried again."""
    with signed_in(browser, service, "submitter") as opened:
        page = opened.page
        page.goto(f"/desk/drafts/{ORGAN}.2011.{SCOPE}/begin")
        page.click("button:has-text('空白开始')")
        page.wait_for_selector("form[data-live]")
        Drafts(service.archive.database).end(f"{ORGAN}.2011.{SCOPE}")
        page.fill(cell("applications/received/total"), "7")
        page.wait_for_function("() => document.querySelector('#status').textContent.includes('草稿已经没有了')")


@pytest.mark.parametrize("how", ["ended", "another"])
def test_without_script_a_session_that_ends_loses_nothing_either(browser: Browser, service: Served, how: str) -> None:
    """The log-in page holds what was typed, be the session over or another one begun beside, and gives it back to be sent."""
    hostile, field = "</textarea>'\"><img src=x onerror=alert(2)>\n第二段。", cell("applications/received/total")
    with signed_in(browser, service, "submitter", script=False) as opened:
        page = opened.page
        page.goto(f"/desk/drafts/{ORGAN}.{2010 if how == 'ended' else 2011}.{SCOPE}/begin")
        page.click("button:has-text('空白开始')")
        there = page.url
        page.fill(field, "7")
        page.fill('[id="prose/overview"]', hostile)
        if how == "ended":
            for each in page.context.cookies():
                if each["name"] == "session":
                    service.here.sessions.end(each["value"], None, "-")
            page.click("button:has-text('保存')")
            page.fill("#name", "submitter")
            page.fill("#password", "wrong")
            page.press("#password", "Enter")
            assert "没有丢" in page.inner_text("main")
        else:
            page.context.clear_cookies()
            page.click("button:has-text('保存')")
            page.click("button:has-text('接着办')")
            page.fill("#name", "submitter")
        page.fill("#password", PASSWORD)
        page.press("#password", "Enter")
        page.click("button:has-text('接着办')")
        assert page.url == there
        assert page.input_value(field) == "7" and page.input_value('[id="prose/overview"]') == hostile
        assert not opened.dialogs


@pytest.fixture(scope="module")
def addresses(service: Served) -> dict[str, tuple[str, ...]]:
    """Every kind of page by whose it is."""
    for name, year, actions in (("a", 2021, ("submit", "accept")), ("b", 2022, ("submit",))):
        receipt = service.archive.deposit(Request(archives.document(year, year=year), f"{name}.xml", ORGAN, year, SCOPE), archives.CLERK)
        for action in actions:
            service.archive.act(action, receipt.id, archives.CLERK if action == "submit" else archives.REVIEWER)
    with closing(service.browser("submitter")) as clerk:
        token = re.search(r'name="csrf" value="([0-9a-f]+)"', clerk.get(f"/desk/drafts/{ORGAN}.2013.{SCOPE}/begin").text)
        assert token
        clerk.post(f"/desk/drafts/{ORGAN}.2013.{SCOPE}/begin", data={"csrf": token[1], "from": "blank"})
    draft, version = f"/desk/drafts/{ORGAN}.2013.{SCOPE}", f"/desk/versions/{ORGAN}.2021.{SCOPE}/1"
    return {
        "": ("/login", "/"),
        "submitter": ("/desk", *(f"{draft}/{part}" for part in PARTS), version, f"{version}/receipt", "/password", "/account", "/account/codes"),
        "reviewer": ("/desk/queue", f"/desk/review/{ORGAN}.2022.{SCOPE}/1", "/desk/accounts", "/desk/progress?year=2022", "/desk/totals?year=2021"),
    }


PARTS = ("begin", "form", "annotations", "preview", "submit")
REST = (("en", *PHONE), ("en", 1366, 768), ("zh", *PHONE))
LOOKS = [("zh", 1366, 768, 99), ("en", *PHONE, 2), *(pytest.param(*look, 99, marks=pytest.mark.long) for look in REST)]
"""Language, window, and how many pages of everybody are looked at: all in one language and window, the others take longer."""


@pytest.mark.parametrize(("lang", "width", "height", "most"), LOOKS)
def test_every_page_is_for_everybody(
    browser: Browser, service: Served, addresses: dict[str, tuple[str, ...]], lang: str, width: int, height: int, most: int
) -> None:
    """axe-core finds nothing, and nothing but a table of figures is wider than the window."""
    found: dict[str, list[str]] = {}
    for name, pages in addresses.items():
        opening = signed_in(browser, service, name, lang, width=width, height=height) if name else browser.visiting(service.url, width, height, lang)
        with opening as opened:
            for address in pages[:most]:
                opened.page.goto(f"{address}{'&' if '?' in address else '?'}lang={lang}")
                if address.startswith("/desk/totals"):
                    assert opened.page.locator(f"aside a[href='/desk/review/{ORGAN}.2021.{SCOPE}/1']").inner_text() == archives.NAME
                wide = opened.page.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth")
                found[address] = [*violations(opened), *(["wider than the window"] if wide else [])]
    assert not {address: each for address, each in found.items() if each}
