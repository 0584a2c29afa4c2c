"""Where findings go: one stream for all sources, where their format allows it, or a file each in a folder."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from govreport.cli.errors import USAGE, CommandError
from govreport.cli.judged import Judged
from govreport.cli.outputs import STDOUT, Originals, folder, whole, write
from govreport.cli.plan import Names, is_folder
from govreport.validation import Findings
from govreport.validation.render import RENDERINGS, Rendering, sarif, text

Take = Callable[[Judged], None]


def rendering(name: str) -> Rendering:
    """Return the rendering of that name; raises ``CommandError`` (exit 2) where there is none."""
    if name not in RENDERINGS:
        raise CommandError(USAGE, "error.findings-format", name=name, known=" ".join(RENDERINGS))
    return RENDERINGS[name]


def told(findings: Findings, chosen: Rendering, lang: str, brief: bool) -> str:
    """Return the findings as they go into a stream or file of their format; ``brief`` leaves advice and basis out of text."""
    if chosen.name == "text":
        return text(findings, lang, details=not brief)
    # a log of several sources is put together from its runs
    return sarif.run(findings, lang) if chosen.many == "log" else chosen(findings, lang)


@contextmanager
def taker(target: str, chosen: Rendering, several: bool, originals: Originals) -> Iterator[Take]:
    """Open a target for findings: ``-``, a file, or a folder for a file each; raises ``CommandError`` where it does not suit the format.

    None of ``originals`` is written over.
    """
    if target != STDOUT and is_folder(target, several):
        yield _each(target, chosen, originals)
        return
    if several and chosen.many is None:
        raise CommandError(USAGE, "error.several", name=chosen.name)
    if target == STDOUT:
        yield from _framed(sys.stdout.write, chosen)
        return
    originals.spare(target)
    with whole(target) as stream:
        yield from _framed(lambda said: stream.write(said.encode()), chosen)


def _each(target: str, chosen: Rendering, originals: Originals) -> Take:
    place, names = folder(target), Names()

    def take(judged: Judged) -> None:
        path = place / (names.give(judged.relative) + chosen.suffix)
        originals.spare(path)
        folder(str(path.parent))
        write(str(path), (sarif.log([judged.told]) if chosen.many == "log" else judged.told).encode())

    return take


def _framed(say: Callable[[str], object], chosen: Rendering) -> Iterator[Take]:
    log, taken = chosen.many == "log", 0
    if log:
        say(sarif.HEAD)

    def take(judged: Judged) -> None:
        nonlocal taken
        say(sarif.BETWEEN + judged.told if log and taken else judged.told)
        taken += 1

    yield take
    if log:
        say(sarif.TAIL)
