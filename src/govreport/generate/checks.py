"""The examination of a schema tree, cheap and basic things first; what a step needs, the steps before have found sound."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from govreport.diagnostics import Diagnostic, Location
from govreport.generate.artefacts import artefacts, source_problems
from govreport.generate.correspondence import migration_problems
from govreport.generate.grammars import engine_problems
from govreport.generate.manifest import frozen_problems
from govreport.schemafile import SchemaTreeError
from govreport.standard import read_standard


def check(root: Path) -> list[Diagnostic]:
    """Return every finding about a schema tree; findings about a form hide those about what is built from it."""
    problems = source_problems(root)
    if problems:
        return problems
    try:
        standard = read_standard(root)
        problems += migration_problems(standard)
        problems += drift(root)
        problems += frozen_problems(root)
    except SchemaTreeError as error:
        problems.append(Diagnostic("SYS-SCHEMA", Location(str(root)), {"reason": str(error)}))
    return [*problems, *engine_problems(root)]


def drift(root: Path) -> Iterator[Diagnostic]:
    """Yield the built files that are missing or not what the forms give, at the first line that differs."""
    for path, content in artefacts(read_standard(root)).items():
        target = root / path
        if not target.is_file():
            yield Diagnostic("SYS-SCHEMA-DRIFT", Location(str(target)), {"path": path.as_posix()})
        elif (found := target.read_bytes()) != content:
            yield Diagnostic("SYS-SCHEMA-DRIFT", Location(str(target), _first_difference(found, content)), {"path": path.as_posix()})


def _first_difference(found: bytes, content: bytes) -> int:
    ours, theirs = content.splitlines(keepends=True), found.splitlines(keepends=True)
    same = (left == right for left, right in zip(ours, theirs, strict=False))
    return next((number for number, equal in enumerate(same, 1) if not equal), min(len(ours), len(theirs)) + 1)
