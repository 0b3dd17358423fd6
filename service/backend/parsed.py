"""Texts by the line, read and not stored: each answered with its reading, in order."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

import msgspec
from msgspec import Meta

from grammar.claim import Reading
from service.backend import Backend
from service.backend.lines import Line, Lines
from service.problems import Problem
from service.requests.submissions import Submission


class LineReading(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was read in one line: `status` is what the text alone would have been answered with.

    200: `reading` is what was read. Else `problem` says what is wrong; 503 means that the line may be sent
    again.
    """

    line: Annotated[int, Meta(ge=1, description="the line's number in the body; blank lines count")]
    status: Annotated[int, Meta(ge=200, le=599, examples=[200])]
    external_id: Annotated[str | None, Meta(description="as submitted")] = None
    reading: Reading | None = None
    problem: Problem | None = None


class _Read(Line):
    """A line whose text is read, or refused."""

    reading: Reading | None = None


class Parsed:
    """One request of many texts by the line."""

    def __init__(self, backend: Backend, request_id: str) -> None:
        self._backend = backend
        self._lines = Lines(backend, self, request_id)

    async def results(self, pieces: AsyncIterator[bytes]) -> AsyncIterator[LineReading]:
        """One result for each line that is not blank, in order. Ends early as ``Bulk`` does."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._lines.read(pieces, group))
            while (task := await self._lines.taken.get()) is not None:
                line = await task
                self._lines.release(line)
                yield LineReading(
                    line=line.number,
                    status=line.problem.status if line.problem else 200,
                    external_id=line.external_id,
                    reading=line.reading,
                    problem=line.problem,
                )

    def begun(self, number: int, size: int) -> _Read:
        """A line of which nothing is known yet."""
        return _Read(number, size)

    async def done(self, line: _Read, submission: Submission) -> None:
        """Read the line's text."""
        document = await self._backend.document(submission, patient=True)
        line.reading = await self._backend.parse(document, patient=True)
