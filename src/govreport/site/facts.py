"""What the pages need to know of a holding without its content: plain values, kept from one build to the next."""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from decimal import Decimal

from govreport.model import NA, Chapter, Report, Table, Value
from govreport.numerals import written
from govreport.site.holding import Holding, Region, Version

_PLAIN = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
_OTHER = re.compile(r"[^a-z0-9]+")
SHORT, LONGEST = 10, 40


@dataclass(frozen=True, slots=True)
class Facts:
    """A holding with what its report says of itself; ``slug`` is the name of its files, ``files`` the suffixes of those to download.

    ``earlier`` are the numbers of older versions that have pages of their own. ``published`` is an ISO date; ``editions`` are (table key, edition) in
    document order, none for a withdrawn report.
    """

    id: str
    digest: str
    slug: str
    source: str
    organ: str | None
    region: tuple[Region, ...]
    head: bool
    state: str
    versions: tuple[Version, ...]
    notice: str | None
    agency: str | None
    year: int | None
    title: str | None
    scope: str | None = None
    kind: str | None = None
    level: str | None = None
    uscc: str | None = None
    division: str | None = None
    number: str | None = None
    published: str | None = None
    editions: tuple[tuple[str, str], ...] = ()
    files: tuple[str, ...] = ()
    earlier: tuple[int, ...] = ()
    folders: tuple[Region, ...] = ()

    def text(self) -> str:
        """Return the facts as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False)


def facts_of(text: str) -> Facts:
    """Return the facts that a JSON text holds."""
    found = json.loads(text)
    found["region"] = tuple(Region(*each) for each in found["region"])
    found["versions"] = tuple(Version(*each) for each in found["versions"])
    found["editions"] = tuple((key, edition) for key, edition in found["editions"])
    found["files"], found["earlier"] = tuple(found["files"]), tuple(found["earlier"])
    found["folders"] = tuple(Region(*each) for each in found["folders"])
    return Facts(**found)


def learnt(holding: Holding, report: Report | None, files: Iterable[str], earlier: Iterable[int] = ()) -> Facts:
    """Return the facts of a holding and its report, None for a withdrawn one; ``earlier`` are the numbers of older versions that were read too."""
    given = (holding.id, holding.digest, slug(holding.id), holding.source, holding.organ, holding.region, holding.head)
    said = (holding.state, holding.versions, holding.notice)
    if report is None:
        return Facts(*given, *said, holding.agency, holding.year, holding.title, files=tuple(files), folders=holding.folders)
    metadata, agency = report.metadata, report.metadata.agency
    return Facts(
        *given,
        *said,
        agency.name or holding.agency,
        holding.year if metadata.year is None else metadata.year,
        metadata.title or holding.title,
        metadata.scope,
        agency.kind,
        agency.level,
        agency.uscc,
        agency.division.code if agency.division else None,
        metadata.document_number,
        metadata.published.isoformat() if metadata.published else None,
        tuple({table.key: table.edition for table in report.tables()}.items()),
        tuple(files),
        tuple(earlier),
        holding.folders,
    )


def slug(id: str) -> str:
    """Return the name that an id has in addresses: itself where it is plain, else its plain part with a piece of its digest."""
    if _PLAIN.fullmatch(id):
        return id
    readable = _OTHER.sub("-", id.lower())[:LONGEST].strip("-")
    return f"{readable}-{digest(id)[:SHORT]}".lstrip("-")


def digest(text: str) -> str:
    """Return the SHA-256 of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def packed(report: Report) -> bytes:
    """Return the tables of a report in few bytes; of two tables of one key the first counts."""
    tables: dict[str, Table] = {}
    for table in report.tables():
        tables.setdefault(table.key, table)
    plain = [[table.key, table.edition, [[*place, _plain(value)] for place, value in table.cells.items()], dict(table.units)] for table in tables.values()]
    return zlib.compress(json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode(), 1)


def unpacked(data: bytes) -> tuple[Table, ...]:
    """Return the tables that were packed."""
    found = json.loads(zlib.decompress(data))
    return tuple(Table(key, edition, {(row, column): _value(value) for row, column, value in cells}, units) for key, edition, cells, units in found)


def bare(tables: Iterable[Table], schema: str) -> Report:
    """Return a report of tables alone."""
    return Report(schema, chapters=(Chapter(None, None, None, tuple(tables)),))


def _plain(value: Value) -> int | str:
    return value if isinstance(value, int) else written(value)


def _value(value: int | str) -> Value:
    return value if isinstance(value, int) else NA if value == NA.value else Decimal(value)
