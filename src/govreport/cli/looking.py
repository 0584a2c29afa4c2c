"""``archive list``, ``show``, ``versions`` and ``get``: what the archive has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from govreport.cli.archives import need_known, number, opened, put, shown_time, year_of
from govreport.cli.errors import ACCEPTED, REJECTED, USAGE, CommandError
from govreport.cli.outputs import write
from govreport.cli.receipts import in_words
from govreport.cli.settings import Settings
from govreport.cli.terminal import aligned

if TYPE_CHECKING:
    from govreport.archive.states import Version

KEPT = ("original", "xml", "findings", "bundle")
SAID = ("reason", "remark", "basis", "proposed_by", "alone")
"""What of an entry is shown below its line."""


def list_reports(settings: Settings, place: str, where: tuple[str, str, str], states: Sequence[str], everything: bool, as_json: bool) -> int:
    """Print the last version of every report that fits, or every version."""
    organ, year, scope = where
    chosen = year_of(year)
    with opened(settings, place) as archive:
        from govreport.archive import Filter

        need_known(archive, organ, (scope,), states=states)
        wanted = Filter(organ or None, chosen, scope or None, tuple(states), latest=not everything)
        _print(settings, archive.versions(wanted), as_json)
    return ACCEPTED


def versions(settings: Settings, place: str, id: str, as_json: bool) -> int:
    """Print every version of a report."""
    with opened(settings, place) as archive:
        from govreport.archive import Filter

        archive.version(id)
        _print(settings, archive.versions(Filter(id=id)), as_json)
    return ACCEPTED


def _print(settings: Settings, found: Iterable[Version], as_json: bool) -> None:
    if as_json:
        for version in found:
            put(version.row())
        return
    rows = [(v.id, v.version, _state(settings, v), shown_time(v.time), v.title or v.name) for v in found]
    for line in aligned(rows):
        print(line)


def _state(settings: Settings, version: Version) -> str:
    return settings.say("archive.state.redacted" if version.redacted else f"archive.state.{version.state}")


def show(settings: Settings, place: str, id: str, version: str, as_json: bool) -> int:
    """Print a version with all that was ever done with it."""
    with opened(settings, place) as archive:
        found = archive.version(id, number(version, "--version"))
        history = archive.history(found)
        from govreport.archive.tombstones import tombstone

        stone = tombstone(found, history)
    if as_json:
        put({**found.row(), "history": [event.row() for event in history], "tombstone": stone.row() if stone else None})
        return ACCEPTED
    say = settings.say
    for name, value in found.row().items():
        if value not in (None, "", False):
            print(say("archive.field", name=say(f"archive.field.{name}"), value=in_words(settings, name, shown_time(str(value)) if name == "time" else value)))
    for event in history:
        action = in_words(settings, "action", event.action)
        print(say("archive.event", sequence=event.sequence, time=shown_time(event.time), actor=event.actor, action=action))
        for name in SAID:
            if event.data.get(name):
                value = say("archive.alone") if name == "alone" else event.data[name]
                # the reason of a request to destroy is none of a correction
                label = "remark" if event.action == "propose" and name == "reason" else name
                print(say("archive.event-said", name=say(f"archive.field.{label}"), value=value))
    return ACCEPTED


def get(settings: Settings, place: str, id: str, version: str, what: str, output: str, as_json: bool) -> int:
    """Write what is kept of a version: the original bytes, the canonical XML, the findings, or all in one."""
    if what not in KEPT:
        raise CommandError(USAGE, "error.archive.what", name=what, known=" ".join(KEPT))
    with opened(settings, place, (output,)) as archive:
        from govreport.archive.bundle import pack

        found = archive.version(id, number(version, "--version"))
        content = archive.content(found)
        if what == "findings":
            data: bytes | None = archive.findings(found, settings.say.lang)
        else:
            data = {"original": content.original, "xml": content.xml, "bundle": pack(content)}[what]
    if data is None:
        raise CommandError(REJECTED, "error.archive.no-xml", id=id)
    write(output, data)
    if as_json and output != "-":
        put({"id": found.id, "version": found.version, "what": what, "output": output, "size": len(data)})
    return ACCEPTED
