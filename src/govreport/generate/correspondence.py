"""The migration files of a schema tree against the forms that they speak of."""

from __future__ import annotations

from collections.abc import Iterator

from govreport.correspondence import read_correspondence
from govreport.diagnostics import Diagnostic, Location
from govreport.standard import Standard


def migration_problems(standard: Standard) -> Iterator[Diagnostic]:
    """Yield the names in migration files that no edition has, cells that are mapped twice, and files that are not named for their editions."""
    for path in sorted((standard.root / "migrations").glob("*.xml")):
        found = read_correspondence(path, standard)
        if path.stem != f"{found.source}-{found.target}":
            yield Diagnostic("SYS-SCHEMA-MIGRATION", Location(str(path), 1), {"name": path.name, "reason": "file"})
        for fault in found.faults:
            yield Diagnostic("SYS-SCHEMA-MIGRATION", Location(str(path), fault.line), {"name": fault.name, "reason": fault.reason})
