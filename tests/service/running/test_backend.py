"""Quick questions are answered in the event loop; a slow one goes to a thread, and so do those after it."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from service import backend as backends
from service.backend import Backend
from service.problems import ProblemError
from service.settings import Settings
from service.store import CursorError, Filters, TooCostlyError
from tests.service.filing import put
from tests.service.stub import StubEngine


@pytest.fixture
def backend(tmp_path: Path) -> Iterator[Backend]:
    opened = Backend(Settings(database=tmp_path / "claims.db", parsers=1), StubEngine)
    yield opened
    opened.close()


class Questions:
    """Asked at moments of a clock of their own; each takes so long that it is cut off, or so many seconds."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self.now = 0.0

    async def ask(self, moment: float, seconds: float = 0.0, cut_off: bool = False) -> list[str]:
        """Where it was asked, one after the other."""
        asyncio.get_running_loop().time = lambda: self.now  # type: ignore[method-assign] # a clock that stands
        asked = []

        def answer(prompt: bool) -> str:
            asked.append("loop" if threading.current_thread() is threading.main_thread() else "thread")
            assert prompt == (asked[-1] == "loop")
            self.now += seconds
            if prompt and cut_off:
                raise TooCostlyError("slow")
            return "answer"

        self.now = moment
        assert await self._backend.read_promptly(answer) == "answer"
        return asked


def test_quick_questions_are_answered_at_once(backend: Backend) -> None:
    async def ask() -> None:
        questions = Questions(backend)
        assert [await questions.ask(moment) for moment in (0, 0.001, 0.002)] == [["loop"]] * 3

    asyncio.run(ask())


def test_after_a_slow_one_all_go_to_threads_for_a_while(backend: Backend) -> None:
    async def ask() -> None:
        questions = Questions(backend)
        assert await questions.ask(10, cut_off=True) == ["loop", "thread"]
        assert await questions.ask(10.2) == ["thread"]
        assert await questions.ask(10.3) == ["loop"]

    asyncio.run(ask())


def test_after_one_that_waited_for_the_disk_all_go_to_threads_for_a_while(
    backend: Backend, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads = iter([100, 101, 101, 101, 101, 101])
    monkeypatch.setattr(backends, "_disk_reads", lambda: next(reads))

    async def ask() -> None:
        questions = Questions(backend)
        assert await questions.ask(10) == ["loop"]
        assert await questions.ask(10.2) == ["thread"]
        assert await questions.ask(10.3) == ["loop"]
        assert await questions.ask(10.4) == ["loop"]

    asyncio.run(ask())


def test_a_busy_machine_is_no_reason_to_go_to_threads(backend: Backend) -> None:
    async def ask() -> None:
        questions = Questions(backend)
        assert await questions.ask(10, seconds=0.02) == ["loop"]
        assert await questions.ask(10.03) == ["loop"]

    asyncio.run(ask())


def test_a_page_does_not_wait_for_a_write(backend: Backend) -> None:
    put(backend.store, "Mary Lee said that it rains.")

    async def ask() -> int:
        page = await backend.read_promptly(lambda prompt: backend.store.claims_raw(Filters(), prompt=prompt))
        return len(page.items)

    with closing(sqlite3.connect(backend.settings.database, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM claims")
        assert asyncio.run(ask()) == 1


@pytest.mark.parametrize(
    ("error", "status"),
    [(CursorError("x"), 400), (TooCostlyError("x"), 400), (TooCostlyError("x", busy=True), 503)],
)
def test_what_the_store_refuses_is_the_caller_s_problem(
    backend: Backend, error: Exception, status: int
) -> None:
    def refuse(prompt: bool) -> None:
        raise error

    with pytest.raises(ProblemError) as problem:
        asyncio.run(backend.read_promptly(refuse))
    assert problem.value.status_code == status
