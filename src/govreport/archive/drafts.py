"""Reports that are being written: saved field by field under revision numbers, so that two who write at once lose nothing.

A save says on which revision it was made. A field that someone else changed since to another text is a clash: what stands there stays, what was
sent is kept beside it until someone settles it.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, dataclass, replace

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from govreport.archive.catalogue import drafttables as tables
from govreport.archive.catalogue.database import Database
from govreport.archive.digests import digest
from govreport.archive.failures import UnknownError
from govreport.archive.ledger import now

NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Clash:
    """A text that was sent for a field in which another had been put meanwhile; by whom and when."""

    field: str
    text: str
    editor: str
    time: str

    @property
    def key(self) -> str:
        """What tells the clash from others of the draft."""
        return digest(asdict(self))[:16]


@dataclass(frozen=True, slots=True)
class Draft:
    """A report that is being written: ``base`` is the report that it began from and ``last`` last year's, both as XML; fields without text are left out."""

    id: str
    organ: str
    year: int
    scope: str
    base: str
    last: str | None
    reason: str | None
    fields: Mapping[str, str]
    clashes: tuple[Clash, ...]
    revision: int
    editor: str
    time: str


@dataclass(frozen=True, slots=True)
class Revision:
    """A saved change: by field, the text before and the text since."""

    number: int
    editor: str
    time: str
    changes: Mapping[str, tuple[str, str]]


class Drafts:
    """The drafts of an archive, one for each report."""

    def __init__(self, database: Database, clock: Callable[[], datetime.datetime] = now) -> None:
        self._database, self._clock = database, clock

    def begin(self, draft: Draft) -> Draft:
        """Return a new draft, at revision 1, or at the next one where its report had one: what stood in its fields is in its revisions then."""
        with self._database.writing() as connection:
            old = connection.execute(sa.select(tables.drafts).where(tables.drafts.c.id == draft.id)).mappings().first()
            before = _draft(dict(old)) if old else None
            new = replace(draft, revision=1 + (before.revision if before else 0), time=self._now())
            if before is None:
                connection.execute(tables.drafts.insert(), _row(new))
            else:
                connection.execute(tables.drafts.update().where(tables.drafts.c.id == new.id), _row(new))
            stood = dict(before.fields) if before else {}
            changes = {name: (stood.get(name, ""), new.fields.get(name, "")) for name in {**stood, **new.fields}}
            self._note(connection, new, {name: pair for name, pair in changes.items() if pair[0] != pair[1]})
        return new

    def get(self, id: str) -> Draft:
        """Return the draft of a report; raises ``UnknownError``."""
        with self._database.reading() as connection:
            return _found(connection, id)

    def of_organs(self, organs: Collection[str] | None = None) -> tuple[Draft, ...]:
        """Return the drafts of organs, of all where none are named, by id."""
        query = sa.select(tables.drafts).order_by(tables.drafts.c.id)
        with self._database.reading() as connection:
            rows = connection.execute(query if organs is None else query.where(tables.drafts.c.organ.in_(organs))).mappings()
            return tuple(_draft(dict(row)) for row in rows)

    def save(self, id: str, revision: int, sent: Mapping[str, str], editor: str, was: Mapping[str, str] = NOTHING) -> Draft:
        """Return the draft with the fields that were sent, written on a revision; raises ``UnknownError`` for a revision yet to come.

        ``was`` says, where the sender knows better than its revision, what stood in a field when it was written into.
        """
        with self._database.writing() as connection:
            current = _found(connection, id)
            if not 0 < revision <= current.revision:
                raise UnknownError("draft-revision", id=id, revision=revision)
            before = {**_since(connection, id, revision), **was}
            changed: dict[str, str] = {}
            clashes: list[Clash] = []
            for name, text in sent.items():
                here = current.fields.get(name, "")
                known = before.get(name, here)
                if text in (here, known):
                    continue
                if known == here:
                    changed[name] = text
                else:
                    clashes.append(Clash(name, text, editor, self._now()))
            return self._kept(connection, current, changed, (*current.clashes, *_new(clashes, current.clashes)), editor)

    def changed(self, id: str, revision: int) -> frozenset[str]:
        """Return the fields that were changed since a revision."""
        with self._database.reading() as connection:
            return frozenset(_since(connection, id, revision))

    def settle(self, id: str, key: str, take: bool, editor: str) -> Draft:
        """Return the draft without a clash, its text taken into the field or left out; a clash that is settled already changes nothing."""
        with self._database.writing() as connection:
            current = _found(connection, id)
            clash = next((each for each in current.clashes if each.key == key), None)
            if clash is None:
                return current
            changed = {clash.field: clash.text} if take and current.fields.get(clash.field, "") != clash.text else {}
            return self._kept(connection, current, changed, tuple(each for each in current.clashes if each != clash), editor)

    def end(self, id: str) -> None:
        """Take a draft away: its report has been handed in."""
        with self._database.writing() as connection:
            connection.execute(tables.drafts.delete().where(tables.drafts.c.id == id))
            connection.execute(tables.draft_changes.delete().where(tables.draft_changes.c.draft == id))

    def revisions(self, id: str) -> tuple[Revision, ...]:
        """Return every saved change of a draft, the newest first."""
        columns = tables.draft_changes.c
        query = sa.select(tables.draft_changes).where(columns.draft == id).order_by(columns.revision.desc())
        with self._database.reading() as connection:
            return tuple(Revision(row.revision, row.editor, row.time, _pairs(row.changes)) for row in connection.execute(query))

    def _kept(self, connection: Connection, current: Draft, changed: Mapping[str, str], clashes: tuple[Clash, ...], editor: str) -> Draft:
        if not changed and clashes == current.clashes:
            return current
        fields = {name: text for name, text in {**current.fields, **changed}.items() if text}
        new = replace(current, fields=fields, clashes=clashes, revision=current.revision + 1, editor=editor, time=self._now())
        connection.execute(tables.drafts.update().where(tables.drafts.c.id == new.id), _row(new))
        self._note(connection, new, {name: (current.fields.get(name, ""), text) for name, text in changed.items()})
        return new

    def _note(self, connection: Connection, draft: Draft, changes: Mapping[str, tuple[str, str]]) -> None:
        row = {"draft": draft.id, "revision": draft.revision, "editor": draft.editor, "time": draft.time, "changes": _json(changes)}
        connection.execute(tables.draft_changes.insert(), row)

    def _now(self) -> str:
        return self._clock().isoformat(timespec="milliseconds")


