"""Traces of requests by OpenTelemetry, where the setting ``telemetry`` is on and the extra is installed.

A span a request, named by method and path template, within it one for the parsing of a text; a caller's
`traceparent` (W3C Trace Context) is followed. Where the spans go is said by OpenTelemetry's own variables
(`OTEL_EXPORTER_OTLP_ENDPOINT`, `OTEL_SERVICE_NAME`, `OTEL_TRACES_SAMPLER` and so on). Litestar's own plugin
uses the same middleware, but names spans by whole paths, and tells query strings, which may hold what people
search for.
"""

from __future__ import annotations

import os
from contextlib import AbstractContextManager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from service.conventions.asgi import App, Message, Receive, Scope, Send

if TYPE_CHECKING:
    from opentelemetry.sdk.trace.export import SpanExporter
    from opentelemetry.trace import Span

NAME = "claims-api"
_QUIET = "/health/,/metrics"
_QUERY = "untold_query"


def is_installed() -> bool:
    """Whether the extra ``telemetry`` is there."""
    return find_spec("opentelemetry") is not None and find_spec("opentelemetry.instrumentation") is not None


def exporter() -> SpanExporter:
    """What sends the spans away: OTLP over HTTP."""
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter

    return OTLPSpanExporter()


class Tracing:
    """The traces of one process. Spans are sent in batches, by a thread, and the last ones by ``close``."""

    def __init__(self) -> None:
        from opentelemetry.sdk.resources import SERVICE_NAME, Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor

        name = os.environ.get("OTEL_SERVICE_NAME", NAME)
        self._provider = TracerProvider(resource=Resource.create({SERVICE_NAME: name}))
        self._provider.add_span_processor(BatchSpanProcessor(exporter()))
        self._tracer = self._provider.get_tracer(NAME)

    def span(self, name: str, **attributes: int) -> AbstractContextManager[Span]:
        """A part of what is being done."""
        return self._tracer.start_as_current_span(name, attributes=attributes)

    def around(self, app: App) -> App:
        """The app, with a span a request."""
        from opentelemetry.instrumentation.asgi import OpenTelemetryMiddleware
        from opentelemetry.metrics import NoOpMeterProvider
        from opentelemetry.trace import get_current_span

        async def named(scope: Scope, receive: Receive, send: Send) -> None:
            scope["query_string"] = scope["state"].pop(_QUERY)
            span = get_current_span()

            async def routed(message: Message) -> None:
                # The route is known by now, and the span is ended with the answer's last message.
                if message["type"] == "http.response.start" and (path := scope.get("path_template")):
                    span.update_name(f"{scope['method']} {path}")
                    span.set_attribute("http.route", path)
                await send(message)

            await app(scope, receive, routed)

        middleware: Any = OpenTelemetryMiddleware(
            named,
            default_span_details=lambda scope: (scope["method"], {}),
            tracer_provider=self._provider,
            meter_provider=NoOpMeterProvider(),  # Prometheus is told by service.telemetry.metrics
            exclude_spans=["receive", "send"],
            excluded_urls=_QUIET,
        )

        async def untold(scope: Scope, receive: Receive, send: Send) -> None:
            scope.setdefault("state", {})[_QUERY] = scope["query_string"]
            scope["query_string"] = b""
            await middleware(scope, receive, send)

        return untold

    def close(self) -> None:
        """Send what is left."""
        self._provider.shutdown()
