"""The text of a cell as a value: exactly, or not at all."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from govreport.model import NA, Value
from govreport.readers.legacy.labels import normal
from govreport.vocabulary import Vocabulary

MAXIMUM_DIGITS = 12
MAXIMUM_DECIMALS = 6
OTHER_LETTERS = 2
_NUMBER = r"(?P<sign>[+-]?)\s?(?P<digits>[0-9]{1,3}(?:[, ][0-9]{3})+|[0-9]+)(?P<decimals>\.[0-9]+)?"
_DIGIT = re.compile("[0-9]")
_AS_TEXT = re.compile("^['\u2018\u2019](?=[+-]?[0-9])")
_BARE = re.compile(rf"^{_NUMBER}$")
_RAISED, _CIRCLED = "\u00b2\u00b3\u00b9\u2070\u2074-\u2079", "\u2460-\u2487\u2776-\u2793\u24f5-\u24fe"
_OPENS = f"(（\\[【〔〖{{^$*※\u2020\u2021\u207d{_CIRCLED}{_RAISED}"
"""What may open a note behind a number."""
_BRACKETS = "(（[［【〔〖{｛"
_BEHIND = (
    "[(（].+[)）]",
    "\\^?(?:[\\[【〔〖{][^\\[\\]【】〔〕〖〗{}]{1,40}[\\]】〕〗}]){1,3}",
    f"\\$?\\^[{{(]?[0-9a-z*{_CIRCLED}]{{1,2}}[)}}]?[\\^$]?",
    f"[*※\u2020\u2021]{{1,3}}|[{_CIRCLED}]{{1,3}}|[{_RAISED}]{{1,2}}|\u207d[{_RAISED}]{{1,2}}\u207e",
)
"""Notes, and the marks of notes, behind a number."""
_WIDE = re.compile("[0-9][^0-9]*[\uff10-\uff19]|[\uff10-\uff19][^\uff10-\uff19]*[0-9]")
_DOUBTFUL = re.compile(
    "^(?:[?\ufffd]{1,2}|[?\ufffd]{0,2}[+-]?[0-9OolI]{1,12}(?:[.][0-9OolI]{1,6})?(?:%|[a-zA-Z\u00aa]|[^\\w\\s.,，。、:：;；~～/)）\\-–—－][^\\s\\u4e00-\\u9fff]{0,20})?)$"
)
"""What scanning, or the loss of a byte, may have made of a number, and a number with a sign behind it that is no note's."""


class Parsed(NamedTuple):
    """What a cell's text says: a value (None where not sure), how it was read, its unit, its note, and why it was left blank."""

    value: Value | None
    how: str = "direct"
    unit: str | None = None
    note: str | None = None
    reason: str | None = None


