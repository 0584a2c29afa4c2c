"""A document of one format as a document of another."""

from __future__ import annotations

from dataclasses import dataclass

from govreport import readers
from govreport.conversion.proof import differences, written
from govreport.diagnostics import Diagnostic
from govreport.readers import DEFAULT, Limits
from govreport.reading import Reading
from govreport.standard import Standard


@dataclass(frozen=True, slots=True)
class Conversion:
    """What a conversion came to: ``data`` is None where the source is no report or what was written failed its proof."""

    data: bytes | None
    reading: Reading
    proof: tuple[Diagnostic, ...] = ()

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What reading noticed, and what the proof found."""
        return (*self.reading.diagnostics, *self.proof)


def convert(data: bytes, name: str, to: str, standard: Standard, from_format: str | None = None, *, proof: bool = True, limits: Limits = DEFAULT) -> Conversion:
    """Return a document in another format, proved unless ``proof`` is off; ``name`` is the source's base name.

    Raises ``UnknownFormatError``; ``UnwritableError`` where what was read does not fit the standard.
    """
    reading = readers.read(data, name, standard, from_format, limits)
    if reading.report is None:
        return Conversion(None, reading)
    result = written(reading.report, to, standard)
    found = differences(reading.report, result, to, standard) if proof else ()
    return Conversion(None if found else result, reading, found)
