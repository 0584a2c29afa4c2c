"""The manifest of a release: digests of what a release freezes, in the format of ``sha256sum -c``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from govreport.diagnostics import Diagnostic, Location
from govreport.generate.artefacts import write
from govreport.generate.freshness import digest
from govreport.schemafile import SchemaTreeError, parse

MANIFEST = "MANIFEST.sha256"
FROZEN = ("report.xsd", "*/form.xml", "*/tables.xsd")
_NUMBER = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+")
_RELEASE = re.compile(rf"# release ({_NUMBER.pattern})")
_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")


class ReleaseError(SchemaTreeError):
    """Raised where a tree cannot be released; ``problems`` are the findings that forbid it, if any."""

    def __init__(self, message: str, problems: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems


@dataclass(frozen=True)
class Manifest:
    """What a release froze: digests by path, with the line of each; no release where none was made."""

    release: str | None
    digests: dict[str, str]
    lines: dict[str, int]


def is_number(text: str) -> bool:
    """Return whether a text can be the number of a release: X.Y.Z."""
    return _NUMBER.fullmatch(text) is not None


def read_manifest(root: Path) -> Manifest:
    """Return the manifest of a tree; an absent file is that of no release; raises ``SchemaTreeError`` for lines it cannot read."""
    path = root / MANIFEST
    manifest = Manifest(None, {}, {})
    if not path.is_file():
        return manifest
    release = None
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if named := _RELEASE.fullmatch(line):
            release = named.group(1)
        elif found := _LINE.fullmatch(line):
            manifest.digests[found.group(2)], manifest.lines[found.group(2)] = found.group(1), number
        elif line and not line.startswith("#"):
            raise SchemaTreeError(f"{path}: line {number}: no digest and path")
    return Manifest(release, manifest.digests, manifest.lines)


def frozen_problems(root: Path) -> Iterator[Diagnostic]:
    """Yield the files that a release froze and that are no longer as they were.

    Work on a later release shows in the version of ``report.xsd``: then ``report.xsd`` itself may differ, and the files of an
    edition for which ``errata.xml`` has an erratum of that version.
    """
    manifest = read_manifest(root)
    if manifest.release is None:
        return
    version = parse(root / "report.xsd").get("version", "")
    later = _numbers(version) > _numbers(manifest.release)
    mended = _mended(root, version) if later else set()
    for name, before in manifest.digests.items():
        path = root / name
        if path.is_file() and digest(path) == before:
            continue
        allowed = later and path.is_file() and (name == "report.xsd" or path.parent.name in mended)
        if not allowed:
            yield Diagnostic("SYS-SCHEMA-FROZEN", Location(str(root / MANIFEST), manifest.lines[name]), {"path": str(path), "release": manifest.release})


def freeze(root: Path, version: str) -> Path:
    """Return the path of the manifest that freezes the tree as it is under a version; raises ``ReleaseError``."""
    before = read_manifest(root)
    stated = parse(root / "report.xsd").get("version", "")
    if stated != version:
        raise ReleaseError(f"{root / 'report.xsd'}: version {stated}, not {version}")
    if before.release is not None and _numbers(version) < _numbers(before.release):
        raise ReleaseError(f"{root / MANIFEST}: {before.release} > {version}")
    files = sorted(path for pattern in FROZEN for path in root.glob(pattern))
    lines = [f"# release {version}", *(f"{digest(path)}  {path.relative_to(root).as_posix()}" for path in files)]
    write(root / MANIFEST, ("\n".join(lines) + "\n").encode())
    return root / MANIFEST


def release(root: Path, version: str) -> Path:
    """Return the path of the manifest that freezes the tree under a version; raises ``ReleaseError`` where ``check`` finds anything."""
    from govreport.generate.checks import check

    problems = tuple(check(root))
    if problems:
        first = problems[0]
        raise ReleaseError(f"{first.location.source}: line {first.location.line}: {first.code}", problems)
    return freeze(root, version)


def _mended(root: Path, version: str) -> set[str]:
    path = root / "errata.xml"
    return {erratum.get("edition", "") for erratum in parse(path).iter("erratum") if erratum.get("release") == version} if path.is_file() else set()


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".")) if re.fullmatch(r"[0-9]+(\.[0-9]+)*", version) else ()
