"""What the steps to a content's end share: kinds of complement, and where a mark or a pattern stops it."""

from __future__ import annotations

import re

from grammar.cascade.alphabet import CHUNKS
from grammar.slots.syntax.bounds import PAUSES

PAUSED = PAUSES | {CHUNKS[name] for name in ("Stop", "Break", "Semicolon", "QuoteStop")}
BARE = frozenset(("bare", "plain", "set-bare"))
STATED = BARE | {"that"}
LATER = frozenset(("infinitive", "whom-to", "gerund"))
SETTING = frozenset((CHUNKS["When"], CHUNKS["Where"]))


def matched(pattern: re.Pattern[str], codes: str, first: int, last: int) -> int:
    """Where what the pattern reads from ``first`` on ends; ``last`` where it reads nothing."""
    match = pattern.match(codes, first, last)
    return match.end() if match else last


def before(pattern: re.Pattern[str], codes: str, first: int, last: int) -> int:
    """Where the pattern is first found; ``last`` where it is not."""
    match = pattern.search(codes, first, last)
    return match.start() if match else last


def pause(codes: str, first: int, otherwise: int) -> int:
    """The next mark that parts clauses from ``first`` on, or what is given for none."""
    for at in range(first, len(codes)):
        if codes[at] in PAUSED:
            return at
    return otherwise
