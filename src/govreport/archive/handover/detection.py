"""The four-property examination (四性检测) of an archive or of a package, under a profile: archiving, transfer, preservation."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from govreport.archive import bundle
from govreport.archive.archive import Archive
from govreport.archive.audit import Event
from govreport.archive.catalogue import database, entries, queries
from govreport.archive.catalogue.queries import Filter
from govreport.archive.failures import BrokenError, UnknownError
from govreport.archive.fixity import Verification
from govreport.archive.handover import checks, directory, holding
from govreport.archive.handover.checks import Record
from govreport.archive.handover.filing import HANDED, Filing, filing
from govreport.archive.handover.items import FAILED, PASSED, PRESERVATION, TRANSFER, UNCHECKED, Result, Tally, results
from govreport.archive.handover.package import Package, sound
from govreport.archive.handover.words import words
from govreport.archive.ledger import now, stamp
from govreport.archive.objects import EXTRA
from govreport.archive.organs import Register
from govreport.archive.states import Version
from govreport.standard import Standard
from govreport.version import __version__

DAMAGED = ("ARC-MISSING", "ARC-ALTERED", "ARC-UNREADABLE", "ARC-REMAINS")
STRAY = ("ARC-EXTRA", "ARC-HALF")


@dataclass(frozen=True)
class Examination:
    """What an examination came to: under which profile, of what, when, how many records, up to which entry of the log."""

    profile: str
    source: str
    made: str
    records: int
    sequence: int
    hash: str
    results: tuple[Result, ...]
    tool: str = __version__

    def number(self, result: str) -> int:
        """Return how many items had a result."""
        return sum(each.result == result for each in self.results)

    @property
    def conclusion(self) -> str:
        """``failed`` where an item failed, ``incomplete`` where one was not examined, else ``passed``."""
        return FAILED if self.number(FAILED) else "incomplete" if self.number(UNCHECKED) or not self.results else PASSED


def of_archive(archive: Archive, profile: str, wanted: Filter = HANDED) -> Examination:
    """Return the examination of the versions of an archive that a filter wants; for preservation the whole store and log are verified too."""
    tally, dossiers = Tally(), []
    with archive.sealer.kept(), archive.reading() as connection:
        found = filing(archive, connection)
        head = database.head(connection)
        years: dict[int, set[str]] = {}
        for version in queries.versions(connection, wanted):
            record = _record(archive, found, version, entries.history(connection, version.subject))
            checks.look(record, found.rules.form, archive.standard, tally)
            dossiers.append(dict(record.dossier))
            tally.note("count", bool(record.files), version.subject)
            if version.year and version.organ:
                years.setdefault(version.year, set()).add(version.organ)
        checks.entries((event.row() for event in entries.log(connection)), tally)
    checks.together(dossiers, tally)
    if wanted.organ is None:
        _scope(found.register, years, tally)
    if profile == PRESERVATION:
        _store(archive, tally)
    return Examination(profile, "", stamp(archive.ledger.clock()), len(dossiers), head.sequence, head.hash, results(profile, tally))


def _record(archive: Archive, found: Filing, version: Version, history: tuple[Event, ...]) -> Record:
    try:
        files = archive.content(version).files()
    except (BrokenError, UnknownError):
        files = {}
    return Record(version, found.dossier(version, files.get(bundle.REPORT)), files, [event.row() for event in history])


def _scope(register: Register, years: Mapping[int, set[str]], tally: Tally) -> None:
    for year, organs in sorted(years.items()):
        for organ in register.organs.values():
            if organ.at(year) is not None:
                tally.note("scope", organ.id in organs, f"{organ.id} {year}")


def _store(archive: Archive, tally: Tally) -> None:
    run = Verification(archive)
    problems = list(run.problems())
    # a version is one record, however much of it is damaged
    damaged = {problem.subject: problem.key for problem in problems if problem.code in DAMAGED}
    for _ in range(run.checked - len(damaged.keys() - {""})):
        tally.note("store", True)
    for key in damaged.values():
        tally.note("store", False, key)
    for _ in range(run.checked):
        tally.note("extra", True)
    for problem in problems:
        if problem.code in DAMAGED:
            continue
        if problem.code in STRAY:
            tally.note("extra", False, problem.key)
        else:
            tally.note("operation", False, problem.subject or str(problem.sequence))


def of_package(package: Package, standard: Standard) -> Examination:
    """Return the examination of a package under the profile of transfer, from its files alone; raises ``UnknownError``, ``BrokenError``."""
    with sound(package.root):
        return _of_package(package, standard)


def _of_package(package: Package, standard: Standard) -> Examination:
    tally, names = Tally(), words().names
    origin = json.loads(package.get(names["origin"]))
    faults = list(package.faults())
    for name, fault in faults:
        tally.note("extra" if fault == EXTRA else "package", False, name)
    tally.note("package", True, number=len(package.digests.keys() - {name for name, fault in faults if fault != EXTRA}))
    tally.note("extra", True, number=len(package.digests))
    dossiers = []
    histories = _histories(package, origin)
    if origin["whole"]:
        checks.entries(map(json.loads, package.lines(names["log"])), tally)
    for record, folder in _records(package, histories):
        if not origin["whole"]:
            checks.entries(record.history, tally)
        checks.look(record, str(origin.get("pattern") or words().pattern), standard, tally)
        tally.note("structure", folder.startswith(f"{names['records']}/") and f"{folder}/{names['metadata']}" in package.digests, folder)
        dossiers.append(dict(record.dossier))
    checks.together(dossiers, tally)
    _directory(package, len(dossiers), tally)
    tally.note("count", len(dossiers) == origin.get("versions"), str(origin.get("versions")), max(len(dossiers), 1))
    place = (int(origin["sequence"]), str(origin["hash"]))
    return Examination(TRANSFER, package.root.name, stamp(now()), len(dossiers), *place, results(TRANSFER, tally))


def _histories(package: Package, origin: Mapping[str, object]) -> dict[str, list[Mapping[str, object]]]:
    found: dict[str, list[Mapping[str, object]]] = {}
    if origin["whole"]:
        for event in map(json.loads, package.lines(words().names["log"])):
            found.setdefault(event["subject"], []).append({"action": event["action"], "new": event["new"]})
    return found


def _records(package: Package, histories: Mapping[str, list[Mapping[str, object]]]) -> Iterator[tuple[Record, str]]:
    for version, found in holding.records(package):
        if version.redacted:
            continue
        dossier = directory.dossier(found)
        folder = dossier["folder"]
        try:
            files = holding.files(package, found)
            metadata = directory.read(package.get(f"{folder}/{words().names['metadata']}"))
        except (UnknownError, ValueError):
            files, metadata = {}, {"code": "-"}
        own = found.get("history") or histories.get(version.subject, [])
        assert isinstance(own, list)
        yield Record(version, dossier, files, own, metadata), folder


def _directory(package: Package, records: int, tally: Tally) -> None:
    names = words().names
    tally.note("directory", names["description"] in package.digests, names["description"])
    try:
        listed = directory.entries(package.get(names["directory"]))
    except (UnknownError, ValueError):
        listed = -1
    tally.note("directory", listed >= records, names["directory"])
