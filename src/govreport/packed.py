"""Archives as streams of documents: zip, tar, JSON lines and WARC, entry by entry, with bounds against decompression bombs."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO, cast
from urllib.parse import unquote, urlsplit

from govreport.sources import Document, Unreadable, inner, is_document, shown

RATIO = 100
"""An archive may give at most this many times its own size, and ``SLACK`` bytes more."""
SLACK = 64 * 1024 * 1024

ENTRY_RATIO = 200
"""An entry of a zip may give at most this many times its compressed size, and ``ENTRY_SLACK`` bytes more: reports give a tenth of that."""
ENTRY_SLACK = 1024 * 1024
DIRECTORY = 10 * 1024 * 1024
"""The most bytes of a zip's directory, which is read whole: room for a hundred thousand entries."""
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x06"
_COMMENT = 65_536
_PIECE = 1024 * 1024

_DAMAGED = (OSError, EOFError, ValueError, NotImplementedError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, tarfile.TarError)
_TEXT_KEYS = ("text", "content")
_NAME_KEYS = ("name", "id", "url")
_SUFFIXES = {
    "text/plain": ".txt",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/json": ".json",
    "application/xml": ".xml",
    "text/xml": ".xml",
}


class BombError(ValueError):
    """Raised when an archive gives more bytes than its size allows."""


def unpack(path: Path, relative: str, suffixes: Collection[str], limit: int) -> Iterator[Document | Unreadable]:
    """Yield the documents of an archive in its order, then an ``Unreadable`` where it is damaged, a bomb, or holds no report."""
    lower = path.name.lower()
    found = False
    try:
        if lower.endswith(".zip"):
            entries = _zip(path, relative, suffixes, limit)
        elif lower.endswith((".jsonl", ".ndjson")):
            entries = _lines(path, relative, limit)
        elif ".warc" in lower:
            entries = _warc(path, relative, limit)
        else:
            entries = _tar(path, relative, suffixes, limit)
        for entry in entries:
            found = True
            yield entry
            del entry  # while the next one is unpacked, this one need not be held
    except BombError:
        yield Unreadable(relative, shown(str(path)), "limit")
        return
    except ImportError:
        yield Unreadable(relative, shown(str(path)), "extra", "warc")
        return
    except _DAMAGED as error:
        yield Unreadable(relative, shown(str(path)), "denied" if isinstance(error, PermissionError) else "damaged", " ".join(str(error).split()))
        return
    if not found:
        yield Unreadable(relative, shown(str(path)), "empty")


class _Counted(io.RawIOBase):
    """A reader that stops at a number of bytes: what a decompressor may give in all."""

    def __init__(self, stream: BinaryIO | IO[bytes], allowed: int) -> None:
        self._stream = stream
        self._left = allowed

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size if size >= 0 else self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            raise BombError
        return data


def _allowed(path: Path) -> int:
    return path.stat().st_size * RATIO + SLACK


def _taken(stream: IO[bytes], count: int) -> bytes:
    """Return the next bytes of a stream, at most so many, read in pieces so that no decompressor holds them all once more."""
    taken = io.BytesIO()
    while count > 0 and (piece := stream.read(min(count, _PIECE))):
        taken.write(piece)
        count -= len(piece)
    return taken.getvalue()


def _document(path: Path, relative: str, name: str, data: bytes, limit: int) -> Document | Unreadable:
    below, source = inner(relative, name), shown(f"{path}!{name}")
    if len(data) > limit:
        return Unreadable(below, source, "limit")
    return Document(PurePosixPath(below).name, below, source, data)


def _wanted(name: str, suffixes: Collection[str]) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    hidden = any(part.startswith((".", "~$", "__MACOSX")) and part not in (".", "..") for part in parts)
    return bool(parts) and not hidden and is_document(parts[-1], suffixes)


def _zip(path: Path, relative: str, suffixes: Collection[str], limit: int) -> Iterator[Document | Unreadable]:
    left = _allowed(path)
    if _directory(path) > DIRECTORY:
        raise BombError
    with zipfile.ZipFile(path) as archive:
        if _overlap(archive.infolist()):
            raise BombError
        for info in archive.infolist():
            name = _entry_name(info)
            if info.is_dir() or not _wanted(name, suffixes):
                continue
            if info.flag_bits & 0x1:
                yield Unreadable(inner(relative, name), shown(f"{path}!{name}"), "encrypted")
                continue
            allowed = min(limit, info.compress_size * ENTRY_RATIO + ENTRY_SLACK)
            with archive.open(info) as stream:
                data = _taken(stream, allowed + 1)
            left -= len(data)
            if left < 0:
                raise BombError
            yield _document(path, relative, name, data, allowed)


