"""What stands before the routes, from outside in. Each is an ASGI app around the next.

Litestar's own middleware runs behind its router, so it misses what the router refuses (404, 405); some of it
answers errors in shapes of its own, or takes `gzip;q=0` for gzip. Hence these stand before the router.
"""

from __future__ import annotations

from typing import Any, cast

from litestar import Litestar

from service.conventions.asgi import App
from service.front.boundary import Boundary
from service.front.callers import Callers
from service.front.hosts import Hosts
from service.front.observation import Observation
from service.front.origins import Origins
from service.front.rates import Rates
from service.front.representations import Representations
from service.front.targets import Targets
from service.settings import Settings

__all__ = ["surround"]


def surround(app: Litestar, settings: Settings) -> None:
    """Put what stands before the routes around an app's router."""
    handler: App = Representations(cast(App, app.asgi_handler), settings)
    handler = Rates(handler, settings)
    handler = Callers(handler, settings)
    handler = Hosts(handler, settings)
    handler = Targets(handler)
    handler = Boundary(handler)
    handler = Origins(handler, settings)
    app.asgi_handler = cast(Any, Observation(handler))
