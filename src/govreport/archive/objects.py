"""What is sealed: a version of a report as an OCFL 1.1 object of one version, whose files are those of its bundle."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from urllib.parse import quote

from govreport.archive import bundle
from govreport.archive.bundle import Bundle
from govreport.archive.digests import sha256
from govreport.archive.failures import BrokenError, UnknownError
from govreport.archive.states import Version
from govreport.archive.store import OBJECTS, Store, journal_key

DECLARATION = "0=ocfl_object_1.1"
DIGEST = "sha512"
INVENTORY = "inventory.json"
SIDECAR = f"{INVENTORY}.{DIGEST}"
SCHEME = "urn:govreport:deposit:"

MISSING, ALTERED, EXTRA, UNREADABLE = "missing", "altered", "extra", "unreadable"

_LAYOUT = {
    "extension": "0003-hash-and-id-n-tuple-storage-layout",
    "description": "Hashed Truncated N-tuple Trees with Object ID Encapsulating Directory for OCFL Storage Hierarchies",
}
_LAYOUT_CONFIG = {
    "extensionName": "0003-hash-and-id-n-tuple-storage-layout",
    "digestAlgorithm": "sha256",
    "tupleSize": 3,
    "numberOfTuples": 3,
}
"""The defaults of extension 0003, written out."""
_DEPTH = 5
"""The names in the key of an object: the storage root, three tuples, the id."""


def _json(value: Mapping[str, object]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


ROOT_FILES: Mapping[str, bytes] = {
    f"{OBJECTS}/0=ocfl_1.1": b"ocfl_1.1\n",
    f"{OBJECTS}/ocfl_layout.json": _json(_LAYOUT),
    f"{OBJECTS}/extensions/{_LAYOUT_CONFIG['extensionName']}/config.json": _json(_LAYOUT_CONFIG),
}
"""The files of the storage root: without them no other program takes it for one."""


def create_root(store: Store) -> None:
    """Make the storage root."""
    for key, data in ROOT_FILES.items():
        store.put(key, data)


def object_id(version: Version) -> str:
    """Return the id of a version's object."""
    return f"{SCHEME}{version.id}:{version.version}"


def object_key(id: str) -> str:
    """Return where in the store an object lies: extension 0003, three folders of three digits, then the id itself."""
    digest = sha256(id.encode("utf-8"))
    return f"{OBJECTS}/{digest[:3]}/{digest[3:6]}/{digest[6:9]}/{_folder(id)}"


def folder(key: str) -> str | None:
    """Return the folder of the object that a key is in, None for a key that is in none."""
    parts = key.split("/")
    return "/".join(parts[:_DEPTH]) if parts[0] == OBJECTS and len(parts) > _DEPTH else None


def _folder(id: str) -> str:
    """Return an id as the name of a folder: all but letters, digits, ``-`` and ``_`` as ``%`` and two small hexadecimal digits."""
    safe = "".join(chr(byte) if chr(byte).isascii() and (chr(byte).isalnum() or chr(byte) in "-_") else f"%{byte:02x}" for byte in id.encode("utf-8"))
    return safe if len(safe) <= 100 else f"{safe[:100]}-{sha256(id.encode('utf-8'))}"


def sealed(version: Version, kept: Bundle, created: str, actor: str) -> tuple[str, dict[str, bytes], str]:
    """Return the key of the object of a version, its files, and the SHA-512 of its inventory."""
    id, files = object_id(version), kept.files()
    digests = {name: hashlib.sha512(data).hexdigest() for name, data in files.items()}
    manifest: dict[str, list[str]] = {}
    state: dict[str, list[str]] = {}
    stored: dict[str, bytes] = {}
    for name, digest in digests.items():
        if digest not in manifest:
            manifest[digest] = [f"v1/content/{name}"]
            stored[f"v1/content/{name}"] = files[name]
        state.setdefault(digest, []).append(name)
    inventory = {
        "id": id,
        "type": "https://ocfl.io/1.1/spec/#inventory",
        "digestAlgorithm": DIGEST,
        "head": "v1",
        "contentDirectory": "content",
        "fixity": {"sha256": {version.sha256: [manifest[digests[f"original/{kept.name}"]][0]]}},
        "manifest": manifest,
        "versions": {
            "v1": {
                "created": created,
                "state": state,
                "message": version.reason or version.title or version.subject,
                "user": {"name": actor, "address": f"urn:govreport:person:{quote(actor)}"},
            }
        },
    }
    written = _json(inventory)
    digest = hashlib.sha512(written).hexdigest()
    return object_key(id), {**stored, INVENTORY: written, **_beside(written, digest)}, digest


