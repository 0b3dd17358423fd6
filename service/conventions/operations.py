"""What the routes say of themselves beyond what their signatures tell, read when the API is described."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, cast

import msgspec
from litestar import Response

_NAME = "operation"


class Access(StrEnum):
    """Who may call an operation (see `service.access.authorization`)."""

    OPEN = "open"
    """Everybody, always: probes and documentation."""
    READ = "read"
    """Everybody where reads are public, else keys with the scope ``read``."""
    KEYED = "keyed"
    """Keys with the scope ``read``, and the machine itself: what costs work, or tells of the service."""
    WRITE = "write"
    ADMIN = "admin"


class Traits(msgspec.Struct, frozen=True, kw_only=True):
    """What an operation takes and may answer, for its description."""

    query: type[msgspec.Struct] | None = None
    conflicts: bool = False
    """Answers 409 where it does not go with what is stored."""
    known: bool = False
    """Answers 200 where what was submitted is there already."""
    access: Access | None = None
    """None: reading for GET, writing for all else."""
    produces: tuple[str, ...] | None = None
    """The media types that it can give; for another Accept, 406. None: its handler's; empty: any."""
    body: type[msgspec.Struct] | None = None
    """Decoded by the handler itself, and so unknown to Litestar."""
    takes: tuple[str, ...] = ("application/json",)
    """The media types that ``body`` may be of; the first is described, the others are taken for it."""
    lines: type[msgspec.Struct] | None = None
    """Takes the same by the line, too, and answers each with one of these."""
    streams: bool = False
    """Answers as it finds: a file to save, which has no tag, since nobody knows its end at its beginning."""


def traits(**said: Any) -> dict[str, Any]:
    """Write traits as a handler's ``opt``."""
    return {_NAME: Traits(**said)}


def of(opt: dict[str, Any]) -> Traits:
    """Read the traits of a handler."""
    return cast(Traits, opt.get(_NAME, Traits()))


def encoded(body: bytes, status: int = 200, **headers: str) -> Response[Any]:
    """Answer with JSON that is encoded already: in a thread, so that the event loop need not."""
    return Response(body, status_code=status, media_type="application/json", headers=headers)
