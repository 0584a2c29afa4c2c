"""The frame of a font file, sfnt: its directory of tables, its map of characters, numbers in its order of bytes, and a file put together."""

from __future__ import annotations

import mmap
import struct
import sys
from array import array


class FaceError(ValueError):
    """Raised for a file that holds no face of TrueType outlines."""


def directory(data: mmap.mmap, index: int) -> dict[bytes, tuple[int, int]]:
    """Return where each table of a face lies in its file, offset and length by tag; raises ``FaceError`` or ``struct.error``."""
    offset = 0
    if data[:4] == b"ttcf":
        if index >= struct.unpack_from(">I", data, 8)[0]:
            raise FaceError(f"no face {index}")
        offset = struct.unpack_from(">I", data, 12 + 4 * index)[0]
    tables = {}
    for number in range(struct.unpack_from(">H", data, offset + 4)[0]):
        tag, _, start, length = struct.unpack_from(">4sIII", data, offset + 12 + 16 * number)
        tables[tag] = (start, length)
    if b"glyf" not in tables and b"CFF " not in tables:
        raise FaceError("no outlines")
    return tables


def characters(data: bytes) -> tuple[list[int], list[int], list[int]]:
    """Return the code points of a ``cmap`` table as runs: first, last and the glyph of the first, sorted; raises ``FaceError`` or ``struct.error``."""
    found: dict[int, int] = {}
    for number in range(struct.unpack_from(">H", data, 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHI", data, 4 + 8 * number)
        format = struct.unpack_from(">H", data, offset)[0]
        if (platform == 0 or (platform == 3 and encoding in (1, 10))) and format in (4, 12):
            found[format] = offset
    if not found:
        raise FaceError("no Unicode cmap")
    runs = _groups(data, found[12]) if 12 in found else _segments(data, found[4])
    starts, ends, glyphs = zip(*runs, strict=True)
    return list(starts), list(ends), list(glyphs)


def _groups(data: bytes, offset: int) -> list[tuple[int, int, int]]:
    count = struct.unpack_from(">I", data, offset + 12)[0]
    return sorted(struct.iter_unpack(">III", data[offset + 16 : offset + 16 + 12 * count]))


def _segments(data: bytes, offset: int) -> list[tuple[int, int, int]]:
    """Return the runs of a cmap of format 4; where a segment goes through the glyph array, one run a character."""
    count = struct.unpack_from(">H", data, offset + 6)[0] // 2
    ends, starts, deltas, ranges = (struct.unpack_from(f">{count}H", data, offset + 14 + 2 * (count * part + (part > 0))) for part in range(4))
    runs = []
    for number, (start, end, delta, places) in enumerate(zip(starts, ends, deltas, ranges, strict=True)):
        if not places:
            runs += _wrapped(start, end, delta)
            continue
        at = offset + 16 + 2 * (3 * count + number) + places
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = struct.unpack_from(">H", data, at + 2 * (code - start))[0]
            if glyph:
                runs.append((code, code, (glyph + delta) & 0xFFFF))
    return sorted(runs)


def _wrapped(start: int, end: int, delta: int) -> list[tuple[int, int, int]]:
    """Return a run whose glyphs are code plus delta modulo 65,536, cut where they wrap round."""
    turn = 0x10000 - delta
    if start < turn <= end:
        return [(start, turn - 1, start + delta), (turn, end, 0)]
    return [(start, end, (start + delta) & 0xFFFF)]


def native(values: array[int]) -> None:
    """Turn numbers as they stand in a font file into those of this machine, or back."""
    if sys.byteorder == "little":
        values.byteswap()


def big_endian(values: array[int]) -> bytes:
    """Return numbers as they stand in a font file."""
    copy = array(values.typecode, values)
    native(copy)
    return copy.tobytes()


def assembled(tables: dict[bytes, bytes]) -> bytes:
    """Return a font file of tables; its checksums are left 0, which no reader of an embedded font asks for."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    parts = [struct.pack(">IHHHH", 0x00010000, count, 16 * power, power.bit_length() - 1, 16 * (count - power))]
    offset, bodies = 12 + 16 * count, []
    for tag, data in sorted(tables.items()):
        parts.append(struct.pack(">4sIII", tag, 0, offset, len(data)))
        body = data + b"\0" * (-len(data) % 4)
        bodies.append(body)
        offset += len(body)
    return b"".join(parts + bodies)
