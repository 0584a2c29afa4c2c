"""What PDFium says of pieces of a drawing: where they stand on the page, whether they are seen, and how dark they are."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence

from pypdfium2 import raw

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

INVISIBLE, OPAQUE, PLACES = 3, 255, 2


def painted(text: object, index: int, piece: object) -> tuple[int, bool]:
    """Return the shade of a character, and whether it is painted; all of a piece of text are alike."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    shade, seen = 0, True
    if raw.FPDFText_GetFillColor(text, index, red, green, blue, alpha):
        shade = OPAQUE - (OPAQUE - min(red.value, green.value, blue.value)) * alpha.value // OPAQUE
        seen = alpha.value > OPAQUE // 10
    return shade, seen and not (piece and raw.FPDFTextObj_GetTextRenderMode(piece) in (INVISIBLE, 7))


def is_seen(form: object) -> bool:
    """Return whether a form is drawn so that anything of it is seen."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    return not raw.FPDFPageObj_GetFillColor(form, red, green, blue, alpha) or alpha.value > OPAQUE // 10


def shade_of(path: object, read: object) -> int:
    """Return the shade in which a path is stroked or filled, as ``read`` tells it; what is hardly painted is white."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    known = read(path, red, green, blue, alpha)  # type: ignore[operator]
    return OPAQUE if known and alpha.value < OPAQUE // 10 else min(red.value, green.value, blue.value)


def matrix_of(each: object) -> Matrix:
    """Return the matrix by which an object is placed in what holds it."""
    found = raw.FS_MATRIX()
    return (found.a, found.b, found.c, found.d, found.e, found.f) if raw.FPDFPageObj_GetMatrix(each, found) else IDENTITY


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """Return the matrix that does what two do, the inner one first."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def point_at(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    """Return where a matrix puts a point, rounded."""
    a, b, c, d, e, f = matrix
    return round(a * x + c * y + e, PLACES), round(b * x + d * y + f, PLACES)


def box_of(each: object, matrix: Matrix) -> list[float]:
    """Return the box (left, bottom, right, top) of an object where a matrix puts it."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(each, left, bottom, right, top)
    points = [point_at(x, y, matrix) for x in (left.value, right.value) for y in (bottom.value, top.value)]
    return [min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points)]


def distance(x: float, y: float, box: Sequence[float]) -> float:
    """Return how far a point is from a box, across and up together; 0 within it."""
    return max(box[0] - x, x - box[2], 0.0) + max(box[1] - y, y - box[3], 0.0)
