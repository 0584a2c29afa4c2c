"""One Findings object put into words: text, JSON lines, SARIF, SVRL and an HTML page. Each tells the same codes at the same places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from govreport.validation.findings import Findings
from govreport.validation.render.jsonlines import as_object, diagnostic_object, json_line
from govreport.validation.render.text import text

__all__ = ["RENDERINGS", "Rendering", "as_object", "diagnostic_object", "json_line", "text"]


@dataclass(frozen=True)
class Rendering:
    """A format of findings: the module and function that give it, the suffix of its files, and how several sources go into one file.

    ``many`` is ``lines`` where one follows the other, ``log`` where SARIF wraps them, None where each needs a file of its own.
    """

    name: str
    module: str
    function: str
    suffix: str
    many: str | None

    def __call__(self, findings: Findings, lang: str) -> str:
        """Return the findings on one source in this format, in zh or en."""
        return cast("Callable[[Findings, str], str]", getattr(import_module(self.module), self.function))(findings, lang)


def _rendering(name: str, module: str, function: str, suffix: str, many: str | None) -> Rendering:
    return Rendering(name, f"{__name__}.{module}", function, suffix, many)


RENDERINGS = {
    each.name: each
    for each in (
        _rendering("text", "text", "text", ".txt", "lines"),
        _rendering("json", "jsonlines", "json_line", ".jsonl", "lines"),
        _rendering("sarif", "sarif", "sarif", ".sarif", "log"),
        _rendering("svrl", "svrl", "svrl", ".svrl", None),
        _rendering("html", "html", "html", ".html", None),
    )
}
"""The renderings by the name of ``validate --format``."""
