"""The documents of a zip, entry by entry."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from govreport.packed.entries import BombError, document, left_out, most, taken, wanted
from govreport.sources import Document, Unreadable, inner, shown

ENTRY_RATIO = 200
"""An entry of a zip may give at most this many times its compressed size, and ``ENTRY_SLACK`` bytes more: reports give a tenth of that."""
ENTRY_SLACK = 1024 * 1024
DIRECTORY = 10 * 1024 * 1024
"""The most bytes of a zip's directory, which is read whole: room for a hundred thousand entries."""
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x06"
_COMMENT = 65_536


def documents(path: Path, relative: str, suffixes: Collection[str], limit: int) -> Iterator[Document | Unreadable]:
    """Yield the documents of a zip; raises ``BombError``."""
    left = most(path)
    if _directory(path) > DIRECTORY:
        raise BombError
    with zipfile.ZipFile(path) as archive:
        if _overlap(archive.infolist()):
            raise BombError
        for info in archive.infolist():
            name = _entry_name(info)
            if info.is_dir() or not wanted(name, suffixes):
                yield from () if info.is_dir() else left_out(path, relative, name)
                continue
            if info.flag_bits & 0x1:
                yield Unreadable(inner(relative, name), shown(f"{path}!{name}"), "encrypted")
                continue
            allowed = min(limit, info.compress_size * ENTRY_RATIO + ENTRY_SLACK)
            with archive.open(info) as stream:
                data = taken(stream, allowed + 1)
            left -= len(data)
            if left < 0:
                raise BombError
            yield document(path, relative, name, data, allowed)


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
