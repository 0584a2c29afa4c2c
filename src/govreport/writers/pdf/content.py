"""What is printed in the cells of a table of the form and under it, as texts: numbers, marks, units, notes, restatements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from govreport import numerals
from govreport.cellnames import SEPARATOR, column_name, row_name
from govreport.forms import TableForm
from govreport.model import NA, Annotations, Note, Restatement, Table, Value
from govreport.writers.pdf.shapes import Cell
from govreport.writers.pdf.style import PageStyle

Marks = Mapping[tuple[str, str | None, str | None], str]


def cell_texts(cells: tuple[Cell, ...], table: Table, form: TableForm, marked: Marks, style: PageStyle) -> list[str]:
    """Return the text of every cell of a shape: that of its heading, or that of its value; blank stays blank."""
    return [cell.text if cell.key is None else _value(cell.key, table, form, marked, style) for cell in cells]


def _value(key: tuple[str, str], table: Table, form: TableForm, marked: Marks, style: PageStyle) -> str:
    value: Value | None = table.cells.get(key)
    if value is None:
        return ""
    if value is NA:
        return marked.get((table.key, *key)) or style.words["not-applicable"]
    kind = form.columns[key[0]][key[1]].kind
    unit = table.units.get(key[0], "") if kind == "money" else ""
    return numerals.text_of(value, kind) + unit


def notes(table: Table, form: TableForm, annotations: Annotations, style: PageStyle) -> list[str]:
    """Return the lines under a table: its notes, then what is stated anew; several are numbered."""
    texts = [*_notes(table, form, annotations, style), *_restatements(table, form, annotations, style)]
    if len(texts) > 1:
        texts = [style.say("note-item", number=number, text=text) for number, text in enumerate(texts, 1)]
    return [style.say("note", text=texts[0]), *texts[1:]] if texts else []


def _notes(table: Table, form: TableForm, annotations: Annotations, style: PageStyle) -> Iterator[str]:
    for note in annotations.notes:
        if note.table == table.key and note.kind == "note":
            name = _name(form, note)
            yield style.say("note-of", cell=name, text=note.text) if name else note.text


def _restatements(table: Table, form: TableForm, annotations: Annotations, style: PageStyle) -> Iterator[str]:
    for each in annotations.restatements:
        if each.table == table.key:
            reason = each.text or style.words.get(f"reason.{each.reason}", each.reason)
            before, after = numerals.written(each.before), numerals.written(each.after)
            yield style.say("restatement", cell=_name(form, each), before=before, after=after, reason=reason)


def _name(form: TableForm, place: Note | Restatement) -> str:
    parts = [row_name(form, place.row)] if place.row else []
    parts += [column_name(form, place.row, place.column)] if place.column else []
    return SEPARATOR.strip().join(parts)
