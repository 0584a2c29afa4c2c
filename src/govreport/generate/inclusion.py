"""Schematron whose ``include`` elements are replaced by what they name in other files of the schema tree."""

from __future__ import annotations

import copy
from collections.abc import Mapping

from lxml import etree

from govreport.generate.compiler import SCH
from govreport.schemafile import SchemaTreeError, need


def included(schematron: bytes, files: Mapping[str, bytes]) -> bytes:
    """Return a Schematron schema with everything included; ``files`` are those it may name, by their name beside it.

    An ``href`` is a file and the ``id`` of an element in it (``editions.sch#chapters``); raises ``SchemaTreeError`` for any other.
    """
    schema = etree.fromstring(schematron, _parser())
    found = {name: etree.fromstring(content, _parser()) for name, content in files.items()}
    for include in list(schema.iter(f"{{{SCH}}}include")):
        name, _, identity = need(include, "href").partition("#")
        named = next((each for each in found[name].iter() if each.get("id") == identity), None) if name in found else None
        parent = include.getparent()
        if named is None or parent is None:
            raise SchemaTreeError(f"line {include.sourceline}: nothing to include: {include.get('href')}")
        parent.replace(include, copy.deepcopy(named))
    return etree.tostring(schema, encoding="utf-8")


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
