"""The store: immutable objects by key, durable when a call returns. ``localstore`` keeps them as files; another can follow behind ``Store``.

Keys: ``journal/<2 digits>/<sha256>`` holds a deposit's bundle, ``log/<thousands>/<first number>`` a piece of the audit log,
``objects/<...>/<file>`` what was sealed as OCFL. A key is written once; what is written again under it changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from govreport.archive.failures import BrokenError

JOURNAL, LOG, OBJECTS, INCOMING = "journal", "log", "objects", "incoming"
LOG_SHARD = 1000
_BUNDLE = re.compile(rf"{JOURNAL}/([0-9a-f]{{2}})/\1[0-9a-f]{{62}}")


@dataclass(frozen=True, slots=True)
class Stored:
    """A key of the store and its size in bytes."""

    key: str
    size: int


Unread = Callable[[str], object]


class Store(Protocol):
    """What the archive asks of a store. Every method raises ``BrokenError`` where the store cannot do it."""

    def put(self, key: str, data: bytes) -> bool:
        """Return whether the key was free; what it holds is durable either way."""
        ...

    def get(self, key: str) -> bytes | None:
        """Return the bytes of a key, None where there are none."""
        ...

    def has(self, key: str) -> bool:
        """Return whether there is such a key."""
        ...

    def list(self, prefix: str, unread: Unread | None = None, empty: Unread | None = None) -> Iterator[Stored]:
        """Yield what is kept below a prefix, sorted by key.

        ``unread`` is called with every key that cannot be looked at, and the others follow; ``empty`` with every folder that has nothing in it.
        """
        ...

    def seal(self, sealed: Mapping[str, Mapping[str, bytes]]) -> frozenset[str]:
        """Return the prefixes that were free, of which the files are durable below them then; of a prefix all files are there, or none."""
        ...

    def remove(self, key: str) -> None:
        """Take away a key, or all keys below one; one that is not there is no failure."""
        ...


def keep(store: Store, key: str, data: bytes) -> None:
    """Have bytes under a key; raises ``BrokenError`` where something else lies there."""
    # whoever seals may take away between the two what was there
    if not any(store.put(key, data) or store.get(key) == data for _ in range(2)):
        raise BrokenError("taken", key=key)


def journal_key(digest: str) -> str:
    """Return the key of a bundle by its SHA-256."""
    return f"{JOURNAL}/{digest[:2]}/{digest}"


def is_journal_key(key: str) -> bool:
    """Return whether a key is that of a bundle."""
    return _BUNDLE.fullmatch(key) is not None


def log_key(first: int) -> str:
    """Return the key of a piece of the audit log by the number of its first entry."""
    return f"{LOG}/{first // LOG_SHARD:09d}/{first:012d}"
