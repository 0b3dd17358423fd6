"""HTTP as it comes over the wire: what is no HTTP at all is told so in the one shape of errors, too."""

from __future__ import annotations

import sys
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from service import request_ids
from service.problems import MEDIA_TYPE, TITLES, encode
from service.settings import Settings

_TOO_LARGE = 431
_DETAILS = {
    400: "This is not HTTP/1.1 as RFC 9112 has it.",
    _TOO_LARGE: "The request's headers are over 64 kB.",
}


class Protocol(H11Protocol):
    """uvicorn's own protocol, but for its answer to what h11 cannot read; the connection is then closed."""

    def send_400_response(self, msg: str) -> None:
        """Answer while h11's error is being handled; where an answer is on its way already, close only."""
        if self.conn.our_state in {h11.IDLE, h11.SEND_RESPONSE}:
            hint = getattr(sys.exc_info()[1], "error_status_hint", 400)
            status = hint if hint == _TOO_LARGE else 400
            request_id = request_ids.new()
            body = encode(status, _DETAILS[status], (), request_id)
            headers = [
                (b"content-type", MEDIA_TYPE.encode()),
                (b"content-length", str(len(body)).encode()),
                (b"cache-control", b"no-store"),
                (b"x-content-type-options", b"nosniff"),
                (b"x-request-id", request_id.encode()),
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
