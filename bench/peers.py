"""``python -m bench.peers NAME FOLDER [COUNT]``: one way to go through the XML files of a folder; prints its processor seconds and its memory in MB.

Start-up and the compiling of schemas are not counted; reading the files is.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SCHEMA = ROOT / "schema" / "report.xsd"
Way = Callable[[Path], object]


def parse() -> Way:
    """Parse with lxml, as it comes."""
    from lxml import etree

    return lambda path: etree.parse(path)


def schema() -> Way:
    """Parse with lxml and validate with its compiled schema: valid or not, no words."""
    from lxml import etree

    compiled = etree.XMLSchema(etree.parse(SCHEMA))
    return lambda path: compiled.validate(etree.parse(path))


def govreport() -> Way:
    """Validate wholly: guard, parse, schema, reading, rules, verdict; every finding with message and advice as a JSON line."""
    from govreport import profiles, standard
    from govreport.cli.main import GARBAGE
    from govreport.validation import render, validate

    gc.set_threshold(GARBAGE, 20, 20)
    known, profile = standard.load(), profiles.load()
    return lambda path: render.json_line(validate(path.read_bytes(), path.name, known, profile), "zh")


def xmlschema() -> Way:
    """Validate with the xmlschema package, which is wholly Python: every error, in English."""
    import xmlschema as package

    compiled = package.XMLSchema10(SCHEMA)
    return lambda path: [str(error) for error in compiled.iter_errors(path)]


WAYS = {"parse": parse, "schema": schema, "govreport": govreport, "xmlschema": xmlschema}


def main(name: str, folder: str, count: str = "") -> None:
    """Go through a folder and print what it took."""
    files = sorted(Path(folder).glob("*.xml"))[: int(count) if count else None]
    way = WAYS[name]()
    for path in files[:20]:
        way(path)
    start = time.process_time()
    for path in files:
        way(path)
    print(time.process_time() - start, _memory())


def _memory() -> float:
    status = Path("/proc/self/status")
    line = next((line for line in status.read_text().splitlines() if line.startswith("VmHWM")), "") if status.exists() else ""
    return int(line.split()[1]) / 1024 if line else float("nan")


if __name__ == "__main__":
    main(*sys.argv[1:])
