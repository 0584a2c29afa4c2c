"""Digests, and the one form of JSON that is digested."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from govreport.archive.failures import BrokenError


def _foreign(value: object) -> str:
    """Return what stands for bytes, which SQLite gives back where somebody has put them in the place of a text: they are told as different."""
    if isinstance(value, bytes):
        return repr(value)
    raise TypeError(type(value).__name__)


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=_foreign)


def sha256(data: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def sm3(data: bytes) -> str:
    """Return the SM3 (GB/T 32905) of bytes in hexadecimal digits; raises ``BrokenError`` where this Python's OpenSSL has none."""
    try:
        return hashlib.new("sm3", data).hexdigest()
    except ValueError as error:
        raise BrokenError("sm3") from error


def canonical(value: Mapping[str, object]) -> str:
    """Return an object as the JSON that is digested: names sorted, no blanks, characters as they are."""
    return _ENCODER.encode(value)


def lines(text: str) -> list[str]:
    """Return the lines of a text of which each ends with a line feed: canonical JSON may hold other characters at which Python ends a line."""
    return text.removesuffix("\n").split("\n") if text else []


def digest(value: Mapping[str, object]) -> str:
    """Return the SHA-256 of an object's canonical JSON."""
    return sha256(canonical(value).encode("utf-8"))
