"""Clients that submit documents to a running service, and know what it acknowledged."""

from __future__ import annotations

import http.client
import random
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from benchmarks.corpus import FIXTURES, texts
from service.documents import Document
from service.store.keeping.documents import key_of

BATCH, PARAGRAPHS = 25, 8


class Client:
    """One who submits documents in order; by the line, or one by one."""

    def __init__(self, number: int, seed: int) -> None:
        self.acknowledged: set[str] = set()
        self.submitted: list[Document] = []
        self.wrong: list[str] = []
        self._at_once = BATCH if number % 2 else 1
        self._left: list[Document] = []
        self._fresh = _documents(number, random.Random(f"{seed} {number}"))

    def submit(self, port: int, again: bool = False) -> None:
        """Submit what is left and ever more, until the server goes away; or once more what ever was."""
        if again:
            self._left = list(self.submitted)
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        try:
            while self._left or not again:
                while len(self._left) < self._at_once and not again:
                    self._left.append(next(self._fresh))
                    self.submitted.append(self._left[-1])
                self._send(connection, self._left[: self._at_once])
        except (OSError, http.client.HTTPException) as error:
            if again:
                self.wrong.append(f"the server went away: {error!r}")
        finally:
            connection.close()

    def _send(self, connection: http.client.HTTPConnection, some: Sequence[Document]) -> None:
        many = self._at_once > 1
        kind = "application/x-ndjson" if many else "application/json"
        connection.request(
            "POST", "/v1/documents", b"\n".join(map(msgspec.json.encode, some)), {"Content-Type": kind}
        )
        answer = connection.getresponse()
        for document in some:
            told = answer.readline() if many else answer.read()
            if many and not told.endswith(b"\n"):
                raise ConnectionResetError("the answer is cut off")
            self._take(document, answer.status, msgspec.json.decode(told))
        answer.read()

    def _take(self, document: Document, status: int, told: dict[str, Any]) -> None:
        status = told.get("status", status)
        if status == 503:  # "later": a process of the group was killed before the others
            return
        self._left.remove(document)
        if status in {200, 201} and told["id"] == key_of(document):
            self.acknowledged.add(told["id"])
        else:
            self.wrong.append(f"answered by {status}: {told}")


def _documents(client: int, chance: random.Random) -> Iterator[Document]:
    """Articles without end, no two alike; every fifth is a new text of the one before."""
    paragraphs = [each for text in texts([FIXTURES / "articles"]) for each in text.split("\n\n")]
    name, number = "", 0
    while True:
        name = name if number % 5 == 4 else f"{client}-{number}"
        some = chance.sample(paragraphs, chance.randint(1, PARAGRAPHS))
        yield Document(
            text="\n\n".join([*some, f"Number {number} of {client}."]),
            external_id=name,
            publisher=f"Paper {number % 3}",
            published_at=f"2024-03-{number % 28 + 1:02}",
        )
        number += 1
