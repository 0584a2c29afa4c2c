"""Complete validation beside its peers, each on the same generated reports."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.peers import ROOT, SCHEMA
from bench.reports import composition, write_reports
from bench.timing import COMMAND, Ratio, command
from govreport import standard

REPORTS, FEW = 2000, 100
"""How many reports there are, and of how many of them the slow peer is measured."""

PARSE, SCHEMA_ALONE, OWN, LINT, PACKAGE = "lxml: parse", "lxml: parse, schema", "govreport: complete, with messages", "xmllint --schema", "xmlschema package"
Milliseconds = Mapping[str, float]


def lines() -> Iterator[str | Ratio]:
    """Yield a table of the peers, in milliseconds a report, then every ratio that has a target, as they are measured."""
    with tempfile.TemporaryDirectory() as folder:
        files = write_reports(Path(folder), REPORTS, standard.load())
        size = sum(path.stat().st_size for path in files) / len(files) / 1000
        yield f"{REPORTS} reports of {size:.0f} KB, a third wrong: milliseconds a report, times the lxml parse"
        made = composition(path.read_bytes() for path in files[:FEW])
        yield "  a report has on the average " + ", ".join(f"{mean:.1f} {part}" for part, mean in made.items())
        own, memory = _peer("govreport", folder, REPORTS)
        found = {PARSE: _peer("parse", folder, REPORTS)[0], SCHEMA_ALONE: _peer("schema", folder, REPORTS)[0], OWN: own}
        found[LINT] = 1000 * command(["xmllint", "--noout", "--schema", str(SCHEMA), *map(str, files)], 3, fails=True) / REPORTS
        found[PACKAGE] = _peer("xmlschema", folder, FEW)[0]
        yield from (f"  {name:40} {each:8.3f} {each / found[PARSE]:8.2f}" for name, each in found.items())
        yield from _ratios(found)
        yield Ratio("memory of the process that validates, MB", memory, 60, True)
        once, twice = (command([*COMMAND, "validate", folder, "--format", "json", "--jobs", jobs], 3, fails=True) for jobs in ("1", "2"))
        yield Ratio("validate: one process / two", once / twice, 1.6, False, (once, twice))


def _ratios(found: Milliseconds) -> Iterator[Ratio]:
    yield Ratio("complete validation / lxml parse", found[OWN] / found[PARSE], 4.5, True)
    yield Ratio("complete validation / xmllint --schema", found[OWN] / found[LINT], 2.5, True)
    yield Ratio("the xmlschema package / complete validation", found[PACKAGE] / found[OWN], 12, False)


def _peer(name: str, folder: str, count: int) -> tuple[float, float]:
    """Return the milliseconds a report and the megabytes that a way through the first reports took."""
    arguments = [sys.executable, "-m", "bench.peers", name, folder, str(count)]
    seconds, memory = subprocess.run(arguments, check=True, capture_output=True, text=True, cwd=ROOT).stdout.split()
    return 1000 * float(seconds) / count, float(memory)
