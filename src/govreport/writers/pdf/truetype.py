"""TrueType outlines as they lie in a file: looked up glyph by glyph, and cut down to the glyphs of one document.

A face is mapped, not read, and parsed once a process; nothing of it is unpacked but its tables of positions and widths, so that even a face
of 30,000 glyphs opens in a millisecond. Outlines are ``glyf``; a face with others (``cubic``) has them converted.
"""

from __future__ import annotations

import mmap
import struct
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from govreport.writers.pdf.sfnt import FaceError, assembled, big_endian, characters, directory, native

_COMPONENT_WORDS, _COMPONENT_SCALE, _COMPONENT_MORE, _COMPONENT_XY, _COMPONENT_MATRIX = 0x1, 0x8, 0x20, 0x40, 0x80
_KEPT = (b"cvt ", b"fpgm", b"prep")
"""Tables of instructions, which the outlines refer to."""


class Face:
    """A face of a file; widths and metrics are in thousandths of its em."""

    def __init__(self, path: Path, index: int = 0) -> None:
        try:
            with path.open("rb") as stream:
                self._data = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
            self._tables = directory(self._data, index)
            self._metrics()
            self._positions = self._loca()
            self._maps = characters(self._table(b"cmap"))
            self.name = self._postscript_name() or f"Face{index}"
        except (OSError, ValueError, struct.error, KeyError) as error:
            raise FaceError(f"{path.name}: {error}") from error

    def glyph(self, code: int) -> int:
        """Return the glyph of a code point, 0 where the face has none."""
        starts, ends, glyphs = self._maps
        at = bisect_right(starts, code) - 1
        return int(glyphs[at]) + code - starts[at] if at >= 0 and code <= ends[at] else 0

    def width(self, glyph: int) -> int:
        """Return how far a glyph advances, in thousandths of an em."""
        last = len(self._advances) // 2 - 1
        return round(self._advances[2 * min(glyph, last)] * self._scale)

    def is_empty(self, glyph: int) -> bool:
        """Return whether a glyph has no outline."""
        return glyph + 1 >= len(self._positions) or bool(self._positions[glyph] == self._positions[glyph + 1])

    def blank(self, width: int) -> int:
        """Return what stands in a subset for a glyph without an outline of that width in thousandths of an em."""
        return -1 - round(width / self._scale)

    def subset(self, glyphs: Sequence[int]) -> bytes:
        """Return a font file of these glyphs, numbered from 1 in this order; see ``blank`` for what has no outline."""
        wanted = [0, *glyphs]
        outlines: list[bytes] = []
        numbers = {glyph: number for number, glyph in reversed(list(enumerate(wanted)))}
        advances = array("H")
        for glyph in wanted:  # grows: the parts of composite glyphs come behind
            data = self._outline(glyph)
            outlines.append(self._renumbered(data, wanted, numbers) if data[:2] >= b"\x80" else data)
            at = 2 * min(glyph, len(self._advances) // 2 - 1)
            advances.extend((-1 - glyph, 0) if glyph < 0 else (self._advances[at], self._bearing(glyph)))
        return self._file(outlines, advances)

    def _outline(self, glyph: int) -> bytes:
        if glyph < 0 or glyph + 1 >= len(self._positions):
            return b""
        offset, _ = self._tables[b"glyf"]
        return self._data[offset + self._positions[glyph] : offset + self._positions[glyph + 1]]

    def _renumbered(self, data: bytes, wanted: list[int], numbers: dict[int, int]) -> bytes:
        """Return a composite glyph with its parts by their new numbers; new parts are added to those wanted."""
        out, at, more = bytearray(data), 10, True
        while more and at + 4 <= len(data):
            flags, part = struct.unpack_from(">HH", data, at)
            if part not in numbers:
                numbers[part] = len(wanted)
                wanted.append(part)
            struct.pack_into(">H", out, at + 2, numbers[part])
            at += 8 if flags & _COMPONENT_WORDS else 6
            at += 2 if flags & _COMPONENT_SCALE else 4 if flags & _COMPONENT_XY else 8 if flags & _COMPONENT_MATRIX else 0
            more = bool(flags & _COMPONENT_MORE)
        return bytes(out)

    def _bearing(self, glyph: int) -> int:
        metrics = len(self._advances) // 2
        if glyph < metrics:
            return self._advances[2 * glyph + 1]
        offset, length = self._tables[b"hmtx"]
        at = 4 * metrics + 2 * (glyph - metrics)
        return int(struct.unpack_from(">H", self._data, offset + at)[0]) if at + 2 <= length else 0

    def _file(self, outlines: list[bytes], advances: array[int]) -> bytes:
        loca, glyf, end = array("I"), [], 0
        for data in outlines:
            loca.append(end)
            padded = data + b"\0" * (-len(data) % 4)
            glyf.append(padded)
            end += len(padded)
        loca.append(end)
        head = bytearray(self._table(b"head"))
        head[8:12] = b"\0\0\0\0"
        head[50:52] = b"\0\1"
        hhea, maxp = bytearray(self._table(b"hhea")), bytearray(self._table(b"maxp"))
        struct.pack_into(">H", hhea, 34, len(outlines))
        struct.pack_into(">H", maxp, 4, len(outlines))
        tables = {tag: self._table(tag) for tag in _KEPT if tag in self._tables}
        tables |= {b"glyf": b"".join(glyf), b"head": bytes(head), b"hhea": bytes(hhea)}
        tables |= {b"hmtx": big_endian(advances), b"loca": big_endian(loca), b"maxp": bytes(maxp)}
        return assembled(tables)

    def _table(self, tag: bytes) -> bytes:
        offset, length = self._tables[tag]
        return self._data[offset : offset + length]

    def _metrics(self) -> None:
        head, hhea = self._table(b"head"), self._table(b"hhea")
        per_em, *box = struct.unpack_from(">H16x4h", head, 18)
        self._scale: float = 1000 / per_em
        self._long = struct.unpack_from(">h", head, 50)[0] != 0
        self.box = tuple(round(each * self._scale) for each in box)
        ascent, descent = struct.unpack_from(">hh", hhea, 4)
        self.ascent, self.descent = round(ascent * self._scale), round(descent * self._scale)
        os2 = self._table(b"OS/2") if b"OS/2" in self._tables else b""
        capital = struct.unpack_from(">h", os2, 88)[0] if len(os2) >= 90 else ascent
        self.rights = struct.unpack_from(">H", os2, 8)[0] if len(os2) >= 10 else 0
        self.capital_height = round(capital * self._scale)
        self._advances = array("H")
        offset, _ = self._tables[b"hmtx"]
        self._advances.frombytes(self._data[offset : offset + 4 * struct.unpack_from(">H", hhea, 34)[0]])
        native(self._advances)

    def _loca(self) -> array[int]:
        positions = array("I" if self._long else "H")
        data = self._table(b"loca")
        positions.frombytes(data[: len(data) // positions.itemsize * positions.itemsize])
        native(positions)
        return positions if self._long else array("I", [2 * each for each in positions])

    def _postscript_name(self) -> str:
        data = self._table(b"name") if b"name" in self._tables else b""
        _, count, strings = struct.unpack_from(">HHH", data) if data else (0, 0, 0)
        for number in range(count):
            platform, _, _, name, length, offset = struct.unpack_from(">6H", data, 6 + 12 * number)
            if name == 6:
                raw = data[strings + offset : strings + offset + length]
                text = raw.decode("utf-16-be" if platform in (0, 3) else "latin-1", "replace")
                return "".join(each for each in text if each.isascii() and (each.isalnum() or each == "-"))
        return ""


@lru_cache(maxsize=64)
def face(path: Path, index: int = 0) -> Face:
    """Return a face of a file, parsed once a process; raises ``FaceError``."""
    from govreport.writers.pdf.cubic import CubicFace

    return CubicFace(path, index) if is_cubic(path, index) else Face(path, index)


def is_cubic(path: Path, index: int = 0) -> bool:
    """Return whether a face has cubic outlines; raises ``FaceError``."""
    try:
        with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return b"glyf" not in directory(data, index)
    except (OSError, ValueError, struct.error) as error:
        raise FaceError(f"{path.name}: {error}") from error