def _beside(inventory: bytes, digest: str) -> dict[str, bytes]:
    """Return the files that stand in an object beside its content and its inventory, which has this digest."""
    sidecar = f"{digest} {INVENTORY}\n".encode("ascii")
    return {DECLARATION: b"ocfl_object_1.1\n", SIDECAR: sidecar, f"v1/{INVENTORY}": inventory, f"v1/{SIDECAR}": sidecar}


def content(store: Store, version: Version) -> Bundle:
    """Return what is kept of a version, sealed or not; raises ``UnknownError`` for a redacted one, ``BrokenError`` where it is missing or altered."""
    if version.redacted:
        raise UnknownError("redacted", id=version.id, version=version.version)
    if version.sealed is not None:
        found = bundle.of_files(_files(store, version, version.sealed))
    else:
        data = _there(store, journal_key(version.bundle))
        _need(sha256(data) == version.bundle, version)
        found = bundle.unpack(data)
    _need(sha256(found.original) == version.sha256, version)
    return found


def _files(store: Store, version: Version, key: str) -> dict[str, bytes]:
    """Return the files of a version's object by their own names."""
    data = _there(store, f"{key}/{INVENTORY}")
    _need(hashlib.sha512(data).hexdigest() == version.inventory, version)
    inventory = json.loads(data)
    found: dict[str, bytes] = {}
    for digest, names in inventory["versions"][inventory["head"]]["state"].items():
        file = _there(store, f"{key}/{inventory['manifest'][digest][0]}")
        _need(hashlib.sha512(file).hexdigest() == digest, version)
        found.update(dict.fromkeys(names, file))
    return found


def _there(store: Store, key: str) -> bytes:
    data = store.get(key)
    if data is None:
        raise BrokenError("content", key=key)
    return data


def _need(whole: bool, version: Version) -> None:
    if not whole:
        raise BrokenError("altered", id=version.id, version=version.version)


def place(version: Version) -> str:
    """Return where in the store the content of a version lies: its object, or its bundle."""
    return version.sealed or journal_key(version.bundle)


def wrong(store: Store, version: Version) -> Mapping[str, str]:
    """Return what is wrong with the content of a version by key (see ``faults``)."""
    if version.sealed is not None:
        return faults(store, version.sealed, version.inventory)
    key = journal_key(version.bundle)
    data, fault = looked_at(store, key)
    if data is None:
        return {key: fault}
    return {} if sha256(data) == version.bundle else {key: ALTERED}


def looked_at(store: Store, key: str) -> tuple[bytes | None, str]:
    """Return the bytes of a key, or what is wrong where there are none: it is missing, stands for something that is no file, or cannot be read."""
    try:
        data = store.get(key)
    except BrokenError:
        return None, UNREADABLE
    return data, ALTERED if data is None and store.has(key) else MISSING


def faults(store: Store, key: str, inventory: str | None) -> Mapping[str, str]:
    """Return what is wrong with an object, ``MISSING``, ``ALTERED``, ``UNREADABLE`` or ``EXTRA`` by key; empty where it is whole."""
    wrong: dict[str, str] = {}
    data, fault = looked_at(store, f"{key}/{INVENTORY}")
    if data is None:
        return {f"{key}/{INVENTORY}": fault}
    digest = hashlib.sha512(data).hexdigest()
    if inventory not in (None, digest):
        return {f"{key}/{INVENTORY}": ALTERED}
    expected = _beside(data, digest)
    manifest: Mapping[str, list[str]] = json.loads(data)["manifest"]
    digests = {path: digest for digest, paths in manifest.items() for path in paths}
    for name in (*expected, *digests):
        content, fault = looked_at(store, f"{key}/{name}")
        if content is None:
            wrong[f"{key}/{name}"] = fault
        elif content != expected[name] if name in expected else hashlib.sha512(content).hexdigest() != digests[name]:
            wrong[f"{key}/{name}"] = ALTERED
    known = {*expected, *digests, INVENTORY}
    folders: list[str] = []
    wrong.update({each.key: EXTRA for each in store.list(key, folders.append) if each.key.removeprefix(f"{key}/") not in known})
    return wrong | dict.fromkeys(folders, UNREADABLE)
