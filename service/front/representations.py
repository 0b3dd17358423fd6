"""Answers as HTTP wants them: entity tags, 304, HEAD, compression, and what caches may do with them."""

from __future__ import annotations

import asyncio
import zlib
from functools import lru_cache
from typing import Any

from service.access.authorization import caller_of
from service.conventions.asgi import App, Message, Receive, Scope, Send
from service.requests.media_types import accepts_coding
from service.responses import tags
from service.settings import Settings

_GZIP = 16 + zlib.MAX_WBITS
_LEVEL = 4  # on a page of claims within a tenth of the size of 6, in half the time
_LARGE = 200_000
_VARY = (b"vary", b"Accept, Accept-Encoding, Authorization")
_REVALIDATED = {b"cache-control", b"content-location", b"date", b"etag", b"expires", b"link", b"vary"}


class Representations:
    """Completes answers on their way out.

    - A whole answer to GET with status 200 gets a strong ETag, a hash of its bytes, another for the
      compressed form; If-None-Match that names it is answered by 304 (RFC 9110, 13.1.2).
    - HEAD is answered as GET is, without the body (9.3.2). A streamed answer is ended after its headers.
    - Where gzip is accepted, answers from ``compress_from`` bytes on are compressed, streams piece by piece.
    - What a key or the machine itself is shown is for its own cache only; everybody asks again before using
      what is cached. What is no answer to GET, and no error, is kept by nobody.
    """

    def __init__(self, app: App, settings: Settings) -> None:
        self._app = app
        self._compress_from = settings.compress_from

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and complete its answer."""
        answer = _Answer(scope, receive, send, self._compress_from)
        if answer.is_head:
            scope["method"] = "GET"
        try:
            await self._app(scope, answer.receive, answer.send)
        finally:
            if answer.is_head:
                scope["method"] = "HEAD"


class _Answer:
    """One answer on its way out."""

    def __init__(self, scope: Any, receive: Receive, send: Send, compress_from: int) -> None:
        self._scope = scope
        self._receive = receive
        self._send = send
        self._compress_from = compress_from
        self.is_head = scope["method"] == "HEAD"
        self._start: Any = None
        self._stream: Any = None
        self._ended = False

    async def receive(self) -> Any:
        """Take from the client. Once a HEAD is answered it counts as gone: no stream is made for it."""
        return {"type": "http.disconnect"} if self._ended else await self._receive()

    async def send(self, message: Message) -> None:
        """Take a message of the answer; the first waits for the second, which tells whether it is whole."""
        if self._ended:
            return
        if message["type"] == "http.response.start":
            self._start = message
        elif self._start is not None:
            start, self._start = self._start, None
            if message.get("more_body", False):
                await self._begin(start, message)
            else:
                await self._whole(start, message.get("body", b""))
        else:
            await self._go_on(message)

    async def _whole(self, start: Any, body: bytes) -> None:
        headers = self._headers(start)
        reading = self._scope["method"] == "GET" and start["status"] == 200
        large = 0 < self._compress_from <= len(body) and b"content-encoding" not in dict(headers)
        compressed = large and start["status"] < 300 and self._accepts_gzip()
        if reading:
            tag = tags.tag(body, tags.GZIP if compressed else b"")
            headers.append((b"etag", tag))
            if _matches(self._scope["headers"], tag):
                headers = [header for header in headers if header[0] in _REVALIDATED]
                await self._out({**start, "status": 304, "headers": headers}, b"")
                return
        if compressed:
            # Static files are the same object each time, so that they are compressed once.
            body = await asyncio.to_thread(_kept_gzip, body) if len(body) > _LARGE else _gzip(body)
            headers.append((b"content-encoding", b"gzip"))
        if start["status"] not in {204, 304}:
            headers = [header for header in headers if header[0] != b"content-length"]
            headers.append((b"content-length", b"%d" % len(body)))
        await self._out({**start, "headers": headers}, body)

    async def _begin(self, start: Any, message: Any) -> None:
        headers = self._headers(start)
        if self._accepts_gzip() and self._compress_from and b"content-encoding" not in dict(headers):
            self._stream = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP)
            headers = [header for header in headers if header[0] != b"content-length"]
            headers.append((b"content-encoding", b"gzip"))
        if self.is_head:
            await self._out({**start, "headers": headers}, b"")
            return
        await self._send({**start, "headers": headers})
        await self._go_on(message)

    async def _go_on(self, message: Any) -> None:
        if self._stream is None:
            await self._send(message)
            return
        more = message.get("more_body", False)
        body = self._stream.compress(message.get("body", b""))
        # What has been said goes out at once: a line of a stream is an answer somebody waits for.
        body += self._stream.flush(zlib.Z_SYNC_FLUSH if more else zlib.Z_FINISH)
        await self._send({"type": "http.response.body", "body": body, "more_body": more})

    async def _out(self, start: Any, body: bytes) -> None:
        if self.is_head:
            self._scope["method"] = "HEAD"
            self._ended = True
        await self._send(start)
        await self._send(
            {"type": "http.response.body", "body": b"" if self.is_head else body, "more_body": False}
        )

    def _headers(self, start: Any) -> list[tuple[bytes, bytes]]:
        """The headers with Vary and Cache-Control; OPTIONS and 405 name HEAD wherever they name GET."""
        headers = [
            (name, _with_head(value) if name == b"allow" else value) for name, value in start["headers"]
        ]
        headers.append(_VARY)
        if all(name != b"cache-control" for name, _ in headers):
            cached = self._scope["method"] == "GET" and start["status"] == 200
            headers.append((b"cache-control", self._cacheable() if cached else b"no-store"))
        return headers

    def _cacheable(self) -> bytes:
        caller = caller_of(self._scope)
        return b"private, no-cache" if caller.key or caller.local else b"no-cache"

    def _accepts_gzip(self) -> bool:
        given = [value for name, value in self._scope["headers"] if name == b"accept-encoding"]
        return bool(given) and accepts_coding(b",".join(given).decode("latin-1"), "gzip")


def _gzip(body: bytes) -> bytes:
    # Not gzip.compress: that writes the time, and the same answer must have the same bytes.
    compressor = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP)
    return compressor.compress(body) + compressor.flush()


_kept_gzip = lru_cache(maxsize=8)(_gzip)


def _matches(headers: Any, tag: bytes) -> bool:
    given = b",".join(value for name, value in headers if name == b"if-none-match")
    return given.strip() == b"*" or tag in {part.strip().removeprefix(b"W/") for part in given.split(b",")}


def _with_head(allow: bytes) -> bytes:
    methods = {method.strip() for method in allow.split(b",")}
    return b", ".join(sorted(methods | {b"OPTIONS"} | ({b"HEAD"} if b"GET" in methods else set())))
