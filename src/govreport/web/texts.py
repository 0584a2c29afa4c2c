"""What pages and answers say: ``texts.toml`` beside this file, and the command line's own texts, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from govreport.cli import texts as shared
from govreport.texts import LANGUAGES, Texts, read

__all__ = ["LANGUAGES", "Texts", "chosen", "entries", "texts"]

TEXTS = Path(__file__).with_name("texts.toml")
DESK_TEXTS = Path(__file__).parent / "desk" / "texts.toml"


@lru_cache(maxsize=1)
def entries() -> Mapping[str, Mapping[str, str]]:
    """Return every text by dotted key and language; ours come before those of the command line."""
    return {**shared.entries(), **read(TEXTS), **read(DESK_TEXTS)}


@lru_cache(maxsize=len(LANGUAGES))
def texts(lang: str) -> Texts:
    """Return the texts of a language, zh or en: called with a key and parameters they give the text."""
    return Texts(lang, entries())


def chosen(asked: str | None, kept: str | None, accepted: str | None, default: str) -> str:
    """Return the language to speak: asked for by ``?lang=``, kept in a cookie, the first known one of ``Accept-Language``, or the default."""
    for each in (asked, kept):
        if each in LANGUAGES:
            return str(each)
    for part in (accepted or "").split(","):
        lang = part.partition(";")[0].strip().lower().partition("-")[0]
        if lang in LANGUAGES:
            return lang
    return default
