"""What the commands of the archive share: opening one, failures as lines and exit codes, numbers, and output as text or JSON."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from govreport.cli.errors import REJECTED, UNDETERMINED, USAGE, CommandError
from govreport.cli.outputs import STDOUT, keep_apart
from govreport.cli.settings import Settings

if TYPE_CHECKING:
    from govreport.archive import Archive, ArchiveError

_CONFIGURATION = tuple(f"configuration{more}" for more in ("", "-bytes", "-name", "-lacks", "-one-of", "-value"))
_TARGET = ("not-empty", "backup-inside", "export-inside", "anchor-inside", "file-there")
_SOURCE = ("no-archive", "no-backup", "backup-begun", "no-package", "no-anchor", "no-key", "no-key-file")
_WANTED = ("redact-version", "reason", "redact-reason")
PLACE = (*_SOURCE, *_TARGET, *_CONFIGURATION, "catalogue-url", "catalogue-taken", "scope", "year", "key", "condition", "cell", *_WANTED)
"""Reasons that another argument would mend."""

PARAMETERS = ("action", "state", "allowed")
"""Parameters of failures that have words of their own."""

ROLES = "roles"
"""The parameter that names several of them."""


@contextmanager
def told(settings: Settings) -> Iterator[None]:
    """Turn failures of the archive into ``CommandError``: 1 refused or not there, 2 no such archive, 3 not carried out."""
    try:
        from govreport.archive import ArchiveError, BrokenError
    except ModuleNotFoundError as error:
        raise CommandError(USAGE, "error.archive.extra", name=error.name) from error
    try:
        yield
    except ArchiveError as error:
        if error.reason == "person" and not error.params["name"]:
            raise CommandError(USAGE, "error.archive.nobody") from error
        code = USAGE if error.reason in PLACE else UNDETERMINED if isinstance(error, BrokenError) else REJECTED
        raise CommandError(code, f"error.archive.{error.reason}", **_params(error, settings)) from error


def _params(error: ArchiveError, settings: Settings) -> dict[str, object]:
    return {name: in_words(settings, name, value) for name, value in error.params.items()}


def roles_in_words(settings: Settings, roles: Iterable[str]) -> str:
    """Return roles as people call them."""
    keys = {role: f"archive.role.{role}" for role in roles}
    return settings.say("archive.comma").join(settings.say(key) if settings.say.has(key) else role for role, key in keys.items())


def in_words(settings: Settings, name: str, value: object) -> object:
    """Return a parameter of a failure, or a field of an entry of the log, as people call it; itself where they have no word for it."""
    if name == "detail" and settings.say.has(key := f"archive.fault-of-file.{value}"):
        return settings.say(key)
    if name == ROLES:
        return roles_in_words(settings, str(value).split())
    key = f"archive.{name}.{value}"
    return settings.say(key) if name in PARAMETERS and settings.say.has(key) else value


@contextmanager
def opened(settings: Settings, place: str, outputs: Iterable[str] = ()) -> Iterator[Archive]:
    """Open an archive; raises ``CommandError``: exit 2 also for outputs that would lie in its folder, or in one file."""
    keep_apart(*outputs)
    if not place:
        raise CommandError(USAGE, "error.archive.unnamed")
    with told(settings):
        from govreport.archive import open_archive

        with open_archive(place, settings.standard()) as archive:
            for output in outputs:
                if output != STDOUT and output and Path(output).resolve().is_relative_to(archive.folder.resolve()):
                    raise CommandError(USAGE, "error.archive.output-inside", name=output)
            yield archive


def need_actor(actor: str) -> str:
    """Return who acts; raises ``CommandError`` where nobody is named."""
    if not actor:
        raise CommandError(USAGE, "error.archive.nobody")
    return actor


def number(text: str, option: str) -> int | None:
    """Return the number that an option holds, None where it is empty; raises ``CommandError``."""
    if not text:
        return None
    if not (text.isascii() and text.isdigit()) or len(text) > 9:
        raise CommandError(USAGE, "error.option-number", name=option, value=text)
    return int(text)


def year_of(text: str) -> int | None:
    """Return the year that ``--year`` names, None where it is empty; raises ``CommandError`` for a number that is no year."""
    found = number(text, "--year")
    if found is not None and not 1000 <= found <= 9999:
        raise CommandError(USAGE, "error.option-number", name="--year", value=text)
    return found


def need_known(archive: Archive, organ: str = "", scopes: Iterable[str] = (), level: str = "", states: Iterable[str] = ()) -> None:
    """Raise for an organ, a scope, a level or a state that there is none of: nothing is found of it, which says something else."""
    from govreport.archive import RefusedError
    from govreport.archive.catalogue import queries
    from govreport.archive.organs import LEVELS
    from govreport.archive.states import STATES
    from govreport.envelope import envelope

    wrong = [state for state in states if state not in STATES]
    if wrong:
        raise CommandError(USAGE, "error.archive.no-state", name=" ".join(wrong), known=" ".join(STATES))
    if organ:
        with archive.reading() as connection:
            queries.organ(connection, organ)
    for scope in scopes:
        if scope and not envelope(archive.standard).allows("Scope", scope):
            raise RefusedError("scope", scope=scope, known=" ".join(envelope(archive.standard).enumerations["Scope"]))
    if level and level not in LEVELS:
        raise CommandError(USAGE, "error.archive.what", name=level, known=" ".join(LEVELS))


def put(value: object) -> None:
    """Print a value as one line of JSON."""
    print(json.dumps(value, ensure_ascii=False))


def shown_time(time: str) -> str:
    """Return a time of the log as people read it: to the second, in the clock of the machine."""
    return datetime.datetime.fromisoformat(time).astimezone().strftime("%Y-%m-%d %H:%M:%S") if time else ""


def said(settings: Settings, as_json: bool, value: Mapping[str, object], key: str) -> None:
    """Print a result: as JSON, or as the text of a key with the result filled in."""
    if as_json:
        put(value)
    else:
        words = {True: settings.say("list.yes"), False: settings.say("list.no")}
        shown = {name: words[each] if isinstance(each, bool) else each for name, each in value.items()}
        if "time" in shown:
            shown["time"] = shown_time(str(shown["time"]))
        print(settings.say(key, **shown).rstrip())
