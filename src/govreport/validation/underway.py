"""A validation under way: what is judged, what became of its stages so far, and what was raised."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from govreport.contents import Contents
from govreport.diagnostics import Diagnostic, Location
from govreport.model import Report
from govreport.profiles import Profile
from govreport.readers import DEFAULT, Limits
from govreport.reading import Reading
from govreport.rules import Raised
from govreport.standard import Standard
from govreport.validation.companions import Companions
from govreport.validation.findings import FAILED, Stage

_stage = lru_cache(maxsize=256)(Stage)
"""A stage of every report that comes to the same is one value, made once."""


@dataclass
class Run:
    """One validation under way."""

    source: str
    standard: Standard
    profile: Profile
    previous: Report | None = None
    members: tuple[Report, ...] = ()
    data: bytes = b""
    companions: Callable[[Contents], Companions] | None = None
    limits: Limits = DEFAULT
    tree: etree._Element | None = None
    reading: Reading | None = None
    contents: Contents | None = None
    states: dict[str, Stage] = field(default_factory=dict)
    raised: list[Raised] = field(default_factory=list)

    def set(self, stage: str, state: str, reason: str | None = None) -> None:
        """Record what became of a stage."""
        self.states[stage] = _stage(stage, state, reason)

    def say(self, found: Iterable[Diagnostic]) -> None:
        """Add diagnostics."""
        self.raised += map(Raised, found)

    def engine(self, stage: str, error: Exception) -> None:
        """Record that a stage broke off by a fault of the program."""
        self.set(stage, FAILED, "engine")
        self.say([Diagnostic("SYS-STAGE", Location(self.source), {"stage": stage, "reason": f"{type(error).__name__}: {error}"})])

    def beside(self) -> Companions:
        """Return what the report is judged beside."""
        if self.companions is not None and self.contents is not None:
            return self.companions(self.contents)
        return Companions(self.previous, self.members)
