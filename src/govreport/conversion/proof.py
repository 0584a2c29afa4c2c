"""The proof of a written file: it is read back and compared with the report that it came from.

The rules judge a report as a value, so an equal report has the same verdict; the schema judges bytes, so written XML is put to it too.
"""

from __future__ import annotations

from itertools import zip_longest

from govreport import readers, writers
from govreport.diagnostics import Diagnostic, Location
from govreport.formats import FORMATS
from govreport.model import Report
from govreport.readers import Limits, xmltree
from govreport.readers import xml as xml_reader
from govreport.readers.guard import DEEPEST
from govreport.readers.notices import quote
from govreport.reading import Reading
from govreport.standard import Standard

CODE, NO_REPORT = "SYS-PROOF", "DOC-KIND"
"""What is raised, and its reason where no report is found in the file: a code reads alike in every language."""
UNLIMITED = Limits(size=2**40, elements=2**40, attributes=2**20, nodes=2**40, depth=DEEPEST)
"""What was written may be larger than what was read; only the depth stays bounded."""


class ProofError(Exception):
    """Raised where a written file does not read back as its report; ``diagnostics`` say where they differ."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        self.diagnostics = diagnostics
        super().__init__("; ".join(str(each.params.get("reason", each.code)) for each in diagnostics))


def written(report: Report, format: str, standard: Standard) -> bytes:
    """Return a report in a format, not proved; raises ``UnknownFormatError``, ``UnwritableError``."""
    return writers.write(report, format, standard)


def proved(report: Report, format: str, standard: Standard) -> bytes:
    """Return a report in a format, proved; raises ``UnknownFormatError``, ``UnwritableError``, ``ProofError``."""
    data = written(report, format, standard)
    prove(report, data, format, standard)
    return data


def prove(report: Report, data: bytes, format: str, standard: Standard) -> None:
    """Raise ``ProofError`` where a written file does not read back as its report."""
    found = differences(report, data, format, standard)
    if found:
        raise ProofError(found)


def differences(report: Report, data: bytes, format: str, standard: Standard) -> tuple[Diagnostic, ...]:
    """Return a SYS-PROOF for everything in which a written file differs from its report: none for a proved one.

    Of a format that holds nothing else surely, such as CSV, the cells are compared; of XML the schema is asked too.
    """
    line = FORMATS.get(format)
    if line is not None and line.cells:
        return _cells(report, data, line.back or format, standard)
    if format == "xml":
        return _xml(report, data, standard)
    return _compared(report, readers.read(data, format, standard, format, UNLIMITED), standard)


def _xml(report: Report, data: bytes, standard: Standard) -> tuple[Diagnostic, ...]:
    from govreport.validation import schema

    root, diagnostics = xmltree.parse(data, "xml", UNLIMITED)
    if root is None:
        return tuple(_difference(each.code, each.location) for each in diagnostics)
    against = schema.check(root, "xml", standard)
    if against:
        return tuple(_difference(f"{each.code} {_params(each)}", each.location) for each in against)
    return _compared(report, xml_reader.read_tree(root, "xml", standard), standard)


def _compared(report: Report, reading: Reading, standard: Standard) -> tuple[Diagnostic, ...]:
    if reading.diagnostics:
        return tuple(_difference(f"{each.code} {_params(each)}", each.location) for each in reading.diagnostics)
    if reading.report == report:
        return ()
    if reading.report is None:
        return (_difference(NO_REPORT, Location()),)
    return (_first(writers.write(report, "xml", standard), writers.write(reading.report, "xml", standard)),)


def _cells(report: Report, data: bytes, format: str, standard: Standard) -> tuple[Diagnostic, ...]:
    """Compare value, state and unit of every cell; a report that has none need not be known again as one."""
    back, want = readers.read(data, format, standard, format, UNLIMITED).report, _lines(report, standard)
    if back is None:
        return (_difference(NO_REPORT, Location()),) if want else ()
    got = _lines(back, standard)
    cells = dict.fromkeys((*want, *got))
    return tuple(_difference(" ".join(cell), Location()) for cell in cells if want.get(cell) != got.get(cell))


def _lines(report: Report, standard: Standard) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return value, state and unit of every cell by table, edition, row and column."""
    from govreport.writers.csv import cells as cells_of

    return {line[:4]: line[4:] for table in report.tables() for line in cells_of(table, standard)}


def _first(want: bytes, got: bytes) -> Diagnostic:
    """Return the first line in which two documents differ."""
    pairs = zip_longest(want.decode().split("\n"), got.decode().split("\n"), fillvalue="")
    line, (one, other) = next((at, pair) for at, pair in enumerate(pairs, 1) if pair[0] != pair[1])
    return _difference(f"{quote(one.strip())} \u2260 {quote(other.strip())}", Location(line=line))


def _params(diagnostic: Diagnostic) -> str:
    return " ".join(str(value) for value in diagnostic.params.values())


def _difference(reason: str, location: Location) -> Diagnostic:
    return Diagnostic(CODE, Location(None, location.line, location.column, location.path, location.cell), {"reason": reason.strip()})
