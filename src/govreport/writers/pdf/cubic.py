"""Faces with cubic outlines (CFF): the glyphs in use are made quadratic, one by one, and kept in the user's cache.

Most free Chinese faces are such. All glyphs of one take ten seconds and more to convert, those of a report a second, and no time at all
when they were met before.
"""

from __future__ import annotations

import os
import sqlite3
import struct
from array import array
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govreport.writers.pdf.sfnt import FaceError
from govreport.writers.pdf.truetype import Face

if TYPE_CHECKING:
    from collections.abc import Sequence

APPLICATION = "govreport"
ERROR = 1.0
"""By how many thousandths of an em a curve may be off."""
VERSION = 1
"""Of the conversion: outlines of another are not taken from the cache."""
_POINTS, _CONTOURS = 8192, 1024
"""More than any glyph has, as the table of maxima wants to know."""
_SECONDS = 5


class CubicFace(Face):
    """A face whose outlines are converted when they are asked for."""

    def __init__(self, path: Path, index: int = 0) -> None:
        super().__init__(path, index)
        self._path, self._index = path, index
        self._font: Any = None
        self._known: dict[int, bytes] = {}
        self._store: sqlite3.Connection | None = None
        self._opened: int | None = None

    def is_empty(self, glyph: int) -> bool:
        """Return whether a glyph has no outline."""
        return not self._outline(glyph)

    def subset(self, glyphs: Sequence[int]) -> bytes:
        """Return a font file of these glyphs, numbered from 1 in this order; what is not converted yet is converted now."""
        self._convert([glyph for glyph in (0, *glyphs) if glyph >= 0 and glyph not in self._known])
        return super().subset(glyphs)

    def _loca(self) -> array[int]:
        return array("I")

    def _outline(self, glyph: int) -> bytes:
        if glyph < 0:
            return b""
        if glyph not in self._known:
            self._convert([glyph])
        return self._known[glyph]

    def _bearing(self, glyph: int) -> int:
        outline = self._outline(glyph)
        return int(struct.unpack_from(">H", outline, 2)[0]) if outline else 0

    def _table(self, tag: bytes) -> bytes:
        data = super()._table(tag)
        if tag == b"maxp":
            return struct.pack(">I14H", 0x00010000, struct.unpack_from(">H", data, 4)[0], _POINTS, _CONTOURS, *(0,) * 11)
        return data

    def _convert(self, glyphs: list[int]) -> None:
        """Learn outlines: from the cache, else from the face, and then put them into the cache."""
        if not glyphs:
            return
        store = self._cache()
        if store is not None:
            with suppress(sqlite3.Error):
                for at in range(0, len(glyphs), 500):
                    some = glyphs[at : at + 500]
                    marks = ",".join("?" * len(some))
                    self._known.update(store.execute(f"select glyph, outline from outline where glyph in ({marks})", some))
        new = {glyph: self._quadratic(glyph) for glyph in glyphs if glyph not in self._known}
        self._known.update(new)
        if store is not None and new:
            with suppress(sqlite3.Error), store:
                store.executemany("insert or ignore into outline values (?, ?)", new.items())

    def _quadratic(self, glyph: int) -> bytes:
        from fontTools.pens.cu2quPen import Cu2QuPen
        from fontTools.pens.ttGlyphPen import TTGlyphPen
        from fontTools.ttLib import TTFont, TTLibError

        try:
            if self._font is None:
                self._font = TTFont(self._data, fontNumber=self._index, lazy=True)
                self._glyphs, self._order = self._font.getGlyphSet(), self._font.getGlyphOrder()
            pen = TTGlyphPen(None)
            self._glyphs[self._order[glyph]].draw(Cu2QuPen(pen, ERROR / self._scale, reverse_direction=True))
            made = pen.glyph(dropImpliedOnCurves=False)
            if not made.numberOfContours:
                return b""
            made.recalcBounds(None)
            return bytes(made.compile(None, recalcBBoxes=False))
        except (OSError, TTLibError, IndexError, KeyError, ValueError, struct.error) as error:
            raise FaceError(f"{self._path.name}: glyph {glyph}: {error}") from error

    def _cache(self) -> sqlite3.Connection | None:
        """Return the cache of this face's outlines, None where there is no place to keep one: then all is converted anew."""
        if self._opened == os.getpid():
            return self._store
        self._opened, self._store = os.getpid(), None  # a connection is not to be shared with a process that was forked
        from platformdirs import user_cache_path

        head = super()._table(b"head")
        name = f"{self.name}-{struct.unpack_from('>I', head, 8)[0]:08x}-{len(self._data)}-{self._index}-{VERSION}.sqlite"
        path = user_cache_path(APPLICATION) / "outlines" / name
        with suppress(OSError, sqlite3.Error):
            path.parent.mkdir(parents=True, exist_ok=True)
            store = sqlite3.connect(path, timeout=_SECONDS)
            store.execute("create table if not exists outline (glyph integer primary key, outline blob not null)")
            self._store = store
        return self._store
