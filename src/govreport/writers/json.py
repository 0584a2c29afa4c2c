"""A report as JSON: the model's own shape with camelCase keys, indented, one line a row of a table; the same report gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from govreport import numerals
from govreport.model import Agency, Annotations, Attachment, Block, Chapter, Grid, Metadata, Paragraph, Report, Section, Table
from govreport.standard import Standard
from govreport.writers.cells import form_of, row_texts, without_tables

INDENT = "  "
DEEPEST = 24
"""Lines nested deeper than this are not indented further, so that what is written grows no faster than the report."""
_encode = json.JSONEncoder(ensure_ascii=False).encode
Pairs = Iterable[tuple[str, object | None]]


def write(report: Report, standard: Standard) -> bytes:
    """Return a report as JSON in UTF-8; raises ``UnwritableError``."""
    members = [f'"schema": {_encode(report.schema)}']
    said = _metadata(report.metadata)
    if said:
        members.append(f'"metadata": {_lines(said, 1)}')
    members.append(f'"chapters": {_list([_chapter(chapter, standard) for chapter in report.chapters], 1)}')
    if report.attachments:
        members.append(f'"attachments": {_list([_attachment(attachment, standard) for attachment in report.attachments], 1)}')
    if report.annotations:
        members.append(f'"annotations": {_annotations(report.annotations)}')
    if report.provenance:
        source = report.provenance
        pairs = (("source", source.source), ("sha256", source.sha256), ("reader", source.reader), ("schema", source.schema))
        members.append(f'"provenance": {_object(pairs)}')
    return (_members(members, 0) + "\n").encode("utf-8")


def _object(pairs: Pairs) -> str:
    """Return an object on one line, absent members left out."""
    return "{" + ", ".join([f'"{name}": {value if isinstance(value, _Json) else _scalar(value)}' for name, value in pairs if value is not None]) + "}"


class _Json(str):
    """A text that is JSON already."""

    __slots__ = ()


def _scalar(value: object) -> str:
    return str(value) if isinstance(value, int) else _encode(str(value))


def _members(members: list[str], depth: int) -> str:
    """Return an object with one member a line."""
    inner = _break(depth + 1)
    return "{" + inner + ("," + inner).join(members) + _break(depth) + "}"


def _list(items: list[str], depth: int) -> str:
    """Return an array with one item a line; each item is indented already but for its first line."""
    if not items:
        return "[]"
    inner = _break(depth + 1)
    return "[" + inner + ("," + inner).join(items) + _break(depth) + "]"


def _break(depth: int) -> str:
    return "\n" + INDENT * min(depth, DEEPEST)


def _lines(pairs: Mapping[str, object], depth: int) -> str:
    return _members([f'"{name}": {value if isinstance(value, _Json) else _scalar(value)}' for name, value in pairs.items()], depth)


def _metadata(metadata: Metadata) -> dict[str, object]:
    pairs = {
        "agency": _agency(metadata.agency) if metadata.agency != Agency() else None,
        "year": metadata.year,
        "period": _Json(_object((("from", metadata.period.start), ("to", metadata.period.end)))) if metadata.period else None,
        "scope": metadata.scope,
        "title": metadata.title,
        "documentNumber": metadata.document_number,
        "published": metadata.published,
        "contact": metadata.contact,
    }
    return {name: value for name, value in pairs.items() if value is not None}


def _agency(agency: Agency) -> _Json:
    found = agency.division
    division = _Json(_object((("code", found.code), ("codeSystem", found.system), ("asOf", found.as_of)))) if found else None
    return _Json(_object((("name", agency.name), ("kind", agency.kind), ("level", agency.level), ("uscc", agency.uscc), ("division", division))))


def _chapter(chapter: Chapter, standard: Standard) -> str:
    return _headed((("key", chapter.key), ("number", chapter.number), ("title", chapter.title)), chapter.blocks, standard, 2)


def _headed(pairs: Pairs, blocks: tuple[Block, ...], standard: Standard, depth: int) -> str:
    members = [f'"{name}": {_encode(str(value))}' for name, value in pairs if value is not None]
    members.append(f'"blocks": {_list([_block(block, standard, depth + 2) for block in blocks], depth + 1)}')
    return _members(members, depth)


def _attachment(attachment: Attachment, standard: Standard) -> str:
    without_tables(attachment)
    pairs = (("title", attachment.title), ("fileName", attachment.file_name), ("mediaType", attachment.media_type), ("sha256", attachment.sha256))
    return _headed(pairs, attachment.blocks, standard, 2) if attachment.blocks else _object(pairs)


def _block(block: Block, standard: Standard, depth: int) -> str:
    if isinstance(block, Paragraph):
        return f'{{"paragraph": {_encode(block.text)}}}'
    if isinstance(block, Section):
        return f'{{"section": {_headed((("number", block.number), ("title", block.title)), block.blocks, standard, depth)}}}'
    if isinstance(block, Grid):
        caption = [f'"caption": {_encode(block.caption)}'] if block.caption else []
        rows = [f'"rows": {_list([_encode(row) for row in block.rows], depth + 1)}']
        return f'{{"grid": {_members([*caption, *rows], depth)}}}'
    return _table(block, standard, depth)


def _table(table: Table, standard: Standard, depth: int) -> str:
    form = form_of(table, standard)
    rows = []
    for row, texts in row_texts(table, form):
        cells = [f'"{key}": {_cell(texts.get(key), column.kind)}' for key, column in form.columns[row].items()]
        rows.append(f'"{row}": {{{", ".join(cells)}}}')
    members = [f'"table": "{form.key}"', f'"edition": "{form.edition}"', f'"rows": {_members(rows, depth + 1)}']
    units = [(row, table.units[row]) for row in form.columns if row in table.units]
    return _members([*members, f'"units": {_object(units)}'] if units else members, depth)


def _cell(text: str | None, kind: str) -> str:
    if text is None:
        return "null"
    return f'"{text}"' if kind == "money" or text == "NA" else text


def _annotations(annotations: Annotations) -> str:
    notes = [_object((("table", n.table), ("row", n.row), ("column", n.column), ("kind", n.kind), ("text", n.text))) for n in annotations.notes]
    restatements, waivers = [], []
    for each in annotations.restatements:
        figures = (("before", numerals.written(each.before)), ("after", numerals.written(each.after)), ("reason", each.reason), ("text", each.text))
        restatements.append(_object((("table", each.table), ("row", each.row), ("column", each.column), *figures)))
    for waiver in annotations.waivers:
        cell = (("table", waiver.table), ("row", waiver.row), ("column", waiver.column))
        waivers.append(_object((("code", waiver.code), *cell, ("reason", waiver.text), ("by", waiver.by), ("on", waiver.on))))
    zeros = [_object((("table", zero.table), ("by", zero.by), ("on", zero.on))) for zero in annotations.zero_declarations]
    lists = (("notes", notes), ("restatements", restatements), ("waivers", waivers), ("zeroDeclarations", zeros))
    return _members([f'"{name}": {_list(items, 2)}' for name, items in lists if items], 1)
