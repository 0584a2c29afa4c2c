"""The schema stage: ``report.xsd`` in libxml2, its errors as diagnostics with line, path and cell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import cast

from lxml import etree

from govreport import xsderrors
from govreport.diagnostics import CellRef, Diagnostic, Location
from govreport.envelope import envelope
from govreport.readers.notices import Notices, quote
from govreport.readers.xmlnodes import Nodes, local
from govreport.schemafile import grammar, line_of
from govreport.standard import Standard

LISTED = 1000
"""More errors than these are counted, not listed."""

_PREFIXED = re.compile(r"(?<=/)[^/\[\]:]+:[^/\[\]]+")
"""A step with a prefix, in a path as libxml2 writes it: what it stands for is known to the document alone."""
_ELEMENTS = etree.XPath("count(//*)")
_XS = "{http://www.w3.org/2001/XMLSchema}"
_ANY = '<xs:restriction xmlns:xs="http://www.w3.org/2001/XMLSchema" base="xs:string"/>'
_CELLS = ("CountCell", "ChangeCell", "MoneyCell")
_PARAGRAPHS = f".//{_XS}element[@name='paragraph']"


class UnusableSchemaError(Exception):
    """Raised where ``report.xsd`` cannot be compiled: its text says why."""


@lru_cache(maxsize=8)
def compiled(root: Path) -> etree.XMLSchema:
    """Return the compiled ``report.xsd`` of a schema tree, once a process; raises ``UnusableSchemaError``."""
    try:
        return grammar(etree.parse(root / "report.xsd", etree.XMLParser(no_network=True, resolve_entities=False)))
    except (OSError, etree.LxmlError) as error:
        raise UnusableSchemaError(str(error)) from error


@lru_cache(maxsize=8)
def _bounded(root: Path) -> etree.XMLSchema:
    """Return ``report.xsd`` with paragraphs and cells of any characters, the rules for which libxml2 takes two thirds of all its time for.

    Whoever takes a document for valid by this schema holds each paragraph to its rule (``xmltext.check_text``) himself, and each cell to
    that of its kind (``numerals.parse``).
    """
    document = etree.parse(root / "report.xsd", etree.XMLParser(no_network=True, resolve_entities=False))
    for paragraph in document.iterfind(_PARAGRAPHS):
        paragraph.set("type", "xs:string")
    for cell in filter(_is_cell, document.iterfind(f"{_XS}simpleType")):
        cell[:] = [etree.fromstring(_ANY)]
    try:
        return grammar(document)
    except etree.LxmlError as error:
        raise UnusableSchemaError(str(error)) from error


def _is_cell(simple: etree._Element) -> bool:
    return simple.get("name") in _CELLS


def holds(document: etree._Element, standard: Standard) -> bool:
    """Return whether a document is valid against ``report.xsd``, whatever its paragraphs and cells hold; raises ``UnusableSchemaError``."""
    return _bounded(standard.root).validate(document)


def check(document: etree._Element, name: str, standard: Standard) -> tuple[Diagnostic, ...]:
    """Return a diagnostic for every error of a document against ``report.xsd``, none for a valid one; raises ``UnusableSchemaError``."""
    schema = compiled(standard.root)
    if schema.validate(document):
        return ()
    return _explained(_Explainer(document, name, standard), _errors(schema), name)


def elements(document: etree._Element) -> int:
    """Return how many elements a document has."""
    return int(cast(float, _ELEMENTS(document)))


def _errors(schema: etree.XMLSchema) -> list[etree._LogEntry]:
    return list(cast("Iterable[etree._LogEntry]", schema.error_log))


def _explained(explainer: _Explainer, errors: list[etree._LogEntry], name: str) -> tuple[Diagnostic, ...]:
    found = dict.fromkeys(_key(error) for error in errors[:LISTED])
    diagnostics = [explainer.diagnostic(*key) for key in found]
    if len(errors) > LISTED:
        diagnostics.append(Diagnostic("SYS-OMITTED", Location(name), {"count": len(errors) - LISTED}))
    return tuple(diagnostics)


def _key(error: etree._LogEntry) -> tuple[str, str, str]:
    return error.type_name, error.path or "/*", error.message


class _Explainer:
    """Errors of one document in the words of the catalogue."""

    def __init__(self, document: etree._Element, name: str, standard: Standard) -> None:
        self.document, self.name, self.standard = document, name, standard
        self.nodes = Nodes(Notices(name), envelope(standard), standard.namespace)

    def diagnostic(self, kind: str, path: str, message: str) -> Diagnostic:
        """Return the diagnostic of an error by its kind, the path of its element and libxml2's message."""
        element = self._element(path)
        found = xsderrors.refusal(kind, message)
        attribute = found.attribute
        match found.problem:
            case xsderrors.ROOT:
                return self._say("XSD-ROOT", element, name=str(element.tag))
            case xsderrors.MISSING:
                return self._say("XSD-MISSING", element, name=f"{local(element)}/{found.expected}")
            case xsderrors.EXPECTED:
                return self._say("XSD-ELEMENT", element, name=local(element), expected=found.expected)
            case xsderrors.UNKNOWN | xsderrors.INSIDE:
                return self._say("XSD-UNKNOWN", element, name=local(element), raw=quote(_text(element)))
            case xsderrors.VALUE:
                return self._value(element, attribute)
        if attribute is not None:
            if found.problem == xsderrors.ABSENT:
                return self._say("XSD-MISSING", element, name=f"{local(element)}/@{attribute}")
            return self._say("XSD-UNKNOWN", element, attribute, name=xsderrors.local(attribute), raw=quote(element.get(attribute, "")))
        return self._say("XSD-INVALID", element, reason=quote(message))

    def _value(self, element: etree._Element, attribute: str | None) -> Diagnostic:
        raw = element.get(attribute, "") if attribute is not None else element.text or ""
        cell = self._cell(element, attribute)
        form = self.standard.table(cell.table, cell.edition or "") if cell else None
        column = form.column(cell.row or "", cell.column or "") if form and cell else None
        if column is not None:
            return self._say("XSD-CELL", element, attribute, raw=quote(raw), kind=column.kind)
        if raw != raw.strip() or not raw or "\n" in raw or "\r" in raw:
            return self._say("XSD-TEXT", element, attribute, raw=quote(raw))
        return self._say("XSD-VALUE", element, attribute, name=xsderrors.local(attribute) if attribute else local(element), raw=quote(raw))

    def _say(self, code: str, element: etree._Element, attribute: str | None = None, **params: str) -> Diagnostic:
        path = self.nodes.path(element) + (f"/@{xsderrors.local(attribute)}" if attribute else "")
        return Diagnostic(code, Location(self.name, line_of(element), None, path, self._cell(element, attribute)), params)

    def _cell(self, element: etree._Element, attribute: str | None) -> CellRef | None:
        """Return the cell, row or table that an element of a table stands for."""
        keys: list[str] = []
        step: etree._Element | None = element
        while step is not None:
            name, namespace = local(step), str(step.tag)[1:].partition("}")[0]
            edition = self.standard.edition_of(namespace)
            if edition is None:
                return None
            form = self.standard.table(name, edition)
            parent = step.getparent()
            if form is not None and (parent is None or str(parent.tag)[1:].partition("}")[0] == self.standard.namespace):
                row = ".".join(reversed(keys)) or None
                known = row if row in form.rows else None
                return CellRef(name, known, attribute if known and form.column(known, attribute or "") else None, edition)
            keys.append(name)
            step = parent
        return None

    def _element(self, path: str) -> etree._Element:
        """Return the element at a path as libxml2 writes it, the root where there is none."""
        try:
            found = self.document.getroottree().xpath(_PREFIXED.sub(lambda step: f"*[name()='{step.group()}']", path))
        except etree.XPathError:
            return self.document
        return next((node for node in found if isinstance(node, etree._Element)), self.document) if isinstance(found, list) else self.document


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext())).strip()
