"""What was judged already, as JSON lines in a file: a batch that was stopped goes on where it was, documents that did not change are not judged again."""

from __future__ import annotations

import hashlib
import json
import os
import time
from dataclasses import asdict, fields
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

from govreport.cli.errors import USAGE, CommandError
from govreport.cli.judged import Judged
from govreport.cli.outputs import refusal
from govreport.validation import Verdict

GROUP, SECONDS = 64, 2.0
"""So many lines, or those of so many seconds, are brought to the disk together: no more than these are judged again after a crash."""

_BEGINS = b'{"key":"'
"""How every line begins, and so the file, also where its first line was cut off."""

_Mark = tuple[str, str]


class Journal:
    """A journal that is open; ``key`` names all that a judgement depends on but the document: lines with another key do not count.

    Only places in the file are held in memory. A last line that was cut off does not count. A file that is no journal is left as it is.
    """

    def __init__(self, target: str, key: str) -> None:
        self._key, self._waiting, self._brought = key, 0, time.monotonic()
        self._places: dict[_Mark, int] = {}
        self._target = target
        try:
            self._file: BinaryIO = Path(target).open("a+b")  # noqa: SIM115 (closed by the block that uses the journal)
            self._read()
        except OSError as error:
            raise refusal(target, error) from error

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            self._sync()
        finally:
            self._file.close()

    def known(self, source: str, digest: str) -> Judged | None:
        """Return what was judged of a document with this digest, None where it was not."""
        place = self._places.get((source, digest))
        if place is None:
            return None
        self._file.seek(place)
        return _judged(json.loads(self._file.readline()))

    def add(self, source: str, digest: str, judged: Judged) -> None:
        """Write what was judged of a document; raises ``CommandError`` where the file cannot be written."""
        line = {"key": self._key, "source": source, "sha256": digest, **asdict(judged), "verdict": judged.verdict.value}
        try:
            self._file.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace") + b"\n")
            self._waiting += 1
            if self._waiting >= GROUP or time.monotonic() - self._brought > SECONDS:
                self._sync()
        except OSError as error:
            raise self._refused(error) from error

    def _refused(self, error: OSError) -> CommandError:
        return refusal(self._target, error)

    def _sync(self) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())
        self._waiting, self._brought = 0, time.monotonic()

    def _read(self) -> None:
        """Note where the lines of this key stand, and end a last line that was cut off."""
        self._file.seek(0)
        place, ended = 0, True
        for line in self._file:
            if place == 0 and not line.startswith(_BEGINS) and not _BEGINS.startswith(line):
                self._file.close()
                raise CommandError(USAGE, "error.no-journal", name=self._target)
            ended = line.endswith(b"\n")
            mark = _mark(line, self._key) if ended else None
            if mark is not None:
                self._places[mark] = place
            place += len(line)
        if not ended:
            self._file.write(b"\n")


def _mark(line: bytes, key: str) -> _Mark | None:
    try:
        found = json.loads(line)
        return (found["source"], found["sha256"]) if found["key"] == key and _judged(found) is not None else None
    except (ValueError, KeyError, TypeError):
        return None


def _judged(found: dict[str, Any]) -> Judged:
    values = {each.name: found[each.name] for each in fields(Judged)}
    values["verdict"] = Verdict(found["verdict"])
    values["counts"] = tuple((int(rank), str(code), int(count)) for rank, code, count in found["counts"])
    values["waivers"] = tuple((int(number), bool(used)) for number, used in found["waivers"])
    values["rows"] = tuple(map(tuple, found["rows"]))
    return Judged(**values)


def digest(data: bytes) -> str:
    """Return the SHA-256 of some bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def key(*parts: object) -> str:
    """Return a short name for all that a judgement depends on."""
    return digest(json.dumps(parts, ensure_ascii=False, sort_keys=True, default=str).encode())[:16]
