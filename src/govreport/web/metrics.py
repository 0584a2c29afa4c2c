"""Figures of the running service for Prometheus, on a port of their own; those of all worker processes are added up."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from govreport.web.settings import Settings, SettingsError

FOLDER_VARIABLE = "PROMETHEUS_MULTIPROC_DIR"


@contextmanager
def exposed(settings: Settings) -> Iterator[int | None]:
    """Expose the figures while the block runs and yield the port; nothing and None where the settings name none; raises ``SettingsError``.

    Worker processes write theirs into a folder that this one reads; it must be named before anything counts.
    """
    if settings.metrics_port is None:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="govreport-metrics-") as folder:
        os.environ[FOLDER_VARIABLE] = folder
        from prometheus_client import CollectorRegistry, start_http_server
        from prometheus_client.multiprocess import MultiProcessCollector

        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        try:
            server, thread = start_http_server(settings.metrics_port, settings.metrics_host, registry)
        except OSError as error:
            raise SettingsError(f"metrics_port: {error.strerror}") from error
        try:
            yield server.server_port
        finally:
            server.shutdown()
            server.server_close()
            thread.join()
            os.environ.pop(FOLDER_VARIABLE, None)
