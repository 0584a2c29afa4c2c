"""Relations that a profile adds to the form, the editions that have their tables, rows and columns, and the tables of which none are judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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


def unjudged(relation: Relation, forms: Mapping[str, Form], editions: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the table, and its edition, for which a relation for every edition is not judged; None where it is, or where a table of it is absent.

    ``forms`` holds, by edition, what a profile adds; ``editions`` is that of each table of a report. What tables of several editions are
    to one another is not judged.
    """
    keys = list(dict.fromkeys(term.table for term in (*relation.left, *relation.right)))
    if not all(key in editions for key in keys):
        return None
    having = {edition for edition, form in forms.items() if relation in form.relations}
    other = [key for key in keys if editions[key] not in having] or [key for key in keys if editions[key] != editions[keys[0]]]
    return (other[0], editions[other[0]]) if other else None


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
