"""Seeded mutations of our own formats: XML, JSON, canonical text and CSV. ``python -m tests.fuzz_formats --count 20000``.

Whatever is done to a document, no reader and no stage of a validation raises or hangs, and what was read can be written, read back and
is the same; an XML document is valid for the schema stage where it is for libxml2 alone. Most mutations know the structure: attributes,
nesting, namespaces, members, cells; the rest are bytes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from copy import deepcopy
from functools import lru_cache
from pathlib import Path
from random import Random

from lxml import etree

from govreport import conversion, profiles, readers, standard, validation
from govreport.standard import Standard
from govreport.validation import Findings, schema
from govreport.validation.findings import RAN, SKIPPED
from govreport.writers import UnwritableError
from tests import campaign
from tests.campaign import Failure, judged

SECONDS_A_DOCUMENT = 3.0
LONGEST = 200_000
ROOT = Path(__file__).resolve().parents[1]
FORMATS = {"xml": ".xml", "json": ".json", "text": ".text", "csv": ".csv"}
NUMBERS = ("", " ", "0", "-0", "007", "+1", "1.0", "1e9", "NaN", "Infinity", "NA", "null", "true", "9" * 13, "9" * 400, "-1", "0.0000001", "１２", "一", "/")
SIGNS = ("=cmd|' /C calc'!A0", "\u202e", "\x9b31m", "\ufeff", "\u2028", "a\u0301", "𠀀", "&amp;", "]]>", "<a/>", "{#x}", "{end ##}", "|", "\\", "\\\\|", "#")
WORDS = ("2021", "2019", "2099", "1000", "applications", "received", "results", "naturalPerson", "urn:govreport:report:1", "元", "1 元", "é" * 300, "a b  c")
VALUES = (*NUMBERS, *SIGNS, *WORDS)
ENVELOPE = ("report", "metadata", "chapter", "section", "paragraph", "grid", "tr", "td", "attachment", "annotations", "note", "waiver", "restatement")
RECORDS = ("provenance", "agency", "name", "year", "period", "unit", "key", "number", "title", "schema", "nothing")
TABLES = ("applications", "proactiveDisclosure", "reviewAndLitigation", "received", "results", "total", "fees")
NAMES = (*ENVELOPE, *RECORDS, *TABLES)
SPACES = ("urn:govreport:report:1", "urn:govreport:report:1:2021", "urn:govreport:report:1:2019", "urn:govreport:report:1:2099", "urn:other", "")
SPACED = ("", " ", "\t", "\n", "  ", "\u3000")
MARKUP = (b"\0", b"\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\r", b"\n\n", b"<!DOCTYPE a>", b"<![CDATA[", b"]]>", b"-->", b"<!--", b"<?a?>", b"&#0;", b"&a;")
BRACKETS = (b"{", b"}", b"[", b"]", b'"', b",", b":", b"null", b"NaN", b"1e999", b"\\ud800", b"\\u0000", b"'", b"9" * 40)
LINES = (b"{note}\n", b"{table applications 2021}\n", b"{end #}\n", b"| |", b"|", b"# ", b"---\n", b"\\")
PIECES = (*MARKUP, *BRACKETS, *LINES)
OTHERS = (0, -1, 1.5, 10**30, None, True, [], {}, [[]], {"paragraph": "a"}, {"table": 1})


@lru_cache(maxsize=1)
def originals() -> dict[str, tuple[bytes, ...]]:
    """Return the documents that are mutated, by format: the golden files, and in XML every fixture of the conformance suite too."""
    golden = {name: tuple(path.read_bytes() for path in sorted((ROOT / "fixtures/golden").glob("*" + suffix))) for name, suffix in FORMATS.items()}
    more = (path.read_bytes() for path in sorted((ROOT / "fixtures/conformance").glob("*/*.xml")) if path.name != "case.xml")
    return {**golden, "xml": (*golden["xml"], *more)}


def _cut(data: bytes, rng: Random) -> bytes:
    start, end = sorted((rng.randrange(len(data) + 1), rng.randrange(len(data) + 1)))
    return rng.choice((data[:end], data[:start] + data[end:], data[:end] + data[start:end] + data[end:]))


def _flip(data: bytes, rng: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice((1, 3, 30)) if changed else 0):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def _insert(data: bytes, rng: Random) -> bytes:
    for _ in range(rng.choice((1, 3, 10))):
        at = rng.randrange(len(data) + 1)
        data = data[:at] + rng.choice(PIECES) + data[at:]
    return data


def _lines(data: bytes, rng: Random) -> bytes:
    lines = data.split(b"\n")
    start = rng.randrange(len(lines))
    part = lines[start : start + rng.randint(1, 20)]
    rest = lines[:start] + lines[start + len(part) :]
    at = rng.randrange(len(rest) + 1)
    kept = rng.choice((part, part + part, part[::-1], []))
    return b"\n".join([*rest[:at], *kept, *rest[at:]])


def _encoded(data: bytes, rng: Random) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(rng.choice(("utf-16", "utf-16-be", "utf-32", "gb18030", "utf-8-sig", "utf-7", "latin-1")), "replace")


BYTES = (_cut, _flip, _insert, _lines, _encoded)


def _tree(data: bytes, rng: Random) -> bytes:
    """Change elements of an XML document: values, names, places, namespaces, nesting."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return data
    for _ in range(rng.choice((1, 1, 2, 5, 20))):
        elements = list(root.iter(etree.Element))
        chosen, other = rng.choice(elements), rng.choice(elements)
        rng.choice((_attribute, _text_of, _spaced, _named, _doubled, _moved, _wrapped, _dropped, _foreign))(chosen, other, rng)
    return bytes(etree.tostring(root, encoding=rng.choice(("utf-8", "utf-8", "utf-16", "us-ascii")), xml_declaration=rng.random() < 0.8))


