"""The rules by the codes they can give. A rule is a function over a context, registered by its decorator."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from govreport.diagnostics import Diagnostic
from govreport.rules.context import Context

LISTED = 10_000
"""More findings of one code and weight than these are counted, not listed; no form has so many cells. A rule need not tell where and what they are."""


class Raised(NamedTuple):
    """A diagnostic that a rule gives, with the basis of the relation it fails where that is not the code's own.

    ``instrument`` is the local one that asks for what is missed, None where none does.
    """

    diagnostic: Diagnostic
    basis: str | None = None
    instrument: str | None = None


Judge = Callable[[Context], Iterable[Diagnostic | Raised]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: the codes it can give, whether it needs other reports than the one judged, and its function."""

    codes: tuple[str, ...]
    stage: str
    judge: Judge

    @property
    def name(self) -> str:
        """The name of its function."""
        return getattr(self.judge, "__name__", "")


RULES: list[Rule] = []
"""Every rule, in the order in which its module was imported and then of the module."""


def rule(*codes: str, stage: str = "rules") -> Callable[[Judge], Judge]:
    """Return the decorator that registers a rule with its codes; ``stage`` is rules or series."""

    def register(judge: Judge) -> Judge:
        RULES.append(Rule(codes, stage, judge))
        return judge

    return register


def stage_of(code: str) -> str:
    """Return the stage that can give a code: read where no rule gives it."""
    return next((each.stage for each in RULES if code in each.codes), "read")


def judge(context: Context, stage: str) -> Iterator[Raised]:
    """Yield what the rules of a stage say of a report."""
    for each in RULES:
        if each.stage == stage:
            for raised in each.judge(context):
                yield raised if isinstance(raised, Raised) else Raised(raised)
