"""Entity tags: names of answers to the byte (RFC 9110, section 8.8.3)."""

from __future__ import annotations

import hashlib

GZIP = b"-gzip"


def tag(body: bytes, suffix: bytes = b"") -> bytes:
    """The strong tag of an answer; another for its compressed form, by ``GZIP``."""
    return b'"' + hashlib.sha256(body).hexdigest()[:24].encode() + suffix + b'"'


def names(condition: bytes, current: bytes | None) -> bool:
    """Tell whether `If-Match` names what this is the tag of, in either of its forms, or is `*`."""
    tags = {part.strip().replace(GZIP + b'"', b'"') for part in condition.split(b",")}
    return tags == {b"*"} or current in tags
