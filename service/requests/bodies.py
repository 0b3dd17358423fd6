"""Request bodies as they arrive: decompressed, cut into lines, never held whole unless asked for."""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import AsyncIterator

from litestar.types import Receive

from service.problems import ProblemError, bad_request

TOO_LONG = None
"""Stands for a line over the limit, of which nothing is kept."""

_PIECE = 1 << 16
_GZIP = 16 + zlib.MAX_WBITS
_CODINGS = {"gzip", "x-gzip", "identity", ""}


class Disconnected(Exception):  # noqa: N818 - reads as what happened
    """The client went away before its request was whole."""


def check_coding(coding: str) -> bool:
    """Tell whether a Content-Encoding is gzip; raises 415 for one that is not understood (RFC 9110, 8.4)."""
    coding = coding.strip().lower()
    if coding not in _CODINGS:
        raise ProblemError(415, "A body may be encoded by gzip alone.", headers={"Accept-Encoding": "gzip"})
    return coding.endswith("gzip")


async def chunks(receive: Receive) -> AsyncIterator[bytes]:
    """The body in pieces, as it arrives. Raises Disconnected."""
    while True:
        message = await receive()
        if message["type"] != "http.request":
            raise Disconnected
        if body := message.get("body", b""):
            yield body
        if not message.get("more_body", False):
            return


async def inflated(raw: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """Decompress piece by piece, so that no small body grows large at once; several members are one.

    Raises 400 where the data are broken or cut short.
    """
    member = zlib.decompressobj(_GZIP)
    begun = False
    try:
        async for chunk in raw:
            left = chunk
            while left:
                if member.eof:
                    member, begun = zlib.decompressobj(_GZIP), False
                begun = True
                if piece := member.decompress(left, _PIECE):
                    yield piece
                    # What arrived at once may hold a thousand times as much: others must have their turns.
                    await asyncio.sleep(0)
                left = member.unused_data if member.eof else member.unconsumed_tail
    except zlib.error as error:
        raise bad_request("body", "", f"The body is not gzip: {error}") from error
    if begun and not member.eof:
        raise bad_request("body", "", "The compressed body is cut short.")


async def lines(pieces: AsyncIterator[bytes], longest: int) -> AsyncIterator[bytes | None]:
    """The lines of a body without their ends, TOO_LONG for one of more bytes than ``longest``.

    A last line counts without an end, too. Nothing is kept of a line that is cut off by a disconnection.
    """
    kept = bytearray()
    skipping = False
    async for piece in pieces:
        first, *others = piece.split(b"\n")
        for number, part in enumerate((first, *others)):
            if number:
                yield TOO_LONG if skipping else bytes(kept)
                kept.clear()
                skipping = False
            skipping = skipping or len(kept) + len(part) > longest
            if not skipping:
                kept += part
            else:
                kept.clear()
    if kept or skipping:
        yield TOO_LONG if skipping else bytes(kept)
