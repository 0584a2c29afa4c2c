"""The formats by name: one line each, which is all that a new reader or writer has to add here."""

from __future__ import annotations

from dataclasses import dataclass

PDF_PAGES = 1_000
"""The most pages of a PDF, read or written: a report has some ten, a yearbook of them a few hundred."""
PDF_CHARACTERS = 200_000
"""The most characters of a report that is written as PDF: some four times as many as a long one has."""
PDF_CELLS = 50_000
"""The most cells of plain grids in a PDF that is written: the tables of a report have a few hundred."""

ELSEWHERE = (".doc", ".docx", ".docm", ".wps", ".rtf", ".odt", ".xls", ".xlsx", ".et", ".ods", ".ofd", ".rar", ".7z")
"""The suffixes of files in which reports are sent and which other programs must open first: among others they are told, not read."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its suffixes (the first is the one written), media type, whether there is a reader and a writer.

    ``cells`` is true where it holds the cells of a report and not all of the rest; ``back`` is the format that it is read back as, if
    not itself; ``binary`` that it is no text. Reader and writer are the modules ``readers.<name>`` and ``writers.<name>``, hyphens as underscores.
    """

    name: str
    suffixes: tuple[str, ...]
    media_type: str
    reads: bool = True
    writes: bool = True
    cells: bool = False
    back: str | None = None
    binary: bool = False

    @property
    def module(self) -> str:
        """The name of its module in ``readers`` and ``writers``."""
        return self.name.replace("-", "_")

    @property
    def description(self) -> str:
        """The key of its description in the texts of the command line."""
        return f"format-{self.name}"


class UnknownFormatError(ValueError):
    """Raised for a format that has no line here, or no reader or writer where one is asked for."""


FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Format("xml", (".xml",), "application/xml"),
        Format("json", (".json",), "application/json"),
        Format("text", (".txt", ".md"), "text/plain"),
        Format("csv", (".csv",), "text/csv", cells=True),
        Format("pdf", (".pdf",), "application/pdf", binary=True),
        Format("html", (".html", ".htm", ".shtml", ".xhtml"), "text/html"),
        Format("html-fragment", (".fragment.html",), "text/html", reads=False, cells=True, back="html"),
        Format("mht", (".mht", ".mhtml"), "multipart/related", writes=False),
    )
}


def formats() -> tuple[Format, ...]:
    """Return every format, in the order in which they are listed."""
    return tuple(FORMATS.values())


def by_suffix(name: str) -> Format | None:
    """Return the format that a file name's suffix hints at, None where it hints at none."""
    suffix = "." + name.rpartition(".")[2].lower() if "." in name else ""
    return next((each for each in FORMATS.values() if suffix in each.suffixes), None)
