"""Reading the XML files of a schema tree, and compiling its grammars and stylesheets: trusted, small, never from the network."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from threading import Lock
from typing import cast

from lxml import etree

from govreport import parsererrors, xsderrors

_COMPILING = Lock()


class SchemaTreeError(Exception):
    """Raised when a schema tree cannot be read: a missing or malformed file, with its path."""


class FileFaultError(Exception):
    """What is wrong with a file, which ``text`` tells by language, and in which line: the cause of another error, or a parameter of a text."""

    def __init__(self, text: Callable[[str], str], line: int | None = None) -> None:
        super().__init__(text("en"))
        self.text, self.line = text, line


def parse(path: Path) -> etree._Element:
    """Return the root element of a file of the schema tree, comments dropped; raises ``SchemaTreeError``, for one with a DOCTYPE too.

    Entities are left as they stand, and a grammar breaks off at them.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True, remove_blank_text=True)
    try:
        root = etree.fromstring(path.read_bytes(), parser)
    except OSError as error:
        raise SchemaTreeError(f"{path}: {error}") from error
    except etree.XMLSyntaxError as error:
        line = error.position[0]
        fault = FileFaultError(partial(parsererrors.malformed, error), line)
        raise SchemaTreeError(f"{path}:{line}: {fault}") from fault
    if root.getroottree().docinfo.internalDTD is not None:
        fault = FileFaultError(partial(parsererrors.said, parsererrors.DOCTYPE))
        raise SchemaTreeError(f"{path}: {fault}") from fault
    return root


def reason(error: SchemaTreeError, path: Path) -> tuple[int | None, Exception | str]:
    """Return the line where a file could not be parsed, None where none is known, and why, without its path."""
    cause = error.__cause__
    if isinstance(cause, FileFaultError):
        return cause.line, cause
    return None, cause if isinstance(cause, OSError) else str(error).removeprefix(f"{path}: ")


def grammar(document: etree._Element | etree._ElementTree) -> etree.XMLSchema:
    """Return an XSD compiled; raises ``etree.XMLSchemaParseError``.

    One after the other: several threads that compile their first ones at once have been told of a sound schema that it is none.
    """
    with _COMPILING:
        return etree.XMLSchema(document)


def first_error(xsd: etree.XMLSchema, document: etree._Element) -> tuple[int, FileFaultError] | None:
    """Return the line of the first error of a document against an XSD and what is wrong there, None for a valid one."""
    if xsd.validate(document):
        return None
    first = next(iter(cast("Iterable[etree._LogEntry]", xsd.error_log)))
    found, places = xsderrors.refusal(first.type_name, first.message), document.getroottree().xpath(first.path or "/*")
    place = next((each for each in places if isinstance(each, etree._Element)), document) if isinstance(places, list) else document
    value = place.get(found.attribute, "") if found.attribute else (place.text or "").strip()
    return first.line, FileFaultError(partial(parsererrors.invalid, found, value, first.message), first.line)


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
