"""A report carried over to another edition; by ``schema/migrations/``, never by guess."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from govreport import numerals
from govreport.correspondence import Reasons, load
from govreport.diagnostics import CellRef, Diagnostic, Location
from govreport.model import Annotations, Block, Note, Report, Restatement, Section, Table, Waiver, ZeroDeclaration
from govreport.standard import Standard
from govreport.transfer import Transfer, key_of, transfer, unit_of


def migrate(report: Report, to_edition: str, standard: Standard) -> tuple[Report, tuple[Diagnostic, ...]]:
    """Return the report with its tables in another edition, and a DOC-MIGRATION for every value that could not go along.

    Such values, and remarks on their cells, stand in notes of the new table, so that nothing is lost; cells without a
    counterpart are blank. A table of an edition without a migration stays as it is, which is said.
    """
    moves: dict[str, Transfer] = {}
    diagnostics: list[Diagnostic] = []
    for table in report.tables():
        if table.edition == to_edition or table.key in moves:
            continue
        found = load(standard, table.edition, to_edition)
        form = standard.table(table.key, table.edition)
        target = standard.table(found.tables[table.key], to_edition) if found and table.key in found.tables else None
        if found is None or form is None or target is None:
            cell = CellRef(table.key, edition=table.edition)
            diagnostics.append(_diagnostic(cell, form.label if form else table.key, table.edition, to_edition, "", "file", {}))
            continue
        moves[table.key] = transfer(table, form, target, found)
    chapters = tuple(replace(chapter, blocks=_blocks(chapter.blocks, moves)) for chapter in report.chapters)
    readdressed = _Readdressed(moves, standard, to_edition)
    annotations = readdressed.annotations(report.annotations)
    return replace(report, chapters=chapters, annotations=annotations), (*diagnostics, *readdressed.diagnostics)


def _blocks(blocks: tuple[Block, ...], moves: Mapping[str, Transfer]) -> tuple[Block, ...]:
    return tuple(_block(block, moves) for block in blocks)


def _block(block: Block, moves: Mapping[str, Transfer]) -> Block:
    if isinstance(block, Section):
        return replace(block, blocks=_blocks(block.blocks, moves))
    if isinstance(block, Table) and block.key in moves and moves[block.key].old is block:
        return moves[block.key].new
    return block


class _Readdressed:
    """What is said of cells on its way to their new places; what was said of a cell without counterpart becomes a note of the new table."""

    def __init__(self, moves: Mapping[str, Transfer], standard: Standard, target: str) -> None:
        self._moves, self._standard, self._target = moves, standard, target
        self._notes: list[Note] = []
        self.diagnostics: list[Diagnostic] = []

    def annotations(self, before: Annotations) -> Annotations:
        """Return the annotations with their cells readdressed, and with notes of all that found no place, values too."""
        self._values()
        for note in before.notes:
            self._note(note)
        restatements = tuple(filter(None, map(self._restatement, before.restatements)))
        waivers = tuple(filter(None, map(self._waiver, before.waivers)))
        declarations = tuple(filter(None, map(self._declaration, before.zero_declarations)))
        return Annotations(tuple(self._notes), restatements, waivers, declarations)

    def _values(self) -> None:
        for move in self._moves.values():
            for cell, (reason, reasons) in move.lost.items():
                value = move.old.get(*key_of(cell))
                text = "" if value is None else numerals.written(value)
                self._lost(cell, f"{text}{unit_of(cell, move.old, move.form) or ''}", reason, reasons)

    def _note(self, note: Note) -> None:
        place = self._place(note.table, note.row, note.column)
        if place is None:
            self._said_of_none(note.table, note.row, note.column, note.text)
        else:
            self._notes.append(replace(note, table=place.table, row=place.row, column=place.column))

    def _restatement(self, before: Restatement) -> Restatement | None:
        place = self._place(before.table, before.row, before.column)
        if place is not None and place.row and place.column:
            return replace(before, table=place.table, row=place.row, column=place.column)
        said = f"{before.before} → {before.after} ({before.reason}) {before.text or ''}".rstrip()
        self._said_of_none(before.table, before.row, before.column, said)
        return None

    def _waiver(self, waiver: Waiver) -> Waiver | None:
        if not waiver.table:
            return waiver
        place = self._place(waiver.table, waiver.row, waiver.column)
        if place is None:
            self._said_of_none(waiver.table, waiver.row, waiver.column, f"{waiver.code}: {waiver.text}")
            return None
        return replace(waiver, table=place.table, row=place.row, column=place.column)

    def _declaration(self, declaration: ZeroDeclaration) -> ZeroDeclaration | None:
        moved = self._moves.get(declaration.table)
        if moved is not None and any(cell.table == moved.new.key for cell in moved.correspondence.right_only):
            # the declaration spoke of other cells than the new table has
            self._said_of_none(declaration.table, None, None, "0")
            return None
        return replace(declaration, table=moved.new.key if moved else declaration.table)

    def _place(self, table: str, row: str | None, column: str | None) -> CellRef | None:
        cell = CellRef(table, row, column)
        return self._moves[table].place(cell) if table in self._moves else cell

    def _said_of_none(self, table: str, row: str | None, column: str | None, text: str) -> None:
        self._lost(CellRef(table, row, column, self._moves[table].old.edition), text, "unstated", {})

    def _lost(self, cell: CellRef, value: str, reason: str, reasons: Reasons) -> None:
        name, move = _name(cell, self._standard), self._moves[cell.table]
        self._notes.append(Note(move.new.key, f"[{move.old.edition}] {name}: {value}"))
        self.diagnostics.append(_diagnostic(cell, name, move.old.edition, self._target, value, reason, reasons))


def _name(cell: CellRef, standard: Standard) -> str:
    """Return a cell in the words of its form."""
    form = standard.table(cell.table, cell.edition or "")
    if form is None:
        return cell.table
    row, column = form.rows.get(cell.row or ""), form.column(*key_of(cell))
    return " · ".join((*(row.labels if row else ()), *((column.label,) if column else ()))) or form.name


def _diagnostic(cell: CellRef, name: str, edition: str, target: str, value: str, reason: str, reasons: Reasons) -> Diagnostic:
    params: dict[str, str | int] = {"name": name, "value": value, "kept": "value" if value else "", "edition": edition, "target": target, "reason": reason}
    params["advised"] = "stays" if reason == "file" else "note"
    return Diagnostic("DOC-MIGRATION", Location(cell=cell), params | dict(reasons))
