"""The reference pages, written from the forms and the catalogue of diagnostics: every table, key, relation and code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from govreport.diagnostics import LANGUAGES, Catalogue, Entry, catalogue
from govreport.forms import Block, Form, Relation, TableForm, Term
from govreport.generate.artefacts import write
from govreport.relations import equations
from govreport.standard import Standard, read_standard

NOTE = "<!-- Written from the schema by `make docs`; do not edit. -->"
BASIS = {
    "P": "printed on the form",
    "A": "arithmetic implied by the labels",
    "F": "completeness of the form",
    "S": "statute or standard",
    "L": "local notice",
    "H": "heuristic",
    "G": "unverified",
}


def write_pages(root: Path, target: Path) -> list[Path]:
    """Return the paths of the pages below ``target`` that were written; those already as they should be are left alone."""
    written = []
    for name, content in pages(root).items():
        path = target / name
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            write(path, content)
            written.append(path)
    return written


def pages(root: Path) -> dict[str, bytes]:
    """Return the reference pages by name."""
    return {"forms.md": _page(_forms(read_standard(root))), "diagnostics.md": _page(_diagnostics(catalogue(root)))}


def _page(lines: Iterable[str]) -> bytes:
    return ("\n".join((NOTE, *lines)).rstrip() + "\n").encode()


def _forms(standard: Standard) -> Iterator[str]:
    yield f"# The forms (schema {standard.release})"
    yield ""
    yield f"Envelope: `{standard.namespace}` (`report.xsd`). Tables of an edition: the same with the edition behind a colon."
    for form in standard.forms.values():
        yield from _form(form, standard)


def _form(form: Form, standard: Standard) -> Iterator[str]:
    years = f"{form.first_year}-{form.last_year}" if form.last_year else f"{form.first_year} onward"
    yield from ("", f"## Edition {form.edition}", "")
    yield f"{form.instrument}; reporting years {years}; revision {form.revision}; namespace `{standard.table_namespace(form.edition)}`"
    yield from ("", "### Chapters", "", *_grid(("key", "number", "title", "kind", "required", "table")))
    for chapter in form.chapters:
        required = "yes" if chapter.required else ""
        yield _line((f"`{chapter.key}`", chapter.number or "", chapter.title or "", chapter.kind, required, f"`{chapter.table}`" if chapter.table else ""))
    for table in form.tables.values():
        yield from _table(table)
    yield from ("", "### Relations", "", *_grid(("id", "code", "basis", "relation", "equations")))
    found = equations(form)
    for relation in form.relations:
        count = sum(equation.relation is relation for equation in found)
        yield _line((f"`{relation.id}`", f"`{relation.code}`", relation.basis, _relation(relation), str(count)))


def _table(table: TableForm) -> Iterator[str]:
    name = f"{table.name} {table.label}" if table.name != table.label else table.label
    yield from ("", f"### `{table.key}`: {name}", "", f"{len(table.leaves)} rows, {len(table.cells)} cells.")
    for block in table.blocks:
        yield from ("", *((f"**{block.label}**", "") if block.label else ()), *_grid(("column", "label", "kind", "unit", "role")))
        for column in block.columns:
            label = " · ".join((*column.groups, column.label))
            yield _line((f"`{column.key}`", label, column.kind, column.unit or "", column.role or ""))
        yield from ("", *_rows(block))


def _rows(block: Block) -> Iterator[str]:
    yield from _grid(("row", "label", "role"))
    for row in block.rows:
        yield _line((f"`{row.key}`" if row.leaf else f"(`{row.key}`)", row.label, row.role or ""))


def _relation(relation: Relation) -> str:
    left, right = (" + ".join(_term(term, relation) for term in side) for side in (relation.left, relation.right))
    return f"{left} = {right}"


def _term(term: Term, relation: Relation) -> str:
    own = len({each.table for each in (*relation.left, *relation.right)}) == 1
    name = "/".join(part for part in (None if own else term.table, term.row, f"@{term.column}" if term.column else None) if part)
    return f"`{name}`" + (" (last year)" if term.last_year else "")


def _diagnostics(found: Catalogue) -> Iterator[str]:
    yield from ("# Diagnostics", "", "Severity by profile, and what a code rests on: " + "; ".join(f"{key} {text}" for key, text in BASIS.items()) + ".")
    yield from ("Codes marked *Schematron* are also given by the built Schematron.", "", *_grid(("code", "basis", "submission", "legacy", "Schematron")))
    entries = sorted(found.entries.values(), key=lambda entry: entry.code)
    for entry in entries:
        severities = (entry.severities[name].value if name in entry.severities else "" for name in ("submission", "legacy"))
        yield _line((f"[`{entry.code}`](#{entry.code.lower()})", entry.basis, *severities, "yes" if entry.schematron else ""))
    for entry in entries:
        yield from ("", f"## {entry.code}", "", *_entry(entry))


def _entry(entry: Entry) -> Iterator[str]:
    for lang in LANGUAGES:
        clause = entry.clauses.get(lang, entry.clause)
        yield f"- {lang}: {_plain(entry.messages.get(lang, ''))}"
        if entry.advices.get(lang):
            yield f"  {_plain(entry.advices[lang])}"
        if clause:
            yield f"  ({_plain(clause)})"


def _plain(text: str) -> str:
    return " ".join(text.split())


def _grid(heads: tuple[str, ...]) -> tuple[str, str]:
    return _line(heads), _line(("---",) * len(heads))


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
