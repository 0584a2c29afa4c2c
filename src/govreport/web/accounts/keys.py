"""API keys: random, shown once, looked up by their digest."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from govreport.archive import UnknownError
from govreport.archive.catalogue import accountrows as rows
from govreport.web.accounts import account as accounts
from govreport.web.accounts import passwords
from govreport.web.accounts.account import Account
from govreport.web.accounts.accounts import Accounts, later

PREFIX = "govreport_"
DAY = 86_400
REMEMBERED = 10_000
"""How many keys are remembered to have been good."""


@dataclass(frozen=True)
class Keys:
    """The API keys of the accounts of a service; ``good`` are digests of those that were when they were last asked for."""

    accounts: Accounts
    good: set[str] = field(default_factory=set, compare=False, repr=False)

    def make(self, name: str, label: str, days: int | None, actor: str, address: str) -> tuple[str, str]:
        """Return the id and the text of a new key of an account; the text is kept nowhere. ``days`` is how long it is good for, None for ever."""
        self.accounts.get(name)
        id, time = secrets.token_hex(8), self.accounts.time()
        text = f"{PREFIX}{id}_{passwords.new_token()}"
        row = {"id": id, "digest": passwords.digest(text), "account": name, "label": label[:200], "made": time, "ended": None}
        with self.accounts.archive.database.writing() as connection:
            rows.add_key(connection, {**row, "expires": later(time, days * DAY) if days else None})
            rows.note(connection, time, actor, "key", f"{name}/{id}", address)
        return id, text

    def account(self, text: str) -> Account | None:
        """Return whose key a text is, None for one that is none, has ended or expired."""
        digest = passwords.digest(text)
        with self.accounts.archive.database.glancing() as connection:
            row = rows.key(connection, digest)
        found = self._of(row)
        if found is None:
            self.good.discard(digest)
        elif len(self.good) < REMEMBERED:
            self.good.add(digest)
        return found

    def was_good(self, text: str) -> bool:
        """Return whether a key was good when it was last asked for, which lends no right."""
        return bool(text) and passwords.digest(text) in self.good

    def signer(self, id: str, signed: Callable[[str], bool]) -> Account | None:
        """Return whose key has an id and has signed something, which is asked of its digest; None for one that is none, has ended or expired."""
        with self.accounts.archive.reading() as connection:
            key = rows.key_of_id(connection, id)
            row = rows.key(connection, key["digest"]) if key and signed(key["digest"]) else None
        return self._of(row)

    def _of(self, row: Mapping[str, Any] | None) -> Account | None:
        if row is None or not row["active"] or row["ended"] or (row["expires"] and row["expires"] < self.accounts.time()):
            return None
        return accounts.of_row(row)

    def list(self, name: str) -> tuple[Mapping[str, Any], ...]:
        """Return the keys of an account: id, label, when made, until when good, when ended."""
        with self.accounts.archive.reading() as connection:
            found = rows.keys(connection, name)
        return tuple({column: row[column] for column in ("id", "label", "made", "expires", "ended")} for row in found)

    def end(self, name: str, id: str, actor: str, address: str) -> None:
        """End a key of an account; raises ``UnknownError``."""
        if not any(each["id"] == id for each in self.list(name)):
            raise UnknownError("apikey", id=id)
        with self.accounts.archive.database.writing() as connection:
            rows.end_keys(connection, self.accounts.time(), name, id)
            rows.note(connection, self.accounts.time(), actor, "key-ended", f"{name}/{id}", address)
