"""Tables, headings and prose of one text put together in source order; what has no place in the form stays as a grid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from govreport.diagnostics import CellRef, Diagnostic, Location
from govreport.model import Chapter, Grid, Note
from govreport.readers.legacy.account import TableReading
from govreport.readers.legacy.fragments import is_drawing
from govreport.readers.legacy.instances import Instance, Run
from govreport.readers.legacy.lines import Line, Source
from govreport.readers.legacy.outline import Heading, Outline
from govreport.readers.legacy.prose import ChapterBuilder, clean
from govreport.readers.legacy.tokens import Token, What
from govreport.readers.legacy.unknown import unknown
from govreport.readers.legacy.wording import unboxed
from govreport.standard import Standard

Copy = tuple[Instance, TableReading]
QUOTE = 60


class Page(NamedTuple):
    """A text with what is known of its lines: headings, lines whose words the metadata hold, the signature, and where another report begins."""

    source: Source
    lines: Sequence[Line]
    headings: Mapping[int, Heading]
    consumed: set[int]
    signature: frozenset[int]
    end: int | None = None


class Assembly:
    """Builds the chapters; ``first_copies`` are the tables that count, ``notes`` those under them, ``diagnostics`` what was noticed on the way."""

    def __init__(self, page: Page, outline: Outline, standard: Standard) -> None:
        self._page, self._outline, self._standard = page, outline, standard
        self.first_copies: list[TableReading] = []
        self.notes: list[Note] = []
        self.diagnostics: list[Diagnostic] = []

    def build(self, readings: Sequence[Copy], others: Sequence[Copy] = ()) -> tuple[Chapter, ...]:
        """Return the chapters in source order, by name; ``others`` are the tables of another report behind this one, whose chapters have no keys."""
        first, further = self._choose(readings, others)
        readings = [*readings, *others]
        starts: dict[int, list[tuple[Copy, bool]]] = {}
        for copies, counts in ((first, True), (further, False)):
            for copy in copies:
                starts.setdefault(copy[0].first_line, []).append((copy, counts))
        covered = {line for instance, _ in readings for line in instance.lines()}
        strays = self._strays(readings, covered)
        tables = unknown(self._page.lines, covered | strays.keys(), self._page.consumed | self._page.signature | self._page.headings.keys())
        headed = {heading.key for heading in self._page.headings.values()}
        lead, closing = self._outline.names.kinds.get("lead"), self._outline.names.kinds.get("closing")
        builder = ChapterBuilder(self._outline, lead)
        end = len(self._page.lines) if self._page.end is None else self._page.end
        for number, line in enumerate(self._page.lines):
            for copy, counts in starts.get(number, ()):
                self._table(builder, copy, counts, headed)
            if number == end:
                self._successor(builder, line)
            elif number in strays:
                builder.line(strays[number])
            elif number in covered or number in self._page.consumed or is_drawing(line.text):
                continue
            elif number in tables:
                self._unknown(builder, number, tables[number])
            elif number in self._page.signature and closing:
                if builder.current != closing:
                    builder.chapter(closing)
                builder.line(line.text)
            elif number in self._page.headings and self._begins(self._page.headings[number], builder.current, lead):
                heading = self._page.headings[number]
                builder.chapter(heading.key if number < end else None, heading.number, heading.title)
            else:
                builder.line(unboxed(line.text))
        self.notes = builder.notes
        return builder.finish()

    def _begins(self, heading: Heading, current: str | None, lead: str | None) -> bool:
        """Return whether a heading begins a chapter: not one within the lead, nor the title of the chapter again without its number."""
        return heading.key != current or heading.number is not None if heading.key else current != lead

    def _successor(self, builder: ChapterBuilder, line: Line) -> None:
        """Begin another report with the line that is its title or the first of its heads, and say so."""
        builder.chapter(None, None, line.text)
        self.diagnostics.append(Diagnostic("TEXT-SECOND", Location(None, *self._page.source.place(line.origin(0))), {"quote": clean(line.text)[:QUOTE]}))

    def _choose(self, readings: Sequence[Copy], others: Sequence[Copy]) -> tuple[list[Copy], list[Copy]]:
        """Return the copies that count, whole ones before fragments, those in their chapter before others, and the further ones; equal ones fold."""
        best: dict[str, tuple[tuple[bool, bool], Copy]] = {}
        further: list[Copy] = []
        for copy in readings:
            rank = (not self._is_fragment(copy), self._in_chapter(copy))
            known = best.get(copy[1].table.key)
            if known is None or rank > known[0]:
                best[copy[1].table.key] = rank, copy
        first = {key: copy for key, (_, copy) in best.items()}
        for copy in (*readings, *others):
            table, counting = copy[1].table, first.get(copy[1].table.key)
            if copy is counting:
                self.first_copies.append(copy[1])
            elif counting is None:
                further.append(copy)
            elif counting[1].table != table:
                further.append(copy)
                where = Location(*self._place(copy[0].first_line), cell=CellRef(table.key, edition=table.edition))
                self.diagnostics.append(Diagnostic("DOC-TABLE", where, {"table": self._standard.forms[table.edition].tables[table.key].label}))
        return list(first.values()), further

    def _is_fragment(self, copy: Copy) -> bool:
        """Return whether a copy is some rows of a table without any of its heads, such as a sentence that lists figures."""
        instance, reading = copy
        rows = {row.key for row in self._standard.forms[reading.table.edition].tables[reading.table.key].leaves}
        named = {key for run in instance.runs for key in run.keys(reading.table.edition)}
        return not instance.headed and 2 * len(named & rows) <= len(rows)

    def _in_chapter(self, copy: Copy) -> bool:
        """Return whether a copy stands in the chapter that the form has for its table."""
        first = copy[0].first_line
        keyed = (heading.key for number, heading in reversed([*self._page.headings.items()]) if heading.key and number <= first)
        return next(keyed, None) == self._chapter(copy[1])

    def _chapter(self, reading: TableReading) -> str:
        """Return the name of the chapter that the form has for a table."""
        edition = reading.table.edition
        return self._outline.names.name(edition, self._standard.forms[edition].tables[reading.table.key].chapter)

    def _place(self, line: int) -> tuple[None, int, int]:
        """Return the first three members of a location: no source, line and column."""
        return (None, *self._page.source.place(self._page.lines[line].origin(0)))

    def _table(self, builder: ChapterBuilder, copy: Copy, counts: bool, headed: set[str | None]) -> None:
        instance, reading = copy
        if not counts:
            builder.blocks([_grid(instance.runs)], outermost=True)
            return
        own = self._chapter(reading)
        if builder.current != own and own not in headed:
            builder.chapter(own)
        builder.blocks([reading.table], outermost=True)
        if reading.rest:
            builder.block(_grid(reading.rest))
            for run in reading.rest:
                quote = " | ".join(_words(run))[:QUOTE]
                self.diagnostics.append(Diagnostic("TEXT-ROW", Location(*self._place(_first(run).line)), {"quote": quote}))

    def _unknown(self, builder: ChapterBuilder, number: int, table: Grid | None) -> None:
        """Add a table that no edition has where it begins, and say so."""
        if table is not None:
            builder.block(table)
            quote = " | ".join(filter(None, table.rows[0]))[:QUOTE]
            self.diagnostics.append(Diagnostic("TEXT-TABLE", Location(*self._place(number)), {"quote": quote}))

    def _strays(self, readings: Sequence[Copy], covered: set[int]) -> dict[int, str]:
        """Return the words inside the lines of tables that belong to no cell, by line; numbers among them, and on lines between, are said."""
        used: dict[int, list[Token]] = {}
        for instance, _ in readings:
            last = max(token.last_line for token in instance.tokens)
            for token in instance.strays:
                if token.line < last or token.line in covered:
                    used.setdefault(token.line, []).append(token)
        for line, found in used.items():
            if any(token.what is What.VALUE for token in found):
                quote = " ".join(token.text for token in found)[:QUOTE]
                self.diagnostics.append(Diagnostic("TEXT-ROW", Location(*self._place(line)), {"quote": quote}))
        words = {line: " ".join(token.text for token in found) for line, found in used.items() if line in covered}
        return {line: text for line, text in words.items() if clean(text)}


def _grid(runs: Sequence[Run]) -> Grid:
    return Grid(tuple(tuple(clean(word) for word in _words(run)) for run in runs))


def _words(run: Run) -> list[str]:
    label = [run.label.text] if run.label else []
    return label + [slot.text for slot in run.slots]


def _first(run: Run) -> Token:
    return run.label or run.slots[0]
