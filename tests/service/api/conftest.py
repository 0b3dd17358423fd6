"""An article with several claims, submitted."""

from __future__ import annotations

from typing import Any

from tests.service.callers import Client

TEXT = (
    "It was late.\nShin Wonsik said that the war may spread.\n"
    "Russia and North Korea denied that Ukraine won.\nNobody objected.\n"
    "Shin Wonsik denied that the war goes on.\n"
    "Mary Lee said that “all of it, = a match” is over."
)


def submitted(client: Client, **known: Any) -> dict[str, Any]:
    document: dict[str, Any] = client.post("/v1/documents", json={"text": TEXT, **known}).json()
    return document
