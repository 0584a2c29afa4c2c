"""Whether the built files of a schema tree are of its forms: read by every command, so it imports nothing and reads little."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

DIGEST = "source-sha256"
"""The attribute of the root of ``layout.xml`` that holds the digest of the form it was built from."""

REPORT, EDITIONS = "report.sch", "editions.sch"
"""The hand-written rules of a report as a whole, and the built ones that it includes."""

_BUILT_FROM = re.compile(rb'<layout edition="[^"]*" ' + DIGEST.encode() + rb'="([0-9a-f]{64})"')
_COMPILED_FROM = re.compile(rb"\(sha256 ([0-9a-f]{64})\)")
_IMPORT = re.compile(rb'schemaLocation="([^"/]*)/tables\.xsd"')


def digest(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def is_fresh(root: Path) -> bool:
    """Return whether the tree was built since its forms last changed: every form has a layout of its digest, and ``editions.xsd`` names them all.

    ``report.sch``, where there is one, has a compiled stylesheet of its digest.
    """
    forms = {path.parent.name: path for path in root.glob("*/form.xml")}
    try:
        named = {edition.decode() for edition in _IMPORT.findall((root / "editions.xsd").read_bytes())}
        built = all(_stated(path.with_name("layout.xml"), _BUILT_FROM) == digest(path) for path in forms.values())
        report = root / REPORT
        compiled = not report.is_file() or _stated(root / f"{REPORT}.xsl", _COMPILED_FROM) == digest(report)
        return named == forms.keys() and built and compiled
    except OSError:
        return False


def _stated(path: Path, pattern: re.Pattern[bytes]) -> str | None:
    """Return the digest that the beginning of a built file states."""
    with path.open("rb") as stream:
        found = pattern.search(stream.read(4096))
    return found.group(1).decode() if found else None
