"""Tables found in a stream of tokens: which table of the form each label belongs to, and what stands behind each row label."""

from __future__ import annotations

from collections.abc import Sequence

from govreport.readers.legacy.drift import settled
from govreport.readers.legacy.instances import Instance, Run, is_table, merge
from govreport.readers.legacy.labels import Use, normal
from govreport.readers.legacy.openings import unlabelled
from govreport.readers.legacy.owners import Owners
from govreport.readers.legacy.serials import Serials
from govreport.readers.legacy.shapes import Filling, shapes
from govreport.readers.legacy.tokens import Token, What
from govreport.readers.legacy.torn import SOME, continued, give_back, speaks
from govreport.standard import Standard

PROSE_LENGTH = 36
HEAD_KINDS = frozenset({"column", "heading", "corner", "block"})
_SLOTS = frozenset({What.VALUE, What.BLANK, What.SOFT, What.PAD})


def instances(tokens: Sequence[Token], standard: Standard, year: int | None = None) -> list[Instance]:
    """Return the copies of tables in reading order; words that merely look like a label make none.

    ``year`` tells a table from those that other editions print alike under other keys.
    """
    return [found for found in map(settled, merge(_Scan(tokens, standard, year).run())) if is_table(found, standard)]


class _Scan:
    """A walk over the tokens that hands each label to a table and each value to the row before it."""

    def __init__(self, tokens: Sequence[Token], standard: Standard, year: int | None) -> None:
        self._tokens = tokens
        self._owners = Owners(tokens, standard, year)
        self._shapes = shapes(standard)
        self._across = self._shapes.across
        self._filling = Filling(self._shapes)
        self._done: list[Instance] = []
        self._current: Instance | None = None
        self._run: Run | None = None
        self._heads: list[Token] = []
        self._in_head = self._glued = False
        self._head: Token | None = None
        self._left: Run | None = None
        self._serials = Serials()

    def run(self) -> list[Instance]:
        """Return every instance, the doubtful ones too."""
        for place, token in enumerate(self._tokens):
            if token.what is What.LABEL:
                self._label(place, token)
            elif token.what is What.HEADING:
                self._left = self._run if self._run and (self._run.label or self._run.solid) else self._left
                self._close()
            elif token.what in _SLOTS:
                self._slot(place, token)
            else:
                self._text(place, token)
        self._close()
        return self._done

    def _close(self) -> None:
        if self._current is not None:
            self._done.append(self._current)
        self._current, self._run, self._heads, self._in_head, self._glued = None, None, [], False, False

    def _label(self, place: int, token: Token) -> None:
        assert token.match is not None
        self._drop_leading(place, token)
        self._left = None
        table = self._owners.owner(place, self._current.table if self._current else None)
        uses = tuple(use for use in token.match.uses if use.table == table)
        kind = self._kind(uses, table)
        if kind not in HEAD_KINDS:
            uses = tuple(use for use in uses if use.kind not in HEAD_KINDS)
        if self._current is None or self._current.table != table or self._restarts(kind, uses):
            self._begin(table)
        assert self._current is not None
        before = [token.what for token in self._tokens[max(place - 2, 0) : place]]
        self._current.opens = self._current.opens or before == [What.PAD, What.SOFT]
        self._current.labels.append(token)
        self._current.tokens.append(token)
        if kind in HEAD_KINDS or table in self._across:
            self._heading(token, kind, table)
        elif self._run and not self._run.slots and self._run.uses == uses:
            self._run.label = token
        else:
            self._in_head = False
            self._run = Run(token, uses, heads=tuple(self._heads))
            self._current.runs.append(self._run)

    def _begin(self, table: str) -> None:
        """Begin another copy of a table; the heads just above it, which go on the table before it, are its own."""
        goes_on = self._current is not None and self._current.table == table and self._in_head and table not in self._across
        taken, heads = (self._current.parted(self._head), self._heads) if goes_on and self._current and self._head else (Instance(table), [])
        self._close()
        self._current, self._serials, self._heads = taken, self._serials.of(table), heads

    def _drop_leading(self, place: int, token: Token) -> None:
        """Take what stands before a label on its own line from the row above: empty pieces, merged cells of the new row, and the row's number."""
        slots = self._run.slots if self._run else []
        self._filling.begin()
        before = self._tokens[max(place - 2, 0) : place]
        strays = self._current.strays if self._current else []
        if self._serials.counts(before, token, self._run is None):
            for pile in (slots, strays):
                del pile[len(pile) - (pile[-1:] == before[-1:]) :]
        if self._run is not None:
            give_back(self._run, token)

    def _heading(self, token: Token, kind: str, table: str) -> None:
        assert self._current is not None
        if not self._in_head or (kind == "block" and table not in self._across):
            self._heads, self._in_head, self._head = [], True, token
        if kind == "column":
            self._heads.append(token)
        self._run = None
        if table in self._across:
            if self._current.runs and not self._current.runs[-1].solid:
                self._current.runs.pop()
            self._run = Run(None, (), heads=tuple(self._heads))
            self._current.runs.append(self._run)

    def _kind(self, uses: tuple[Use, ...], table: str) -> str:
        kinds = {use.kind for use in uses}
        heads, rows = kinds & HEAD_KINDS, kinds - HEAD_KINDS
        if not heads or not rows:
            return "row" if rows else ("column" if "column" in heads else next(iter(heads)))
        had_rows = self._current is not None and self._current.table == table and bool(self._current.runs)
        return "column" if self._in_head or not had_rows else "row"

    def _restarts(self, kind: str, uses: tuple[Use, ...]) -> bool:
        """Return whether a label opens another copy of the table: a row seen before, behind heads or at the form's beginning, or the first head."""
        current = self._current
        if current is None or not current.runs or not uses:
            return False
        if uses[0].table in self._across:
            filled = any(run.solid for run in current.runs)
            return filled and not self._in_head and kind in ("group", "row") and current.begins_with(uses)
        if kind in HEAD_KINDS:
            return current.bare  # a menu, or a list of contents, above the table
        if self._in_head and all(use.kind == "row" for use in uses) and self._shapes.goes_back(current, uses):
            return True
        return current.runs[0].uses == uses and bool(current.runs[0].slots)

    def _slot(self, place: int, token: Token) -> None:
        if self._run is None or self._current is None:
            if token.what is What.VALUE:
                if self._current is not None:
                    self._current.strays.append(token)
                if self._left is not None:
                    self._left.cut = True
            return
        strays, slots = self._current.strays, self._run.slots
        if token.what is not What.VALUE and strays and slots and slots[-1].line < strays[-1].line:
            return  # an empty cell behind words that are nobody's
        if unlabelled(self._tokens, place, self._run, self._filling):
            self._left, self._run = self._run, Run(None, ())
            self._current.runs.append(self._run)
        self._current.tokens.append(token)
        beside_head = self._run.label is None and self._current.labels[-1].last_line == token.line
        if token.what is What.VALUE:
            if self._left is not None and self._run.label is None and token.cell is None:
                self._left.cut = True  # unless the row above has all its numbers, this may be another
            self._in_head = False
            self._current.glued = self._current.glued or self._glued
        elif beside_head:
            return
        self._run.slots.append(token)

    def _text(self, place: int, token: Token) -> None:
        """Words that are no label: prose ends a row; in a barred line they are a cell; at a line's start a row of their own."""
        current, run, left = self._current, self._run, self._run or self._left
        if current is None:
            return
        self._glued = self._glued or token.what is What.GLUED
        if not token.barred and len(token.text) > PROSE_LENGTH:
            self._run = self._left = None
            return
        if run is not None and not token.barred and not normal(token.text) and self._filling.full(run):
            current.tokens.append(token)  # a speck behind the last cell
            return
        torn = continued(current, run, token)
        if torn is not None:
            self._run = torn
            current.tokens.append(token)
            return
        if self._in_head:
            self._heads.append(token)
        following = self._tokens[place + 1] if place + 1 < len(self._tokens) else None
        spoken = bool(current.strays) and current.strays[-1].line == token.line and not token.barred
        opens = following is not None and following.what in _SLOTS and not spoken
        own_line = following is None or following.line != token.line
        beside = run is not None and run.label is not None and (token.cell is None or token.line == run.label.last_line)
        if run is not None and beside and token.barred and (not token.first or (own_line and not self._filling.full(run))):
            run.slots.append(token)
            current.tokens.append(token)
        elif speaks(current, run, token, self._filling):
            assert run is not None
            run.slots.append(token)
            current.tokens.append(token)
        elif opens and current.runs and current.table not in self._across and (token.barred or not self._in_head):
            if left is not None and (not token.barred or len(normal(token.text)) <= SOME):
                left.cut = True
            self._run = Run(token, ())
            current.runs.append(self._run)
            current.tokens.append(token)
        else:
            current.strays.append(token)
            if left is not None and left.slots and not token.barred and len(normal(token.text)) <= SOME and any(map(str.isdigit, token.text)):
                left.cut = True
            if current.table not in self._across and not self._in_head:
                self._left, self._run = left, None
