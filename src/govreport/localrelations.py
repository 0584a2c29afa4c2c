"""Relations that a profile adds to the form, and the editions that have their tables, rows and columns."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from govreport.forms import Form, Relation, Term
from govreport.standard import Standard, read_relation

LOCAL_BASIS = "L"
"""The basis of what a profile asks for beyond the form, where it names no other."""
_KINDS = ("sum", "balance", "equal")


def additions(document: etree._Element, standard: Standard) -> Iterator[tuple[etree._Element, Relation, tuple[str, ...]]]:
    """Yield the relations of a profile as its element, the relation and the editions it is for, none where it fits no edition."""
    for element in document.iterchildren(*_KINDS):
        relation, wanted = read_relation(element), element.get("edition")
        if element.get("basis") is None:
            relation = relation._replace(basis=LOCAL_BASIS)
        yield element, relation, tuple(form.edition for form in standard.forms.values() if wanted in (None, form.edition) and _fits(relation, form))


def _fits(relation: Relation, form: Form) -> bool:
    return all(_has(term, form) for term in (*relation.left, *relation.right))


def _has(term: Term, form: Form) -> bool:
    table = form.tables.get(term.table)
    if table is None or not (term.row or term.column):
        return False
    rows = table.under(term.row) if term.row else tuple(table.columns)
    if not rows or term.column is None:
        return bool(rows)
    found = [row for row in rows if term.column in table.columns[row]]
    return len(found) == len(rows) if term.row else bool(found)
