"""What holds for every test: a property has no deadline, and what is measured by the clock is run alone."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# What a property says has to hold in any time. By the clock, a pause of a busy machine would be a fault, like
# the 0.2 s that an example of test_ordinals once waited for a processor. Hypothesis itself does so in a CI.
settings.register_profile("any_time", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any_time")

GATE, FIELD = Path(__file__), Path(__file__).parent  # locked, not written


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where processes share the tests, those that are run alone come first, so that nobody waits twice."""
    if is_one_of_several(config):
        items.sort(key=lambda item: not is_alone(item))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Where processes share the tests, one that is marked ``alone`` runs while the others wait."""
    with ExitStack() as turn:
        if is_one_of_several(item.config):
            with locked(
                GATE, fcntl.LOCK_EX
            ):  # so that who waits for an empty field is not overtaken for ever
                turn.enter_context(locked(FIELD, fcntl.LOCK_EX if is_alone(item) else fcntl.LOCK_SH))
        return (yield)


def is_one_of_several(config: pytest.Config) -> bool:
    return hasattr(config, "workerinput")  # pytest-xdist gives it to the processes that it starts


def is_alone(item: pytest.Item) -> bool:
    return item.get_closest_marker("alone") is not None


@contextmanager
def locked(path: Path, how: int) -> Iterator[None]:
    """The path locked against other processes, after waiting for that."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, how)
        yield
    finally:
        os.close(descriptor)
