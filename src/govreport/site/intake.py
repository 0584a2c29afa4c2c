"""One holding taken in: its report read, the files to download written, and what the pages need of it learnt. In this process or another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from govreport.conversion import ProofError, proved
from govreport.formats import FORMATS
from govreport.model import Chapter, Report
from govreport.readers import DEFAULT, Limits, read
from govreport.reading import Reading
from govreport.site import files
from govreport.site.facts import Facts, learnt, packed, slug
from govreport.site.holding import Holding
from govreport.standard import Standard, load
from govreport.writers import UnwritableError
from govreport.writers.csv import line, lines
from govreport.writers.longtable import rows

REPORTS = "reports"
"""The folder of reports and their files."""
FORMATS_SHOWN = ("xml", "json", "csv")
PAGED = "pdf"


@dataclass(frozen=True, slots=True)
class Task:
    """A holding with its content in hand, and its further files as (suffix, bytes)."""

    holding: Holding
    content: bytes | None
    files: tuple[tuple[str, bytes], ...]

    @property
    def weight(self) -> int:
        """How many bytes it holds."""
        return len(self.content or b"") + sum(len(data) for _, data in self.files)


class Taken(NamedTuple):
    """What came of a holding: its facts, or None with the reason why there is no page (``report``, ``unread``, ``unwritable``, ``unproved``,
    or that of a broken process) and a detail; then cells, lines of the long table, words, and (path, SHA-256) of the files written."""

    holding: Holding
    facts: Facts | None
    reason: str | None = None
    detail: str = ""
    cells: bytes | None = None
    lines: str = ""
    words: str = ""
    outputs: tuple[tuple[str, str], ...] = ()


def task(holding: Holding) -> Task:
    """Return a holding with what it holds fetched, and nothing in it that another process could not be sent."""
    content = holding.content() if holding.content is not None else None
    given = tuple((each.suffix, each.content()) for each in holding.files)
    return Task(replace(holding, content=None, files=()), content, given)


@dataclass(frozen=True)
class Intake:
    """Takes holdings in by one wish; small enough to send to another process."""

    site: Path
    schema: Path
    pdf: bool = False
    limits: Limits = DEFAULT

    def __call__(self, given: Task) -> Taken:
        """Return what came of a holding; a failure is a result, never an exception, unless the site cannot be written (``OSError``)."""
        holding, standard = given.holding, load(self.schema)
        if given.content is None:
            return Taken(holding, learnt(holding, None, ()))
        reading = read(given.content, holding.source, standard, None, self.limits)
        if reading.report is None:
            codes = " ".join(dict.fromkeys(each.code for each in reading.diagnostics))
            return Taken(holding, None, "unread" if "SYS-" in codes else "report", codes)
        try:
            made = list(self._files(reading.report, standard))
            table = lines(map(line, rows(reading.report, holding.id, holding.source, standard, reading.evidence)))
        except UnwritableError as error:
            return Taken(holding, None, "unwritable", str(error))
        except ProofError as error:
            return Taken(holding, None, "unproved", str(error))
        made += [each for each in given.files if each[0] not in dict(made)]
        stem = f"{REPORTS}/{slug(holding.id)}"
        outputs = tuple((f"{stem}{suffix}", files.write(self.site, f"{stem}{suffix}", data)) for suffix, data in made)
        return Taken(holding, self._learnt(holding, reading, made), None, "", packed(reading.report), table, _words(reading.report), outputs)

    def broken(self, given: Task, reason: str) -> Taken:
        """Return what came of a holding of which a process died or that took too long."""
        return Taken(given.holding, None, reason)

    def _files(self, report: Report, standard: Standard) -> Iterator[tuple[str, bytes]]:
        """Yield the report in every format to download, as suffix and bytes, each proved by reading it back."""
        for name in (*FORMATS_SHOWN, *((PAGED,) if self.pdf else ())):
            yield FORMATS[name].suffixes[0], proved(report, name, standard)

    def _learnt(self, holding: Holding, reading: Reading, made: list[tuple[str, bytes]]) -> Facts:
        return learnt(holding, reading.report, (suffix for suffix, _ in made))


def _words(report: Report) -> str:
    """Return the prose of a report, paragraph by paragraph, for the search."""
    parts = (Chapter(None, None, each.title, each.blocks) for each in report.attachments)
    return "\n".join(text for chapter in (*report.chapters, *parts) for text in chapter.paragraphs())
