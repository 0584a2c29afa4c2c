"""What the page of the form shows of a draft: chapters with their tables, problems and clashes by their names, data for the script."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from govreport import numerals
from govreport.archive import Archive
from govreport.archive.remarks import Remarks
from govreport.archive.states import RETURNED
from govreport.cellnames import SEPARATOR
from govreport.envelope import envelope
from govreport.model import NA
from govreport.web.desk import annotating, arithmetic, carrying, fieldnames, records
from govreport.web.desk.checking import Checked
from govreport.web.desk.figures import typed
from govreport.web.desk.home import shown_time
from govreport.web.desk.working import Working
from govreport.web.texts import Texts

ROWS, LINE = (2, 24), 44
"""The fewest and most lines of a text field, and how many characters a line of it takes."""


def values(working: Working, archive: Archive, say: Texts) -> dict[str, Any]:
    """Return all that the form's page is filled in with."""
    profile = records.profile(archive)
    checked, draft, restated = working.checked(profile, say.lang), working.draft, working.found.report.annotations.restatements
    return {
        **saved(working, checked, say),
        "year": draft.year,
        "organ": records.called(archive, draft.organ, draft.year),
        "fields": draft.fields,
        "notes": notes(working, checked, say),
        "particulars": [{"key": name, "name": fieldnames.meta(name)} for name in fieldnames.METADATA],
        "units": envelope(working.standard).enumerations.get("Unit", ()),
        "reading": working.base.provenance.source if working.base.provenance else None,
        **returned(working, archive, say),
        "relations": {
            "relations": arithmetic.relations(working.form, working.last, working.standard, restated),
            "soft": arithmetic.soft(working.form, profile),
            "marks": sorted(typed(working.standard.root).marks | {NA.value}),
            "cells": _said(working, checked, say),
        },
    }


def saved(working: Working, checked: Checked, say: Texts) -> dict[str, Any]:
    """Return what the parts of the page that a save renews are filled in with."""
    draft = working.draft
    problems = [
        {"field": each.field, "name": working.called(each.field, say), "wanted": each.wanted, "raw": each.raw, "page": _place(draft.id, each.field)}
        for each in working.found.problems
    ]
    clashes = [
        {
            **{"key": each.key, "field": each.field, "name": working.called(each.field, say), "text": each.text, "editor": each.editor},
            **{"time": shown_time(each.time), "here": draft.fields.get(each.field, "")},
        }
        for each in draft.clashes
    ]
    return {
        **{"id": draft.id, "revision": draft.revision, "time": shown_time(draft.time), "checked": checked, "problems": problems, "clashes": clashes},
        "chapters": chapters(working, say),
    }


def _place(id: str, field: str) -> str:
    """Return the page on which a field stands, empty for the form itself."""
    beside = any(fieldnames.annotated(field, kind) for kind in (fieldnames.NOTE, fieldnames.RESTATEMENT, fieldnames.WAIVER))
    return f"/desk/drafts/{id}/annotations" if beside else ""


def notes(working: Working, checked: Checked, say: Texts) -> Mapping[str, tuple[str, str]]:
    """Return, by field, how grave what is said there is, and what it is: first what could not be taken, then the rules."""
    wrong = {each.field: ("error", say(f"desk.wanted.{each.wanted}", raw=each.raw)) for each in working.found.problems}
    return {**checked.cells, **wrong}


def _said(working: Working, checked: Checked, say: Texts) -> dict[str, list[str]]:
    return {name: list(note) for name, note in notes(working, checked, say).items()}


def answer(working: Working, checked: Checked, changed: frozenset[str], say: Texts) -> dict[str, Any]:
    """Return what the script takes from a save: the fields that others have changed, and what is said of every field."""
    return {"fields": {name: working.draft.fields.get(name, "") for name in changed}, "cells": _said(working, checked, say)}


