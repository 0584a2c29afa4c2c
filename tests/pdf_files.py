"""Small PDF files of every bad kind, written byte by byte: ``python -m tests.pdf_files`` writes those of the conformance suite."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from govreport import standard as standards
from tests.corpus.paper import paper_case

CASES = Path(__file__).resolve().parents[1] / "fixtures" / "conformance"
LETTERS = bytes(range(33, 127)) * 4


def raw(objects: Sequence[bytes], trailer: bytes = b"/Root 1 0 R") -> bytes:
    """Return a file of objects numbered from 1 with a right table of cross-references."""
    out, places = io.BytesIO(b"%PDF-1.7\n"), []
    out.seek(0, io.SEEK_END)
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer\n<</Size %d %s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start))
    return out.getvalue()


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """Return a stream, not compressed."""
    return b"<</Length %d %s>>\nstream\n%s\nendstream" % (len(data), entries, data)


def page(content: bytes, resources: bytes, *further: bytes, more: bytes = b"") -> bytes:
    """Return a file of one page: content is object 4, further objects are from 5 on."""
    box = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<%s>>%s>>" % (resources, more)
    return raw([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", box, content, *further])


def scanned() -> bytes:
    """Return a page that is a picture, with the invisible words of a program that guessed them."""
    picture = stream(b"\x80", b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8")
    words = stream(b"q 595 0 0 842 0 0 cm /P Do Q BT 3 Tr /F 12 Tf 100 700 Td (2024 3119) Tj ET")
    return page(words, b"/XObject<</P 5 0 R>>/Font<</F 6 0 R>>", picture, b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")


def mojibake() -> bytes:
    """Return a page whose font numbers glyphs as it likes and does not say which characters they are."""
    text = b"BT /F 12 Tf 50 700 Td <" + LETTERS.hex().encode() + b"> Tj ET"
    font = b"<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Song/Encoding/Identity-H/DescendantFonts[6 0 R]>>"
    system = b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    inner = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+Song/CIDSystemInfo%s/FontDescriptor 7 0 R/DW 1000>>" % system
    described = b"<</Type/FontDescriptor/FontName/AAAAAA+Song/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>"
    return page(stream(text), b"/Font<</F 5 0 R>>", font, inner, described)


def locked(user: str, owner: str = "owner") -> bytes:
    """Return a page that opens with a password only; with an empty one for everybody."""
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption(user, owner, canPrint=0, canModify=0, canCopy=0), invariant=1)
    canvas.drawString(100, 700, "2024")
    canvas.save()
    return out.getvalue()


def bomb(layers: int = 2, size: int = 1 << 30) -> bytes:
    """Return a page whose content inflates to very much, through one filter after the other."""
    packer = zlib.compressobj(9)
    block = b"0 0 m 9 9 l S " * 70_000
    data = b"".join(packer.compress(block) for _ in range(size // len(block))) + packer.flush()
    for _ in range(layers - 1):
        data = zlib.compress(data, 9)
    return page(stream(data, b"/Filter[" + b"/FlateDecode " * layers + b"]"), b"")


def looped() -> bytes:
    """Return a page tree that is its own child, with a table of cross-references that names itself as the one before."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 5/Parent 2 0 R>>"]
    plain = raw(objects)
    start = plain.rindex(b"xref\n0")
    return raw(objects, b"/Root 1 0 R/Prev %d" % start)


def form_loop() -> bytes:
    """Return a page with a form that draws itself twice."""
    own = stream(b"/X Do /X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>")
    return page(stream(b"/X Do"), b"/XObject<</X 5 0 R>>", own)


def nested(depth: int = 200_000) -> bytes:
    """Return a page with arrays in arrays."""
    return page(stream(b"[" * depth), b"", more=b"/X " + b"[" * depth + b"]" * depth)


def many_pages(count: int = 100_000) -> bytes:
    """Return a document of so many pages, all of them one object."""
    kids = b"3 0 R " * count
    return raw([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count), b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"])


def many_lines(count: int = 1_000_000) -> bytes:
    """Return a page with so many rulings."""
    return page(stream(zlib.compress(b"0 0 m 9 9 l S\n" * count), b"/Filter/FlateDecode"), b"")


def main() -> None:
    """Write the files of the conformance suite."""
    good = paper_case("word", 0, standards.load()).data
    unruled = paper_case("no-rulings-middle", 0, standards.load()).data
    bad = {
        "TEXT-SCANNED": scanned(),
        "TEXT-MOJIBAKE": mojibake(),
        "TEXT-UNRULED": unruled,
        "SYS-PASSWORD": locked("secret"),
        "SYS-DAMAGED": b"%PDF-1.7\n%cut\n",
    }
    for code, data in bad.items():
        (CASES / code).mkdir(exist_ok=True)
        (CASES / code / "pass-ruled.pdf").write_bytes(good)
        (CASES / code / f"fail-{code.partition('-')[2].lower()}.pdf").write_bytes(data)


if __name__ == "__main__":
    main()
