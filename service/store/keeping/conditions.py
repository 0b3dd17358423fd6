"""Changes that are made only while what is stored is what the caller has seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

Condition = Callable[[T], bool]
"""Asked within the transaction of a change, so that nothing comes between the answer and the change."""


class ConditionError(Exception):
    """What is stored is not what the caller's condition asks for; nothing was changed."""


def check(condition: Condition[T] | None, found: T | None) -> None:
    """Raise ConditionError where there is a condition that does not hold of what was found."""
    if condition is not None and found is not None and not condition(found):
        raise ConditionError
