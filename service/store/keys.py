"""API keys in the store: hashes of tokens, never tokens."""

from __future__ import annotations

import hmac
from datetime import UTC, datetime
from typing import Any

import msgspec

from service.access.keys import Key, Scope, Token
from service.store.connections import Connections
from service.store.values import decoders

_FIELDS = "key, name, scopes, created_at, expires_at, revoked_at"


class KeyExistsError(ValueError):
    """A key of this name is in use."""


class Keys:
    """The keys of a store. None is ever removed, so that it stays known who had one."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def add(self, token: Token, name: str, scopes: tuple[Scope, ...], expires_at: str | None) -> Key:
        """Keep a new key; raises KeyExistsError where one that is not revoked has this name."""
        with self._connections.writing() as db:
            if db.execute("SELECT 1 FROM keys WHERE name = ? AND revoked_at IS NULL", [name]).fetchone():
                raise KeyExistsError(name)
            db.table("keys").insert(
                {
                    "key": token.id,
                    "name": name,
                    "digest": token.digest,
                    "scopes": msgspec.json.encode(scopes).decode(),
                    "created_at": _now(),
                    "expires_at": expires_at,
                    "revoked_at": None,
                }
            )
            row = db.execute(f"SELECT {_FIELDS} FROM keys WHERE key = ?", [token.id]).fetchone()
        return _key(row)

    def find(self, token: Token) -> Key | None:
        """The key of a token; None where there is none, or it is revoked or expired."""
        with self._connections.reading() as db:
            row = db.execute(f"SELECT digest, {_FIELDS} FROM keys WHERE key = ?", [token.id]).fetchone()
        if row is None or not hmac.compare_digest(row[0], token.digest):
            return None
        key = _key(row[1:])
        return None if key.revoked_at or (key.expires_at and key.expires_at <= _now()) else key

    def any(self) -> bool:
        """Tell whether a key has ever been made."""
        with self._connections.reading() as db:
            return db.execute("SELECT 1 FROM keys LIMIT 1").fetchone() is not None

    def all(self) -> list[Key]:
        """All keys, revoked and expired ones too, in the order in which they were made."""
        with self._connections.reading() as db:
            return [_key(row) for row in db.execute(f"SELECT {_FIELDS} FROM keys ORDER BY id")]

    def revoke(self, which: str) -> list[Key]:
        """Revoke the keys of this id or name; gives those that it revoked."""
        with self._connections.writing() as db:
            found = db.execute(
                f"SELECT {_FIELDS} FROM keys WHERE (key = ? OR name = ?) AND revoked_at IS NULL",
                [which, which],
            ).fetchall()
            db.execute(
                "UPDATE keys SET revoked_at = ? WHERE (key = ? OR name = ?) AND revoked_at IS NULL",
                [_now(), which, which],
            )
        return [_key(row) for row in found]


def _key(row: Any) -> Key:
    id, name, scopes, created_at, expires_at, revoked_at = row
    return Key(
        id=id,
        name=name,
        scopes=decoders.SCOPES.decode(scopes),
        created_at=created_at,
        expires_at=expires_at,
        revoked_at=revoked_at,
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
