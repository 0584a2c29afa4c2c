"""What the command line says, from ``texts.toml``: every text in Chinese and English, found by a dotted key."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from govreport.texts import LANGUAGES, Texts, read

__all__ = ["LANGUAGES", "LANGUAGE_VARIABLE", "Texts", "entries", "locale_language", "read", "texts"]

LANGUAGE_VARIABLE = "GOVREPORT_LANG"
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
TEXTS = Path(__file__).with_name("texts.toml")


@lru_cache(maxsize=1)
def entries() -> Mapping[str, Mapping[str, str]]:
    """Return every text by dotted key and language, as ``texts.toml`` holds them."""
    return read(TEXTS)


def texts(lang: str) -> Texts:
    """Return the texts of a language, zh or en."""
    return Texts(lang, entries())


def locale_language() -> str:
    """Return zh where the environment's locale is Chinese, else en."""
    chosen = next((value for name in _LOCALE_VARIABLES if (value := os.environ.get(name))), "")
    return "zh" if chosen.lower().startswith("zh") else "en"
