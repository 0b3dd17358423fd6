"""API keys: what they allow, and the secrets that they are.

A token is ``claims_``, eight characters that name the key, ``_`` and 256 random bits in hexadecimal. The
prefix lets scanners of code and logs find tokens that got there by mistake. Stored is its SHA-256. A slow
hash (argon2, bcrypt) is for passwords, which can be guessed: it makes each guess dear. 256 random bits cannot
be guessed at any price, so a slow hash would only make every request dear.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import string
from enum import StrEnum
from typing import NamedTuple

import msgspec

_ALPHABET = string.ascii_lowercase + string.digits
_TOKEN = re.compile(r"claims_([0-9a-z]{8})_[0-9a-f]{64}")
_BEARER = re.compile(rb"[Bb][Ee][Aa][Rr][Ee][Rr] +(\S{1,100})")


class Scope(StrEnum):
    """What a key allows; each includes the ones before it."""

    READ = "read"
    WRITE = "write"
    ADMIN = "admin"


class Key(msgspec.Struct, frozen=True, kw_only=True):
    """An API key without its secret. Moments are ISO date-times in UTC."""

    id: str
    name: str
    scopes: tuple[Scope, ...]
    created_at: str
    expires_at: str | None = None
    revoked_at: str | None = None

    def allows(self, scope: Scope) -> bool:
        """Tell whether one of the scopes is this one or includes it."""
        order = list(Scope)
        return any(order.index(own) >= order.index(scope) for own in self.scopes)


class Token(NamedTuple):
    """A token as the service keeps it: the id of its key, and its hash."""

    id: str
    digest: bytes


def make() -> tuple[str, Token]:
    """Make a token; gives it in clear, which is to be shown once and kept nowhere, and as it is kept."""
    id = "".join(secrets.choice(_ALPHABET) for _ in range(8))
    clear = f"claims_{id}_{secrets.token_hex(32)}"
    return clear, Token(id, _digest(clear))


def read(clear: str) -> Token | None:
    """Read a token in clear; None for what has not the form of one."""
    found = _TOKEN.fullmatch(clear)
    return Token(found[1], _digest(clear)) if found else None


def from_header(authorization: bytes) -> Token | None:
    """Read the token of an Authorization header (RFC 6750, section 2.1)."""
    found = _BEARER.fullmatch(authorization.strip())
    return read(found[1].decode("latin-1")) if found else None


def _digest(clear: str) -> bytes:
    return hashlib.sha256(clear.encode("ascii")).digest()
