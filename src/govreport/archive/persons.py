"""The persons who act in an archive, and what their roles let them do."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from govreport.archive.failures import RefusedError

CLERK, REVIEWER, ARCHIVIST, SECURITY = "clerk", "reviewer", "archivist", "security"
ROLES = (CLERK, REVIEWER, ARCHIVIST, SECURITY)
"""Who hands in; who judges and publishes; who keeps the register, the store and history; who says which persons may act, and does not act."""

LONGEST = 64
"""How many characters a name has at most."""

LENT = frozenset({CLERK, REVIEWER})
"""The roles that a reviewer may give."""

PERMITTED: Mapping[str, frozenset[str]] = {
    "deposit": frozenset({CLERK, REVIEWER, ARCHIVIST}),
    "legacy": frozenset({ARCHIVIST}),
    "submit": frozenset({CLERK, ARCHIVIST}),
    "return": frozenset({REVIEWER}),
    "accept": frozenset({REVIEWER}),
    "publish": frozenset({REVIEWER}),
    "withdraw": frozenset({REVIEWER}),
    "propose": frozenset({REVIEWER, ARCHIVIST}),
    "redact": frozenset({ARCHIVIST}),
    "import": frozenset({ARCHIVIST}),
    "seal": frozenset({ARCHIVIST, REVIEWER}),
    "organ": frozenset({ARCHIVIST}),
    "person": frozenset({ARCHIVIST, SECURITY, REVIEWER}),
    "role": frozenset({ARCHIVIST, SECURITY}),
}
"""The roles that may carry out an action."""


@dataclass(frozen=True, slots=True)
class Person:
    """A registered person: the name acted under, roles, and whether they may still act."""

    name: str
    roles: tuple[str, ...]
    active: bool = True

    def row(self) -> dict[str, object]:
        """Return the person as it stands in the log and the catalogue."""
        return {"name": self.name, "roles": " ".join(self.roles), "active": self.active}

    def may(self, action: str) -> bool:
        """Return whether the person may carry out an action."""
        return self.active and bool(PERMITTED[action].intersection(self.roles))

    def need(self, action: str) -> None:
        """Raise ``RefusedError`` unless the person may carry out an action."""
        if not self.may(action):
            raise RefusedError("role", name=self.name, action=action, roles=" ".join(sorted(PERMITTED[action])))


def folded(name: str) -> str:
    """Return what two names have in common that nobody tells apart: whoever has both would be two persons."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def of_row(row: Mapping[str, object]) -> Person:
    """Return the person of a row."""
    return Person(str(row["name"]), tuple(str(row["roles"]).split()), bool(row["active"]))
