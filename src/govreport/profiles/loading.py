"""Profiles found by name or by path, each read once a process and held to its grammar."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from lxml import etree

from govreport.profiles.document import ProfileError, ProfileReader
from govreport.profiles.profile import SUBMISSION, Profile
from govreport.resources import schema_root
from govreport.schemafile import SchemaTreeError, first_error, grammar, line_of, parse, reason

GRAMMAR = "profile.xsd"


def load(name: str | Path = SUBMISSION, root: Path | str | None = None) -> Profile:
    """Return a profile by the name of a file in ``schema/profiles`` or by its path; raises ``ProfileError``."""
    folder = schema_root(root)
    path = Path(name)
    if path.suffix != ".xml" and len(path.parts) == 1:
        path = folder / "profiles" / f"{name}.xml"
    return _load(path.resolve(), folder, ())


def names(root: Path | str | None = None) -> tuple[str, ...]:
    """Return the names of the profiles of a schema tree."""
    return tuple(sorted(path.stem for path in (schema_root(root) / "profiles").glob("*.xml")))


@lru_cache(maxsize=32)
def _load(path: Path, root: Path, inside: tuple[Path, ...]) -> Profile:
    if not path.is_file():
        raise ProfileError(path, "no-profile", known=", ".join(names(root)))
    try:
        document = parse(path)
        wrong = first_error(_grammar(root), document)
        if wrong is not None:
            raise ProfileError(path, "grammar", wrong[0], grammar=GRAMMAR, detail=wrong[1])
        base_name = document.get("base")
        base = _base(base_name, path, line_of(document), root, inside) if base_name else None
        return ProfileReader(document, path, root).profile(base)
    except SchemaTreeError as error:
        line, detail = reason(error, path)
        raise ProfileError(path, "unreadable", line, detail=detail) from error


def _base(name: str, path: Path, line: int | None, root: Path, inside: tuple[Path, ...]) -> Profile:
    beside = path.parent / (name if name.endswith(".xml") else f"{name}.xml")
    chosen = beside if beside.is_file() and beside != path else root / "profiles" / f"{name}.xml"
    if not chosen.is_file():
        raise ProfileError(path, "unknown-base", line, name=name, known=", ".join(names(root)))
    if chosen.resolve() in (*inside, path):
        raise ProfileError(path, "circle", line)
    return _load(chosen.resolve(), root, (*inside, path))


@lru_cache(maxsize=4)
def _grammar(root: Path) -> etree.XMLSchema:
    return grammar(parse(root / GRAMMAR))
