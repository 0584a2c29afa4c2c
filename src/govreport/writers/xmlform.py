"""Whether a document is in the very form that the XML writer writes, told without making the report of it.

Lines are looked at as text, tables are written again and compared. What is not met in an ordinary report (references, restatements, waivers)
is not known here: such a document is left to be written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from govreport.model import NA, Table
from govreport.numerals import MAXIMUM_DIGITS
from govreport.standard import Standard
from govreport.writers.xml import INDENT, table_lines

_TEXT, _VALUE = r"[^<\s][^<]*(?<=\S)", r"[^\"\s][^\"]*(?<=\S)"
"""What else must not stand in them is looked for in the whole document at one go, which takes no time."""
_REFERRED = ("&", "\t", "\r")
"""What is written as a reference or read as something else."""

_NUMBER = re.compile(f'="(?:0|[1-9][0-9]{{0,{MAXIMUM_DIGITS - 1}}}|{NA.value})"')


def _has(*names: str) -> str:
    """Return the pattern of attributes that may be there, in this order."""
    return "".join(f'(?: {name}="{_VALUE}")?' for name in names)


_LEAVES = (
    f"paragraph>{_TEXT}</paragraph>",
    f"tr>(?:<td>{_TEXT}</td>|<td/>)+</tr>",
    "tr/>",
    *(f"{name}>{_TEXT}</{name}>" for name in ("year", "scope", "title", "documentNumber", "published", "contact", "name")),
    f"note{_has('table', 'row', 'column', 'kind')}>{_TEXT}</note>",
    f"period{_has('from', 'to')}/>",
    f"agency(?= ){_has('kind', 'level', 'uscc')}/>",
    f"provenance{_has('source', 'sha256', 'reader', 'schema')}/>",
)
_CONTAINERS = (
    f"chapter{_has('key', 'number', 'title')}",
    f"section{_has('number', 'title')}",
    f"attachment{_has('title', 'fileName', 'mediaType', 'sha256')}",
    f"grid{_has('caption')}",
    "metadata",
)
_OPEN = (*_CONTAINERS, f"agency{_has('kind', 'level', 'uscc')}", "annotations")
_TAGS = (
    f"(?:{'|'.join(_OPEN)})(?P<open>>)",
    f"(?:{'|'.join(_CONTAINERS)})/>",
    "/(?:chapter|section|attachment|grid|metadata|agency|annotations|report)>(?P<close>)",
    r'[A-Za-z]+ xmlns=(?P<table>")[^\n]*',
)
# the sign that all begin with stands in front, so that the next one tells them apart
_LEAF, _TAG = f"(?:{'|'.join(_LEAVES)})\n", f"(?:{'|'.join(_TAGS)})\n"
# leaves come in crowds, all as deep as the first
_LINES = rf"( *)<(?:{_LEAF}(?:\1<{_LEAF})*|{_TAG})"


def is_written(data: bytes, tables: Sequence[Table], standard: Standard) -> bool:
    """Return whether a document is, byte for byte, what the writer writes of the report in it; False also where that is not certain.

    The document is valid against ``report.xsd`` and was read with nothing to note; ``tables`` are its tables in their order.
    """
    text = data.decode("utf-8", errors="replace")
    # where all that could end a tag does, no line ends within a text or a value
    if any(sign in text for sign in _REFERRED) or text.count("<") != text.count(">") or text.count("\n") != text.count(">\n"):
        return False
    head = _head(standard.namespace).match(text)
    return head is not None and _in_lines(text, head.end(), tables, standard)


def _in_lines(text: str, at: int, tables: Sequence[Table], standard: Standard) -> bool:
    """Return whether all lines behind the root's are as they are written: of a known shape, as deep as it nests, no element empty."""
    following, depth, opened, left = _next().match, 1, False, iter(tables)
    while depth:
        found = following(text, at)
        if found is None:
            return False
        kind, at = found.lastgroup, found.end()
        if kind == "close":
            depth -= 1
            if opened:
                return False
        if found.end(1) - found.start(1) != depth * len(INDENT):
            return False
        if kind == "table":
            table = next(left, None)
            end = None if table is None else _behind(text, found.start(), found[1], table, standard)
            if end is None:
                return False
            at = end
        opened = kind == "open"
        depth += opened
    return at == len(text) and next(left, None) is None


def _behind(text: str, start: int, indent: str, table: Table, standard: Standard) -> int | None:
    """Return where a table that is as it is written ends, None where it is not."""
    last = f"\n{indent}</{table.key}>\n"
    end = text.find(last, start) + len(last)
    numbers, without = _without_numbers(table.edition, table.key, indent, standard)
    if numbers == len(table.cells) and not table.units and _NUMBER.sub("", text[start:end]) == without:
        # nearly all are such: every cell has a number, as counts are written
        return end
    written = "\n".join((*table_lines(table, standard, indent), ""))
    return start + len(written) if text.startswith(written, start) else None


@lru_cache(maxsize=64)
def _without_numbers(edition: str, key: str, indent: str, standard: Standard) -> tuple[int, str]:
    """Return how many cells a table has, and how it is written where each has a number, without the numbers."""
    zeros = Table(key, edition, dict.fromkeys(standard.forms[edition].tables[key].cells, 0))
    return len(zeros.cells), _NUMBER.sub("", "\n".join((*table_lines(zeros, standard, indent), "")))


@lru_cache(maxsize=8)
def _head(namespace: str) -> re.Pattern[str]:
    return re.compile(rf'<\?xml version="1\.0" encoding="UTF-8"\?>\n<report xmlns="{re.escape(namespace)}" schema="{_VALUE}">\n')


@lru_cache(maxsize=1)
def _next() -> re.Pattern[str]:
    return re.compile(_LINES)
