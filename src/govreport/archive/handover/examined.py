"""An examination in words: JSON for programs, a document for people, the same as PDF with the JSON inside."""

from __future__ import annotations

import datetime
import json
from contextlib import suppress

from govreport.archive.handover.detection import Examination, of_package
from govreport.archive.handover.items import FAILED, PASSED, UNCHECKED, Result, catalogue
from govreport.archive.handover.package import Package
from govreport.archive.handover.words import words
from govreport.metadata import Metadata
from govreport.model import Block, Chapter, Grid, Paragraph, Report
from govreport.standard import Standard
from govreport.writers import UnwritableError

FORMAT = "govreport-detection"
LANGUAGES = ("zh", "en")


def as_object(found: Examination) -> dict[str, object]:
    """Return an examination as plain values, its words in both languages."""
    properties = catalogue().words["properties"]
    return {
        "format": FORMAT,
        "profile": found.profile,
        "source": found.source,
        "made": found.made,
        "tool": found.tool,
        "records": found.records,
        "sequence": found.sequence,
        "hash": found.hash,
        "conclusion": found.conclusion,
        "summary": {key: {result: _number(found, key, result) for result in (PASSED, FAILED, UNCHECKED)} for key in properties},
        "items": [_item(each) for each in found.results],
    }


def _number(found: Examination, key: str, result: str) -> int:
    return sum(each.item.property == key and each.result == result for each in found.results)


def _item(found: Result) -> dict[str, object]:
    item = found.item
    figures = {"result": found.result, "checked": found.checked, "failed": found.failed, "unit": item.unit, "places": list(found.places)}
    return {"key": item.key, "property": item.property, "name": dict(item.names), **figures}


def as_json(found: Examination) -> bytes:
    """Return an examination as JSON."""
    return (json.dumps(as_object(found), ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def conclusion(found: Examination, lang: str) -> str:
    """Return the conclusion in words: it is never that all passed where an item was not examined."""
    numbers = {result: found.number(result) for result in (PASSED, FAILED, UNCHECKED)}
    return catalogue().say("names", found.conclusion, lang, **numbers)


def rows(found: Examination, lang: str) -> list[tuple[str, str, str, str, str]]:
    """Return a row for every item: its property, its name, its result, how many were examined and how many of these failed."""
    say = catalogue().say
    made = []
    for each in found.results:
        unit = say("units", each.item.unit, lang) if each.checked else ""
        figures = (f"{each.checked} {unit}".strip(), f"{each.failed} {unit}".strip()) if each.checked else ("-", "-")
        made.append((say("properties", each.item.property, lang), each.item.names[lang], say("results", each.result, lang), *figures))
    return made


def document(found: Examination, lang: str) -> Report:
    """Return an examination as a document: what and when, the conclusion, a table for every property, the places of what failed."""
    say = catalogue().say

    def name(key: str, **parameters: object) -> str:
        return say("names", key, lang, **parameters)

    source = found.source or name("archive")
    lines = [
        name("profile", name=say("profiles", found.profile, lang)),
        name("basis"),
        name("subject", source=source, records=found.records),
        name("log", sequence=found.sequence, hash=_in_groups(found.hash)),
        name("made", made=f"{found.made[:10]} {found.made[11:16]} UTC", tool=found.tool),
        name("conclusion", conclusion=conclusion(found, lang)),
    ]
    chapters = [Chapter(None, None, None, tuple(map(Paragraph, lines)))]
    head = tuple(name(key) for key in ("item", "result", "checked", "faulty"))
    for key in catalogue().words["properties"]:
        title = say("properties", key, lang)
        body = tuple(row[1:] for row in rows(found, lang) if row[0] == title)
        if body:
            chapters.append(Chapter(None, None, title, (Grid((head, *body)),)))
    places: list[Block] = [
        Paragraph(name("example", item=each.item.names[lang], places="; ".join(filter(None, each.places)))) for each in found.results if any(each.places)
    ]
    if places:
        chapters.append(Chapter(None, None, name("examples"), tuple(places)))
    day = datetime.date.fromisoformat(found.made[:10])
    return Report("1.0", Metadata(title=name("title"), published=day), tuple(chapters))


def _in_groups(digest: str) -> str:
    """Return a digest in groups, between which a line may end."""
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))


def as_pdf(found: Examination, standard: Standard, lang: str = LANGUAGES[0]) -> bytes:
    """Return an examination as PDF/A-3 with its JSON attached; raises ``UnwritableError`` where it cannot be set."""
    from govreport.writers.pdf.archival import Attached
    from govreport.writers.pdf.report import write_report

    say = catalogue().say
    data = Attached(as_json(found), say("names", "data_file", lang), say("names", "data", lang), "application/json")
    return write_report(document(found, lang), standard, red=False, attached=data)


def files(package: Package, standard: Standard) -> dict[str, bytes]:
    """Return the files of a package's own examination by name: JSON, and PDF where the libraries for it are there."""
    found, names = of_package(package, standard), words().names
    made = {names["detection"]: as_json(found)}
    with suppress(UnwritableError, ImportError):
        made[names["detection_pdf"]] = as_pdf(found, standard)
    return made
