"""Where each topic stands in the vocabulary, as the words of a text are weighed by it."""

from __future__ import annotations

from functools import cache

from grammar.lexicon import table
from grammar.topics import taxonomy


class Place:
    """A topic, the one above it, its subject, and whether it only holds others together; one object each."""

    __slots__ = ("above", "groups", "id", "label", "rank", "subject")

    def __init__(self, id: str, rank: int, label: str, broader: tuple[str, ...], groups: bool) -> None:
        self.id = id
        self.rank = rank
        self.label = label
        self.above = broader[0] if broader else ""
        self.subject = broader[-1] if broader else id
        self.groups = groups


@cache
def places() -> dict[str, Place]:
    """The place of every topic by its id, in the vocabulary's order."""
    groupings = {row[0] for row in table("topics/groupings.tsv")}
    return {
        id: Place(id, rank, concept.label, taxonomy.broader(id), id in groupings)
        for rank, (id, concept) in enumerate(taxonomy.concepts().items())
    }
