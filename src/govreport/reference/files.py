"""The files beside the pages: the schema tree and the suite as they are and packed, examples of every edition, and the digests of all of them."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

from govreport.formats import FORMATS
from govreport.model import Report
from govreport.standard import Standard
from govreport.writers import write

MANIFEST = "MANIFEST.sha256"
SCHEMA, SUITE, EXAMPLES = "schema", "conformance", "examples"
FORMATS_SHOWN = ("xml", "json", "text", "csv", "html")
"""The formats of the examples: those that need nothing but what is always installed."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
_MODE = 0o644 << 16


def files(standard: Standard, suite: Path, examples: Mapping[str, Report]) -> dict[str, bytes]:
    """Return the files by path, each tree as it stands and as one ZIP of its release, and the manifest of all of them."""
    trees = {SCHEMA: dict(_tree(standard.root)), SUITE: dict(_tree(suite))}
    found = {f"{name}/{path}": data for name, tree in trees.items() for path, data in tree.items()}
    for edition, report in examples.items():
        for name in FORMATS_SHOWN:
            found[f"{EXAMPLES}/{edition}{FORMATS[name].suffixes[0]}"] = write(report, name, standard)
    for name, tree in trees.items():
        found[f"{name}-{standard.release}.zip"] = packed(tree)
    lines = (f"{digest(data)}  {path}\n" for path, data in sorted(found.items()))
    return {**found, MANIFEST: "".join(lines).encode("utf-8")}


def _tree(root: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(root.rglob("*")):
        below = path.relative_to(root)
        if path.is_file() and not any(part.startswith(".") for part in below.parts):
            yield below.as_posix(), path.read_bytes()


def packed(tree: Mapping[str, bytes]) -> bytes:
    """Return files as a ZIP whose bytes follow from theirs alone: in order, without times, not compressed, as compressors differ."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, data in sorted(tree.items()):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.external_attr = _MODE
            archive.writestr(entry, data)
    return target.getvalue()


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def listing(found: Mapping[str, bytes], editions: Mapping[str, object]) -> Iterator[etree._Element]:
    """Yield the files to take away as elements: whole bundles, the standard, what belongs to an edition, examples; not every file of the suite."""
    for path, data in sorted(found.items()):
        folder, _, below = path.partition("/")
        if folder == SUITE:
            continue
        kind = {SCHEMA: "edition" if below.partition("/")[0] in editions else "standard", EXAMPLES: "example"}.get(folder, "bundle")
        yield etree.Element("download", {"kind": kind, "path": path, "size": str(len(data)), "sha256": digest(data)})
