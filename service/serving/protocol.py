"""HTTP as it comes over the wire: what is no HTTP at all is told so in the one shape of errors, too."""

from __future__ import annotations

import asyncio
import re
import sys
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from service.conventions import request_ids
from service.problems import MEDIA_TYPE, TITLES, encode
from service.settings import Settings

HEAD_SECONDS = 10.0
"""How long the head of a request may take to come, from its connection or, on a kept one, its first byte."""

HEAD_BYTES = 65_536
"""How long the head of a request may be: its first line, its headers and the blank line behind them."""

_TOO_SLOW, _TOO_LARGE = 408, 431
_DETAILS = {
    400: "This is not HTTP/1.1 as RFC 9112 has it.",
    _TOO_SLOW: f"The request's head did not come within {HEAD_SECONDS:g} seconds.",
    _TOO_LARGE: f"The request's head, its first line and headers, is over 64 kB ({HEAD_BYTES:,} bytes).",
}
_BLANK_LINE = re.compile(rb"\n\r?\n")  # where a head ends, as h11 has it


class Connection(h11.Connection):
    """h11's own, but a head has the same limit however its bytes arrive.

    h11 asks how long a head is only while it waits for the rest, and asyncio reads 256 kB at once: a head
    that comes whole would have no other limit. It is asked here, where each request begins, so that neither
    a body nor the request before it on the same connection counts.
    """

    def next_event(self) -> h11.Event | type[h11.NEED_DATA] | type[h11.PAUSED]:
        """Read on; raises RemoteProtocolError for a head over the limit."""
        if self.their_state is h11.IDLE:
            come, _ = self.trailing_data
            if len(come) > HEAD_BYTES and not _BLANK_LINE.search(come, 0, HEAD_BYTES):
                raise h11.RemoteProtocolError("The head is too long", error_status_hint=_TOO_LARGE)
        return super().next_event()


class Protocol(H11Protocol):
    """uvicorn's own protocol, but for its answer to what h11 cannot read; the connection is then closed.

    So is one on which no request begins, or whose head trickles in, after ten seconds: uvicorn would wait for
    ever, and connections that wait are as many as a process may have files. Bodies may take their time.
    """

    _head_is_late: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn has it
        """Wait for the first head."""
        super().connection_made(transport)
        self.conn = Connection(h11.SERVER, max_incomplete_event_size=HEAD_BYTES)
        self._await_head()

    def data_received(self, data: bytes) -> None:
        """Take what came, and wait for the rest of a head that has begun."""
        super().data_received(data)
        if self.conn.their_state is h11.IDLE and self.conn.trailing_data[0]:
            self._await_head()
        elif self._head_is_late:
            self._head_is_late.cancel()
            self._head_is_late = None

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing more."""
        if self._head_is_late:
            self._head_is_late.cancel()
        super().connection_lost(exc)

    def _await_head(self) -> None:
        if not self._head_is_late:
            self._head_is_late = self.loop.call_later(HEAD_SECONDS, self._refuse, _TOO_SLOW)

    def send_400_response(self, msg: str) -> None:
        """Answer while h11's error is being handled."""
        hint = getattr(sys.exc_info()[1], "error_status_hint", 400)
        self._refuse(hint if hint == _TOO_LARGE else 400)

    def _refuse(self, status: int) -> None:
        """Answer, and close; where an answer is on its way already, close only."""
        if self.conn.our_state in {h11.IDLE, h11.SEND_RESPONSE}:
            request_id = request_ids.new()
            body = encode(status, _DETAILS[status], (), request_id)
            headers = [
                (b"content-type", MEDIA_TYPE.encode()),
                (b"content-length", str(len(body)).encode()),
                (b"cache-control", b"no-store"),
                (b"x-content-type-options", b"nosniff"),
                (request_ids.HEADER, request_id.encode()),
                (b"connection", b"close"),
            ]
            reason = TITLES[status].encode()
            for event in (
                h11.Response(status_code=status, headers=headers, reason=reason),
                h11.Data(data=body),
                h11.EndOfMessage(),
            ):
                self.transport.write(self.conn.send(event) or b"")
        self.transport.close()


def server_options(settings: Settings) -> dict[str, Any]:
    """How uvicorn is to speak HTTP. `X-Forwarded-For` counts from trusted proxies alone."""
    return {
        "http": Protocol,
        "ws": "none",
        "server_header": False,
        "proxy_headers": bool(settings.trusted_proxies),
        "forwarded_allow_ips": list(settings.trusted_proxies),
    }
