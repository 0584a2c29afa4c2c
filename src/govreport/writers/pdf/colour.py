"""A small ICC profile of the sRGB colour space, made of the numbers of IEC 61966-2-1: always the same bytes."""

from __future__ import annotations

import struct
from functools import lru_cache

NAME = "sRGB IEC61966-2.1"

_WHITE = (0.9642, 1.0, 0.8249)
_COLOURS = {b"rXYZ": (0.4360747, 0.2225045, 0.0139322), b"gXYZ": (0.3850649, 0.7168786, 0.0971045), b"bXYZ": (0.1430804, 0.0606169, 0.7141733)}
"""Red, green and blue as seen under D50."""
_ENTRIES = 64
"""Steps of the curve from coded to linear values."""
_VERSION = 0x02400000


@lru_cache(maxsize=1)
def profile() -> bytes:
    """Return the profile, a display profile of version 2.4."""
    text = NAME.encode()
    description = b"desc" + struct.pack(">II", 0, len(text) + 1) + text + b"\0" + b"\0" * 78
    curve = b"curv" + struct.pack(">II", 0, _ENTRIES) + b"".join(struct.pack(">H", round(_linear(at / (_ENTRIES - 1)) * 65535)) for at in range(_ENTRIES))
    tags: list[tuple[tuple[bytes, ...], bytes]] = [((b"desc",), description), ((b"cprt",), b"text\0\0\0\0CC0\0"), ((b"wtpt",), _xyz(_WHITE))]
    tags += [((name,), _xyz(colour)) for name, colour in _COLOURS.items()]
    tags.append(((b"rTRC", b"gTRC", b"bTRC"), curve))
    count = sum(len(names) for names, _ in tags)
    table, body, offset = struct.pack(">I", count), b"", 128 + 4 + 12 * count
    for names, data in tags:
        for name in names:
            table += struct.pack(">4sII", name, offset + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    return _header(offset + len(body)) + table + body


def _header(size: int) -> bytes:
    head = struct.pack(">I4sI4s4s4s", size, b"\0\0\0\0", _VERSION, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H4s", 2000, 1, 1, 0, 0, 0, b"acsp")
    head = head.ljust(64, b"\0") + struct.pack(">I", 1) + _xyz(_WHITE)[8:]
    return head.ljust(128, b"\0")


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(each * 65536) for each in values))


def _linear(coded: float) -> float:
    return coded / 12.92 if coded <= 0.04045 else float(((coded + 0.055) / 1.055) ** 2.4)
