"""Bytes as text: by byte order mark, declaration, strict decoding, and only then by likelihood; nothing is refused."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

REPLACEMENT = "\ufffd"
_SAMPLE = 16384
SURE = 0.5
"""The share of usual characters from which damaged bytes count as Chinese, and the confidence from which a guess counts."""
MARGIN = 0.2
"""By how much damaged Big5 must be the more usual text before it is preferred to GB18030, which reads nearly any bytes whole."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})|<meta[^>]{0,400}?charset\s*=\s*["']?([A-Za-z0-9_.:-]{2,40})""", re.I)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "cp950", "cp950": "cp950"}
"""Encodings are read as the widest of their family: pages that declare the narrow one use characters of the wide one."""
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]+")
_ASCII = re.compile("[\x00-\x7f]+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read by (name of a Python codec), and how many bytes or characters could not be read."""

    text: str
    encoding: str
    lost: int = 0


def decode(data: bytes, hints: Collection[str] = (), charset: str | None = None) -> Decoded:
    """Return bytes as text; what cannot be read becomes U+FFFD and is counted.

    ``hints`` are words the text is likely to hold; they decide between encodings in which the same bytes are both valid.
    ``charset`` is what is declared outside of the bytes, such as in the head of a mail.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _by_force(data[len(mark) :], encoding)
    for declared in (_widest(charset), _declared(data)):
        strict = _strictly(data, declared) if declared else None
        if strict is not None and not strict.text.count("\0") > len(strict.text) // 20:
            return strict
    wide = _sixteen_bits(data) if b"\0" in data else None
    if wide:
        return _by_force(data, wide)
    found = _strictly(data, "utf-8") or _cut_at_the_end(data)
    if found is not None:
        return found
    wide = _sixteen_bits(data)
    if wide:
        return _by_force(data, wide)
    if _utf8_share(data) >= 0.85:
        return _by_force(data, "utf-8")
    return _chinese(data, hints) or _guessed(data)


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4096])
    if not found:
        return None
    return _widest((found.group(1) or found.group(2)).decode("ascii"))


def _widest(name: str | None) -> str | None:
    """Return the codec that reads a declared encoding; None for one that is unknown, or reads any bytes and so proves nothing."""
    if not name:
        return None
    try:
        canonical = codecs.lookup(name.lower()).name
    except LookupError:
        return None
    return _WIDER.get(canonical, canonical) if not canonical.startswith(("utf-16", "iso8859-1", "cp1252", "latin")) else None


def _strictly(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(str(data, encoding), encoding)
    except (UnicodeError, LookupError, TypeError):
        return None


def _by_force(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    own = data.count(REPLACEMENT.encode(encoding)) if encoding in ("utf-8", "gb18030") else 0
    return Decoded(text, encoding, max(0, text.count(REPLACEMENT) - own))


def _cut_at_the_end(data: bytes) -> Decoded | None:
    """Return UTF-8 that breaks off inside its last character, None where it fails earlier."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(data) - 3 or error.reason != "unexpected end of data" or not _HIGH.search(data[: error.start]):
            return None
        return Decoded(data[: error.start].decode("utf-8") + REPLACEMENT, "utf-8", len(data) - error.start)
    return None


def _sixteen_bits(data: bytes) -> str | None:
    """Return UTF-16 in the byte order in which nearly all units are Chinese, ASCII or full-width characters, else None."""
    sample = data[: min(_SAMPLE, len(data) // 2 * 2)]
    if len(sample) < 12:
        return None
    shares = {name: _usual(sample[high::2], sample[1 - high :: 2]) for name, high in (("utf-16-le", 1), ("utf-16-be", 0))}
    best = max(shares, key=shares.__getitem__)
    return best if shares[best] >= 0.9 and shares[best] - min(shares.values()) > 0.2 else None


def _usual(highs: bytes, lows: bytes) -> float:
    return sum(map(_is_usual, highs, lows)) / len(highs)


def _is_usual(high: int, low: int) -> bool:
    if high == 0x00:
        return 0x20 <= low <= 0x7E or low in (0x09, 0x0A, 0x0D) or low >= 0xA0
    return 0x4E <= high <= 0x9F or high in (0x01, 0x20, 0x30, 0xFF)


def _utf8_share(data: bytes) -> float:
    """Return which share of the bytes above ASCII belongs to whole UTF-8 sequences."""
    high = sum(map(len, _HIGH.findall(data)))
    return sum(map(len, _UTF8_SEQUENCE.findall(data))) / high if high else 1.0


def _chinese(data: bytes, hints: Collection[str]) -> Decoded | None:
    """Return the text in GB18030 or Big5, whichever gives the more usual text; None where neither reads it whole."""
    simplified, traditional = _strictly(data, "gb18030"), _strictly(data, "cp950")
    if simplified is None:
        return traditional
    rival = traditional or _by_force(data, "cp950")
    likely, other = _likeliness(simplified.text, hints, "gbk", 0xD7), _likeliness(rival.text, hints, "cp950", 0xC6)
    if traditional is None:
        return rival if rival.lost <= len(rival.text) // 50 and other[1] > likely[1] + MARGIN else simplified
    return traditional if other > likely else simplified


def _likeliness(text: str, hints: Collection[str], encoding: str, last: int) -> tuple[int, float]:
    return _hits(text, hints), _usual_share(text, encoding, last)


def _hits(text: str, hints: Collection[str]) -> int:
    return sum(1 for hint in hints if hint in text)


def _usual_share(text: str, encoding: str, last: int) -> float:
    """Return which share of the characters above ASCII lies in the first plane of an encoding, that of frequent characters, or its marks."""
    encoded = _ASCII.sub("", text[:_SAMPLE]).encode(encoding, "ignore")
    pairs = len(encoded) // 2
    trails = 0xA1 if encoding == "gbk" else 0x40
    first = 0xB0 if encoding == "gbk" else 0xA4
    met = Counter(zip(encoded[::2], encoded[1::2], strict=False))
    usual = sum(number for (lead, trail), number in met.items() if (first <= lead <= last or 0xA1 <= lead <= 0xA3) and trail >= trails)
    return usual / pairs if pairs else 0.0


def _guessed(data: bytes) -> Decoded:
    """Return the text, damaged as it is, in the Chinese encoding that gives the more usual text, else in what chardet takes it for."""
    simplified, traditional, unicode = (_by_force(data, encoding) for encoding in ("gb18030", "cp950", "utf-8"))
    scores = [
        (_usual_share(simplified.text, "gbk", 0xD7) - _lost_share(simplified), simplified),
        (_usual_share(traditional.text, "cp950", 0xC6) - _lost_share(traditional), traditional),
        (_utf8_share(data), unicode),
    ]
    score, best = max(scores, key=lambda scored: scored[0])
    return best if score >= SURE else _by_statistics(data) or best


def _lost_share(decoded: Decoded) -> float:
    above = len(_ASCII.sub("", decoded.text))
    return decoded.lost / above if above else 0.0


def _by_statistics(data: bytes) -> Decoded | None:
    import chardet

    guess = chardet.detect(data[: 4 * _SAMPLE])
    name, confidence = guess.get("encoding"), guess.get("confidence") or 0.0
    return _strictly(data, str(name)) if name and confidence >= SURE else None


__all__ = ["REPLACEMENT", "Decoded", "decode"]
