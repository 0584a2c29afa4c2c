"""One report out of an argument, for the commands that look at a report as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from govreport.cli.errors import REJECTED, UNDETERMINED, USAGE, CommandError
from govreport.diagnostics import Diagnostic
from govreport.formats import FORMATS
from govreport.model import Report
from govreport.reading import Reading
from govreport.sources import STDIN, Document, SourceError, Sources, Unreadable, documents, expand
from govreport.standard import Standard


def suffixes() -> tuple[str, ...]:
    """Return the suffixes of every format that is read."""
    return tuple(suffix for each in FORMATS.values() if each.reads for suffix in each.suffixes)


def expanded(arguments: Sequence[str]) -> Sources:
    """Return the sources that arguments name; raises ``CommandError`` (exit 2) for a missing file, a folder without reports, ``-`` more than once."""
    once(arguments)
    try:
        return expand(arguments, suffixes())
    except SourceError as error:
        raise CommandError(USAGE, f"error.source.{error.reason}", name=error.source, detail=error.detail) from error


def once(arguments: Sequence[str | None]) -> None:
    """Raise ``CommandError`` (exit 2) where arguments name standard input more than once: the second time nothing is left of it."""
    if arguments.count(STDIN) > 1:
        raise CommandError(USAGE, "error.stdin-again", name=STDIN)


def format_name(name: str | None, writes: bool = False) -> str | None:
    """Return the name of a format that is read (or written); raises ``CommandError`` (exit 2) for any other."""
    known = [each.name for each in FORMATS.values() if (each.writes if writes else each.reads)]
    if name is not None and name not in known:
        raise CommandError(USAGE, "error.format", name=name, known=" ".join(known))
    return name


def document(argument: str) -> Document:
    """Return the one document that an argument names; raises ``CommandError``: 2 where it names none or several, 3 where it cannot be read."""
    sources = expanded([argument])
    if sources.several:
        raise CommandError(USAGE, "error.one-source", name=argument)
    return readable(next(documents(sources, suffixes())))


def readable(found: Document | Unreadable) -> Document:
    """Return a document that could be read; raises ``CommandError`` (exit 3) for one that could not."""
    if isinstance(found, Unreadable):
        raise CommandError(UNDETERMINED, f"error.source.{found.reason}", name=found.source, detail=found.detail)
    return found


def held(path: str) -> bytes:
    """Return the bytes of a file that is no report; raises ``CommandError`` (exit 2) where it is not there or may not be read."""
    try:
        return Path(path).read_bytes()
    except FileNotFoundError as error:
        raise CommandError(USAGE, "error.source.missing", name=path) from error
    except OSError as error:
        raise CommandError(USAGE, "error.source.denied", name=path, detail=error) from error


def reading(found: Document, format_name: str | None, standard: Standard) -> Reading:
    """Return what reading a document gives."""
    from govreport.readers import read

    return read(found.data, found.name, standard, format_name)


def report(argument: str, source_format: str | None, standard: Standard) -> tuple[Report, Reading]:
    """Return the report of an argument and how it was read; raises ``CommandError``: 1 where it is no report, 3 where it was not readable."""
    found = document(argument)
    read = reading(found, format_name(source_format), standard)
    if read.report is None:
        code = failure_code(read.diagnostics)
        raise CommandError(code, "error.unread" if code == UNDETERMINED else "error.no-report", name=found.source)
    return read.report, read


def failure_code(diagnostics: Sequence[Diagnostic]) -> int:
    """Return why a reading gave no report: 3 where the program could not read it, 1 where it was read and is none."""
    return UNDETERMINED if any(each.code.startswith("SYS-") for each in diagnostics) else REJECTED
