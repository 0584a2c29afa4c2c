"""Where a report of a foreign source was taken from, as its reader writes it down once."""

from __future__ import annotations

import hashlib

from govreport.model import Provenance
from govreport.readers.legacy.prose import clean
from govreport.standard import Standard


def provenance(data: bytes, name: str, reader: str, standard: Standard) -> Provenance:
    """Return the provenance of a source: its base name, or the reader's where that says nothing, and the digest of its bytes."""
    return Provenance(clean(name) or reader, hashlib.sha256(data).hexdigest(), reader, standard.release)
