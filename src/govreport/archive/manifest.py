"""What a backup says of itself: how far it goes, and the digests of what stands in it beside the store and of this itself."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from govreport.archive import configuration, durable
from govreport.archive.digests import canonical, digest, sha256
from govreport.archive.failures import BrokenError, UnknownError

FILE, TABLES = "backup.json", "tables.jsonl"
BEGUN = "backup.begun"
"""Names the archive, by the first entry of its log, while a first backup of it is not complete: it can be gone on with."""

BESIDE = (configuration.FILE, TABLES)
"""What stands in a backup beside its store."""

_DIGEST, _BESIDE = "digest", "beside"


@dataclass(frozen=True, slots=True)
class Copy:
    """What a backup holds: the end of the log, its time, the digest of the catalogue then, how many files were new and are there in all.

    ``removed`` is how much of an earlier copy was destroyed because the archive has redacted it since; ``damaged`` are the keys of what was
    missing or altered in the archive itself, and is so in the copy.
    """

    sequence: int
    hash: str
    time: str
    catalogue: str
    new: int = 0
    files: int = 0
    removed: int = 0
    damaged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """A copy, and the SHA-256 that each file beside its store may have: two while a later backup puts others in their places.

    Backups of older programs tell of none.
    """

    copy: Copy
    beside: Mapping[str, Sequence[str]]

    def altered(self, folder: Path) -> list[str]:
        """Return the names of the files beside the store of a backup that are not as they were written."""
        return [name for name, allowed in self.beside.items() if sha256((folder / name).read_bytes()) not in allowed]

    def written(self) -> bytes:
        """Return the manifest as the bytes of its file."""
        said: dict[str, object] = {**asdict(self.copy), _BESIDE: self.beside}
        return (canonical({**said, _DIGEST: digest(said)}) + "\n").encode("utf-8")


def read(folder: Path) -> Manifest:
    """Return what a backup says of itself.

    Raises ``UnknownError`` where a folder is none, or one that is not complete, ``BrokenError`` for a manifest that is not as it was written.
    """
    path = folder / FILE
    if (folder / BEGUN).exists() and not path.exists():
        raise UnknownError("backup-begun", name=folder)
    try:
        data = path.read_bytes()
        said = json.loads(data)
        told = said.pop(_DIGEST, None) is not None
        beside = said.pop(_BESIDE, {})
        copy = Copy(**said)
        found = Manifest(replace(copy, damaged=tuple(copy.damaged)), beside)
        if told and found.written() != data:
            raise ValueError(_DIGEST)
        return found
    except OSError as error:
        raise UnknownError("no-backup", name=folder) from error
    except (AttributeError, RecursionError, TypeError, ValueError) as error:
        raise BrokenError("backup-altered", name=path) from error


def complete(folder: Path, before: Manifest | None, copy: Copy, files: Mapping[str, bytes]) -> None:
    """Put the files beside the store of a backup in their places, then what it says of itself; raises ``OSError``.

    Whenever that stops the files that are there are those that the manifest speaks of.
    """
    new = {name: (sha256(data),) for name, data in files.items()}
    if before is not None and before.beside:
        either = {name: sorted({*before.beside.get(name, ()), *digests}) for name, digests in new.items()}
        durable.replace(folder / FILE, replace(before, beside=either).written())
    for name, data in files.items():
        durable.replace(folder / name, data)
    durable.replace(folder / FILE, Manifest(copy, new).written())
    durable.clear(folder / BEGUN)
