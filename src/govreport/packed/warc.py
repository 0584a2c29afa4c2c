"""The documents of a WARC, record by record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from govreport.packed.entries import BombError, document, most, named
from govreport.sources import Document, Unreadable

_SUFFIXES = {
    "text/plain": ".txt",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/json": ".json",
    "application/xml": ".xml",
    "text/xml": ".xml",
}


def documents(path: Path, relative: str, limit: int) -> Iterator[Document | Unreadable]:
    """Yield the documents of a WARC; raises ``BombError``, and ``ImportError`` where warcio is not installed."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    left, number = most(path), 0
    with path.open("rb") as raw:
        try:
            for record in ArchiveIterator(raw):
                if record.rec_type not in ("response", "resource", "conversion"):
                    continue
                headers = record.http_headers if record.rec_type == "response" else record.rec_headers
                media = (headers.get_header("Content-Type") or "") if headers else ""
                suffix = _SUFFIXES.get(media.partition(";")[0].strip().lower())
                if suffix is None:
                    continue
                number += 1
                data = record.content_stream().read(limit + 1)
                left -= len(data)
                if left < 0:
                    raise BombError
                address = record.rec_headers.get_header("WARC-Target-URI") or ""
                yield document(path, relative, named(address, number, suffix), data, limit)
        except ArchiveLoadFailed as error:
            raise ValueError(str(error)) from error
