"""What every command is told: the language and the schema tree, from options before or after the command, or from the environment."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govreport.cli.errors import UNDETERMINED, USAGE, CommandError
from govreport.cli.texts import LANGUAGE_VARIABLE, LANGUAGES, Texts, locale_language, texts

if TYPE_CHECKING:
    from govreport.profiles import Profile
    from govreport.standard import Standard

SHARED = ("--lang", "--schema")
"""The options that may stand before or after the command."""


@dataclass(frozen=True)
class Settings:
    """The texts of the chosen language and the schema tree, None for the one shipped."""

    say: Texts
    schema: str | None = None

    def standard(self, built: bool = True) -> Standard:
        """Return the standard of the schema tree; raises ``CommandError``: exit 2 where it cannot be read, 3 where it must be built."""
        from govreport.resources import schema_root
        from govreport.schemafile import SchemaTreeError
        from govreport.standard import load

        root = schema_root(self.schema)
        try:
            standard = load(root)
        except SchemaTreeError as error:
            raise CommandError(USAGE, "error.schema-tree", detail=error) from error
        if built:
            from govreport.generate import is_fresh

            if not is_fresh(root):
                raise CommandError(UNDETERMINED, "error.schema-stale", path=root)
        return standard

    def profile(self, name: str) -> Profile:
        """Return a profile by name or path; raises ``CommandError`` (exit 2) where it cannot be used."""
        from govreport.profiles import ProfileError, load

        try:
            return load(name, self.schema)
        except ProfileError as error:
            raise CommandError(USAGE, "error.profile", detail=error.text(self.say.lang)) from error


def split(arguments: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """Return the values of the shared options, wherever they stand before ``--``, and the other arguments; the last value counts."""
    chosen: dict[str, str] = {}
    rest: list[str] = []
    index = 0
    while index < len(arguments):
        argument = arguments[index]
        name, sign, value = argument.partition("=")
        if argument == "--":
            rest += arguments[index:]
            break
        if name in SHARED and sign:
            chosen[name] = value
        elif name in SHARED and index + 1 < len(arguments):
            index += 1
            chosen[name] = arguments[index]
        else:
            rest.append(argument)
        index += 1
    return chosen, rest


def language(chosen: str | None) -> tuple[str, CommandError | None]:
    """Return the language to speak and, where an unknown one was asked for, the failure to report."""
    wrong = None
    for asked in (chosen, os.environ.get(LANGUAGE_VARIABLE) or None):
        if asked in LANGUAGES:
            return str(asked), wrong
        if asked is not None and wrong is None:
            wrong = CommandError(USAGE, "error.language", name=asked, known=", ".join(LANGUAGES))
    return locale_language(), wrong


def settle(chosen: dict[str, str]) -> tuple[Settings, CommandError | None]:
    """Return the settings and the failure of a wrong one, if any."""
    lang, failure = language(chosen.get("--lang"))
    return Settings(texts(lang), chosen.get("--schema") or None), failure
