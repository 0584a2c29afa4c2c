"""Legacy text as a report, in named steps: decode, repair, outline, fragments, tokens, match, tables, chapters, metadata.

Each step is a module that can be run by itself; none refuses malformed input. What is not sure is left blank and said.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence

from govreport import vocabulary as vocabularies
from govreport.diagnostics import CellRef, Diagnostic, Location
from govreport.forms import Form
from govreport.model import Annotations, Attachment, Note, Provenance, Report
from govreport.readers import foreign
from govreport.readers.guard import DEFAULT, Limits, over
from govreport.readers.legacy.assembly import Assembly, Page
from govreport.readers.legacy.boxes import boxes
from govreport.readers.legacy.cells import Cell
from govreport.readers.legacy.dashed import dashed
from govreport.readers.legacy.decode import decode
from govreport.readers.legacy.editions import read_tables
from govreport.readers.legacy.fragments import fragments
from govreport.readers.legacy.headings import headings as headings_of
from govreport.readers.legacy.headings import without_contents
from govreport.readers.legacy.instances import Instance
from govreport.readers.legacy.labels import label_index
from govreport.readers.legacy.lines import Line, Source
from govreport.readers.legacy.match import instances
from govreport.readers.legacy.metadata import extract
from govreport.readers.legacy.notations import marked
from govreport.readers.legacy.outline import Heading, Outline, outline
from govreport.readers.legacy.provenance import provenance
from govreport.readers.legacy.repairs import Repaired, repair
from govreport.readers.legacy.separated import separated
from govreport.readers.legacy.successor import successor
from govreport.readers.legacy.tables import TableReader
from govreport.readers.legacy.tokens import Token, tokens
from govreport.readers.legacy.unparted import unparted
from govreport.readers.legacy.values import value_reader
from govreport.readers.legacy.wording import text_of
from govreport.readers.legacy.written import as_rows
from govreport.reading import Evidence, Reading
from govreport.standard import Standard

NAME = "text-legacy"
MANY = 2
LONGEST_CHARACTER = 4
"""The most bytes of one character in any encoding: a text has at least so many times fewer characters than bytes."""
_PIECE = re.compile(r"[\r\n|(\uff08]|[^\S\r\n]+")
"""What starts a piece of its own to look at: a line, a cell, a bracket, a word."""


def read(data: bytes, name: str, standard: Standard, limits: Limits = DEFAULT) -> Reading:
    """Return the report that a legacy text holds, or none with DOC-KIND, or SYS-FORMAT or SYS-LIMIT where it is no text or too long."""
    if len(data) > LONGEST_CHARACTER * limits.legacy:
        return Reading(None, (over(name, "legacy", limits.legacy, len(data) // LONGEST_CHARACTER),))
    decoded = decode(data)
    too_much = over_limits(decoded.text, name, limits)
    if too_much:
        return Reading(None, too_much)
    source = Source(decoded.text)
    vocabulary = vocabularies.load(standard.root)
    repaired = repair(decoded, standard, vocabulary)
    reading = read_repaired(source, repaired, provenance(data, name, NAME, standard), standard)
    return Reading(None, (foreign.told(foreign.UNKNOWN, name),)) if reading.report is None and foreign.is_no_text(decoded.text) else reading


def read_repaired(source: Source, repaired: Repaired, provenance: Provenance, standard: Standard) -> Reading:
    """Return the report that repaired lines hold, or none with DOC-KIND; ``source`` tells where every character stood."""
    vocabulary = vocabularies.load(standard.root)
    labels, heads, values = label_index(standard), outline(standard, vocabulary), value_reader(vocabulary)
    cells: dict[int, Cell] = {}
    written = as_rows(repaired.lines, boxes(repaired.lines, labels), cells)
    written = as_rows(written, marked(written), cells)
    written = as_rows(written, dashed(written), cells)
    lines = heads.split(unparted(separated(written, labels, values), labels))
    announced = headings_of(lines, heads, labels)
    headings = without_contents(announced, lines)
    pieces = fragments(lines, lambda offset: cells.get(offset) or source.cell(offset), values.empty)
    stream = tokens(pieces, labels, values, frozenset(number for number, heading in announced.items() if heading.key))
    text = text_of(lines, repaired.removed, vocabulary)
    extracted = extract(text)
    found = instances(stream, standard, extracted.metadata.year)
    end = successor(text, headings, found, heads)
    behind: list[Instance] = []
    if end is not None:
        split = next((number for number, token in enumerate(stream) if token.line >= end), len(stream))
        text = text_of(lines[:end], [line for line in repaired.removed if line.start < lines[end].start], vocabulary)
        extracted = extract(text)
        found, behind = (instances(each, standard, extracted.metadata.year) for each in (stream[:split], stream[split:]))
    found = _in_place(found, headings, heads, standard)
    diagnostics = [*repaired.diagnostics]
    if not found and not heads.has_titles([heading.title for heading in announced.values()]):
        return Reading(None, (Diagnostic("DOC-KIND", Location(line=1, column=1), {"quote": _first_words(lines)}), *diagnostics))
    readings, further = (
        read_tables(copies, extracted.metadata.year, standard, TableReader(source, lines, values, _repeats_dropped(copies))) for copies in (found, behind)
    )
    assembly = Assembly(Page(source, lines, headings, extracted.consumed, extracted.signature, end), heads, standard)
    chapters = assembly.build(readings, further)
    forms = _forms(extracted.metadata.year, {reading.table.edition for reading in assembly.first_copies}, standard)
    diagnostics += [*extracted.diagnostics, *_label_diagnostics(found, lines, source), *assembly.diagnostics]
    evidence: list[Evidence] = []
    notes: list[Note] = [*assembly.notes]
    for reading in assembly.first_copies:
        diagnostics += reading.diagnostics
        evidence += reading.evidence
        notes += reading.notes
    editions = {reading.table.edition for reading in assembly.first_copies}
    if len(editions) > 1:
        diagnostics.append(Diagnostic("TEXT-MIXED", Location(line=1, column=1), {"editions": ", ".join(sorted(editions))}))
    lost = {each.table.key for each in assembly.first_copies if not each.table.cells and any(said.code == "TEXT-LOST" for said in each.diagnostics)}
    filled = {instance.table for instance in found if instance.filled} - lost
    diagnostics += _absent(forms[0], filled, {heading.key: source.place(lines[number].start) for number, heading in reversed(headings.items())}, heads)
    report = Report(
        standard.claim,
        extracted.metadata,
        heads.names.keyed(chapters, forms),
        _attachments(repaired),
        Annotations(notes=tuple(notes)),
        provenance,
    )
    return Reading(report, tuple(diagnostics), tuple(evidence))


def over_limits(text: str, name: str, limits: Limits) -> tuple[Diagnostic, ...]:
    """Return a diagnostic for a text with too many characters, or with more lines, cells and words than are read."""
    if len(text) > limits.legacy:
        return (over(name, "legacy", limits.legacy, len(text)),)
    if len(text) <= limits.pieces:
        return ()
    pieces = sum(1 for _ in _PIECE.finditer(text))
    return (over(name, "pieces", limits.pieces, pieces),) if pieces > limits.pieces else ()


def _in_place(found: Sequence[Instance], headings: Mapping[int, Heading], outline: Outline, standard: Standard) -> list[Instance]:
    """Return the copies without those that are a menu, or some figures listed in another chapter: no heads, and the table may stand elsewhere."""
    copies = Counter(instance.table for instance in found)
    keyed = {number: heading.key for number, heading in headings.items() if heading.key}
    numbers, present = sorted(keyed), set(keyed.values())
    kept = []
    for instance in found:
        form = next(form for form in reversed(standard.forms.values()) if instance.table in form.tables)
        own = outline.names.name(form.edition, form.tables[instance.table].chapter)
        at = bisect_right(numbers, instance.first_line)
        chapter = keyed[numbers[at - 1]] if at else None
        elsewhere = own in present and chapter != own
        if instance.bare:
            told = not elsewhere and copies[instance.table] == 1
        else:
            told = instance.headed or not elsewhere or chapter is None or copies[instance.table] > 1
        if told:
            kept.append(instance)
    return kept


def _forms(year: int | None, editions: Container[str], standard: Standard) -> list[Form]:
    """Return the editions in whose words the chapters are told: the one in force, and those of the tables, the newest first; else the newest."""
    found = [form for form in reversed(standard.forms.values()) if form.edition in editions]
    if year is not None or not found:
        found.insert(0, standard.in_force(year, editions))
    return found


def _absent(form: Form, found: Container[str], places: Mapping[str | None, tuple[int, int]], outline: Outline) -> Iterator[Diagnostic]:
    """Yield the tables that were not found, each with the place of the chapter in which it may stand in a form that is not read."""
    for table in form.tables.values():
        if table.key not in found:
            line, column = places.get(outline.names.name(form.edition, table.chapter), (None, None))
            yield Diagnostic("TEXT-UNREAD", Location(None, line, column, cell=CellRef(table.key)), {"kind": "chapter", "quote": table.label})


def _repeats_dropped(found: Sequence[Instance]) -> bool:
    """Return whether copying seems to have dropped every line that stood in the text before: no number comes twice."""
    numbers = [token.text for instance in found for run in instance.runs for token in run.solid if not token.barred]
    return len(numbers) >= MANY and len(set(numbers)) == len(numbers)


def _label_diagnostics(found: Sequence[Instance], lines: Sequence[Line], source: Source) -> list[Diagnostic]:
    """Return what is to be said of labels: each misprint once, with its place, and the number of split ones."""
    said: list[Diagnostic] = []
    seen: set[str] = set()
    split = 0
    for instance in found:
        for token in instance.labels:
            split += token.joined > 1
            if token.match and token.match.score < 100 and token.text not in seen:
                seen.add(token.text)
                said.append(Diagnostic("TEXT-LABEL", _location(token, lines, source), {"seen": token.text, "label": token.match.label}))
    if split:
        said.append(Diagnostic("TEXT-SPLIT", Location(line=1, column=1), {"count": split}))
    return said


def _location(token: Token, lines: Sequence[Line], source: Source) -> Location:
    line, column = source.place(lines[token.line].origin(token.start))
    return Location(line=line, column=column)


def _attachments(repaired: Repaired) -> tuple[Attachment, ...]:
    return tuple(Attachment(title, file_name) for title, file_name, _ in repaired.attachments)


def _first_words(lines: Sequence[Line]) -> str:
    return next((line.text.strip()[:40] for line in lines if line.text.strip()), "")
