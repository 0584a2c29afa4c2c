"""The description of the API that OpenAPI gives: what FastAPI makes of the routes, with how one is known and how failures look."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from govreport.version import __version__
from govreport.web.api.schemas import Problems
from govreport.web.texts import texts

TITLE = "govreport"
KEY, SESSION = "key", "session"
_SCHEMES = {KEY: {"type": "http", "scheme": "bearer"}, SESSION: {"type": "apiKey", "in": "cookie", "name": "session"}}


def describe(app: FastAPI) -> None:
    """Have an application describe its API in our words; it is put together once."""

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            found = get_openapi(title=TITLE, version=__version__, description=texts("en")("api.description"), routes=app.routes)
            parts = found.setdefault("components", {})
            parts.setdefault("schemas", {})[Problems.__name__] = Problems.model_json_schema()
            parts["securitySchemes"] = _SCHEMES
            found["security"] = [{}, {KEY: []}, {SESSION: []}]
            app.openapi_schema = found
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]
