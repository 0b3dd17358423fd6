"""Documents that wait for the one writer: those that gather meanwhile share a commit and its sync to disk."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Executor
from typing import NamedTuple

from grammar.claim import Reading
from service.documents import Document, Receipt
from service.store import Store

LARGEST = 64
"""Documents a commit: most of the gain is there at 16, and what waits behind it waits 0.1 s at most."""


class _Waiting(NamedTuple):
    document: Document
    reading: Reading
    stored: asyncio.Future[Receipt]


class Commits:
    """Stores documents in the order in which they are put. One event loop uses it."""

    def __init__(self, store: Store, writer: Executor) -> None:
        self._store = store
        self._writer = writer
        self._waiting: deque[_Waiting] = deque()
        self._committing: asyncio.Task[None] | None = None

    def put(self, document: Document, reading: Reading) -> asyncio.Future[Receipt]:
        """Have a document stored. The future is done once it is committed, or has the error that befell it.

        Who stops waiting does not stop the document from being stored.
        """
        loop = asyncio.get_running_loop()
        stored: asyncio.Future[Receipt] = loop.create_future()
        self._waiting.append(_Waiting(document, reading, stored))
        if self._committing is None:
            self._committing = loop.create_task(self._commit())
        return stored

    async def _commit(self) -> None:
        while self._waiting:
            batch = [self._waiting.popleft() for _ in range(min(LARGEST, len(self._waiting)))]
            documents = [(each.document, each.reading) for each in batch]
            results: Sequence[Receipt | Exception]
            try:
                results = await asyncio.get_running_loop().run_in_executor(
                    self._writer, self._store.put_many, documents
                )
            except Exception as error:  # whatever it was befell every one of them
                results = [error] * len(batch)
            for each, result in zip(batch, results, strict=True):
                if each.stored.done():
                    continue
                if isinstance(result, Receipt):
                    each.stored.set_result(result)
                else:
                    each.stored.set_exception(result)
        self._committing = None
