"""Whether the built files of a schema tree are of its forms: read by every command, so it imports nothing and reads little."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

DIGEST = "source-sha256"
"""The attribute of the root of ``layout.xml`` that holds the digest of the form it was built from."""

_BUILT_FROM = re.compile(rb'<layout edition="[^"]*" ' + DIGEST.encode() + rb'="([0-9a-f]{64})"')
_IMPORT = re.compile(rb'schemaLocation="([^"/]*)/tables\.xsd"')


def digest(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def is_fresh(root: Path) -> bool:
    """Return whether the tree was built since its forms last changed: every form has a layout of its digest, and ``editions.xsd`` names them all."""
    forms = {path.parent.name: path for path in root.glob("*/form.xml")}
    try:
        named = {edition.decode() for edition in _IMPORT.findall((root / "editions.xsd").read_bytes())}
        return named == forms.keys() and all(_built_from(path.with_name("layout.xml")) == digest(path) for path in forms.values())
    except OSError:
        return False


def _built_from(layout: Path) -> str | None:
    with layout.open("rb") as stream:
        found = _BUILT_FROM.search(stream.read(4096))
    return found.group(1).decode() if found else None
