"""A report as XML: by a string writer, indented, one line a row of a table; the same report gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from govreport import numerals
from govreport.forms import TableForm
from govreport.model import Agency, Annotations, Block, Grid, Metadata, Paragraph, Provenance, Report, Section, Table
from govreport.standard import Standard
from govreport.writers import UnwritableError
from govreport.writers.cells import form_of, without_tables

INDENT = "  "
Attributes = Iterable[tuple[str, object | None]]
_Cell = tuple[tuple[str, str], str, str]


def write(report: Report, standard: Standard) -> bytes:
    """Return a report as XML in UTF-8; raises ``UnwritableError``."""
    return _Writer(standard).report(report).encode("utf-8")


def text(value: str) -> str:
    """Return a text as the content of an element."""
    if "&" in value:
        value = value.replace("&", "&amp;")
    if "<" in value:
        value = value.replace("<", "&lt;")
    return value.replace(">", "&gt;") if ">" in value else value


def attribute(value: str) -> str:
    """Return a text as the value of an attribute; a tab as a reference, as the parser would make it a space."""
    value = text(value)
    if '"' in value:
        value = value.replace('"', "&quot;")
    return value.replace("\t", "&#9;") if "\t" in value else value


def _attributes(pairs: Attributes) -> str:
    return "".join([f' {name}="{attribute(str(value))}"' for name, value in pairs if value is not None])


class _Writer:
    """Writes one report, line by line."""

    def __init__(self, standard: Standard) -> None:
        self.standard = standard
        self.lines: list[str] = []

    def report(self, report: Report) -> str:
        """Return the document."""
        root = _attributes([("xmlns", self.standard.namespace), ("schema", report.schema)])
        self.lines += ['<?xml version="1.0" encoding="UTF-8"?>', f"<report{root}>"]
        self._metadata(report.metadata)
        for chapter in report.chapters:
            named = (("key", chapter.key), ("number", chapter.number), ("title", chapter.title))
            self._container("chapter", named, chapter.blocks, INDENT)
        for attachment in report.attachments:
            without_tables(attachment)
            file = (("fileName", attachment.file_name), ("mediaType", attachment.media_type), ("sha256", attachment.sha256))
            self._container("attachment", (("title", attachment.title), *file), attachment.blocks, INDENT)
        if report.annotations:
            self._annotations(report.annotations)
        if report.provenance:
            self._provenance(report.provenance)
        self.lines.append("</report>\n")
        return "\n".join(self.lines)

    def _metadata(self, metadata: Metadata) -> None:
        inside = len(self.lines) + 1
        self.lines.append(INDENT + "<metadata>")
        self._agency(metadata.agency)
        self._text("year", metadata.year)
        if metadata.period:
            self.lines.append(f"{INDENT * 2}<period{_attributes([('from', metadata.period.start), ('to', metadata.period.end)])}/>")
        self._text("scope", metadata.scope)
        self._text("title", metadata.title)
        self._text("documentNumber", metadata.document_number)
        self._text("published", metadata.published)
        self._text("contact", metadata.contact)
        if len(self.lines) == inside:
            self.lines[-1] = INDENT + "<metadata/>"
        else:
            self.lines.append(INDENT + "</metadata>")

    def _text(self, name: str, value: object | None, indent: str = INDENT * 2) -> None:
        if value is not None:
            self.lines.append(f"{indent}<{name}>{text(str(value))}</{name}>")

    def _agency(self, agency: Agency) -> None:
        if agency == Agency():
            return
        start = f"{INDENT * 2}<agency{_attributes([('kind', agency.kind), ('level', agency.level), ('uscc', agency.uscc)])}"
        if agency.name is None and agency.division is None:
            self.lines.append(start + "/>")
            return
        self.lines.append(start + ">")
        self._text("name", agency.name, INDENT * 3)
        if agency.division:
            division = agency.division
            named = (("code", division.code), ("codeSystem", division.system), ("asOf", division.as_of))
            self.lines.append(f"{INDENT * 3}<division{_attributes(named)}/>")
        self.lines.append(INDENT * 2 + "</agency>")

    def _container(self, name: str, named: Attributes, blocks: tuple[Block, ...], indent: str) -> None:
        start = f"{indent}<{name}{_attributes(named)}"
        if not blocks:
            self.lines.append(start + "/>")
            return
        self.lines.append(start + ">")
        inner = indent + INDENT
        for block in blocks:
            if isinstance(block, Paragraph):
                self.lines.append(f"{inner}<paragraph>{text(block.text)}</paragraph>")
            elif isinstance(block, Section):
                self._container("section", (("number", block.number), ("title", block.title)), block.blocks, inner)
            elif isinstance(block, Grid):
                self._grid(block, inner)
            else:
                self.lines += table_lines(block, self.standard, inner)
        self.lines.append(f"{indent}</{name}>")

    def _grid(self, grid: Grid, indent: str) -> None:
        start = f"{indent}<grid{_attributes([('caption', grid.caption)])}"
        if not grid.rows:
            self.lines.append(start + "/>")
            return
        self.lines.append(start + ">")
        for row in grid.rows:
            cells = "".join([f"<td>{text(cell)}</td>" if cell else "<td/>" for cell in row])
            self.lines.append(f"{indent}{INDENT}<tr>{cells}</tr>" if cells else f"{indent}{INDENT}<tr/>")
        self.lines.append(indent + "</grid>")

    def _annotations(self, annotations: Annotations) -> None:
        self.lines.append(INDENT + "<annotations>")
        for note in annotations.notes:
            self._record("note", (("table", note.table), ("row", note.row), ("column", note.column), ("kind", note.kind)), note.text)
        for each in annotations.restatements:
            figures = (("before", numerals.written(each.before)), ("after", numerals.written(each.after)), ("reason", each.reason))
            self._record("restatement", (("table", each.table), ("row", each.row), ("column", each.column), *figures), each.text)
        for waiver in annotations.waivers:
            cell = (("table", waiver.table), ("row", waiver.row), ("column", waiver.column))
            self._record("waiver", (("code", waiver.code), *cell, ("by", waiver.by), ("on", waiver.on)), waiver.text)
        for zero in annotations.zero_declarations:
            self._record("zeroDeclaration", (("table", zero.table), ("by", zero.by), ("on", zero.on)), None)
        self.lines.append(INDENT + "</annotations>")

    def _provenance(self, provenance: Provenance) -> None:
        named = (("source", provenance.source), ("sha256", provenance.sha256), ("reader", provenance.reader), ("schema", provenance.schema))
        self.lines.append(f"{INDENT}<provenance{_attributes(named)}/>")

    def _record(self, name: str, named: Attributes, content: str | None) -> None:
        end = f">{text(content)}</{name}>" if content else "/>"
        self.lines.append(f"{INDENT * 2}<{name}{_attributes(named)}{end}")


def table_lines(table: Table, standard: Standard, indent: str) -> list[str]:
    """Return the lines of a table, a row each; raises ``UnwritableError``."""
    form = form_of(table, standard)
    lines, cells, units = [f'{indent}<{form.key} xmlns="{attribute(standard.table_namespace(form.edition))}">'], table.cells, table.units
    small = numerals.SMALL_TEXTS
    for start, row, columns in _plan(form):
        if not row:
            lines.append(indent + start)
            continue
        line = indent + start
        for key, named, kind in columns:
            value = cells.get(key)
            if value is not None:
                number = small.get(value)
                if number is None:
                    try:
                        number = numerals.text_of(value, kind)
                    except numerals.NumberError as error:
                        raise UnwritableError(f"table {table.key}, row {row}: {error}") from error
                line += f'{named}{number}"'
        if row in units:
            line += f' unit="{attribute(units[row])}"'
        lines.append(line + "/>")
    lines.append(f"{indent}</{form.key}>")
    return lines


@lru_cache(maxsize=64)
def _plan(form: TableForm) -> tuple[tuple[str, str, tuple[_Cell, ...]], ...]:
    """Return the lines of a table: its text up to the attributes, its row (empty for a group's tags), and per cell key, name and kind."""
    plan: list[tuple[str, str, tuple[_Cell, ...]]] = []
    opened: list[str] = []
    for row, columns in form.columns.items():
        *groups, name = row.split(".")
        common = next((at for at, (one, other) in enumerate(zip(opened, groups, strict=False)) if one != other), min(len(opened), len(groups)))
        plan += [(f"{INDENT * (depth + 1)}</{opened[depth]}>", "", ()) for depth in range(len(opened) - 1, common - 1, -1)]
        plan += [(f"{INDENT * (depth + 1)}<{groups[depth]}>", "", ()) for depth in range(common, len(groups))]
        opened = groups
        cells = tuple(((row, key), f' {key}="', column.kind) for key, column in columns.items())
        plan.append((f"{INDENT * (len(groups) + 1)}<{name}", row, cells))
    plan += [(f"{INDENT * (depth + 1)}</{opened[depth]}>", "", ()) for depth in range(len(opened) - 1, -1, -1)]
    return tuple(plan)