class ValueReader:
    """Reads values with the units and marks of a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._marks = {fold(word) for word in vocabulary.words("na")}
        counts, moneys = vocabulary.words("unit"), vocabulary.words("money-unit")
        self._unit = re.compile(rf"^{_NUMBER}\s*(?P<unit>{_alternatives((*counts, *moneys))})$")
        self._moneys = {fold(word): word for word in moneys}
        self.units = frozenset(moneys)
        self.empty = frozenset(vocabulary.words("empty"))
        self.other_heads = frozenset(map(normal, vocabulary.words("other-head")))
        named = sorted({*map(fold, (*moneys, *vocabulary.words("money-unit-other")))}, key=len, reverse=True)
        self._named = re.compile("|".join(map(re.escape, named)) or "(?!)")
        self._minus = frozenset(vocabulary.words("minus"))
        self._signed = re.compile(rf"^(?:{_alternatives((*vocabulary.words('plus'), *self._minus)) or '(?!)'})\s?(?=[0-9])")
        """A word for a sign before the digits of a change."""
        self._lines = vocabulary.patterns("unit-line")
        notes = vocabulary.words("note-mark")
        opens = _OPENS + "".join(sorted({word[0] for word in notes}))
        remarked = rf"(?:{_alternatives(notes) or '(?!)'})\s?[0-9{_CIRCLED}]{{1,2}}"
        self._noted = re.compile(rf"^(?P<number>[^{opens}]*?)\s?(?P<behind>{'|'.join((*_BEHIND, remarked))})$")
        """A number with a note, or the mark of one, behind it; white space has been folded, and only the first sign can open the note."""
        self._opening = re.compile(f"[{opens}［＊｛＾＄]")
        self._unsure = re.compile(rf"^{_NUMBER}\s*(?:{_alternatives(vocabulary.words('unit-unsure')) or '(?!)'})$")

    def looks_numeric(self, raw: str) -> bool:
        """Return whether a piece of text can be a value: a number with or without unit or note, or a mark."""
        text = fold(raw)
        if text in self._marks:
            return True
        if _DIGIT.search(text) is None:
            return False
        noted = self._noted.match(text)
        number = self._signed.sub("", noted.group("number") if noted else text)
        return _BARE.match(number) is not None or self._unit.match(number) is not None

    def may_be_number(self, raw: str) -> bool:
        """Return whether a word stands where a number stood that is not sure: with letters that look like digits, a lost byte, a unit that is not one."""
        text = fold(raw)
        return _DOUBTFUL.match(text) is not None or self._unsure.match(text) is not None

    def number(self, raw: str) -> str:
        """Return the part of a cell's text that is its number: what stands before a note."""
        return raw[: self._note_start(raw)] if self._noted.match(fold(raw)) else raw

    def read(self, raw: str, kind: str) -> Parsed:
        """Return the value of a cell's text for a column of that kind (count, change, money)."""
        text = fold(raw)
        if text in self._marks:
            return Parsed(NA, note=raw)
        noted = self._noted.match(text)
        end = self._note_start(raw) if noted else len(raw)
        if _WIDE.search(raw[:end]):
            return Parsed(None, "ambiguous", reason="number")  # figures of two widths: the latter may be the mark of a note
        if noted and noted.group("number"):
            inner = self._plain(noted.group("number").strip(), kind)
            if inner.value is not None:
                note = unicodedata.normalize("NFC", raw[end:].strip())
                note = note[1:-1].strip() if len(note) > 2 and note[0] in _BRACKETS and note.count(note[0]) == 1 else note
                return Parsed(inner.value, "note", inner.unit, note or None)
        return self._plain(text, kind)

    def _note_start(self, raw: str) -> int:
        found = self._opening.search(raw)
        return found.start() if found else len(raw)

    def _plain(self, text: str, kind: str) -> Parsed:
        if kind == "change":
            text = self._signed.sub(lambda found: "-" if found.group().strip() in self._minus else "+", text)
        found = _BARE.match(text)
        unit, how = None, "direct"
        if not found:
            found = self._unit.match(text)
            if not found:
                return Parsed(None, "ambiguous", reason="number")
            unit, how = self._moneys.get(found.group("unit")), "unit"
            if unit and kind != "money":
                return Parsed(None, "ambiguous", reason="money")
        return _number(found, kind, unit, how)

    def money_unit(self, label: str) -> str | None:
        """Return the unit of money that a head names, the longest where one holds another; None where it names none or lost bytes."""
        text = "".join(fold(label).split())
        if "?" in text or "\ufffd" in text:
            return None
        named = max(self._named.findall(text), key=len, default="")
        return self._moneys.get(named, named) or None

    def line_unit(self, line: str) -> str | None:
        """Return the unit of money that a line names which does nothing but name units."""
        found = next((match for pattern in self._lines if (match := pattern.match(line.replace("|", " ").strip()))), None)
        return self.money_unit(found.group("unit")) if found else None

    def remarked_unit(self, remark: str) -> str | None:
        """Return the unit that a remark in brackets names with hardly another word; None where more stands there."""
        unit = self.money_unit(remark)
        return unit if unit and len(normal(remark)) <= len(unit) + OTHER_LETTERS else None


def _number(found: re.Match[str], kind: str, unit: str | None, how: str) -> Parsed:
    digits = found.group("digits").replace(",", "").replace(" ", "")
    if digits[0] == "0" and len(digits) > 1:
        return Parsed(None, "ambiguous", reason="zero")
    decimals = (found.group("decimals") or "").rstrip("0").rstrip(".")
    if len(digits) + max(len(decimals) - 1, 0) > MAXIMUM_DIGITS or len(decimals) - 1 > MAXIMUM_DECIMALS:
        return Parsed(None, "ambiguous", reason="long")
    sign = found.group("sign")
    if sign:
        how = "sign" if how == "direct" else how
        if sign != "+" and digits != "0" and kind != "change":
            return Parsed(None, "ambiguous", reason="negative")
    negative = bool(sign) and sign != "+" and digits != "0"
    if kind == "money":
        return Parsed(Decimal(digits + decimals), how, unit)
    if decimals:
        return Parsed(None, "ambiguous", reason="decimal")
    return Parsed(-int(digits) if negative else int(digits), how, unit)


@lru_cache(maxsize=8)
def value_reader(vocabulary: Vocabulary) -> ValueReader:
    """Return the reader of values with the words of a vocabulary, built once a process."""
    return ValueReader(vocabulary)


_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20, 0x2212: 0x2D}


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return a cell's text with full-width forms made narrow and white space folded; no other compatibility form is a digit here.

    The mark by which a spreadsheet takes a number for text is no part of it.
    """
    return text if text.isascii() and text.isdigit() else _AS_TEXT.sub("", " ".join(text.translate(_NARROW).split()))


def _alternatives(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(fold(word)) for word in sorted(words, key=len, reverse=True))
