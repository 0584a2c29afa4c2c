"""Names of sources as they can be printed and written, whatever a file is called."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Collection
from pathlib import PurePosixPath

_HIDDEN = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that a terminal obeys, that change the order of others, or that stand for a byte that is no text."""
_LONGEST, _DEEPEST = 80, 16
"""How many characters a part of an entry's name keeps, and how many parts: at three bytes a character every file system takes them."""
PACKED = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz", ".jsonl", ".ndjson", ".warc", ".warc.gz")
"""The suffixes of files that are streams of documents."""


def is_packed(name: str) -> bool:
    """Return whether a file of this name is a stream of documents."""
    return name.lower().endswith(PACKED)


def is_wanted(name: str, suffixes: Collection[str]) -> bool:
    """Return whether a file of this name in a folder counts as a report or as an archive of reports."""
    if name.startswith((".", "~$")):
        return False
    return is_packed(name) or is_document(name, suffixes)


def is_document(name: str, suffixes: Collection[str]) -> bool:
    """Return whether a name ends in one of the suffixes, in any case."""
    return any(fnmatch.fnmatch(name.lower(), "*" + suffix) for suffix in suffixes)


def inner(archive: str, name: str) -> str:
    """Return the relative name of an archive's entry: the archive's without suffix, then the entry's.

    It is held inside (no ``..``, no root), and every part can be the name of a file.
    """
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "..", ".") and not part.endswith(":")]
    return "/".join([stem(archive), *map(_plain, parts[-_DEEPEST:])])


def shown(name: str) -> str:
    """Return a name as a message shows it: what cannot be printed, or stands for a byte that is no text, as its number."""
    return _HIDDEN.sub(lambda found: f"\\x{ord(found.group()):02x}", name)


def held(relative: str) -> str:
    """Return a path below an argument as names that can be written anywhere."""
    return "/".join(map(_plain, relative.split("/"))) if _HIDDEN.search(relative) else relative


def _plain(part: str) -> str:
    """Return a part of a name that any file system takes: without characters that cannot be printed, short; the suffix stays."""
    clean = _HIDDEN.sub("_", part).strip() or "_"
    if len(clean) <= _LONGEST:
        return clean
    name, dot, suffix = clean.rpartition(".")
    return name[: _LONGEST - 16] + dot + suffix[:15] if dot else clean[:_LONGEST]


def stem(relative: str) -> str:
    """Return a relative name without the suffix of its format: ``town/a.tar.gz`` gives ``town/a``."""
    packed = max((suffix for suffix in PACKED if relative.lower().endswith(suffix)), key=len, default=None)
    return relative[: -len(packed)] if packed else PurePosixPath(relative).with_suffix("").as_posix()
