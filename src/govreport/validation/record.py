"""Findings as they are kept: one JSON object with what was said, and with what it takes to say it in another language years later.

It is the object of a JSON line (``render.as_object``) in the language ``lang``, with these names beside: ``why`` of a stage is the word of
the catalogue for its reason; a diagnostic has ``params``, the ``edition`` of its cell, ``instrument`` (``local`` where that of a profile), and
``by`` and ``on`` of the waiver that dismissed it. Older records have none of these and no ``lang``: they are in Chinese.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, cast

from govreport import diagnostics
from govreport.cellnames import cell_name
from govreport.diagnostics import CellRef, Diagnostic, Location, Severity
from govreport.model import Waiver
from govreport.standard import Standard
from govreport.validation.findings import Finding, Findings, Said, Stage, Verdict
from govreport.validation.render.jsonlines import as_object, json_line, line

OLDEST = "zh"
"""The language of records that name none."""

Entry = Mapping[str, Any]


_TEXT, _NUMBER = str | None, int | None
_TOP = {"source": str, "verdict": str, "stages": list, "diagnostics": list, "versions": dict, "lang": _TEXT}
_STAGE = {"name": str, "state": str, "reason": _TEXT, "why": _TEXT}
_DIAGNOSTIC = {
    **dict.fromkeys(("code", "severity", "message", "advice", "basis"), str),
    **dict.fromkeys(("path", "table", "row", "col", "cell", "edition", "instrument", "waived", "by", "on"), _TEXT),
    **{"line": _NUMBER, "column": _NUMBER, "params": dict | None, "local": bool | None},
}


class RecordError(ValueError):
    """Raised for bytes that are no record of findings."""


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
    found = _parsed(record)
    return record if found.get("lang", OLDEST) == lang else json_line(_findings(found, standard), lang).encode("utf-8", "backslashreplace")


def read(record: bytes, standard: Standard) -> Findings:
    """Return the findings that a record keeps; the words around them are those of the standard, the report is not among them.

    Raises ``RecordError`` for bytes that are no record.
    """
    return _findings(_parsed(record), standard)


def _findings(found: Entry, standard: Standard) -> Findings:
    lang = found.get("lang", OLDEST)
    try:
        stages = tuple(Stage(each["name"], each["state"], each.get("why", each.get("reason"))) for each in found["stages"])
        findings = tuple(_finding(each, found["source"], lang, standard) for each in found["diagnostics"])
        return Findings(found["source"], stages, findings, Verdict(found["verdict"]), found["versions"], standard)
    except ValueError as error:
        raise RecordError(str(error)) from error


def _parsed(record: bytes) -> Entry:
    """Return the object of a record, all whose values are of their kinds."""
    try:
        found = json.loads(record)
    except (ValueError, RecursionError) as error:
        raise RecordError(str(error)) from error
    if not _fits(found, _TOP):
        raise RecordError("names")
    for name, kinds in (("stages", _STAGE), ("diagnostics", _DIAGNOSTIC)):
        wrong = next((number for number, each in enumerate(found[name], 1) if not _fits(each, kinds)), None)
        if wrong is not None:
            raise RecordError(f"{name} {wrong}")
    return cast("Entry", found)


def _fits(found: object, kinds: Mapping[str, Any]) -> bool:
    """Return whether an object has values of the kinds of its names; what may be None may be missing."""
    return isinstance(found, dict) and all(isinstance(found.get(name), kind) for name, kind in kinds.items())


def _finding(entry: Entry, source: str, lang: str, standard: Standard) -> Finding:
    basis, _, clause = entry["basis"].partition(" ")
    get = entry.get
    place = Location(source, get("line"), get("column"), get("path"), _cell(entry, standard) if get("table") else None)
    # where nobody knows any more what the code rests on, it is what was said then
    kept = get("params") is None or entry["code"] not in diagnostics.catalogue_in(standard.root).entries
    return Finding(
        Diagnostic(entry["code"], place, get("params") or {}),
        Severity(entry["severity"]),
        basis,
        clause if kept else get("instrument") or "",
        _waiver(entry) if get("waived") else None,
        kept or bool(get("local")),
        Said(lang, entry["message"], entry["advice"]),
    )


def _cell(entry: Entry, standard: Standard) -> CellRef:
    """Return the cell of an entry; an older one names no edition: it is of that in which the cell has the name that was kept."""
    cell = CellRef(entry["table"], entry.get("row"), entry.get("col"), entry.get("edition"))
    editions = (replace(cell, edition=edition) for edition in standard.forms)
    return cell if cell.edition else next((each for each in editions if cell_name(standard, each) == entry.get("cell")), cell)


def _waiver(entry: Entry) -> Waiver:
    day = entry.get("on")
    return Waiver(entry["code"], entry["waived"], by=entry.get("by"), on=datetime.date.fromisoformat(day) if day else None)
