"""The documents of a tar, plain or compressed, entry by entry."""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import IO, BinaryIO, cast

from govreport.packed.entries import Counted, document, left_out, most, taken, wanted
from govreport.sources import Document, Unreadable


def documents(path: Path, relative: str, suffixes: Collection[str], limit: int) -> Iterator[Document | Unreadable]:
    """Yield the documents of a tar; raises ``BombError``."""
    with path.open("rb") as raw:
        magic = raw.read(6)
        raw.seek(0)
        plain = _decompressed(raw, magic)
        with tarfile.open(fileobj=cast("IO[bytes]", Counted(plain, most(path))), mode="r|", encoding="utf-8") as archive:
            for member in archive:
                if member.isfile() and not wanted(member.name, suffixes):
                    yield from left_out(path, relative, member.name)
                stream = archive.extractfile(member) if member.isfile() and wanted(member.name, suffixes) else None
                if stream is not None:
                    yield document(path, relative, member.name, taken(stream, limit + 1), limit)


def _decompressed(raw: BinaryIO, magic: bytes) -> BinaryIO | IO[bytes]:
    if magic.startswith(b"\x1f\x8b"):
        return cast("IO[bytes]", gzip.GzipFile(fileobj=raw))
    if magic.startswith(b"BZh"):
        return cast("IO[bytes]", bz2.BZ2File(raw))
    return cast("IO[bytes]", lzma.LZMAFile(raw)) if magic.startswith(b"\xfd7zXZ") else raw
