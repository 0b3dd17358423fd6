"""What an operator sets: one struct, from which options, environment, file and documentation are made."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta


class Shown(StrEnum):
    """How much of the articles' text somebody is given (see docs/access.md)."""

    FULL = "full"
    SENTENCE = "sentence"
    NONE = "none"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How the service runs. Sizes are in bytes of UTF-8, times in seconds.

    A field is a setting: `port` is `--port`, `CLAIMS_PORT`, and `port` in the file. Its description is its
    documentation; in ``extra``, ``secret`` keeps its value from being printed and ``default`` tells in words
    one that depends on the machine.
    """

    database: Annotated[Path, Meta(description="The file that holds documents and claims.")] = Path(
        "data/claims.db"
    )
    host: Annotated[
        str, Meta(min_length=1, max_length=255, description="The address or name to listen on.")
    ] = "127.0.0.1"
    port: Annotated[int, Meta(ge=0, le=65535, description="The port to listen on; 0 takes a free one.")] = (
        8000
    )
    workers: Annotated[
        int,
        Meta(
            ge=1,
            le=256,
            description="Processes that answer. Each has its own threads, queue and parsers, and counts "
            "requests for `rate_limit` by itself.",
        ),
    ] = 1
    parsers: Annotated[
        int,
        Meta(
            ge=1,
            le=1024,
            description="Processes that read texts, shared out among the workers; one processor is left to "
            "answer with.",
            extra={"default": "the processors but one"},
        ),
    ] = max(1, (os.cpu_count() or 1) - 1)
    queue: Annotated[
        int,
        Meta(
            ge=0, le=100_000, description="How many texts may wait for a parser of their worker; beyond, 503."
        ),
    ] = 64
    parse_seconds: Annotated[
        float, Meta(gt=0, le=3600, description="How long reading one text may take; beyond, 503.")
    ] = 30.0
    query_seconds: Annotated[
        float,
        Meta(
            gt=0,
            le=3600,
            description="How long one question about claims may take, in processor time; beyond, 400 with "
            "the advice to narrow it down. By the clock it may take 20 times that; beyond, 503.",
        ),
    ] = 0.5
    readers: Annotated[int, Meta(ge=1, le=256, description="Threads that ask the database.")] = 4
    text_bytes: Annotated[int, Meta(ge=1, description="The longest article; beyond, 413.")] = 1_000_000
    body_bytes: Annotated[int, Meta(ge=1, description="The longest request body; beyond, 413.")] = 10_000_000
    stop_seconds: Annotated[
        float,
        Meta(
            gt=0,
            le=3600,
            description="How long running requests may go on once the service is told to stop; then they are "
            "cut off.",
        ),
    ] = 10.0
    drain_seconds: Annotated[
        float,
        Meta(
            ge=0,
            le=3600,
            description="How long, once told to stop, it goes on taking requests while `/health/ready` says "
            "503, so that a load balancer looks elsewhere first.",
        ),
    ] = 0.0
    metrics: Annotated[bool, Meta(description="Whether `/metrics` is there.")] = True
    telemetry: Annotated[
        bool,
        Meta(
            description="Whether requests are traced by OpenTelemetry, whose own `OTEL_*` variables say "
            "where to."
        ),
    ] = False
    log_format: Annotated[
        Literal["auto", "json", "text"], Meta(description="`auto` is text on a terminal, else JSON lines.")
    ] = "auto"
    log_level: Annotated[
        Literal["debug", "info", "warning", "error"],
        Meta(
            description="`info` tells of every request but those of probes and metrics, `warning` of what "
            "goes wrong."
        ),
    ] = "info"
    allowed_hosts: Annotated[
        tuple[str, ...],
        Meta(
            description="Names that requests may call the service by (`Host`), beside the names of this "
            "machine itself, `host` and the address a request came in on; `*.example.org` is any name under "
            "it, `*` is any name at all. Other names get 421."
        ),
    ] = ()
    trusted_proxies: Annotated[
        tuple[str, ...],
        Meta(
            description="Addresses or networks of reverse proxies whose `X-Forwarded-For` names the caller, "
            "for rate limits and logs."
        ),
    ] = ()
    public_reads: Annotated[
        bool, Meta(description="Whether those without a key may read. Writing always needs one.")
    ] = True
    text_with_key: Annotated[
        Shown,
        Meta(
            description="What of the articles' text is served with a key, and on the machine itself: `full`, "
            "the claim's `sentence`, or `none`."
        ),
    ] = Shown.FULL
    text_without_key: Annotated[
        Shown, Meta(description="What of the articles' text is served to everybody else.")
    ] = Shown.SENTENCE
    cors_origins: Annotated[
        tuple[str, ...],
        Meta(
            description="Origins whose pages may call the API from a browser, as `https://app.example.org`; "
            "`*` is any. Without one, none may."
        ),
    ] = ()
    rate_limit: Annotated[
        Annotated[int, Meta(ge=0, le=10_000_000)] | None,
        Meta(
            description="Requests that each key, or each address without one, may make in `rate_seconds`; "
            "beyond, 429. 0 is no limit. Unless it is set, requests from the machine itself are not counted.",
            extra={"default": "600"},
        ),
    ] = None
    rate_seconds: Annotated[int, Meta(ge=1, le=86_400, description="The time that `rate_limit` is for.")] = 60
    compress_from: Annotated[
        int,
        Meta(ge=0, description="Answers from this size on are compressed for who accepts it; 0 is never."),
    ] = 1000
