"""A PDF's bytes as pages of characters and drawing: taken out by a process of their own, within bounds of time, memory and number."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from govreport.diagnostics import Diagnostic, Location
from govreport.formats import PDF_PAGES
from govreport.readers.guard import Limits, over

WORKER = Path(__file__).with_name("worker") / "start.py"
LIBRARY, EXTRA = "pypdfium2", "pdf"
DEARER = 4
"""A character of a PDF costs so many times as much as one of a text."""
SECONDS, CLOCK = 20, 40
"""Seconds of work and of waiting: a page takes some 10 milliseconds."""
MEMORY = 512 * 1024 * 1024
"""Bytes of address space: an ordinary document needs 30 MB of memory, PDFium alone would inflate a stream to 1 GB."""

INK, LEVEL = 0.6, 0.5
"""A box of less than that share of its neighbour's height is one of ink; baselines that near are one."""


class Glyph(NamedTuple):
    """A character as drawn: text, box (left, bottom, right, top) in the page's own points, angle, whether it is painted, shade (255 white), baseline."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    angle: float
    seen: int
    shade: int
    baseline: float = 0.0


class Stroke(NamedTuple):
    """A straight piece of drawing: both ends, the pen's width (0: not drawn with one), whether it bounds a filled figure, shades, the figure's number."""

    x0: float
    y0: float
    x1: float
    y1: float
    pen: float
    filled: int
    shade: int
    fill: int
    figure: int


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page as it was taken out; ``turned`` is by how many degrees clockwise it is shown, ``fields`` counts fields to fill in."""

    number: int
    box: tuple[float, float, float, float]
    turned: int
    glyphs: tuple[Glyph, ...]
    strokes: tuple[Stroke, ...]
    pictures: tuple[tuple[float, float, float, float], ...]
    fields: int


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a document holds: pages as they were written down, attached XML by name; or the diagnostic that says why it holds nothing."""

    written: tuple[bytes, ...] = ()
    attached: tuple[tuple[str, bytes], ...] = ()
    refused: Diagnostic | None = None

    @property
    def pages(self) -> Iterator[RawPage]:
        """Yield the pages one by one: a glyph takes ten times as much room as it does written down."""
        for number, page in enumerate(map(json.loads, self.written), 1):
            if page is not None:
                yield _page(number, page)

    @property
    def unloaded(self) -> tuple[int, ...]:
        """The numbers of the pages that could not be loaded."""
        return tuple(number for number, page in enumerate(self.written, 1) if page == b"null")


def extract(data: bytes, name: str, limits: Limits) -> Extracted:
    """Return what a PDF holds; ``refused`` is SYS-EXTRA, SYS-PASSWORD, SYS-DAMAGED or SYS-LIMIT where nothing can be taken out."""
    if find_spec(LIBRARY) is None:
        return Extracted(refused=Diagnostic("SYS-EXTRA", Location(name), {"extra": EXTRA, "library": LIBRARY}))
    bounds = (PDF_PAGES, limits.legacy // DEARER, limits.elements, SECONDS, MEMORY)
    try:
        done = subprocess.run(
            [sys.executable, "-P", str(WORKER), *map(str, bounds)],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=CLOCK,
            check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
    except subprocess.TimeoutExpired:
        return Extracted(refused=over(name, "seconds", CLOCK, CLOCK))
    *pages, told = done.stdout.splitlines() or [b""]
    del done.stdout
    try:
        found = json.loads(told)
    except ValueError:
        found = None
    if not isinstance(found, dict) or not {"over", "error", "attached"} & found.keys():
        return Extracted(refused=_died(name, done.returncode))
    if "over" in found:
        return Extracted(refused=over(name, *found["over"]))
    if "error" in found:
        code = "SYS-PASSWORD" if found["error"] == "password" else "SYS-DAMAGED"
        return Extracted(refused=Diagnostic(code, Location(name)))
    return Extracted(tuple(pages), tuple((name, base64.b64decode(data)) for name, data in found["attached"]))


def _died(name: str, code: int) -> Diagnostic:
    """Return what is said of a process that ended without an answer: it was out of time, or out of memory, or fell over the content."""
    try:
        import signal

        out_of_time = code in (-signal.SIGXCPU, -signal.SIGKILL)
        out_of_memory = code in (-signal.SIGABRT, -signal.SIGTRAP, -signal.SIGSEGV, -signal.SIGILL)
    except AttributeError:
        out_of_time = out_of_memory = False
    if out_of_time:
        return over(name, "seconds", SECONDS, SECONDS)
    return over(name, "memory", MEMORY, MEMORY) if out_of_memory else Diagnostic("SYS-DAMAGED", Location(name))


def _page(number: int, page: dict[str, Any]) -> RawPage:
    return RawPage(
        number,
        tuple(page["box"]),
        page["turned"] % 360,
        tuple(_heightened([Glyph(*each) for each in page["characters"]])),
        tuple(Stroke(*each) for each in page["drawn"]),
        tuple((each[0], each[1], each[2], each[3]) for each in page["pictures"]),
        page["fields"],
    )


def _heightened(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """Yield glyphs; upright ones whose box is only their ink, as fonts of drawings have it, as high as their neighbours on the same line.

    Of two digits the ink is as high: one that is lower is of another size, and no part of the same number.
    """
    for place, each in enumerate(glyphs):
        found = each
        for other in glyphs[max(place - 1, 0) : place + 2]:
            inked = each.top - each.bottom < INK * (other.top - other.bottom) and other.bottom <= each.bottom and each.top <= other.top
            if (
                inked
                and not (each.text.isdigit() and other.text.isdigit())
                and not each.angle
                and not other.angle
                and abs(other.baseline - each.baseline) < LEVEL
            ):
                found = each._replace(bottom=other.bottom, top=other.top)
        yield found
