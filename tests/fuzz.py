"""Seeded mutations of legacy texts against the reader: no traceback, no hang, no invented number. ``python -m tests.fuzz --count 20000``."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from random import Random

from govreport import standard as standards
from govreport.diagnostics import CellRef
from govreport.model import NotApplicable
from govreport.readers.legacy.decode import decode
from govreport.readers.legacy.reader import read
from govreport.reading import Evidence, Reading
from tests import campaign
from tests.campaign import Failure, judged
from tests.corpus.cases import case
from tests.corpus.forms import FORMS
from tests.corpus.noise import NOISES

SECONDS_A_TEXT = 3.0
LONGEST = 60_000
CASES = Path(__file__).resolve().parents[1].parent / "shared" / "cases"
NUMBER = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?")
LINE_END = re.compile(r"\r\n|\r|\n")
Mutation = Callable[[bytes, bytes, Random], bytes]


@lru_cache(maxsize=1)
def real_texts() -> tuple[bytes, ...]:
    """Return the texts of the folder of cases, none where it is not there."""
    return tuple(path.read_bytes() for path in sorted([*CASES.glob("*.txt"), *CASES.glob("recreated/*.txt")]))


def original(rng: Random) -> bytes:
    """Return a text to mutate: one of the corpus in any form and noise, or a text of the cases."""
    if real_texts() and rng.random() < 0.35:
        return rng.choice(real_texts())
    form = rng.choice(list(FORMS))
    noise = rng.choice([name for name, noise in NOISES.items() if noise.suits(form)])
    return case(form, noise, rng.randrange(200), standards.load()).data


def _lines(data: bytes) -> list[bytes]:
    return data.split(b"\n")


def _cut(data: bytes, other: bytes, rng: Random) -> bytes:
    start, end = sorted((rng.randrange(len(data) + 1), rng.randrange(len(data) + 1)))
    return rng.choice((data[start:], data[:end], data[start:end], data[:start] + data[end:]))


def _drop_lines(data: bytes, other: bytes, rng: Random) -> bytes:
    share = rng.choice((0.01, 0.05, 0.3))
    return b"\n".join(line for line in _lines(data) if rng.random() > share)


def _double_lines(data: bytes, other: bytes, rng: Random) -> bytes:
    share = rng.choice((0.01, 0.05, 0.3))
    return b"\n".join(part for line in _lines(data) for part in ([line, line] if rng.random() < share else [line]))


def _double_all(data: bytes, other: bytes, rng: Random) -> bytes:
    return data + data


def _shuffle_lines(data: bytes, other: bytes, rng: Random) -> bytes:
    lines = _lines(data)
    start = rng.randrange(len(lines))
    end = min(len(lines), start + rng.choice((3, 10, 60, 2000)))
    part = lines[start:end]
    rng.shuffle(part)
    return b"\n".join([*lines[:start], *part, *lines[end:]])


def _move_lines(data: bytes, other: bytes, rng: Random) -> bytes:
    lines = _lines(data)
    start = rng.randrange(len(lines))
    part = lines[start : start + rng.randint(1, 30)]
    del lines[start : start + len(part)]
    at = rng.randrange(len(lines) + 1)
    return b"\n".join([*lines[:at], *part, *lines[at:]])


def _flip_bytes(data: bytes, other: bytes, rng: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice((1, 5, 50)) if changed else 0):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def _splice(data: bytes, other: bytes, rng: Random) -> bytes:
    lines, more = _lines(data), _lines(other)
    return b"\n".join([*lines[: rng.randrange(len(lines) + 1)], *more[rng.randrange(len(more) + 1) :]])


def _digits(data: bytes, other: bytes, rng: Random) -> bytes:
    """Put signs of numbers and tables into random places."""
    pieces = (b" 7", b"|", b" | ", b"\n", b"0", b"12", b"\t", b"  ", b"(3)", b"-", b".5", b"+", "\u00a0".encode(), b"9" * 30)
    changed = data
    for _ in range(rng.choice((1, 5, 30))):
        at = rng.randrange(len(changed) + 1)
        changed = changed[:at] + rng.choice(pieces) + changed[at:]
    return changed


def _drop_bars(data: bytes, other: bytes, rng: Random) -> bytes:
    share = rng.choice((0.02, 0.3, 1.0))
    return bytes(byte for byte in data if byte != 0x7C or rng.random() > share)


MUTATIONS: tuple[Mutation, ...] = (*(_cut, _drop_lines, _double_lines, _double_all, _shuffle_lines, _move_lines, _flip_bytes, _splice, _digits, _drop_bars),)


def mutation(number: int) -> bytes:
    """Return the mutated text of a number: the same bytes every time."""
    rng = Random(f"fuzz {number}")
    data = original(rng)
    for _ in range(rng.choice((1, 1, 2, 3))):
        other = original(rng) if rng.random() < 0.3 else data
        data = rng.choice(MUTATIONS)(data, other, rng)
    return data[:LONGEST]


def unfounded(reading: Reading, data: bytes) -> Iterator[str]:
    """Yield what is wrong with the evidence of a reading: a number without, one that does not stand where it says, one used twice."""
    text = decode(data).text
    starts = [0, *(end.end() for end in LINE_END.finditer(text))]
    evidence = {item.cell: item for item in reading.evidence}
    used: dict[tuple[int, int], CellRef] = {}
    for table in reading.report.tables() if reading.report else ():
        for (row, column), value in table.cells.items():
            cell = CellRef(table.key, row, column)
            if isinstance(value, NotApplicable):
                continue
            item = evidence.get(cell)
            if item is None or item.line is None or item.column is None or not item.raw:
                yield f"{cell}: {value} without evidence"
            elif item.how in ("lost", "ambiguous") or item.value != value:
                yield f"{cell}: {value} but the evidence says {item.how} {item.value}"
            else:
                at = starts[item.line - 1] + item.column - 1 if 0 < item.line <= len(starts) else len(text)
                if text[at : at + len(item.raw)] != item.raw:
                    yield f"{cell}: {item.raw!r} does not stand at {item.line}:{item.column}, {text[at : at + 12]!r} does"
                elif not _says(item, value):
                    yield f"{cell}: {item.raw!r} is not {value}"
                if used.setdefault((item.line, item.column), cell) != cell:
                    yield f"{cell}: the number at {item.line}:{item.column} is {used[item.line, item.column]}'s too"


def _says(item: Evidence, value: int | Decimal) -> bool:
    """Return whether the raw text of a cell holds the number."""
    plain = unicodedata.normalize("NFKC", item.raw or "").replace("\u2212", "-").replace("，", ",")
    found = [Decimal(number.replace(",", "")) for number in NUMBER.findall("".join(plain.split()))]
    return Decimal(value) in found


def check(number: int) -> Failure | None:
    """Return how the reader failed on a mutation, None where it did not."""
    data = mutation(number)
    return judged(number, len(data), SECONDS_A_TEXT, lambda: list(unfounded(read(data, f"mutation-{number}.txt", standards.load()), data)))


def main() -> int:
    """Run the campaign of the command line; 1 where there are failures."""
    texts = f"({len(real_texts())} texts of the cases)" if real_texts() else "(no cases at hand)"
    return campaign.main(__doc__ or "", texts, check, lambda number: (f"{number}.txt", mutation(number)))


if __name__ == "__main__":
    sys.exit(main())
