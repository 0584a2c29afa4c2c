"""The labels of every edition as an index: what a piece of text may be, told by its words alone, never by its position."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from govreport.forms import TableForm
from govreport.readers.legacy.variants import Variant, variants
from govreport.standard import Standard

MINIMUM_RATIO = 74
MINIMUM_SHORT_RATIO = 80
MARGIN = 8
OPENING = "(\uff08"
MINIMUM_CUT, MINIMUM_NUMBERED = 5, 1
"""A label may be cut off behind so many letters, or behind so many after its number."""
Heads = tuple[tuple[str, ...], frozenset[str]]
_BRACKETED = re.compile(r"[（(][^（()）]*[)）]?")


class Use(NamedTuple):
    """What a label stands for: ``kind`` is row, group, column, heading (of columns), block, corner or title; ``key`` where it has one."""

    table: str
    edition: str
    kind: str
    key: str
    cut: bool = False


class Match(NamedTuple):
    """A recognised label: its uses, the label as printed and, for a misprint, what share of it agrees (100 is exact)."""

    uses: tuple[Use, ...]
    label: str
    score: float = 100.0
    remark: str | None = None


@lru_cache(maxsize=65536)
def normal(text: str) -> str:
    """Return a text for comparing: compatibility forms folded, only letters and digits left."""
    if text.isascii() and text.isdigit():
        return text
    return "".join(character for character in unicodedata.normalize("NFKC", text).lower() if character.isalnum())


@lru_cache(maxsize=16384)
def ordinal_length(text: str) -> int:
    """Return how many leading characters of a normal label number it: numerals that stand before its words."""
    length = 0
    while length < len(text) - 1 and unicodedata.numeric(text[length], -1) >= 0:
        length += 1
    return length


class LabelIndex:
    """Every label of every edition with its recognised variants, by normal text; ``across``: heads of tables printed side by side, by their number."""

    def __init__(self, standard: Standard) -> None:
        self._exact: dict[str, list[Use]] = {}
        self._printed: dict[str, str] = {}
        self._paths: dict[str, list[tuple[Use, str]]] = {}
        self._columns: dict[tuple[str, str, str], tuple[str, ...]] = {}
        self.across: dict[int, dict[Heads, None]] = {}
        for form in standard.forms.values():
            for table in form.tables.values():
                for use, label in _uses(table):
                    self._add(use, label)
                self._add_paths(table)
                if table.across:
                    heads = [normal(column.label) for column in table.blocks[0].columns] * len(table.leaves)
                    self.across.setdefault(len(heads), {})[tuple(heads), frozenset(normal(row.label) for row in table.rows.values())] = None
                self._columns |= {(table.key, table.edition, row): tuple(columns) for row, columns in table.columns.items()}
            for variant in variants(standard, form):
                self._add_variant(variant)
        self._prefixes: dict[str, list[str]] = {}
        for text in self._exact:
            for length in range(1, len(text) + 1):
                self._prefixes.setdefault(text[:length], []).append(text)
        self._fuzzy = [text for text in self._exact if len(text) >= 4]
        self._memory: dict[str, Match | None] = {}
        self.longest = max(map(len, self._exact))

    def _add(self, use: Use, label: str, printed: str | None = None) -> None:
        text = normal(label)
        forms = {text, normal(_BRACKETED.sub("", label)), text[ordinal_length(text) :]}
        for form in forms:
            if len(form) >= 2:
                uses = self._exact.setdefault(form, [])
                if use not in uses:
                    uses.append(use)
                self._printed.setdefault(form, printed or label)

    def _add_paths(self, table: TableForm) -> None:
        """Add the labels of rows behind those of the groups that they are in, as a copy has them that gives each row a table of its own."""
        for row in table.leaves:
            for first in range(len(row.labels) - 1):
                parts = list(map(normal, row.labels[first:]))
                for path in ("".join(parts), "".join(part[ordinal_length(part) :] for part in parts)):
                    self._paths.setdefault(path, []).append((Use(table.key, table.edition, "row", row.key), row.label))

    def _add_variant(self, variant: Variant) -> None:
        table, row, column = variant.table, variant.row, variant.column
        kind = "column" if column else ("row" if row in table.columns else "group")
        self._add(Use(table.key, table.edition, kind, column or row or "", variant.cut), variant.text, variant.printed)

    def columns(self, row: Use) -> tuple[str, ...]:
        """Return the keys of the columns that a row has, in order; none where a use is no row with cells."""
        return self._columns.get((row.table, row.edition, row.key), ()) if row.kind == "row" else ()

    def is_prefix(self, text: str) -> bool:
        """Return whether some label begins with a normal text."""
        return text in self._prefixes

    def cut(self, text: str) -> Match | None:
        """Return the label of which a normal text is the beginning, None where it is too short or begins several."""
        number = ordinal_length(text)
        if len(text) < (number + MINIMUM_NUMBERED if number else MINIMUM_CUT):
            return None
        labels = self._prefixes.get(text, ())
        names = {(use.table, use.key) for label in labels for use in self._exact[label]}
        if len(names) != 1:
            return None
        longest = max(labels, key=len)
        return Match(tuple(use for label in labels for use in self._exact[label]), self._printed[longest], 100.0 * len(text) / len(longest))

    def exact(self, text: str) -> Match | None:
        """Return the label that a normal text is, None where it is none."""
        uses = self._exact.get(text)
        return Match(tuple(uses), self._printed[text]) if uses else None

    def path(self, text: str) -> Match | None:
        """Return the row that a normal text names behind its groups; such a text is one piece, and never the beginning of another."""
        found = self._paths.get(text)
        return Match(tuple(dict.fromkeys(use for use, _ in found)), found[0][1]) if found else None

    def find(self, raw: str) -> Match | None:
        """Return the label that a piece of text is: exactly, with a remark in brackets behind it, or misprinted; else None."""
        if raw not in self._memory:
            if len(self._memory) > 50_000:
                self._memory.clear()
            self._memory[raw] = self._find(raw)
        return self._memory[raw]

    def _find(self, raw: str) -> Match | None:
        text = normal(raw)
        if len(text) < 2 or len(text) > 3 * self.longest:
            return None
        found = self.exact(text) or self.path(text) or self.cut(text)
        if found:
            return found
        bare, remark = _without_remark(raw)
        if remark:
            found = self.exact(normal(bare)) or self._similar(normal(bare))
            if found:
                return Match(found.uses, found.label, found.score, remark)
        found = self._similar(text)
        return found if found and (raw[0] not in OPENING or found.label[0] in OPENING) else None

    def _similar(self, text: str) -> Match | None:
        if len(text) < 4 or text.isascii() or len(text) > self.longest + 6:
            return None
        best = process.extract(text, self._fuzzy, scorer=fuzz.ratio, score_cutoff=MINIMUM_RATIO if len(text) > 5 else MINIMUM_SHORT_RATIO, limit=3)
        if not best:
            return None
        label, score, _ = best[0]
        names = {(use.table, use.key) for use in self._exact[label]}
        for other, rival, _ in best[1:]:
            if rival > score - MARGIN and not names & {(use.table, use.key) for use in self._exact[other]}:
                return None
        return Match(tuple(self._exact[label]), self._printed[label], score)


def _uses(table: TableForm) -> Iterator[tuple[Use, str]]:
    for block in table.blocks:
        if block.label:
            yield Use(table.key, table.edition, "block", block.label), block.label
        if block.head:
            yield Use(table.key, table.edition, "corner", ""), block.head
        for column in block.columns:
            yield Use(table.key, table.edition, "column", column.key), column.label
            for group in column.groups:
                yield Use(table.key, table.edition, "heading", ""), group
        for row in block.rows:
            yield Use(table.key, table.edition, "row" if row.leaf else "group", row.key), row.label
    if table.corner:
        yield Use(table.key, table.edition, "corner", ""), table.corner


def _without_remark(raw: str) -> tuple[str, str]:
    """Return a text without what stands in brackets behind its first words, and that remark."""
    found = _BRACKETED.search(raw, 1)
    while found and len(normal(raw[: found.start()])) < 2:
        found = _BRACKETED.search(raw, found.end())
    return (raw[: found.start()], found.group()) if found else (raw, "")


@lru_cache(maxsize=8)
def label_index(standard: Standard) -> LabelIndex:
    """Return the index of a standard, built once a process."""
    return LabelIndex(standard)
