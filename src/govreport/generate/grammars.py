"""The hand-written files of a schema tree against their grammars, and the schemas against both engines."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from govreport.diagnostics import Diagnostic, Location
from govreport.schemafile import transform

GRAMMARS = {"form.xsd": "*/form.xml", "variants.xsd": "*/variants.xml", "migrations.xsd": "migrations/*.xml", "errata.xsd": "errata.xml"}
"""Each grammar with the files that it governs."""
SCHEMAS = ("report.xsd", *GRAMMARS)
STYLESHEETS = ("report.sch.xsl", "*/tables.sch.xsl")


def grammar_problems(root: Path) -> Iterator[Diagnostic]:
    """Yield what a grammar refuses in the hand-written files, by line."""
    for name, pattern in GRAMMARS.items():
        files = sorted(root.glob(pattern))
        if not files:
            continue
        try:
            schema = etree.XMLSchema(_tree(root / name))
        except (OSError, etree.LxmlError) as error:
            yield Diagnostic("SYS-SCHEMA-REFUSED", Location(str(root / name)), {"engine": "lxml", "reason": str(error)})
            continue
        for path in files:
            yield from _validate(schema, path)


def _validate(schema: etree.XMLSchema, path: Path) -> Iterator[Diagnostic]:
    try:
        tree = _tree(path)
    except etree.XMLSyntaxError as error:
        yield _refused(path, error.position[0], error.msg or "")
        return
    except OSError as error:
        yield _refused(path, None, str(error))
        return
    if tree.docinfo.doctype:  # type: ignore[attr-defined]  # lxml-stubs lacks it
        yield _refused(path, 1, "DOCTYPE")
    elif not schema.validate(tree):
        for entry in schema.error_log:  # type: ignore[attr-defined]  # lxml-stubs lacks it
            yield _refused(path, entry.line, entry.message)


def engine_problems(root: Path) -> Iterator[Diagnostic]:
    """Yield the schemas that lxml or the ``xmlschema`` package refuses, and the compiled Schematron that lxml refuses."""
    import xmlschema

    for name in SCHEMAS:
        path = root / name
        if not path.is_file() and name != "report.xsd":
            continue
        try:
            etree.XMLSchema(_tree(path))
        except (OSError, etree.LxmlError) as error:
            yield Diagnostic("SYS-SCHEMA-REFUSED", Location(str(path)), {"engine": "lxml", "reason": _first_line(error)})
        try:
            with warnings.catch_warnings():
                # an import that leads nowhere is only a warning to the package
                warnings.simplefilter("error")
                # nothing is fetched: only local files, and no entities
                xmlschema.XMLSchema(str(path), allow="local", defuse="always")
        except (OSError, xmlschema.XMLSchemaException, SyntaxError, Warning) as error:
            yield Diagnostic("SYS-SCHEMA-REFUSED", Location(str(path)), {"engine": "xmlschema", "reason": _first_line(error)})
    for path in sorted(path for pattern in STYLESHEETS for path in root.glob(pattern)):
        try:
            transform(_tree(path))
        except (OSError, etree.LxmlError) as error:
            yield Diagnostic("SYS-SCHEMA-REFUSED", Location(str(path)), {"engine": "lxml", "reason": _first_line(error)})


def _tree(path: Path) -> etree._ElementTree:
    # bytes and a base URL: a path would be opened, and gunzipped, by libxml2; imports are resolved against the base
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.ElementTree(etree.fromstring(path.read_bytes(), parser, base_url=str(path)))


def _refused(path: Path, line: int | None, reason: str) -> Diagnostic:
    return Diagnostic("SYS-SCHEMA-GRAMMAR", Location(str(path), line), {"reason": reason})


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
