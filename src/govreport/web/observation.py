"""What is noticed of every request: how many there were, of which route, how they were answered and how long that took."""

from __future__ import annotations

import logging
import time

from prometheus_client import Counter, Histogram
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from govreport.web.logs import FIELDS, REQUESTS

_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
COUNTED = Counter("govreport_requests", "Requests answered", ("method", "route", "status"))
TAKEN = Histogram("govreport_request_seconds", "Time to the last byte of an answer", ("route",), buckets=_SECONDS)
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
OTHER = "other"
"""What stands for a method that nobody knows, and for a path that no route has: no request can make a label of its own."""

_log = logging.getLogger(REQUESTS)


class Observed:
    """Counts and logs every request; a path in the log is without its query, which may say what is nobody's business."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        status, size, began = 500, 0, time.perf_counter()

        async def send_observed(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
            elif message["type"] == "http.response.body":
                size += len(message.get("body", b""))
            await send(message)

        try:
            await self.app(scope, receive, send_observed)
        finally:
            taken = time.perf_counter() - began
            method = scope["method"] if scope["method"] in METHODS else OTHER
            route = getattr(scope.get("route"), "path", None) or scope.get("folder") or OTHER
            COUNTED.labels(method, route, status).inc()
            TAKEN.labels(route).observe(taken)
            if _log.isEnabledFor(logging.INFO):
                fields = {"id": scope.get("state", {}).get("id"), "method": method, "path": scope["path"], "status": status, "bytes": size}
                _log.info("request", extra={FIELDS: {**fields, "milliseconds": round(1000 * taken, 1)}})
