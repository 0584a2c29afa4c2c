"""The OASIS catalog of a schema tree: every namespace and public name to its local file, so that nothing need be fetched."""

from __future__ import annotations

from govreport.generate.markup import add, root, serialise
from govreport.standard import Standard

CATALOG = "urn:oasis:names:tc:entity:xmlns:xml:catalog"


def catalog(standard: Standard, note: str) -> bytes:
    """Return the ``catalog.xml`` of a schema tree."""
    document = root("catalog", {"prefer": "public"}, {"": CATALOG})
    names = {standard.namespace: "report.xsd"}
    names |= {standard.table_namespace(edition): f"{edition}/tables.xsd" for edition in standard.forms}
    for name, path in names.items():
        add(document, "uri", {"name": name, "uri": path})
    return serialise(document, note)
