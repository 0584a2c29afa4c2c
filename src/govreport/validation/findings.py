"""The result of a validation: its stages, what was found, the verdict, and which versions judged. All renderings come from this one object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from govreport import diagnostics
from govreport.cellnames import cell_name
from govreport.contents import Contents
from govreport.diagnostics import Catalogue, Diagnostic, Severity
from govreport.metadata import NO_METADATA, Metadata
from govreport.model import Report, Waiver
from govreport.standard import Standard

STAGES = ("guard", "well-formed", "identify", "schema", "read", "rules", "series")
RAN, SKIPPED, FAILED = "ran", "skipped", "failed"


class Verdict(Enum):
    """What a validation comes to; undetermined where a stage that had to run could not."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNDETERMINED = "undetermined"


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of a validation: ran, skipped or failed; ``reason`` is a word of the catalogue, None for a stage that ran."""

    name: str
    state: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of a finding, in one language, when it was kept."""

    lang: str
    message: str
    advice: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic as judged: severity under the profile, letter of the basis, instrument of the edition, and the waiver that dismisses it.

    ``local`` where the instrument is that of a profile: it is then all that the finding rests on. ``said`` is what a record kept of it says.
    """

    diagnostic: Diagnostic
    severity: Severity
    basis: str
    instrument: str = ""
    waiver: Waiver | None = None
    local: bool = False
    said: Said | None = None

    @property
    def code(self) -> str:
        """The code of the diagnostic."""
        return self.diagnostic.code

    @property
    def waived(self) -> bool:
        """Whether the finding is dismissed: it stays visible and does not count."""
        return self.waiver is not None

    @property
    def rejects(self) -> bool:
        """Whether the finding alone keeps a report from being accepted."""
        return self.severity is Severity.ERROR and not self.waived


@dataclass(frozen=True)
class Findings:
    """All that a validation says of one source; ``findings`` are in the order of the document, ``standard`` is the one that judged.

    ``unused_waivers`` are those given beside the report that met no finding, whether its check ran or not.
    """

    source: str
    stages: tuple[Stage, ...]
    findings: tuple[Finding, ...]
    verdict: Verdict
    versions: Mapping[str, object]
    standard: Standard
    unused_waivers: tuple[Waiver, ...] = ()
    contents: Contents | None = field(default=None, repr=False, compare=False)

    @property
    def report(self) -> Report | None:
        """The report as it was read, None where there is none."""
        return self.contents.report if self.contents else None

    @property
    def metadata(self) -> Metadata:
        """The metadata of the report, empty where there is none."""
        return self.contents.metadata if self.contents else NO_METADATA

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The diagnostics of all findings."""
        return tuple(finding.diagnostic for finding in self.findings)

    @property
    def codes(self) -> frozenset[str]:
        """Every code found."""
        return frozenset(finding.code for finding in self.findings)

    @property
    def accepted(self) -> bool:
        """Whether the verdict is accepted."""
        return self.verdict is Verdict.ACCEPTED

    @property
    def ranked(self) -> tuple[Finding, ...]:
        """The findings with errors first, waived ones last, else in the order of the document."""
        return tuple(sorted(self.findings, key=lambda finding: (finding.waived, finding.severity.rank)))

    @cached_property
    def catalogue(self) -> Catalogue:
        """The texts of the schema tree that judged."""
        return diagnostics.catalogue_in(self.standard.root)

    def message(self, finding: Finding, lang: str = "zh") -> str:
        """Return what a finding says, in zh or en."""
        said = self._kept(finding, lang)
        return said.message if said else self.catalogue.message(finding.diagnostic, lang)

    def advice(self, finding: Finding, lang: str = "zh") -> str:
        """Return what to do about a finding, in zh or en."""
        said = self._kept(finding, lang)
        return said.advice if said else self.catalogue.advice(finding.diagnostic, lang)

    def _kept(self, finding: Finding, lang: str) -> Said | None:
        """Return what was said of a finding where that stands: in the same language, or where it cannot be said in this one any more."""
        said = finding.said
        return said if said is not None and (said.lang == lang or not self.catalogue.tells(finding.diagnostic, lang)) else None

    def place(self, finding: Finding) -> str:
        """Return the cell that a finding is about in the words of the clerk, else its path in the XML, else an empty text."""
        where = finding.diagnostic.location
        return cell_name(self.standard, where.cell) if where.cell else where.path or ""

    def count(self, severity: Severity) -> int:
        """Return how many findings of a severity are not waived."""
        return sum(finding.severity is severity and not finding.waived for finding in self.findings)