def _directory(path: Path) -> int:
    """Return how many bytes the directory of a zip has, as its last record says; 0 where there is none, which opening it will tell."""
    with path.open("rb") as stream:
        stream.seek(0, io.SEEK_END)
        stream.seek(max(0, stream.tell() - 2 * _COMMENT))
        tail = stream.read()
    sizes = [0]
    for mark, layout, at in ((_END, "<I", 12), (_END_64, "<Q", 40)):
        start = tail.rfind(mark)
        if 0 <= start <= len(tail) - at - struct.calcsize(layout):
            sizes += (size for size in struct.unpack_from(layout, tail, start + at) if size != 0xFFFFFFFF)
    return max(sizes)


def _overlap(entries: Sequence[zipfile.ZipInfo]) -> bool:
    """Return whether entries share bytes of the archive, as those of a bomb do."""
    places = sorted((entry.header_offset, entry.compress_size) for entry in entries)
    return any(start + size > following for (start, size), (following, _) in pairwise(places)) or len({start for start, _ in places}) < len(places)


def _entry_name(info: zipfile.ZipInfo) -> str:
    """Return an entry's name; one without the UTF-8 mark is UTF-8 or GB18030 more often than code page 437."""
    if info.flag_bits & 0x800:
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename


def _tar(path: Path, relative: str, suffixes: Collection[str], limit: int) -> Iterator[Document | Unreadable]:
    with path.open("rb") as raw:
        magic = raw.read(6)
        raw.seek(0)
        plain = _decompressed(raw, magic)
        with tarfile.open(fileobj=cast("IO[bytes]", _Counted(plain, _allowed(path))), mode="r|", encoding="utf-8") as archive:
            for member in archive:
                stream = archive.extractfile(member) if member.isfile() and _wanted(member.name, suffixes) else None
                if stream is not None:
                    yield _document(path, relative, member.name, _taken(stream, limit + 1), limit)


def _decompressed(raw: BinaryIO, magic: bytes) -> BinaryIO | IO[bytes]:
    if magic.startswith(b"\x1f\x8b"):
        return cast("IO[bytes]", gzip.GzipFile(fileobj=raw))
    if magic.startswith(b"BZh"):
        return cast("IO[bytes]", bz2.BZ2File(raw))
    return cast("IO[bytes]", lzma.LZMAFile(raw)) if magic.startswith(b"\xfd7zXZ") else raw


def _lines(path: Path, relative: str, limit: int) -> Iterator[Document | Unreadable]:
    """A line is a report in JSON, or a record of a crawl whose ``text`` or ``content`` is the document."""
    with path.open("rb") as stream:
        number = 0
        while line := stream.readline(limit + 1):
            number += 1
            if len(line) > limit:
                yield Unreadable(inner(relative, f"{number}.json"), shown(f"{path}!{number}"), "limit")
                while line and not line.endswith(b"\n"):
                    line = stream.readline(limit)
            elif line.strip():
                name, data = _record(line, number)
                yield _document(path, relative, name, data, limit)


def _record(line: bytes, number: int) -> tuple[str, bytes]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return f"{number}.json", line
    text = next((record[key] for key in _TEXT_KEYS if isinstance(record.get(key), str)), None) if isinstance(record, dict) else None
    if text is None:
        return f"{number}.json", line
    given = next((str(record[key]) for key in _NAME_KEYS if isinstance(record.get(key), str | int)), "")
    return _named(given, number, ".txt"), text.encode("utf-8", "replace")


def _named(given: str, number: int, suffix: str) -> str:
    """Return a base name for a record: its number, then the last step of its name or address, with the suffix of its kind."""
    last = PurePosixPath(unquote(urlsplit(given).path).replace("\\", "/")).name if given else ""
    stem = PurePosixPath(last).stem.lstrip(".")[:80]
    return f"{number}-{stem}{suffix}" if stem else f"{number}{suffix}"


def _warc(path: Path, relative: str, limit: int) -> Iterator[Document | Unreadable]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    left, number = _allowed(path), 0
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
                yield _document(path, relative, _named(address, number, suffix), data, limit)
        except ArchiveLoadFailed as error:
            raise ValueError(str(error)) from error
