"""A deposit as a file that can be carried: what is asked for, the document, and a signature that only the key's holder can have made.

A package is a ZIP of three files: ``request.json``, ``document``, and ``signature``, the HMAC-SHA256 of the first under the SHA-256 of the API
key; the request names the key by its id and the document by its SHA-256, so the signature covers all.
"""

from __future__ import annotations

import hashlib
import hmac
import io
import json
import zipfile
import zlib
from dataclasses import asdict, dataclass

from govreport.archive.digests import digest

REQUEST, DOCUMENT, SIGNATURE = "request.json", "document", "signature"
SUFFIX = ".package"
SMALL = 65_536
"""The most bytes of the two files beside the document."""
_EPOCH = (1980, 1, 1, 0, 0, 0)


class PackageError(ValueError):
    """Raised for a file that is no package, or not a whole one."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for beside the document; None leaves it to the report. ``submit`` moves on what is accepted."""

    name: str
    sha256: str
    organ: str | None = None
    year: int | None = None
    scope: str | None = None
    reason: str | None = None
    profile: str | None = None
    submit: bool = True

    @property
    def identity(self) -> str:
        """What tells one wish from another, whatever its document is called: 64 hexadecimal digits, those of the document where nothing else is asked for."""
        asked = {name: value for name in ("organ", "year", "scope", "reason", "profile") if (value := getattr(self, name)) is not None}
        return digest({**asked, "sha256": self.sha256}) if asked else self.sha256


def key_id(key: str) -> str:
    """Return the id that an API key's text names; raises ``ValueError`` for a text that is none."""
    parts = key.split("_", 2)
    if len(parts) != 3 or not all(parts):
        raise ValueError("key")
    return parts[1]


def pack(wish: Wish, data: bytes, key: str) -> bytes:
    """Return a package; the same wish, document and key give the same bytes."""
    request = json.dumps({"key": key_id(key), **asdict(wish)}, ensure_ascii=False, sort_keys=True).encode("utf-8")
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in ((REQUEST, request), (DOCUMENT, data), (SIGNATURE, signature(request, _digest(key)).encode())):
            packed.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


@dataclass(frozen=True)
class Package:
    """A package as it came: the id of the key it says it is signed with, and what is needed to see whether it is."""

    key: str
    wish: Wish
    data: bytes
    request: bytes
    signed: bytes

    def by(self, digest: str) -> bool:
        """Return whether the key of a digest has signed the package."""
        return hmac.compare_digest(signature(self.request, digest).encode(), self.signed)


def unpack(data: bytes, longest: int) -> Package:
    """Return a package from its bytes; raises ``PackageError`` for other bytes, and for a document longer than may be."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sorted(packed.namelist()) != sorted((REQUEST, DOCUMENT, SIGNATURE)):
                raise PackageError("no package")
            request, document, signed = (_read(packed, name, most) for name, most in ((REQUEST, SMALL), (DOCUMENT, longest), (SIGNATURE, SMALL)))
        said = json.loads(request)
        key = said.pop("key")
        wish = Wish(**said)
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, zlib.error, ValueError, TypeError, KeyError, AttributeError) as error:
        raise PackageError(str(error)) from error
    texts = (key, wish.name, wish.sha256, *(each for each in (wish.organ, wish.scope, wish.reason, wish.profile) if each is not None))
    numbers = wish.year is None or (isinstance(wish.year, int) and not isinstance(wish.year, bool) and 1900 <= wish.year <= 2999)
    if not all(isinstance(each, str) for each in texts) or not numbers or not isinstance(wish.submit, bool):
        raise PackageError("request")
    if hashlib.sha256(document).hexdigest() != wish.sha256:
        raise PackageError("altered")
    return Package(key, wish, document, request, signed)


def _read(packed: zipfile.ZipFile, name: str, most: int) -> bytes:
    """Return a file of a package; raises ``PackageError`` where it is longer than may be, whatever the package says of it."""
    with packed.open(name) as stream:
        found = stream.read(most + 1)
    if len(found) > most:
        raise PackageError("too long")
    return found


def signature(request: bytes, digest: str) -> str:
    """Return the signature of a request under the digest of a key."""
    return hmac.new(digest.encode("ascii"), request, hashlib.sha256).hexdigest()


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8")).hexdigest()
