"""The lie of a text: where its sentences and quotations stand, and its runs of capitalised words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import compress
from typing import Final

from grammar.actors.gazetteer import Gazetteer
from grammar.actors.names import fold, phrase, singular
from grammar.actors.roles import (
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
from grammar.text.tokens import Tokens

# A longer run of capitals is a headline or a list without commas, no name; the cap keeps time in line.
_LONGEST: Final = 10
_LINK: Final = 2  # words between two halves of a name
_APOSTROPHES: Final = frozenset(("'", "’", "'s", "’s"))
_BEFORE_START: Final = QUOTATION_MARKS | frozenset(("", ":", "—", "–", "-"))
_OPENING: Final = frozenset(("“", "``", "„", "«"))
_CLOSING: Final = frozenset(("”", "''", "»", '"'))
_ONE_SERVICE: Final = frozenset((("fire", "rescue"), ("search", "rescue"), ("police", "fire")))
Run = tuple[int, int]


class Outline:
    """Sentences, quotations and runs of one text, in one pass over its capitals and marks.

    ``runs`` are half-open token ranges. ``headlines`` holds the sentences written in title case, where
    capitals tell nothing about names.
    """

    __slots__ = (
        "_opened",
        "headlines",
        "opened_before",
        "quotations",
        "runs",
        "sentences",
        "starts_sentence",
        "words",
    )

    def __init__(self, tokens: Tokens, gazetteer: Gazetteer, left_out: Sequence[Run] = ()) -> None:
        self.words = tokens.words
        self.sentences = [0]
        self.quotations: list[Run] = []
        self.opened_before: dict[int, int] = {}  # where the quotation opens in which a run begins
        self.headlines: set[int] = set()
        self.starts_sentence: set[int] = set()
        runs = self._cut(gazetteer, tokens.told(gazetteer.roles.of), left_out)
        self._opened = [first for first, _ in self.quotations]
        self.runs = self._joined(runs, gazetteer)

    def sentence(self, token: int) -> int:
        """The number of the sentence in which a token stands."""
        return bisect_right(self.sentences, token) - 1

    def quoted(self, token: int) -> int:
        """The first token of the quotation in which a token stands, or -1."""
        at = bisect_right(self._opened, token) - 1
        return self._opened[at] if at >= 0 and token < self.quotations[at][1] else -1

    def _cut(self, gazetteer: Gazetteer, roles: tuple[int, ...], left_out: Sequence[Run]) -> list[Run]:
        words, size = self.words, len(self.words)
        particles, before_date = gazetteer.words.particle, gazetteer.words.before_date
        mastheads = gazetteer.words.masthead
        runs: list[Run] = []
        first = last = -1
        start, opened, capitals = 0, -1, 0
        bodies = {end for _, end in left_out}
        for i in _without(list(compress(range(size), roles)), left_out):
            role = roles[i]
            if role & CAPITAL:
                capitals += 1
                if role & NEVER and (i + 1 >= size or words[i + 1].lower() not in mastheads):
                    continue  # but: the Sunday Times
                before = words[i - 1]
                at_start = i == start or before in _BEFORE_START or i in bodies
                if (role & OPENER and at_start) or (role & MONTH and self._is_date(i, before_date)):
                    continue
                gap = i - last
                if (
                    first >= 0
                    and last - first < _LONGEST
                    and (
                        gap == 0
                        or (gap == 1 and words[last] in particles)
                        or (gap == 2 and words[last] in particles and words[last + 1] in particles)
                    )
                ):
                    last = i + 1
                else:
                    if first >= 0:
                        runs.append((first, last))
                    first, last = i, i + 1
                    if at_start:
                        self.starts_sentence.add(i)
                    if opened >= 0:
                        self.opened_before[i] = opened
                if last < size and roles[last] == ARABIC:
                    last += 1
            elif role == QUOTATION_MARK:
                word = words[i]
                if word in _OPENING or (word == '"' and opened < 0):
                    opened = i if opened < 0 else opened
                elif opened >= 0:
                    self.quotations.append((opened, i))
                    opened = -1
            elif role in (STOP, BREAK):
                after = i + 1
                if role == STOP:
                    if after < size and words[after] in _CLOSING and (words[after] != '"' or opened >= 0):
                        after += 1
                    if after < size and words[after][:1].islower():
                        continue
                elif opened >= 0:
                    self.quotations.append((opened, i))
                    opened = -1
                if after > start and after < size:
                    if role == BREAK or roles[after] == BREAK:
                        self._close(start, i, capitals)
                    self.sentences.append(after)
                    start, capitals = after, 0
        self._close(start, size, capitals)
        if opened >= 0:
            self.quotations.append((opened, size))
        if first >= 0:
            runs.append((first, last))
        return runs

    def _close(self, start: int, end: int, capitals: int) -> None:
        """Note a headline: one sentence, alone on its line, with capitals for most of its words."""
        alone = start == 0 or "\n" in self.words[start - 1]
        if alone and end - start >= 5 and capitals * 5 >= (end - start) * 3:
            self.headlines.add(len(self.sentences) - 1)

    def _is_date(self, i: int, before_date: frozenset[str]) -> bool:
        words = self.words
        after = words[i + 1] if i + 1 < len(words) else ""
        return (
            after[:1].isdigit() or (i > 0 and words[i - 1].lower() in before_date) or words[i].endswith(".")
        )

    def _joined(self, runs: list[Run], gazetteer: Gazetteer) -> list[Run]:
        """Runs put together to names such as "Department of Justice" and "Food and Drug Administration"."""
        joined: list[Run] = []
        going_on, taken = gazetteer.agencies.going_on, 0
        for first, last in runs:
            if first < taken:
                continue
            begun = going_on.get(self.words[first])
            if begun is not None and (end := self._listed_end(first, begun)) > last:
                taken = end
                joined.append((first, end))
                continue
            begin = first
            if len(joined) > 1 and joined[-1][1] + 1 == first and self._nickname(joined[-2], joined[-1]):
                joined.pop()
                begin = joined.pop()[0]
            while (
                joined
                and begin - joined[-1][1] <= _LINK
                and self._belong(joined[-1], (begin, last), gazetteer)
            ):
                begin = joined.pop()[0]
            joined.append((begin, last))
        return joined

    def _listed_end(self, first: int, begun: dict[str, list[tuple[str, ...]]]) -> int:
        """Where the listed name ends that begins here, as "HM Revenue and Customs"; 0 if none does."""
        for name in begun.get("".join(map(fold, self.words[first + 1 : first + 2])), ()):
            if tuple(map(fold, self.words[first : first + len(name)])) == name:
                return first + len(name)
        return 0

    def _nickname(self, left: Run, middle: Run) -> bool:
        """Tell whether a run is a nickname behind the first half of a name: John "Tig" Doe."""
        words = self.words
        return (
            middle[0] == left[1] + 1
            and words[left[1]] in QUOTATION_MARKS
            and words[middle[1]] in QUOTATION_MARKS
            and middle[1] - middle[0] == 1
        )

    def _belong(self, left: Run, right: Run, gazetteer: Gazetteer) -> bool:
        gap = right[0] - left[1]
        if gap < 1 or right[1] - left[0] > _LONGEST:
            return False
        words = self.words
        link = words[left[1]]
        if link in _APOSTROPHES and gap == 1:
            owner = fold(words[left[1] - 1])
            several = owner in gazetteer.words.people or singular(owner) in gazetteer.persons
            return several and fold(words[right[1] - 1]) in gazetteer.groups
        if gap == 2 and words[left[1] + 1] != "the":
            return False
        if link == "&":
            return gap == 1
        head = fold(words[left[1] - 1])
        if (
            link == "of"
            and left[1] - left[0] > 1
            and singular(head) != head
            and singular(head) in gazetteer.persons
        ):
            return True
        if link == "of":
            return head in gazetteer.groups and phrase(words[left[0] : left[1]]) not in gazetteer.named
        if link == "for":
            plural = head not in gazetteer.heads and singular(head) in gazetteer.heads
            return (plural or head in gazetteer.heads) and phrase(
                words[left[0] : left[1]]
            ) not in gazetteer.named
        if link == "on":
            return head in gazetteer.words.learned
        if link == "and" and (head, fold(words[right[0]])) in _ONE_SERVICE:
            return True
        tail = fold(words[right[1] - 1])
        if link != "and" or gap != 1 or head in gazetteer.groups:
            return False
        if tail in gazetteer.words.second_half:
            return any(word in ("of", "for", "on") for word in words[left[0] : left[1]])
        if tail not in gazetteer.heads:
            return False
        names = {fold(word) for word in words[left[0] : left[1]]}
        return (
            not names & gazetteer.surnames
            and names.isdisjoint(gazetteer.first_names)
            and phrase(words[left[0] : left[1]]) not in gazetteer.named
            and phrase(words[left[0] : left[1]]) not in gazetteer.demonyms
        )


def _without(tokens: list[int], left_out: Sequence[Run]) -> list[int]:
    """The tokens that stand in none of these ranges; both are in order."""
    if not left_out:
        return tokens
    kept: list[int] = []
    at = 0
    for first, last in left_out:
        kept += tokens[at : bisect_left(tokens, first, at)]
        at = bisect_left(tokens, last, at)
    return kept + tokens[at:]
