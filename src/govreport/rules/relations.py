"""The relations of any form: each table is judged by its own edition; what the profile adds is judged in the same way."""

from __future__ import annotations

from collections.abc import Iterator

from govreport.diagnostics import Diagnostic
from govreport.localrelations import LOCAL_BASIS, unjudged
from govreport.relations import Outcome
from govreport.rules.context import Context, at, finding
from govreport.rules.equations import failure, stated
from govreport.rules.registry import Raised, rule


def _instrument(context: Context, outcome: Outcome) -> str | None:
    """Return the profile's instrument for a relation that is asked for locally."""
    relation = outcome.equation.relation
    return context.profile.relation_instruments.get(relation.id) if relation.basis == LOCAL_BASIS else None


@rule("T3-BALANCE", "T3-RESULTS", "T3-ROW", "T4-SUM", "TABLE-SUM", "TABLE-BALANCE", "TABLE-EQUAL")
def relations_hold(context: Context) -> Iterator[Raised]:
    """Give the code of every relation of the form, and of the profile, that fails for certain (form.md section 8)."""
    for form, outcome in context.failures:
        yield Raised(failure(form, outcome, context.editions[form.edition]), outcome.equation.relation.basis, _instrument(context, outcome))


@rule("SYS-PROFILE")
def relations_of_the_profile_are_judged(context: Context) -> Iterator[Diagnostic]:
    """Give SYS-PROFILE for every relation that the profile adds for any edition and that the report's tables, being of another, do not have."""
    profile, editions = context.profile, {key: table.edition for key, table in context.tables.items()}
    for relation in profile.for_any_edition:
        without = unjudged(relation, profile.local_forms, editions)
        if without is not None:
            table, edition = without
            about = {"relation": relation.id, "profile": profile.name, "edition": edition, **stated(relation)}
            yield finding("SYS-PROFILE", at(context.tables[table]), problem="relation", **about)
