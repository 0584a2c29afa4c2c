"""The schema tree's maker: builds everything that follows from the forms, checks the tree, freezes releases."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govreport.diagnostics import Diagnostic


def build(root: Path) -> list[Path]:
    """Return the paths of the built files that were written anew; raises ``SchemaTreeError`` for a tree that cannot be read."""
    from govreport.generate.artefacts import build

    return build(root)


def check(root: Path) -> list[Diagnostic]:
    """Return what is wrong with a schema tree, by file and line: grammar, names, relations, engines, drift, frozen files, migrations."""
    from govreport.generate.checks import check

    return check(root)


def release(root: Path, version: str) -> Path:
    """Return the manifest that freezes release X.Y.Z; raises ``ReleaseError`` where the tree is not sound or of another version."""
    from govreport.generate.manifest import release

    return release(root, version)


def is_fresh(root: Path) -> bool:
    """Return whether the tree was built since its forms last changed (cheap: digests of the forms)."""
    from govreport.generate.freshness import is_fresh

    return is_fresh(root)
