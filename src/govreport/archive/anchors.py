"""Anchors: the end of the audit log, signed, kept outside the archive with a key kept outside it too.

Whoever can write the archive can rewrite its whole log so that it holds together; what an anchor says of the log then is not so any more.
An anchor is one line of JSON: what it says, the Ed25519 key and its signature over the canonical JSON of all else (RFC 8032).
"""

from __future__ import annotations

import base64
import binascii
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from govreport.archive import durable
from govreport.archive.archive import Archive
from govreport.archive.catalogue import database, entries
from govreport.archive.digests import canonical, sha256
from govreport.archive.failures import RefusedError, UnknownError, of_system
from govreport.archive.ledger import stamp
from govreport.archive.problems import Problem

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ALGORITHM = "Ed25519"
PASSWORD = "GOVREPORT_ANCHOR_PASSWORD"
"""The variable of the environment that has the password of a key, where it has one."""

SUFFIX = ".anchor.json"
CODE = "ARC-ANCHOR"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What was so at a time: ``archive`` is the hash of the log's first entry, ``sequence``, ``hash`` and ``time`` are those of its last.

    ``made`` is when the anchor was signed, ``key`` the public key and ``signature`` its signature, both in base 64.
    """

    archive: str
    sequence: int
    hash: str
    time: str
    made: str
    algorithm: str
    key: str
    signature: str = ""

    def signed(self) -> bytes:
        """Return the bytes that are signed."""
        return canonical({name: value for name, value in asdict(self).items() if name != "signature"}).encode("utf-8")

    def holds(self) -> bool:
        """Return whether the signature is one of the key's over what the anchor says."""
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        try:
            Ed25519PublicKey.from_public_bytes(base64.b64decode(self.key)).verify(base64.b64decode(self.signature), self.signed())
        except (InvalidSignature, ValueError, binascii.Error):
            return False
        return self.algorithm == ALGORITHM


def anchor(archive: Archive, target: Path, key: Path) -> tuple[Anchor, Path]:
    """Return the anchor of the log's end and the file that holds it: the target, or in a folder one named by day and entry.

    An anchor of the same day and entry is not made again. Raises ``RefusedError`` for a place inside the archive, a file that is there and an empty log,
    ``UnknownError`` for a key that cannot be read, ``BrokenError``.
    """
    for each in (target, key):
        if each.resolve().is_relative_to(archive.folder.resolve()):
            raise RefusedError("anchor-inside", name=each)
    signer = private_key(key)
    with archive.reading() as connection:
        end = database.head(connection)
        first = next(entries.log(connection, 0, 1), None)
    if first is None:
        raise RefusedError("anchor-nothing")
    made = archive.ledger.clock()
    path = target / f"{made:%Y-%m-%d}-{end.sequence:012d}{SUFFIX}" if target.is_dir() else target
    if path.exists():
        if target.is_dir():
            return read(path), path
        raise RefusedError("file-there", name=path)  # what was anchored before is what the next anchor is worth nothing without
    found = Anchor(first.hash, end.sequence, end.hash, end.time, stamp(made), ALGORITHM, public(signer))
    found = replace(found, signature=base64.b64encode(signer.sign(found.signed())).decode("ascii"))
    try:
        durable.replace(path, (canonical(asdict(found)) + "\n").encode("utf-8"))
    except OSError as error:
        raise of_system(error) from error
    return found, path


def read(path: Path) -> Anchor:
    """Return the anchor in a file; raises ``UnknownError`` for one that holds none."""
    try:
        found = json.loads(path.read_bytes())
        anchor = Anchor(**found)
        if any(not isinstance(found[each.name], int if each.name == "sequence" else str) for each in fields(Anchor)):
            raise TypeError(path.name)
        return anchor
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise UnknownError("no-anchor", name=path) from error


def files(places: Iterable[Path]) -> Iterator[Path]:
    """Yield the files of anchors: those named, and in a folder those so named, oldest first; raises ``UnknownError`` where there is none."""
    for place in places:
        found = sorted(place.glob(f"*{SUFFIX}")) if place.is_dir() else [place]
        if not found or not all(each.exists() for each in found):
            raise UnknownError("no-anchor", name=place)
        yield from found


def compared(archive: Archive, paths: Iterable[Path], trusted: str | None = None) -> Iterator[Problem]:
    """Yield what is wrong between anchors and the log: a line for every anchor that does not hold, was not signed by the trusted key, or is denied."""
    with archive.reading() as connection:
        for path in paths:
            try:
                found = read(path)
            except UnknownError:
                yield Problem(CODE, str(path), path.name, reason="unreadable")
                continue
            event = next(entries.log(connection, found.sequence - 1, found.sequence), None)
            first = next(entries.log(connection, 0, 1), None)
            reason = _reason(found, trusted, event.hash if event else None, first.hash if first else None)
            if reason:
                yield Problem(CODE, str(path), path.name, found.sequence, reason)


def _reason(found: Anchor, trusted: str | None, hash: str | None, first: str | None) -> str | None:
    if not found.holds():
        return "signature"
    if trusted is not None and found.key != trusted:
        return "key"
    if hash is None:
        return "shortened"
    return None if (hash, first) == (found.hash, found.archive) else "rewritten"


def private_key(path: Path) -> Ed25519PrivateKey:
    """Return the private key in a PEM file; raises ``UnknownError`` for a file that has none, or one with another password."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    password = os.environ.get(PASSWORD)
    try:
        found = load_pem_private_key(path.read_bytes(), password.encode("utf-8") if password else None)
    except FileNotFoundError as error:
        raise UnknownError("no-key-file", name=path) from error
    except (OSError, ValueError, TypeError) as error:
        raise UnknownError("no-key", name=path) from error
    if not isinstance(found, Ed25519PrivateKey):
        raise UnknownError("no-key", name=path)
    return found


def public_key(path: Path) -> str:
    """Return the public key in a PEM file, itself or that of a private one, as anchors have it; raises ``UnknownError``."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    try:
        found = load_pem_public_key(path.read_bytes())
    except (OSError, ValueError):
        return public(private_key(path))
    if not isinstance(found, Ed25519PublicKey):
        raise UnknownError("no-key", name=path)
    return base64.b64encode(found.public_bytes_raw()).decode("ascii")


def public(key: Ed25519PrivateKey) -> str:
    """Return the public half of a key in base 64."""
    return base64.b64encode(key.public_key().public_bytes_raw()).decode("ascii")


def fingerprint(key: str) -> str:
    """Return the first digits of a public key's SHA-256, for people to compare."""
    return sha256(base64.b64decode(key))[:16]


def make_key(path: Path) -> str:
    """Return the public key of a new private one, written to a file that only its owner can read; raises ``RefusedError`` where one is there."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat

    key, password = Ed25519PrivateKey.generate(), os.environ.get(PASSWORD)
    locked = BestAvailableEncryption(password.encode("utf-8")) if password else NoEncryption()
    data = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, locked)
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError as error:
        raise RefusedError("file-there", name=path) from error
    except OSError as error:
        raise of_system(error) from error
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
    return public(key)
