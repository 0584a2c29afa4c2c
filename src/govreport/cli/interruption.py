"""A request to stop (Ctrl-C, SIGTERM): heeded where it comes, or at the next safe point where what it raised was swallowed."""

from __future__ import annotations

import signal
import sys
from types import FrameType

_asked: list[int] = []
"""The number of the signal that came."""


def heed() -> None:
    """Leave with 128 and the signal's number when this process is asked to stop; Ctrl-C is a ``KeyboardInterrupt`` still, and ignored where it was."""
    _asked.clear()
    signal.signal(signal.SIGTERM, _stop)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _stop)


def check() -> None:
    """Leave if this process was asked to stop and goes on all the same.

    Python prints and forgets an exception that is raised in a hook around a fork or in a finaliser; a signal that comes there would be lost.
    """
    if _asked:
        if _asked[0] == signal.SIGINT:
            raise KeyboardInterrupt
        sys.exit(128 + _asked[0])


def _stop(number: int, _: FrameType | None) -> None:
    _asked[:] = [number]
    check()
