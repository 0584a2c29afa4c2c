"""What every request works with: settings, the archive, accounts, limits. One per process; ``of(request)`` gives it."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import HTTPConnection

from govreport.archive import Archive
from govreport.web.accounts.accounts import Accounts
from govreport.web.accounts.keys import Keys
from govreport.web.accounts.passwords import Passwords
from govreport.web.accounts.sessions import Sessions
from govreport.web.limiting import Limiter
from govreport.web.registry import Registry
from govreport.web.settings import Settings


@dataclass(frozen=True)
class Service:
    """The parts of a running service."""

    settings: Settings
    archive: Archive
    accounts: Accounts
    sessions: Sessions
    keys: Keys
    limiter: Limiter
    registry: Registry


def opened(settings: Settings, archive: Archive) -> Service:
    """Return the service on an archive that is open."""
    accounts = Accounts(archive, Passwords(settings.password_memory, settings.password_passes))
    return Service(settings, archive, accounts, Sessions(accounts, settings), Keys(accounts), Limiter(settings), Registry(archive))


def of(request: HTTPConnection) -> Service:
    """Return the service that a request came to."""
    found: Service = request.app.state.service
    return found
