"""What a package holds: its versions with their files, and its log; content is kept as the archive kept it that it came from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from govreport.archive import audit, bundle, objects, store
from govreport.archive.archive import Archive
from govreport.archive.audit import Event
from govreport.archive.catalogue import queries
from govreport.archive.digests import sha256
from govreport.archive.failures import BrokenError
from govreport.archive.handover.package import Package
from govreport.archive.handover.possible import need_organ, need_version
from govreport.archive.handover.words import words
from govreport.archive.organs import Organ
from govreport.archive.organs import of_row as organ_of_row
from govreport.archive.states import Version
from govreport.archive.store import journal_key
from govreport.standard import Standard
from govreport.validation.record import RecordError
from govreport.validation.record import read as read_findings


def records(package: Package) -> Iterator[tuple[Version, Mapping[str, object]]]:
    """Yield the versions of a package, each with its record; raises ``BrokenError`` for lines that are none."""
    name = words().names["list"]
    for number, line in enumerate(package.lines(name), 1):
        try:
            found = json.loads(line)
            version = queries.of_row(found["version"])
            need_version(version)
            yield version, found
        except (ValueError, KeyError, TypeError) as error:
            raise BrokenError("package", name=name, detail=number) from error


def organs(package: Package) -> Iterator[Organ]:
    """Yield the organs of a package; raises ``BrokenError`` for lines that are none."""
    name = words().names["organs"]
    for number, line in enumerate(package.lines(name), 1):
        try:
            found = organ_of_row(json.loads(line))
            need_organ(found)
            yield found
        except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
            raise BrokenError("package", name=name, detail=number) from error


def files(package: Package, record: Mapping[str, object]) -> dict[str, bytes]:
    """Return the files of a record by their names in its bundle."""
    places = record["files"]
    assert isinstance(places, dict)
    return {name: package.get(place) for name, place in places.items()}


def events(package: Package) -> Iterator[Event]:
    """Yield the entries of a package's log in their order; raises ``BrokenError`` for lines that are none."""
    name = words().names["log"]
    for line in package.lines(name):
        try:
            yield from audit.read(line)
        except ValueError as error:
            raise BrokenError("package", name=name, detail=error) from error


def keep(archive: Archive, version: Version, found: dict[str, bytes]) -> None:
    """Keep the content of a version as its archive kept it; raises ``BrokenError`` where it is another."""
    if version.redacted:
        return
    key, stored = content(version, found, archive.standard)
    if isinstance(stored, bytes):
        store.keep(archive.store, key, stored)
    elif not archive.store.seal({key: stored}) and objects.faults(archive.store, key, version.inventory):
        raise BrokenError("object-taken", key=key, id=version.id, version=version.version)


def content(version: Version, found: dict[str, bytes], standard: Standard) -> tuple[str, bytes | dict[str, bytes]]:
    """Return the key and the content of a bundle of the journal, or of an object; raises ``BrokenError`` where it is not what the version says."""
    held = bundle.of_files(found)
    try:
        read_findings(held.findings, standard)
    except RecordError as error:
        raise BrokenError("bundle", detail=error) from error
    packed = bundle.pack(held)
    if sha256(packed) != version.bundle or sha256(held.original) != version.sha256:
        raise BrokenError("altered", id=version.id, version=version.version)
    if version.sealed is None:
        return journal_key(version.bundle), packed
    key, stored, inventory = objects.sealed(version, held, version.time, version.deposited_by)
    if (key, inventory) != (version.sealed, version.inventory):
        raise BrokenError("altered", id=version.id, version=version.version)
    return key, stored
