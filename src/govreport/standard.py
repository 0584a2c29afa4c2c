"""A schema tree as values: release, namespaces and every edition, found by their folders and loaded once a process."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from lxml import etree

from govreport.forms import Block, ChapterForm, Column, Form, Phrase, Relation, Row, TableForm, Term
from govreport.resources import schema_root
from govreport.schemafile import SchemaTreeError, need, parse

RELATION_KINDS = ("sum", "balance", "equal", "carry")


@dataclass(frozen=True, eq=False)
class Standard:
    """All editions of one schema tree, oldest first, with its release and the namespace of the envelope."""

    root: Path
    release: str
    namespace: str
    forms: dict[str, Form] = field(default_factory=dict)

    @property
    def claim(self) -> str:
        """The release as a document claims it: major and minor."""
        return ".".join(self.release.split(".")[:2])

    @cached_property
    def table_keys(self) -> tuple[str, ...]:
        """The keys of all tables of all editions, in the order of the newest edition, then of the older ones."""
        return tuple(dict.fromkeys(key for form in reversed(self.forms.values()) for key in form.tables))

    @cached_property
    def newest(self) -> Form:
        """The edition with the latest first reporting year."""
        return list(self.forms.values())[-1]

    def table_namespace(self, edition: str) -> str:
        """Return the namespace of an edition's tables: the envelope's with the edition behind a colon."""
        return f"{self.namespace}:{edition}"

    def edition_of(self, namespace: str | None) -> str | None:
        """Return the edition whose tables have this namespace, None where it is no edition of the tree."""
        head, _, edition = (namespace or "").rpartition(":")
        return edition if head == self.namespace and edition in self.forms else None

    def table(self, key: str, edition: str) -> TableForm | None:
        """Return the form of a table in an edition, None where there is none."""
        form = self.forms.get(edition)
        return form.tables.get(key) if form else None

    def in_force(self, year: int | None, editions: Container[str] = ()) -> Form:
        """Return the edition in force for a reporting year, of several one that is named; without any the newest of those named, else of all."""
        fitting = self.latest(year)
        named = [form for form in fitting or self.forms.values() if form.edition in editions]
        return (named or fitting or [self.newest])[-1]

    def latest(self, year: int | None) -> list[Form]:
        """Return the editions in force for a reporting year that came last: several where a folder was copied with its years."""
        fitting = [form for form in self.forms.values() if year is not None and form.in_force(year)]
        return [form for form in fitting if form.first_year == fitting[-1].first_year]


def load(root: Path | str | None = None) -> Standard:
    """Return the standard of a schema tree (see ``resources.schema_root``); raises ``SchemaTreeError``."""
    return _load(schema_root(root))


@lru_cache(maxsize=8)
def _load(root: Path) -> Standard:
    return read_standard(root)


def read_standard(root: Path) -> Standard:
    """Return the standard of a schema tree as its files are now; raises ``SchemaTreeError``."""
    envelope = parse(root / "report.xsd")
    release, namespace = envelope.get("version"), envelope.get("targetNamespace")
    if not release or not namespace:
        raise SchemaTreeError(f"{root / 'report.xsd'}: no version or no targetNamespace")
    forms = [read_form(path) for path in sorted(root.glob("*/form.xml"))]
    if not forms:
        raise SchemaTreeError(f"{root}: no edition (no */form.xml)")
    forms.sort(key=lambda form: (form.first_year, form.edition))
    return Standard(root, release, namespace, {form.edition: form for form in forms})


def read_form(path: Path) -> Form:
    """Return the edition that a ``form.xml`` holds; raises ``SchemaTreeError`` where a needed attribute is missing or no number."""
    root = parse(path)
    try:
        edition = need(root, "edition")
        chapters, tables = [], {}
        for element in root.findall("chapter"):
            found = [_table(table, edition, need(element, "key")) for table in element.findall("table")]
            tables.update({table.key: table for table in found})
            chapters.append(_chapter(element, tuple(table.key for table in found)))
        years = root.find("years")
        instrument = root.find("instrument")
        return Form(
            edition=edition,
            revision=int(root.get("revision", "1")),
            instrument=need(instrument, "number") if instrument is not None else edition,
            first_year=int(need(years, "from")) if years is not None else int(edition),
            last_year=int(need(years, "to")) if years is not None and years.get("to") else None,
            chapters=tuple(chapters),
            tables=tables,
            relations=tuple(read_relation(element) for element in root if element.tag in RELATION_KINDS),
            phrases=_phrases(root),
        )
    except (SchemaTreeError, ValueError) as error:
        raise SchemaTreeError(f"{path}: {error}") from error


def _chapter(element: etree._Element, tables: tuple[str, ...]) -> ChapterForm:
    get = element.get
    required = get("required") == "true"
    return ChapterForm(need(element, "key"), get("number"), get("title"), get("kind", "prose"), required, get("role"), tables, _phrases(element))


def _table(element: etree._Element, edition: str, chapter: str) -> TableForm:
    parts = element.findall("block") or [element]
    width = element.get("width")
    return TableForm(
        key=need(element, "key"),
        name=element.get("name") or need(element, "label"),
        label=need(element, "label"),
        edition=edition,
        chapter=chapter,
        across=element.get("arrangement") == "across",
        corner=element.get("corner"),
        width=int(width) if width else None,
        blocks=tuple(_block(part) for part in parts),
    )


def _block(element: etree._Element) -> Block:
    label = element.get("label") if element.tag == "block" else None
    return Block(label, element.get("head"), tuple(_columns(element, ())), tuple(_rows(element, "", ())))


def _columns(element: etree._Element, groups: tuple[str, ...]) -> list[Column]:
    columns = []
    for child in element:
        if child.tag == "group":
            columns += _columns(child, (*groups, need(child, "label")))
        elif child.tag == "column":
            get, span = child.get, int(child.get("span", "1"))
            data_span = int(get("dataSpan", str(span)))
            columns.append(Column(need(child, "key"), need(child, "label"), get("kind", "count"), get("unit"), get("role"), span, data_span, groups))
    return columns


def _rows(element: etree._Element, path: str, labels: tuple[str, ...]) -> list[Row]:
    rows = []
    for child in element.findall("row"):
        key, own = path + need(child, "key"), (*labels, need(child, "label"))
        inner = _rows(child, key + ".", own)
        rows += [Row(key, own, not inner, child.get("role"), _phrases(child)), *inner]
    return rows


def read_relation(element: etree._Element) -> Relation:
    """Return the relation that a ``sum``, ``balance``, ``equal`` or ``carry`` element holds; raises ``SchemaTreeError``."""
    kind, table = str(element.tag), element.get("table", "")
    left, right = ("part", "total") if kind == "sum" else ("left/term", "right/term")
    return Relation(
        kind=kind,
        id=need(element, "id"),
        code=element.get("code") or f"TABLE-{kind.upper()}",
        basis=element.get("basis", "A"),
        left=tuple(_term(term, table) for term in element.findall(left)),
        right=tuple(_term(term, table) for term in element.findall(right)),
        texts=tuple((text.get("lang", "zh"), text.text or "") for text in element.findall("text")),
    )


def _term(element: etree._Element, table: str) -> Term:
    return Term(element.get("table", table), element.get("row"), element.get("column"), element.get("year") == "last")


def _phrases(element: etree._Element) -> tuple[Phrase, ...]:
    return tuple(Phrase(need(p, "text"), p.get("role"), p.get("column"), p.get("unit"), p.get("of")) for p in element.findall("phrase"))
