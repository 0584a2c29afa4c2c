"""Starts the worker as a package of its own: nothing is imported of the package that it lies in, which takes half a second to import."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

NAME = "govreport_worker"


def main() -> None:
    """Import the worker from the folder of this file, and have it do its work."""
    spec = spec_from_file_location(NAME, Path(__file__).with_name("__init__.py"))
    assert spec is not None and spec.loader is not None
    sys.modules[NAME] = worker = module_from_spec(spec)
    spec.loader.exec_module(worker)
    worker.main()


if __name__ == "__main__":
    main()
