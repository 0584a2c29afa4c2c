"""Log-ins and the sessions they begin."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from govreport.archive import RefusedError
from govreport.archive.catalogue import accountrows as rows
from govreport.web.accounts import account as accounts
from govreport.web.accounts import passwords
from govreport.web.accounts.account import Account
from govreport.web.accounts.accounts import Accounts, later
from govreport.web.settings import Settings

TOUCH = 60
"""Seconds after which the use of a session is written down again."""


@dataclass(frozen=True)
class Sessions:
    """What lets people in and knows them again."""

    accounts: Accounts
    settings: Settings

    def begin(self, name: str, password: str, code: str, address: str) -> str | None:
        """Return the token of a new session; None for a wrong name, password or code, a locked or ended account: which of them is not told."""
        with self.accounts.archive.reading() as connection:
            known = rows.account(connection, name)
        right = self.accounts.hashing.right(password, known["password"] if known else None)
        token, time = passwords.new_token(), self.accounts.time()
        with self.accounts.archive.database.writing() as connection:
            # as it is when the turn has come: of many tried at once, each counts after those before it, and a code counts once
            row = rows.account(connection, name)
            right = right and row is not None and known is not None and row["password"] == known["password"]
            step = self._step(row, code)
            let_in = right and row is not None and row["active"] and not _locked(row, time) and (row["secret"] is None or step is not None)
            rows.note(connection, time, name[:64], "log-in" if let_in else "log-in-refused", "", address)
            if row is not None and let_in:
                values = {"step": step} if step is not None else {}
                rows.change_account(connection, name, failures=0, locked=None, **values)
                rows.end_sessions(connection, before=self.accounts.time(self.settings.session_longest))
                rows.add_session(connection, passwords.digest(token), name, time)
            elif row is not None and not _locked(row, time):
                failures = row["failures"] + 1
                locks = failures >= self.settings.lock_after
                locked = later(time, self.settings.lock_for) if locks else None
                rows.change_account(connection, name, failures=0 if locks else failures, locked=locked)
        return token if let_in else None

    def account(self, token: str) -> Account | None:
        """Return whose session has a token, None where there is none or it has ended."""
        digest = passwords.digest(token)
        with self.accounts.archive.reading() as connection:
            row = rows.session(connection, digest)
        if row is None or not row["active"]:
            return None
        idle, longest = self.accounts.time(self.settings.session_idle), self.accounts.time(self.settings.session_longest)
        if row["used"] < idle or row["begun"] < longest:
            return None
        if row["used"] < self.accounts.time(TOUCH):
            with self.accounts.archive.database.writing() as connection:
                rows.use_session(connection, digest, self.accounts.time())
        return accounts.of_row(row)

    def end(self, token: str, account: Account | None, address: str) -> None:
        """End a session."""
        with self.accounts.archive.database.writing() as connection:
            rows.end_session(connection, passwords.digest(token))
            if account is not None:
                rows.note(connection, self.accounts.time(), account.name, "log-out", "", address)

    def change_password(self, account: Account, old: str, new: str, keep: str, address: str) -> Account:
        """Return an account that has changed its password; its other sessions end. Raises ``RefusedError``."""
        with self.accounts.archive.reading() as connection:
            row = rows.account(connection, account.name)
        if not self.accounts.hashing.right(old, row["password"] if row else None):
            raise RefusedError("password-wrong")
        if passwords.too_plain(new, account.name) or new == old:
            raise RefusedError("password-plain", shortest=passwords.SHORTEST)
        hashed, time = self.accounts.hashing.hashed(new), self.accounts.time()
        with self.accounts.archive.database.writing() as connection:
            rows.change_account(connection, account.name, password=hashed, changing=False)
            rows.end_sessions(connection, account.name)
            rows.add_session(connection, passwords.digest(keep), account.name, time)
            rows.note(connection, time, account.name, "password", account.name, address)
        return replace(account, changing=False)

    def use_codes(self, account: Account, password: str, secret: str, code: str, keep: str, address: str) -> None:
        """Have an account asked for one-time codes of a key from now on; its other sessions end. Raises ``RefusedError``.

        It is whoever knows the password that does so, not whoever finds a browser open; a key that counts is ended first.
        """
        self._prove(account, password)
        with self.accounts.archive.database.writing() as connection:
            row = rows.account(connection, account.name)
            if row is None or row["secret"]:
                raise RefusedError("codes-on")
            step = self._step({"secret": secret, "step": 0}, code)
            if step is None:
                raise RefusedError("code-wrong")
            time = self.accounts.time()
            rows.change_account(connection, account.name, secret=secret, step=step)
            rows.end_sessions(connection, account.name)
            rows.add_session(connection, passwords.digest(keep), account.name, time)
            rows.note(connection, time, account.name, "codes", account.name, address)

    def end_codes(self, account: Account, password: str, code: str, address: str) -> None:
        """Have an account asked for one-time codes no more; raises ``RefusedError`` for a wrong password or code."""
        self._prove(account, password)
        with self.accounts.archive.database.writing() as connection:
            if self._step(rows.account(connection, account.name), code) is None:
                raise RefusedError("code-wrong")
            rows.change_account(connection, account.name, secret=None)
            rows.note(connection, self.accounts.time(), account.name, "codes-ended", account.name, address)

    def _prove(self, account: Account, password: str) -> None:
        """Raise ``RefusedError`` where a password is not that of an account."""
        with self.accounts.archive.reading() as connection:
            row = rows.account(connection, account.name)
        if not self.accounts.hashing.right(password, row["password"] if row else None):
            raise RefusedError("own-password")

    def _step(self, row: Any, code: str) -> int | None:
        """Return the step that a code of an account's is of, None for a wrong or used one, and where none is asked for."""
        if row is None or not row["secret"]:
            return None
        return passwords.code_step(code, row["secret"], row["step"], self.accounts.clock().timestamp())


def _locked(row: Any, time: str) -> bool:
    return bool(row["locked"] and row["locked"] > time)
