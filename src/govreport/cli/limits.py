"""Limits on what is read, as options say them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields

from govreport.cli.batch import SECONDS
from govreport.cli.errors import USAGE, CommandError
from govreport.readers import Limits

TIME = "time"
"""The limit that is no reader's: seconds for one document in a process of its own."""

_WISH = re.compile(r"([a-z]+)=([1-9][0-9]{0,11})")


def limits(wishes: Sequence[str]) -> Limits:
    """Return the limits with those set that wishes name (``size=64000000``); raises ``CommandError`` (exit 2) for any other."""
    return Limits(**{name: value for name, value in _chosen(wishes).items() if name != TIME})


def seconds(wishes: Sequence[str]) -> int:
    """Return how long one document may take in a process of its own; raises ``CommandError`` (exit 2) for any other limit that is none."""
    return _chosen(wishes).get(TIME, SECONDS)


def _chosen(wishes: Sequence[str]) -> dict[str, int]:
    known = {TIME, *(each.name for each in fields(Limits))}
    chosen: dict[str, int] = {}
    for wish in wishes:
        found = _WISH.fullmatch(wish)
        if found is None or found.group(1) not in known:
            raise CommandError(USAGE, "error.limit", name=wish, known=" ".join(sorted(known)))
        chosen[found.group(1)] = int(found.group(2))
    return chosen
