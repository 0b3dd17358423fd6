"""Requests read strictly: what is no JSON, no UTF-8 or nested without end is the caller's error, not ours."""

from __future__ import annotations

import re
from typing import Any

import msgspec
from litestar import Request
from litestar.datastructures import State
from litestar.exceptions.http_exceptions import RequestEntityTooLarge

from service.problems import Fault, ProblemError, bad_request

_UNKNOWN = re.compile("^Object contains unknown field `(.{1,100})`$")
_DRAINED_BYTES = 50_000_000


class StrictRequest(Request[Any, Any, State]):
    """A request whose JSON body is decoded straight into the type that its handler asks for."""

    async def json(self) -> Any:
        """Decode the body; raises 415 for another media type, 413 and 400."""
        if self.content_type[0] != "application/json":
            raise ProblemError(415, "The body must be application/json.")
        try:
            body = await self.body()
        except RequestEntityTooLarge as error:
            await self._drain()
            raise ProblemError(413, "The body is over the limit.") from error
        wanted = self.route_handler.parsed_fn_signature.parameters["data"].annotation
        try:
            return msgspec.json.decode(body, type=wanted)
        except msgspec.ValidationError as error:
            message, _, path = str(error).partition(" - at `")
            unknown = _UNKNOWN.search(message)
            pointer = _pointer(path.rstrip("`")) + (f"/{_escaped(unknown[1])}" if unknown else "")
            fault = Fault("body", pointer, message)
            raise ProblemError(400, message, (fault,)) from error
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise bad_request("body", "", f"The body is not JSON in UTF-8: {error}") from error
        except RecursionError as error:
            raise bad_request("body", "", "The body is nested too deeply.") from error

    async def _drain(self) -> None:
        """Take in what is still coming: a client that is cut off while it sends does not read the answer."""
        taken = 0
        while taken < _DRAINED_BYTES:
            event = await self.receive()
            if event["type"] != "http.request" or not event.get("more_body", False):
                return
            taken += len(event["body"])


def _pointer(path: str) -> str:
    """Turn msgspec's "$.claims[0]" into the JSON Pointer "/claims/0"."""
    return path.removeprefix("$").replace("[", "/").replace("]", "").replace(".", "/")


def _escaped(name: str) -> str:
    """A name as a part of a JSON Pointer (RFC 6901, section 3)."""
    return name.replace("~", "~0").replace("/", "~1")
