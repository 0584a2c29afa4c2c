"""What a page of a report has beside the report where it is asked for: files to download, and the findings on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from govreport.cli.errors import USAGE, CommandError
from govreport.cli.outputs import STDOUT
from govreport.conversion import prove, written
from govreport.formats import FORMATS
from govreport.model import Report
from govreport.profiles import Profile
from govreport.reading import Reading
from govreport.standard import Standard

PAGE = "html"
"""The format that has anything beside it."""
LANG = "zh"
"""The language of the words on a page: that of the report."""


@dataclass(frozen=True)
class Extras:
    """Formats of the files to download, and the name of the profile whose findings a page shows, empty for none."""

    downloads: tuple[str, ...] = ()
    findings: str = ""

    def __bool__(self) -> bool:
        return bool(self.downloads or self.findings)

    def check(self, to: str, output: str) -> None:
        """Raise ``CommandError`` (exit 2) where they do not go with what is written, or where."""
        if self and to != PAGE:
            raise CommandError(USAGE, "error.page-extras", name=to)
        if self.downloads and output == STDOUT:
            raise CommandError(USAGE, "error.download-output")
        known = [each.name for each in FORMATS.values() if each.writes and each.media_type != FORMATS[PAGE].media_type]
        for name in self.downloads:
            if name not in known:
                raise CommandError(USAGE, "error.format", name=name, known=" ".join(known))


def page(reading: Reading, source: str, extras: Extras, profile: Profile | None, target: Path | None, standard: Standard) -> bytes:
    """Return the page of what was read, with links to the files beside ``target`` and the findings under ``profile``; raises ``UnwritableError``."""
    from govreport.validation import validate_reading
    from govreport.validation.render.document import document
    from govreport.writers import html, xml

    assert reading.report is not None
    data = xml.write(reading.report, standard)
    if profile is not None:
        data = etree.tostring(document(validate_reading(reading, source, standard, profile), LANG), encoding="utf-8")
    names = [path.name for _, path in _paths(extras, target)] if target is not None else []
    return html.page(data, standard, LANG, names)


def files(report: Report, extras: Extras, target: Path, proof: bool, standard: Standard) -> Iterator[tuple[Path, bytes]]:
    """Yield the files to download from the page at ``target``, each proved where that is asked for; raises as writing and proving do."""
    for name, path in _paths(extras, target):
        data = written(report, name, standard)
        if proof:
            prove(report, data, name, standard)
        yield path, data


def _paths(extras: Extras, target: Path) -> Iterator[tuple[str, Path]]:
    """Yield each format once, with the path of its file: that of the page with another suffix."""
    for name in dict.fromkeys(extras.downloads):
        yield name, target.with_suffix(FORMATS[name].suffixes[0])
