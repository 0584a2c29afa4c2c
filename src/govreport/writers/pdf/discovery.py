"""Font files on this machine by the exact name of their family: those of the system, of the pack of one's own, of Python packages.

A family is never guessed: what is not found by its name is not there. (``fc-match`` always answers, with any font at all.)
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from govreport.writers.pdf.typography import Distribution, Family, typography

APPLICATION = "govreport"
REGULAR = "Regular"
_SUFFIXES = (".ttf", ".ttc", ".otf", ".otc")
_SECONDS = 20
_SAID = 60
"""Characters that are said of a licence."""
_INDEX = 0xFFFF
"""The lower half of a face's index; the upper is the instance of a variable font."""


@dataclass(frozen=True, slots=True)
class Installed:
    """A face of a file: one of its family names, its style, where it lies; ``licence`` is known of distributions only."""

    family: str
    style: str
    path: Path
    index: int = 0
    licence: str | None = None


def pack() -> Path:
    """Return the folder of the user's own pack of fonts, which may not be there yet."""
    from platformdirs import user_data_path

    return user_data_path(APPLICATION) / "fonts"


def find(family: Family, system: bool = True) -> Installed | None:
    """Return the face of a family (in its regular style where none is wanted), None where it is not on this machine."""
    known = [*_by_name(_distributed()).get(family.name, ()), *(_by_name(installed()).get(family.name, ()) if system else ())]
    if family.style:
        return next((each for each in known if each.style == family.style), None)
    return next((each for each in known if each.style == REGULAR), known[0] if known else None)


def licence(face: Installed) -> str:
    """Return the licence of a face as its distribution or its own name table has it; empty where neither says."""
    if face.licence:
        return face.licence
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(face.path, fontNumber=face.index, lazy=True) as font:
            said = (font["name"].getDebugName(13) or font["name"].getDebugName(0) or "").splitlines()[0]
    except (OSError, TTLibError, KeyError, IndexError):
        return ""
    return next((each.name for each in typography().licences if each.words in said), said if len(said) <= _SAID else f"{said[:_SAID].rsplit(None, 1)[0]} …")


@lru_cache(maxsize=1)
def installed() -> tuple[Installed, ...]:
    """Return the faces of the system: by fontconfig where that is, else by the folders where systems keep fonts."""
    if shutil.which("fc-list"):
        try:
            done = subprocess.run(["fc-list", "-f", "%{file}\t%{index}\t%{family}\t%{style}\n"], capture_output=True, timeout=_SECONDS, check=True)
        except (OSError, subprocess.SubprocessError):
            return tuple(_scanned())
        return tuple(_listed(done.stdout.decode("utf-8", "replace")))
    return tuple(_scanned())


def _listed(said: str) -> Iterator[Installed]:
    for line in sorted(said.splitlines()):
        path, index, families, styles = (*line.split("\t"), "", "", "")[:4]
        if path.lower().endswith(_SUFFIXES) and index.isdigit() and int(index) <= _INDEX:
            for family in families.split(","):
                yield Installed(family.strip(), styles.split(",")[0].strip() or REGULAR, Path(path), int(index))


def folders() -> tuple[Path, ...]:
    """Return the folders in which this system keeps fonts."""
    home = Path.home()
    if sys.platform == "win32":
        local, windows = os.environ.get("LOCALAPPDATA"), os.environ.get("WINDIR", "C:\\Windows")
        return (Path(windows) / "Fonts", *((Path(local) / "Microsoft/Windows/Fonts",) if local else ()))
    if sys.platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts")
    return (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local/share/fonts", home / ".fonts")


def _scanned() -> Iterator[Installed]:
    for folder in folders():
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.suffix.lower() in _SUFFIXES:
                yield from faces_of(path)


def faces_of(path: Path) -> Iterator[Installed]:
    """Yield every face of a font file by every family name that it gives itself; none where it cannot be read."""
    from fontTools.ttLib import TTCollection, TTFont, TTLibError

    try:
        with path.open("rb") as stream:
            collection = path.suffix.lower() in (".ttc", ".otc")
            fonts = list(TTCollection(stream, lazy=True)) if collection else [TTFont(stream, lazy=True)]
            for index, font in enumerate(fonts):
                names = font["name"]
                families = {str(each) for each in names.names if each.nameID in (1, 16)}
                style = names.getDebugName(17) or names.getDebugName(2) or REGULAR
                for family in sorted(families):
                    yield Installed(family, style, path, index)
    except (OSError, TTLibError, KeyError, ValueError, AssertionError, struct.error):
        return


@lru_cache(maxsize=1)
def _distributed() -> tuple[Installed, ...]:
    found = []
    for distribution in typography().distributions:
        folder = place(distribution)
        for family, name in distribution.files:
            path = folder / Path(name).name if folder else None
            if path is not None and path.is_file():
                found.append(Installed(family.name, family.style or REGULAR, path, 0, distribution.licence))
    return tuple(found)


def place(distribution: Distribution) -> Path | None:
    """Return the folder with the files of a distribution, None for a Python package that is not installed."""
    if distribution.python is None:
        return pack()
    found = importlib.util.find_spec(distribution.python)
    return Path(found.origin).parent if found and found.origin else None


@lru_cache(maxsize=4)
def _by_name(faces: tuple[Installed, ...]) -> dict[str, tuple[Installed, ...]]:
    found: dict[str, tuple[Installed, ...]] = {}
    for face in faces:
        found[face.family] = (*found.get(face.family, ()), face)
    return found


def forget() -> None:
    """Look again at the next question: fonts were installed."""
    for each in (installed, _distributed, _by_name):
        each.cache_clear()
