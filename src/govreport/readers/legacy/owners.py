"""Which table a label belongs to where several have it: tables of one edition, and those that editions print alike under keys of their own."""

from __future__ import annotations

from bisect import bisect_right
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
        forms = [*standard.forms.values(), *standard.latest(year)]
        self._ranks = {form.edition: rank for rank, form in enumerate(forms)}

    def owner(self, place: int, uses: Sequence[Use]) -> str:
        """Return the table of a label that several may have: the one that the labels behind it name, up to the next heading."""
        known = {use.table for use in uses}
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
