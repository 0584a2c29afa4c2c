"""The service run by uvicorn: TLS, proxies that are believed, several processes, and an end that lets requests finish."""

from __future__ import annotations

import multiprocessing
import os
import signal
import ssl
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import uvicorn

from govreport.web import logs, metrics
from govreport.web.settings import FILE_VARIABLE, PREFIX, Settings, SettingsError

READY = 60
"""Seconds within which a process begins, or says that it is there: a machine at its limit must not end those that work."""


def serve(found: Settings, file: Path | None = None) -> None:
    """Serve until SIGTERM or SIGINT; what has begun may end within ``drain`` seconds. ``file`` is where the settings came from."""
    if file is not None:
        os.environ[FILE_VARIABLE] = str(file)
    for name in ("archive", "host", "port"):
        os.environ[f"{PREFIX}{name.upper()}"] = str(getattr(found, name))
    logs.install(found)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _heard)
    # of several processes uvicorn begins each anew; one alone ends as if told to, instead of at once
    signal.signal(signal.SIGHUP, _hung_up)
    with metrics.exposed(found):
        uvicorn.run("govreport.web.application:from_environment", factory=True, **options(found))


def check(found: Settings) -> None:
    """Raise ``SettingsError`` for a certificate that nothing can be served with: a worker that meets it would be begun again and again."""
    if found.certificate is None:
        if found.certificate_key is not None:
            raise SettingsError("certificate_key: no certificate is set")
        return
    try:
        # a key that asks for a password would wait for one
        ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(found.certificate, found.certificate_key, lambda: "")
    except OSError as error:
        raise SettingsError(f"certificate, certificate_key: {error}") from error


def options(found: Settings) -> dict[str, Any]:
    """Return what uvicorn is told."""
    return {
        "host": found.host,
        "port": found.port,
        "workers": found.processes,
        "ssl_certfile": found.certificate,
        "ssl_keyfile": found.certificate_key,
        "proxy_headers": bool(found.proxies),
        "forwarded_allow_ips": list(found.proxies),
        "server_header": False,
        "timeout_graceful_shutdown": found.drain,
        "timeout_worker_healthcheck": READY,
        "log_config": None,
        "access_log": False,
        "ws": "none",
    }


def _heard(_number: int, _frame: object) -> None:
    """Do nothing more: uvicorn has heard the signal, and gives it back when it is done."""


def _hung_up(_number: int, _frame: object) -> None:
    """End well, and let whatever keeps the service going begin it anew."""
    os.kill(os.getpid(), signal.SIGTERM)


def end_with_its_parent() -> None:
    """Let a worker end well once the process that began it is gone: nothing else would end it, and it would hold the port."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def wait() -> None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait, daemon=True, name="parent").start()


def addresses(found: Settings) -> Iterable[str]:
    """Yield the addresses at which the service is to be found."""
    scheme = "https" if found.certificate else "http"
    host = f"[{found.host}]" if ":" in found.host else found.host
    yield f"{scheme}://{host}:{found.port}/"
