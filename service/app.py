"""The web application, put together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, cast

from litestar import Litestar, Request
from litestar.datastructures import MutableScopeHeaders, State
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.routes import HTTPRoute
from litestar.types import Message, Scope

from service.access.authorization import admit, caller_of, shown_to
from service.backend import Backend
from service.backend.parsing import MakeEngine, make_engine
from service.front import surround
from service.problems import on_exception, on_http_exception
from service.requests.amendments import MEDIA_TYPES as PATCHES
from service.requests.decoding import StrictRequest
from service.routes import API, HEALTH, docs, metrics
from service.serving.stopping import announced, tell
from service.settings import Settings, Shown
from service.telemetry.tracing import Tracing


def create_app(settings: Settings, make_engine: MakeEngine = make_engine) -> Litestar:
    """Make the app. Its store and processes open when it starts and close when it stops.

    ``make_engine`` must be importable by name, since it is called in other processes.
    """
    tracing = Tracing() if settings.telemetry else None

    @asynccontextmanager
    async def lifespan(app: Litestar) -> AsyncIterator[None]:
        backend = Backend(settings, make_engine, tracing)
        try:
            await backend.warm()
            app.state.backend = backend
            with announced(settings, backend.stop):
                yield
        finally:
            backend.close()
            if tracing:
                tracing.close()
            tell("stopped")

    app = Litestar(
        [API, *HEALTH, *docs.HANDLERS, *(metrics.HANDLERS if settings.metrics else ())],
        lifespan=[lifespan],
        dependencies={
            "backend": Provide(_backend, sync_to_thread=False),
            "shown": Provide(_shown, sync_to_thread=False),
        },
        exception_handlers={HTTPException: on_http_exception, Exception: on_exception},
        before_send=[_allow_all_methods],
        request_class=StrictRequest,
        request_max_body_size=settings.body_bytes,
        openapi_config=None,
        guards=[admit],
        logging_config=None,
    )
    surround(app, settings)
    if tracing:
        app.asgi_handler = cast(Any, tracing.around(cast(Any, app.asgi_handler)))
    return app


async def _allow_all_methods(message: Message, scope: Scope) -> None:
    """Have OPTIONS name the methods of all handlers of a path; Litestar names those of one."""
    route = scope.get("path_template")
    if message["type"] == "http.response.start" and scope.get("method") == "OPTIONS" and route is not None:
        methods = {
            method
            for other in scope["litestar_app"].routes
            if isinstance(other, HTTPRoute) and other.path_format == route
            for method in other.methods
        } | {"HEAD"}
        # HEAD is made of GET before the router (see service.front).
        methods -= set() if "GET" in methods else {"HEAD"}
        headers = MutableScopeHeaders.from_message(message)
        headers["allow"] = ", ".join(sorted(methods))
        if "PATCH" in methods:
            headers["accept-patch"] = ", ".join(PATCHES)  # RFC 5789, section 3.1


def _shown(request: Request[Any, Any, State]) -> Shown:
    return shown_to(caller_of(request.scope), request.app.state.backend.settings)


def _backend(state: State) -> Backend:
    backend: Backend = state.backend
    return backend
