"""Passwords, tokens and one-time codes: made, hashed and checked."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
import time
import unicodedata

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 10, 200
"""Characters of a password; the longest bounds the work of hashing."""
AT_ONCE = 4
"""So many passwords are hashed at a time: each takes tens of megabytes."""
STEP = 30
"""Seconds that a one-time code is good for; one step before and after is taken too."""
SECRET = "[A-Z2-7]{32}"
"""The keys of one-time codes as a pattern: base32 of 160 bits."""
_READABLE = "abcdefghjkmnpqrstuvwxyz23456789"


class Passwords:
    """What hashes and checks passwords with argon2id; ``memory`` in KiB, ``passes`` over it."""

    def __init__(self, memory: int, passes: int) -> None:
        self._hasher = PasswordHasher(time_cost=passes, memory_cost=memory, parallelism=1)
        self._turns = threading.BoundedSemaphore(AT_ONCE)
        self._nobody = self.hashed(secrets.token_hex())

    def hashed(self, password: str) -> str:
        """Return the hash of a password."""
        with self._turns:
            return self._hasher.hash(password[:LONGEST])

    def right(self, password: str, hashed: str | None) -> bool:
        """Return whether a password is that of a hash; without one the same work is done, so that time tells nothing."""
        with self._turns:
            try:
                return self._hasher.verify(hashed or self._nobody, password[:LONGEST]) and hashed is not None
            except (VerificationError, InvalidHashError):
                return False


def too_plain(password: str, name: str) -> bool:
    """Return whether a password is too short, too long, all one character, or holds the name."""
    return not SHORTEST <= len(password) <= LONGEST or len(set(password)) < 4 or name.casefold() in password.casefold()


def new_password() -> str:
    """Return a random password that can be read out: five groups of four."""
    return "-".join("".join(secrets.choice(_READABLE) for _ in range(4)) for _ in range(5))


def new_token() -> str:
    """Return a random token of 256 bits."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> str:
    """Return the SHA-256 by which a token is looked up."""
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()


def form_token(cookie: str) -> str:
    """Return what a form must send back beside a cookie that other sites cannot read."""
    return hmac.new(cookie.encode("utf-8", "surrogateescape"), b"form", hashlib.sha256).hexdigest()


def same(one: str, other: str) -> bool:
    """Return whether two texts are equal, in a time that does not tell where they differ."""
    return hmac.compare_digest(one.encode("utf-8", "surrogateescape"), other.encode("utf-8", "surrogateescape"))


def new_secret() -> str:
    """Return a random key for one-time codes, base32."""
    return pyotp.random_base32()


def secret_address(name: str, secret: str) -> str:
    """Return the ``otpauth:`` address of a key, which programs for one-time codes read."""
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name="govreport")


def code_step(code: str, secret: str, behind: int, now: float | None = None) -> int | None:
    """Return the step that a one-time code is of, None for a wrong code or one of a step already used (``behind`` and before).

    A code is taken as telephones show it and as Chinese keyboards write it: in groups, in digits of full width.
    """
    current = int((time.time() if now is None else now) // STEP)
    codes, written = pyotp.TOTP(secret), "".join(unicodedata.normalize("NFKC", code).split())
    steps = (step for step in (current - 1, current, current + 1) if step > behind)
    return next((step for step in steps if same(codes.generate_otp(step), written)), None)
