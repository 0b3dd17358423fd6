"""Keys as requests bring them: looked up in the store, and remembered for a moment."""

from __future__ import annotations

from time import monotonic

from service.access.keys import Key, Token, from_header
from service.backend import Backend

REMEMBERED_SECONDS = 1.0
"""How long a worker that has just seen a key may still take it for valid after it is revoked."""

_MOST_REMEMBERED = 10_000


class Keyring:
    """Finds keys. What is found is remembered for a second, what is not found is asked for each time."""

    def __init__(self) -> None:
        self._keys: dict[Token, tuple[float, Key]] = {}
        self._in_use = False
        self._asked = float("-inf")

    async def find(self, backend: Backend, authorization: bytes) -> Key | None:
        """The valid key of an Authorization header, or None."""
        token = from_header(authorization)
        if token is None:
            return None
        now = monotonic()
        remembered = self._keys.get(token)
        if remembered and now - remembered[0] < REMEMBERED_SECONDS:
            return remembered[1]
        key = await backend.read(backend.store.keys.find, token)
        if key is None:
            self._keys.pop(token, None)
            return None
        if len(self._keys) >= _MOST_REMEMBERED:
            self._keys.clear()
        self._keys[token] = (now, key)
        return key

    async def is_in_use(self, backend: Backend) -> bool:
        """Tell whether anybody has ever made a key; once true, it stays so."""
        now = monotonic()
        if not self._in_use and now - self._asked >= REMEMBERED_SECONDS:
            self._in_use = await backend.read(backend.store.keys.any)
            self._asked = now
        return self._in_use
