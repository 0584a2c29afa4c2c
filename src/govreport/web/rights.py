"""Who may see and do what with reports: asked by the API, by the desk, and by the exchange of folders alike.

``Rights(service, account)`` answers for one account, or for anybody (None). What it lets through the archive still judges by its own rules:
the states of a version, the role of the person, the second person.
"""

from __future__ import annotations

from dataclasses import dataclass

from govreport.archive import UnknownError
from govreport.archive.catalogue import queries
from govreport.archive.catalogue.sight import Grant, Sight
from govreport.archive.states import ACCEPTED, PUBLISHED, WITHDRAWN, Version
from govreport.web.accounts.account import ARCHIVIST, READER, REVIEWER, STAFF, SUBMITTER, Account
from govreport.web.problems import Problem
from govreport.web.service import Service

OPEN = frozenset({PUBLISHED, WITHDRAWN})
"""The states in which anybody sees a version, or the stone that marks where it stood; a reader sees what is accepted too, in its organs."""

ACTORS = {"submit": (SUBMITTER, ARCHIVIST), "return": (REVIEWER,), "accept": (REVIEWER,), "publish": (REVIEWER,), "withdraw": (REVIEWER,)}
"""The roles that carry out an action on a version of their organs."""


@dataclass(frozen=True)
class Rights:
    """The rights of an account, or of anybody."""

    service: Service
    account: Account | None

    def organs(self, *roles: str) -> frozenset[str] | None:
        """Return the organs for which the account has one of the roles; None for every one. A submitter has its own alone."""
        account = self.account
        held = [role for role in roles if account is not None and account.has(role)]
        if account is None or not held:
            return frozenset()
        if account.organ is None:
            return None
        return frozenset({account.organ}) if held == [SUBMITTER] else self.service.registry.under(account.organ)

    def covers(self, organ: str | None, *roles: str) -> bool:
        """Return whether the account has one of the roles for an organ."""
        return any(found is None or organ in found for found in (self.organs(role) for role in roles))

    @property
    def sight(self) -> Sight:
        """The versions that may be seen."""
        return self._sight(OPEN)

    @property
    def content_sight(self) -> Sight:
        """The versions whose content may be read: of what was withdrawn others see no more than that it stood there."""
        return self._sight(frozenset({PUBLISHED}))

    def _sight(self, open: frozenset[str]) -> Sight:
        """Return the versions in states that are open to everybody, and those that the account sees beside them."""
        if self.account is None:
            return Sight((Grant(open),) if self.service.settings.public else ())
        reading = (Grant(open | {ACCEPTED}, self.organs(READER)),) if self.account.has(READER) else ()
        return Sight((Grant(open), *reading, *self.inner_sight.grants))

    @property
    def inner_sight(self) -> Sight:
        """The versions that the account deals with: their findings, originals and receipts may be seen too."""
        account = self.account
        if account is None or not account.has(*STAFF):
            return Sight()
        grants = [Grant(None, self.organs(role)) for role in (SUBMITTER, REVIEWER, ARCHIVIST) if account.has(role)]
        return Sight((*grants, Grant(None, None, account.name)))

    def works_on(self, version: Version) -> bool:
        """Return whether findings, original, receipt and history of a version may be seen: by those who deal with it, published or not."""
        return self.inner_sight.shows(version)

    def version(self, id: str, number: int | None = None) -> Version:
        """Return a version, the last one that may be seen where no number is given; raises ``UnknownError`` for what may not, as if it were not there."""
        seen = self.sight
        with self.service.archive.reading() as connection:
            if number is not None:
                found = queries.version(connection, id, number)
                if seen.shows(found):
                    return found
            else:
                wanted = queries.Filter(id=id, latest=True, sight=seen)
                for each in queries.versions(connection, wanted):
                    return each
        raise UnknownError("report", id=id if number is None else f"{id}@{number}")

    def worked_on(self, id: str, number: int | None = None) -> Version:
        """Return a version whose inner side may be seen; raises ``Problem`` (403, 401) for one that is open to be read only, ``UnknownError``."""
        found = self.version(id, number)
        if not self.works_on(found):
            raise Problem(403, "not-yours") if self.account else Problem(401, "log-in")
        return found

    def need_deposit(self, organ: str | None) -> str | None:
        """Return the organ for which to deposit: the one asked for, a submitter's own where none is; raises ``Problem`` (403)."""
        account = self.account
        if account is not None and organ is None and account.has(SUBMITTER) and not account.has(ARCHIVIST):
            organ = account.organ
        if account is None or not (self.covers(organ, SUBMITTER, ARCHIVIST) or (organ is None and self.organs(ARCHIVIST) is None)):
            raise Problem(403, "not-yours")
        return organ

    def need_act(self, action: str, version: Version) -> str:
        """Return the name under which to act on a version; raises ``Problem`` (403)."""
        if self.account is None or not self.covers(version.organ, *ACTORS[action]):
            raise Problem(403, "not-yours")
        return self.account.name
