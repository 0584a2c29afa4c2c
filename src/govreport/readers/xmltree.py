"""The bytes of an XML document as a tree, within the limits: comments and processing instructions are dropped, nothing is fetched or resolved."""

from __future__ import annotations

from lxml import etree

from govreport import parsererrors
from govreport.diagnostics import LANGUAGES, Diagnostic, Location
from govreport.readers import guard
from govreport.readers.guard import DEFAULT, Guarded, Limits
from govreport.readers.notices import quote

_TOO_BIG = "too big found"
"""What libxml2 says of a comment, an instruction or a CDATA section over its own limit, by codes that mean other things too."""


def parse(data: bytes, name: str, limits: Limits = DEFAULT) -> tuple[etree._Element | None, tuple[Diagnostic, ...]]:
    """Return the root of a document within the limits, else None and the diagnostics that say why.

    Comments and processing instructions are dropped; nothing is fetched, no entity is resolved.
    """
    return build(guard.xml(data, name, limits), name, limits)


def build(guarded: Guarded, name: str, limits: Limits = DEFAULT) -> tuple[etree._Element | None, tuple[Diagnostic, ...]]:
    """Return the root of a guarded document, None and the diagnostics that say why where it is not well-formed or over a limit after all."""
    root, said = tree(guarded, name, limits)
    too_deep = () if root is None else depth(root, guarded, name, limits)
    return (None, too_deep) if too_deep else (root, said)


def tree(guarded: Guarded, name: str, limits: Limits = DEFAULT) -> tuple[etree._Element | None, tuple[Diagnostic, ...]]:
    """Return what ``build`` does, but for the depth: whoever takes the root for a document asks ``depth`` as well."""
    if guarded.diagnostics:
        return None, guarded.diagnostics
    try:
        root = etree.fromstring(guarded.data, _parser())
    except etree.XMLSyntaxError as error:
        return None, guard.count(guarded.data, name, limits) or (_malformed(error, name, limits),)
    if root.getroottree().docinfo.internalDTD is not None:
        return None, (Diagnostic("XSD-DOCTYPE", Location(name)),)
    return root, ()


def depth(root: etree._Element, guarded: Guarded, name: str, limits: Limits = DEFAULT) -> tuple[Diagnostic, ...]:
    """Return the diagnostic for a document that nests deeper than the limit."""
    if not guard.deep(root, limits):
        return ()
    return guard.count(guarded.data, name, limits) or (guard.over(name, "depth", limits.depth, limits.depth + 1, 1),)


def _malformed(error: etree.XMLSyntaxError, name: str, limits: Limits) -> Diagnostic:
    """Return what is said of a document that libxml2 refused, by the error's own place: its log can be another document's."""
    row, column = error.position
    if getattr(error, "code", None) == etree.ErrorTypes.ERR_RESOURCE_LIMIT or _TOO_BIG in (error.msg or ""):
        return guard.over(name, "text", min(limits.text, guard.DEFAULT.text), guard.DEFAULT.text + 1, max(row, 1))
    told = {lang: quote(parsererrors.malformed(error, lang)) for lang in LANGUAGES}
    return Diagnostic("XSD-MALFORMED", Location(name, max(row, 1), max(column, 1)), {"reason": "stated", **told})


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        remove_blank_text=True,
        collect_ids=False,  # nothing asks for an element by its ID
    )