def _xml_value(rng: Random) -> str:
    return "".join(each for each in rng.choice(VALUES) if each >= " ")


def _attribute(chosen: etree._Element, other: etree._Element, rng: Random) -> None:
    name = rng.choice([*chosen.attrib.keys(), rng.choice(NAMES), "{http://www.w3.org/2001/XMLSchema-instance}" + rng.choice(("nil", "type", "schemaLocation"))])
    if rng.random() < 0.2:
        chosen.attrib.pop(name, None)
    else:
        chosen.set(name, _xml_value(rng))


def _text_of(chosen: etree._Element, other: etree._Element, rng: Random) -> None:
    if rng.random() < 0.5:
        chosen.text = _xml_value(rng)
    else:
        chosen.tail = _xml_value(rng)


def _spaced(chosen: etree._Element, other: etree._Element, rng: Random) -> None:
    """Put white space around a value."""
    before, behind = rng.choice(SPACED), rng.choice(SPACED)
    if chosen.attrib:
        name = rng.choice(chosen.keys())
        chosen.set(name, f"{before}{chosen.get(name)}{behind}")
    else:
        chosen.text = f"{before}{chosen.text or ''}{behind}"


def _named(chosen: etree._Element, other: etree._Element, rng: Random) -> None:
    chosen.tag = rng.choice((other.tag, f"{{{SPACES[0]}}}{rng.choice(NAMES)}", f"{{{SPACES[1]}}}{rng.choice(NAMES)}", rng.choice(NAMES)))


def _foreign(chosen: etree._Element, other: etree._Element, rng: Random) -> None:
    space, name = rng.choice(SPACES), etree.QName(chosen).localname
    chosen.tag = f"{{{space}}}{name}" if space else name


def _doubled(chosen: etree._Element, other: etree._Element, rng: Random) -> None:
    if chosen.getparent() is not None:
        for _ in range(rng.choice((1, 1, 40))):
            chosen.addnext(deepcopy(chosen))


def _moved(chosen: etree._Element, other: etree._Element, rng: Random) -> None:
    if chosen.getparent() is not None and chosen is not other and chosen not in other.iterancestors():
        other.insert(rng.randrange(len(other) + 1), chosen)


def _wrapped(chosen: etree._Element, other: etree._Element, rng: Random) -> None:
    for _ in range(rng.choice((1, 2, 30, 120))):
        parent = chosen.getparent()
        if parent is None:
            return
        wrap = etree.Element(rng.choice((f"{{{SPACES[0]}}}section", chosen.tag, parent.tag)))
        parent.replace(chosen, wrap)
        wrap.append(chosen)


def _dropped(chosen: etree._Element, other: etree._Element, rng: Random) -> None:
    parent = chosen.getparent()
    if parent is not None:
        parent.remove(chosen)


def _members(data: bytes, rng: Random) -> bytes:
    """Change values of a JSON document: types, names, places, nesting, names given twice."""
    try:
        tree = json.loads(data)
    except ValueError:
        return data
    for _ in range(rng.choice((1, 1, 2, 5, 20))):
        places = list(_places(tree))
        if not places:
            break
        holder, key = rng.choice(places)
        action = rng.random()
        if action < 0.55:
            holder[key] = rng.choice((*VALUES, *deepcopy(OTHERS), [holder[key]], {"section": holder[key]}))
        elif action < 0.7:
            del holder[key]
        elif action < 0.85 and isinstance(holder, dict):
            holder[rng.choice((*NAMES, *VALUES))] = holder.pop(key)
        else:
            other, place = rng.choice(places)
            other[place] = deepcopy(holder[key]) if key in holder or isinstance(holder, list) else None
        if len(json.dumps(tree, default=str)) > LONGEST:
            break
    text = json.dumps(tree, ensure_ascii=rng.random() < 0.3, indent=rng.choice((None, 1, 2)))
    if rng.random() < 0.15:
        text = text.replace('"naturalPerson"', '"total"', rng.randint(1, 5))
    return text.encode("utf-8", "surrogatepass")


