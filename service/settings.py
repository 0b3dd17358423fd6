"""What an operator sets."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Positive = Annotated[int, Meta(ge=1)]


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How the service runs. Sizes are in bytes of UTF-8, times in seconds."""

    database: Path = Path("claims.db")
    host: str = "127.0.0.1"
    port: Annotated[int, Meta(ge=0, le=65535)] = 8000
    workers: Positive = 1
    """Processes that answer. Each has its own threads, queue and parsers."""
    parsers: Positive = max(1, (os.cpu_count() or 1) - 1)
    """Processes that parse, shared out among the workers; one processor is left to answer with."""
    queue: Annotated[int, Meta(ge=0)] = 64
    """How many texts may wait for a parser of the same worker; beyond, 503."""
    parse_seconds: Annotated[float, Meta(gt=0)] = 30.0
    readers: Positive = 4
    """Threads that ask the store."""
    text_bytes: Positive = 1_000_000
    body_bytes: Positive = 10_000_000
    stop_seconds: Annotated[float, Meta(gt=0)] = 10.0
    """How long running requests may go on once the service is told to stop; then they are cut off."""
    drain_seconds: Annotated[float, Meta(ge=0)] = 0.0
    """How long, once told to stop, it goes on taking requests while ``/health/ready`` says 503, so that a
    load balancer looks elsewhere first."""
    metrics: bool = True
    """Whether ``/metrics`` is there."""
    telemetry: bool = False
    """Whether requests are traced by OpenTelemetry, whose own ``OTEL_*`` variables say where to."""
    log_format: Literal["auto", "json", "text"] = "auto"
    """``auto``: text on a terminal, else JSON lines."""
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """``info`` tells of every request but those of probes and metrics, ``warning`` of what goes wrong."""
