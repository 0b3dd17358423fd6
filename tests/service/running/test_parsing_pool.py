"""Whatever becomes of the processes that read: each text is read or told to come again."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import pytest

from grammar.claim import Reading
from service.backend import parsing
from service.backend.parsing import MakeEngine, Parsing, Text, TimedOut, WorkerLost
from tests.service.stub import StubEngine

GOOD = Text("Mary Lee said that it rains.")
HUNG = Text("HANG")
FOLDER = "STUB_FOLDER"


def dying() -> StubEngine:
    """An engine whose process dies as often as there are files in the folder, while it loads."""
    for file in Path(os.environ[FOLDER]).iterdir():
        file.unlink(missing_ok=True)
        os._exit(3)
    return StubEngine()


def slow() -> StubEngine:
    """An engine that takes longer to load than a text may take."""
    time.sleep(1.5)
    return StubEngine()


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(parsing, "_GRACE_SECONDS", 0.5)
    monkeypatch.setenv(FOLDER, str(tmp_path))


def outcomes(make: MakeEngine, *texts: Text) -> list[object]:
    """What becomes of texts that arrive together, and then of a good one: readings or the errors."""

    async def run() -> list[object]:
        pool = Parsing(1, len(texts), 0.3, make)
        try:
            await pool.warm()
            return [*await together(pool.read(text) for text in texts), *await together([pool.read(GOOD)])]
        finally:
            pool.close()

    return [type(each) for each in asyncio.run(run())]


async def together(reading: Any) -> list[object]:
    tasks: list[Coroutine[Any, Any, Reading]] = list(reading)
    return [*await asyncio.gather(*tasks, return_exceptions=True)]


@pytest.mark.parametrize("lost", [1, 2])
def test_processes_that_are_lost_over_loading_are_started_again(tmp_path: Path, lost: int) -> None:
    for number in range(lost):
        (tmp_path / str(number)).touch()
    assert outcomes(dying, GOOD) == [Reading, Reading]


def test_where_no_process_comes_up_it_is_told(tmp_path: Path) -> None:
    for number in range(10):
        (tmp_path / str(number)).touch()
    with pytest.raises(WorkerLost):
        outcomes(dying, GOOD)


def test_texts_that_wait_behind_one_that_hangs_are_told_to_come_again() -> None:
    assert outcomes(StubEngine, HUNG, GOOD, GOOD) == [TimedOut, WorkerLost, WorkerLost, Reading]


def test_texts_beside_one_that_takes_its_process_down_are_told_to_come_again() -> None:
    assert outcomes(StubEngine, Text("CRASH"), GOOD) == [WorkerLost, WorkerLost, Reading]


def test_an_engine_that_loads_slowly_does_not_count_as_a_slow_text() -> None:
    assert outcomes(slow, Text("CRASH"), GOOD) == [WorkerLost, WorkerLost, Reading]


def test_a_caller_that_gives_up_is_cancelled() -> None:
    async def run() -> None:
        pool = Parsing(1, 1, 5, StubEngine)
        try:
            await pool.warm()
            task = asyncio.create_task(pool.read(Text("SLEEP 2")))
            await asyncio.sleep(0.1)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert (await pool.read(GOOD)).claims
        finally:
            pool.close()

    asyncio.run(run())


def test_a_text_that_waits_in_a_pool_that_is_given_up_is_told_to_come_again() -> None:
    async def run() -> list[object]:
        pool = Parsing(1, 9, 5, StubEngine)
        try:
            await pool.warm()
            texts = [asyncio.create_task(pool.read(Text(f"SLEEP 1\n{number}"))) for number in range(5)]
            await asyncio.sleep(0.3)
            pool._pool.shutdown(wait=False, cancel_futures=True)
            return await together(texts)
        finally:
            pool.close()

    found = [type(each) for each in asyncio.run(run())]
    assert found[0] is Reading
    assert found[-1] is WorkerLost
    assert set(found) == {Reading, WorkerLost}
