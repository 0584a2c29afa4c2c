"""The accounts of a service: made, changed, found; what is done with them is noted for the audit administrator."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from govreport.archive import Archive, RefusedError, UnknownError
from govreport.archive.catalogue import accountrows as rows
from govreport.archive.catalogue import queries
from govreport.archive.ledger import now, stamp
from govreport.web.accounts import account as accounts
from govreport.web.accounts import passwords
from govreport.web.accounts.account import Account
from govreport.web.accounts.passwords import Passwords

LOCAL = "-"
"""The address of what was done at the machine itself."""


class Accounts:
    """The accounts in the catalogue of an archive; may be used by many threads."""

    def __init__(self, archive: Archive, hashing: Passwords, clock: Callable[[], datetime] = now) -> None:
        self.archive, self.hashing, self.clock = archive, hashing, clock

    def time(self, back: float = 0) -> str:
        """Return the time so many seconds ago."""
        return stamp(self.clock() - timedelta(seconds=back))

    def find(self, name: str) -> Account | None:
        """Return an account, None where there is none."""
        with self.archive.reading() as connection:
            row = rows.account(connection, name)
        return accounts.of_row(row) if row else None

    def get(self, name: str) -> Account:
        """Return an account; raises ``UnknownError``."""
        found = self.find(name)
        if found is None:
            raise UnknownError("account", name=name)
        return found

    def all(self) -> tuple[Account, ...]:
        """Return every account by name."""
        with self.archive.reading() as connection:
            return tuple(map(accounts.of_row, rows.all_accounts(connection)))

    def add(self, new: Account, actor: str, password: str | None = None, address: str = LOCAL) -> str:
        """Return the first password of a new account, to be changed at its first log-in; the person of its name is registered in the archive.

        ``password`` is taken as it is where given. Raises ``RefusedError`` where there can be no such account or it is there already.
        """
        reason = accounts.wrong(new.name, new.roles, new.organ)
        if reason is not None:
            raise RefusedError(reason, name=new.name, roles=" ".join(new.roles))
        if self.find(new.name):
            raise RefusedError("account-taken", name=new.name)
        self._check_organ(new.organ)
        self._registered(new, actor)
        first = password or passwords.new_password()
        row = {
            **{"name": new.name, "roles": _roles(new.roles), "organ": new.organ, "active": True, "password": self.hashing.hashed(first)},
            **{"changing": password is None, "secret": None, "step": 0, "failures": 0, "locked": None, "made": self.time(), "made_by": actor},
        }
        with self.archive.database.writing() as connection:
            if rows.account(connection, new.name):
                raise RefusedError("account-taken", name=new.name)
            rows.add_account(connection, row)
            rows.note(connection, self.time(), actor, "add", new.name, address)
        return first

    def change(self, changed: Account, actor: str, address: str = LOCAL) -> Account:
        """Return an account with other roles, another organ, or ended; its sessions end, and its keys too where it is ended."""
        reason = accounts.wrong(changed.name, changed.roles, changed.organ)
        if reason is not None:
            raise RefusedError(reason, name=changed.name, roles=" ".join(changed.roles))
        self.get(changed.name)
        self._check_organ(changed.organ)
        self._registered(changed, actor)
        with self.archive.database.writing() as connection:
            rows.change_account(connection, changed.name, roles=_roles(changed.roles), organ=changed.organ, active=changed.active)
            rows.end_sessions(connection, changed.name)
            if not changed.active:
                rows.end_keys(connection, self.time(), changed.name)
            rows.note(connection, self.time(), actor, "change" if changed.active else "end", changed.name, address)
        return self.get(changed.name)

    def reset(self, name: str, actor: str, address: str = LOCAL) -> str:
        """Return a new password of an account, to be changed at the next log-in; lock, one-time codes and sessions are gone."""
        self.get(name)
        new = passwords.new_password()
        hashed = self.hashing.hashed(new)
        with self.archive.database.writing() as connection:
            rows.change_account(connection, name, password=hashed, changing=True, secret=None, failures=0, locked=None)
            rows.end_sessions(connection, name)
            rows.note(connection, self.time(), actor, "reset", name, address)
        return new

    def note(self, name: str, action: str, subject: str, address: str) -> None:
        """Write down what was tried with an account."""
        with self.archive.database.writing() as connection:
            rows.note(connection, self.time(), name, action, subject, address)

    def noted(self, behind: str, limit: int) -> tuple[Mapping[str, Any], ...]:
        """Return what was tried with accounts behind an id, oldest first."""
        with self.archive.reading() as connection:
            return tuple(dict(row) for row in rows.noted(connection, behind, limit))

    def _check_organ(self, organ: str | None) -> None:
        if organ is not None and organ not in self.archive.register().organs:
            raise UnknownError("organ", id=organ)

    def _registered(self, account: Account, actor: str) -> None:
        """Have the archive know what an account may do there; nothing is asked of the actor where it knows already."""
        with self.archive.reading() as connection:
            known = {person.name: person for person in queries.persons(connection)}
        wanted, old = account.archive_roles, known.get(account.name)
        if sorted(wanted) == sorted(old.roles if old else ()) or (not wanted and old is None):
            return
        self.archive.add_person(account.name, wanted, actor if known else None)


def _roles(roles: Iterable[str]) -> str:
    return " ".join(role for role in accounts.ROLES if role in roles)


def later(time: str, seconds: float) -> str:
    """Return a time so many seconds after another."""
    return stamp(datetime.fromisoformat(time).astimezone(UTC) + timedelta(seconds=seconds))
