"""An answer that goes out while the request still comes in."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from litestar import Response
from litestar.response.base import ASGIResponse
from litestar.types import Receive, Send

MOST_UNREAD = 16_000_000
"""Bytes of an answer that may wait for its reader."""


class Duplex(Response[bytes]):
    """A streamed answer to a request that its stream is still reading. Litestar's own reads on by itself.

    What the client does not read waits here, 16 MB of it, so that one that sends everything before it
    reads anything is not stuck; beyond, the stream waits, and with it what is read of the request.
    """

    def __init__(self, stream: AsyncIterator[bytes], media_type: str) -> None:
        super().__init__(b"", status_code=200, media_type=media_type)
        self._stream = stream

    def to_asgi_response(self, *arguments: Any, **options: Any) -> ASGIResponse:
        """The same, as the server takes it."""
        return _Sending(self._stream, headers={**self.headers}, media_type=str(self.media_type))


class _Sending(ASGIResponse):
    _should_set_content_length = False

    def __init__(self, stream: AsyncIterator[bytes], **options: Any) -> None:
        super().__init__(status_code=200, **options)
        self._stream = stream

    async def send_body(self, send: Send, receive: Receive) -> None:
        unread = bytearray()
        changed = asyncio.Event()
        room = asyncio.Event()
        ended = False

        async def fill() -> None:
            nonlocal ended
            try:
                async for piece in self._stream:
                    unread.extend(piece)
                    changed.set()
                    while len(unread) > MOST_UNREAD:
                        room.clear()
                        await room.wait()
            finally:
                ended = True
                changed.set()

        async with asyncio.TaskGroup() as group:
            group.create_task(fill())
            while not ended or unread:
                await changed.wait()
                changed.clear()
                piece = bytes(unread)
                unread.clear()
                room.set()
                if piece:
                    await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})
