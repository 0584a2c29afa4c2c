"""``python -m bench.pdf``: one report as PDF, by us and by others, warm, in the same run, with the same faces.

Seconds are those of the processor, of all threads and processes, so that other work on the machine counts little.
The prototype is measured where it lies beside the repository; Typst, WeasyPrint and LibreOffice where ``make bench-peers`` put them. Of the
others' documents only ours and the prototype's are tagged, archival and carry the data; what the others do not do is not held against them.
"""

from __future__ import annotations

import importlib.util
import shutil
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bench.pdfreport import KNOWN, report
from bench.timing import Ratio, spent
from bench.typesetters import PROTOTYPE, SANS, SERIF, libreoffice, prototype, quadratic, typst, weasyprint
from govreport.model import Report
from govreport.writers.pdf import faces
from govreport.writers.pdf.report import write_report
from govreport.writers.pdf.typography import typography


def lines() -> Iterator[str | Ratio]:
    """Yield the ratios as they are measured."""
    of = report()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        choice = None
        files: dict[str, Path] = {}
        if PROTOTYPE.is_dir():
            files = quadratic(folder, of)
            own = [(role, files[SANS if role == "heading1" else SERIF], 0) for role in typography().roles]
            choice = faces.Choice(tuple(own), False)
        ours = partial(write_report, of, KNOWN, choice=choice)
        ours()
        mine = spent(ours, 15)
        yield f"one report as PDF, {len(ours()) // 1000} KB: {1000 * mine:.1f} ms"
        if files:
            other = prototype(of, files)
            other()
            mine, theirs = min(mine, spent(ours, 10)), spent(other, 15)
            yield Ratio("PDF: ours / the prototype", mine / theirs, 0.8, True, (mine, theirs))
        else:
            yield "PDF: the prototype is not here"
        yield from _peers(of, folder, files, mine)


def _peers(of: Report, folder: Path, files: dict[str, Path], mine: float) -> Iterator[str | Ratio]:
    if importlib.util.find_spec("typst") and files:
        work = typst(of, folder, files)
        work()
        theirs = spent(work, 8)
        yield f"PDF: ours / Typst {mine / theirs:.2f} ({1000 * mine:.1f} ms / {1000 * theirs:.1f} ms)"
    if importlib.util.find_spec("weasyprint"):
        work = weasyprint(of)
        work()
        theirs = spent(work, 2)
        yield Ratio("PDF: WeasyPrint / ours", theirs / mine, 8, False, (theirs, mine))
    if shutil.which("soffice"):
        work = libreoffice(of, folder)
        work()
        theirs = spent(work, 2)
        yield Ratio("PDF: LibreOffice / ours", theirs / mine, 10, False, (theirs, mine))


def main() -> None:
    """Print the ratios."""
    for line in lines():
        print(line.line() if isinstance(line, Ratio) else line, flush=True)


if __name__ == "__main__":
    main()
