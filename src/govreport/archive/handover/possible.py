"""What the versions and organs of a package can be: whoever made it may have made anything, and nothing else looks at it again."""

from __future__ import annotations

import re
from typing import get_type_hints

import sqlalchemy as sa

from govreport.archive.catalogue import tables
from govreport.archive.failures import need_text
from govreport.archive.organs import AREA, DIVISION, ID, KINDS, LEVELS, LINE, NAME, Organ
from govreport.archive.states import STATES, Version, record_id
from govreport.rules.identity import LENGTH
from govreport.validation.findings import Verdict

_KINDS = get_type_hints(Version)
_VERDICTS = frozenset(each.value for each in Verdict)
_DIGEST = re.compile(r"[0-9a-f]{64}")
_MOST, _LARGE = 2**31, 2**53


def need_version(version: Version) -> None:
    """Raise ``ValueError`` for a version whose values are not of their kinds, or that has a state, a verdict or an id that there is none of."""
    row = version.row()
    for name, kind in _KINDS.items():
        _need(isinstance(row[name], kind) and (kind is bool or not isinstance(row[name], bool)), name)
    need_text(*(value for value in row.values() if isinstance(value, str)))
    _need(version.state in STATES and version.verdict in _VERDICTS, "state")
    if version.organ is not None and version.year is not None:
        _need(version.id == record_id(version.organ, version.year, version.scope or ""), "id")
    _need(version.version > 0, "number")
    for column in tables.versions.columns:
        # what SQLite takes and a PostgreSQL does not could never be moved there
        value, kind = row[column.name], column.type
        if isinstance(value, str) and isinstance(kind, sa.String):
            _need(kind.length is None or len(value) <= kind.length, column.name)
        elif isinstance(value, int):
            _need(value < (_LARGE if isinstance(kind, sa.BigInteger) else _MOST), column.name)
    _need(all(map(_DIGEST.fullmatch, (version.sha256, version.bundle))), "digest")


def need_organ(organ: Organ) -> None:
    """Raise ``ValueError`` for an organ whose id, names, kinds and levels cannot be entered in a register."""
    _need(ID.fullmatch(organ.id) is not None and bool(organ.namings), "id")
    for each in organ.namings:
        _need(isinstance(each.name, str) and bool(each.name.strip()), "name")
        need_text(each.name, each.uscc, each.division)
        _need(len(each.name) <= NAME and len(each.uscc or "") <= LENGTH and len(each.division or "") <= DIVISION, "length")
        _need(each.kind in (None, *KINDS) and each.level in (None, *LEVELS), "kind")
    _need(all(each.kind in (AREA, LINE) and isinstance(each.organ, str) for each in organ.parents), "parent")
    _need(organ.succession is None or all(isinstance(each, str) for each in (organ.succession.fate, *organ.succession.successors)), "fate")


def _need(holds: bool, name: str) -> None:
    if not holds:
        raise ValueError(name)
