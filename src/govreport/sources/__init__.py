"""Where documents come from: paths, folders, globs, standard input, and archives as streams; bounded, nothing is unpacked to disk."""

from govreport.sources.documents import MAX_BYTES, Document, File, Unreadable, documents, opened, unopened
from govreport.sources.names import PACKED, held, inner, is_document, is_packed, is_wanted, shown, stem
from govreport.sources.places import STDIN, Place, SourceError, Sources, expand, named

__all__ = [
    "MAX_BYTES",
    "PACKED",
    "STDIN",
    "Document",
    "File",
    "Place",
    "SourceError",
    "Sources",
    "Unreadable",
    "documents",
    "expand",
    "held",
    "inner",
    "is_document",
    "is_packed",
    "is_wanted",
    "named",
    "opened",
    "shown",
    "stem",
    "unopened",
]
