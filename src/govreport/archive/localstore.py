"""A store in a folder of this machine."""

from __future__ import annotations

import os
import re
import socket
import stat
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import get_ident

from govreport.archive.durable import clear, emptied, sync, sync_all, write, write_all
from govreport.archive.failures import BrokenError, of_system
from govreport.archive.store import INCOMING, JOURNAL, LOG, OBJECTS, Stored, Unread
from govreport.machine import alive

SHARDS = 256
FOLDERS = (JOURNAL, LOG, OBJECTS, INCOMING)
_FOLDER = -1
_PART = re.compile(r"(?P<host>.+)\.(?P<process>[0-9]+)\.[0-9a-z-]+")
"""What is half-written is named for who writes it."""


class LocalStore:
    """A store in a folder: temporary name, fsync, link, fsync of the folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._place = str(root)
        self._prefix = f"{socket.gethostname()}.{os.getpid()}."
        self._count = 0

    def create(self) -> None:
        """Make the folders of an empty store."""
        with _system():
            for name in FOLDERS:
                (self.root / name).mkdir(parents=True, exist_ok=True)
            for shard in range(SHARDS):
                (self.root / JOURNAL / f"{shard:02x}").mkdir(exist_ok=True)
            for folder in (self.root / JOURNAL, self.root, self.root.parent):
                sync(folder)

    def put(self, key: str, data: bytes) -> bool:
        """Return whether the key was free (see ``Store``)."""
        # two of these for every deposit: texts, for a path takes as long to put together as the system takes to find it
        target, part = f"{self._place}/{key}", self._part()
        free = not os.access(target, os.F_OK)
        with _system():
            if free:
                try:
                    write(part, data)
                    free = self._linked(part, target)
                finally:
                    with suppress(OSError):
                        os.unlink(part)  # noqa: PTH108 (see above)
            # the name it had goes to the disk with the one it has; whoever has put it before may not have come so far
            sync(target.rpartition("/")[0])
        return free

    def _linked(self, part: str, target: str) -> bool:
        """Return whether a file could take its name, its folder made where it is missing; False where the name is taken."""
        for again in (True, False):
            try:
                os.link(part, target)
                return True
            except FileExistsError:
                break
            except FileNotFoundError:
                if not again:
                    raise
                self._folder(Path(target).parent)
        return False

    def get(self, key: str) -> bytes | None:
        """Return the bytes of a key, None where there is no file: what a link leads to is not what was put."""
        with _system():
            try:
                path = self.root / key
                return path.read_bytes() if stat.S_ISREG(path.lstat().st_mode) else None
            except (FileNotFoundError, NotADirectoryError):
                return None

    def has(self, key: str) -> bool:
        """Return whether there is such a key."""
        return os.access(f"{self._place}/{key}", os.F_OK)

    def list(self, prefix: str, unread: Unread | None = None, empty: Unread | None = None) -> Iterator[Stored]:
        """Yield what is kept below a prefix, sorted by key (see ``Store``)."""
        yield from self._below(self.root / prefix if prefix else self.root, unread, empty)

    def _below(self, folder: Path, unread: Unread | None, empty: Unread | None = None, but: Collection[str] = ()) -> Iterator[Stored]:
        entries: list[os.DirEntry[str]] = []
        with _past(unread, self._key(folder)), suppress(FileNotFoundError, NotADirectoryError):
            entries = sorted((entry for entry in os.scandir(folder) if entry.name not in but), key=lambda entry: entry.name)
            if empty is not None and not entries:
                empty(self._key(folder))
        for entry in entries:
            path, size = Path(entry.path), None
            with _past(unread, self._key(path)), suppress(FileNotFoundError):
                size = _FOLDER if entry.is_dir(follow_symlinks=False) else entry.stat(follow_symlinks=False).st_size
            if size == _FOLDER:
                yield from self._below(path, unread, empty)
            elif size is not None:
                yield Stored(self._key(path), size)

    def _key(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def seal(self, sealed: Mapping[str, Mapping[str, bytes]]) -> frozenset[str]:
        """Return the prefixes that were free (see ``Store``); the folders take their names only when all that is in them is durable."""
        parts = {prefix: self._part() for prefix in sealed if not self.has(prefix)}
        with _system():
            try:
                write_all({part: sealed[prefix] for prefix, part in parts.items()})
                free = frozenset(prefix for prefix, part in parts.items() if self._named(Path(part), self.root / prefix))
            finally:
                for part in parts.values():
                    clear(Path(part))
            # also of those that another has named, or begun to make the folders of, and not yet brought to the disk
            sync_all({f"{self._place}/{prefix[:at]}" for prefix in sealed for at, sign in enumerate(prefix) if sign == "/"})
        return free

    def _named(self, part: Path, target: Path) -> bool:
        """Return whether a folder could take its name; False where the name is taken."""
        for again in (True, True, False):
            with suppress(FileNotFoundError):
                target.parent.mkdir(parents=True, exist_ok=True)
            try:
                part.rename(target)
                return True
            except OSError as error:
                if target.exists():
                    return False
                # whoever removes an object takes the folders above it that are empty then
                if not (again and isinstance(error, FileNotFoundError)):
                    raise
        return False

    def remove(self, key: str) -> None:
        """Take away a key, or all keys below one; of objects also the folders above that are empty then, which OCFL does not allow."""
        target = self.root / key
        with _system():
            clear(target)
            parent = target.parent
            while parent != self.root / OBJECTS and parent.is_relative_to(self.root / OBJECTS) and emptied(parent):
                parent = parent.parent
            with suppress(FileNotFoundError):
                sync(parent)

    def abandoned(self, elsewhere: bool = False) -> Iterator[str]:
        """Yield the keys of files left half-written by processes of this machine that have ended; ``elsewhere`` those of other machines too."""
        with _system():
            there = sorted(path.name for path in (self.root / INCOMING).iterdir())
        for name in there:
            found = _PART.fullmatch(name)
            if found and (not alive(int(found["process"])) if found["host"] == socket.gethostname() else elsewhere):
                yield f"{INCOMING}/{name}"

    def foreign(self, unread: Unread) -> Iterator[str]:
        """Yield the keys of files that no store puts where they are: beside its folders, or among what is half-written (see ``list``)."""
        for each in self._below(self.root, unread, but=FOLDERS):
            yield each.key
        for each in self._below(self.root / INCOMING, unread):
            if not _PART.fullmatch(each.key.split("/")[1]):
                yield each.key

    def _part(self) -> str:
        self._count += 1
        return f"{self._place}/{INCOMING}/{self._prefix}{get_ident():x}-{self._count:x}-{os.urandom(4).hex()}"

    def _folder(self, folder: Path) -> Path:
        """Return a folder, made durably where it is missing."""
        if not folder.is_dir():
            self._folder(folder.parent)
            with suppress(FileExistsError):
                folder.mkdir()
            sync(folder.parent)
        return folder


@contextmanager
def _system() -> Iterator[None]:
    """Turn errors of the system into ``BrokenError``."""
    try:
        yield
    except OSError as error:
        raise of_system(error) from error


@contextmanager
def _past(unread: Unread | None, key: str) -> Iterator[None]:
    """Go by what the system cannot look at where that is told, else raise ``BrokenError``."""
    try:
        with _system():
            yield
    except BrokenError:
        if unread is None:
            raise
        unread(key)
