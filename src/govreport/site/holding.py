"""What a site is made of: the interface between whoever holds reports (a folder, an archive, a service) and the builder.

The builder is given an iterable of ``Holding``, one for every report that the public may see, a withdrawn one too, and an iterable of
``Organ``, which may be empty. It asks for the content of a holding only where its digest is new to it, so that listing many
thousands of them must cost little and changing one costs what depends on it. A holding that is no longer listed leaves the site.

A source keeps to this: ids and digests are stable from one call to the next; what the public may not see (a draft, a returned
version, who did something) is not in it; order means nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import NamedTuple

PUBLISHED, WITHDRAWN = "published", "withdrawn"
"""The states of what the public sees: as published, or a tombstone that says when and why it was taken back."""


class Region(NamedTuple):
    """A part of the region tree; ``key`` is unique on the site (a division code, an organ's id, a folder), ``name`` as it is shown."""

    key: str
    name: str


class Version(NamedTuple):
    """A version of a report, the first is 1; ``day`` and ``reason`` (of a correction, of a withdrawal) are None where nobody said."""

    number: int
    state: str = PUBLISHED
    day: str | None = None
    reason: str | None = None
    sha256: str | None = None


class File(NamedTuple):
    """A further file to download beside the page, such as the original: its suffix (``.docx``) and its bytes when they are wanted."""

    suffix: str
    content: Callable[[], bytes]


class Earlier(NamedTuple):
    """A version that a later one has taken the place of and that the public may still read: its number, the file name that tells its format, its content."""

    number: int
    source: str
    content: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Organ:
    """An agency that a register knows, as it was in the years from ``first`` to ``last``, None for open: it is missing where it has no report.

    ``region`` are the parts of the region tree that it stands in, outermost first; ``head`` says that it governs the innermost. A report whose
    source does not tell its organ is that of the one organ with its credit code or, without code, its name.
    """

    id: str
    name: str
    region: tuple[Region, ...] = ()
    head: bool = False
    first: int | None = None
    last: int | None = None
    uscc: str | None = None

    def in_year(self, year: int) -> bool:
        """Return whether it existed in a year."""
        return (self.first is None or self.first <= year) and (self.last is None or year <= self.last)


@dataclass(frozen=True, slots=True)
class Holding:
    """A report as the public sees it: its latest public version.

    ``id`` names it for ever and makes its address; ``digest`` changes when anything of it does (``digest_of`` makes one);
    ``content`` gives the report in any format that is read, its canonical XML at best, and is None for a withdrawn one.
    ``source`` is the file name that tells the format and stands in the long table. ``organ`` is the agency's id, where a register knows it;
    region and head as in ``Organ``: where they are empty they are taken from the report (division code), and where that says nothing from
    ``folders``, which are regions too, but only those that it lies in. ``notice`` are words to show with it, such as that one person alone
    published it; ``versions`` are all public ones, the oldest first, and ``earlier`` those that can still be read beside the one shown. Of a
    withdrawn one ``agency``, ``year`` and ``title`` say what it was, since its content is gone.
    """

    id: str
    digest: str
    content: Callable[[], bytes] | None
    source: str
    organ: str | None = None
    region: tuple[Region, ...] = ()
    head: bool = False
    state: str = PUBLISHED
    versions: tuple[Version, ...] = ()
    notice: str | None = None
    files: tuple[File, ...] = ()
    agency: str | None = None
    year: int | None = None
    title: str | None = None
    earlier: tuple[Earlier, ...] = ()
    folders: tuple[Region, ...] = ()


def digest_of(content: str, *said: object) -> str:
    """Return the digest of a holding: that of its content (as hexadecimal digits) with all else that is said of it, plain values only."""
    return hashlib.sha256(json.dumps([content, *said], ensure_ascii=False, default=_plain).encode()).hexdigest()


def _plain(value: object) -> object:
    return asdict(value)  # type: ignore[call-overload]
