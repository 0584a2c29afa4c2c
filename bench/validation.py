"""Complete validation beside its peers, each on the same generated reports."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.peers import ROOT, SCHEMA
from bench.reports import write_reports
from bench.timing import COMMAND, Ratio, command
from govreport import standard

REPORTS, FEW = 2000, 40
"""How many reports there are, and of how many of them the slow peers are measured."""


def ratios() -> Iterator[Ratio]:
    """Yield every ratio as it is measured."""
    with tempfile.TemporaryDirectory() as folder:
        files = write_reports(Path(folder), REPORTS, standard.load())
        parsed, _ = peer("parse", folder)
        own, memory = peer("govreport", folder)
        yield Ratio(f"{REPORTS} reports: complete validation / lxml parse", own / parsed, 4.5, True, (own, parsed))
        judged, _ = peer("schema", folder)
        yield Ratio("complete validation / lxml parse and schema alone", own / judged, 4.5, True, (own, judged))
        lint = command(["xmllint", "--noout", "--schema", str(SCHEMA), *map(str, files)], 3, fails=True)
        yield Ratio("complete validation / xmllint --schema", own / lint, 2.5, True, (own, lint))
        few, (slow, _) = own * FEW / REPORTS, peer("xmlschema", folder, FEW)
        yield Ratio(f"{FEW} of them: the xmlschema package / complete validation", slow / few, 12, False, (slow, few))
        yield Ratio("memory of the process that validates, MB", memory, 60, True)
        once, twice = (command([*COMMAND, "validate", folder, "--format", "json", "--jobs", jobs], 3, fails=True) for jobs in ("1", "2"))
        yield Ratio("the command: one process / two", once / twice, 1.6, False, (once, twice))


def peer(name: str, folder: str, count: int | None = None) -> tuple[float, float]:
    """Return the seconds and the megabytes that a way through the reports took."""
    arguments = [sys.executable, "-m", "bench.peers", name, folder, *([str(count)] if count else [])]
    seconds, memory = subprocess.run(arguments, check=True, capture_output=True, text=True, cwd=ROOT).stdout.split()
    return float(seconds), float(memory)
