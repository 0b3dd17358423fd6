"""Documents by the line: read while more arrive, stored in order, each answered once it is on disk."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from grammar.claim import Reading
from service.backend import Backend
from service.backend.lines import UNDER_WAY, Line, Lines
from service.documents import Document, Receipt
from service.problems import Problem
from service.requests.submissions import Submission


class LineResult(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What became of one line: `status` is what the document alone would have been answered with.

    201: it is stored (as a new revision where `revision` is over 1). 200: it was there already. Else
    `problem` says what is wrong; 503 means that the line may be sent again.
    """

    line: Annotated[int, Meta(ge=1, description="the line's number in the body; blank lines count")]
    status: Annotated[int, Meta(ge=200, le=599, examples=[201])]
    external_id: Annotated[str | None, Meta(description="as submitted")] = None
    id: Annotated[str | None, Meta(description="the document's id")] = None
    revision: Annotated[int | None, Meta(description="its number among the texts of this document")] = None
    claims: Annotated[int | None, Meta(description="how many claims it has")] = None
    unread: Annotated[int | None, Meta(description="how many sentences with a cue were not read")] = None
    note: Annotated[str | None, Meta(description="why nothing was read, where that is so")] = None
    superseded_by: Annotated[
        str | None,
        Meta(description="the revision that came next, where the text was there and is no more listed"),
    ] = None
    ignored: Annotated[
        tuple[str, ...],
        Meta(
            description="fields that the stored document has otherwise, which stays as it is; PATCH puts it "
            "right",
            examples=[["published_at"]],
        ),
    ] = ()
    problem: Problem | None = None


class _Prepared(Line):
    """A line whose text is read, or known, or refused."""

    document: Document | None = None
    reading: Reading | None = None
    receipt: Receipt | None = None


class Bulk:
    """One request of many documents by the line."""

    def __init__(self, backend: Backend, request_id: str) -> None:
        self._backend = backend
        self._lines = Lines(backend, self, request_id)
        self._storing: asyncio.Queue[tuple[_Prepared, asyncio.Future[Receipt] | None] | None]
        self._storing = asyncio.Queue(UNDER_WAY // 2)

    async def results(self, pieces: AsyncIterator[bytes]) -> AsyncIterator[LineResult]:
        """One result for each line that is not blank, in order, once what it tells is on disk.

        Ends early where the client goes away, and where the service is told to stop, then with a last result
        of status 503: that line and those without a result are to be sent again.
        """
        async with asyncio.TaskGroup() as group:
            group.create_task(self._lines.read(pieces, group))
            group.create_task(self._store())
            while (item := await self._storing.get()) is not None:
                prepared, stored = item
                self._lines.release(prepared)
                yield await self._result(prepared, stored)

    def begun(self, number: int, size: int) -> _Prepared:
        """A line of which nothing is known yet."""
        return _Prepared(number, size)

    async def done(self, line: _Prepared, submission: Submission) -> None:
        """Read the line's text, unless the document is known."""
        line.document = await self._backend.document(submission, patient=True)
        line.receipt = await self._backend.read(self._backend.store.find, line.document)
        if line.receipt is None:
            line.reading = await self._backend.parse(line.document, patient=True)

    async def _store(self) -> None:
        """Put what is read into the store in the order of the lines; none waits until another is stored."""
        while (task := await self._lines.taken.get()) is not None:
            prepared = await task
            stored = None
            if prepared.document is not None and prepared.reading is not None:
                stored = self._backend.put(prepared.document, prepared.reading)
            await self._storing.put((prepared, stored))
        await self._storing.put(None)

    async def _result(self, prepared: _Prepared, stored: asyncio.Future[Receipt] | None) -> LineResult:
        told: dict[str, Any] = {"line": prepared.number, "external_id": prepared.external_id}
        receipt = prepared.receipt
        if stored is not None:
            try:
                receipt = await stored
            except Exception as error:
                prepared.problem = self._lines.fault(prepared.number, error)
        if prepared.problem is not None:
            return LineResult(status=prepared.problem.status, problem=prepared.problem, **told)
        assert receipt is not None, "what is neither refused nor known is stored"
        return LineResult(
            status=201 if receipt.added else 200,
            id=receipt.id,
            revision=receipt.revision,
            claims=receipt.claims,
            unread=receipt.unread,
            note=receipt.note,
            superseded_by=receipt.superseded_by,
            ignored=receipt.ignored,
            **told,
        )
