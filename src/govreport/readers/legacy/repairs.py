"""Decoded text as repaired lines: the noise of copying undone step by step, every kind counted, every character with its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from govreport.diagnostics import Diagnostic, Location
from govreport.readers.legacy.characters import cleaned
from govreport.readers.legacy.decode import Decoded
from govreport.readers.legacy.furniture import swept
from govreport.readers.legacy.lines import Line, Source
from govreport.readers.legacy.losses import losses
from govreport.readers.legacy.script import simplified, without_pinyin
from govreport.standard import Standard
from govreport.vocabulary import Vocabulary

SAMPLE = 60
MAXIMUM_PLACES = 100
"""So many places of lost bytes are named one by one; the last of them counts the rest."""
_USUAL_ENCODING = "utf-8"


@dataclass(frozen=True, slots=True)
class Repaired:
    """Repaired lines in source order; ``removed`` are whole lines taken away, ``attachments`` files named (title, file name, line number from 1)."""

    lines: tuple[Line, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    attachments: tuple[tuple[str, str | None, int], ...] = ()
    removed: tuple[Line, ...] = ()


def repair(decoded: Decoded, standard: Standard, vocabulary: Vocabulary, source: Source | None = None, lines: Sequence[Line] | None = None) -> Repaired:
    """Return the lines of a text with the noise of copying undone, as far as it provably is noise; never raises on content.

    ``source`` and ``lines`` are given where the text stands in something else, or only some of its lines are to be read.
    """
    source = source or Source(decoded.text)
    said = _Diagnostics(source)
    if decoded.encoding != _USUAL_ENCODING or decoded.lost:
        said.add("TEXT-ENCODING", 0, encoding=decoded.encoding, lost=decoded.lost)
    characters = cleaned(source.lines() if lines is None else lines, vocabulary)
    pinyin = without_pinyin(characters.lines)
    script = simplified(pinyin.lines, pinyin.carriers, standard, vocabulary)
    page = swept(script.lines, vocabulary, source.text)
    for kind, (count, sample, offset) in {**characters.removed, **page.noise}.items():
        said.add("TEXT-NOISE", offset, kind=kind, count=count, sample=_visible(sample))
    if characters.normal:
        count, sample, offset = characters.normal
        said.add("TEXT-NORMAL", offset, count=count, sample=sample)
    if pinyin.count:
        said.add("TEXT-PINYIN", pinyin.offset, count=pinyin.count, sample=pinyin.sample[:SAMPLE])
    if script.count:
        said.add("TEXT-SCRIPT", script.offset, count=script.count, sample=script.sample)
    if page.adverts:
        count, sample, offset = page.adverts
        said.add("TEXT-ADVERT", offset, count=count, sample=sample)
    _say_losses(page.lines, vocabulary, said)
    attachments = tuple((title, name, source.place(line.start)[0]) for title, name, line in page.attachments)
    return Repaired(tuple(page.lines), tuple(said.found), attachments, tuple(page.removed))


class _Diagnostics:
    """Collects diagnostics with the place of an offset."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.found: list[Diagnostic] = []

    def add(self, code: str, offset: int, **params: str | int) -> None:
        line, column = self._source.place(offset)
        self.found.append(Diagnostic(code, Location(line=line, column=column), params))


def _say_losses(lines: list[Line], vocabulary: Vocabulary, said: _Diagnostics) -> None:
    places = list(losses(lines, vocabulary))
    for number, (line, start, quote, count) in enumerate(places[:MAXIMUM_PLACES], 1):
        further = sum(place[3] for place in places[MAXIMUM_PLACES:]) if number == MAXIMUM_PLACES else 0
        said.add("TEXT-LOST-BYTES", line.origin(start), quote=quote, count=count + further)


def _visible(sample: str) -> str:
    """Return a sample as something that can be shown: characters without a shape by their code point."""
    return "".join(character if character.isprintable() else f"U+{ord(character):04X}" for character in sample)
