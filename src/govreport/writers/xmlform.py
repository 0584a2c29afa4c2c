"""Whether a document is in the very form that the XML writer writes, told without making the report of it.

Lines are looked at as text, tables are written again and compared. What is not met in an ordinary report (references, restatements, waivers)
is not known here: such a document is left to be written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from govreport.model import Table
from govreport.standard import Standard
from govreport.writers.xml import INDENT, table_lines

_TEXT, _VALUE = r"[^<\s][^<]*(?<=\S)", r"[^\"\s][^\"]*(?<=\S)"
"""What else must not stand in them is looked for in the whole document at one go, which takes no time."""
_REFERRED = ("&", "\t", "\r", "<!")
"""What is written as a reference or read as something else, and what is no element."""


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
_SHAPES = (
    *_LEAVES,
    f"(?:{'|'.join(_OPEN)})(?P<open>>)",
    f"(?:{'|'.join(_CONTAINERS)})/>",
    "/(?:chapter|section|attachment|grid|metadata|agency|annotations|report)>(?P<close>)",
    r'[A-Za-z]+ xmlns=(?P<table>")[^\n]*',
)
# the sign that all begin with stands in front, so that the next one tells them apart
_LINE = f"( *)<(?:{'|'.join(_SHAPES)})\n"


def is_written(data: bytes, tables: Sequence[Table], standard: Standard) -> bool:
    """Return whether a document is, byte for byte, what the writer writes of the report in it; False also where that is not certain.

    The document is valid against ``report.xsd`` and was read with nothing to note; ``tables`` are its tables in their order.
    """
    text = data.decode("utf-8", errors="replace")
    head = _head(standard.namespace).match(text)
    if head is None or any(sign in text for sign in _REFERRED) or text.count("<") != text.count(">"):
        return False
    lines = _lines(text, head.end(), tables, standard)
    # as many as there are line breaks: then there is none in a text
    return lines is not None and text.count("\n") == lines + head[0].count("\n")


def _lines(text: str, at: int, tables: Sequence[Table], standard: Standard) -> int | None:
    """Return the number of lines behind the root's, None unless each is as it is written: of a known shape, as deep as it nests, no element empty."""
    line, depth, opened, left, lines = _line().match, 1, False, iter(tables), 0
    while depth:
        found = line(text, at)
        if found is None:
            return None
        kind, at, lines = found.lastgroup, found.end(), lines + 1
        if kind == "close":
            depth -= 1
            if opened:
                return None
        if found.end(1) - found.start(1) != depth * len(INDENT):
            return None
        if kind == "table":
            table = next(left, None)
            written = [] if table is None else table_lines(table, standard, found[1])
            whole = "\n".join(written)
            if not written or not text.startswith(whole + "\n", found.start()):
                return None
            at, lines = found.start() + len(whole) + 1, lines + len(written) - 1
        opened = kind == "open"
        depth += opened
    return lines if at == len(text) and next(left, None) is None else None


@lru_cache(maxsize=8)
def _head(namespace: str) -> re.Pattern[str]:
    return re.compile(rf'<\?xml version="1\.0" encoding="UTF-8"\?>\n<report xmlns="{re.escape(namespace)}" schema="{_VALUE}">\n')


@lru_cache(maxsize=1)
def _line() -> re.Pattern[str]:
    return re.compile(_LINE)
