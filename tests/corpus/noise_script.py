"""Script noise: traditional characters, pinyin in brackets, characters converted too far."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from random import Random

import opencc
from pypinyin import Style, lazy_pinyin

from .forms import Rendered
from .noise import Noise, register

# Characters that one-to-one tables leave as they are, because several traditional ones answer to them.
KEPT = frozenset("于后制复面里准表才干系台只云松")
TOO_FAR = {"制": "製", "面": "麵", "里": "裡", "后": "後", "于": "於", "复": "複", "准": "準", "干": "幹", "系": "係", "只": "隻", "台": "臺"}
COMMON = frozenset("公开政府行申请信息制作和报度结项机关")
ALIGNED = ("space-columns",)


@lru_cache(maxsize=8)
def converter(name: str) -> Callable[[str], str]:
    """Return a converter between scripts by its name."""
    convert: Callable[[str], str] = opencc.OpenCC(name).convert
    return convert


@lru_cache(maxsize=8192)
def _traditional(character: str) -> str:
    return character if character in KEPT else converter("s2t")(character)


@lru_cache(maxsize=16384)
def _sound(character: str, toned: bool) -> str:
    return lazy_pinyin(character, style=Style.TONE if toned else Style.NORMAL)[0]


def _han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _with_text(change: Callable[[str, Random], str]) -> Callable[[Rendered, Random], Rendered]:
    def apply(rendered: Rendered, rng: Random) -> Rendered:
        return Rendered(change(rendered.text, rng), rendered.kept, rendered.unplaced)

    return apply


def _traditional_pinyin(text: str, rng: Random) -> str:
    """Put the sound of each character that changed behind it, with tones, of some not."""
    share = rng.choice((1.0, 0.9, 0.6))

    def one(character: str) -> str:
        changed = _traditional(character)
        return f"{changed}({_sound(character, True)})" if changed != character and rng.random() < share else changed

    return "".join(map(one, text))


def _pinyin(text: str, rng: Random) -> str:
    """Put sounds without tones behind some simplified characters, single or doubled."""
    share, doubled = rng.choice((0.1, 0.3)), rng.random() < 0.5

    def one(character: str) -> str:
        if character not in COMMON or rng.random() > share:
            return character
        return f"{character}({_sound(character, False)})" * 1 + (f"({_sound(character, False)})" if doubled and rng.random() < 0.5 else "")

    return "".join(map(one, text))


def _pinyin_toned(text: str, rng: Random) -> str:
    """Put sounds with tones in full-width brackets behind some simplified characters."""
    return "".join(f"{c}（{_sound(c, True)}）" if c in COMMON and rng.random() < 0.2 else c for c in text)


def _characters(text: str, rng: Random) -> str:
    return "".join(map(_traditional, text))


def _phrases(text: str, rng: Random) -> str:
    return converter(rng.choice(("s2t", "s2tw", "s2hk")))(text)


def _one_word(text: str, rng: Random) -> str:
    return _characters(text.replace("文件", "档案"), rng)


def _words(text: str, rng: Random) -> str:
    return converter("s2twp")(text)


def _too_far(text: str, rng: Random) -> str:
    return "".join(TOO_FAR.get(character, _traditional(character)) for character in text)


register(Noise("traditional-pinyin", text=_with_text(_traditional_pinyin), unfit=ALIGNED))
register(Noise("pinyin", text=_with_text(_pinyin), unfit=ALIGNED))
register(Noise("pinyin-toned", text=_with_text(_pinyin_toned), unfit=ALIGNED))
register(Noise("traditional-characters", text=_with_text(_characters)))
register(Noise("traditional-phrases", text=_with_text(_phrases)))
register(Noise("traditional-taiwan", text=_with_text(_one_word), unfit=(*ALIGNED, "characters-down", "page-text")))
register(Noise("traditional-taiwan-words", text=_with_text(_words), unfit=(*ALIGNED, "characters-down", "page-text")))
register(Noise("traditional-too-far", text=_with_text(_too_far)))
