"""What a PDF holds, taken out by PDFium in a process of its own: characters, rulings, pictures and attached XML as lines of JSON.

Run by ``start``: the bytes come in at standard input, the bounds as arguments. It imports nothing of the package, so that it starts at once,
and whatever hostile content does to it, time, memory and output are bounded from outside.
"""

from __future__ import annotations

import base64
import ctypes
import json
import sys
from collections.abc import Iterator
from typing import Any

import pypdfium2
from pypdfium2 import raw

from .bounds import Bounds, OverError, confine
from .drawing import IDENTITY, PLACES, Matrix, box_of, distance, is_seen, matrix_of, painted, point_at, shade_of, times

DEPTH = 8
"""Form objects are looked into so deep."""
PASSWORD = 4
"""PDFium's number for a document that does not open without a password (FPDF_ERR_PASSWORD)."""
ATTACHMENTS, LARGEST_ATTACHMENT = 64, 32 * 1024 * 1024
UNKNOWN = 0xFFFD


class Extraction:
    """The extraction of one document."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._characters = self._drawn = self._figures = 0
        self._inside: dict[int, tuple[Matrix, list[float], list[float]]] = {}
        self._faded: set[int] = set()

    def run(self, data: bytes) -> Iterator[object]:
        """Yield the pages, at last ``{"attached": …}``, or why the document holds nothing: ``{"error": …}`` or ``{"over": [limit, maximum, found]}``."""
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            yield {"error": "password" if getattr(error, "err_code", None) == PASSWORD else "damaged"}
            return
        try:
            if (count := len(document)) > self._bounds.pages:
                raise OverError("pages", self._bounds.pages, count)
            yield from (self._page(document, number) for number in range(count))
            yield {"attached": list(_attached(document))}
        except OverError as over:
            yield {"over": [over.limit, over.maximum, over.found]}

    def _page(self, document: pypdfium2.PdfDocument, number: int) -> dict[str, object] | None:
        """Return one page, None where it cannot be loaded."""
        try:
            page = document[number]
            text = page.get_textpage()
        except pypdfium2.PdfiumError:
            return None
        self._inside, self._faded = {}, set()
        drawn: list[list[float]] = []
        pictures: list[list[float]] = []
        self._objects(page.raw, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, IDENTITY, 0, drawn, pictures)
        shown = {"box": list(page.get_cropbox(fallback_ok=True)), "turned": page.get_rotation(), "characters": self._text(text), "fields": _fields(page)}
        text.close()
        page.close()
        return shown | {"drawn": drawn, "pictures": pictures}

    def _text(self, page: pypdfium2.PdfTextPage) -> list[list[Any]]:
        """Return the characters of a page, each as text, box (left, bottom, right, top), angle, whether it is seen, shade and baseline."""
        text, found = page.raw, []
        count = raw.FPDFText_CountChars(text)
        room = self._bounds.characters - self._characters
        box = raw.FS_RECTF()
        x, y = ctypes.c_double(), ctypes.c_double()
        last, shade, seen = -1, 0, True
        for index in range(count):
            if raw.FPDFText_IsGenerated(text, index) == 1 or not raw.FPDFText_GetLooseCharBox(text, index, box):
                continue
            code = raw.FPDFText_GetUnicode(text, index)
            known = raw.FPDFText_HasUnicodeMapError(text, index) != 1 and 0 < code <= sys.maxunicode and not 0xD800 <= code < 0xE000
            piece = raw.FPDFText_GetTextObject(text, index)
            address = ctypes.cast(piece, ctypes.c_void_p).value or 0
            if address != last or not address:
                last, (shade, seen) = address, painted(text, index, piece)
                seen = seen and address not in self._faded
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            places, base = self._placed((box.left, box.bottom, box.right, box.top), x.value, y.value, address)
            angle = round(raw.FPDFText_GetCharAngle(text, index), 3)
            found.append([chr(code) if known else chr(UNKNOWN), *places, angle, int(seen), shade, base])
            if len(found) > room:
                raise OverError("legacy", self._bounds.characters, self._bounds.characters + 1)
        self._characters += len(found)
        return found

    def _placed(self, box: tuple[float, float, float, float], x: float, y: float, piece: int) -> tuple[list[float], float]:
        """Return the box and the baseline of a character on the page: of some in form objects PDFium tells those in the form."""
        if piece in self._inside:
            matrix, inner, outer = self._inside[piece]
            if distance(x, y, inner) < distance(x, y, outer):
                (left, bottom), (right, top) = point_at(box[0], box[1], matrix), point_at(box[2], box[3], matrix)
                return [min(left, right), min(bottom, top), max(left, right), max(bottom, top)], point_at(x, y, matrix)[1]
        return [round(value, PLACES) for value in box], round(y, PLACES)

    def _objects(
        self,
        holder: object,
        count: object,
        get: object,
        matrix: Matrix,
        depth: int,
        drawn: list[list[float]],
        pictures: list[list[float]],
        faded: bool = False,
    ) -> None:
        """Note what a page or form draws; ``faded``: nothing of the form is seen."""
        for index in range(count(holder)):  # type: ignore[operator]
            each = get(holder, index)  # type: ignore[operator]
            kind = raw.FPDFPageObj_GetType(each) if each else 0
            if kind == raw.FPDF_PAGEOBJ_PATH:
                self._path(each, times(matrix_of(each), matrix), drawn)
            elif kind == raw.FPDF_PAGEOBJ_TEXT and depth:
                self._count()
                address = ctypes.cast(each, ctypes.c_void_p).value or 0
                self._inside[address] = (matrix, box_of(each, IDENTITY), box_of(each, matrix))
                if faded:
                    self._faded.add(address)
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                self._count()
                pictures.append(box_of(each, matrix))
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < DEPTH:
                inner = times(matrix_of(each), matrix)
                unseen = faded or not is_seen(each)
                self._objects(each, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, inner, depth + 1, drawn, pictures, unseen)

    def _count(self) -> None:
        self._drawn += 1
        if self._drawn > self._bounds.drawn:
            raise OverError("elements", self._bounds.drawn, self._drawn)

    def _path(self, path: object, matrix: Matrix, drawn: list[list[float]]) -> None:
        """Note the straight pieces of a path: both ends, width of the pen (0 for none), whether the path is filled, and with what shade."""
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(path, fill, stroke)
        pen = ctypes.c_float(1.0)
        if stroke.value:
            raw.FPDFPageObj_GetStrokeWidth(path, pen)
        shades = [shade_of(path, read) for read in (raw.FPDFPageObj_GetStrokeColor, raw.FPDFPageObj_GetFillColor)]
        if not stroke.value and not fill.value:
            return
        for number, piece in self._pieces(path, matrix):
            self._count()
            drawn.append([*piece, round(max(pen.value, 0.01), 2) if stroke.value else 0.0, int(bool(fill.value)), *shades, number])

    def _pieces(self, path: object, matrix: Matrix) -> Iterator[tuple[int, list[float]]]:
        """Yield the straight pieces of a path, each with the number of its figure in the document."""
        x, y = ctypes.c_float(), ctypes.c_float()
        start = at = None
        for segment in (raw.FPDFPath_GetPathSegment(path, index) for index in range(raw.FPDFPath_CountSegments(path))):
            if not raw.FPDFPathSegment_GetPoint(segment, x, y):
                continue
            kind = raw.FPDFPathSegment_GetType(segment)
            point = point_at(x.value, y.value, matrix)
            if kind == raw.FPDF_SEGMENT_MOVETO or at is None:
                start = point
                self._figures += 1
            elif kind == raw.FPDF_SEGMENT_LINETO and at != point:
                yield self._figures, [*at, *point]
            at = point
            if raw.FPDFPathSegment_GetClose(segment) and start is not None and at != start:
                yield self._figures, [*at, *start]
                at = start


def _fields(page: pypdfium2.PdfPage) -> int:
    """Return how many fields to fill in a page has: what stands in them is not among its text."""
    found = 0
    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), 1000)):
        note = raw.FPDFPage_GetAnnot(page.raw, index)
        if note:
            found += raw.FPDFAnnot_GetSubtype(note) in (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT)
            raw.FPDFPage_CloseAnnot(note)
    return found


def _attached(document: pypdfium2.PdfDocument) -> Iterator[list[str]]:
    """Yield the name and, in base 64, the bytes of every attached XML file."""
    for index in range(min(document.count_attachments(), ATTACHMENTS)):
        try:
            attachment = document.get_attachment(index)
            name, data = attachment.get_name(), bytes(attachment.get_data())
        except pypdfium2.PdfiumError:
            continue
        if name.lower().endswith(".xml") and len(data) <= LARGEST_ATTACHMENT:
            yield [name, base64.b64encode(data).decode("ascii")]


def main() -> None:
    """Read a document from standard input and write what it holds to standard output, a line a page."""
    bounds, data = Bounds(*map(int, sys.argv[1:])), sys.stdin.buffer.read()
    confine(bounds)
    try:
        for found in Extraction(bounds).run(data):
            sys.stdout.write(json.dumps(found, separators=(",", ":"), allow_nan=False) + "\n")
    except MemoryError:
        sys.stdout.write(json.dumps({"over": ["memory", bounds.memory, bounds.memory]}) + "\n")
    except ValueError:
        sys.stdout.write(json.dumps({"error": "damaged"}) + "\n")
