"""A draft as the page shows it: its report put together, what the rules say of it, and every field by the name that a clerk calls it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain

from govreport import readers
from govreport.archive.drafts import Draft
from govreport.cellnames import cell_name, row_name
from govreport.diagnostics import CellRef
from govreport.forms import Form
from govreport.model import Report, Restatement
from govreport.profiles import Profile
from govreport.rules import Context, series
from govreport.standard import Standard
from govreport.web.desk import carrying, checking, entries, fieldnames, sheet
from govreport.web.desk.checking import Checked
from govreport.web.desk.entries import Assembled

Say = Callable[..., str]


@dataclass(frozen=True)
class Working:
    """A draft with the report that it began from and last year's."""

    draft: Draft
    standard: Standard

    @cached_property
    def base(self) -> Report:
        """The report that the draft began from."""
        return _report(self.draft.base, self.standard)

    @cached_property
    def last(self) -> Report | None:
        """Last year's report, None where it is not known."""
        return _report(self.draft.last, self.standard) if self.draft.last else None

    @cached_property
    def found(self) -> Assembled:
        """The report that the fields say."""
        return entries.assembled(self.draft.fields, self.base, self.standard)

    @property
    def form(self) -> Form:
        """The edition in force for the draft's year."""
        return self.standard.in_force(self.draft.year)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all fields that can be filled in."""
        return frozenset(entries.names(self.base, self.standard))

    def checked(self, profile: Profile, lang: str) -> Checked:
        """Return what the rules say of the report."""
        return checking.checked(self.found, self.standard, profile, self.last, lang)

    def restatable(self, profile: Profile) -> tuple[Restatement, ...]:
        """Return the restatements that would explain what differs from last year's report, without their reasons."""
        contents = checking.findings(self.found, self.standard, profile, self.last).contents
        return tuple(series.restatable(Context(contents, self.standard, profile, self.last))) if contents else ()

    def carried(self) -> dict[str, str]:
        """Return the figures that last year's report gives and that stand in no field yet."""
        offered = carrying.carried(self.form, self.last, self.standard) if self.last else {}
        return {name: value for name, value in offered.items() if name in self.names and not self.draft.fields.get(name)}

    def called(self, name: str, say: Say) -> str:
        """Return how a clerk calls a field."""
        place = fieldnames.place(name)
        if place is not None:
            return cell_name(self.standard, CellRef(*place, self._editions.get(place.table)))
        kind, _, rest = name.partition("/")
        for annotation in (fieldnames.NOTE, fieldnames.RESTATEMENT, fieldnames.WAIVER):
            keys = fieldnames.annotated(name, annotation)
            if keys:
                return say(f"desk.annotation.{annotation}", name=self.placed(*(keys[1:4] if annotation == fieldnames.WAIVER else keys[:3])))
        if kind == fieldnames.META:
            return say(f"desk.meta.{rest}") if rest in fieldnames.METADATA else rest
        if kind == fieldnames.UNIT:
            table, _, row = rest.partition("/")
            form = self.standard.table(table, self._editions.get(table, ""))
            return row_name(form, row) if form else row
        return self.titles.get(name, rest)

    def placed(self, table: str, row: str, column: str) -> str:
        """Return how a clerk calls a table, row or cell; what is not named is empty."""
        return cell_name(self.standard, CellRef(table, row or None, column or None, self._editions.get(table))) if table else ""

    @cached_property
    def titles(self) -> dict[str, str]:
        """The chapters as they are called, by field: number and title as printed, else the key."""
        return titles(self.base)

    @cached_property
    def _editions(self) -> dict[str, str]:
        return {table.key: table.edition for table in self.base.tables()}

    @cached_property
    def sheets(self) -> dict[str, tuple[sheet.Sheet, ...]]:
        """The tables drawn for editing, by the field of the chapter that they stand in."""
        return sheets(self.base, self.standard)

    @property
    def drawn(self) -> Iterator[sheet.Sheet]:
        """All tables drawn for editing."""
        return chain.from_iterable(self.sheets.values())


def titles(report: Report) -> dict[str, str]:
    """Return the chapters of a report as they are called, by field; one without number and title has an empty name."""
    named = ((fieldnames.prose(chapter.key, index), chapter) for index, chapter in enumerate(report.chapters))
    return {name: "\u3001".join(filter(None, (chapter.number, chapter.title))) for name, chapter in named}


def sheets(report: Report, standard: Standard) -> dict[str, tuple[sheet.Sheet, ...]]:
    """Return the tables of a report drawn for editing, by the field of the chapter that they stand in."""
    found: dict[str, tuple[sheet.Sheet, ...]] = {}
    for index, chapter in enumerate(report.chapters):
        forms = (standard.table(table.key, table.edition) for table in Report("", chapters=(chapter,)).tables())
        name = fieldnames.prose(chapter.key, index)
        found[name] = (*found.get(name, ()), *(sheet.sheet(form) for form in forms if form is not None))
    return found


@lru_cache(maxsize=64)
def _report(xml: str, standard: Standard) -> Report:
    found = readers.read(xml.encode("utf-8"), "draft.xml", standard, "xml").report
    assert found is not None, "a draft holds no report"
    return found
