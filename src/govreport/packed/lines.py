"""JSON lines: reports, or records of a crawl that hold a document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from govreport.packed.entries import document, named
from govreport.sources import Document, Unreadable, inner, shown

_TEXT_KEYS = ("text", "content")
_NAME_KEYS = ("name", "id", "url")


def documents(path: Path, relative: str, limit: int) -> Iterator[Document | Unreadable]:
    """Yield the documents of JSON lines: a line is a report, or a record of a crawl whose ``text`` or ``content`` is the document."""
    with path.open("rb") as stream:
        number = 0
        while line := stream.readline(limit + 1):
            number += 1
            if len(line) > limit:
                yield Unreadable(inner(relative, f"{number}.json"), shown(f"{path}!{number}"), "limit")
                while line and not line.endswith(b"\n"):
                    line = stream.readline(limit)
            elif line.strip():
                name, data = _record(line, number)
                yield document(path, relative, name, data, limit)


def _record(line: bytes, number: int) -> tuple[str, bytes]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return f"{number}.json", line
    text = next((record[key] for key in _TEXT_KEYS if isinstance(record.get(key), str)), None) if isinstance(record, dict) else None
    if text is None:
        return f"{number}.json", line
    given = next((str(record[key]) for key in _NAME_KEYS if isinstance(record.get(key), str | int)), "")
    return named(given, number, ".txt"), text.encode("utf-8", "replace")
