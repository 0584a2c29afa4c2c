"""Reading the XML files of a schema tree, and compiling its grammars and stylesheets: trusted, small, never from the network."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from threading import Lock
from typing import cast

from lxml import etree

_COMPILING = Lock()


class SchemaTreeError(Exception):
    """Raised when a schema tree cannot be read: a missing or malformed file, with its path."""


def parse(path: Path) -> etree._Element:
    """Return the root element of a file of the schema tree, comments dropped; raises ``SchemaTreeError``, for one with a DOCTYPE too.

    Entities are left as they stand, and a grammar breaks off at them.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True, remove_blank_text=True)
    try:
        root = etree.fromstring(path.read_bytes(), parser)
    except (OSError, etree.XMLSyntaxError) as error:
        raise SchemaTreeError(f"{path}: {error if isinstance(error, OSError) else error.msg}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise SchemaTreeError(f"{path}: DOCTYPE")
    return root


def reason(error: SchemaTreeError, path: Path) -> OSError | str:
    """Return why a file could not be parsed, without its path: what the system refused, else the text."""
    return error.__cause__ if isinstance(error.__cause__, OSError) else str(error).removeprefix(f"{path}: ")


def grammar(document: etree._Element | etree._ElementTree) -> etree.XMLSchema:
    """Return an XSD compiled; raises ``etree.XMLSchemaParseError``.

    One after the other: several threads that compile their first ones at once have been told of a sound schema that it is none.
    """
    with _COMPILING:
        return etree.XMLSchema(document)


def first_error(xsd: etree.XMLSchema, document: etree._Element) -> tuple[int, str] | None:
    """Return the line and the words of the first error of a document against an XSD, None for a valid one."""
    if xsd.validate(document):
        return None
    first = next(iter(cast("Iterable[etree._LogEntry]", xsd.error_log)))
    return first.line, first.message


def transform(stylesheet: etree._Element | etree._ElementTree) -> etree.XSLT:
    """Return a stylesheet ready to run, closed to files and network; raises ``etree.XSLTParseError``."""
    return etree.XSLT(stylesheet, access_control=etree.XSLTAccessControl.DENY_ALL)  # type: ignore[attr-defined]  # lxml-stubs lacks it


def line_of(element: etree._Element) -> int | None:
    """Return the line of an element in its file, None where it is not known."""
    return element.sourceline if isinstance(element.sourceline, int) else None


def need(element: etree._Element, name: str) -> str:
    """Return an attribute that must be there; raises ``SchemaTreeError`` with the line of the element."""
    value = element.get(name)
    if value is None:
        raise SchemaTreeError(f"line {element.sourceline}: {element.tag} without {name}")
    return value
