"""Annual reports on government information disclosure: read any, write strict ones, convert, judge.

The functions below stand for the whole package; each loads what it needs when it is first called. Formats are those that
``govreport formats`` lists. The schema tree is the shipped one, or that of ``GOVREPORT_SCHEMA``.

>>> reading = read("fixtures/legacy/demo.txt")
>>> reading.report.metadata.year
2022
>>> reading.report.table("applications").get("received", "total")
8
>>> xml = write(reading.report, "xml")
>>> findings = validate(xml, profile="legacy")
>>> findings.verdict.value
'accepted'
>>> sorted(findings.codes & {"T3-ROW", "T3-RESULTS", "CELL-BLANK"})
['CELL-BLANK', 'T3-RESULTS', 'T3-ROW']
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from govreport.version import __version__

if TYPE_CHECKING:
    from govreport.contents import Contents
    from govreport.conversion import Conversion
    from govreport.model import Report
    from govreport.reading import Reading
    from govreport.validation import Findings

__all__ = ["NoReportError", "__version__", "convert", "read", "render", "validate", "write"]

UNNAMED = "-"
"""The name of a source that came as bytes."""


class NoReportError(ValueError):
    """Raised where a report is needed to compare with and the source is none: the name of the source."""


def read(source: str | Path | bytes, format: str | None = None) -> Reading:
    """Return what reading a file, or bytes, gives: the report or None, diagnostics, and where every cell was found.

    The format is told by the content where none is given. Never raises on content; raises ``OSError`` for a file that cannot be
    opened and ``UnknownFormatError``.

    >>> read(b"no report").report is None
    True
    """
    from govreport import readers, standard

    data, name = _content(source)
    return readers.read(data, name, standard.load(), format)


def write(report: Report, format: str) -> bytes:
    """Return a report in a format, read back and compared.

    Raises ``UnknownFormatError``, ``UnwritableError`` for a report that the standard cannot hold, ``ProofError`` where it does not
    read back the same.

    >>> report = read("fixtures/legacy/demo.txt").report
    >>> read(write(report, "json")).report == report
    True
    """
    from govreport import conversion, standard

    return conversion.proved(report, format, standard.load())


def convert(source: str | Path | bytes, to: str, format: str | None = None) -> Conversion:
    """Return a file, or bytes, in another format: ``data`` is None where it is no report, ``diagnostics`` say what was noticed.

    >>> conversion = convert("fixtures/legacy/demo.txt", "csv")
    >>> conversion.data.decode().splitlines()[0]
    'table,edition,row,column,value,state,unit'
    >>> convert(b"no report", "xml").data is None
    True
    """
    from govreport import conversion, standard

    data, name = _content(source)
    return conversion.convert(data, name, to, standard.load(), format)


def validate(
    path_or_bytes: str | Path | bytes,
    profile: str | Path = "submission",
    *,
    previous: str | Path | bytes | None = None,
    members: Iterable[str | Path | bytes] = (),
    waivers: str | Path | None = None,
) -> Findings:
    """Return the findings on a file, or bytes, in any format: stages, diagnostics and the verdict under a profile.

    The profile is ``submission``, ``legacy``, or the path of an XML file; ``previous`` is last year's report and ``members`` are the
    reports that an aggregate sums up, for the checks across reports; ``waivers`` is a file of waivers. Raises ``OSError``,
    ``ProfileError``, ``WaiverError``, ``NoReportError`` where ``previous`` or a member is no report, and ``TypeError`` where
    ``members`` is a single path, or bytes, instead of several.

    >>> findings = validate("fixtures/legacy/demo.txt")
    >>> findings.verdict.value
    'rejected'
    >>> [finding.code for finding in findings.findings if finding.rejects]
    ['CELL-BLANK', 'T3-RESULTS', 'T3-ROW']
    """
    from govreport import profiles, standard, validation
    from govreport.waivers import load as load_waivers

    if isinstance(members, str | bytes | Path):
        raise TypeError(f"members are several reports, each a path or bytes, not one {type(members).__name__}")
    data, name = _content(path_or_bytes)
    last, parts = None if previous is None else _report(previous), tuple(_report(each) for each in members)
    beside = () if waivers is None else load_waivers(Path(waivers))
    place = name if isinstance(path_or_bytes, bytes) else Path(path_or_bytes).as_posix()

    def companions(read: Contents) -> validation.Companions:
        return validation.Companions(last, parts, waivers=tuple(each.waiver for each in beside if each.concerns(read.metadata, place)))

    return validation.validate(data, name, standard.load(), profiles.load(profile), companions=companions)


def render(findings: Findings, format: str = "text", lang: str = "zh") -> str:
    """Return findings in words: ``text``, ``json`` (a line), ``sarif``, ``svrl`` or ``html``, in Chinese (zh) or English (en).

    Raises ``UnknownFormatError``.

    >>> render(validate("fixtures/legacy/demo.txt"), lang="en").splitlines()[0]
    'demo.txt: rejected (errors 3, warnings 0, infos 6)'
    """
    from govreport.formats import UnknownFormatError
    from govreport.validation.render import RENDERINGS

    if format not in RENDERINGS:
        raise UnknownFormatError(format)
    return RENDERINGS[format](findings, lang)


def _report(source: str | Path | bytes) -> Report:
    """Return the report of a file, or of bytes; raises ``NoReportError``."""
    found = read(source).report
    if found is None:
        raise NoReportError(UNNAMED if isinstance(source, bytes) else str(source))
    return found


def _content(source: str | Path | bytes) -> tuple[bytes, str]:
    """Return the bytes of a source and its base name."""
    if isinstance(source, bytes):
        return source, UNNAMED
    path = Path(source)
    return path.read_bytes(), path.name
