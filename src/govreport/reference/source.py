"""What the pages are drawn from: one document of the schema tree's own files, with what follows from them and only a program can tell."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from govreport import profiles
from govreport.cellnames import column_name, row_name
from govreport.conformance import index
from govreport.conformance.suite import CASE, CONVERSIONS, SuiteError
from govreport.diagnostics import LANGUAGES, Entry, catalogue_in
from govreport.forms import Form, Relation, TableForm, Term
from govreport.model import Report
from govreport.numerals import text_of
from govreport.reference import examples
from govreport.relations import equations
from govreport.resources import stylesheets_root
from govreport.schemafile import parse
from govreport.standard import Standard
from govreport.writers import xml

EXAMPLE = "example.xml"
"""The file of a schema tree that has every element of the envelope; a tree may be without."""

WORDS = "reference/words.xml"
_XSD = "{http://www.w3.org/2001/XMLSchema}"
_Words = dict[str, str]


@dataclass(frozen=True)
class Source:
    """The document, and the example of each edition by its name."""

    document: etree._Element
    examples: dict[str, Report]


def source(standard: Standard, suite: Path) -> Source:
    """Return what the pages of a schema tree and a conformance suite are drawn from.

    ``<reference>`` holds for each edition its ``form.xml`` and ``layout.xml``, the relations in words and an example; ``report.xsd`` with
    a fragment for every element; the codes with their severities by profile; the index of the suite. Raises ``SchemaTreeError``,
    ``ProfileError``, ``SuiteError``.
    """
    top = etree.Element("reference", {"release": standard.release, "namespace": standard.namespace})
    made = {edition: examples.report(standard, form) for edition, form in standard.forms.items()}
    for edition, form in standard.forms.items():
        top.append(_edition(form, standard, made[edition]))
    envelope = etree.SubElement(top, "envelope")
    envelope.append(parse(standard.root / "report.xsd"))
    for pattern in envelope.iter(f"{_XSD}pattern"):
        pattern.set("value", _visible(pattern.get("value", "")))
    names = {name for each in envelope.iter(f"{_XSD}element") if (name := each.get("name"))}
    for name, text in sorted(examples.fragments(names, standard.root / EXAMPLE).items()):
        etree.SubElement(envelope, "fragment", {"of": name}).text = text
    top.append(_codes(standard))
    cases = etree.fromstring(index.index(suite, standard))
    if not len(cases):
        raise SuiteError(f"{suite}: */{CASE}")
    for case in cases:
        folder = f"{CONVERSIONS}/{case.get('name')}/" if case.tag == "conversion" else f"{case.get('code')}/"
        for file in case.iter("file"):
            file.set("name", file.get("href", "").removeprefix(folder))
    top.append(cases)
    top.append(parse(stylesheets_root() / WORDS))
    return Source(top, made)


def _visible(pattern: str) -> str:
    """Return a pattern with every character beyond ASCII as the reference by which the schema writes it: most of them show nothing."""
    return "".join(each if " " <= each <= "~" else f"&#x{ord(each):X};" for each in pattern)


def _edition(form: Form, standard: Standard, example: Report) -> etree._Element:
    namespace = standard.table_namespace(form.edition)
    top = etree.Element("edition", {"name": form.edition, "namespace": namespace, "from": str(form.first_year), "to": str(form.last_year or "")})
    top.append(parse(standard.root / form.edition / "form.xml"))
    top.append(parse(standard.root / form.edition / "layout.xml"))
    found = equations(form)
    for relation in form.relations:
        count = sum(equation.relation is relation for equation in found)
        about = {"id": relation.id, "code": relation.code, "basis": relation.basis, "kind": relation.kind, "equations": str(count)}
        element = etree.SubElement(top, "relation", about)
        for side, terms in (("left", relation.left), ("right", relation.right)):
            below = etree.SubElement(element, side)
            for term in terms:
                etree.SubElement(below, "term", _term(term, relation, form))
        for lang, text in relation.texts:
            etree.SubElement(element, "text", {"lang": lang}).text = text
    written = xml.write(example, standard)
    for table in example.tables():
        block = etree.SubElement(top, "example", {"table": table.key})
        columns = form.tables[table.key].columns
        for (row, column), value in table.cells.items():
            etree.SubElement(block, "cell", {"row": row, "column": column, "value": text_of(value, columns[row][column].kind)})
        etree.SubElement(block, "lines").text = examples.lines(written, form.tables[table.key], namespace)
    return top


def _term(term: Term, relation: Relation, form: Form) -> _Words:
    """Return the keys of a term and how they read: labels of row and column; the table only where the relation joins several."""
    table = form.tables[term.table]
    own = len({each.table for each in (*relation.left, *relation.right)}) == 1
    labels = [table.label] if not own else []
    labels += [_row_label(table, term.row)] if term.row else []
    labels += [column_name(table, term.row, term.column)] if term.column else []
    parts = (None if own else term.table, term.row, f"@{term.column}" if term.column else None)
    words = {"path": "/".join(part for part in parts if part), "label": " · ".join(labels)}
    return {**words, "year": "last"} if term.last_year else words


def _row_label(table: TableForm, key: str) -> str:
    """Return the label of a row, behind those of its groups where another row has the same."""
    row = table.rows[key]
    return row.label if [each.label for each in table.rows.values()].count(row.label) == 1 else row_name(table, key)


def _codes(standard: Standard) -> etree._Element:
    """Return every code by name, with its severity under each profile of the tree, and how bases and severities read."""
    catalogue = catalogue_in(standard.root)
    found = [profiles.load(name, standard.root) for name in profiles.names(standard.root)]
    top = etree.Element("codes")
    for profile in found:
        etree.SubElement(top, "profile", {"name": profile.name, **profile.titles})
    for name, value in catalogue.words:
        if name in ("basis", "severity"):
            etree.SubElement(top, "word", {"name": name, "is": value, **{lang: catalogue.word(name, value, lang) for lang in LANGUAGES}})
    instruments = " / ".join(form.instrument for form in standard.forms.values())
    for code, entry in sorted(catalogue.entries.items()):
        element = _code(entry)
        for lang in LANGUAGES:
            etree.SubElement(element, "clause", {"lang": lang}).text = catalogue.clause(code, lang, instruments)
        for profile in found:
            etree.SubElement(element, "severity", {"profile": profile.name, "is": profile.severities[code].value})
        top.append(element)
    return top


def _code(entry: Entry) -> etree._Element:
    element = etree.Element("code", {"name": entry.code, "basis": entry.basis, "schematron": "yes" if entry.schematron else "no"})
    for lang in LANGUAGES:
        etree.SubElement(element, "message", {"lang": lang}).text = " ".join(entry.messages.get(lang, "").split())
        etree.SubElement(element, "advice", {"lang": lang}).text = " ".join(entry.advices.get(lang, "").split())
    for (name, value), words in entry.words.items():
        etree.SubElement(element, "value", {"param": name, "is": value, **words})
    return element
