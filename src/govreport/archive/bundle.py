"""A deposit as one file: an uncompressed ZIP of the original bytes, the canonical XML, the findings and what the depositor said.

The same deposit gives the same bytes, so that the bundle can be kept under its digest.
"""

from __future__ import annotations

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from govreport.archive.digests import canonical
from govreport.archive.failures import BrokenError
from govreport.formats import FORMATS

REPORT, FINDINGS, DEPOSIT, ORIGINAL = "report.xml", "findings.json", "deposit.json", "original"
_FILE, _ENTRY, _END = struct.Struct("<4s5H3L2H"), struct.Struct("<4s2B5H3L5H2L"), struct.Struct("<4s4H2LH")
"""A ZIP's heads before a file and in its directory, and its end, as ``zipfile`` writes them, which takes three times as long."""
_VERSION, _UNIX, _OWN, _UNICODE = 20, 3, 0o600 << 16, 1 << 11
_EPOCH = 1 << 5 | 1
"""The first day that a ZIP can name."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """What is kept of a deposit: ``xml`` is None where nothing could be read; ``about`` is what the depositor said, with both digests."""

    name: str
    original: bytes
    xml: bytes | None
    findings: bytes
    about: Mapping[str, object]

    def files(self) -> dict[str, bytes]:
        """Return the files of the bundle by name."""
        found = {f"{ORIGINAL}/{self.name}": self.original}
        if self.xml is not None:
            found[REPORT] = self.xml
        return {**found, FINDINGS: self.findings, DEPOSIT: (canonical(self.about) + "\n").encode("utf-8")}


def pack(bundle: Bundle) -> bytes:
    """Return the bundle as one file."""
    parts: list[bytes] = []
    directory: list[bytes] = []
    at, sums = 0, dict[int, int]()
    for said, data in bundle.files().items():
        # most originals are the canonical XML itself, and summed up once
        if id(data) not in sums:
            sums[id(data)] = zlib.crc32(data)
        name = said.encode("utf-8")
        about = (0 if said.isascii() else _UNICODE, 0, 0, _EPOCH, sums[id(data)], len(data), len(data), len(name), 0)
        directory += (_ENTRY.pack(b"PK\1\2", _VERSION, _UNIX, _VERSION, *about, 0, 0, 0, _OWN, at), name)
        parts += (_FILE.pack(b"PK\3\4", _VERSION, *about), name, data)
        at += _FILE.size + len(name) + len(data)
    count = len(directory) // 2
    end = _END.pack(b"PK\5\6", 0, 0, count, count, sum(map(len, directory)), at, 0)
    return b"".join((*parts, *directory, end))


def unpack(data: bytes) -> Bundle:
    """Return what ``pack`` packed; raises ``BrokenError`` for other bytes."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return of_files({name: packed.read(name) for name in packed.namelist()})
    except (zipfile.BadZipFile, EOFError) as error:
        raise BrokenError("bundle", detail=error) from error


def of_files(files: Mapping[str, bytes]) -> Bundle:
    """Return the bundle that has these files; raises ``BrokenError`` where one is missing."""
    try:
        name = next(name for name in files if name.startswith(f"{ORIGINAL}/"))
        return Bundle(name.removeprefix(f"{ORIGINAL}/"), files[name], files.get(REPORT), files[FINDINGS], json.loads(files[DEPOSIT]))
    except (StopIteration, KeyError, ValueError) as error:
        raise BrokenError("bundle", detail=error) from error


def stored_name(format: str) -> str:
    """Return the name under which the original is kept: made of its format alone, for a name that somebody chose has no business on a disk."""
    return f"document{FORMATS[format].suffixes[0]}"
