"""Complete validation beside its peers, each on the same generated reports."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bench.peers import ROOT, SCHEMA
from bench.reports import composition, write_reports
from bench.timing import COMMAND, Ratio, command, spent
from govreport import standard

REPORTS, FEW, ROUNDS = 2000, 100, 4
"""How many reports there are, of how many of them the slow peer is measured, and how often all peers take their turn: the least time of each counts.

They take turns because the pace of a machine changes from minute to minute, which would be told of whoever is measured in a slow one.
"""

PARSE, SCHEMA_ALONE, OWN, LINT, PACKAGE = "lxml: parse", "lxml: parse, schema", "govreport: complete, with messages", "xmllint --schema", "xmlschema package"
Milliseconds = Mapping[str, float]


def lines() -> Iterator[str | Ratio]:
    """Yield a table of the peers, in milliseconds a report, then every ratio that has a target, as they are measured."""
    with tempfile.TemporaryDirectory() as folder:
        files = write_reports(Path(folder), REPORTS, standard.load())
        size = sum(path.stat().st_size for path in files) / len(files) / 1000
        yield f"{REPORTS} reports of {size:.0f} KB, a third wrong: milliseconds of the processor a report, times the lxml parse"
        made = composition(path.read_bytes() for path in files[:FEW])
        yield "  a report has on the average " + ", ".join(f"{mean:.1f} {part}" for part, mean in made.items())
        rounds = [_round(folder, files) for _ in range(ROUNDS)]
        found = {name: min(each[name] for each, _ in rounds) for name in rounds[0][0]}
        memory = max(each for _, each in rounds)
        yield from (f"  {name:40} {each:8.3f} {each / found[PARSE]:8.2f}" for name, each in found.items())
        yield from _ratios(found)
        yield Ratio("memory of the process that validates, MB", memory, 60, True)
        once, twice = (command([*COMMAND, "validate", folder, "--format", "json", "--jobs", jobs], 3, fails=True) for jobs in ("1", "2"))
        yield Ratio("validate: one process / two", once / twice, 1.6, False, (once, twice))


def _ratios(found: Milliseconds) -> Iterator[Ratio]:
    yield Ratio("complete validation / lxml parse", found[OWN] / found[PARSE], 4.5, True)
    yield Ratio("complete validation / xmllint --schema", found[OWN] / found[LINT], 2.5, True)
    yield Ratio("the xmlschema package / complete validation", found[PACKAGE] / found[OWN], 12, False)


def _round(folder: str, files: Sequence[Path]) -> tuple[Milliseconds, float]:
    """Return the milliseconds a report of every peer, measured one after the other, and the megabytes of our own."""
    parse, schema, own, package = (_peer(*each) for each in (("parse", folder), ("schema", folder), ("govreport", folder), ("xmlschema", folder, FEW)))
    lint = spent(lambda: subprocess.run(["xmllint", "--noout", "--schema", str(SCHEMA), *map(str, files)], capture_output=True, check=False), 1)
    return {PARSE: parse[0], SCHEMA_ALONE: schema[0], OWN: own[0], LINT: 1000 * lint / len(files), PACKAGE: package[0]}, own[1]


def _peer(name: str, folder: str, count: int = REPORTS) -> tuple[float, float]:
    """Return the milliseconds of the processor a report and the megabytes that a way through the first reports took."""
    arguments = [sys.executable, "-m", "bench.peers", name, folder, str(count)]
    seconds, memory = subprocess.run(arguments, check=True, capture_output=True, text=True, cwd=ROOT).stdout.split()
    return 1000 * float(seconds) / count, float(memory)
