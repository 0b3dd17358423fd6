"""Bodies of lines: each worked on as it arrives, and taken in order; how much is under way is bounded."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from typing import Generic, Protocol, TypeVar

import msgspec
from litestar.exceptions import HTTPException

from service.backend import Backend
from service.problems import Problem, ProblemError, problem, refusal, unavailable
from service.requests import bodies
from service.requests.decoding import decode
from service.requests.submissions import Submission

UNDER_WAY = 64
"""Lines: enough that the processes never run dry while others wait to be committed."""

_BYTES_UNDER_WAY = 20_000_000
_UTF8_MARK = b"\xef\xbb\xbf"
_STOPPING = "The service stops. This line and those behind it are to be sent again."
_log = logging.getLogger(__name__)


class Line(msgspec.Struct):
    """A line whose text is read, or known, or refused."""

    number: int
    size: int
    external_id: str | None = None
    problem: Problem | None = None


L = TypeVar("L", bound=Line)


class Work(Protocol[L]):
    """What is done with each line, many at a time."""

    def begun(self, number: int, size: int) -> L:
        """The line before anything is done."""
        ...

    async def done(self, line: L, submission: Submission) -> None:
        """Do it. What it raises is what becomes of the line."""
        ...


class Lines(Generic[L]):
    """One request of many lines. At most 64 lines and 20 MB are under way at a time.

    Lines stand in ``taken`` in their order, None behind the last. Who has taken one and is finished with it
    says so (``release``). Where the client goes away, and where the service is told to stop, they end early,
    then with a last line of status 503.
    """

    def __init__(self, backend: Backend, work: Work[L], request_id: str) -> None:
        self._backend = backend
        self._work = work
        self._request_id = request_id
        self.taken: asyncio.Queue[asyncio.Task[L] | None] = asyncio.Queue(UNDER_WAY // 2)
        self._bytes = 0
        self._lighter = asyncio.Event()

    def release(self, line: L) -> None:
        """Let another line take the place of this one."""
        self._bytes -= line.size
        self._lighter.set()

    async def read(self, pieces: AsyncIterator[bytes], group: asyncio.TaskGroup) -> None:
        """Set the work on each line going as it arrives."""
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
                await self.taken.put(group.create_task(self._worked(number, content)))
        except bodies.Disconnected:
            pass
        except HTTPException as error:  # the compressed body is broken: nothing behind this place can be read
            await self._refuse(number + 1, error, group)
        await self.taken.put(None)

    def fault(self, number: int, error: Exception) -> Problem:
        """A fault of ours in a line."""
        _log.error("fault in line %d of request %s", number, self._request_id, exc_info=error)
        return problem(500, "The service has a fault; it is logged.", (), self._request_id)

    async def _refuse(self, number: int, error: HTTPException, group: asyncio.TaskGroup) -> None:
        refused = self._work.begun(number, 0)
        refused.problem = refusal(error, self._request_id)
        await self.taken.put(group.create_task(_given(refused)))

    async def _worked(self, number: int, content: bytes | None) -> L:
        line = self._work.begun(number, len(content or b""))
        try:
            if content is None:
                limit = self._backend.settings.body_bytes
                raise ProblemError(413, f"The line is over {limit:,} bytes.")
            submission = decode(content, Submission)
            line.external_id = submission.external_id
            await self._work.done(line, submission)
        except HTTPException as error:
            line.problem = refusal(error, self._request_id)
        except Exception as error:
            line.problem = self.fault(number, error)
        return line


async def _given(line: L) -> L:
    return line
