"""One report out of an argument, for the commands that look at a report as a whole."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from govreport.cli.errors import REJECTED, UNDETERMINED, USAGE, CommandError, flat
from govreport.cli.settings import Settings
from govreport.cli.texts import Texts
from govreport.diagnostics import Diagnostic, catalogue_in
from govreport.formats import FORMATS
from govreport.model import Report
from govreport.readers import DEFAULT, Limits, read
from govreport.reading import Reading
from govreport.sources import STDIN, Document, SourceError, Sources, Unreadable, documents, expand, named
from govreport.standard import Standard


def suffixes() -> tuple[str, ...]:
    """Return the suffixes of every format that is read."""
    return tuple(suffix for each in FORMATS.values() if each.reads for suffix in each.suffixes)


def expanded(arguments: Sequence[str], say: Texts | None = None) -> Sources:
    """Return the sources that arguments name; ``say`` tells on standard error which files beside them are not read.

    Raises ``CommandError`` (exit 2) for a missing file, a folder without reports, ``-`` more than once.
    """
    once(arguments)
    try:
        found = expand(arguments, suffixes())
    except SourceError as error:
        raise CommandError(USAGE, f"error.source.{error.reason}", name=error.source, detail=error.detail) from error
    if found.passed and say is not None:
        print(flat(say("summary.passed", count=len(found.passed), names=named(found.passed))), file=sys.stderr)
    return found


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


def reading(found: Document, format_name: str | None, standard: Standard, bounds: Limits = DEFAULT) -> Reading:
    """Return what reading a document gives."""
    return read(found.data, found.name, standard, format_name, bounds)


def report(argument: str, source_format: str | None, settings: Settings, bounds: Limits = DEFAULT) -> tuple[Report, Reading]:
    """Return the report of an argument and how it was read; raises ``CommandError`` with the reason: 1 where it is no report, 3 where it was not readable."""
    found, standard = document(argument), settings.standard()
    result = reading(found, format_name(source_format), standard, bounds)
    if result.report is None:
        code, why = UNDETERMINED if result.unread else REJECTED, _reason(result.diagnostics[0], settings, standard)
        raise CommandError(code, "error.gives-no-report", name=found.source, why=why)
    return result.report, result


def _reason(diagnostic: Diagnostic, settings: Settings, standard: Standard) -> str:
    """Return what a diagnostic says, behind its line where it has one."""
    known, lang = catalogue_in(standard.root), settings.say.lang
    message, line = known.message(diagnostic, lang), diagnostic.location.line
    return message if line is None else known.word("frame", "at", lang, place=known.word("frame", "line", lang, line=line), message=message)
