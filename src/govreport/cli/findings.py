"""Diagnostics as lines for a person: errors first, equal ones of a table folded into one line that says how many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govreport.cellnames import cell_name
from govreport.cli.errors import USAGE, CommandError, flat
from govreport.cli.settings import Settings
from govreport.cli.texts import Texts
from govreport.diagnostics import CellRef, Diagnostic, Severity, catalogue
from govreport.profiles import Profile, ProfileError, load
from govreport.standard import Standard

FEW = 3
"""As many equal findings are still listed one by one."""


def profile_named(name: str, settings: Settings) -> Profile:
    """Return a profile by name or path; raises ``CommandError`` (exit 2) where it cannot be used."""
    try:
        return load(name, settings.schema)
    except ProfileError as error:
        raise CommandError(USAGE, "error.profile", name=name, detail=error) from error


def folded(found: Iterable[Diagnostic], source: str, standard: Standard, say: Texts, profile: Profile) -> Iterator[str]:
    """Yield the lines that tell diagnostics of one source, each with its severity under a profile, place, code and message."""
    words = catalogue(standard.root)
    groups: dict[tuple[int, str, str | None], list[Diagnostic]] = {}
    for each in found:
        cell = each.location.cell
        groups.setdefault((profile.severity(each.code).rank, each.code, cell.table if cell else None), []).append(each)
    for (rank, code, table), group in sorted(groups.items(), key=lambda item: item[0][0]):
        severity = say(f"severity.{list(Severity)[rank].value}")
        shown = group if len(group) <= FEW else group[:1]
        if len(group) > FEW:
            edition = group[0].location.cell.edition if group[0].location.cell else None
            name = cell_name(standard, CellRef(table, edition=edition)) if table else ""
            key = "findings.folded-table" if name else "findings.folded"
            yield flat(say(key, source=source, severity=severity, code=code, table=name, count=len(group)))
        for each in shown:
            place = _place(each, standard, say)
            key = "findings.line" if len(group) <= FEW else "findings.example"
            text = place + words.message(each, say.lang)
            yield flat(say(key, source=source, severity=severity, code=code, text=text)) if key == "findings.line" else "  " + flat(say(key, text=text))


def _place(each: Diagnostic, standard: Standard, say: Texts) -> str:
    location = each.location
    parts = []
    if location.line is not None:
        parts.append(say("findings.at", line=location.line))
    if location.cell is not None:
        parts.append(cell_name(standard, location.cell))
    return say("findings.place", text=say("findings.comma").join(parts)) if parts else ""
