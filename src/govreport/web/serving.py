"""The service run by uvicorn: TLS, proxies that are believed, several processes, and an end that lets requests finish."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import uvicorn

from govreport.web import logs, metrics
from govreport.web.settings import FILE_VARIABLE, PREFIX, Settings


def serve(found: Settings, file: Path | None = None) -> None:
    """Serve until SIGTERM or SIGINT; what has begun may end within ``drain`` seconds. ``file`` is where the settings came from."""
    if file is not None:
        os.environ[FILE_VARIABLE] = str(file)
    for name in ("archive", "host", "port", "workers"):
        os.environ[f"{PREFIX}{name.upper()}"] = str(getattr(found, name))
    logs.install(found)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _heard)
    with metrics.exposed(found):
        uvicorn.run("govreport.web.application:from_environment", factory=True, **options(found))


def options(found: Settings) -> dict[str, Any]:
    """Return what uvicorn is told."""
    return {
        "host": found.host,
        "port": found.port,
        "workers": found.workers,
        "ssl_certfile": found.certificate,
        "ssl_keyfile": found.certificate_key,
        "proxy_headers": bool(found.proxies),
        "forwarded_allow_ips": list(found.proxies),
        "server_header": False,
        "timeout_graceful_shutdown": found.drain,
        "log_config": None,
        "access_log": False,
        "ws": "none",
    }


def _heard(_number: int, _frame: object) -> None:
    """Do nothing more: uvicorn has heard the signal, and gives it back when it is done."""


def addresses(found: Settings) -> Iterable[str]:
    """Yield the addresses at which the service is to be found."""
    scheme = "https" if found.certificate else "http"
    host = f"[{found.host}]" if ":" in found.host else found.host
    yield f"{scheme}://{host}:{found.port}/"
