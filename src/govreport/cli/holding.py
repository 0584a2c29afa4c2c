"""``archive init``, ``organs`` and ``persons``: the archive itself, and who reports and who acts in it."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from govreport.cli.archives import need_actor, opened, put, roles_in_words, said, told, year_of
from govreport.cli.errors import ACCEPTED, REJECTED
from govreport.cli.settings import Settings
from govreport.cli.single import held
from govreport.cli.terminal import aligned

if TYPE_CHECKING:
    from govreport.archive.organs import Naming, Organ
    from govreport.archive.persons import Person


def init(settings: Settings, folder: str, catalogue: str, as_json: bool) -> int:
    """Make an empty archive in a folder."""
    settings.standard()
    with told(settings):
        from govreport.archive import create

        create(Path(folder), catalogue)
    said(settings, as_json, {"archive": str(Path(folder))}, "archive.made")
    return ACCEPTED


def organs_import(settings: Settings, place: str, file: str, actor: str, as_json: bool) -> int:
    """Take organs from a file; exits 1 with every fault by row and column where it has any, and then takes none."""
    who = need_actor(actor)
    data = held(file)
    with opened(settings, place) as archive:
        from govreport.archive import organfile
        from govreport.archive.organs import orphans

        found = organfile.read(data, Path(file).name)
        for fault in found.faults:
            where = {"row": fault.row, "column": fault.column, "value": fault.value, "reason": settings.say(f"archive.fault.{fault.reason}")}
            said(settings, as_json, where, "archive.fault-line" if fault.column else "archive.fault-file")
        if found.faults:
            return REJECTED
        changed = archive.import_organs(found.organs, who)
        imported = {organ.id for organ in found.organs}
        for organ, above in orphans(archive.register()):
            if imported & {organ.id, above.id}:
                print(settings.say("archive.orphan", id=organ.id, parent=above.id, end=above.span.end), file=sys.stderr)
    said(settings, as_json, {"organs": len(found.organs), "changed": changed}, "archive.imported")
    return ACCEPTED


def organs_list(settings: Settings, place: str, year: str, as_json: bool) -> int:
    """Print the organs of a year, or of any."""
    chosen = year_of(year)
    with opened(settings, place) as archive:
        known = archive.register().organs.values()
    found = [(organ, organ.at(chosen) if chosen else organ.namings[-1]) for organ in known]
    _print([(0, organ, naming) for organ, naming in found if naming], as_json)
    return ACCEPTED


def organs_tree(settings: Settings, place: str, root: str, year: str, line: bool, as_json: bool) -> int:
    """Print the tree of organs of a year, by area or by line of business."""
    chosen = year_of(year) or datetime.datetime.now(datetime.UTC).year
    with opened(settings, place) as archive:
        from govreport.archive import UnknownError
        from govreport.archive.organs import AREA, LINE

        register = archive.register()
        if root and root not in register.organs:
            raise UnknownError("organ", id=root)
        _print(list(register.tree(chosen, root or None, LINE if line else AREA)), as_json)
    return ACCEPTED


def _print(found: list[tuple[int, Organ, Naming]], as_json: bool) -> None:
    if as_json:
        for depth, organ, naming in found:
            put({"depth": depth, "name": naming.name, "kind": naming.kind, "level": naming.level, "uscc": naming.uscc, **organ.row()})
        return
    spans = ["/".join(each or "" for each in organ.span.row).strip("/") for _, organ, _ in found]
    rows = [("  " * depth + naming.name, organ.id, naming.uscc or "", span) for (depth, organ, naming), span in zip(found, spans, strict=True)]
    for line in aligned(rows):
        print(line)


def persons_add(settings: Settings, place: str, name: str, roles: list[str], actor: str, as_json: bool) -> int:
    """Register a person, with every role where none is named, or give them other roles."""
    with opened(settings, place) as archive:
        from govreport.archive.persons import ROLES, SECURITY

        _person(settings, archive.add_person(name, roles or [each for each in ROLES if each != SECURITY], actor or None), as_json)
    return ACCEPTED


def persons_end(settings: Settings, place: str, name: str, actor: str, as_json: bool) -> int:
    """End a person's right to act; what they did stays."""
    who = need_actor(actor)
    with opened(settings, place) as archive:
        _person(settings, archive.add_person(name, [], who), as_json)
    return ACCEPTED


def persons_list(settings: Settings, place: str, as_json: bool) -> int:
    """Print every registered person with their roles."""
    with opened(settings, place) as archive, archive.reading() as connection:
        from govreport.archive.catalogue.queries import persons

        for person in persons(connection):
            _person(settings, person, as_json)
    return ACCEPTED


def _person(settings: Settings, person: Person, as_json: bool) -> None:
    roles = roles_in_words(settings, person.roles)
    if as_json:
        put({"name": person.name, "roles": list(person.roles), "active": person.active})
    else:
        print(settings.say("archive.person" if person.active else "archive.person-ended", name=person.name, roles=roles))
