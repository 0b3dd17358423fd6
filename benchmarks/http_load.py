"""A small HTTP/1.1 client for load: connections are kept, and no more is done than must be."""

from __future__ import annotations

import asyncio
import time
from typing import NamedTuple


class Answer(NamedTuple):
    """A status, how long it took in milliseconds, and the body."""

    status: int
    took: float
    body: bytes


class Client:
    """One connection to a server; calls are one after the other."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def call(self, path: str, body: bytes | None = None) -> Answer:
        """GET, or POST of JSON."""
        start = time.perf_counter()
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._streams
        head = f"{'GET' if body is None else 'POST'} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\n"
        if body is not None:
            head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        writer.write(head.encode() + b"\r\n" + (body or b""))
        lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower().split("\r\n")
        headers = dict(line.split(": ", 1) for line in lines[1:] if ": " in line)
        if "content-length" in headers:
            received = await reader.readexactly(int(headers["content-length"]))
        else:
            received = await _chunks(reader)
        if headers.get("connection") == "close":
            writer.close()
            self._streams = None
        return Answer(int(lines[0].split()[1]), (time.perf_counter() - start) * 1000, received)

    def close(self) -> None:
        """Hang up."""
        if self._streams:
            self._streams[1].close()


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    received = b""
    while size := int(await reader.readline(), 16):
        received += await reader.readexactly(size)
        await reader.readexactly(2)
    await reader.readexactly(2)
    return received
