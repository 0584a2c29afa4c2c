"""A report carried over to another edition, and what of two editions may be compared; by ``schema/migrations/``, never by guess."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from govreport.correspondence import Pair, Reasons, load
from govreport.diagnostics import CellRef, Diagnostic, Location
from govreport.model import Annotations, Block, NotApplicable, Note, Report, Section, Table, Value
from govreport.standard import Standard
from govreport.transfer import Transfer, key_of, transfer, unit_of


@dataclass(frozen=True)
class Comparable:
    """What of two reports stands on one line: single cells, cells against sums, and why the others do not."""

    pairs: Mapping[CellRef, CellRef]
    sums: tuple[Pair, ...]
    left_reasons: Mapping[CellRef, Reasons]
    right_reasons: Mapping[CellRef, Reasons]


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
    annotations = _annotations(report.annotations, moves, standard, to_edition, diagnostics)
    return replace(report, chapters=chapters, annotations=annotations), tuple(diagnostics)


def comparable(left: Report, right: Report, standard: Standard) -> Comparable:
    """Return what may be compared between the tables of two reports whose editions differ; tables of one edition need nothing."""
    pairs: dict[CellRef, CellRef] = {}
    sums: list[Pair] = []
    reasons: tuple[dict[CellRef, Reasons], dict[CellRef, Reasons]] = ({}, {})
    theirs = {table.key: table for table in right.tables()}
    for table in left.tables():
        for other in theirs.values():
            found = load(standard, table.edition, other.edition) if table.edition != other.edition else None
            if found is None or found.tables.get(table.key) != other.key:
                continue
            pairs |= {cell: there for cell, there in found.single.items() if cell.table == table.key}
            sums += [pair for pair in found.pairs if pair.kind == "sum" and pair.left[0].table == table.key]
            reasons[0].update({cell: why for cell, why in found.left_only.items() if cell.table == table.key})
            reasons[1].update({cell: why for cell, why in found.right_only.items() if cell.table == other.key})
    return Comparable(pairs, tuple(sums), *reasons)


def _blocks(blocks: tuple[Block, ...], moves: Mapping[str, Transfer]) -> tuple[Block, ...]:
    return tuple(_block(block, moves) for block in blocks)


def _block(block: Block, moves: Mapping[str, Transfer]) -> Block:
    if isinstance(block, Section):
        return replace(block, blocks=_blocks(block.blocks, moves))
    if isinstance(block, Table) and block.key in moves and moves[block.key].old is block:
        return moves[block.key].new
    return block


def _annotations(before: Annotations, moves: Mapping[str, Transfer], standard: Standard, target: str, diagnostics: list[Diagnostic]) -> Annotations:
    """Return the annotations with their cells readdressed; what was said of a cell without counterpart becomes a note of the table."""
    notes: list[Note] = []
    restatements, waivers, declarations = [], [], []

    def lost(cell: CellRef, value: str, reason: str, reasons: Reasons) -> None:
        name, move = _name(cell, standard), moves[cell.table]
        notes.append(Note(move.new.key, f"[{move.old.edition}] {name}: {value}"))
        diagnostics.append(_diagnostic(cell, name, move.old.edition, target, value, reason, reasons))

    for move in moves.values():
        for cell, (reason, reasons) in move.lost.items():
            unit = unit_of(cell, move.old, move.form)
            lost(cell, f"{_written(move.old.get(*key_of(cell)))}{unit or ''}", reason, reasons)
    for note in before.notes:
        place = _place(CellRef(note.table, note.row, note.column), moves)
        if place is None:
            lost(_source(note.table, note.row, note.column, moves), note.text, "unstated", {})
        else:
            notes.append(replace(note, table=place.table, row=place.row, column=place.column))
    for restatement in before.restatements:
        place = _place(CellRef(restatement.table, restatement.row, restatement.column), moves)
        if place is None or not place.row or not place.column:
            said = f"{restatement.before} → {restatement.after} ({restatement.reason}) {restatement.text or ''}".rstrip()
            lost(_source(restatement.table, restatement.row, restatement.column, moves), said, "unstated", {})
        else:
            restatements.append(replace(restatement, table=place.table, row=place.row, column=place.column))
    for waiver in before.waivers:
        place = _place(CellRef(waiver.table, waiver.row, waiver.column), moves) if waiver.table else None
        if waiver.table and place is None:
            lost(_source(waiver.table, waiver.row, waiver.column, moves), f"{waiver.code}: {waiver.text}", "unstated", {})
        elif place is None:
            waivers.append(waiver)
        else:
            waivers.append(replace(waiver, table=place.table, row=place.row, column=place.column))
    for declaration in before.zero_declarations:
        moved = moves.get(declaration.table)
        if moved is not None and any(cell.table == moved.new.key for cell in moved.correspondence.right_only):
            # the declaration spoke of other cells than the new table has
            lost(_source(declaration.table, None, None, moves), "0", "unstated", {})
        else:
            declarations.append(replace(declaration, table=moved.new.key if moved else declaration.table))
    return Annotations(tuple(notes), tuple(restatements), tuple(waivers), tuple(declarations))


def _place(cell: CellRef, moves: Mapping[str, Transfer]) -> CellRef | None:
    return moves[cell.table].place(cell) if cell.table in moves else cell


def _source(table: str, row: str | None, column: str | None, moves: Mapping[str, Transfer]) -> CellRef:
    return CellRef(table, row, column, moves[table].old.edition)


def _name(cell: CellRef, standard: Standard) -> str:
    """Return a cell in the words of its form."""
    form = standard.table(cell.table, cell.edition or "")
    if form is None:
        return cell.table
    row, column = form.rows.get(cell.row or ""), form.column(*key_of(cell))
    return " · ".join((*(row.labels if row else ()), *((column.label,) if column else ()))) or form.name


def _written(value: Value | None) -> str:
    return format(value, "f") if isinstance(value, Decimal) else value.value if isinstance(value, NotApplicable) else str(value)


def _diagnostic(cell: CellRef, name: str, edition: str, target: str, value: str, reason: str, reasons: Reasons) -> Diagnostic:
    params: dict[str, str | int] = {"name": name, "value": value, "kept": "value" if value else "", "edition": edition, "target": target, "reason": reason}
    return Diagnostic("DOC-MIGRATION", Location(cell=cell), params | dict(reasons))
