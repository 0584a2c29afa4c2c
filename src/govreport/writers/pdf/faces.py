"""The font files of every role of the page, in the order in which a character is looked for in them."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from govreport.writers.pdf import discovery
from govreport.writers.pdf.sfnt import FaceError
from govreport.writers.pdf.truetype import Face, face
from govreport.writers.pdf.typography import Family, Role, typography

VARIABLE = "GOVREPORT_FONTS"
"""Fonts of one's own, ``role=path#index`` with semicolons between; the word ``packaged`` among them leaves out those of the system."""
PACKAGED = "packaged"
CONFIGURATION = "fonts.toml"
_RESTRICTED, _NO_SUBSET, _BITMAP = 0x0002, 0x0100, 0x0200
_PERMISSIVE = 0x000C


class FontError(ValueError):
    """Raised for a font that was named and cannot be used; ``reason`` says why: role, missing, damaged, restricted."""

    def __init__(self, reason: str, name: str, detail: str = "") -> None:
        self.reason, self.name, self.detail = reason, name, detail
        super().__init__(f"{name}: {reason} {detail}".strip())


@dataclass(frozen=True, slots=True)
class FaceFile:
    """A face for a role: where it lies; ``substitute`` where the standard of the page names another."""

    role: str
    family: str
    path: Path
    index: int
    licence: str | None = None
    substitute: bool = False


@dataclass(frozen=True)
class Choice:
    """Which fonts may be taken: those of one's own by role, and those of the system or only what packages brought."""

    own: tuple[tuple[str, Path, int], ...] = field(default=())
    system: bool = True


def chain(role: str, choice: Choice | None = None) -> tuple[FaceFile, ...]:
    """Return the faces of a role: its best first, then all that stand in for a character it lacks; raises ``FontError``, ``KeyError``."""
    return _chain(role, chosen() if choice is None else choice)


def chosen() -> Choice:
    """Return what the environment and the user's configuration choose; raises ``FontError``."""
    return _chosen(os.environ.get(VARIABLE, ""))


def parse_choice(text: str) -> tuple[str, Path, int]:
    """Return role, path and index of ``role=path#index``, the role by key or by name; raises ``FontError``."""
    name, _, place = text.partition("=")
    role = typography().role(name.strip())
    if role is None or not place:
        raise FontError("role", text)
    path, mark, index = place.rpartition("#")
    if not mark or not index.isdigit():
        path, index = place, "0"
    return role.key, Path(path).expanduser(), int(index)


def check(path: Path, index: int = 0) -> Face:
    """Return a face that was named by hand; raises ``FontError`` where it is not there, cannot be read or may not be embedded."""
    if not path.is_file():
        raise FontError("missing", str(path))
    try:
        found = face(path, index)
    except FaceError as error:
        raise FontError("damaged", str(path), str(error)) from error
    if not may_be_embedded(found.rights):
        raise FontError("restricted", str(path))
    return found


def may_be_embedded(rights: int) -> bool:
    """Return whether a face may be embedded as a subset, by its ``fsType`` (OpenType, OS/2 table)."""
    restricted = bool(rights & _RESTRICTED) and not rights & _PERMISSIVE
    return not restricted and not rights & (_NO_SUBSET | _BITMAP)


@lru_cache(maxsize=32)
def _chain(role: str, choice: Choice) -> tuple[FaceFile, ...]:
    wanted = typography().roles[role]
    found = [FaceFile(role, path.stem, path, index) for key, path, index in choice.own if key == role]
    for each in found:
        check(each.path, each.index)
    for family in (*wanted.families, *typography().fallbacks):
        place = discovery.find(family, choice.system)
        if place is not None and _usable(place):
            found.append(FaceFile(role, family.name, place.path, place.index, place.licence, _is_substitute(wanted, family)))
    if not found:
        raise FontError("missing", wanted.name)
    unique: dict[tuple[Path, int], FaceFile] = {}
    for each in found:
        unique.setdefault((each.path, each.index), each)
    return tuple(unique.values())


def _is_substitute(role: Role, family: Family) -> bool:
    return family.substitute or all(each.name != family.name for each in role.families)


def _usable(place: discovery.Installed) -> bool:
    try:
        return may_be_embedded(face(place.path, place.index).rights)
    except FaceError:
        return False


@lru_cache(maxsize=4)
def _chosen(named: str) -> Choice:
    parts = [part.strip() for part in named.split(";") if part.strip()]
    own = [parse_choice(part) for part in parts if part != PACKAGED]
    return Choice((*own, *_configured()), PACKAGED not in parts)


def _configured() -> tuple[tuple[str, Path, int], ...]:
    """Return the fonts that the user's configuration file names: a table ``fonts`` of role and ``path#index``."""
    import tomllib

    from platformdirs import user_config_path

    path = user_config_path(discovery.APPLICATION) / CONFIGURATION
    if not path.is_file():
        return ()
    try:
        table = tomllib.loads(path.read_text("utf-8")).get("fonts", {})
    except (OSError, ValueError) as error:
        raise FontError("damaged", str(path), str(error)) from error
    return tuple(parse_choice(f"{role}={place}") for role, place in table.items())
