"""What became of the waivers of a file over a batch: those that dismissed nothing are told at the end, for no report is the place of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govreport.cli.judged import Judged
from govreport.cli.texts import Texts
from govreport.validation import Findings
from govreport.waivers import Beside

LISTED = 50
"""More waivers without effect than these are counted, not listed."""


def dismissals(waivers: Sequence[Beside], findings: Findings, source: str) -> tuple[tuple[int, bool], ...]:
    """Return the numbers of the waivers that are for a report, each with whether it met a finding there; ``source`` is the report's file."""
    unused = set(findings.unused_waivers)
    concerned = ((number, each.waiver) for number, each in enumerate(waivers) if findings.contents and each.concerns(findings.metadata, source))
    return tuple((number, waiver not in unused) for number, waiver in concerned)


class Dismissals:
    """The waivers of a file with what they met so far; it does not depend on the order of the documents."""

    def __init__(self, name: str, waivers: Sequence[Beside]) -> None:
        self._name, self._waivers = name, waivers
        self._concerned: set[int] = set()
        self._used: set[int] = set()

    def add(self, judged: Judged) -> None:
        """Count what the waivers met in a document."""
        self._concerned.update(number for number, _ in judged.waivers)
        self._used.update(number for number, used in judged.waivers if used)

    def lines(self, say: Texts) -> Iterator[str]:
        """Yield a line for each waiver that met nothing in the reports that it is for, and one for those that are for none of the reports."""
        unused = sorted(self._concerned - self._used)
        for number in unused[:LISTED]:
            each = self._waivers[number]
            yield say("waivers.unused", name=self._name, line=each.line, code=each.waiver.code, text=each.waiver.text)
        if len(unused) > LISTED:
            yield say("waivers.unused-more", name=self._name, count=len(unused) - LISTED)
        elsewhere = [str(each.line) for number, each in enumerate(self._waivers) if number not in self._concerned]
        if elsewhere:
            lines = ", ".join((*elsewhere[:LISTED], *(["\u2026"] if len(elsewhere) > LISTED else [])))
            yield say("waivers.elsewhere", name=self._name, count=len(elsewhere), lines=lines)
