"""Limits on how often somebody asks, counted in this process: several workers let through as many times as much."""

from __future__ import annotations

import math
import threading
import time
from collections import deque

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from govreport.web.problems import Problem
from govreport.web.settings import Settings

SWEPT = 60.0
"""Seconds after which those are forgotten who have not asked for as long as is counted."""


class Windows(MemoryStorage):
    """When everybody asked, as long as it counts: the library's own storage goes through all of them a hundred times a second, in threads made for it."""

    def __init__(self) -> None:
        super().__init__()
        self._asked: dict[str, tuple[float, deque[float]]] = {}
        self._turn = threading.Lock()
        self._swept = time.time()

    def acquire_entry(self, key: str, limit: int, expiry: int, amount: int = 1) -> bool:
        """Return whether one more may ask now, which is counted then; ``expiry`` is in seconds."""
        now = time.time()
        with self._turn:
            window = self._window(key, expiry, now)
            if len(window) + amount > limit:
                return False
            window.extend([now] * amount)
            if now - self._swept > SWEPT:
                self._swept = now
                self._asked = {key: (longest, times) for key, (longest, times) in self._asked.items() if times and times[-1] > now - longest}
        return True

    def get_moving_window(self, key: str, limit: int, expiry: int) -> tuple[float, int]:
        """Return when the first of those asked that count, and how many do."""
        now = time.time()
        with self._turn:
            window = self._window(key, expiry, now)
            return (window[0] if window else now), len(window)

    def _window(self, key: str, expiry: int, now: float) -> deque[float]:
        window = self._asked.setdefault(key, (expiry, deque()))[1]
        while window and window[0] <= now - expiry:
            window.popleft()
        return window


class Limiter:
    """What counts requests, and log-ins tried, by whoever makes them."""

    def __init__(self, settings: Settings) -> None:
        self._windows = MovingWindowRateLimiter(Windows())
        self._rate = parse(settings.rate) if settings.rate else None
        self._login = parse(settings.login_rate) if settings.login_rate else None

    def request(self, who: str) -> None:
        """Count a request; raises ``Problem`` (429) for one too many."""
        self._count(self._rate, "request", who)

    def login(self, address: str) -> None:
        """Count a log-in that is tried; raises ``Problem`` (429) for one too many."""
        self._count(self._login, "login", address)

    def _count(self, rate: RateLimitItem | None, kind: str, who: str) -> None:
        if rate is None or self._windows.hit(rate, kind, who):
            return
        again = self._windows.get_window_stats(rate, kind, who).reset_time
        raise Problem(429, "too-many", headers={"Retry-After": str(max(1, math.ceil(again - time.time())))})
