"""A deposit as one file: an uncompressed ZIP of the original bytes, the canonical XML, the findings and what the depositor said.

The same deposit gives the same bytes, so that the bundle can be kept under its digest. Where the original is the canonical XML, it is
packed once, as ``report.xml``, and ``deposit.json`` says under ``original`` by which name it is the original as well. Older bundles hold it twice.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from govreport.archive.digests import canonical
from govreport.archive.failures import BrokenError
from govreport.formats import FORMATS

REPORT, FINDINGS, DEPOSIT, ORIGINAL = "report.xml", "findings.json", "deposit.json", "original"
_WITHIN = f"{ORIGINAL}/"
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Bundle:
    """What is kept of a deposit: ``xml`` is None where nothing could be read; ``about`` is what the depositor said, with both digests.

    ``original`` in it says that original and XML are the same and packed once.
    """

    name: str
    original: bytes
    xml: bytes | None
    findings: bytes
    about: Mapping[str, object]

    def files(self) -> dict[str, bytes]:
        """Return the files of the bundle by name."""
        found = {_WITHIN + self.name: self.original}
        if self.xml is not None:
            found[REPORT] = self.xml
        return {**found, FINDINGS: self.findings, DEPOSIT: (canonical(self.about) + "\n").encode("utf-8")}


def pack(bundle: Bundle) -> bytes:
    """Return the bundle as one file."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        files = bundle.files()
        if ORIGINAL in bundle.about:
            del files[_WITHIN + bundle.name]
        for name, data in files.items():
            packed.writestr(zipfile.ZipInfo(name, _EPOCH), data)
    return target.getvalue()


def unpack(data: bytes) -> Bundle:
    """Return what ``pack`` packed; raises ``BrokenError`` for other bytes."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return of_files({name: packed.read(name) for name in packed.namelist()})
    except (zipfile.BadZipFile, EOFError) as error:
        raise BrokenError("bundle", detail=error) from error


def of_files(files: Mapping[str, bytes]) -> Bundle:
    """Return the bundle that has these files, with or without that of an original packed once; raises ``BrokenError`` where they are those of none."""
    try:
        about = json.loads(files[DEPOSIT])
        name = about[ORIGINAL] if ORIGINAL in about else next(each for each in files if each.startswith(_WITHIN)).removeprefix(_WITHIN)
        original = files[REPORT] if ORIGINAL in about else files[_WITHIN + name]
        # whoever made a package may have made anything
        if name in ("", ".", "..") or "/" in name or files.get(_WITHIN + name, original) != original:
            raise ValueError(name)
        return Bundle(name, original, files.get(REPORT), files[FINDINGS], about)
    except (StopIteration, KeyError, TypeError, ValueError) as error:
        raise BrokenError("bundle", detail=error) from error


def stored_name(format: str) -> str:
    """Return the name under which the original is kept: made of its format alone, for a name that somebody chose has no business on a disk."""
    return f"document{FORMATS[format].suffixes[0]}"
