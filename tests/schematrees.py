"""Schema trees for tests: a copy of the shipped one, with the invented edition 2099, built."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SCHEMA = ROOT / "schema"
INVENTED = ROOT / "fixtures" / "editions" / "2099"


def copy(folder: Path) -> Path:
    """Return a copy of the shipped schema tree in a folder."""
    return Path(shutil.copytree(SCHEMA, folder / "schema"))


def with_invented_edition(folder: Path) -> Path:
    """Return a copy of the shipped schema tree to which the invented edition was added, not built."""
    tree = copy(folder)
    shutil.copytree(INVENTED, tree / INVENTED.name)
    return tree


def replace(path: Path, before: str, after: str, count: int = 1) -> None:
    """Edit a file of a tree; what is replaced must be there."""
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, count), "utf-8")
