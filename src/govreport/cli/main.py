"""The entry point: arguments in, exit code out; the only place where failures become lines and codes."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Sequence

import typer
from typer.exceptions import TyperException

from govreport.cli.application import application
from govreport.cli.errors import USAGE, CommandError, line, usage_line
from govreport.cli.settings import settle, split

GARBAGE = 100_000
"""So many new objects between two collections: loading modules makes many, none of which is garbage."""
INTERRUPTED = 130
"""The exit code of a command stopped at the keyboard."""


def run() -> None:
    """Run the command line of this process and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    gc.set_threshold(GARBAGE, 20, 20)
    code = main(sys.argv[1:])
    if "lxml.etree" not in sys.modules:
        sys.exit(code)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
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
    if not rest:
        return USAGE
    return int(code or 0)


def _report(text: str, code: int) -> int:
    print(text, file=sys.stderr)
    return code
