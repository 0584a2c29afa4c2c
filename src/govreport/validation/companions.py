"""What a report is judged beside."""

from __future__ import annotations

from dataclasses import dataclass

from govreport.model import Report, Waiver


@dataclass(frozen=True)
class Companions:
    """What a report is judged beside, the waivers beside it included; ``in_series`` where last year's report was looked for in a batch.

    It is true where there is anything to compare the report with; else ``skipped`` says why there is not, as the reason of the stage.
    """

    previous: Report | None = None
    members: tuple[Report, ...] = ()
    fellows: tuple[Report, ...] = ()
    common: frozenset[int] = frozenset()
    in_series: bool = False
    waivers: tuple[Waiver, ...] = ()
    skipped: str = "no-series"

    def __bool__(self) -> bool:
        return self.previous is not None or bool(self.members) or self.in_series
