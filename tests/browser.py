"""A real browser for tests: Debian's Chromium without a window, closed to the network, and what it noticed while a page was open."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--font-render-hinting=none", "--hide-scrollbars"),
)
NAMES = ("chromium", "chromium-browser", "google-chrome")


@dataclass
class Opened:
    """A page that is open, with what it said to the console, which dialogs it opened and what it asked for beside itself."""

    page: Any
    console: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    @property
    def quiet(self) -> bool:
        """Whether the page did nothing but be there."""
        return not (self.console or self.dialogs or self.requests)


class Browser:
    """Opens files at a width; nothing it opens can reach a network."""

    def __init__(self, chromium: Any) -> None:
        self._chromium = chromium

    @contextmanager
    def visiting(self, url: str, width: int = 1366, height: int = 768, lang: str = "zh", script: bool = True) -> Iterator[Opened]:
        """Open a window of its own, with cookies of its own, on a service of this machine; asking anything of elsewhere is noted, and fails."""
        locale = {"zh": "zh-CN", "en": "en-GB"}[lang]
        context = self._chromium.new_context(
            viewport={"width": width, "height": height}, locale=locale, base_url=url, java_script_enabled=script, accept_downloads=True
        )
        context.set_default_timeout(15_000)
        found = Opened(context.new_page())
        found.page.on("console", lambda message: found.console.append(message.text))
        found.page.on("pageerror", lambda error: found.console.append(str(error)))
        found.page.on("dialog", lambda dialog: (found.dialogs.append(dialog.message), dialog.dismiss()))

        def route(asked: Any) -> None:
            if asked.request.url.startswith((url, "data:")):
                asked.continue_()
            else:
                found.requests.append(asked.request.url)
                asked.abort()

        context.route("**/*", route)
        try:
            yield found
        finally:
            context.close()

    @contextmanager
    def opened(self, path: Path, width: int = 1366, height: int = 800, scale: float = 1) -> Iterator[Opened]:
        """Open a file and yield it with what was noticed from the first byte on; ``scale`` is the browser's zoom."""
        context = self._chromium.new_context(
            viewport={"width": round(width / scale), "height": round(height / scale)}, device_scale_factor=scale, offline=True, locale="zh-CN"
        )
        found = Opened(context.new_page())
        own = path.as_uri()
        found.page.on("console", lambda message: found.console.append(message.text))
        found.page.on("pageerror", lambda error: found.console.append(str(error)))
        found.page.on("dialog", lambda dialog: (found.dialogs.append(dialog.message), dialog.dismiss()))
        found.page.on("request", lambda request: found.requests.append(request.url) if request.url.partition("#")[0] != own else None)
        found.page.goto(own)
        try:
            yield found
        finally:
            context.close()


@contextmanager
def launched() -> Iterator[Browser]:
    """Start Chromium and yield it; the test is skipped, saying so, where it is not installed."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("Chromium is not installed: no page was looked at in a browser (make setup installs it)")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: no page was looked at in a browser")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield Browser(chromium)
        finally:
            chromium.close()


def violations(opened: Opened) -> list[str]:
    """Return what axe-core finds against WCAG 2.1 A and AA in an open page: rule, impact and the first element, by rule."""
    import axe_playwright_python

    source = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
    opened.page.evaluate(source)
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
    asked = "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})"  # of what passes one node will do
    found = opened.page.evaluate(asked, tags)
    assert found["passes"], "axe-core looked at nothing"
    return [f"{each['id']} ({each['impact']}, {len(each['nodes'])}): {each['nodes'][0]['html'][:160]}" for each in found["violations"]]


def names(opened: Opened) -> list[tuple[str, str]]:
    """Return role and name of every node of the accessibility tree that a reader of screens would stop at."""
    session = opened.page.context.new_cdp_session(opened.page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    return [(each["role"]["value"], each.get("name", {}).get("value", "")) for each in nodes if not each["ignored"]]
