"""The language that a sender declares, where a text is too short to tell its own."""

from __future__ import annotations

from msgspec.structs import replace

from grammar.claim import Reading
from grammar.text.languages import ENGLISH, foreign


def heeded(reading: Reading, declared: str | None) -> Reading:
    """The reading of a text said to be in this language; what the text clearly is goes before."""
    if declared is None or reading.language is not None:
        return reading
    if declared.partition("-")[0].lower() == ENGLISH:
        return reading
    return replace(reading, topics=(), claims=(), unread=(), language=declared, note=foreign(declared))
