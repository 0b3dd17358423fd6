"""Who stands behind the verb: "..., reported The Ledger"; "So says Ann Lee, who runs the port"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, expand
from grammar.cascade.licensing.chaining import Words
from grammar.cascade.licensing.complements import Complement, Sense, is_apposed
from grammar.cascade.licensing.predicatives import Predicatives
from grammar.claim import Type

_SAY = CHUNKS["Say"]
_ON_COMMA, _ON_BUT = CHUNKS["Comma"] + _SAY, CHUNKS["But"] + _SAY
_PLAIN = "inverted-plain"
# The toll will rise. So | says | Ann Lee, who runs the port.
_SPEAKER = re.compile(
    expand(
        "(?<=<But><Say>)(?<!<!Stop|Break|QuoteStop|QuoteAsk|Comma|QuoteComma><But><Say>)"
        "<Group>(?:<Of|For|In|With|And><Group>){0,4}+(?=<Stop|Comma|Break>|\\Z)",
        CHUNK_NAMES,
    )
)


class Inversion:
    """Knows what an inverted verb of speech looks like; one object serves all texts."""

    def __init__(self, complements: Iterable[Complement]) -> None:
        (self._plain,) = [pattern for name, pattern, _ in complements if name == _PLAIN]

    def of(
        self, senses: Iterable[Sense], codes: str, at: int, predicatives: Predicatives, words: Words
    ) -> tuple[str, Sense] | None:
        """The sense of a verb whose speaker stands behind it, where another complement would be found too."""
        link = codes[at - 1 : at + 1]
        if link == _ON_BUT:
            found = _SPEAKER.match(codes, at + 1) if words(at - 1, at)[0].lower() == "so" else None
        else:
            named = link == _ON_COMMA and self._is_named(codes, at, predicatives)
            found = self._plain.match(codes, at + 1) if named else None
        if found is None:
            return None
        for sense in senses:
            inverts = "inverted" in sense.complements and sense.type is Type.ASSERTION
            if inverts and "naming" not in sense.complements:  # a probe, called Ember, rose
                return _PLAIN, sense
        return None

    @staticmethod
    def _is_named(codes: str, at: int, predicatives: Predicatives) -> bool:
        """A name behind a verb that may take an object too: ..., reported The Ledger."""
        return predicatives.is_name(at + 1) and not is_apposed(codes, at)
