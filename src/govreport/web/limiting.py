"""Limits on how often somebody asks, counted in this process: several workers let through as many times as much."""

from __future__ import annotations

import math
import time

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from govreport.web.problems import Problem
from govreport.web.settings import Settings


class Limiter:
    """What counts requests, and log-ins tried, by whoever makes them."""

    def __init__(self, settings: Settings) -> None:
        self._windows = MovingWindowRateLimiter(MemoryStorage())
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
