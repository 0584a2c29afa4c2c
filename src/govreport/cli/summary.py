"""What a batch of validations comes to: verdicts in all and by region, findings by code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from govreport.cli.judged import Judged
from govreport.cli.texts import Texts
from govreport.diagnostics import Severity
from govreport.validation import Verdict

REGIONS = 50
"""More regions than these are counted, not listed."""


class Summary:
    """The counts of a batch; they do not depend on the order of the documents."""

    def __init__(self) -> None:
        self.verdicts: Counter[Verdict] = Counter()
        self._found: Counter[tuple[int, str]] = Counter()
        self._sources: Counter[tuple[int, str]] = Counter()
        self._regions: dict[str, Counter[Verdict]] = {}

    def add(self, judged: Judged) -> None:
        """Count a document."""
        self.verdicts[judged.verdict] += 1
        self._regions.setdefault(judged.region, Counter())[judged.verdict] += 1
        for rank, code, count in judged.counts:
            self._found[rank, code] += count
            self._sources[rank, code] += 1

    def lines(self, say: Texts) -> Iterator[str]:
        """Yield the findings by code, errors first, then the regions where there are several, then the verdicts in all."""
        severities = list(Severity)
        for rank, code in sorted(self._found):
            severity = say(f"severity.{severities[rank].value}")
            yield say("summary.codes", severity=severity, code=code, count=self._found[rank, code], sources=self._sources[rank, code])
        regions = sorted(self._regions)
        if len(regions) > 1:
            for region in regions[:REGIONS]:
                yield say("summary.region", region=region or say("summary.nowhere"), **_named(self._regions[region]))
            if len(regions) > REGIONS:
                yield say("summary.regions", count=len(regions) - REGIONS)
        yield say("summary.validate", **_named(self.verdicts))


def _named(counts: Counter[Verdict]) -> dict[str, int]:
    return {each.value: counts[each] for each in Verdict}
