"""A package as a folder: its files, each with its SHA-256; a bag of BagIt 1.0 (RFC 8493), or the same files in the transfer layout alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from govreport.archive import durable
from govreport.archive.digests import lines
from govreport.archive.failures import BrokenError, UnknownError, of_system
from govreport.archive.handover.words import words
from govreport.archive.objects import ALTERED, EXTRA, MISSING

BAG, TRANSFER = "bag", "transfer"
LAYOUTS = (BAG, TRANSFER)
DECLARATION, INFO, MANIFEST, TAGS = "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"
PAYLOAD = "data"
_DECLARED = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


class Packing:
    """A package that is written into an empty folder; it is one when ``finish`` has written its list of digests, last of all."""

    def __init__(self, root: Path, layout: str) -> None:
        self.root, self.layout = root, layout
        self.payload = root / PAYLOAD if layout == BAG else root
        self.digests: dict[str, str] = {}
        self.size = 0

    def put(self, name: str, data: bytes) -> None:
        """Write a file of the package."""
        self.pour(name, (data,))

    def pour(self, name: str, parts: Iterable[bytes]) -> None:
        """Write a file of the package of parts, of which one at a time is held."""
        path, digest = self.payload / name, hashlib.sha256()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as stream:
                for part in parts:
                    stream.write(part)
                    digest.update(part)
                    self.size += len(part)
        except OSError as error:
            raise of_system(error) from error
        self.digests[name] = digest.hexdigest()

    def finish(self, information: Mapping[str, str]) -> None:
        """Write the list of digests, and what a bag has beside."""
        try:
            if self.layout == TRANSFER:
                durable.replace(self.root / words().names["fixity"], _listed(self.digests, ""))
                return
            size = {"Payload-Oxum": f"{self.size}.{len(self.digests)}"}
            info = "".join(f"{name}: {value}\n" for name, value in {**information, **size}.items()).encode("utf-8")
            tags = {DECLARATION: _DECLARED, INFO: info, MANIFEST: _listed(self.digests, f"{PAYLOAD}/")}
            for name, data in tags.items():
                durable.replace(self.root / name, data)
            durable.replace(self.root / TAGS, _listed({name: hashlib.sha256(data).hexdigest() for name, data in tags.items()}, ""))
        except OSError as error:
            raise of_system(error) from error


def _read(path: Path) -> dict[str, str]:
    """Return the digests of a list by name; raises ``ValueError`` for one that is cut short or names a file twice, ``OSError``."""
    if path.is_symlink() or not path.is_file():
        raise FileNotFoundError(path)
    text = path.read_text("utf-8")
    pairs = [line.split("  ", 1) for line in lines(text)]
    found = {name: digest for digest, name in pairs}
    if not text.endswith("\n") or len(found) < len(pairs):
        raise ValueError(path.name)
    return found


def _listed(digests: Mapping[str, str], prefix: str) -> bytes:
    return "".join(f"{digest}  {prefix}{name}\n" for name, digest in sorted(digests.items())).encode("utf-8")


class Package:
    """A package that is read: ``digests`` are what it says of its files; raises ``UnknownError`` where the folder is none."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.layout = BAG if (root / DECLARATION).exists() else TRANSFER
        self.payload = root / PAYLOAD if self.layout == BAG else root
        self.listed = root / (MANIFEST if self.layout == BAG else words().names["fixity"])
        self._prefix = f"{PAYLOAD}/" if self.layout == BAG else ""
        try:
            self.digests = {name.removeprefix(self._prefix): digest for name, digest in _read(self.listed).items()}
        except (OSError, ValueError) as error:
            raise UnknownError("no-package", name=root) from error

    def get(self, name: str) -> bytes:
        """Return the bytes of a file that the package lists; raises ``UnknownError`` where it is not listed or not there."""
        if name not in self.digests or not self._path(name).is_relative_to(self.payload.resolve()):
            raise UnknownError("no-package", name=name)
        try:
            return self._path(name).read_bytes()
        except OSError as error:
            raise UnknownError("no-package", name=name) from error

    def lines(self, name: str) -> Iterator[bytes]:
        """Yield the lines of a file that the package lists, one at a time; raises ``UnknownError``."""
        if name not in self.digests or not self._path(name).is_file():
            raise UnknownError("no-package", name=name)
        with self._path(name).open("rb") as stream:
            yield from stream

    def faults(self) -> Iterator[tuple[str, str]]:
        """Yield every file that is ``MISSING``, ``ALTERED`` or ``EXTRA``, having hashed all; of a bag also those beside its payload."""
        yield from _compared(self.payload, self.digests)
        known = {self.listed.relative_to(self.root).as_posix(), *(self._prefix + name for name in self.digests)}
        if self.layout == BAG:
            # a list that leaves one of them out vouches for nothing
            beside = dict.fromkeys((DECLARATION, INFO, MANIFEST), "")
            known |= {*beside, TAGS}
            try:
                beside.update(_read(self.root / TAGS))
            except (OSError, ValueError):
                beside = {TAGS: ""}
            yield from _compared(self.root, beside)
            known |= beside.keys()
        found = {path.relative_to(self.root).as_posix() for path in self.root.rglob("*") if path.is_symlink() or not path.is_dir()}
        yield from ((name.removeprefix(self._prefix), EXTRA) for name in sorted(found - known))

    def _path(self, name: str) -> Path:
        return (self.payload / name).resolve()


@contextmanager
def sound(root: Path) -> Iterator[None]:
    """Turn what trips over a package that holds other things than it should into ``BrokenError``: whoever made it may have made anything."""
    try:
        yield
    except (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise BrokenError("package", name=root, detail=f"{type(error).__name__}: {error}"[:200]) from error


def _compared(root: Path, digests: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, digest in digests.items():
        place = root.resolve() / name
        # what a link leads to is not in the package
        if place.resolve() != place or not place.is_file():
            yield name, MISSING
        elif _hashed(place) != digest:
            yield name, ALTERED


def _hashed(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
