"""Whose view or account it is: "In a poll, ...", "To her critics, ...", "..., in the words of the mayor"."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, expand
from grammar.cascade.words.persons import PERSONS
from grammar.lexicon import table

_OPENING = re.compile(
    expand(
        "<In|To>(?:(?<!<!Stop|Break|QuoteStop|QuoteAsk>.)"
        "|(?<=<And|But>.)(?<!<!Stop|Break|QuoteStop|QuoteAsk>..)|(?<=<And|But><Comma>.)(?<!<!Stop|Break|QuoteStop|QuoteAsk>...))"
        "(?:(?<=<In>)(?P<found><Group>(?:<And><Group>){0,2})<!Stop|Break|Semicolon|Comma|Question|That>{0,8}+<Comma>"
        "|(?<=<To>)(?P<whom><Group|Objective|Pronoun>)(?:<And><Group>)?<Comma>)"
        "(?=<!Stop|Break|Semicolon>{0,20}<Verb|Said|Done|Say|Aware>)",
        CHUNK_NAMES,
    )
)
"""A sentence's first phrase, up to its comma, with a clause behind it."""
_HOLDING = re.compile(
    expand(
        "(?P<by><In|By>)(?P<held><Group>)"
        "(?P<of><Of><Group|Objective>(?:<Of|In|Against|For><Group>){0,3})?(?=<Comma|Stop|Break>|\\Z)",
        CHUNK_NAMES,
    )
)
"""In her view, ...; ..., by the agency's estimate; ..., in the words of the mayor."""
_POLLED = re.compile(
    expand(
        "(?P<in><In>)(?<=<!Comma|Stop|Break|And|But|Semicolon|Colon><In>)(?P<found><Group>(?:<And><Group>){0,2})"
        "(?:<Done>(?!<Group>)|<When|Of|By|With|In|For|About|Prep><Group>?){0,4}+(?=<Comma|Stop|Break|Dash>|\\Z)",
        CHUNK_NAMES,
    )
)
"""(He has a lead) in a new poll of voters released on Sunday."""
_SENTENCE = 60  # chunks in front within which a sentence's cue is sought
_ENDS = frozenset(CHUNKS[name] for name in ("Stop", "Break", "Semicolon", "QuoteStop", "QuoteAsk"))
_BEFORE = frozenset(
    CHUNKS[name] for name in ("Comma", "Stop", "Break", "QuoteStop", "QuoteAsk", "And", "But")
)
_BEFORE |= {""}
_OBJECTIVE = CHUNKS["Objective"]
_CLAUSE = 6  # chunks in which it shows that a poll's clause tells of what was asked and not found


_NOUNS = {name: frozenset(words.split()) for name, words in table("viewpoints.tsv")}
HELD = _NOUNS["view"] | _NOUNS["account"]
"""Nouns of what somebody holds or tells: in her view, by one account."""


class Viewpoints:
    """The nouns of those whose view a phrase in front gives; one object serves all texts."""

    def __init__(self) -> None:
        self._polls, self._anybody, self._nobody, self._single, self._several, self._unnamed = (
            _NOUNS[name] for name in ("poll", "somebody", "nobody", "single", "polls", "unnamed")
        )

    def of(
        self, codes: str, words: Callable[[int, int], list[str]], cues: Container[int]
    ) -> Iterator[tuple[int, bool]]:
        """The chunks that open such a phrase, each with whether it tells a belief and no finding.

        ``cues`` are the chunks known to report: what somebody says "in a poll" is his, and not the poll's.
        """
        for match in _OPENING.finditer(codes):
            believed = match["whom"] is not None
            at = match.start("whom" if believed else "found")
            if believed:
                holds = self._is_somebody(words(at, at + 1), pronoun=codes[at] == _OBJECTIVE)
            else:
                asked = "asked" in words(match.end(), match.end() + _CLAUSE)
                holds = not asked and self._is_poll(words(at, match.end("found")))
            if holds:
                yield match.start(), believed
        for match in _POLLED.finditer(codes):
            group = words(match.start("found"), match.end("found"))
            if group[-1].lower() in self._polls and group[0].lower() in self._single:
                begin = at = match.start("in")
                while begin and codes[begin - 1] not in _ENDS and at - begin < _SENTENCE:
                    begin -= 1
                if not any(chunk in cues for chunk in range(begin, at)):
                    yield at, False
        for match in _HOLDING.finditer(codes):
            at = match.start("held")
            group = [word.lower() for word in words(at, at + 1)]
            owned = match["of"] is not None or not _NOUNS["owning"].isdisjoint(group)
            if owned and group[-1] in HELD and codes[at - 2 : at - 1] in _BEFORE:
                yield match.start("by"), group[-1] in _NOUNS["view"]

    def _is_somebody(self, group: list[str], *, pronoun: bool) -> bool:
        """To him, to her critics, to many: not to nobody, nor to a thing."""
        last = group[-1].lower()
        if pronoun:
            return last not in self._nobody
        people = (
            group[-1][0].isupper() or last in self._anybody or (last.endswith("s") and last[:-1] in PERSONS)
        )
        return people and self._nobody.isdisjoint(word.lower() for word in group)

    def _is_poll(self, group: list[str]) -> bool:
        """In a poll, in some surveys: several, where none is named."""
        last = group[-1].lower()
        return last in self._polls or (last in self._several and group[0].lower() in self._unnamed)
