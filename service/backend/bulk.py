"""Documents by the line: read while more arrive, stored in order, each answered once it is on disk."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from typing import Annotated, Any

import msgspec
from litestar.exceptions import HTTPException
from msgspec import Meta

from grammar.claim import Reading
from service.backend import Backend
from service.documents import Document, Receipt
from service.problems import Problem, ProblemError, problem, refusal, unavailable
from service.requests import bodies
from service.requests.decoding import decode
from service.requests.submissions import Submission

MEDIA_TYPE = "application/x-ndjson"
MEDIA_TYPES = frozenset((MEDIA_TYPE, "application/ndjson", "application/jsonl", "application/x-jsonlines"))

_UNDER_WAY = 64  # lines: enough that the processes never run dry while others wait to be committed
_BYTES_UNDER_WAY = 20_000_000
_UTF8_MARK = b"\xef\xbb\xbf"
_STOPPING = "The service stops. This line and those behind it are to be sent again."
_log = logging.getLogger(__name__)


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
    problem: Problem | None = None


class _Prepared(msgspec.Struct):
    """A line whose text is read, or known, or refused."""

    number: int
    size: int
    external_id: str | None = None
    document: Document | None = None
    reading: Reading | None = None
    receipt: Receipt | None = None
    problem: Problem | None = None


class Bulk:
    """One request of many lines. At most 64 lines and 20 MB are under way at a time."""

    def __init__(self, backend: Backend, request_id: str) -> None:
        self._backend = backend
        self._request_id = request_id
        self._prepared: asyncio.Queue[asyncio.Task[_Prepared] | None] = asyncio.Queue(_UNDER_WAY // 2)
        self._storing: asyncio.Queue[tuple[_Prepared, asyncio.Future[Receipt] | None] | None]
        self._storing = asyncio.Queue(_UNDER_WAY // 2)
        self._bytes = 0
        self._lighter = asyncio.Event()

    async def results(self, pieces: AsyncIterator[bytes]) -> AsyncIterator[LineResult]:
        """One result for each line that is not blank, in order, once what it tells is on disk.

        Ends early where the client goes away, and where the service is told to stop, then with a last result
        of status 503: that line and those without a result are to be sent again.
        """
        async with asyncio.TaskGroup() as group:
            group.create_task(self._read(pieces, group))
            group.create_task(self._store())
            while (item := await self._storing.get()) is not None:
                prepared, stored = item
                self._bytes -= prepared.size
                self._lighter.set()
                yield await self._result(prepared, stored)

    async def _read(self, pieces: AsyncIterator[bytes], group: asyncio.TaskGroup) -> None:
        """Set the reading of each line going as it arrives."""
        number = 0
        try:
            async for line in bodies.lines(pieces, self._backend.settings.body_bytes):
                number += 1
                content = line.removeprefix(_UTF8_MARK) if line and number == 1 else line
                if content is not None and not content.strip():
                    continue
                if self._backend.stopping:
                    await self._refuse(number, unavailable(_STOPPING, 1), group)
                    break
                size = len(content or b"")
                while self._bytes and self._bytes + size > _BYTES_UNDER_WAY:
                    self._lighter.clear()
                    await self._lighter.wait()
                self._bytes += size
                await self._prepared.put(group.create_task(self._prepare(number, content)))
        except bodies.Disconnected:
            pass
        except HTTPException as error:  # the compressed body is broken: nothing behind this place can be read
            await self._refuse(number + 1, error, group)
        await self._prepared.put(None)

    async def _refuse(self, number: int, error: HTTPException, group: asyncio.TaskGroup) -> None:
        refused = _Prepared(number, 0, problem=refusal(error, self._request_id))
        await self._prepared.put(group.create_task(_given(refused)))

    async def _prepare(self, number: int, content: bytes | None) -> _Prepared:
        prepared = _Prepared(number, len(content or b""))
        try:
            if content is None:
                limit = self._backend.settings.body_bytes
                raise ProblemError(413, f"The line is over {limit:,} bytes.")
            submission = decode(content, Submission)
            prepared.external_id = submission.external_id
            prepared.document = await self._backend.document(submission, patient=True)
            prepared.receipt = await self._backend.read(self._backend.store.find, prepared.document)
            if prepared.receipt is None:
                prepared.reading = await self._backend.parse(prepared.document, patient=True)
        except HTTPException as error:
            prepared.problem = refusal(error, self._request_id)
        except Exception as error:
            prepared.problem = self._fault(number, error)
        return prepared

    async def _store(self) -> None:
        """Put what is read into the store in the order of the lines; none waits until another is stored."""
        while (task := await self._prepared.get()) is not None:
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
                prepared.problem = self._fault(prepared.number, error)
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
            **told,
        )

    def _fault(self, number: int, error: Exception) -> Problem:
        _log.error("fault in line %d of request %s", number, self._request_id, exc_info=error)
        return problem(500, "The service has a fault; it is logged.", (), self._request_id)


async def _given(prepared: _Prepared) -> _Prepared:
    return prepared
