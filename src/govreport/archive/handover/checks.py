"""The checks of records, one after the other: each counts what it looked at under the key of its item."""

from __future__ import annotations

import json
import re
import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from govreport.archive import bundle
from govreport.archive.audit import ORIGIN
from govreport.archive.digests import digest, sha256, sm3
from govreport.archive.handover.items import Tally, catalogue
from govreport.archive.handover.words import words
from govreport.archive.states import Version
from govreport.readers import xml as xml_reader
from govreport.readers.guard import DEFAULT
from govreport.standard import Standard
from govreport.validation.schema import holds

PACKED = (b"PK\x03\x04", b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"BZh", b"\xfd7zXZ")
ENCRYPTED = b"/Encrypt"
PROCESS = ("deposit", "submit", "accept")
TAKEN_IN = "import"
_SPECIAL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufffd]")


@dataclass(frozen=True)
class Record:
    """A record as it was found: its version, dossier, files by name (empty where they could not be had) and the entries of the log about it."""

    version: Version
    dossier: Mapping[str, str]
    files: Mapping[str, bytes]
    history: Sequence[Mapping[str, object]]
    metadata: Mapping[str, str] | None = None


def look(record: Record, pattern: str, standard: Standard, tally: Tally) -> None:
    """Count what every check of one record finds."""
    _dossier(record, pattern, tally)
    _content(record, tally)
    _process(record, tally)
    _readable(record, standard, tally)


def _dossier(record: Record, pattern: str, tally: Tally) -> None:
    subject, filed = record.version.subject, record.dossier
    for each in words().fields:
        value, place = filed.get(each.key, ""), f"{subject} {each.name}"
        tally.note("length", len(value) <= each.length, place)
        tally.note("character", not _SPECIAL.search(value), place)
        if each.needed:
            tally.note("needed", bool(value), place)
        if each.pattern:
            tally.note("form", each.fits(value), place)
        if each.values:
            tally.note("value", value in {term.name for term in words().terms[each.values].values()}, place)
    tally.note("sense", filed.get("year", "") <= filed.get("date", "")[:4], subject)
    tally.note("code", bool(code_form(pattern).fullmatch(filed.get("code", ""))), subject)


@lru_cache(maxsize=8)
def code_form(pattern: str) -> re.Pattern[str]:
    """Return what a 档号 of a pattern looks like."""
    forms = {"year": "[12][0-9]{3}", "item": "[0-9]+"}
    parts = (re.escape(text) + (forms.get(name, r"[^\s·]+") if name else "") for text, name, _, _ in string.Formatter().parse(pattern))
    return re.compile("".join(parts))


def _content(record: Record, tally: Tally) -> None:
    version, subject = record.version, record.version.subject
    names = {name.partition("/")[0]: data for name, data in record.files.items()}
    original = names.get(bundle.ORIGINAL)
    for name in (bundle.ORIGINAL, bundle.REPORT, bundle.FINDINGS, bundle.DEPOSIT):
        tally.note("content", name in names, f"{subject} {name}")
    good = original is not None and (sha256(original), sm3(original)) == (version.sha256, version.sm3)
    tally.note("fixity", good, subject)
    tally.note("bytes", original is not None and len(original) == version.size, subject, version.size)
    about = _about(names.get(bundle.DEPOSIT))
    tally.note("electronic", (about.get("name"), about.get("format")) == (version.name, version.format) and good, subject)
    linked = (about.get("sha256"), about.get("organ"), about.get("year")) == (version.sha256, version.organ, version.year)
    tally.note("linked", linked and record.dossier.get("sha256") == version.sha256, subject)
    tally.note("metadata", bool(about) and (record.metadata is None or dict(record.metadata).items() <= dict(record.dossier).items()), subject)
    tally.note("format", version.format in catalogue().formats, f"{subject} {version.format}")
    closed = original is None or original.startswith(PACKED) or (original.startswith(b"%PDF") and ENCRYPTED in original)
    tally.note("packed", not closed, subject)


def _about(data: bytes | None) -> Mapping[str, object]:
    try:
        found = json.loads(data or b"{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _process(record: Record, tally: Tally) -> None:
    """Look at what was done with a record: its steps are there, and the last entry's digest is that of the version as it stands."""
    subject, actions = record.version.subject, [str(each["action"]) for each in record.history]
    tally.note("process", TAKEN_IN in actions or set(PROCESS) <= set(actions), subject)
    tally.note("catalogue", bool(actions) and record.history[-1]["new"] == record.version.digest(), subject)


def entries(history: Iterable[Mapping[str, object]], tally: Tally) -> None:
    """Count the entries of a log that are what their digests say; those that follow one another must name the one before."""
    last: Mapping[str, object] = {"sequence": 0, "hash": ORIGIN}
    for each in history:
        own = digest({name: value for name, value in each.items() if name != "hash"}) == each.get("hash")
        follows = each["sequence"] != int(str(last["sequence"])) + 1 or each["previous"] == last["hash"]
        tally.note("operation", own and follows, str(each["sequence"]))
        last = each


def _readable(record: Record, standard: Standard, tally: Tally) -> None:
    data = record.files.get(bundle.REPORT)
    report = xml_reader.read(data, bundle.REPORT, standard, DEFAULT).report if data is not None else None
    good = report is not None and holds(etree.fromstring(data or b"", etree.XMLParser(resolve_entities=False, no_network=True)), standard)
    tally.note("readable", good, record.version.subject)


def together(records: Sequence[Mapping[str, str]], tally: Tally) -> None:
    """Count what can be told of dossiers beside one another only: numbers given once, items without gaps."""
    seen: set[str] = set()
    groups: dict[tuple[str, ...], set[int]] = {}
    for filed in records:
        if filed.get("code"):
            tally.note("repeated", filed["code"] not in seen, filed["code"])
            seen.add(filed["code"])
        if filed.get("item", "").isdigit():
            groups.setdefault(tuple(filed[key] for key in ("fonds", "year", "retention", "section")), set()).add(int(filed["item"]))
    for group, items in groups.items():
        wanted = max(items) - min(items) + 1
        for _ in range(len(items)):
            tally.note("sequence", True)
        for _ in range(wanted - len(items)):
            tally.note("sequence", False, " ".join(group))
