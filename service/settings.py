"""What an operator sets."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

Positive = Annotated[int, Meta(ge=1)]


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How the service runs. Sizes are in bytes of UTF-8, times in seconds."""

    database: Path = Path("claims.db")
    host: str = "127.0.0.1"
    port: Annotated[int, Meta(ge=0, le=65535)] = 8000
    workers: Positive = max(1, (os.cpu_count() or 1) - 1)
    """Processes that parse; one processor is left to answer with."""
    queue: Annotated[int, Meta(ge=0)] = 64
    """How many texts may wait for a process; beyond, 503."""
    parse_seconds: Annotated[float, Meta(gt=0)] = 30.0
    readers: Positive = 4
    """Threads that ask the store."""
    text_bytes: Positive = 1_000_000
    body_bytes: Positive = 10_000_000
