"""What a package says of itself: the directory, the metadata of every record, and the texts for whoever takes it over."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from lxml import etree

from govreport.archive.handover.dossier import DossierRules
from govreport.archive.handover.package import MANIFEST, TRANSFER, Packing
from govreport.archive.handover.words import words
from govreport.xmltext import allowed

Record = Mapping[str, object]


def listed(dossiers: Sequence[Mapping[str, str]]) -> bytes:
    """Return the directory of a package as XML: an element for every record's dossier, in their order."""
    found, target = words(), io.BytesIO()
    with etree.xmlfile(target, encoding="UTF-8") as stream:
        stream.write_declaration()
        with stream.element(found.root):
            for number, each in enumerate(dossiers, 1):
                filed = {**each, "number": str(number)}
                entry = etree.Element(found.entry)
                for name, key in found.directory.items():
                    etree.SubElement(entry, name).text = plain(filed[key])
                stream.write(entry, pretty_print=True)
    return target.getvalue() + b"\n"


def metadata(filed: Mapping[str, str]) -> bytes:
    """Return the metadata of a record as XML."""
    found = words()
    root = etree.Element(etree.QName(found.namespace, found.metadata), nsmap={None: found.namespace})  # type: ignore[dict-item]
    for each in found.fields:
        etree.SubElement(root, etree.QName(found.namespace, each.name)).text = plain(filed[each.key]) or None
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def read(data: bytes) -> dict[str, str]:
    """Return the fields of a record's metadata by key; raises ``ValueError`` for bytes that are none."""
    found = words()
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error
    if root.tag != f"{{{found.namespace}}}{found.metadata}":
        raise ValueError(root.tag)
    return {each.key: root.findtext(f"{{{found.namespace}}}{each.name}") or "" for each in found.fields}


def entries(data: bytes) -> int:
    """Return how many records a directory lists; raises ``ValueError`` for bytes that are none."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True))
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error
    if root.tag != words().root:
        raise ValueError(root.tag)
    return len(root.findall(words().entry))


def dossier(record: Record) -> dict[str, str]:
    """Return the dossier of a record."""
    found = record["dossier"]
    assert isinstance(found, dict)
    return found


def texts(packing: Packing, dossiers: Sequence[Mapping[str, str]], origin: Mapping[str, object], rules: DossierRules) -> dict[str, bytes]:
    """Return the texts of a package by name: what it holds, the form of its handing over, the rules of its numbers."""
    found, names = words(), words().names
    years = sorted({each["year"] for each in dossiers} - {""})
    span = "-".join(dict.fromkeys((years[0], years[-1]))) if years else ""
    said = {
        "organ": origin["organ"],
        "fonds": " ".join(sorted({each["fonds"] for each in dossiers} - {""})),
        "years": span,
        "count": len(dossiers),
        "bytes": packing.size,
        "time": str(origin["made"])[:19],
        "fixity": names["fixity"] if packing.layout == TRANSFER else MANIFEST,
        "tool": origin["tool"],
        "sequence": origin["sequence"],
        "hash": origin["hash"],
    }
    needed = {each.key: found.texts["needed" if each.needed else "optional"] for each in found.fields}
    fields = "\n".join(found.say("field", name=each.name, needed=needed[each.key], length=each.length) for each in found.fields)
    terms = " ".join(f"{term.code}={term.name}" for term in found.terms["retention"].values())
    written = {
        names["description"]: found.say("description", **said),
        names["register"]: found.say("register", **said),
        names["rules"]: found.say("rules", pattern=rules.pattern or found.pattern, retention=terms, fields=fields),
    }
    return {name: (text.replace("\n", "\r\n") + "\r\n").encode("utf-8") for name, text in written.items()}


def plain(text: str) -> str:
    """Return a text with what XML cannot hold replaced."""
    return allowed(text, "_")
