"""What the routes work with: the store in threads, the engine in processes, the event loop free."""

from __future__ import annotations

import asyncio
import resource
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext, suppress
from typing import ParamSpec, TypeVar

from grammar.claim import Reading
from service.backend.commits import Commits
from service.backend.parsing import MakeEngine, Parsing, QueueFull, Text, TimedOut, WorkerLost
from service.documents import Document, Receipt
from service.problems import Fault, ProblemError, bad_request, unavailable
from service.requests.submissions import Submission, check, document
from service.settings import Settings
from service.store import CursorError, Store, StoreError, TooCostlyError, UnknownCursorError
from service.telemetry import metrics
from service.telemetry.tracing import Tracing

P = ParamSpec("P")
T = TypeVar("T")

_RETRY_SECONDS = 5
_RESTRAINT_SECONDS = 0.25


class Backend:
    """The store and the engine of a running app. Opened with the app, closed with it."""

    def __init__(self, settings: Settings, make_engine: MakeEngine, tracing: Tracing | None = None) -> None:
        self.settings = settings
        self._tracing = tracing
        self.stopping = False
        """Whether the service was told to stop; it may still answer for a while."""
        self.store = Store.open(settings.database, settings.query_seconds)
        parsers = max(1, settings.parsers // settings.workers)
        self._parsing = Parsing(
            parsers,
            settings.queue,
            settings.parse_seconds,
            make_engine,
            on_queue=metrics.queued,
            on_read=metrics.parsed,
        )
        self._readers = ThreadPoolExecutor(settings.readers, "reader")
        self._writer = ThreadPoolExecutor(1, "writer")
        self._prompt_from = 0.0
        self._commits = Commits(self.store, self._writer)

    async def warm(self) -> None:
        """Wait until texts can be read at once."""
        await self._parsing.warm()

    async def check(self) -> None:
        """Raise 503 where a text could not be submitted now: while it stops, starts, or lacks its store."""
        if self.stopping:
            raise unavailable("The service stops.", _RETRY_SECONDS)
        if not self._parsing.up():
            raise unavailable("The parsers are starting.", _RETRY_SECONDS)
        try:
            await self.read(self.store.check)
        except StoreError as error:
            raise unavailable("The store does not answer.", _RETRY_SECONDS) from error

    async def read(self, ask: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Ask the store, in a thread with a connection of its own.

        Raises 400 for a page token of another list and for what takes too long, 503 for what took too long on
        a busy machine alone, 404 for a token that no page gave out.
        """
        with _told():
            return await asyncio.get_running_loop().run_in_executor(
                self._readers, lambda: ask(*args, **kwargs)
            )

    async def read_promptly(self, ask: Callable[[bool], T]) -> T:
        """Ask the store what is usually quick; ``ask`` is told to be prompt or not. Raises as ``read`` does.

        It is asked here and now, within the event loop, for 5 ms of processor time at most, and in a thread
        if that was too short: threads that take turns at Python cost a page a third of its speed. For a
        quarter of a second after one that was too short, or that had to wait for the disk, all go to threads:
        many such would hold everybody up. The clock says nothing of that; on a busy machine all is slow.
        """
        clock = asyncio.get_running_loop().time
        if clock() < self._prompt_from:
            return await self.read(ask, False)
        before = _disk_reads()
        with _told(), suppress(TooCostlyError):
            answer = ask(True)
            if _disk_reads() > before:
                self._prompt_from = clock() + _RESTRAINT_SECONDS
            return answer
        self._prompt_from = clock() + _RESTRAINT_SECONDS
        return await self.read(ask, False)

    async def write(self, change: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Change the store, one change after the other."""
        return await asyncio.get_running_loop().run_in_executor(self._writer, lambda: change(*args, **kwargs))

    async def document(self, submission: Submission, patient: bool = False) -> Document:
        """Make the document of a submission, out of a web page if it is one. Raises 400, 413 and 503."""
        limit = self.settings.text_bytes
        published_at = check(submission, limit)
        page = None
        if submission.html is not None:
            page = await _promptly(self._parsing.extract(submission.html, patient))
        return document(submission, published_at, page, limit)

    async def parse(self, document: Document, patient: bool = False) -> Reading:
        """Read a document's text. Raises 503 where the queue is full, the time is up or a process is lost.

        Who is ``patient`` waits until there is room in the queue.
        """
        text = Text(document.text, document.title, document.published_at, document.language)
        with self._tracing.span("parse", characters=len(text.text)) if self._tracing else nullcontext():
            return await _promptly(self._parsing.read(text, patient))

    def put(self, document: Document, reading: Reading) -> asyncio.Future[Receipt]:
        """Store a document, behind those put before; done once it is on disk."""
        return self._commits.put(document, reading)

    def stop(self) -> None:
        """Be ready no more; what was begun goes on."""
        self.stopping = True

    def close(self) -> None:
        """Finish what is being written, and let go of threads, processes and the file."""
        self._writer.shutdown()
        self._readers.shutdown()
        self._parsing.close()
        self.store.close()


def _disk_reads() -> int:
    """Blocks that this thread had to wait for; where that is not counted by thread, this process."""
    return resource.getrusage(getattr(resource, "RUSAGE_THREAD", resource.RUSAGE_SELF)).ru_inblock


@contextmanager
def _told() -> Iterator[None]:
    """Tell the caller what the store could not answer, as problems."""
    try:
        yield
    except UnknownCursorError as error:
        raise ProblemError(404, f"{error}.", (Fault("query", "cursor", str(error)),)) from error
    except CursorError as error:
        raise bad_request("query", "cursor", str(error)) from error
    except TooCostlyError as error:
        if error.busy:
            raise unavailable("The service is too busy for this question.", _RETRY_SECONDS) from error
        message = f"{error}; narrow it down, by actor, topic, document or dates"
        raise bad_request("query", "", message) from error


async def _promptly(parsing: Awaitable[T]) -> T:
    try:
        return await parsing
    except QueueFull as error:
        raise unavailable("Too many texts wait to be read.", _RETRY_SECONDS) from error
    except TimedOut as error:
        raise unavailable("The text took too long to read.", _RETRY_SECONDS) from error
    except WorkerLost as error:
        raise unavailable("The process that read the text was lost.", _RETRY_SECONDS) from error