def _found(connection: Connection, id: str) -> Draft:
    row = connection.execute(sa.select(tables.drafts).where(tables.drafts.c.id == id)).mappings().first()
    if row is None:
        raise UnknownError("draft", id=id)
    return _draft(dict(row))


def _since(connection: Connection, id: str, revision: int) -> dict[str, str]:
    """Return what stood, at a revision, in the fields that were changed since."""
    columns = tables.draft_changes.c
    query = sa.select(columns.changes).where(columns.draft == id, columns.revision > revision).order_by(columns.revision.desc())
    found: dict[str, str] = {}
    for row in connection.execute(query):
        found |= {name: before for name, (before, _) in _pairs(row.changes).items()}
    return found


def _new(clashes: list[Clash], known: tuple[Clash, ...]) -> list[Clash]:
    """Return the clashes that say something that is not known yet."""
    said = {(each.field, each.text) for each in known}
    return [each for each in clashes if (each.field, each.text) not in said]


def _pairs(text: str) -> dict[str, tuple[str, str]]:
    return {name: (before, after) for name, (before, after) in json.loads(text).items()}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _draft(row: dict[str, str | int | None]) -> Draft:
    clashes = tuple(Clash(*each) for each in json.loads(str(row["clashes"])))
    return Draft(**{**row, "fields": json.loads(str(row["fields"])), "clashes": clashes})


def _row(draft: Draft) -> dict[str, object]:
    clashes = [(each.field, each.text, each.editor, each.time) for each in draft.clashes]
    row = {name: getattr(draft, name) for name in Draft.__slots__}
    return {**row, "fields": _json(dict(draft.fields)), "clashes": _json(clashes)}
