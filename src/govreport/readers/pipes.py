"""Canonical pipe text as a report: read strictly, line by line, so that a hand-edited file says where it went wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from govreport.diagnostics import Diagnostic, Location
from govreport.envelope import envelope
from govreport.model import Annotations, Grid, Metadata, Paragraph, Provenance, Report
from govreport.pipetext import AGENCY, CLAIM, DIVISION, FENCE, read_heading
from govreport.readers import annotationrecords, guard, records
from govreport.readers.encoding import decode
from govreport.readers.guard import DEFAULT, Limits
from govreport.readers.notices import Notices, quote
from govreport.readers.pipebody import Body
from govreport.readers.pipeparts import RECORDS, Part, front, parts
from govreport.readers.pipetables import PipeTables, pipes
from govreport.readers.records import Record, tidy
from govreport.readers.tables import Tables, plain
from govreport.reading import Reading
from govreport.standard import Standard

_PAIR = re.compile(r"(?P<name>[A-Za-z][A-Za-z0-9]*):[ \t]?(?P<value>.*)", re.DOTALL)
_TABLE, _LOOKED_FOR = "{table ", 20
_Value = TypeVar("_Value")


def read(data: bytes, name: str, standard: Standard, limits: Limits = DEFAULT) -> Reading:
    """Return the report of a canonical text, with what was noticed and the line and column of every cell."""
    notices = Notices(name)
    lines = decode(data, notices).removeprefix("\ufeff").split("\n")
    over = _over(lines, name, limits)
    if over:
        return Reading(None, over)
    head, start = front(lines, FENCE)
    return _Text(standard, notices, limits).reading(head, parts(lines, start))


def _over(lines: list[str], name: str, limits: Limits) -> tuple[Diagnostic, ...]:
    """Return a diagnostic for a text with too many lines and cells, or too long a line."""
    pieces = sum(map(_weight, lines))
    if pieces > limits.elements:
        return (guard.over(name, "elements", limits.elements, pieces),)
    longest = max(map(len, lines))
    if longest <= limits.text:
        return ()
    return (guard.over(name, "text", limits.text, longest, 1 + next(at for at, line in enumerate(lines) if len(line) == longest)),)


def _weight(line: str) -> int:
    """Return as how many lines and cells a line counts: a heading opens a section and closes one, a table is looked for in all of its form."""
    if line[:1] == "|":
        return 1 + line.count("|")
    return 2 if line[:1] == "#" else _LOOKED_FOR if line.startswith(_TABLE) else 1


class _Text:
    """One canonical text under reading."""

    def __init__(self, standard: Standard, notices: Notices, limits: Limits) -> None:
        self.standard, self.notices, self.limits = standard, notices, limits
        self.envelope = envelope(standard)
        self.body = Body(notices)

    def reading(self, head: list[tuple[int, str]], found: list[Part]) -> Reading:
        """Return the reading of a front matter and the pieces behind it."""
        annotations, provenance = self.annotations(found)
        marks: dict[tuple[str, str | None, str | None], set[str]] = {}
        for note in annotations.notes:
            if note.kind == "mark":
                marks.setdefault((note.table, note.row, note.column), set()).add(note.text)
        tables = PipeTables(Tables(self.standard, self.notices), marks)
        claim, metadata = self.front(head)
        for part in found:
            if part.kind == "heading" and len(part.text) - len(part.text.lstrip("#")) > self.limits.depth:
                return Reading(None, (guard.over(self.notices.source, "depth", self.limits.depth, self.limits.depth + 1, part.number),))
            self.take(part, tables)
        self.body.close(0)
        report = Report(claim, metadata, tuple(self.body.chapters), tuple(self.body.attachments), annotations, provenance)
        return Reading(report, self.notices.all(), tuple(tables.evidence))

    def take(self, part: Part, tables: PipeTables) -> None:
        """Take a piece of the body."""
        if part.kind == "heading":
            self.heading(part)
        elif part.kind == "paragraph":
            text = tidy(part.text.removeprefix("\\"), self.notices, lambda: self.notices.at(part.number))
            if text:
                self.body.add(Paragraph.of_checked([text])[0], part.number)
        elif part.kind == "end":
            self.body.close(max(len(part.text) - 1, 1))
        elif part.kind == "attachment":
            self.body.attachment(self.record(part))
        elif part.kind == "table":
            self.table(part, tables)
        elif part.kind in ("grid", "pipes"):
            caption = tidy(part.text, self.notices, lambda: self.notices.at(part.number)) if part.text else None
            self.body.add(self.grid(part, caption), part.number)
        elif part.kind not in RECORDS:
            self.notices.add("XSD-LINE", self.notices.at(part.number), raw=quote(f"{{{part.kind} {part.text}".strip() + "}"))

    def heading(self, part: Part) -> None:
        """Take a heading; a key that is none is noted and left out."""
        heading = read_heading(part.text)
        if heading.key is not None and (heading.level > 1 or not self.envelope.allows("Key", heading.key)):
            self.notices.add("XSD-VALUE", self.notices.at(part.number), name="key", raw=quote(heading.key))
            heading = replace(heading, key=None)
        self.body.heading(heading, part.number)

    def table(self, part: Part, tables: PipeTables) -> None:
        """Take a table of the form; one that no edition has, or in an attachment, is kept as a grid."""
        key, _, edition = part.text.partition(" ")
        form = self.standard.table(key, edition.strip())
        if form is None or self.body.in_attachment:
            self.notices.add("XSD-TABLE", self.notices.at(part.number), table=quote(key), edition=quote(edition))
            self.body.add(self.grid(part, plain(part.text) or None), part.number)
            return
        for block in tables.read(form, pipes(part.lines), part.number):
            self.body.add(block, part.number)

    def grid(self, part: Part, caption: str | None) -> Grid:
        """Return lines of pipes as a grid of text cells."""
        rows = []
        for line in pipes(part.lines):
            place = partial(self.notices.at, line.number)
            rows.append(tuple([(tidy(cell, self.notices, place) or "") if cell else "" for cell in line.cells]))
        return Grid.of_checked(tuple(rows), caption)

    def front(self, head: list[tuple[int, str]]) -> tuple[str, Metadata]:
        """Return the release that the text claims and its metadata."""
        fields, numbers = self.pairs(head)

        def record(name: str, names: dict[str, str]) -> Record:
            chosen = {inner: fields.pop(outer) for outer, inner in names.items() if outer in fields}
            return self.made(name, chosen, {inner: numbers[outer] for outer, inner in names.items() if inner in chosen}, 1)

        claim = record("report", {CLAIM: "schema"}).token("schema", "Claim")
        division = records.division(record("division", DIVISION))
        by = record("agency", {"agency": "name", **AGENCY})
        agency = records.agency(by, by.text("name"), division)
        period = None
        if "period" in fields:
            start, _, end = fields.pop("period").partition("/")
            period = records.period(self.made("period", {"from": start.strip(), "to": end.strip()}, {}, numbers["period"]))
        return claim or self.standard.claim, records.metadata(self.made("metadata", fields, numbers, 1), agency, period)

    def annotations(self, found: list[Part]) -> tuple[Annotations, Provenance | None]:
        """Return the annotations of all records, and the provenance."""
        sources = self.built(found, "provenance", records.provenance)
        annotations = Annotations(
            self.built(found, "note", annotationrecords.note),
            self.built(found, "restatement", annotationrecords.restatement),
            self.built(found, "waiver", annotationrecords.waiver),
            self.built(found, "zeroDeclaration", annotationrecords.zero_declaration),
        )
        return annotations, sources[0] if sources else None

    def built(self, found: list[Part], kind: str, build: Callable[[Record], _Value | None]) -> tuple[_Value, ...]:
        """Return what the records of a kind come to."""
        values = (build(self.record(part)) for part in found if part.kind == kind)
        return tuple(value for value in values if value is not None)

    def record(self, part: Part) -> Record:
        """Return the lines under a machine line as a record."""
        fields, numbers = self.pairs(part.lines)
        return self.made(part.kind, fields, numbers, part.number)

    def made(self, name: str, fields: dict[str, str], numbers: dict[str, int], default: int) -> Record:
        """Return fields as a record that knows the line of each."""

        def place(key: str) -> Location:
            return self.notices.at(numbers.get(key, default))

        return Record(name, fields, place, self.notices, self.envelope)

    def pairs(self, lines: list[tuple[int, str]]) -> tuple[dict[str, str], dict[str, int]]:
        """Return lines of ``name: value`` by name, with their numbers; any other line, and a second of a name, is noted."""
        fields: dict[str, str] = {}
        numbers: dict[str, int] = {}
        for number, line in lines:
            pair = _PAIR.fullmatch(line.strip())
            if pair is None:
                self.notices.add("XSD-LINE", self.notices.at(number), raw=quote(line.strip()))
            elif pair["name"] in fields:
                self.notices.add("XSD-DUPLICATE", self.notices.at(number), name=f"{pair['name']}: {quote(pair['value'])}")
            elif pair["value"].strip():
                fields[pair["name"]], numbers[pair["name"]] = pair["value"].strip(), number
        return fields, numbers
