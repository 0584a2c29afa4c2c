"""A report as canonical text: front matter, headings, paragraphs and pipe tables that a clerk can read and edit, and that read back exactly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from wcwidth import wcwidth

from govreport import numerals
from govreport.forms import TableForm
from govreport.model import NA, Annotations, Attachment, Block, Grid, Metadata, Paragraph, Report, Section, Table, Value
from govreport.pipetext import CLAIM, FENCE, Frame, Heading, frames, write_cell, write_heading, write_paragraph
from govreport.standard import Standard
from govreport.writers import UnwritableError
from govreport.writers.cells import form_of, without_tables

WIDEST_GRID_CELL = 40
"""A plain grid is not padded beyond these columns, so that one long cell does not make the file many times longer."""

Pairs = Iterable[tuple[str, object | None]]
Marks = Mapping[tuple[str, str | None, str | None], str]


def write(report: Report, standard: Standard) -> bytes:
    """Return a report as canonical text in UTF-8; raises ``UnwritableError``."""
    marks = report.annotations.marks()
    paragraphs = [_front(report)]
    for chapter in report.chapters:
        paragraphs.append(write_heading(Heading(1, chapter.number, chapter.title, chapter.key)))
        _blocks(paragraphs, chapter.blocks, 2, standard, marks)
    for attachment in report.attachments:
        _attachment(paragraphs, attachment, standard)
    paragraphs += _annotations(report.annotations)
    if report.provenance:
        source = report.provenance
        pairs = (("source", source.source), ("sha256", source.sha256), ("reader", source.reader), ("schema", source.schema))
        paragraphs.append(_record("provenance", pairs))
    return ("\n\n".join(paragraphs) + "\n").encode("utf-8")


def _front(report: Report) -> str:
    return "\n".join([FENCE, f"{CLAIM}: {report.schema}", *_pairs(_metadata(report.metadata)), FENCE])


def _metadata(metadata: Metadata) -> Pairs:
    agency, division = metadata.agency, metadata.agency.division
    yield from (("agency", agency.name), ("agencyKind", agency.kind), ("agencyLevel", agency.level), ("uscc", agency.uscc))
    if division:
        yield from (("division", division.code), ("divisionSystem", division.system), ("divisionAsOf", division.as_of))
    period = f"{metadata.period.start}/{metadata.period.end}" if metadata.period else None
    yield from (("year", metadata.year), ("period", period), ("scope", metadata.scope), ("title", metadata.title))
    yield from (("documentNumber", metadata.document_number), ("published", metadata.published), ("contact", metadata.contact))


def _pairs(pairs: Pairs) -> list[str]:
    return [f"{name}: {value}" for name, value in pairs if value is not None]


def _record(name: str, pairs: Pairs) -> str:
    return "\n".join([f"{{{name}}}", *_pairs(pairs)])


def body(blocks: tuple[Block, ...], standard: Standard) -> list[str]:
    """Return the blocks of a chapter as the pieces of a canonical text; raises ``UnwritableError``."""
    pieces: list[str] = []
    _blocks(pieces, blocks, 2, standard, {})
    return pieces


def _blocks(out: list[str], blocks: tuple[Block, ...], level: int, standard: Standard, marks: Marks) -> None:
    """Append blocks, each a paragraph of lines; where something follows a section that is none itself, the section is ended."""
    inside = False
    for block in blocks:
        if isinstance(block, Section):
            out.append(write_heading(Heading(level, block.number, block.title)))
            _blocks(out, block.blocks, level + 1, standard, marks)
            inside = True
            continue
        if inside:
            out.append(f"{{end {'#' * level}}}")
            inside = False
        if isinstance(block, Paragraph):
            out.append(write_paragraph(block.text))
        elif isinstance(block, Grid):
            _grid(out, block)
        else:
            _table(out, block, standard, marks)


def _grid(out: list[str], grid: Grid) -> None:
    out.append(f"{{grid {grid.caption}}}" if grid.caption else "{grid}")
    if grid.rows:
        out.append(_pipes([tuple(map(write_cell, row)) for row in grid.rows], WIDEST_GRID_CELL))


def _table(out: list[str], table: Table, standard: Standard, marks: Marks) -> None:
    form = form_of(table, standard)
    try:
        lines = [_line(frame, table, form, marks) for frame in frames(form)]
    except numerals.NumberError as error:
        raise UnwritableError(f"table {table.key}: {error}") from error
    out += [f"{{table {form.key} {form.edition}}}", _pipes(lines, 0)]


def _line(frame: Frame, table: Table, form: TableForm, marks: Marks) -> tuple[str, ...]:
    """Return the cells of a printed line, filled in."""
    texts = [write_cell(text) for text in frame.texts]
    written: set[str] = set()
    for column, (row, key) in frame.cells.items():
        value, unit = table.cells.get((row, key)), None
        kind = form.columns[row][key].kind
        if kind == "money" and row not in written:
            written.add(row)
            unit = table.units.get(row)
        texts[column] = _value(value, kind, unit, marks.get((table.key, row, key)))
    return tuple(texts)


def _value(value: Value | None, kind: str, unit: str | None, mark: str | None) -> str:
    """Return a cell: its number, unit behind it where one is written; its mark where that cannot be taken for anything else."""
    if value is NA and kind != "money" and mark and numerals.parse(mark, kind) is None:
        return write_cell(mark)
    text = "" if value is None else numerals.text_of(value, kind)
    return f"{text} {unit}".strip() if unit else text


def _pipes(lines: Sequence[tuple[str, ...]], widest: int) -> str:
    """Return lines of cells between pipes, padded to columns, with the line that GFM wants under the head."""
    widths: list[int] = []
    for line in lines:
        for column, text in enumerate(line):
            width = _width(text)
            if column == len(widths):
                widths.append(3)
            if width > widths[column] and (not widest or width <= widest):
                widths[column] = width
    out = [_joined(line, widths) for line in lines]
    if lines[0]:
        out.insert(1, "|" + "".join(f" {'-' * width} |" for width, _ in zip(widths, lines[0], strict=False)))
    return "\n".join(out)


def _joined(line: tuple[str, ...], widths: list[int]) -> str:
    return "|" + "".join([f" {text}{' ' * (width - _width(text))} |" for text, width in zip(line, widths, strict=False)])


@lru_cache(maxsize=4096)
def _width(text: str) -> int:
    """Return how many columns a text takes in a fixed-width face, East Asian wide characters two."""
    return len(text) if text.isascii() else sum(max(wcwidth(character), 0) for character in text)


def _attachment(out: list[str], attachment: Attachment, standard: Standard) -> None:
    without_tables(attachment)
    file = (("fileName", attachment.file_name), ("mediaType", attachment.media_type), ("sha256", attachment.sha256))
    out.append(_record("attachment", (("title", attachment.title), *file)))
    _blocks(out, attachment.blocks, 2, standard, {})


def _annotations(annotations: Annotations) -> Iterable[str]:
    for note in annotations.notes:
        yield _record("note", (("table", note.table), ("row", note.row), ("column", note.column), ("kind", note.kind), ("text", note.text)))
    for each in annotations.restatements:
        figures = (("before", numerals.written(each.before)), ("after", numerals.written(each.after)), ("reason", each.reason), ("text", each.text))
        yield _record("restatement", (("table", each.table), ("row", each.row), ("column", each.column), *figures))
    for waiver in annotations.waivers:
        cell = (("table", waiver.table), ("row", waiver.row), ("column", waiver.column))
        yield _record("waiver", (("code", waiver.code), *cell, ("reason", waiver.text), ("by", waiver.by), ("on", waiver.on)))
    for zero in annotations.zero_declarations:
        yield _record("zeroDeclaration", (("table", zero.table), ("by", zero.by), ("on", zero.on)))
