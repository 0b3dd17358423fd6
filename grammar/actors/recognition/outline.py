"""The lie of a text: where its sentences and quotations stand, and its runs of capitalised words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from grammar.actors.lists.gazetteer import Gazetteer
from grammar.actors.lists.roles import (
    ARABIC,
    BREAK,
    CAPITAL,
    MONTH,
    NEVER,
    OPENER,
    QUOTATION_MARK,
    QUOTATION_MARKS,
    STOP,
)
from grammar.actors.recognition.composition import LONGEST, Run, composed
from grammar.text.ordered import where
from grammar.text.tokens import Tokens

_BEFORE_START: Final = QUOTATION_MARKS | frozenset(("", ":", "—", "–", "-"))
_OPENING: Final = frozenset(("“", "``", "„", "«"))
_CLOSING: Final = frozenset(("”", "''", "»", '"'))


@dataclass(slots=True)
class Outline:
    """Sentences, quotations and runs of one text; all three are in order, the latter half-open token ranges.

    ``headlines`` holds the sentences written in title case, where capitals tell nothing about names;
    ``starts_sentence``, the runs that open one; ``opened_before``, where the quotation opens in which a run
    begins.
    """

    words: list[str]
    runs: list[Run]
    sentences: list[int]
    quotations: list[Run]
    headlines: set[int]
    starts_sentence: set[int]
    opened_before: dict[int, int]
    _opened: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._opened = [first for first, _ in self.quotations]

    def sentence(self, token: int) -> int:
        """The number of the sentence in which a token stands."""
        return where(self.sentences, token + 1) - 1

    def quoted(self, token: int) -> int:
        """The first token of the quotation in which a token stands, or -1."""
        at = where(self._opened, token + 1) - 1
        return self._opened[at] if at >= 0 and token < self.quotations[at][1] else -1


def outlined(tokens: Tokens, gazetteer: Gazetteer, left_out: Sequence[Run] = ()) -> Outline:
    """The outline of a text, in one pass over its capitals and marks; what is left out has no runs."""
    return _Course(tokens, gazetteer, left_out).outline(gazetteer)


class _Course:
    """The pass over a text: what was found so far, and what stands open. It gives one outline, at its end."""

    __slots__ = (
        "_bodies",
        "_capitals",
        "_first",
        "_headlines",
        "_last",
        "_left_out",
        "_lower",
        "_opened",
        "_opened_before",
        "_quotations",
        "_roles",
        "_runs",
        "_sentences",
        "_start",
        "_starts_sentence",
        "_vocabulary",
        "_words",
    )

    def __init__(self, tokens: Tokens, gazetteer: Gazetteer, left_out: Sequence[Run]) -> None:
        self._sentences = [0]
        self._quotations: list[Run] = []
        self._opened_before: dict[int, int] = {}
        self._headlines: set[int] = set()
        self._starts_sentence: set[int] = set()
        self._runs: list[Run] = []
        self._words, self._lower, self._vocabulary = tokens.words, tokens.lower, gazetteer.words
        self._roles = tokens.told(gazetteer.roles.of)
        self._left_out, self._bodies = left_out, {end for _, end in left_out}
        self._first = self._last = -1  # the run that stands open
        self._start = self._capitals = 0  # where the sentence begins, and its capitals so far
        self._opened = -1  # the mark of the quotation that stands open

    def outline(self, gazetteer: Gazetteer) -> Outline:
        """Go through the text and give what was found."""
        self._go()
        return Outline(
            self._words,
            composed(self._words, self._runs, gazetteer),
            self._sentences,
            self._quotations,
            self._headlines,
            self._starts_sentence,
            self._opened_before,
        )

    def _go(self) -> None:
        roles, size = self._roles, len(self._roles)
        for at in _without([at for at, role in enumerate(roles) if role], self._left_out):
            role = roles[at]
            if role & CAPITAL:
                self._capital(at, role)
            elif role == QUOTATION_MARK:
                self._mark(at)
            elif role == STOP:
                self._stop(at)
            elif role == BREAK:
                self._close_quotation(at)
                self._begin_sentence(at + 1, at, broken=True)
        self._note_headline(size)
        self._close_quotation(size)
        self._close_run()

    def _capital(self, at: int, role: int) -> None:
        """A capitalised word: it goes on with a run or begins one, unless it is capitalised for nothing."""
        self._capitals += 1
        if role & NEVER and not self._is_masthead(at):
            return
        opens = at == self._start or self._words[at - 1] in _BEFORE_START or at in self._bodies
        if (role & OPENER and opens) or (role & MONTH and self._is_date(at)):
            return
        if not self._goes_on(at):
            self._close_run()
            self._first = at
            if opens:
                self._starts_sentence.add(at)
            if self._opened >= 0:
                self._opened_before[at] = self._opened
        self._last = at + 1
        if at + 1 < len(self._roles) and self._roles[at + 1] == ARABIC:
            self._last += 1

    def _goes_on(self, at: int) -> bool:
        """Whether a run has come so far, or up to one or two particles: Ursula von der | Leyen."""
        first, last, words = self._first, self._last, self._words
        gap = at - last
        if first < 0 or gap > 2 or last - first >= LONGEST:
            return False
        particles = self._vocabulary.particle
        return (gap < 1 or words[last] in particles) and (gap < 2 or words[last + 1] in particles)

    def _is_masthead(self, at: int) -> bool:
        """The | Sunday | Times."""
        return at + 1 < len(self._words) and self._lower[at + 1] in self._vocabulary.masthead

    def _is_date(self, at: int) -> bool:
        """May 5, in May, Sept.; but: May said."""
        words = self._words
        after = words[at + 1] if at + 1 < len(words) else ""
        before = self._lower[at - 1] if at else ""
        return after[:1].isdigit() or before in self._vocabulary.before_date or words[at].endswith(".")

    def _mark(self, at: int) -> None:
        """A quotation mark opens or closes, a straight one in turns."""
        word = self._words[at]
        if word in _OPENING or (word == '"' and self._opened < 0):
            self._opened = at if self._opened < 0 else self._opened
        else:
            self._close_quotation(at)

    def _stop(self, at: int) -> None:
        """A full stop ends a sentence with the closing mark behind it, unless a small letter follows."""
        words, after = self._words, at + 1
        closed = after < len(words) and words[after] in _CLOSING
        if closed and (words[after] != '"' or self._opened >= 0):
            after += 1
        if after < len(self._roles) and not words[after][:1].islower():
            self._begin_sentence(after, at, broken=self._roles[after] == BREAK)

    def _begin_sentence(self, after: int, end: int, *, broken: bool) -> None:
        """Begin a sentence where one has ended; ``broken`` tells that a line has, too."""
        if self._start < after < len(self._roles):
            if broken:
                self._note_headline(end)
            self._sentences.append(after)
            self._start, self._capitals = after, 0

    def _note_headline(self, end: int) -> None:
        """Note a headline: one sentence, alone on its line, with capitals for most of its words."""
        start = self._start
        alone = start == 0 or "\n" in self._words[start - 1]
        if alone and end - start >= 5 and self._capitals * 5 >= (end - start) * 3:
            self._headlines.add(len(self._sentences) - 1)

    def _close_quotation(self, at: int) -> None:
        if self._opened >= 0:
            self._quotations.append((self._opened, at))
            self._opened = -1

    def _close_run(self) -> None:
        if self._first >= 0:
            self._runs.append((self._first, self._last))


def _without(tokens: list[int], left_out: Sequence[Run]) -> list[int]:
    """The tokens that stand in none of these ranges; both are in order."""
    if not left_out:
        return tokens
    kept: list[int] = []
    at = 0
    for first, last in left_out:
        kept += tokens[at : where(tokens, first, at)]
        at = where(tokens, last, at)
    return kept + tokens[at:]
