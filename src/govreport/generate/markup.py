"""Writing built XML: elements by name and attributes, laid out the same way every time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from lxml import etree

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


Namespaces = Mapping[str, str]
"""Namespaces by prefix; the empty prefix binds the default namespace."""


def root(name: str, attributes: Mapping[str, str], namespaces: Namespaces, prefix: str = "") -> etree._Element:
    """Return a new root element in the namespace that ``prefix`` is bound to, in none where it is not bound."""
    uri = namespaces.get(prefix)
    # lxml binds the default namespace by the key None, which its stubs do not know
    bound = cast("Mapping[str, str]", {key or None: value for key, value in namespaces.items()})
    element = etree.Element(f"{{{uri}}}{name}" if uri else name, nsmap=bound)
    for key, value in attributes.items():
        element.set(key, value)
    return element


def add(parent: etree._Element, name: str, attributes: Mapping[str, str | None] | None = None, text: str | None = None) -> etree._Element:
    """Return a new child in the parent's namespace (or in that of ``{uri}name``); attributes that are None are left out."""
    uri = etree.QName(parent).namespace
    child = etree.SubElement(parent, name if name.startswith("{") or not uri else f"{{{uri}}}{name}")
    for key, value in (attributes or {}).items():
        if value is not None:
            child.set(key, value)
    child.text = text
    return child


def serialise(element: etree._Element, note: str) -> bytes:
    """Return the document as indented UTF-8 with the note as a comment in front."""
    etree.indent(element)
    body = etree.tostring(element, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- {note} -->\n{body}\n'.encode()
