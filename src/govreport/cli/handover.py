"""``archive export`` and ``import``: packages for another archive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from govreport.cli.archives import number, opened, said
from govreport.cli.errors import ACCEPTED, USAGE, CommandError
from govreport.cli.settings import Settings


def export(
    settings: Settings, place: str, target: str, where: tuple[str, str, str], states: Sequence[str], how: tuple[bool, str], as_json: bool
) -> int:
    """Write a package of what fits, by default what is accepted or published; or of the whole archive."""
    (organ, year, scope), (whole, layout) = where, how
    chosen = number(year, "--year")
    if whole and (organ or chosen or scope or states):
        raise CommandError(USAGE, "error.archive.whole-alone")
    with opened(settings, place) as archive:
        from govreport.archive import Filter
        from govreport.archive.handover.export import ALL, HANDED, export
        from govreport.archive.handover.package import LAYOUTS
        from govreport.archive.states import STATES

        if layout not in LAYOUTS:
            raise CommandError(USAGE, "error.archive.what", name=layout, known=" ".join(LAYOUTS))
        wrong = [state for state in states if state not in STATES]
        if wrong:
            raise CommandError(USAGE, "error.archive.no-state", name=" ".join(wrong), known=" ".join(STATES))
        wanted = Filter(organ or None, chosen, scope or None, tuple(states) or HANDED.states)
        done = export(archive, Path(target), ALL if whole else wanted, layout)
    said(settings, as_json, {"target": target, "layout": layout, **asdict(done)}, "archive.exported")
    return ACCEPTED


def import_(settings: Settings, place: str, package: str, actor: str, as_json: bool) -> int:
    """Take in a package: of a whole archive into an empty one, else the versions that are not here yet."""
    with opened(settings, place) as archive:
        from govreport.archive.handover.importing import taken_in

        done = taken_in(archive, Path(package), actor)
    said(settings, as_json, asdict(done), "archive.taken-in-whole" if done.whole else "archive.taken-in")
    return ACCEPTED