def _places(tree: object) -> list[tuple[dict | list, str | int]]:  # type: ignore[type-arg]
    found: list[tuple[dict | list, str | int]] = []  # type: ignore[type-arg]
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict | list):
            keys = list(node) if isinstance(node, dict) else list(range(len(node)))
            found += [(node, key) for key in keys]
            waiting += [node[key] for key in keys]
    return found


def _cells(data: bytes, rng: Random) -> bytes:
    """Change cells, columns and lines of a CSV document."""
    rows = [line.split(",") for line in data.decode("utf-8", "replace").splitlines()]
    for _ in range(rng.choice((1, 3, 30))):
        row = rng.choice(rows or [[]])
        if row:
            row[rng.randrange(len(row))] = rng.choice((*VALUES, *NAMES, '"', '"a\nb"', "a,b", "number", "blank", "na"))
    if rng.random() < 0.3:
        order = list(range(max(map(len, rows), default=0)))
        rng.shuffle(order)
        rows = [[row[at] for at in order if at < len(row)] for row in rows]
    if rng.random() < 0.3:
        rng.shuffle(rows)
    if rng.random() < 0.3:
        rows = [*rows, *rows[: rng.randint(1, 60)]]
    return "\n".join(map(",".join, rows)).encode()


def _bars(data: bytes, rng: Random) -> bytes:
    """Change cells and lines of a canonical text."""
    lines = data.decode("utf-8", "replace").split("\n")
    for _ in range(rng.choice((1, 3, 30))):
        at = rng.randrange(len(lines))
        cells = lines[at].split("|")
        place = rng.randrange(len(cells))
        cells[place : place + rng.randint(0, 2)] = [rng.choice((*VALUES, *NAMES))] * rng.randint(0, 2)
        lines[at] = "|".join(cells)
    return "\n".join(lines).encode("utf-8", "replace")


OWN: dict[str, Callable[[bytes, Random], bytes]] = {"xml": _tree, "json": _members, "csv": _cells, "text": _bars}


def mutation(number: int) -> tuple[str, bytes]:
    """Return the format and the mutated document of a number: the same every time."""
    rng = Random(f"formats {number}")
    format = rng.choice(("xml", "xml", "json", "json", "text", "csv"))
    data = rng.choice(originals()[format])
    for _ in range(rng.choice((1, 1, 2, 3))):
        data = (OWN[format] if rng.random() < 0.65 else rng.choice(BYTES))(data, rng)
    return format, data[:LONGEST]


def faults(format: str, data: bytes, number: int) -> list[str]:
    """Return what is wrong with how a document is read, judged and written."""
    own, name = standard.load(), f"mutation-{number}{FORMATS[format]}"
    given = format if number % 2 else None
    reading = readers.read(data, name, own, given)
    findings = validation.validate(data, name, own, profiles.load("submission"), format=given)
    found = [str(each.params) for each in findings.diagnostics if each.code == "SYS-STAGE"]
    if format == "xml":
        found += _otherwise(data, findings, own)
    if reading.report is None:
        return found if reading.diagnostics else [*found, "no report, and nothing is said"]
    to = ("xml", "json", "text")[number % 3]
    try:
        found += [f"{to}: {each.params}" for each in conversion.differences(reading.report, conversion.written(reading.report, to, own), to, own)]
    except UnwritableError as error:
        found.append(f"{to}: {error}")
    return found


def _otherwise(data: bytes, findings: Findings, own: Standard) -> list[str]:
    """Return what the schema stage says of a document, if anything, where libxml2 alone says otherwise."""
    said = next(stage for stage in findings.stages if stage.name == "schema")
    if said.state == SKIPPED:
        return []
    try:
        tree = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return []
    return [f"schema: {said.state}, {said.reason}"] if schema.compiled(own.root).validate(tree) != (said.state == RAN) else []


def check(number: int) -> Failure | None:
    """Return how the program failed on a mutation, None where it did not."""
    format, data = mutation(number)
    failure = judged(number, len(data), SECONDS_A_DOCUMENT, lambda: faults(format, data, number))
    return failure and Failure(number, f"{format}: {failure.reason}")


def document(number: int) -> tuple[str, bytes]:
    """Return a mutation with a name for its file."""
    format, data = mutation(number)
    return f"{number}{FORMATS[format]}", data


def main() -> int:
    """Run the campaign of the command line; 1 where there are failures."""
    return campaign.main(__doc__ or "", "of XML, JSON, text and CSV", check, document)


if __name__ == "__main__":
    sys.exit(main())
