"""Routes that are asked so often that they go past what solves dependencies: who asks, what is asked and the work are one call in one thread.

A route of this class is declared, and described, as any other: parameters in the path, the query and headers, an account that deals with
reports, and the body. It answers in the same way, in a quarter of the time; ``Shortcut`` leads to it past all other routes.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.params import Param
from fastapi.routing import APIRoute
from pydantic import TypeAdapter, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Receive, Scope, Send

from govreport.web import pages, problems, protection, service
from govreport.web.accounts.account import Account
from govreport.web.accounts.signedin import caller, key_of, staff
from govreport.web.problems import Problem

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a route: its name, where it is (``path``, ``query``, ``header``) and under which name, and what it must be."""

    name: str
    place: str
    alias: str
    type: TypeAdapter[Any]

    def of(self, request: Request) -> str | None:
        """Return what a request says, None where it says nothing."""
        if self.place == "path":
            return str(request.path_params[self.alias])
        found = request.headers if self.place == "header" else request.query_params
        return found.get(self.alias)


class Direct(APIRoute):
    """A route whose endpoint is given request, account, its parameters by name, and the body as ``data``."""

    def get_route_handler(self) -> Handler:
        """Return what answers a request."""
        endpoint, known = self.endpoint, parameters(self.endpoint)

        def work(request: Request, account: Account | None, data: bytes) -> Response:
            asking = account or staff(caller(request))
            answer: Response = endpoint(request, asking, data=data, **_values(request, known))
            return answer

        async def handle(request: Request) -> Response:
            await protection.own_form(request)
            # nobody's body is read before it is known who asks; of a key that was good a while ago that is asked again with the work
            seen = service.of(request).keys.was_good(key_of(request))
            account = None if seen else await run_in_threadpool(lambda: staff(caller(request)))
            return await run_in_threadpool(work, request, account, await body(request))

        return handle


class Shortcut:
    """Answers what is asked of direct routes, failures as well, before the other routes are tried and what they need is set up; lets all else go on."""

    def __init__(self, app: ASGIApp, routes: Iterable[BaseRoute]) -> None:
        self.app = app
        self._routes = [(each, each.get_route_handler()) for each in routes if isinstance(each, Direct)]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        for route, handle in self._routes:
            match, found = route.matches(scope)
            if match is Match.FULL:
                scope.update(found)
                request = Request(scope, receive, send)
                try:
                    response = await handle(request)
                except Exception as error:
                    response = await problems.answer(request, error)
                await response(scope, receive, send)
                return
        await self.app(scope, receive, send)


async def body(request: Request) -> bytes:
    """Return the body of a request, as it came; a form is no report. What curl says of any file counts for nothing where a key came with it."""
    simple = "authorization" in request.headers and not request.headers.get("content-type", "").lower().startswith(pages.FORM_TYPES[1])
    if pages.is_form(request) and not simple:
        raise Problem(415, "form")
    return await request.body()


def parameters(endpoint: Callable[..., object]) -> tuple[Parameter, ...]:
    """Return the parameters that an endpoint declares."""
    found = []
    hints = get_type_hints(endpoint, include_extras=True)
    for name in inspect.signature(endpoint).parameters:
        hint = hints[name]
        told = next((each for each in get_args(hint) if isinstance(each, Param)), None) if get_origin(hint) is Annotated else None
        if told is not None:
            found.append(Parameter(name, str(told.in_.value), told.alias or name, TypeAdapter(hint)))
    return tuple(found)


def _values(request: Request, known: tuple[Parameter, ...]) -> dict[str, Any]:
    """Return what a request says, by name of the parameter; raises ``RequestValidationError`` for all that cannot be."""
    found: dict[str, Any] = {}
    wrong: list[Any] = []
    for each in known:
        said = each.of(request)
        if said is None:
            continue
        try:
            found[each.name] = each.type.validate_python(said)
        except ValidationError as error:
            wrong += [{**one, "loc": (each.place, each.alias)} for one in error.errors(include_url=False)]
    if wrong:
        raise RequestValidationError(wrong)
    return found
