"""Archives as streams of documents: zip, tar, JSON lines and WARC, entry by entry, with bounds against decompression bombs."""

from __future__ import annotations

import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Collection, Iterator
from pathlib import Path

from govreport.packed import lines, tarred, warc, zipped
from govreport.packed.entries import BombError
from govreport.sources import Document, Unreadable, shown

_DAMAGED = (OSError, EOFError, ValueError, NotImplementedError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, tarfile.TarError)


def unpack(path: Path, relative: str, suffixes: Collection[str], limit: int) -> Iterator[Document | Unreadable]:
    """Yield the documents of an archive in its order, then an ``Unreadable`` where it is damaged, a bomb, or holds no report."""
    lower = path.name.lower()
    found = False
    try:
        if lower.endswith(".zip"):
            entries = zipped.documents(path, relative, suffixes, limit)
        elif lower.endswith((".jsonl", ".ndjson")):
            entries = lines.documents(path, relative, limit)
        elif ".warc" in lower:
            entries = warc.documents(path, relative, limit)
        else:
            entries = tarred.documents(path, relative, suffixes, limit)
        for entry in entries:
            found = True
            yield entry
            del entry  # while the next one is unpacked, this one need not be held
    except BombError:
        yield Unreadable(relative, shown(str(path)), "limit")
        return
    except ImportError:
        yield Unreadable(relative, shown(str(path)), "extra", "warc")
        return
    except _DAMAGED as error:
        yield Unreadable(relative, shown(str(path)), "denied" if isinstance(error, PermissionError) else "damaged", " ".join(str(error).split()))
        return
    if not found:
        yield Unreadable(relative, shown(str(path)), "empty")
