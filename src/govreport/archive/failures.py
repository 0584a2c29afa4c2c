"""Why the archive did not do what it was asked: a word for the reason, and what the sentence about it names."""

from __future__ import annotations

import errno

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_LOCKED = {errno.EROFS, errno.EACCES, errno.EPERM}


class ArchiveError(Exception):
    """Raised where the archive refuses or cannot; ``reason`` is the last part of a text's key, ``params`` are filled into it."""

    def __init__(self, reason: str, **params: object) -> None:
        super().__init__(f"{reason} {params}" if params else reason)
        self.reason, self.params = reason, params


class RefusedError(ArchiveError):
    """Raised for what the rules of the archive forbid: a state, a role, the second person; asking again changes nothing."""


class UnknownError(ArchiveError):
    """Raised for what is not there: no such report, organ, person or archive."""


class BrokenError(ArchiveError):
    """Raised where the archive could not carry out what is allowed: a full disk, a store that cannot be written, a broken chain, a clock gone back."""


def need_text(*texts: str | None) -> None:
    """Raise ``RefusedError`` for a text that no log or catalogue can hold: half of a character, or NUL."""
    for text in texts:
        if text is not None and ("\0" in text or (not text.isascii() and any("\ud800" <= each <= "\udfff" for each in text))):
            raise RefusedError("characters", name=text.encode("utf-8", "backslashreplace").decode("utf-8").replace("\0", "\\0"))


def of_system(error: OSError) -> BrokenError:
    """Return the failure that an error of the system stands for: ``full``, ``read-only`` or ``system``."""
    reason = "full" if error.errno in _FULL else "read-only" if error.errno in _LOCKED else "system"
    return BrokenError(reason, name=error.filename2 or error.filename or "", detail=error)
