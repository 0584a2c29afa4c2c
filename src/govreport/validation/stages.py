"""The stages before the rules: guard, well-formed, identify, schema, read. A failed schema does not keep a report from being read and judged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from lxml import etree

from govreport.contents import Contents, contents
from govreport.diagnostics import Diagnostic, Location, Severity
from govreport.readers import guard, xmlcontents, xmltree
from govreport.readers import xml as xml_reader
from govreport.reading import Reading
from govreport.validation import schema
from govreport.validation.findings import FAILED, RAN
from govreport.validation.underway import Run
from govreport.writers import UnwritableError, write

UNREADABLE, DOCTYPE = "unreadable", "doctype"
"""Reasons of a failed guard: over a limit or no text, which leaves the verdict undetermined; a document type, which is refused."""

NO_REPORT = ("DOC-KIND", "XSD-ROOT")
OMITTED = "SYS-OMITTED"
EXPLAINED = 20_000
"""A document with more elements than these, in which the reader has found errors, is not put to libxml2 for more of them.

The path that comes with each of its errors takes longer the more siblings an element has.
"""

_GUARDED = ("SYS-LIMIT", "SYS-ENCODING", "SYS-INPUT", "SYS-FORMAT", "SYS-PASSWORD", "SYS-DAMAGED", "SYS-EXTRA", "TEXT-SCANNED", "TEXT-MOJIBAKE", "XSD-DOCTYPE")
_SCHEMA = "XSD-"
_LARGE = 4_000_000
"""A document of more bytes than these is read closely: taking it shortly would hold its texts twice."""
_SPEAKING = (b"XMLSchema-instance", b"&#")
"""What leads to a close look: attributes by which a document speaks to its schema's processor, and references that may hide them."""
_NUMBER = re.compile("[0-9]+")


def read_xml(run: Run) -> None:
    """Take an XML document through guard, well-formed, identify, schema and read; the tree is parsed once."""
    limits = run.limits
    guarded = guard.xml(run.data, run.source, limits)
    tree, said = xmltree.tree(guarded, run.source, limits)
    if tree is not None and _may_be_short(guarded.data) and _read_shortly(run, tree):
        _parsed(run, tree)
        return
    if tree is not None:
        said = xmltree.depth(tree, guarded, run.source, limits)
    if tree is None or said:
        run.say(said)
        _stop(run, {found.code for found in said})
        return
    _parsed(run, tree)
    _read_closely(run, tree)


def _parsed(run: Run, tree: etree._Element) -> None:
    run.tree = tree
    run.set("guard", RAN)
    run.set("well-formed", RAN)


def _may_be_short(data: bytes) -> bool:
    """Return whether a document is of a size, and has not so many elements and attributes, that libxml2 can be asked for all that is wrong."""
    small = len(data) <= EXPLAINED * min(guard.SHORTEST_ELEMENT, guard.SHORTEST_ATTRIBUTE)
    crowded = not small and (data.count(b"<") > 2 * EXPLAINED or data.count(b"=") > EXPLAINED)
    # one byte is looked for many times as fast as several
    speaking = any(mark[:1] in data and mark in data for mark in _SPEAKING)
    return len(data) <= _LARGE and not crowded and not speaking


def _read_shortly(run: Run, tree: etree._Element) -> bool:
    """Take what rules look at off a document that is valid but perhaps for cells, and return whether that was enough."""
    try:
        taken = xmlcontents.taken(tree, run.source, run.standard, run.limits) if schema.holds(tree, run.standard) else None
    except schema.UnusableSchemaError:
        return False
    if taken is None:
        return False
    run.contents = taken.contents
    _identify(run, taken.contents)
    run.set("read", RAN)
    run.say(taken.diagnostics)
    _schema_state(run, taken.diagnostics)
    return True


def _read_closely(run: Run, tree: etree._Element) -> None:
    """Read a document element by element, since there is something to be noted of it, and let libxml2 say what else is against the schema."""
    run.reading = reading = xml_reader.read_tree(tree, run.source, run.standard)
    said = reading.diagnostics
    if reading.report is None:
        run.say(said)
        run.set("identify", FAILED, "no-report")
        return
    run.contents = contents(reading.report)
    _identify(run, run.contents)
    run.set("read", RAN)
    if _invalid(run, said) and schema.elements(tree) > EXPLAINED:
        run.say(said)
        run.set("schema", FAILED, "invalid")
        return
    try:
        against = schema.check(tree, run.source, run.standard)
    except schema.UnusableSchemaError as error:
        run.say(said)
        run.engine("schema", error)
        return
    run.say(said)
    run.say(_further(said, against))
    _schema_state(run, [*said, *against])


