"""Reports as a package: all of the archive, which can be made again from it to equality, or those that a filter wants."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy.engine import Connection

from govreport.archive import bundle, durable
from govreport.archive.archive import Archive
from govreport.archive.audit import Head
from govreport.archive.catalogue import database, entries, queries
from govreport.archive.catalogue.queries import Filter
from govreport.archive.digests import canonical
from govreport.archive.failures import RefusedError, UnknownError
from govreport.archive.handover import directory
from govreport.archive.handover.filing import HANDED, Filing, filing
from govreport.archive.handover.package import BAG, Package, Packing
from govreport.archive.handover.words import words
from govreport.archive.indexing import Progress, silent
from govreport.archive.ledger import stamp
from govreport.archive.states import Version
from govreport.version import __version__

FORMAT = "govreport-handover"
REVISION = 1
LONGEST = 80
ALL = None
Examined = Callable[[Package], Mapping[str, bytes]]


@dataclass(frozen=True, slots=True)
class Exported:
    """What a package holds: whether it is the whole archive, versions, files and bytes, and the end of the log then."""

    whole: bool
    versions: int
    files: int
    size: int
    sequence: int
    hash: str


def export(
    archive: Archive,
    target: Path,
    wanted: Filter | None = HANDED,
    layout: str = BAG,
    examined: Examined | None = None,
    progress: Progress = silent,
) -> Exported:
    """Return what was written as a package into a new folder: the versions of a filter, or the whole archive where it is ``ALL``.

    Deposits may go on meanwhile. ``examined`` gives the files of an examination of the package, which go into it.
    Raises ``UnknownError`` where nothing fits, ``RefusedError`` for a folder that is not empty or lies in the archive, ``BrokenError``
    where content is missing or damaged or the package cannot be written: then the folder is as it was. One that is killed leaves no list of
    digests, and nothing takes it for a package.
    """
    if target.resolve().is_relative_to(archive.folder.resolve()):
        raise RefusedError("export-inside", name=target)
    with durable.anew(target):
        return _written(archive, target, wanted, layout, examined, progress)


def _written(
    archive: Archive,
    target: Path,
    wanted: Filter | None,
    layout: str,
    examined: Examined | None,
    progress: Progress,
) -> Exported:
    packing, names = Packing(target, layout), words().names
    dossiers: list[dict[str, str]] = []
    with archive.sealer.kept(), archive.reading() as connection:
        if wanted is not None and next(queries.versions(connection, replace(wanted, limit=1)), None) is None:
            raise UnknownError("export-nothing")
        head, found = database.head(connection), filing(archive, connection)
        packing.pour(names["list"], _records(packing, found, connection, wanted, dossiers, progress))
        if wanted is None:
            packing.pour(names["log"], (event.line().encode("utf-8") for event in entries.log(connection)))
        packing.put(names["organs"], "".join(canonical(organ.row()) + "\n" for organ in found.register.organs.values()).encode("utf-8"))
        origin = {**_origin(archive, connection, head, wanted is None), "versions": len(dossiers)}
    _describe(packing, found, dossiers, origin)
    information = {"Source-Organization": str(origin["organ"]), "Bagging-Date": str(origin["made"])[:10], "External-Identifier": str(origin["archive"])}
    packing.finish(information)
    if examined is not None:
        for name, data in examined(Package(target)).items():
            packing.put(name, data)
        packing.finish(information)
    return Exported(wanted is None, len(dossiers), len(packing.digests), packing.size, head.sequence, head.hash)


def _records(
    packing: Packing, found: Filing, connection: Connection, wanted: Filter | None, dossiers: list[dict[str, str]], progress: Progress
) -> Iterator[bytes]:
    """Yield the line of every version, whose files are in the package by then and whose dossier is among the others."""
    taken: set[str] = set()
    for version in queries.versions(connection, wanted or Filter()):
        record = _packed(packing, found, version, taken)
        if wanted is not None:
            record["history"] = [event.row() for event in entries.history(connection, version.subject)]
        dossiers.append(directory.dossier(record))
        progress(len(dossiers))
        yield (canonical(record) + "\n").encode("utf-8")


def _describe(packing: Packing, found: Filing, dossiers: Sequence[Mapping[str, str]], origin: Mapping[str, object]) -> None:
    """Write what a package says of itself: its directory, where it comes from, the schemas, and the texts, which tell how many bytes there are by then."""
    names, schemas = words().names, found.archive.standard.root
    packing.put(names["directory"], directory.listed(dossiers))
    packing.put(names["origin"], (json.dumps(origin, ensure_ascii=False, indent=2) + "\n").encode("utf-8"))
    for path in sorted(schemas.rglob("*.xsd")):
        packing.put(f"{names['schema']}/{path.relative_to(schemas).as_posix()}", path.read_bytes())
    for name, data in directory.texts(packing, dossiers, origin, found.rules).items():
        packing.put(name, data)


def _origin(archive: Archive, connection: Connection, head: Head, whole: bool) -> dict[str, object]:
    first = next(entries.log(connection, 0, 1), None)
    said = {"format": FORMAT, "revision": REVISION, "whole": whole, "made": stamp(archive.ledger.clock()), "tool": __version__}
    roots = [naming.name for depth, _, naming in archive.register().tree(archive.ledger.clock().year) if depth == 0]
    place = {"archive": first.hash if first else "", "sequence": head.sequence, "hash": head.hash, "time": head.time, "settings": head.settings}
    return {**said, **place, "organ": roots[0] if roots else "", "pattern": archive.configuration.handover.form}


def _packed(packing: Packing, found: Filing, version: Version, taken: set[str]) -> dict[str, object]:
    """Return the record of a version, whose files are in the package; a redacted one has none."""
    files = {} if version.redacted else found.archive.content(version).files()
    filed = found.dossier(version, files.get(bundle.REPORT))
    folder = _folder(version, filed, taken)
    places = {name: f"{folder}/{name}" for name in files}
    for name, place in places.items():
        packing.put(place, files[name])
    packing.put(f"{folder}/{words().names['metadata']}", directory.metadata(filed))
    return {"version": version.row(), "dossier": {**filed, "folder": folder}, "files": places}


def _folder(version: Version, filed: Mapping[str, str], taken: set[str]) -> str:
    """Return the folder of a version: year, section, 档号; its id where it has no number or one that is taken."""
    names = words().names
    parts = [names["records"], filed["year"] or names["unplaced"], _part(filed["section"] or names["unplaced"])]
    chosen = next(each for each in _candidates(parts, version, filed) if each not in taken)
    taken.add(chosen)
    return chosen


def _candidates(parts: list[str], version: Version, filed: Mapping[str, str]) -> Iterator[str]:
    if filed["code"]:
        yield "/".join((*parts, _part(filed["code"])))
    yield "/".join((*parts, _part(version.subject)))
    yield "/".join((*parts, f"{version.sequence}"))


def _part(name: str) -> str:
    """Return a word of the configuration as the name of a folder; ``%`` escapes signs in the lists of BagIt."""
    return "".join(each if each.isprintable() and each not in '<>:"|?*/\\%' else "_" for each in name)[:LONGEST].strip(". ") or "_"
