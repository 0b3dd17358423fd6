"""How a question is answered: conditions on a claim, and the walks that list claims in the order of pages.

A walk goes through an index in the order of pages, so that a page costs what it holds, wherever it lies;
which walk is taken is reckoned from kept counts. Every value is bound, none spliced in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import prod
from typing import NamedTuple

from service.store.values.full_text import Search

MOST_BRANCHES = 100
_PAGE = 50

Values = tuple[int | str, ...]


class Branch(NamedTuple):
    """Rows ``k`` of a table, with rank, position and claim, in the order of pages."""

    table: str
    claim: str
    where: str
    values: Values


class Condition(NamedTuple):
    """A condition on ``c``, the narrow copy of a claim; ``cost`` is what checking it takes beside a row."""

    where: str
    values: Values
    cost: float = 0.0


@dataclass(frozen=True)
class Need:
    """One filter: what it asks of a claim, the share of claims that fit, and the walks that list these."""

    condition: Condition | None = None
    share: float = 1.0
    branches: tuple[Branch, ...] = ()
    searches: tuple[Search, ...] = ()

    @property
    def walks(self) -> bool:
        """Whether claims can be listed by this filter."""
        return bool(self.branches or self.searches)


EVERYTHING = Need(branches=(Branch("claims k INDEXED BY claims_by_time", "id", "TRUE", ()),))
CURRENT = Need(Condition("c.superseded = 0", ()))


@dataclass
class Plan:
    """All filters of a question. ``impossible``: no claim can meet one of them.

    ``ranks`` are bounds, both inclusive, on the rank of what is asked for. ``unknown`` are names that mean
    nothing stored, each with its parameter.
    """

    total: int
    needs: list[Need] = field(default_factory=list)
    ranks: list[int | None] = field(default_factory=lambda: [None, None])
    impossible: bool = False
    unknown: list[tuple[str, str]] = field(default_factory=list)

    def bound(self, lowest: int | None = None, highest: int | None = None) -> None:
        """Narrow the range of ranks."""
        low, high = self.ranks
        if lowest is not None:
            self.ranks[0] = lowest if low is None else max(low, lowest)
        if highest is not None:
            self.ranks[1] = highest if high is None else min(high, highest)

    def walk(self, page: int | None = _PAGE) -> tuple[Need, list[Condition]]:
        """The filter to walk by, and what is then left to check.

        A walk reads all of its claims, or fewer where a page is full before: the later, the rarer are those
        that the other filters want. Without a ``page`` all are read.
        """
        best, others, least = EVERYTHING, self.needs, float("inf")
        for need in (*self.needs, EVERYTHING):
            if not need.walks:
                continue
            rest = [other for other in self.needs if other is not need]
            rows = need.share * self.total
            if page is not None:
                rows = min(rows, page / max(prod(other.share for other in rest), 1e-9))
            each = 1.0 + sum(other.condition.cost for other in rest if other.condition)
            cost = rows * each + len(need.branches)
            if cost < least:
                best, others, least = need, rest, cost
        return best, [other.condition for other in others if other.condition]


def negated(condition: Condition) -> Condition:
    """Everything but what the condition is true of; what it does not know about is left in."""
    return Condition(f"({condition.where}) IS NOT TRUE", condition.values, condition.cost)


def share(claims: int, total: int) -> float:
    """The share that so many claims are of all."""
    return min(claims / total, 1.0) if total else 0.0


def marks(values: Sequence[object]) -> str:
    """A question mark for each."""
    return ",".join("?" * len(values))
