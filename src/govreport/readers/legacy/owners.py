"""Which table a label belongs to where several have it: tables of one edition, and those that editions print alike under keys of their own."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from govreport.readers.legacy.labels import Use
from govreport.readers.legacy.tokens import Token, What
from govreport.standard import Standard

AHEAD = 60
"""So many labels behind one are asked whose it is: more than a table has rows and heads."""


class Owners:
    """Tells the tables of the labels of a stream of tokens; where nothing else does, an edition in force for ``year`` goes first, then the newest."""

    def __init__(self, tokens: Sequence[Token], standard: Standard, year: int | None) -> None:
        self._places = [place for place, token in enumerate(tokens) if token.what in (What.LABEL, What.HEADING)]
        self._tokens = tokens
        self._editions: Counter[str] = Counter()
        forms = [*standard.forms.values(), *standard.latest(year)]
        self._ranks = {form.edition: rank for rank, form in enumerate(forms)}

    def owner(self, place: int, current: str | None) -> str:
        """Return the table of a label: the current one, unless the edition that it is of has the label elsewhere alone; else the one named behind."""
        match = self._tokens[place].match
        assert match is not None
        known = {use.table for use in match.uses}
        table = current if current in known else None
        if len(known) > 1 and table:
            edition = max(self._editions, key=lambda each: (self._editions[each], self._ranks[each]), default=None)
            own = {use.table for use in match.uses if use.edition == edition}
            table = None if own and table not in own else table
        table = table or self._named(place, match.uses, known)
        if table != current:
            self._editions.clear()
        if match.score == 100:
            self._editions.update({use.edition for use in match.uses if use.table == table})
        return table

    def _named(self, place: int, uses: Sequence[Use], known: set[str]) -> str:
        """Return the table that the labels behind one name, up to the next heading; it may be each of those known."""
        if len(known) > 1:
            first = bisect_right(self._places, place)
            for later in self._places[first : first + AHEAD]:
                match = self._tokens[later].match
                if match is None:
                    break
                named = {use.table for use in match.uses}
                if len(named) == 1 and named <= known:
                    return next(iter(named))
        return max(uses, key=lambda use: self._ranks[use.edition]).table
