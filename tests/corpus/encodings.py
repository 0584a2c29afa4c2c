"""Encodings: the bytes in which texts of China come, and line ends."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from .noise import Noise, register
from .noise_script import converter


def _in(codec: str, mark: bytes = b"") -> Callable[[str, Random], bytes]:
    def encode(text: str, rng: Random) -> bytes:
        return mark + text.encode(codec, "replace")

    return encode


def _big5(text: str, rng: Random) -> bytes:
    """Encode as Big5; signs it does not have become their ASCII likes first."""
    signs = str.maketrans({"\u00a0": " ", "－": "-", "—": "-"})
    return converter("s2t")(text.translate(signs)).encode("cp950", "replace")


def _crlf(text: str, rng: Random) -> bytes:
    return text.replace("\n", "\r\n").encode()


def _cr(text: str, rng: Random) -> bytes:
    return text.replace("\n", "\r").encode()


register(Noise("utf-8-bom", encode=_in("utf-8", b"\xef\xbb\xbf")))
register(Noise("gb18030", encode=_in("gb18030")))
register(Noise("gbk", encode=_in("gbk")))
register(Noise("big5", encode=_big5, unfit=("pipes-nbsp", "bare-lines-nbsp", "pipes-cell-a-line")))
register(Noise("utf-16-le-bom", encode=_in("utf-16-le", b"\xff\xfe")))
register(Noise("utf-16-be-bom", encode=_in("utf-16-be", b"\xfe\xff")))
register(Noise("utf-16-le", encode=_in("utf-16-le")))
register(Noise("utf-16-be", encode=_in("utf-16-be")))
register(Noise("crlf", encode=_crlf))
register(Noise("cr", encode=_cr))
