"""``python -m bench``: start-up, a conversion, two processes, twice the length, validation and PDF beside their peers, how much of legacy texts is found."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench import archive, asking, load, pages, pdf, site, validation
from bench.timing import COMMAND, Ratio, command, least
from govreport import standard
from govreport.readers import read
from tests.corpus.accuracy import keys_of, run, table
from tests.corpus.cases import case
from tests.corpus.forms import FORMS
from tests.corpus.noise import NOISES

DEMO = Path(__file__).resolve().parents[1] / "fixtures" / "legacy" / "demo.txt"
TEXTS = 1000


def lines() -> Iterator[str | Ratio]:
    """Yield every line and ratio as it is measured."""
    bare = command([sys.executable, "-c", "pass"], 15)
    start = command([*COMMAND, "--help"], 15)
    yield Ratio("start-up: --help / a bare python", start / bare, 8, True, (start, bare))
    with tempfile.TemporaryDirectory() as folder:
        one = command([*COMMAND, "convert", str(DEMO), "--to", "xml", "-o", f"{folder}/demo.xml"])
        yield Ratio("one legacy text to XML / start-up", one / start, 3, True, (one, start))
        texts = Path(folder, "texts")
        write_texts(texts)
        alone, both = (command([*COMMAND, "convert", str(texts), "--to", "csv", "-o", f"{folder}/all.csv", "--jobs", jobs], 1) for jobs in ("1", "2"))
        yield Ratio(f"{TEXTS} legacy texts: one process / two", alone / both, 1.6, False, (alone, both))
    yield length()
    yield from validation.lines()
    yield from pages.lines()
    yield from site.lines()
    yield from pdf.lines()
    yield from archive.lines()
    yield from load.lines()
    yield from asking.lines()


def write_texts(folder: Path) -> None:
    """Write legacy texts of every form, seeded."""
    folder.mkdir()
    known = standard.load()
    names = list(FORMS)
    for number in range(TEXTS):
        (folder / f"{number:04}.txt").write_bytes(case(names[number % len(names)], "none", number, known).data)


def length() -> Ratio:
    """Return how much longer a text twice as long takes: the demo eight and sixteen times over."""
    known = standard.load()
    text = DEMO.read_bytes()
    short, long = (least(lambda size=size: read(text * size, "long.txt", known)) for size in (8, 16))  # type: ignore[misc]
    return Ratio("a text twice as long / the text", long / short, 2.2, True, (long, short))


def main() -> None:
    """Print the table of ratios and that of accuracy; exits 1 where a target is missed."""
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}")
    missed = 0
    for line in lines():
        missed += isinstance(line, Ratio) and not line.met
        print(line.line() if isinstance(line, Ratio) else line, flush=True)
    print()
    print(table(run(keys_of(list(FORMS), ["none"], 6))))
    print()
    print(table(run(keys_of(["pipes-dropped", "bare-lines"], list(NOISES), 3)), 1))
    sys.exit(min(missed, 1))


if __name__ == "__main__":
    main()
