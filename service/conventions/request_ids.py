"""Request ids: the caller's own where it is harmless, else a new one."""

from __future__ import annotations

import re
import secrets
from typing import Any

HEADER = b"x-request-id"

_FORM = re.compile(rb"[A-Za-z0-9._=+/-]{1,128}")
_STATE = "request_id"


def request_id(scope: Any) -> str:
    """Give the id of a request: the same for every call with the same scope.

    A caller's ``X-Request-Id`` counts if it is 1 to 128 letters, digits and ``._=+/-``, so that nothing in it
    can break a log line or a header.
    """
    state = scope.setdefault("state", {})
    if _STATE not in state:
        given = next((value for name, value in scope["headers"] if name == HEADER), b"")
        state[_STATE] = given.decode("ascii") if _FORM.fullmatch(given) else new()
    return str(state[_STATE])


def new() -> str:
    """Make an id: 128 random bits."""
    return secrets.token_hex(16)
