"""Accounts as values: roles, an organ, and what they become in the archive."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from govreport.archive import persons

SUBMITTER, REVIEWER, ARCHIVIST, READER = "submitter", "reviewer", "archivist", "reader"
SYSTEM, SECURITY, AUDIT = "system", "security", "audit"
STAFF = (SUBMITTER, REVIEWER, ARCHIVIST, READER)
"""The roles that deal with reports: a submitter with those of its own organ, the others with those of the organs below theirs too."""
ADMINISTRATORS = (SYSTEM, SECURITY, AUDIT)
"""The roles that keep the service going, say who may do what, and watch; each stands alone and has nothing to do with reports."""
ROLES = (*STAFF, *ADMINISTRATORS)

IN_ARCHIVE: Mapping[str, str] = {
    SUBMITTER: persons.CLERK,
    REVIEWER: persons.REVIEWER,
    ARCHIVIST: persons.ARCHIVIST,
    SECURITY: persons.SECURITY,
}
"""The role of the archive's person of the same name; the other roles never act there."""


@dataclass(frozen=True, slots=True)
class Account:
    """An account: the name is that of the person in the archive; ``organ`` None is the whole register; ``changing`` a password to be changed first."""

    name: str
    roles: tuple[str, ...]
    organ: str | None = None
    active: bool = True
    changing: bool = False
    one_time: bool = False

    def has(self, *roles: str) -> bool:
        """Return whether the account may act and has one of the roles."""
        return self.active and any(role in self.roles for role in roles)

    @property
    def archive_roles(self) -> list[str]:
        """The roles of the person in the archive, none for one who never acts there."""
        return [IN_ARCHIVE[role] for role in self.roles if role in IN_ARCHIVE] if self.active else []

    def public(self) -> dict[str, object]:
        """Return the account as it is shown: nothing of it is secret."""
        return {
            "name": self.name,
            "roles": list(self.roles),
            "organ": self.organ,
            "active": self.active,
            "must_change_password": self.changing,
            "one_time_codes": self.one_time,
        }


def of_row(row: Mapping[str, Any]) -> Account:
    """Return the account of a row of the catalogue."""
    return Account(row["name"], tuple(row["roles"].split()), row["organ"], bool(row["active"]), bool(row["changing"]), row["secret"] is not None)


def wrong(name: str, roles: Collection[str], organ: str | None) -> str | None:
    """Return why there can be no such account, as the last part of a text's key; None where there can."""
    if not name.strip() or name != name.strip() or not name.isprintable() or len(name) > 64:
        return "account-name"
    if not roles or set(roles) - set(ROLES):
        return "account-roles"
    if set(roles) & set(ADMINISTRATORS) and (len(set(roles)) > 1 or organ is not None):
        return "account-apart"
    if SUBMITTER in roles and organ is None:
        return "account-organ"
    return None
