"""QR codes, for what people would have to type into a telephone; the encoder is that of the library which writes our PDF."""

from __future__ import annotations

import base64

QUIET = 4
"""Modules that stay white around a code, as ISO/IEC 18004 asks for."""


def qr_image(text: str) -> str:
    """Return the QR code of a text as a ``data:`` address of an SVG: black on white, one unit a module."""
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    count = code.getModuleCount()
    size = count + 2 * QUIET
    dark = ((row, column) for row in range(count) for column in range(count) if code.isDark(row, column))
    path = "".join(f"M{column + QUIET} {row + QUIET}h1v1h-1z" for row, column in dark)
    drawn = f'<path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/><path d="{path}"/>'
    image = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges">{drawn}</svg>'
    return f"data:image/svg+xml;base64,{base64.b64encode(image.encode('ascii')).decode('ascii')}"
