"""The API's routes: what is asked is checked here, done by the backend, and answered as JSON."""

from __future__ import annotations

from litestar import Router
from litestar.handlers import HTTPRouteHandler

from service.routes import (
    actors,
    amendments,
    claims,
    decisions,
    documents,
    health,
    linked_data,
    marks,
    parse,
    revisions,
    topics,
)

__all__ = ["API", "HEALTH"]

HEALTH: list[HTTPRouteHandler] = health.HANDLERS
API = Router(
    "/v1",
    route_handlers=[
        *documents.HANDLERS,
        *amendments.HANDLERS,
        *revisions.HANDLERS,
        *linked_data.HANDLERS,
        *claims.HANDLERS,
        *actors.HANDLERS,
        *marks.HANDLERS,
        *decisions.HANDLERS,
        *topics.HANDLERS,
        *parse.HANDLERS,
    ],
)
