"""The first sheet of a workbook as rows of text: looked at before it is read, since a library makes room for all cells between the outermost."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
import zlib

MOST_BYTES, MOST_CELLS = 32 * 1024 * 1024, 500_000
"""Bytes of all sheets and words unpacked, and cells of a sheet from its first to its last row and column: the organs of a province are ten thousand rows."""
_PARTS = re.compile(r"(?:xl/worksheets/[^/]+|xl/sharedStrings)\.xml", re.I)
_CELL = re.compile(rb"<(?:[A-Za-z]\w*:)?c[\s/>]")
_PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{0,3})([0-9]{1,10})["']""")


class TooLargeError(ValueError):
    """Raised for a workbook that would take too much room."""


def rows(data: bytes) -> list[list[str]]:
    """Return the rows of the first sheet, its empty ones among them; raises ``TooLargeError``, and ``ValueError`` for what is no xlsx."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        _look_at(data)
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
        return [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    except (CalamineError, OSError, LookupError, RuntimeError, zipfile.BadZipFile, zlib.error) as error:
        raise ValueError(str(error)) from error


def _look_at(data: bytes) -> None:
    """Raise ``TooLargeError`` where a workbook unpacks to too many bytes, or a cell of a sheet stands too far from the first."""
    left = MOST_BYTES
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            if not _PARTS.fullmatch(info.filename):
                continue
            with archive.open(info) as stream:
                part = stream.read(left + 1)
            left -= len(part)
            if left < 0 or _cells(part) > MOST_CELLS:
                raise TooLargeError(info.filename)


def _cells(sheet: bytes) -> int:
    """Return how many cells a sheet has at most, from its first place to the outermost that it names; those that name none stand one after another."""
    width = height = named = 0
    for column, row in (found.groups() for found in _PLACE.finditer(sheet)):
        named += bool(column)
        height, width = max(height, int(row)), max(width, _number(column))
    return height * (width + max(sum(1 for _ in _CELL.finditer(sheet)) - named, 0))


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _text(value: object) -> str:
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
