"""``serve`` and ``users``: the service run, and its accounts from the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from govreport.cli.archives import number, opened, put, said
from govreport.cli.errors import ACCEPTED, USAGE, CommandError
from govreport.cli.settings import Settings
from govreport.cli.terminal import aligned

if TYPE_CHECKING:
    from govreport.web.accounts.accounts import Accounts

LOCAL = "-"


def serve(settings: Settings, place: str, file: str, host: str, port: str, workers: str) -> int:
    """Serve an archive until told to stop."""
    with installed():
        from govreport.web import settings as service
        from govreport.web.serving import addresses, check, serve
    given = {"archive": place or None, "host": host or None, "port": number(port, "--port"), "workers": number(workers, "--workers")}
    try:
        found = service.read(file or None, **given)
        check(found)
    except service.SettingsError as error:
        raise CommandError(USAGE, "error.service.settings", detail=error) from error
    with opened(settings, found.archive):
        pass  # what is wrong with the archive is told before a worker meets it
    for address in addresses(found):
        print(settings.say("service.at", address=address), flush=True)
    try:
        serve(found)
    except service.SettingsError as error:
        raise CommandError(USAGE, "error.service.settings", detail=error) from error
    return ACCEPTED


def users_add(settings: Settings, place: str, name: str, roles: Sequence[str], organ: str, actor: str, as_json: bool) -> int:
    """Make an account and print its first password."""
    with _accounts(settings, place) as accounts:
        from govreport.web.accounts.account import ROLES, Account

        if not roles or set(roles) - set(ROLES):
            raise CommandError(USAGE, "error.service.roles", known=" ".join(ROLES))
        password = accounts.add(Account(name, tuple(roles), organ or None), actor or LOCAL)
    said(settings, as_json, {"name": name, "password": password}, "service.password")
    return ACCEPTED


def users_list(settings: Settings, place: str, as_json: bool) -> int:
    """Print every account."""
    with _accounts(settings, place) as accounts:
        found = accounts.all()
    if as_json:
        for each in found:
            put(each.public())
    else:
        ended = settings.say("service.ended")
        for line in aligned([(each.name, " ".join(each.roles), each.organ or "", "" if each.active else ended) for each in found]):
            print(line)
    return ACCEPTED


def users_reset(settings: Settings, place: str, name: str, actor: str, as_json: bool) -> int:
    """Give an account a new password and print it."""
    with _accounts(settings, place) as accounts:
        password = accounts.reset(name, actor or LOCAL)
    said(settings, as_json, {"name": name, "password": password}, "service.password")
    return ACCEPTED


def users_end(settings: Settings, place: str, name: str, actor: str, as_json: bool) -> int:
    """End an account, and the right of its person to act in the archive."""
    with _accounts(settings, place) as accounts:
        done = accounts.change(replace(accounts.get(name), active=False), actor or LOCAL)
    said(settings, as_json, done.public(), "service.user-ended")
    return ACCEPTED


def users_key(settings: Settings, place: str, name: str, label: str, days: str, actor: str, as_json: bool) -> int:
    """Make an API key and print it, once."""
    with _accounts(settings, place) as accounts:
        from govreport.web.accounts.keys import Keys

        id, key = Keys(accounts).make(name, label, number(days, "--days"), actor or LOCAL, LOCAL)
    said(settings, as_json, {"name": name, "id": id, "key": key}, "service.key")
    return ACCEPTED


@contextmanager
def installed() -> Iterator[None]:
    """Turn a library that is missing into ``CommandError``."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise CommandError(USAGE, "error.service.extra", name=error.name) from error


@contextmanager
def _accounts(settings: Settings, place: str) -> Iterator[Accounts]:
    """Open the accounts of an archive; raises ``CommandError``."""
    with opened(settings, place) as archive:
        with installed():
            from govreport.web.accounts.accounts import Accounts
            from govreport.web.accounts.passwords import Passwords
            from govreport.web.settings import Settings as Defaults
        defaults = Defaults.model_construct()
        yield Accounts(archive, Passwords(defaults.password_memory, defaults.password_passes))