def read_other(run: Run, reading: Reading) -> None:
    """Take a reading of any other format through the same stages; the schema judges its canonical XML."""
    run.reading, run.contents = reading, contents(reading.report) if reading.report is not None else None
    run.say(reading.diagnostics)
    codes = {found.code for found in reading.diagnostics}
    if reading.report is None or run.contents is None:
        _stop(run, codes)
        return
    # bytes that are no text in the declared encoding were read as far as they go, which is not the document
    lossy = "SYS-ENCODING" in codes
    run.set("guard", FAILED if lossy else RAN, UNREADABLE if lossy else None)
    run.set("well-formed", RAN)
    _identify(run, run.contents)
    run.set("read", RAN)
    if _invalid(run, reading.diagnostics) and OMITTED in codes:
        run.set("schema", FAILED, "invalid")
        return
    try:
        document, said = xmltree.parse(write(reading.report, "xml", run.standard), run.source, run.limits)
        against = schema.check(document, run.source, run.standard) if document is not None else said
    except UnwritableError as error:
        against = (Diagnostic("XSD-INVALID", Location(run.source), {"reason": str(error)}),)
    except schema.UnusableSchemaError as error:
        run.engine("schema", error)
        return
    # lines of the canonical XML mean nothing to the reader of the source: the cell's own place is found instead
    run.say(Diagnostic(found.code, Location(run.source, path=found.location.path, cell=found.location.cell), found.params) for found in against)
    _schema_state(run, [*reading.diagnostics, *against])


def _stop(run: Run, codes: set[str]) -> None:
    """Record at which stage a document without a tree or a report ended."""
    if "SYS-STAGE" in codes:
        run.set("read", FAILED, "engine")
        return
    if codes & set(_GUARDED) and not codes & set(NO_REPORT):
        run.set("guard", FAILED, UNREADABLE if "XSD-DOCTYPE" not in codes else DOCTYPE)
        return
    run.set("guard", RAN)
    if codes & set(NO_REPORT):
        run.set("well-formed", RAN)
        run.set("identify", FAILED, "no-report")
    else:
        run.set("well-formed", FAILED, "malformed")


def _identify(run: Run, contents: Contents) -> None:
    """Judge the release that a document claims: one of another major, or of a later minor release, is not known here."""
    claim, release = _release(contents.schema), _release(run.standard.release)
    if claim[:1] != release[:1] or claim > release:
        place = Location(run.source, path="/report/@schema")
        run.say([Diagnostic("XSD-VERSION", place, {"claim": contents.schema, "release": run.standard.release})])
        run.set("identify", FAILED, "version")
    else:
        run.set("identify", RAN)


@lru_cache(maxsize=64)
def _release(text: str) -> tuple[int, ...]:
    """Return the major and minor number of a release as it is written."""
    return tuple(map(int, _NUMBER.findall(text)[:2]))


def _schema_state(run: Run, found: Iterable[Diagnostic]) -> None:
    invalid = _invalid(run, found)
    run.set("schema", FAILED if invalid else RAN, "invalid" if invalid else None)


def _invalid(run: Run, found: Iterable[Diagnostic]) -> bool:
    """Return whether a diagnostic says that a document is against the schema."""
    return any(each.code.startswith(_SCHEMA) and run.profile.severity(each.code) is Severity.ERROR for each in found)


def _further(said: Iterable[Diagnostic], against: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the errors of the schema that the reader has not noticed itself; libxml2 stops at the first in an element, the reader does not."""
    covered = {_owner(found) for found in said if found.code.startswith(_SCHEMA)}
    missing = {_owner(found) for found in said if found.code == "XSD-MISSING"}
    for found in against:
        owner = _owner(found)
        # where a child is missing libxml2 blames the one that follows it
        misplaced = found.code == "XSD-ELEMENT" and owner is not None and owner.rpartition("/")[0] in missing
        if owner not in covered and not misplaced:
            yield found


def _owner(found: Diagnostic) -> str | None:
    """Return the path of the element that a diagnostic is about."""
    path = found.location.path
    return path.partition("/@")[0] if path else None
