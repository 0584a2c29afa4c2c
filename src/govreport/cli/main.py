"""The entry point: arguments in, exit code out; the only place where failures become lines and codes."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

import typer
from typer.exceptions import TyperException

from govreport.cli import interruption
from govreport.cli.application import application
from govreport.cli.errors import UNDETERMINED, USAGE, CommandError, line, usage_line
from govreport.cli.settings import settle, split
from govreport.cli.texts import Texts

GARBAGE = 100_000
"""So many new objects between two collections: loading modules makes many, none of which is garbage."""
INTERRUPTED = 130
"""The exit code of a command stopped at the keyboard."""


def run() -> None:
    """Run the command line of this process and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    interruption.heed()
    gc.set_threshold(GARBAGE, 20, 20)
    code = main(sys.argv[1:])
    if not _flushed(sys.argv[1:]):
        os._exit(UNDETERMINED)
    if "lxml.etree" not in sys.modules:
        sys.exit(code)
    os._exit(code)  # taking the parsers down first costs a tenth of a short command and frees nothing that its end does not


def main(arguments: Sequence[str]) -> int:
    """Return the exit code of a command line, having printed what it prints."""
    chosen, rest = split(arguments)
    settings, wrong = settle(chosen)
    say = settings.say
    if wrong is not None:
        return _report(line(wrong, say), wrong.code)
    try:
        code = application().main(args=rest or ["--help"], prog_name="govreport", standalone_mode=False, obj=settings)
    except CommandError as failure:
        return _report(line(failure, say), failure.code)
    except TyperException as error:
        return _report(usage_line(error, say), error.exit_code)
    except typer.Abort:
        return INTERRUPTED
    except BrokenPipeError:
        return UNDETERMINED
    except OSError as error:
        return _report(_unwritten(error, say), UNDETERMINED)
    except KeyError as error:
        if not _is_code(error):
            raise
        return _report(line(CommandError(UNDETERMINED, "error.schema-code", name=error.args[0]), say), UNDETERMINED)
    except SystemExit as leaving:
        if not isinstance(leaving.__context__, BrokenPipeError):
            raise
        return UNDETERMINED  # who reads the output has gone: nobody is left to tell
    if not rest:
        return USAGE
    return int(code or 0)


def _is_code(error: KeyError) -> bool:
    """Return whether a code was asked for that the standard in use does not have; its module is there only where one was."""
    known = sys.modules.get("govreport.diagnostics")
    return known is not None and isinstance(error, known.UnknownCodeError)


def _report(text: str, code: int) -> int:
    with suppress(OSError):
        print(text, file=sys.stderr, flush=True)
    return code


def _unwritten(error: OSError, say: Texts) -> str:
    """Return the line for a file that the system refused, else for output that could not be written: a full disk, a device that is gone."""
    return line(CommandError(UNDETERMINED, "error.system" if error.filename else "error.output", name=error.filename, detail=error), say)


def _flushed(arguments: Sequence[str]) -> bool:
    """Return whether all that was printed came out; where it did not, one line says why, unless the reader has gone."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        return False
    except OSError as error:
        _report(_unwritten(error, settle(split(arguments)[0])[0].say), UNDETERMINED)
        return False
    return True
