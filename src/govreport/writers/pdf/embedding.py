"""Fonts inside the file: each face cut down to the characters of one document, every one of them found again by its code point.

A character has a number of its own in the embedded font, even where two share a picture, so that text is taken out as it was put in.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from govreport.writers.pdf.characters import stands_for
from govreport.writers.pdf.objects import Objects, array, dictionary, reference
from govreport.writers.pdf.truetype import Face

_BLOCK = 100
_SYMBOLIC = 4
_STEM = 80
_HEAD = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_TAIL = b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
_SYSTEM = b"<</Registry (Adobe)/Ordering (Identity)/Supplement 0>>"


class EmbeddedFont:
    """A face in one document; characters are numbered in the order in which they are met."""

    def __init__(self, face: Face) -> None:
        self._face = face
        self._numbers: dict[tuple[str, int], str] = {}
        self._glyphs: list[int] = []
        self._widths: list[int] = []

    def code(self, character: str, glyph: int, width: int) -> str:
        """Return the number of a character in this document as four hexadecimal digits."""
        key = (character, glyph)
        found = self._numbers.get(key)
        if found is None:
            self._glyphs.append(glyph)
            self._widths.append(width)
            found = self._numbers[key] = f"{len(self._glyphs):04X}"
        return found

    def write(self, objects: Objects) -> int:
        """Return the number of the font, after everything that belongs to it has been added."""
        face = self._face
        data = face.subset(self._glyphs)
        name = b"/%s+%s" % (_tag(data), face.name.encode())
        file = objects.stream(data, {"Length1": b"%d" % len(data)})
        metrics = {"Ascent": face.ascent, "Descent": face.descent, "CapHeight": face.capital_height, "ItalicAngle": 0, "StemV": _STEM, "Flags": _SYMBOLIC}
        entries = {"Type": b"/FontDescriptor", "FontName": name, "FontBBox": array([b"%d" % each for each in face.box])}
        entries |= {key: b"%d" % value for key, value in metrics.items()}
        descriptor = objects.add(dictionary(entries | {"FontFile2": reference(file)}))
        entries = {"Type": b"/Font", "Subtype": b"/CIDFontType2", "BaseFont": name, "CIDSystemInfo": _SYSTEM, "FontDescriptor": reference(descriptor)}
        outlines = objects.add(dictionary(entries | {"DW": b"1000", "W": self._width_array(), "CIDToGIDMap": b"/Identity"}))
        texts = objects.stream(_HEAD + b"\n".join(self._texts()) + b"\n" + _TAIL)
        entries = {"Type": b"/Font", "Subtype": b"/Type0", "BaseFont": name, "Encoding": b"/Identity-H", "DescendantFonts": array([reference(outlines)])}
        return objects.add(dictionary(entries | {"ToUnicode": reference(texts)}))

    def _width_array(self) -> bytes:
        """Return the widths that are not a whole em, in runs of equal ones."""
        runs: list[list[int]] = []
        for number, width in enumerate(self._widths, 1):
            if runs and runs[-1][1] == number - 1 and runs[-1][2] == width:
                runs[-1][1] = number
            elif width != 1000:
                runs.append([number, number, width])
        return array([b"%d %d %d" % tuple(run) for run in runs])

    def _texts(self) -> Iterator[bytes]:
        pairs = [(code, chr(stands_for(character)).encode("utf-16-be").hex()) for (character, _), code in self._numbers.items()]
        for start in range(0, len(pairs), _BLOCK):
            block = pairs[start : start + _BLOCK]
            lines = "\n".join([f"<{code}> <{text}>" for code, text in block])
            yield f"{len(block)} beginbfchar\n{lines}\nendbfchar".encode()


def _tag(data: bytes) -> bytes:
    """Return six capital letters that tell a subset from others of its face."""
    return bytes(65 + each % 26 for each in hashlib.sha256(data).digest()[:6])
