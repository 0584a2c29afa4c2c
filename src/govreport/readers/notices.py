"""What a reader of our own formats notices on its way: diagnostics, each once, with the place in the source."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from govreport.diagnostics import CellRef, Diagnostic, Location

MAXIMUM_NOTICES = 1000
"""More than these are counted, not listed, so that a hostile file cannot make the list long."""

QUOTED = 80
"""How many characters of a raw text a diagnostic quotes."""


def quote(raw: str) -> str:
    """Return a raw text as a diagnostic quotes it: one line, cut to a bounded length, always printable."""
    text = raw if len(raw) <= QUOTED else raw[:QUOTED] + "\u2026"
    return text if text.isprintable() else "".join(each if each.isprintable() else f"\\u{{{ord(each):x}}}" for each in text)


class Notices:
    """The diagnostics of one reading."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._found: list[Diagnostic] = []
        self._omitted = 0
        self._anywhere = Location(source)

    @property
    def full(self) -> bool:
        """Whether further diagnostics are only counted, so that their places need not be found."""
        return len(self._found) >= MAXIMUM_NOTICES

    def at(self, line: int | None = None, column: int | None = None, path: str | None = None, cell: CellRef | None = None) -> Location:
        """Return a place in the source; where diagnostics are only counted it is the whole source."""
        return self._anywhere if self.full else Location(self.source, line, column, path, cell)

    def add(self, code: str, place: Location | None = None, **params: str | int) -> None:
        """Note a diagnostic; without a place it is about the whole source."""
        if self.full:
            self._omitted += 1
            return
        self._found.append(Diagnostic(code, place or self._anywhere, params))

    def add_quoted(self, code: str, place: Callable[[], Location], raw: str, **params: str | int) -> None:
        """Note a diagnostic that quotes a raw text; its place is looked for, and the text made a quote, only where it is listed."""
        if self.full:
            self.add(code)
        else:
            self.add(code, place(), **params, raw=quote(raw))

    def add_all(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Note diagnostics that are made already."""
        for each in diagnostics:
            self.add(each.code, each.location, **each.params)

    def all(self) -> tuple[Diagnostic, ...]:
        """Return what was noticed, in the order of the source, with a last line that counts what was left out."""
        if not self._omitted:
            return tuple(self._found)
        return (*self._found, Diagnostic("SYS-OMITTED", Location(self.source), {"count": self._omitted}))
