"""Deposits: judged, kept durably with their findings, whatever these are, and acknowledged by a receipt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial

from govreport.archive import judging, retrieval
from govreport.archive.basis import UNCERTAIN, basis
from govreport.archive.catalogue import queries
from govreport.archive.catalogue.database import Database
from govreport.archive.catalogue.prepared import Source
from govreport.archive.configuration import LEGACY, Configuration, usable
from govreport.archive.digests import sha256
from govreport.archive.entry import correction, made_before, same, under
from govreport.archive.failures import RefusedError, need_text
from govreport.archive.indexing import take_in
from govreport.archive.judging import Judged, Placement
from govreport.archive.ledger import Ledger
from govreport.archive.organs import Register
from govreport.archive.persons import Person
from govreport.archive.receipts import Receipt, receipt
from govreport.archive.requests import Request
from govreport.archive.states import DRAFT, REFUSED, Version, record_id
from govreport.archive.store import Store, journal_key, keep
from govreport.contents import Contents
from govreport.diagnostics import Severity
from govreport.envelope import envelope
from govreport.formats import FORMATS
from govreport.metadata import AGGREGATE, NO_METADATA, Metadata
from govreport.profiles import Profile
from govreport.standard import Standard
from govreport.validation.versions import versions

UNPLACED = "unplaced"
"""The organ in the id of a refused deposit of which no organ, or no year, is known."""

KEY = re.compile(r"[\x21-\x7e]{1,200}")


@dataclass(frozen=True)
class Depositor:
    """What takes deposits into one archive."""

    store: Store
    database: Database
    ledger: Ledger
    standard: Standard

    def deposit(self, request: Request, actor: str) -> Receipt:
        """Return the receipt of a deposit, durable by then.

        Raises ``RefusedError`` for a role, a profile or a key that does not allow it and for a correction without a reason,
        ``UnknownError``, and ``BrokenError`` where it could not be kept: then nothing has changed.
        """
        configuration = self.ledger.configuration
        with self.database.glancing() as connection:
            person = queries.person(connection, actor)
            self._check(request, person, configuration)
            keyed = under(connection, request.key, request.sha256, request.place)
            before = keyed or same(connection, request.sha256, request.profile or configuration.profile, request.place)
        profile = self._profile(request, person, configuration)
        if before is not None and (request.placed or keyed) and not self._outdated(before, profile):
            return self._again(request, before, keyed, actor)
        found = judging.judged(request, self.standard, profile, configuration.scope, lambda *read: self._placed(request, *read))
        if request.strict and judging.misplaced(found.findings.metadata, request):
            raise RefusedError("place", year=request.year or "", scope=request.scope or "")
        if profile.name == LEGACY and not configuration.legacy_allowed(found.year):
            raise RefusedError("legacy-year", year=found.year or "", until=configuration.legacy_until)
        found = judging.packed(found, request, profile)
        version = _version(request, found, sha256(found.packed), profile, actor)
        unplaced = version.organ is None
        if before is not None or unplaced or version.reason is None:
            with self.database.glancing() as connection:
                before = made_before(connection, version, request.organ is not None) if before is not None or unplaced else None
                if before is None:
                    correction(connection, version)
            if before is not None:
                return self._again(request, before, keyed, actor)
        keep(self.store, journal_key(version.bundle), found.packed)
        return self._recorded(request, version)

    def _again(self, request: Request, before: Version, keyed: Version | None, actor: str) -> Receipt:
        """Return the receipt of a version that was there already, durably known by the key of the request from now on."""
        return receipt(before) if request.key is None or keyed else self._recorded(request, replace(before, key=request.key, deposited_by=actor))

    def _recorded(self, request: Request, version: Version) -> Receipt:
        """Return the receipt of a version that has yet to get its number and its place."""
        asked = {"version": version.row(), "after": request.after, "organ": request.organ}
        try:
            answer = self.ledger.together(asked)
        except RefusedError as error:
            if error.reason == "redacted":  # what was destroyed while it was judged does not come back
                self.store.remove(journal_key(version.bundle))
            raise
        if "known" in answer:
            return receipt(queries.of_row(answer["known"]))  # type: ignore[arg-type]
        return replace(receipt(replace(version, **answer)), new=True)  # type: ignore[arg-type]

    def _profile(self, request: Request, person: Person, configuration: Configuration) -> Profile:
        name = request.profile or configuration.profile
        if name not in (configuration.profile, LEGACY):
            raise RefusedError("profile", name=name, allowed=configuration.profile)
        if name == LEGACY and configuration.profile != LEGACY:
            person.need("legacy")
        return usable(name, self.standard.root)

    def _check(self, request: Request, person: Person, configuration: Configuration) -> None:
        person.need("deposit")
        need_text(request.name, request.reason, request.organ)
        if request.key is not None and not KEY.fullmatch(request.key):
            raise RefusedError("key", key=request.key)
        if request.format is not None and not (request.format in FORMATS and FORMATS[request.format].reads):
            raise RefusedError("format", name=request.format)
        scope = request.scope or configuration.scope
        known = envelope(self.standard)
        if not known.allows("Scope", scope):
            raise RefusedError("scope", scope=scope, known=" ".join(known.enumerations["Scope"]))
        if request.year is not None and not known.allows("Year", str(request.year)):
            raise RefusedError("year", year=request.year)

    def _outdated(self, known: Version, profile: Profile) -> bool:
        """Return whether a refused deposit was judged by other rules or beside other reports than now, or found no organ: then it is judged anew."""
        if known.state != REFUSED or known.organ is None:
            return known.state == REFUSED
        with self._members_known(known.scope) as connection:
            now = basis(connection, queries.organ(connection, known.organ), known.year or 0, known.scope or "", self.standard)
        return known.judge != judging.judge(versions(self.standard, profile.valid_for(known.year)), now)

    def _placed(self, request: Request, read: Contents | None, year: int | None, scope: str) -> Placement:
        """Return whose a report is, with last year's and its members' to judge it beside; one that could not be read has none."""
        if read is None:
            with self.database.glancing() as connection:
                return judging.placement(NO_METADATA, request, year, self._register(connection, request, NO_METADATA))
        stated = read.metadata
        with self._members_known(scope) as connection:
            found = judging.placement(stated, request, year, self._register(connection, request, stated))
            if found.organ is None or year is None or judging.misplaced(stated, request):
                against = UNCERTAIN
            else:
                against = basis(connection, found.organ, year, scope, self.standard)
        return judging.beside(found, against, read, against.companions(read, year or 0, partial(retrieval.content, self.store, self.database), self.standard))

    @contextmanager
    def _members_known(self, scope: str | None) -> Iterator[Source]:
        """Open a view of the catalogue that has the figures of all members of an aggregate."""
        if scope == AGGREGATE:
            take_in(self.store, self.database, self.standard)
        with self.database.reading() if scope == AGGREGATE else self.database.glancing() as connection:
            yield connection

    def _register(self, connection: Source, request: Request, stated: Metadata) -> Register:
        if request.organ is not None:
            return Register(filter(None, (queries.known_organ(connection, request.organ),)))
        return queries.named(connection, judging.composed(stated), stated.agency.uscc)


def _version(request: Request, found: Judged, bundle: str, profile: Profile, actor: str) -> Version:
    """Return the version that a deposit is to be, without its number and its place in the log."""
    placed = found.organ is not None and found.year is not None
    return Version(
        id=record_id(found.organ or "", found.year or 0, found.scope or "") if placed else f"{UNPLACED}.{found.sha256[:16]}",
        version=0,
        organ=found.organ,
        year=found.year,
        scope=found.scope,
        state=DRAFT if found.findings.accepted else REFUSED,
        verdict=found.findings.verdict.value,
        profile=profile.name,
        judge=found.judge,
        name=request.name,
        format=found.format,
        size=len(request.data),
        sha256=found.sha256,
        sm3=found.sm3,
        bundle=bundle,
        title=found.findings.metadata.title,
        errors=found.findings.count(Severity.ERROR),
        warnings=found.findings.count(Severity.WARNING),
        reason=request.reason,
        key=request.key,
        deposited_by=actor,
    )
