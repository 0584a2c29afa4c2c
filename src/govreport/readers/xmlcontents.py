"""The contents of an XML document that is valid: what rules look at, taken off its tree without the whole report being made.

Nothing is noted here but cells: a document of which anything else would have to be noted is left to the reader of every element.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import cast

from lxml import etree

from govreport.annotations import Waiver
from govreport.contents import Contents, Mention, Part, Paths
from govreport.diagnostics import Diagnostic
from govreport.envelope import envelope
from govreport.model import Report, Table
from govreport.readers import guard, xml, xmlrecords
from govreport.readers.guard import DEFAULT, Limits
from govreport.readers.notices import Notices
from govreport.readers.tables import Tables
from govreport.readers.xmlnodes import Nodes
from govreport.readers.xmltables import TableReader, forms
from govreport.standard import Standard

_PLACES = "/e:report/e:chapter//e:paragraph | /e:report/e:chapter//e:section[@title]"


@dataclass(frozen=True, slots=True)
class Taken:
    """The contents of a document, with what is to be said of the cells of its tables."""

    contents: Contents
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """What a document has, found in one walk: its chapters, the elements of its tables, and how many sections."""

    parts: tuple[Part, ...]
    tables: list[etree._Element]
    sections: int


def taken(root: etree._Element, name: str, standard: Standard, limits: Limits = DEFAULT) -> Taken | None:
    """Return the contents of a document, None where it has to be read closely.

    The document is valid against ``report.xsd`` but for cells and for the characters of its paragraphs, and none of its attributes is of
    a schema instance. One that nests deeper than the limit is to be refused by the reader of every element.
    """
    nodes = Nodes(Notices(name), envelope(standard), standard.namespace)
    found = _found(nodes, root, standard)
    if found is None or (found.sections + _levels(standard) > limits.depth and guard.deep(root, limits)):
        return None
    tables = _tables(nodes, found.tables, standard)
    if tables is None:
        return None
    said = nodes.notices.all()
    about = xmlrecords.valid_metadata(nodes, root[0])
    annotations = next(root.iterchildren(nodes.prefix + "annotations"), None)
    waivers = _waivers(nodes, annotations)
    if about is None or nodes.notices.all() != said:
        return None
    contents = Contents(
        root.get("schema", ""),
        about,
        found.parts,
        tables,
        waivers,
        _mentions(nodes, annotations),
        lambda: cast(Report, xml.read_tree(root, name, standard, dict(zip(found.tables, tables, strict=True))).report),
        lambda: Paths(cast("list[etree._Element]", _query(_PLACES, standard.namespace)(root)), nodes.path),
        lambda: {(table.key, table.edition): nodes.path(element) for table, element in zip(tables, found.tables, strict=True)},
    )
    return Taken(contents, said)


def _found(nodes: Nodes, root: etree._Element, standard: Standard) -> _Found | None:
    """Return what a document has, None where a paragraph is not one line."""
    parts: list[Part] = []
    tables: list[etree._Element] = []
    sections = 0
    texts: list[str] = []
    every = [texts]
    paragraph, section, chapter, attachment = _tags(nodes.prefix)
    for element in root.iter(paragraph, section, chapter, attachment, *forms(standard)):
        text = element.text
        if text is not None:
            # of those that are looked for paragraphs alone hold text
            texts.append(text)
            continue
        tag = element.tag
        if tag == section:
            sections += 1
            title = element.get("title")
            if title is not None:
                texts.append(title)
        elif tag in (chapter, attachment):
            texts = []
            every.append(texts)
            if tag == chapter:
                parts.append(Part(element.get("key"), element.get("title"), not len(element), texts))
        elif tag == paragraph:
            return None
        else:
            tables.append(element)
    lines = [*chain.from_iterable(every)]
    joined = "".join(lines)
    return None if "\n" in joined or "\r" in joined or [*map(str.strip, lines)] != lines else _Found(tuple(parts), tables, sections)


@lru_cache(maxsize=8)
def _tags(prefix: str) -> tuple[str, str, str, str]:
    return prefix + "paragraph", prefix + "section", prefix + "chapter", prefix + "attachment"


@lru_cache(maxsize=8)
def _levels(standard: Standard) -> int:
    """Return how deep the elements of a valid document nest if it has no sections, each of which adds one level at most."""
    rows = (row.count(".") + 2 for form in forms(standard).values() for row in form.columns)
    return 2 + max(3, *rows)


def _tables(nodes: Nodes, elements: list[etree._Element], standard: Standard) -> tuple[Table, ...] | None:
    """Return the tables of some elements, None where there are several of a key or any is not wholly a table of its form."""
    reader = TableReader(Tables(standard, nodes.notices), nodes)
    blocks = [block for element in elements for block in reader.read(element)]
    tables = tuple(block for block in blocks if isinstance(block, Table))
    return tables if len(tables) == len(blocks) == len(elements) == len({table.key for table in tables}) else None


def _mentions(nodes: Nodes, annotations: etree._Element | None) -> tuple[Mention, ...]:
    behind, waiver = len(nodes.prefix), nodes.prefix + "waiver"
    found = [(str(tag), each.get) for each in (() if annotations is None else annotations) if (tag := each.tag) != waiver]
    return tuple([Mention(tag[behind:], get("table", ""), get("row"), get("column"), get("kind")) for tag, get in found])


def _waivers(nodes: Nodes, annotations: etree._Element | None) -> tuple[Waiver, ...]:
    if annotations is None or next(annotations.iterchildren(nodes.prefix + "waiver"), None) is None:
        return ()
    return xmlrecords.annotated(nodes, annotations).waivers


@lru_cache(maxsize=8)
def _query(path: str, namespace: str) -> etree.XPath:
    return etree.XPath(path, namespaces={"e": namespace}, smart_strings=False)
