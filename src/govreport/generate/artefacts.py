"""Every file that is built from the forms of a schema tree, as bytes by path."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from govreport.diagnostics import Diagnostic, Location, catalogue
from govreport.generate import catalog, chapters, grid, jsonschema, layoutxsl, schematron, xsd
from govreport.generate.compiler import compile_schematron
from govreport.generate.consistency import FormFile
from govreport.generate.freshness import EDITIONS, REPORT, digest
from govreport.generate.grammars import grammar_problems
from govreport.generate.inclusion import included
from govreport.replacement import replaced
from govreport.schemafile import SchemaTreeError
from govreport.standard import Standard, read_standard


def artefacts(standard: Standard) -> dict[Path, bytes]:
    """Return the content of every built file by its path relative to the root of the tree."""
    note = "Built from the forms by `govreport schema build`; edit the forms, never this file."
    files: dict[Path, bytes] = {
        Path("editions.xsd"): xsd.editions(standard, note),
        Path("report.schema.json"): jsonschema.report(standard, note),
        Path("layout.xsl"): layoutxsl.layout_stylesheet(standard, note),
        Path("catalog.xml"): catalog.catalog(standard, note),
        Path(EDITIONS): chapters.patterns(standard, note),
    }
    files |= _report(standard.root, files[Path(EDITIONS)])
    for edition, form in standard.forms.items():
        folder, note = Path(edition), f"Built from {edition}/form.xml by `govreport schema build`; edit the form, never this file."
        rules = schematron.tables(form, standard, note)
        files[folder / "tables.xsd"] = xsd.tables(form, standard, note)
        files[folder / "tables.sch"] = rules
        files[folder / "tables.sch.xsl"] = compile_schematron(rules, note)
        files[folder / "tables.schema.json"] = jsonschema.tables(form, note)
        files[folder / "layout.xml"] = grid.layout_document(form, digest(standard.root / edition / "form.xml"), note)
    return files


def _report(root: Path, editions: bytes) -> dict[Path, bytes]:
    """Return the compiled ``report.sch``, none for a tree without it; its note holds the digest of what it was compiled from."""
    source = root / REPORT
    if not source.is_file():
        return {}
    note = f"Compiled from {REPORT} (sha256 {digest(source)}) and {EDITIONS} by `govreport schema build`; edit {REPORT}, never this file."
    try:
        rules = included(source.read_bytes(), {EDITIONS: editions})
        return {Path(f"{REPORT}.xsl"): compile_schematron(rules, note)}
    except (SchemaTreeError, etree.XMLSyntaxError) as error:
        raise SchemaTreeError(f"{source}: {error}") from error


class UnsoundTreeError(SchemaTreeError):
    """Raised where nothing can be built from a tree; ``problems`` are the findings."""

    def __init__(self, problems: list[Diagnostic]) -> None:
        first = problems[0]
        detail = ", ".join(f"{name}: {value}" for name, value in first.params.items())
        super().__init__(f"{first.location.source}: line {first.location.line}: {first.code} ({detail})")
        self.problems = problems


def build(root: Path) -> list[Path]:
    """Return the built files that were written, those already as they should be left alone; raises ``UnsoundTreeError``."""
    problems = source_problems(root)
    if problems:
        raise UnsoundTreeError(problems)
    written = []
    for path, content in artefacts(read_standard(root)).items():
        target = root / path
        if not target.is_file() or target.read_bytes() != content:
            write(target, content)
            written.append(target)
    return written


def source_problems(root: Path) -> list[Diagnostic]:
    """Return what forbids building: files that their grammars refuse, else forms that are inconsistent, or give codes that the catalogue lacks."""
    problems = list(grammar_problems(root))
    if not problems:
        try:
            forms = [FormFile(path) for path in sorted(root.glob("*/form.xml"))]
            problems = [problem for form in forms for problem in form.problems()] or [problem for form in forms for problem in form.codes(catalogue(root))]
        except SchemaTreeError as error:
            problems.append(Diagnostic("SYS-SCHEMA", Location(str(root)), {"reason": str(error)}))
    return problems


def write(target: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    with replaced(target) as stream:
        stream.write(content)
