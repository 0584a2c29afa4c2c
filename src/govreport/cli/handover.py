"""``archive export`` and ``import``: packages for another archive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from govreport.cli.archives import opened, put, said, told, year_of
from govreport.cli.errors import ACCEPTED, REJECTED, UNDETERMINED, USAGE, CommandError
from govreport.cli.outputs import write
from govreport.cli.settings import Settings
from govreport.cli.terminal import aligned

if TYPE_CHECKING:
    from govreport.archive.handover.detection import Examination


def export(settings: Settings, place: str, target: str, where: tuple[str, str, str], states: Sequence[str], how: tuple[bool, str], as_json: bool) -> int:
    """Write a package of what fits, by default what is accepted or published; or of the whole archive."""
    (organ, year, scope), (whole, layout) = where, how
    chosen = year_of(year)
    if whole and (organ or chosen or scope or states):
        raise CommandError(USAGE, "error.archive.whole-alone")
    with opened(settings, place) as archive:
        from govreport.archive import Filter
        from govreport.archive.handover.export import ALL, export
        from govreport.archive.handover.filing import HANDED
        from govreport.archive.handover.package import LAYOUTS
        from govreport.archive.states import STATES

        if layout not in LAYOUTS:
            raise CommandError(USAGE, "error.archive.what", name=layout, known=" ".join(LAYOUTS))
        wrong = [state for state in states if state not in STATES]
        if wrong:
            raise CommandError(USAGE, "error.archive.no-state", name=" ".join(wrong), known=" ".join(STATES))
        wanted = Filter(organ or None, chosen, scope or None, tuple(states) or HANDED.states)
        from govreport.archive.handover.examined import files

        done = export(archive, Path(target), ALL if whole else wanted, layout, lambda package: files(package, archive.standard))
    said(settings, as_json, {"target": target, "layout": layout, **asdict(done)}, "archive.exported")
    return ACCEPTED


def import_(settings: Settings, place: str, package: str, actor: str, as_json: bool) -> int:
    """Take in a package: of a whole archive into an empty one, else the versions that are not here yet."""
    with opened(settings, place) as archive:
        from govreport.archive.handover.importing import taken_in

        done = taken_in(archive, Path(package), actor)
        archive.take_in()
    said(settings, as_json, asdict(done), "archive.taken-in-whole" if done.whole else "archive.taken-in")
    return ACCEPTED


def inspect(settings: Settings, place: str, package: str, profile: str, where: tuple[str, str], output: str, as_json: bool) -> int:
    """Examine a package, or what an archive keeps, in its four properties; exits 1 where an item failed."""
    if output not in ("", "-") and not output.lower().endswith((".pdf", ".json")):
        raise CommandError(USAGE, "error.archive.what", name=output, known=".pdf .json")
    found = _examined(settings, place, package, profile, where, output)
    from govreport.archive.handover import examined

    if output:
        write(output, _rendered(settings, found, output))
    if as_json:
        put(examined.as_object(found))
    elif output != "-":
        for line in aligned(examined.rows(found, settings.say.lang)):
            print(line)
        print(examined.conclusion(found, settings.say.lang))
    return REJECTED if found.conclusion == "failed" else ACCEPTED


def _examined(settings: Settings, place: str, package: str, profile: str, where: tuple[str, str], output: str) -> Examination:
    with told(settings):
        from govreport.archive.catalogue.queries import Filter
        from govreport.archive.handover import detection, items
        from govreport.archive.handover.filing import HANDED
        from govreport.archive.handover.package import Package

        known = (items.TRANSFER,) if package else (items.ARCHIVING, items.PRESERVATION)
        chosen = profile or known[0]
        if chosen not in known:
            raise CommandError(USAGE, "error.archive.what", name=chosen, known=" ".join(known))
        if package:
            return detection.of_package(Package(Path(package)), settings.standard())
    organ, year = where
    wanted = Filter(organ or None, year_of(year), states=HANDED.states)
    with opened(settings, place, (output,)) as archive:
        return detection.of_archive(archive, chosen, wanted)


def _rendered(settings: Settings, found: Examination, output: str) -> bytes:
    from govreport.archive.handover import examined
    from govreport.writers import UnwritableError

    if not output.lower().endswith(".pdf"):
        return examined.as_json(found)
    try:
        return examined.as_pdf(found, settings.standard(), settings.say.lang)
    except (UnwritableError, ImportError) as error:
        raise CommandError(UNDETERMINED, "error.archive.no-pdf", detail=error) from error
