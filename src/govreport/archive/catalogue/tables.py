"""The tables of the catalogue: a projection of the audit log, which the store holds; nothing stands here alone but the place of the store."""

from __future__ import annotations

import sqlalchemy as sa

metadata = sa.MetaData(
    naming_convention={"pk": "pk_%(table_name)s", "ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s"}
)

head = sa.Table(
    "head",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("sequence", sa.BigInteger, nullable=False),
    sa.Column("hash", sa.String(64), nullable=False),
    sa.Column("time", sa.String(32), nullable=False),
    sa.Column("settings", sa.String(64)),
)
"""One row (id 1): the end of the log as far as the catalogue has it. Whoever writes locks it."""

place = sa.Table("place", metadata, sa.Column("name", sa.String(32), primary_key=True), sa.Column("value", sa.Text, nullable=False))
"""Where the folder of the archive is, so that it can be found from the catalogue's URL."""

events = sa.Table(
    "events",
    metadata,
    sa.Column("sequence", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("time", sa.String(32), nullable=False),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("action", sa.String(32), nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("old", sa.String(64)),
    sa.Column("new", sa.String(64)),
    sa.Column("data", sa.Text, nullable=False),
    sa.Column("previous", sa.String(64), nullable=False),
    sa.Column("hash", sa.String(64), nullable=False),
    sa.Index(None, "subject"),
)

persons = sa.Table(
    "persons",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("roles", sa.Text, nullable=False),
    sa.Column("active", sa.Boolean, nullable=False),
)

organs = sa.Table(
    "organs",
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("start", sa.String(10)),
    sa.Column("end", sa.String(10)),
    sa.Column("data", sa.Text, nullable=False),
)
"""``data`` is the organ as the log has it (JSON); the tables of its parts serve questions."""

namings = sa.Table(
    "namings",
    metadata,
    sa.Column("organ", sa.String(64), primary_key=True),
    sa.Column("ordinal", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("name", sa.Text, nullable=False, index=True),
    sa.Column("kind", sa.String(16)),
    sa.Column("level", sa.String(16)),
    sa.Column("uscc", sa.String(18), index=True),
    sa.Column("division", sa.String(32)),
    sa.Column("start", sa.String(10)),
    sa.Column("end", sa.String(10)),
)

parents = sa.Table(
    "parents",
    metadata,
    sa.Column("organ", sa.String(64), primary_key=True),
    sa.Column("ordinal", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("parent", sa.String(64), nullable=False, index=True),
    sa.Column("kind", sa.String(8), nullable=False),
    sa.Column("start", sa.String(10)),
    sa.Column("end", sa.String(10)),
)

successors = sa.Table(
    "successors",
    metadata,
    sa.Column("organ", sa.String(64), primary_key=True),
    sa.Column("successor", sa.String(64), primary_key=True),
    sa.Column("day", sa.String(10), nullable=False),
    sa.Column("fate", sa.String(16), nullable=False),
    sa.Index(None, "successor"),
)

versions = sa.Table(
    "versions",
    metadata,
    sa.Column("id", sa.String(128), primary_key=True),
    sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("organ", sa.String(64)),
    sa.Column("year", sa.Integer),
    sa.Column("scope", sa.String(16)),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("verdict", sa.String(16), nullable=False),
    sa.Column("profile", sa.Text, nullable=False),
    sa.Column("judge", sa.String(64), nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("format", sa.String(32), nullable=False),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("sha256", sa.String(64), nullable=False, index=True),
    sa.Column("sm3", sa.String(64), nullable=False),
    sa.Column("bundle", sa.String(64), nullable=False, index=True),
    sa.Column("title", sa.Text),
    sa.Column("errors", sa.Integer, nullable=False),
    sa.Column("warnings", sa.Integer, nullable=False),
    sa.Column("reason", sa.Text),
    sa.Column("key", sa.Text, index=True),
    sa.Column("deposited_by", sa.Text, nullable=False),
    sa.Column("submitted_by", sa.Text),
    sa.Column("accepted_by", sa.Text),
    sa.Column("published_by", sa.Text),
    sa.Column("remark", sa.Text),
    sa.Column("sealed", sa.Text),
    sa.Column("inventory", sa.String(128)),
    sa.Column("redacted", sa.Boolean, nullable=False),
    sa.Column("sequence", sa.BigInteger, nullable=False),
    sa.Column("time", sa.String(32), nullable=False),
    sa.UniqueConstraint("sequence"),
    sa.Index(None, "organ", "year", "scope"),
    sa.Index(None, "state", "year"),
)

documents = sa.Table(
    "documents",
    metadata,
    sa.Column("document", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("state", sa.String(8), nullable=False),
    sa.Column("agency", sa.Text),
    sa.Column("forms", sa.Text, nullable=False),
    sa.Column("places", sa.Text, nullable=False),
    sa.Column("counts", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
)
"""What is known of the content of a version, by its ``sequence``: whose it says it is, and all its prose, a paragraph a line.

``state`` is read, none where no report could be read from it, broken where the store did not have it whole, or the standard not its edition.
``forms`` are its tables,
``<edition>:<table>`` with blanks between. ``places`` and ``counts`` are its cells that have no unit and what stands in them, as JSON lists,
to be added up: ``cells`` has the same cell by cell, to be found by.
"""

places = sa.Table(
    "places",
    metadata,
    sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("edition", sa.Text, nullable=False),
    sa.Column("table", sa.Text, nullable=False),
    sa.Column("row", sa.Text, nullable=False),
    sa.Column("column", sa.Text, nullable=False),
    sa.Column("decimals", sa.Integer, nullable=False),
    sa.UniqueConstraint("edition", "table", "row", "column"),
)
"""The cells of the forms that any report has filled in, numbered as they come."""

cells = sa.Table(
    "cells",
    metadata,
    sa.Column("document", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("value", sa.BigInteger),
    sa.Column("unit", sa.Text),
    sa.Index(None, "place", "value"),
    sqlite_with_rowid=False,
)
"""The cells of documents that are not blank: the number with its ``decimals`` moved in front of the point, null where not applicable.

``unit`` is that in force for money, empty where it is not known, null for what has no unit.
"""

raised = sa.Table(
    "raised",
    metadata,
    sa.Column("document", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("code", sa.String(32), primary_key=True),
    sa.Column("times", sa.Integer, nullable=False),
    sa.Index(None, "code"),
)
"""How often a code was found in a version."""

INDEXED = (documents, places, cells, raised)
"""What follows from the log and the contents that the store keeps, filled when it is first asked for; words have tables of their own (``words``)."""

PROJECTED = (head, events, persons, organs, namings, parents, successors, versions)
"""What follows from the log alone: emptied and filled again by a rebuild."""
