"""``schema build``, ``check``, ``release`` and ``docs``: for the editors of the standard."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from govreport.cli import outputs
from govreport.cli.errors import ACCEPTED, REJECTED, USAGE, CommandError
from govreport.cli.settings import Settings
from govreport.resources import schema_root
from govreport.schemafile import SchemaTreeError

if TYPE_CHECKING:
    from govreport.diagnostics import Catalogue, Diagnostic


def build(settings: Settings) -> int:
    """Build what follows from the forms and print the files that changed; exits 2 where the tree is not sound, as ``check`` tells it."""
    from govreport import generate
    from govreport.diagnostics import catalogue
    from govreport.generate.artefacts import UnsoundTreeError

    settings.standard(built=False)
    root = schema_root(settings.schema)
    try:
        words = catalogue(root)
        written = generate.build(root)
    except UnsoundTreeError as error:
        for line in _problems(error.problems, words, settings):
            print(line, file=sys.stderr)
        return USAGE
    except SchemaTreeError as error:
        raise CommandError(USAGE, "error.schema-tree", detail=error) from error
    except OSError as error:
        raise CommandError(USAGE, "error.write", name=error.filename or root, detail=error) from error
    for path in written:
        print(settings.say("schema.built", name=path.relative_to(root)))
    if not written:
        print(settings.say("schema.unchanged"))
    return ACCEPTED


def check(settings: Settings) -> int:
    """Print what is wrong with the schema tree; exits 1 where anything is."""
    from govreport import generate
    from govreport.diagnostics import catalogue

    root = schema_root(settings.schema)
    if not (root / "report.xsd").is_file():
        raise CommandError(USAGE, "error.schema-tree", detail=root)
    try:
        found, words = generate.check(root), catalogue(root)
    except SchemaTreeError as error:
        raise CommandError(REJECTED, "error.schema-tree", detail=error) from error
    for line in _problems(found, words, settings):
        print(line)
    if not found:
        print(settings.say("schema.sound"))
    return REJECTED if found else ACCEPTED


def _problems(found: Iterable[Diagnostic], words: Catalogue, settings: Settings) -> Iterator[str]:
    """Yield what is wrong with a schema tree, a line each: its place, the code and the message."""
    for each in found:
        place = ":".join(str(part) for part in (each.location.source, each.location.line) if part is not None)
        yield settings.say("schema.problem", place=place, code=each.code, message=words.message(each, settings.say.lang))


def release(settings: Settings, number: str) -> int:
    """Freeze a release; exits 1 where the tree is not sound or of another version, 2 for what is no number of a release."""
    from govreport import generate
    from govreport.generate.manifest import ReleaseError, is_number

    settings.standard(built=False)
    try:
        manifest = generate.release(schema_root(settings.schema), number)
    except ReleaseError as error:
        raise CommandError(REJECTED if is_number(number) else USAGE, "error.release", name=number, detail=error) from error
    print(settings.say("schema.released", name=number, path=manifest))
    return ACCEPTED


def docs(settings: Settings, target: str, to: str, suite: str | None) -> int:
    """Write the documentation of the standard below a folder and print what changed; exits 2 where the suite cannot be read."""
    from govreport.conformance.suite import SuiteError
    from govreport.profiles import ProfileError
    from govreport.reference import pages

    kinds = {"html": pages.documentation, "markdown": pages.markdown}
    if to not in kinds:
        raise CommandError(USAGE, "error.docs", name=to, known=", ".join(kinds))
    standard = settings.standard()
    try:
        found = kinds[to](standard, Path(suite) if suite else None)
    except (SuiteError, ProfileError, SchemaTreeError) as error:
        raise CommandError(USAGE, "error.schema-tree", detail=error) from error
    except OSError as error:
        raise outputs.refusal(error.filename or target, error) from error
    root, changed = outputs.folder(target), 0
    for name, data in sorted(found.items()):
        path = root / name
        if not path.is_file() or path.read_bytes() != data:
            outputs.folder(str(path.parent))
            outputs.write(str(path), data)
            changed += 1
    print(settings.say("schema.documented", path=root, files=len(found), changed=changed))
    return ACCEPTED
