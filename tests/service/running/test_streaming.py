"""An answer that streams waits for a slow reader, but not so soon that one who still sends is stuck."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from service.responses.streaming import MOST_UNREAD, Duplex

PIECE = b"x" * 100_000


def answered(pieces: int, reads_after: int) -> tuple[int, int]:
    """How many pieces were taken from the stream before the client read any, and bytes sent in the end."""
    taken = sent = 0
    before = -1

    async def stream() -> AsyncIterator[bytes]:
        nonlocal taken
        for _ in range(pieces):
            taken += 1
            yield PIECE
            await asyncio.sleep(0)

    async def send(message: Any) -> None:
        nonlocal sent, before
        if message["type"] != "http.response.body":
            return
        if before < 0:
            before = 0
            while taken < reads_after:
                before = taken
                await asyncio.sleep(0)
            for _ in range(1_000):
                await asyncio.sleep(0)
            before = taken
        sent += len(message["body"])

    async def receive() -> Any:
        raise AssertionError("the stream alone reads the request")

    response: Any = Duplex(stream(), "application/x-ndjson").to_asgi_response(None, None)
    asyncio.run(asyncio.wait_for(response({"type": "http"}, receive, send), 10))
    return before, sent


def test_who_reads_nothing_at_first_gets_everything_in_the_end() -> None:
    pieces = MOST_UNREAD // len(PIECE)
    assert answered(pieces, reads_after=pieces) == (pieces, pieces * len(PIECE))


@pytest.mark.parametrize("times", [2, 5])
def test_what_is_not_read_is_bounded(times: int) -> None:
    most = MOST_UNREAD // len(PIECE)
    before, sent = answered(times * most, reads_after=most)
    assert before <= most + 3
    assert sent == times * most * len(PIECE)
