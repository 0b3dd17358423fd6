"""Numbers in order: where one of them is, or would be."""

from __future__ import annotations


def where(numbers: list[int], number: int, first: int = 0, last: int = -1) -> int:
    """The place of the first number that is no less, among those from ``first`` to ``last`` (or to the end).

    It is what ``bisect.bisect_left`` tells, and takes a third of its time once compiled: bisect compares
    objects. Where it is asked a few times for a text, bisect will do.
    """
    if last < 0:
        last = len(numbers)
    while first < last:
        middle = (first + last) >> 1
        if numbers[middle] < number:
            first = middle + 1
        else:
            last = middle
    return first
