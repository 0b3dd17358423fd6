"""What Prometheus reads."""

from __future__ import annotations

from litestar import Response, get

from service.conventions.operations import Access, traits
from service.routes.parameters import Served
from service.telemetry import metrics

_FORMAT = "text/plain; version=0.0.4"


@get("/metrics", include_in_schema=False, opt=traits(access=Access.KEYED, produces=("text/plain",)))
async def exposed(backend: Served) -> Response[bytes]:
    """Tell of all workers and of the store."""
    body = await backend.read(lambda: metrics.exposition(backend.store.totals()))
    return Response(body, media_type=_FORMAT)


HANDLERS = [exposed]
