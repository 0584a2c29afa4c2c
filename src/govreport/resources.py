"""Where the standard and the stylesheets lie: the only module that knows, and it never asks the network."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

SCHEMA_VARIABLE = "GOVREPORT_SCHEMA"
_PACKAGE = Path(__file__).resolve().parent


def schema_root(override: Path | str | None = None) -> Path:
    """Return the folder of the standard: the override, else ``GOVREPORT_SCHEMA``, else the one shipped with the package."""
    chosen = override or os.environ.get(SCHEMA_VARIABLE)
    return Path(chosen).resolve() if chosen else _shipped("schema")


def stylesheets_root() -> Path:
    """Return the folder of the hand-written stylesheets."""
    return _shipped("stylesheets")


def conformance_root() -> Path:
    """Return the folder of the conformance suite."""
    return _shipped("conformance", "fixtures/conformance")


@lru_cache(maxsize=8)
def _shipped(name: str, inside: str | None = None) -> Path:
    """Return a data folder: inside an installed package, or (as ``inside`` where that differs) beside ``src/`` in a checkout."""
    installed = _PACKAGE / "data" / name
    return installed if installed.is_dir() else _PACKAGE.parent.parent / (inside or name)
