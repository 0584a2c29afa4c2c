"""Rules: what is to be said of a report that was read. One function a rule, registered by its codes; a rule never raises on content."""

from govreport.rules import cells, copies, document, heuristics, hints, identity, notes, outline, periods, prose, publication, relations, rollup, series
from govreport.rules.context import Context
from govreport.rules.registry import LISTED, RULES, Raised, Rule, judge, rule, stage_of

__all__ = ["LISTED", "RULES", "Context", "Raised", "Rule", "judge", "rule", "stage_of"]

_MODULES = (relations, cells, outline, document, periods, heuristics, prose, publication, identity, notes, hints, series, rollup, copies)
"""Importing a module registers its rules."""
