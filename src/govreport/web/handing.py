"""A report handed in by an account: by the API, in a package, or at the desk."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from govreport.archive import Receipt, RefusedError, Request
from govreport.web.accounts.account import Account
from govreport.web.problems import Problem
from govreport.web.rights import Rights


def hand_in(mine: Rights, request: Request) -> Receipt:
    """Return the receipt of a deposit by an account, for the organ named or its own; raises ``Problem`` (403) and what the archive raises."""
    organ, account = mine.need_deposit(request.organ), mine.account
    if account is None:
        raise Problem(401, "log-in")
    try:
        return mine.service.archive.deposit(replace(request, organ=organ, key=own_key(account, request.key), strict=True), account.name)
    except RefusedError as error:
        # the key as the account knows it
        raise RefusedError(error.reason, **{name: request.key if name == "key" else value for name, value in error.params.items()}) from error


def own_key(account: Account, key: str | None) -> str | None:
    """Return a key of a deposit that no other account's can be the same as."""
    return None if key is None else f"{hashlib.sha256(account.name.encode('utf-8')).hexdigest()[:16]}:{key}"
