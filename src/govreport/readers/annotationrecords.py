"""Records of what is said about cells: notes, restatements, waivers and zero declarations."""

from __future__ import annotations

from govreport.model import (
    Note,
    Restatement,
    Waiver,
    ZeroDeclaration,
)
from govreport.readers.records import Record


def note(record: Record, content: str = "text") -> Note | None:
    """Return the note of a record, None (noted) without table or text; its text is the field ``content``.

    One of no known kind is kept as a plain remark, which is noted too.
    """
    table, row, column = record.token("table", "Key"), record.token("row", "RowKey"), record.token("column", "Key")
    kind, text = record.token("kind", "Note.kind"), record.text(content)
    record.leftover()
    if not table or not text:
        record.dropped(*(key for key, value in (("table", table), (content, text), ("kind", kind)) if not value))
        return None
    if not kind:
        record.missing("kind")
        return Note(table, text, row, column)
    return Note(table, text, row, column, kind)


def restatement(record: Record, content: str = "text") -> Restatement | None:
    """Return the restatement of a record, None (noted) where one of its parts is missing."""
    table, row, column = record.token("table", "Key"), record.token("row", "RowKey"), record.token("column", "Key")
    before, after, reason = record.figure("before"), record.figure("after"), record.token("reason", "Restatement.reason")
    text = record.text(content)
    record.leftover()
    if table and row and column and before is not None and after is not None and reason:
        return Restatement(table, row, column, before, after, reason, text)
    parts = {"table": table, "row": row, "column": column, "before": before, "after": after, "reason": reason}
    record.dropped(*(key for key, value in parts.items() if value is None))
    return None


def waiver(record: Record, content: str = "reason") -> Waiver | None:
    """Return the waiver of a record, None (noted) without code or reason."""
    code, text = record.token("code", "Code"), record.text(content)
    table, row, column = record.token("table", "Key"), record.token("row", "RowKey"), record.token("column", "Key")
    by, on = record.text("by"), record.date("on")
    record.leftover()
    if code and text:
        return Waiver(code, text, table, row, column, by, on)
    record.dropped(*(key for key, value in (("code", code), (content, text)) if not value))
    return None


def zero_declaration(record: Record) -> ZeroDeclaration | None:
    """Return the zero declaration of a record, None (noted) without a table."""
    table, by, on = record.token("table", "Key"), record.text("by"), record.date("on")
    record.leftover()
    if table:
        return ZeroDeclaration(table, by, on)
    record.dropped("table")
    return None