def chapters(working: Working, say: Texts) -> dict[str, dict[str, Any]]:
    """Return the chapters of the form by field: title; of each table cells undone and what last year gives; length and paragraphs of last year."""
    fields, report = working.draft.fields, working.found.report
    taken, offered = carrying.taken(report, working.last), working.carried()
    said = stated(working, say)
    zeros = {each.table: each for each in report.annotations.zero_declarations}
    found: dict[str, dict[str, Any]] = {}
    for index, chapter in enumerate(report.chapters):
        name = fieldnames.prose(chapter.key, index)
        text = fields.get(name, "")
        found[name] = {
            "title": working.titles[name] or _untitled(working, chapter.key, say),
            "tables": [
                {
                    "sheet": sheet,
                    "undone": working.found.blank.get(sheet.key, 0),
                    "carry": [{"name": _short(working, each, say), "value": value} for each, value in offered.items() if each in sheet.fields],
                    "stated": [each for each in said if each["table"] == sheet.key],
                    "zero": zeros.get(sheet.key),
                    "empty": not any(fields.get(each, "").strip() not in ("", "0") for each in sheet.fields),
                }
                for sheet in working.sheets.get(name, ())
            ],
            "length": sum(map(len, chapter.paragraphs())),
            "taken": taken.get(name, ()),
            "rows": max(ROWS[0], min(ROWS[1], 1 + sum(1 + len(line) // LINE for line in text.split("\n")))),
        }
    return found


def stated(working: Working, say: Texts) -> list[dict[str, str]]:
    """Return what is stated about the figures of a draft: kind, table, name of the place, text, and the name by which it is taken away."""
    found: list[dict[str, str]] = []
    annotations = working.found.report.annotations
    for each in annotations.restatements:
        figures = say("desk.annotation.figures", before=numerals.written(each.before), after=numerals.written(each.after))
        text = "\uff1b".join(filter(None, (figures, _reason(say, each.reason), each.text)))
        name = fieldnames.restatement(each.table, each.row, each.column, "")
        found.append(_stated(fieldnames.RESTATEMENT, each.table, working.placed(each.table, each.row, each.column), text, name))
    for waiver in annotations.waivers:
        place = working.placed(waiver.table or "", waiver.row or "", waiver.column or "")
        signed = " ".join(filter(None, (waiver.text, waiver.by, waiver.on.isoformat() if waiver.on else "")))
        found.append(_stated(fieldnames.WAIVER, waiver.table or "", f"{place} {waiver.code}".strip(), signed, annotating.waiver_field(waiver, "")))
    for note in annotations.notes:
        if note.kind == annotating.KIND:
            place = working.placed(note.table, note.row or "", note.column or "")
            found.append(_stated(fieldnames.NOTE, note.table, place, note.text, fieldnames.note(note.table, note.row or "", note.column or "")))
    return found


def _stated(kind: str, table: str, place: str, text: str, name: str) -> dict[str, str]:
    return {"kind": kind, "table": table, "place": place, "text": text, "name": name}


def _reason(say: Texts, reason: str) -> str:
    key = f"desk.restatement.{reason}"
    return say(key) if say.has(key) else reason


def _untitled(working: Working, key: str | None, say: Texts) -> str:
    """Return what a chapter without a title is called: by its kind."""
    form = working.form.chapter(key)
    return say(f"desk.chapter.{form.kind if form else 'prose'}")


def _short(working: Working, name: str, say: Texts) -> str:
    """Return the name of a field without that of its table."""
    return SEPARATOR.join(working.called(name, say).split(SEPARATOR)[1:])


def returned(working: Working, archive: Archive, say: Texts) -> dict[str, Any]:
    """Return why the version that was returned was, and what the reviewer remarked at its fields."""
    known = records.versions(archive, records.record(working.draft.id))
    version = records.standing(known)
    if version is None or version.state != RETURNED:
        return {"returned": (), "because": "", "remarked": {}}
    found = Remarks(archive.database).of(version.id, version.version)
    told = [{"field": each.field, "name": working.called(each.field, say), "text": each.text, "reviewer": each.reviewer} for each in found]
    remarked = {each["field"]: {**each, "id": f"remark-{number}"} for number, each in enumerate(told, 1)}
    lines = (version.remark or "").split("\n")
    because = "\n".join(line for line in lines if not any(line.endswith(f"\uff1a{each['text']}") for each in told))
    return {"returned": told, "remarked": remarked, "because": because}
