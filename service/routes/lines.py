"""Bodies of lines, answered by the line while they come."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any, Protocol

import msgspec
from litestar import Response

from service.problems import NO_BODY, bad_request
from service.requests.bodies import Disconnected
from service.requests.decoding import StrictRequest
from service.requests.media_types import NDJSON
from service.responses.streaming import Duplex


class Answering(Protocol):
    """What gives a result for each line."""

    def results(self, pieces: AsyncIterator[bytes]) -> AsyncIterator[msgspec.Struct]:
        """The results, in the order of the lines."""
        ...


async def answered(request: StrictRequest, answering: Answering) -> Response[Any]:
    """Answer each line by a line. Raises 400 where there is no body at all."""
    pieces = request.pieces()
    try:
        # Before the answer begins, so that who waits for "100 Continue" is told to send.
        first = await anext(pieces, b"")
    except Disconnected as error:
        raise bad_request("body", "", "The request was cut short.") from error
    if not first:
        raise bad_request("body", "", NO_BODY)
    return Duplex(_encoded(answering.results(_again(first, pieces))), NDJSON)


async def _again(first: bytes, pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    yield first
    async for piece in pieces:
        yield piece


async def _encoded(results: AsyncIterator[msgspec.Struct]) -> AsyncIterator[bytes]:
    async for result in results:
        yield msgspec.json.encode(result) + b"\n"
