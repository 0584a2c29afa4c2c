"""The edition of every copy of a table, told by its labels and the numbers of its cells."""

from __future__ import annotations

from collections.abc import Sequence

from govreport.forms import Form
from govreport.readers.legacy.account import TableReading
from govreport.readers.legacy.instances import Instance
from govreport.readers.legacy.tables import TableReader
from govreport.standard import Standard


def read_tables(found: Sequence[Instance], year: int | None, standard: Standard, reader: TableReader) -> list[tuple[Instance, TableReading]]:
    """Return every copy read in its edition; a copy that fits several takes the one in force, else that of a table that fits one, else the newest.

    Where several are in force that of a table that fits one goes before the newest.
    """
    candidates = [_editions(instance, standard) for instance in found]
    settled = [forms[0] for forms in candidates if len(forms) == 1]
    in_force = standard.latest(year)
    readings = []
    for instance, forms in zip(found, candidates, strict=True):
        named = [form for form in reversed(settled) if form in in_force]
        form = next((form for form in (*named, *reversed(in_force), *reversed(settled)) if form in forms), forms[-1])
        readings.append((instance, reader.read(instance, form)))
    return readings


def _editions(instance: Instance, standard: Standard) -> list[Form]:
    """Return the editions whose labels and numbers of cells suit a copy best, then those that have as many rows, oldest first."""
    scores = {form.edition: _suits(instance, form) for form in standard.forms.values() if instance.table in form.tables}
    best = max(scores.values())
    return [form for form in standard.forms.values() if scores.get(form.edition) == best]


def _suits(instance: Instance, form: Form) -> tuple[float, bool]:
    shape = form.tables[instance.table]
    rows: set[str] = set()
    score = 0.0
    for run in instance.runs:
        keys = run.keys(form.edition)
        leaves = {key for key in keys if key in shape.columns}
        rows |= leaves
        if run.label is not None and run.label.match is not None and not keys:
            score -= 2
        if leaves and run.solid:
            score += 1 if any(len(shape.columns[key]) == len(run.solid) for key in leaves) else 0
        elif keys and not leaves and run.solid:
            score -= 2
    columns = {use.key for token in instance.labels if token.match for use in token.match.uses if use.edition == form.edition and use.kind == "column"}
    foreign = sum(1 for token in instance.labels if token.match and not any(use.edition == form.edition for use in token.match.uses))
    filled = sum(bool(run.solid) for run in instance.runs)
    return score + len(rows) + len(columns) - foreign, filled == len(shape.leaves)
