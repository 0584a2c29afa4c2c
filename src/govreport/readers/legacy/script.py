"""Two artefacts of conversion undone: pinyin in brackets behind characters, and traditional characters of a simplified original."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from govreport.readers.legacy.lines import Line
from govreport.standard import Standard
from govreport.vocabulary import Vocabulary

HAN = r"[^\W0-9A-Za-z_\u00aa-\u2e7f\u3041-\u33ff\ua000-\uf8ff\uff00-\uffef]"
"""A Chinese character, as what is left of all letters: ``re`` compiles a set of exclusions a hundred times faster than the ranges."""
MANY_PINYIN = 20
"""So many bracketed syllables behind characters are proof by themselves; fewer must each be a reading of their character."""
_MARKED = "\u00e0-\u00f6\u00f8-\u00fc\u0101\u0113\u011b\u012b\u0144\u0148\u014d\u016b\u01ce-\u01dc\u01f9\u0251\u0261\u1e3f"
_BRACKETED = re.compile(rf"(?<={HAN})(?:[(\uff08]\s?[a-z{_MARKED}]{{1,6}}\s?[)\uff09])+")
_LETTERS = re.compile(rf"[a-z{_MARKED}]+")
_SYLLABLE = re.compile(
    "(?:"
    "[bpm](?:a|o|e|ai|ei|ao|ou|an|en|ang|eng|i|ie|iao|iu|ian|in|iang|ing|u)|f(?:a|o|ei|ou|an|en|ang|eng|iao|u)"
    "|[dtnl](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|i|ia|ie|iao|iu|ian|in|iang|ing|u|uo|ui|uan|un|\u00fc|\u00fce|v|ve|ue)|lo"
    "|[gkh](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)"
    "|[jqx](?:i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ue|uan|un)"
    "|(?:[zcs]h?|r)(?:a|e|i|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)"
    "|y(?:a|o|e|ai|ao|ou|an|in|ang|ing|ong|i|u|ue|uan|un)|w(?:a|o|ai|ei|an|en|ang|eng|u)"
    "|a|o|e|ai|ei|ao|ou|an|en|ang|eng|er"
    ")"
)
_FIRST_LEVEL = range(0xB0, 0xD8)
"""Lead bytes of the 3,755 frequent characters of GB 2312: nobody glosses these with pinyin on purpose."""


@dataclass(frozen=True, slots=True)
class Pinyin:
    """Lines without pinyin: how many brackets went, the first of them, its offset, and the offsets of the characters that carried one."""

    lines: tuple[Line, ...]
    count: int = 0
    sample: str = ""
    offset: int = 0
    carriers: frozenset[int] = frozenset()


def without_pinyin(lines: Sequence[Line]) -> Pinyin:
    """Return the lines without bracketed pinyin, where it is provably an artefact; all else in brackets stays."""
    candidates = [(number, _spans(line.text)) for number, line in enumerate(lines) if "(" in line.text or "\uff08" in line.text]
    found = [(number, spans) for number, spans in candidates if spans]
    total = sum(map(len, (spans for _, spans in found)))
    if not total:
        return Pinyin(tuple(lines))
    kept, count, first = list(lines), 0, ("", 0)
    carriers: set[int] = set()
    for number, spans in found:
        line = lines[number]
        proven = [span for span in spans if _is_artefact(line.text, span, total)]
        if proven and not count:
            start, end = proven[0]
            first = (line.text[max(0, start - 1) : end], line.origin(start))
        count += len(proven)
        carriers.update(line.origins[start - 1] for start, _ in proven)
        if proven:
            kept[number] = line.without(proven)
    return Pinyin(tuple(kept), count, *first, frozenset(carriers))


def _spans(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in _BRACKETED.finditer(text) if all(_SYLLABLE.fullmatch(plain(word)) for word in _LETTERS.findall(found.group()))]


@lru_cache(maxsize=2048)
def plain(syllable: str) -> str:
    """Return a syllable without its tone; the dots of u stay."""
    letters = unicodedata.normalize("NFD", syllable.replace("\u0251", "a").replace("\u0261", "g"))
    return unicodedata.normalize("NFC", "".join(letter for letter in letters if not unicodedata.combining(letter) or letter == "\u0308"))


def _is_artefact(text: str, span: tuple[int, int], total: int) -> bool:
    words = _LETTERS.findall(text[span[0] : span[1]])
    if total >= MANY_PINYIN and any(len(word) > 1 or not word.isascii() for word in words):
        return True
    character = text[span[0] - 1]
    return _is_common(character) and all(plain(word) in _readings(character) for word in words)


def _is_common(character: str) -> bool:
    """Return whether a character, simplified, is among the frequent ones."""
    encoded = converter()(character).encode("gb2312", "ignore")
    return len(encoded) == 2 and encoded[0] in _FIRST_LEVEL


@lru_cache(maxsize=4096)
def _readings(character: str) -> frozenset[str]:
    from pypinyin import Style, pinyin

    found = {plain(reading) for reading in pinyin(character, style=Style.TONE, heteronym=True)[0]}
    return frozenset(found | {reading.replace("\u00fc", "v") for reading in found} | {reading.replace("\u00fc", "u") for reading in found})


class Converter:
    """Turns traditional characters into simplified ones, one for one, by the phrase tables of OpenCC (tw2s: words stay as they are)."""

    def __init__(self) -> None:
        import opencc

        self._opencc = opencc.OpenCC("tw2s")

    def __call__(self, text: str) -> str:
        """Return the text in simplified characters, as long as it was."""
        converted: str = self._opencc.convert(text)
        if len(converted) == len(text):
            return converted
        if "\n" in text:
            return "\n".join(map(self, text.split("\n")))
        return "".join(simple if len(simple) == 1 else character for character in text for simple in (self._opencc.convert(character),))


@lru_cache(maxsize=1)
def converter() -> Converter:
    """Return the converter, made once a process."""
    return Converter()


@dataclass(frozen=True, slots=True)
class Simplified:
    """Lines in simplified characters: how many characters changed, the first change (before and after) and its offset."""

    lines: tuple[Line, ...]
    count: int = 0
    sample: str = ""
    offset: int = 0


def simplified(lines: Sequence[Line], carriers: frozenset[int], standard: Standard, vocabulary: Vocabulary) -> Simplified:
    """Return the lines with the traditional characters of a simplified original turned back.

    All are turned back where the text is such a rendering throughout (labels of a form in traditional characters, pinyin beside
    characters, or next to nothing simplified); else only in lines with such a label, and characters that carried pinyin.
    """
    before = "\n".join(line.text for line in lines)
    after = converter()(before)
    changes = _differences(before, after)
    if not changes:
        return Simplified(tuple(lines))
    labels = [label for label in _labels(standard) if after.count(label) > before.count(label)]
    whole = _is_rendering(before, changes, bool(carriers or labels))
    kept, at = [], 0
    for line in lines:
        target = after[at : at + len(line.text)]
        at += len(line.text) + 1
        if target != line.text and (whole or any(label in target and label not in line.text for label in labels)):
            kept.append(line.rewritten(_corrected(target, vocabulary)))
        elif target != line.text and carriers:
            kept.append(line.rewritten("".join(new if origin in carriers else old for old, new, origin in zip(line.text, target, line.origins, strict=True))))
        else:
            kept.append(line)
    return _counted(lines, kept)


def _differences(before: str, after: str) -> int:
    return 0 if before == after else sum(1 for old, new in zip(before, after, strict=True) if old != new)


def _is_rendering(text: str, changes: int, proof: bool) -> bool:
    """Return whether the text as a whole is a traditional rendering: more traditional characters than simplified ones, and a proof."""
    simple = _only_simplified(text)
    return changes > simple and (proof or (changes >= 8 and changes >= 4 * simple))


def _only_simplified(text: str) -> int:
    """Return how many characters no traditional text would have: those that GB 2312 has and Big5 has not."""
    counted: dict[str, bool] = {}
    total = 0
    for character in text:
        if character >= "\u4e00":
            if character not in counted:
                counted[character] = bool(character.encode("gb2312", "ignore")) and not character.encode("cp950", "ignore")
            total += counted[character]
    return total


@lru_cache(maxsize=8)
def _labels(standard: Standard) -> tuple[str, ...]:
    """Return the runs of Chinese characters in the labels and titles of every edition, four characters and more."""
    texts = [chapter.title or "" for form in standard.forms.values() for chapter in form.chapters]
    for form in standard.forms.values():
        for table in form.tables.values():
            texts += [row.label for row in table.rows.values()]
            texts += [text for columns in table.columns.values() for column in columns.values() for text in (column.label, *column.groups)]
    return tuple(dict.fromkeys(run for text in texts for run in re.findall(rf"{HAN}{{4,}}", text)))


def _corrected(text: str, vocabulary: Vocabulary) -> str:
    for term in vocabulary.terms("script"):
        to = term.get("to") or ""
        if term.text in text and len(to) == len(term.text):
            text = text.replace(term.text, to)
    return text


def _counted(lines: Sequence[Line], kept: Sequence[Line]) -> Simplified:
    count, sample, offset = 0, "", 0
    for old, new in zip(lines, kept, strict=True):
        if old is new or old.text == new.text:
            continue
        places = [place for place, (a, b) in enumerate(zip(old.text, new.text, strict=True)) if a != b]
        if not count:
            sample, offset = f"{old.text[places[0]]} \u2192 {new.text[places[0]]}", old.origin(places[0])
        count += len(places)
    return Simplified(tuple(kept), count, sample, offset)
