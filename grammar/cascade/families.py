"""Rules of ``frames.lark`` that what comes behind the frames treats alike, by where their source stands.

A name that is no rule there fails ``tests/grammar/cascade/test_families.py``.
"""

from __future__ import annotations

PLAIN = frozenset(("said_that", "said_quote", "told", "judged"))
"""The source, then its cue."""
FOLLOWING = PLAIN | {"confident", "said_nothing"}
"""The same, and what is no verb of speech or has no content."""
RELATIVE = frozenset(("who_said", "who_told", "who_judged"))
"""A clause that tells of the source."""
JOINED = frozenset(("and_said", "and_told", "and_judged"))
"""A second cue of one source."""
PARTICIPLES = frozenset(("adding_that", "telling", "praising"))
"""A participle behind a clause, with that clause's subject."""
FIRST = frozenset(("saying_first", "praising_first"))
"""A participle before its clause."""
UNDERSTOOD = JOINED | PARTICIPLES | FIRST
"""Rules whose cue has no subject of its own."""
LEADING = frozenset(("content_said", "content_said_inverted"))
"""The content, then who says it."""
QUOTED = frozenset(("quote_said", "quote_said_inverted"))
"""The quotation, then who says it."""
INVERTED = frozenset(("content_said_inverted", "quote_said_inverted"))
"""The cue, then its source."""
TELLING = frozenset(("told", "who_told", "and_told"))
"""A cue with somebody addressed."""
JUDGING = frozenset(("judged", "who_judged", "and_judged"))
"""A cue with an object."""
