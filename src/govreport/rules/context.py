"""What a rule sees: the report, the standard, the profile, and where given last year's report and the members of an aggregate."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from govreport import vocabulary
from govreport.contents import PROSE, Contents
from govreport.diagnostics import CellRef, Diagnostic, Location
from govreport.forms import Form, TableForm
from govreport.metadata import Metadata
from govreport.model import Report, Table
from govreport.profiles import Profile
from govreport.relations import Outcome
from govreport.rules import evaluation, lastyear
from govreport.rules.passages import Passage, Prose
from govreport.standard import Standard
from govreport.vocabulary import Vocabulary

_SIGN = "-sign"


@dataclass(eq=False)
class Context:
    """The contents of a report under judgement; what several rules need is worked out once, when it is first asked for.

    ``fellows`` are reports of other agencies in the batch that may be alike, ``common`` the sentences that half the batch has;
    ``in_series`` where last year's report was looked for in the batch; of its prose ``most`` characters are looked through.
    """

    contents: Contents
    standard: Standard
    profile: Profile
    previous: Report | None = None
    members: tuple[Report, ...] = ()
    fellows: tuple[Report, ...] = ()
    common: frozenset[int] = frozenset()
    in_series: bool = False
    most: int = PROSE

    @property
    def report(self) -> Report:
        """The whole report, which is made where it is asked for."""
        return self.contents.report

    @property
    def metadata(self) -> Metadata:
        """The metadata of the report."""
        return self.contents.metadata

    @property
    def year(self) -> int | None:
        """The reporting year, None where the report does not say."""
        return self.metadata.year

    @cached_property
    def form(self) -> Form:
        """The edition in force for the reporting year, that of the tables where there is none."""
        return self.standard.in_force(self.year, self.contents.editions)

    @cached_property
    def tables(self) -> dict[str, Table]:
        """The tables that count, by key: the first of each key that an edition has."""
        return first_of_each(self.contents.tables, self.standard)

    @cached_property
    def last_tables(self) -> dict[str, Table]:
        """Last year's tables that count, by key, each in the edition of this year's; none without such a report."""
        return lastyear.carried_over(tables_of(self.previous, self.standard), self.shapes, self.standard) if self.previous else {}

    @cached_property
    def shapes(self) -> dict[str, TableForm]:
        """The form of each table that counts, in the table's own edition."""
        return {key: self.standard.forms[table.edition].tables[key] for key, table in self.tables.items()}

    @cached_property
    def editions(self) -> dict[str, dict[str, Table]]:
        """The tables that count by edition, oldest edition first."""
        found: dict[str, dict[str, Table]] = {}
        for edition in self.standard.forms:
            tables = {key: table for key, table in self.tables.items() if table.edition == edition}
            if tables:
                found[edition] = tables
        return found

    @cached_property
    def failures(self) -> tuple[tuple[Form, Outcome], ...]:
        """The relations of this year, of the form and of the profile, that fail for certain, with the form that states them."""
        forms = [(form, tables) for edition, tables in self.editions.items() for form in self.stating(edition)]
        return tuple((form, outcome) for form, tables in forms for outcome in evaluation.failures(form, tables))

    def stating(self, edition: str) -> tuple[Form, ...]:
        """Return the form of an edition and, where the profile adds relations to it, the form that holds these."""
        form, local = self.standard.forms[edition], self.profile.local_forms.get(edition)
        return (form,) if local is None else (form, local)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words and patterns of texts of the schema tree."""
        return _vocabulary(self.standard.root)

    @cached_property
    def prose(self) -> Prose:
        """The prose of all chapters, as far as it is looked through."""
        return Prose(self.contents, self.most)

    def hopeful(self, use: str) -> Iterable[Passage]:
        """Return the passages with a cheap sign (use ``<use>-sign`` of the vocabulary) that patterns of a use are worth trying."""
        words, pattern = self.vocabulary.words(use + _SIGN), self.vocabulary.any_of(use + _SIGN)
        return self.prose.having(words, pattern) if words or pattern else self.prose.passages()


@lru_cache(maxsize=8)
def _vocabulary(root: Path) -> Vocabulary:
    return vocabulary.load(root)


def tables_of(report: Report, standard: Standard) -> dict[str, Table]:
    """Return the first table of each key that an edition of the standard has."""
    return first_of_each(report.tables(), standard)


def first_of_each(found: Iterable[Table], standard: Standard) -> dict[str, Table]:
    """Return the first of some tables for each key that an edition of the standard has."""
    tables: dict[str, Table] = {}
    for table in found:
        if table.key not in tables and standard.table(table.key, table.edition) is not None:
            tables[table.key] = table
    return tables


def at(table: Table, row: str | None = None, column: str | None = None) -> Location:
    """Return the place of a cell of a table, or of the table."""
    return Location(cell=CellRef(table.key, row, column, table.edition))


def finding(code: str, place: Location, **params: str | int) -> Diagnostic:
    """Return a diagnostic with its parameters."""
    return Diagnostic(code, place, params)
