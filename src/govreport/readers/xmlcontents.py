"""The contents of an XML document that is valid: what rules look at, taken off its tree without the whole report being made.

Nothing is noted here but cells: a document of which anything else would have to be noted is left to the reader of every element.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from lxml import etree

from govreport.annotations import Waiver
from govreport.contents import Contents, Part
from govreport.diagnostics import Diagnostic
from govreport.envelope import envelope
from govreport.model import Report, Table
from govreport.readers import xml, xmlrecords
from govreport.readers.notices import Notices
from govreport.readers.tables import Tables
from govreport.readers.xmlnodes import Nodes
from govreport.readers.xmltables import TableReader, forms
from govreport.standard import Standard

_TOLD = "/e:report/e:chapter | /e:report/e:attachment | //e:paragraph/text() | /e:report/e:chapter//e:section/@title"
_PLACES = "/e:report/e:chapter//e:paragraph | /e:report/e:chapter//e:section[@title]"


@dataclass(frozen=True, slots=True)
class Taken:
    """The contents of a document, with what is to be said of the cells of its tables."""

    contents: Contents
    diagnostics: tuple[Diagnostic, ...]


def taken(root: etree._Element, name: str, standard: Standard) -> Taken | None:
    """Return the contents of a document, None where it has to be read closely.

    The document is valid against ``report.xsd`` but for cells and for the characters of its paragraphs, and none of its attributes is of
    a schema instance.
    """
    nodes = Nodes(Notices(name), envelope(standard), standard.namespace)
    parts = _parts(nodes, _query(_TOLD, standard.namespace)(root))
    found = None if parts is None else _tables(nodes, root, standard)
    if parts is None or found is None:
        return None
    tables, elements = found
    said = nodes.notices.all()
    about = xmlrecords.valid_metadata(nodes, root[0])
    waivers = _waivers(nodes, root)
    if about is None or nodes.notices.all() != said:
        return None
    contents = Contents(
        root.get("schema", ""),
        about,
        parts,
        tables,
        waivers,
        lambda: cast(Report, xml.read_tree(root, name, standard, dict(zip(elements, tables, strict=True))).report),
        lambda: [*map(nodes.path, cast("list[etree._Element]", _query(_PLACES, standard.namespace)(root)))],
        lambda: {(table.key, table.edition): nodes.path(element) for table, element in zip(tables, elements, strict=True)},
    )
    return Taken(contents, said)


def _parts(nodes: Nodes, told: object) -> tuple[Part, ...] | None:
    """Return the chapters: ``told`` are their elements, and those of attachments, each before its texts; None where a paragraph is not one line."""
    parts: list[Part] = []
    texts: list[str] = []
    every: list[str] = []
    chapter = nodes.prefix + "chapter"
    for each in cast("list[etree._Element | str]", told):
        if isinstance(each, str):
            texts.append(each)
            continue
        every += texts
        texts = []
        if each.tag == chapter:
            parts.append(Part(each.get("key"), each.get("title"), not len(each), texts))
    every += texts
    lines = "".join(every)
    return None if "\n" in lines or "\r" in lines or [*map(str.strip, every)] != every else tuple(parts)


def _tables(nodes: Nodes, root: etree._Element, standard: Standard) -> tuple[tuple[Table, ...], list[etree._Element]] | None:
    """Return the tables with their elements, None where there are several of a key or any is not wholly a table of its form."""
    reader = TableReader(Tables(standard, nodes.notices), nodes)
    elements = [*root.iter(*forms(standard))]
    blocks = [block for element in elements for block in reader.read(element)]
    tables = tuple(block for block in blocks if isinstance(block, Table))
    whole = len(tables) == len(blocks) == len(elements) == len({table.key for table in tables})
    return (tables, elements) if whole else None


def _waivers(nodes: Nodes, root: etree._Element) -> tuple[Waiver, ...]:
    annotations = next(root.iterchildren(nodes.prefix + "annotations"), None)
    if annotations is None or next(annotations.iterchildren(nodes.prefix + "waiver"), None) is None:
        return ()
    return xmlrecords.annotated(nodes, annotations).waivers


@lru_cache(maxsize=8)
def _query(path: str, namespace: str) -> etree.XPath:
    return etree.XPath(path, namespaces={"e": namespace}, smart_strings=False)
