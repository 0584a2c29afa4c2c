"""How an archive files its versions: the dossier of each by the rules, the register and the order of acceptance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from govreport import readers
from govreport.archive import bundle
from govreport.archive.archive import Archive
from govreport.archive.catalogue import entries, queries
from govreport.archive.catalogue.queries import Filter
from govreport.archive.handover.dossier import DossierRules, dossier, numbered
from govreport.archive.organs import Register
from govreport.archive.states import ACCEPTED, PUBLISHED, Version
from govreport.metadata import NO_METADATA

HANDED = Filter(states=(ACCEPTED, PUBLISHED))
"""What is handed over, and examined, where nothing else is asked for."""


@dataclass(frozen=True)
class Filing:
    """What the dossiers of an archive are made of: rules, register, and by subject 件号 and time of acceptance."""

    archive: Archive
    rules: DossierRules
    register: Register
    items: Mapping[str, int]
    days: Mapping[str, str]

    def dossier(self, version: Version, xml: bytes | None) -> dict[str, str]:
        """Return the dossier of a version; ``xml`` is its report, None where there is none."""
        report = readers.read(xml, bundle.REPORT, self.archive.standard, "xml").report if xml is not None else None
        organ = self.register.organs.get(version.organ or "")
        naming = organ.at(version.year) if organ and version.year else None
        day = self.days.get(version.subject, version.time)[:10]
        metadata = report.metadata if report else NO_METADATA
        return dossier(version, self.items.get(version.subject), self.rules, metadata, day, naming.name if naming else "")


def filing(archive: Archive, connection: Connection) -> Filing:
    """Return how an archive files its versions as a view of the catalogue has them."""
    rules = archive.configuration.handover
    groups = {version.subject: rules.group(version) for version in queries.versions(connection) if version.accepted_by}
    days = dict(entries.accepted(connection))
    return Filing(archive, rules, Register(queries.organs(connection)), numbered(days, groups), days)
