"""A register of organs from a file, for commands that need no archive."""

from __future__ import annotations

from pathlib import Path

from govreport.cli.archives import told
from govreport.cli.errors import USAGE, CommandError
from govreport.cli.settings import Settings
from govreport.cli.single import held
from govreport.site.holding import Organ


def organs(path: str, settings: Settings) -> tuple[Organ, ...]:
    """Return the organs of a register; raises ``CommandError`` (exit 2) with its first fault, or where it contradicts itself."""
    data = held(path)
    with told(settings):
        from govreport.archive import organfile, regions
        from govreport.archive.organs import Register, check

        found = organfile.read(data, Path(path).name)
        for fault in found.faults:
            reason = settings.say(f"archive.fault.{fault.reason}")
            raise CommandError(USAGE, "error.organs", name=path, row=fault.row, column=fault.column, reason=reason, value=fault.value)
        register = Register(found.organs)
        check(register)
        return regions.expected(register)
