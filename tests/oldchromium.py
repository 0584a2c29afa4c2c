"""``python -m tests.oldchromium``: a Chromium of January 2021 (that of Qt WebEngine 5.15) without a window, driven by JSON lines.

Each line asks for one thing (``open``, ``run``, ``type``, ``press``, ``choose``) and is answered by a line with its result and with what
the page said to its console since the one before. It runs as a process of its own: an engine that falls does not take the tests along.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

os.environ |= {
    "QT_QPA_PLATFORM": "offscreen",
    "QT_QUICK_BACKEND": "software",
    "QTWEBENGINE_DISABLE_SANDBOX": "1",
    "QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox --disable-gpu --no-zygote --disable-dev-shm-usage --lang=zh-CN",
}

from PyQt5.QtCore import QEventLoop, QSocketNotifier, Qt, QTimer, QUrl
from PyQt5.QtTest import QTest
from PyQt5.QtWebEngineWidgets import QWebEnginePage, QWebEngineProfile, QWebEngineView
from PyQt5.QtWidgets import QApplication

PATIENCE = 30_000
"""Milliseconds that one thing may take."""
KEYS = {"Space": Qt.Key_Space, "Tab": Qt.Key_Tab, "Enter": Qt.Key_Return, "ArrowDown": Qt.Key_Down, "ArrowRight": Qt.Key_Right}


class Page(QWebEnginePage):
    """A page that notes what it says to its console, and gives the files it was told of where it asks for some."""

    def __init__(self, profile: QWebEngineProfile) -> None:
        super().__init__(profile)
        self.said: list[str] = []
        self.files: list[str] = []

    def javaScriptConsoleMessage(self, level: int, message: str, line: int, source: str) -> None:  # noqa: N802 (Qt's name)
        if level:
            self.said.append(f"{source}:{line} {message}")

    def chooseFiles(self, mode: int, old: list[str], accepted: list[str]) -> list[str]:  # noqa: N802 (Qt's name)
        return self.files


class Driver:
    """One view on one page."""

    def __init__(self) -> None:
        self.view = QWebEngineView()
        self.page = Page(QWebEngineProfile(self.view))
        self.view.setPage(self.page)
        self.view.resize(1366, 768)
        self.view.show()

    def answer(self, asked: dict[str, Any]) -> dict[str, object]:
        """Return what came of one thing that was asked for."""
        result = getattr(self, f"_{asked.pop('do')}")(**asked)
        said, self.page.said = self.page.said, []
        return {"result": result, "console": said}

    def _open(self, url: str) -> bool:
        loop = Waiting()
        self.page.loadFinished.connect(loop.done)
        self.page.load(QUrl(url))
        found = loop.wait()
        self.page.loadFinished.disconnect(loop.done)
        return bool(found)

    def _run(self, script: str) -> object:
        loop = Waiting()
        self.page.runJavaScript(script, loop.done)
        return loop.wait()

    def _type(self, text: str) -> None:
        QTest.keyClicks(self.view.focusProxy(), text, delay=2)

    def _press(self, key: str) -> None:
        QTest.keyClick(self.view.focusProxy(), KEYS[key], delay=10)

    def _choose(self, path: str) -> None:
        self.page.files = [path]


class Waiting:
    """A loop of events that ends with what it is given, or after some time with none."""

    def __init__(self) -> None:
        self._loop, self._found, self._over = QEventLoop(), None, False

    def done(self, found: object = None) -> None:
        """End the waiting."""
        self._found, self._over = found, True  # type: ignore[assignment]
        self._loop.quit()

    def wait(self) -> object:
        """Return what the waiting ended with."""
        QTimer.singleShot(PATIENCE, self._loop.quit)
        if not self._over:
            self._loop.exec_()
        return self._found


def main() -> None:
    """Answer until there is nothing more to be asked."""
    application = QApplication(["oldchromium"])
    driver = Driver()

    def asked() -> None:
        line = sys.stdin.readline()
        if not line:
            application.quit()
            return
        print(json.dumps(driver.answer(json.loads(line))), flush=True)

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Read)
    notifier.activated.connect(asked)
    application.exec_()


if __name__ == "__main__":
    main()
