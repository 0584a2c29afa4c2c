"""One holding taken in: its report read, the files to download written, and what the pages need of it learnt. In this process or another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from govreport.conversion import ProofError, proved
from govreport.formats import FORMATS
from govreport.model import Chapter, Report
from govreport.readers import DEFAULT, Limits, read
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
SOURCE = ".xml"


@dataclass(frozen=True, slots=True)
class Task:
    """A holding with its content in hand, its further files as (suffix, bytes), and older versions as (number, source, bytes)."""

    holding: Holding
    content: bytes | None
    files: tuple[tuple[str, bytes], ...]
    earlier: tuple[tuple[int, str, bytes], ...] = ()

    @property
    def weight(self) -> int:
        """How many bytes it holds."""
        beside = [data for _, data in self.files] + [data for _, _, data in self.earlier]
        return len(self.content or b"") + sum(map(len, beside))


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
    earlier = tuple((each.number, each.source, each.content()) for each in holding.earlier)
    return Task(replace(holding, content=None, files=(), earlier=()), content, given, earlier)


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
            return Taken(holding, None, "unread" if reading.unread else "report", codes)
        try:
            made = list(self._files(reading.report, standard))
            table = lines(map(line, rows(reading.report, holding.id, holding.source, standard, reading.evidence)))
        except UnwritableError as error:
            return Taken(holding, None, "unwritable", str(error))
        except ProofError as error:
            return Taken(holding, None, "unproved", str(error))
        made += [each for each in given.files if each[0] not in dict(made)]
        stem = f"{REPORTS}/{slug(holding.id)}"
        older = dict(self._earlier(given, standard))
        placed = [(f"{stem}{suffix}", data) for suffix, data in made] + [(version(slug(holding.id), number, SOURCE), older[number]) for number in older]
        outputs = tuple((path, files.write(self.site, path, data)) for path, data in placed)
        found = learnt(holding, reading.report, (suffix for suffix, _ in made), older)
        return Taken(holding, found, None, "", packed(reading.report), table, _words(reading.report), outputs)

    def broken(self, given: Task, reason: str) -> Taken:
        """Return what came of a holding of which a process died or that took too long."""
        return Taken(given.holding, None, reason)

    def _files(self, report: Report, standard: Standard) -> Iterator[tuple[str, bytes]]:
        """Yield the report in every format to download, as suffix and bytes, each proved by reading it back."""
        for name in (*FORMATS_SHOWN, *((PAGED,) if self.pdf else ())):
            yield FORMATS[name].suffixes[0], proved(report, name, standard)

    def _earlier(self, given: Task, standard: Standard) -> Iterator[tuple[int, bytes]]:
        """Yield the number and the XML of every older version that can be read; one that cannot be has no page, and is listed all the same."""
        for number, source, data in given.earlier:
            report = read(data, source, standard, None, self.limits).report
            if report is not None:
                with suppress(UnwritableError, ProofError):
                    yield number, proved(report, "xml", standard)


def version(slug: str, number: int, suffix: str) -> str:
    """Return the path of an older version of a report; it never changes."""
    return f"{REPORTS}/{slug}/v{number}{suffix}"


def _words(report: Report) -> str:
    """Return the prose of a report, paragraph by paragraph, for the search."""
    parts = (Chapter(None, None, each.title, each.blocks) for each in report.attachments)
    return "\n".join(text for chapter in (*report.chapters, *parts) for text in chapter.paragraphs())
