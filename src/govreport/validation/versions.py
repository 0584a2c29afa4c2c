"""Which versions judged: tool, schema release, editions with their revisions, and digests of the files that hold the rules."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from govreport.profiles import Profile
from govreport.standard import Standard
from govreport.version import __version__

_SHARED = ("report.xsd", "diagnostics.xml", "vocabulary.xml")
_OF_EDITION = ("form.xml", "tables.xsd", "variants.xml")


def versions(standard: Standard, profile: Profile) -> dict[str, object]:
    """Return the versions as they are written into findings: strings, and objects of strings by name."""
    return dict(_versions(standard, profile))


@lru_cache(maxsize=16)
def _versions(standard: Standard, profile: Profile) -> dict[str, object]:
    return {
        "tool": __version__,
        "schema": standard.release,
        "profile": profile.name,
        "editions": {edition: str(form.revision) for edition, form in standard.forms.items()},
        "rules": dict(_digests(standard.root, tuple(standard.forms), tuple(each.path for each in profile.chain()))),
    }


@lru_cache(maxsize=16)
def _digests(root: Path, editions: tuple[str, ...], profiles: tuple[Path, ...]) -> tuple[tuple[str, str], ...]:
    """Return the SHA-256 of every file by its name in the schema tree, of a profile outside it by its base name."""
    forms = (root / edition / name for edition in editions for name in _OF_EDITION)
    files = [*(root / name for name in _SHARED), *forms, *sorted(root.glob("migrations/*.xml")), *profiles]
    return tuple((_name(path, root), hashlib.sha256(path.read_bytes()).hexdigest()) for path in files if path.is_file())


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
