"""Findings as they are kept: one JSON object with what was said, and with what it takes to say it in another language years later.

It is the object of a JSON line (``render.as_object``) in the language ``lang``, with these names beside: ``why`` of a stage is the word of
the catalogue for its reason; a diagnostic has ``params``, the ``edition`` of its cell, ``instrument`` (``local`` where that of a profile), and
``by`` and ``on`` of the waiver that dismissed it. Older records have none of these and no ``lang``: they are in Chinese.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping
from typing import Any

from govreport import diagnostics
from govreport.diagnostics import Catalogue, CellRef, Diagnostic, Location, Severity
from govreport.model import Waiver
from govreport.standard import Standard
from govreport.validation.findings import Finding, Findings, Said, Stage, Verdict
from govreport.validation.render.jsonlines import as_object, json_line, line

OLDEST = "zh"
"""The language of records that name none."""

Entry = Mapping[str, Any]


def recorded(findings: Findings, lang: str) -> bytes:
    """Return the findings as a record, one line of JSON; what they say is said in ``lang``."""
    said: dict[str, Any] = {"lang": lang, **as_object(findings, lang)}
    for entry, stage in zip(said["stages"], findings.stages, strict=True):
        entry["why"] = stage.reason
    for entry, each in zip(said["diagnostics"], findings.findings, strict=True):
        entry.update(_beside(each))
    # half of a character that a source has, which no UTF-8 holds, becomes the escape that JSON has for it
    return line(said).encode("utf-8", "backslashreplace")


def _beside(finding: Finding) -> Iterator[tuple[str, object]]:
    cell, waiver = finding.diagnostic.location.cell, finding.waiver
    yield "edition", cell.edition if cell else None
    yield "params", dict(finding.diagnostic.params)
    yield "instrument", finding.instrument
    if finding.local:
        yield "local", True
    if waiver is not None:
        yield "by", waiver.by
        yield "on", waiver.on.isoformat() if waiver.on else None


def told(record: bytes, standard: Standard, lang: str) -> bytes:
    """Return a record as it is where it is in the language asked for, else as a JSON line in it.

    What cannot be said in it (a record without parameters, a code that the catalogue does not have any more) stands in the words that were kept.
    """
    found = json.loads(record)
    if found.get("lang", OLDEST) == lang:
        return record
    return json_line(of_record(found, standard), lang).encode("utf-8", "backslashreplace")


def of_record(record: Entry, standard: Standard) -> Findings:
    """Return the findings that a record keeps; the words around them are those of the standard, the report is not among them."""
    lang, known = record.get("lang", OLDEST), diagnostics.catalogue_in(standard.root)
    stages = tuple(Stage(each["name"], each["state"], each.get("why", each["reason"])) for each in record["stages"])
    found = tuple(_finding(each, record["source"], lang, known) for each in record["diagnostics"])
    return Findings(record["source"], stages, found, Verdict(record["verdict"]), record["versions"], standard)


def _finding(entry: Entry, source: str, lang: str, known: Catalogue) -> Finding:
    basis, _, clause = entry["basis"].partition(" ")
    cell = CellRef(entry["table"], entry["row"], entry["col"], entry.get("edition")) if entry["table"] else None
    place = Location(source, entry["line"], entry["column"], entry["path"], cell)
    # where nobody knows any more what the code rests on, it is what was said then
    kept = "params" not in entry or entry["code"] not in known.entries
    return Finding(
        Diagnostic(entry["code"], place, entry.get("params", {})),
        Severity(entry["severity"]),
        basis,
        clause if kept else entry["instrument"],
        _waiver(entry) if "waived" in entry else None,
        kept or entry.get("local", False),
        Said(lang, entry["message"], entry["advice"]),
    )


def _waiver(entry: Entry) -> Waiver:
    day = entry.get("on")
    return Waiver(entry["code"], entry["waived"], by=entry.get("by"), on=datetime.date.fromisoformat(day) if day else None)
