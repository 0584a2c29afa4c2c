"""The service as an ASGI application: the archive opened, what stands before every route, and the routes.

A module with routes has a ``router``, which is listed in ``routers``; ``tests/matrix.py`` has a case for each of its routes that says which role
is answered how, and the tests fail for a route without one.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import anyio.to_thread
from fastapi import APIRouter, Depends, FastAPI
from fastapi.telemetry import TelemetryConfig
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route

from govreport.archive import Archive, open_archive
from govreport.standard import Standard
from govreport.web import direct, entrance, folders, health, indexing, logs, observation, ownaccount, pages, problems, protection, publishing, service, settings
from govreport.web.api import accounts, deposits, description, figures, organs, redactions, reports, search, sessions, standards
from govreport.web.desk import routes as desk
from govreport.web.serving import end_with_its_parent
from govreport.web.settings import Settings

STATIC = Path(__file__).with_name("static")
FOLDERS = PUBLIC, DOCUMENTATION, ASSETS = "/public", "/standard", "/static"
"""The addresses below which files are served."""
TELEMETRY: TelemetryConfig = {"tracing": False, "metrics": False, "logs": False, "operation_spans": False, "auto_configure": False}
"""Nothing is told to anybody about what the service does."""


def routers() -> tuple[APIRouter, ...]:
    """Return the routes of the service, in the order in which they are tried."""
    writing = (deposits.handing, deposits.router, redactions.router)
    reading = (*writing, health.router, organs.router, reports.router, figures.router, search.router, standards.router)
    return (*reading, sessions.router, accounts.router, entrance.router, ownaccount.router, *desk.routers())


def application(found: Settings, standard: Standard | None = None, archive: Archive | None = None) -> FastAPI:
    """Return the application on the archive of the settings, opened when it starts, or on one that is open and stays so."""

    @asynccontextmanager
    async def running(app: FastAPI) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = found.threads
        opened = archive or open_archive(found.archive, standard)
        app.state.service = service.opened(found, opened)
        await run_in_threadpool(deposits.prepare, opened)
        behind = (publishing.Publisher(found, opened), indexing.Indexer(opened))
        for each in behind:
            each.start()
        try:
            yield
        finally:
            for each in behind:
                each.stop()
            if archive is None:
                opened.close()

    app = FastAPI(
        lifespan=running,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        dependencies=[Depends(protection.own_form)],
        telemetry=TELEMETRY,
        form_limits={**pages.FORM_LIMITS},
    )
    app.add_middleware(direct.Shortcut, routes=deposits.handing.routes)
    app.add_middleware(protection.Heads, folders=FOLDERS)
    app.add_middleware(protection.Sizes, longest=found.upload_limit)
    app.add_middleware(observation.Observed)
    app.add_middleware(protection.Headers)
    problems.install(app)
    description.describe(app)
    for router in routers():
        app.include_router(router)
    app.router.routes[:0] = [Mount(PUBLIC, folders.Folder(publishing.SITE)), Mount(DOCUMENTATION, folders.Folder(publishing.STANDARD))]
    app.router.routes.append(Route("/favicon.ico", _no_icon))
    app.router.routes.append(Mount(ASSETS, folders.Folder("static", STATIC)))
    return app


def _no_icon(_: Request) -> Response:
    """Return nothing, which browsers may remember: pages have no icon, and an error for each would hide others."""
    return Response(status_code=204, headers={"Cache-Control": "public, max-age=86400"})


def from_environment() -> FastAPI:
    """Return the application that file and environment describe: what a worker process starts with."""
    found = settings.read()
    logs.install(found)
    end_with_its_parent()
    return application(found)
