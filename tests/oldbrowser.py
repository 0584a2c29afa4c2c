"""A Chromium of 2021 for tests, driven from outside (``oldchromium``): pages are opened, keys pressed, scripts run, and what was said is kept."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class OldBrowser:
    """One window; ``console`` has all warnings and errors of its pages."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.console: list[str] = []

    def _ask(self, do: str, **more: str) -> object:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(json.dumps({"do": do, **more}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, f"the browser ended with {self._process.wait(10)} at {do} {more}"
        answer = json.loads(line)
        self.console += answer["console"]
        return answer["result"]

    def open(self, url: str) -> None:
        """Go to a page."""
        assert self._ask("open", url=url), url

    def run(self, script: str) -> object:
        """Return what a script comes to in the page."""
        return self._ask("run", script=script)

    def focus(self, id: str) -> None:
        """Bring an element into view and have it take the keys."""
        self.run(f"(e => {{ e.scrollIntoView({{block: 'center'}}); e.focus(); }})(document.getElementById({json.dumps(id)}))")
        self.focused(id)

    def focused(self, id: str) -> None:
        """Wait until an element takes the keys: they go another way than scripts, and neither waits for the other."""
        self.until(f"document.hasFocus() && document.activeElement.id == {json.dumps(id)} && document.readyState == 'complete'")

    def type(self, id: str, text: str) -> None:
        """Type a text into a field, and wait until it stands there."""
        self.focused(id)
        self._ask("type", text=text)
        self.until(f"document.getElementById({json.dumps(id)}).value == {json.dumps(text)}")

    def press(self, key: str) -> None:
        """Press a key."""
        self._ask("press", key=key)

    def choose(self, id: str, path: Path) -> None:
        """Give a file to a field by the keyboard."""
        self._ask("choose", path=str(path))
        self.focus(id)
        self.press("Space")
        self.until(f"document.getElementById({json.dumps(id)}).files.length == 1")

    def go(self, words: str) -> None:
        """Follow the first link or button of the main part that says so, once it is there."""
        found = f"[...document.querySelectorAll('main a, main button')].find(each => each.textContent.includes({json.dumps(words)}))"
        self.until(found)
        self.run(f"{found}.click()")

    def text(self, selector: str) -> str:
        """Return the text that an element shows."""
        return str(self.run(f"document.querySelector({json.dumps(selector)}).innerText"))

    def value(self, id: str) -> str:
        """Return what stands in a field."""
        return str(self.run(f"document.getElementById({json.dumps(id)}).value"))

    def until(self, condition: str, seconds: float = 30) -> None:
        """Wait until a condition holds in the page."""
        end = time.monotonic() + seconds
        while not self.run(f"Boolean({condition})"):
            assert time.monotonic() < end, f"{self.run('location.href')} never came to {condition}"
            time.sleep(0.1)


@contextmanager
def old_browser() -> Iterator[OldBrowser]:
    """Start the browser and yield it."""
    command = [sys.executable, "-m", "tests.oldchromium"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            yield OldBrowser(process)
        finally:
            process.kill()
