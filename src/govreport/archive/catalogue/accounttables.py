"""The tables of the service's accounts: not in the audit log, and brought back by backups only."""

from __future__ import annotations

import sqlalchemy as sa

from govreport.archive.catalogue.tables import metadata

accounts = sa.Table(
    "accounts",
    metadata,
    sa.Column("name", sa.String(64), primary_key=True),
    sa.Column("roles", sa.Text, nullable=False),
    sa.Column("organ", sa.String(64), index=True),
    sa.Column("active", sa.Boolean, nullable=False),
    sa.Column("password", sa.Text),
    sa.Column("changing", sa.Boolean, nullable=False),
    sa.Column("secret", sa.Text),
    sa.Column("step", sa.BigInteger, nullable=False),
    sa.Column("failures", sa.Integer, nullable=False),
    sa.Column("locked", sa.String(32)),
    sa.Column("made", sa.String(32), nullable=False),
    sa.Column("made_by", sa.Text, nullable=False),
)
"""``name`` is that of the person in the archive; ``password`` an argon2 hash, ``changing`` that it must be changed; ``secret`` and ``step``
are of the one-time codes: the key, and the last one used; ``failures`` in a row, ``locked`` until when."""

sessions = sa.Table(
    "sessions",
    metadata,
    sa.Column("digest", sa.String(64), primary_key=True),
    sa.Column("account", sa.String(64), nullable=False, index=True),
    sa.Column("begun", sa.String(32), nullable=False),
    sa.Column("used", sa.String(32), nullable=False),
)
"""By the SHA-256 of the token, which the browser alone has."""

apikeys = sa.Table(
    "apikeys",
    metadata,
    sa.Column("id", sa.String(16), primary_key=True),
    sa.Column("digest", sa.String(64), nullable=False, unique=True),
    sa.Column("account", sa.String(64), nullable=False, index=True),
    sa.Column("label", sa.Text, nullable=False),
    sa.Column("made", sa.String(32), nullable=False),
    sa.Column("expires", sa.String(32)),
    sa.Column("ended", sa.String(32)),
)
"""By the SHA-256 of the key, which was shown once."""

accesses = sa.Table(
    "accesses",
    metadata,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("time", sa.String(32), nullable=False, index=True),
    sa.Column("account", sa.Text, nullable=False),
    sa.Column("action", sa.String(32), nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("address", sa.Text, nullable=False),
)
"""What was tried with accounts: log-ins, refused ones too, keys, passwords, changes."""
