"""The register of organs, kept in memory until it changes, and who stands under whom today."""

from __future__ import annotations

import datetime
import threading
from dataclasses import dataclass, field

from govreport.archive import Archive
from govreport.archive.catalogue import database, queries, sight
from govreport.archive.organs import AREA, Organ, Register


@dataclass
class _Known:
    register: Register
    sequence: int
    under: dict[str, frozenset[str]] = field(default_factory=dict)


class Registry:
    """Gives the register as it is now; asked often, it reads the log's end and no more."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._lock = threading.Lock()
        self._known: _Known | None = None

    def register(self) -> Register:
        """Return the register of organs."""
        return self._now().register

    def under(self, organ: str) -> frozenset[str]:
        """Return the ids of an organ and of all that stand below it.

        An organ stands under its parent by area or, where it has none, under those by line of business: those of its last year, once it has ended.
        """
        known = self._now()
        if organ not in known.under:
            known.under[organ] = _below(known.register, organ)
        return known.under[organ]

    def _now(self) -> _Known:
        with self._lock, self._archive.reading() as connection:
            known, sequence = self._known, database.head(connection).sequence
            if known is None or (sequence != known.sequence and sight.organs_changed(connection, known.sequence)):
                known = _Known(Register(queries.organs(connection)), sequence)
            known.sequence = sequence
            self._known = known
            return known


def _below(register: Register, root: str) -> frozenset[str]:
    children: dict[str, list[str]] = {}
    for organ in register.organs.values():
        for parent in _parents(organ):
            children.setdefault(parent, []).append(organ.id)
    found, queue = {root}, [root]
    while queue:
        new = [each for each in children.get(queue.pop(), ()) if each not in found]
        found.update(new)
        queue += new
    return frozenset(found)


def _parents(organ: Organ) -> tuple[str, ...]:
    today = datetime.date.today().year
    year = min(today, organ.span.end.year) if organ.span.end else today
    return organ.parents_at(year, AREA) or organ.parents_at(year)
