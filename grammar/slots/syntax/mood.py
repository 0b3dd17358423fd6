"""What a source does by its words where the cue only tells that it spoke: it asks, orders, wishes.

"Please stay," she said, is a request, and "we hope to win", he said, a hope. A query for statements must be
able to leave these out, so their type becomes ``eventuality``. Only what the form shows beyond doubt counts
(docs/acts.md has the list); all else stays what its cue says.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from grammar.cascade.licensing.licence import UNLICENSED, Licence
from grammar.claim import Act, Type
from grammar.lexicon import table
from grammar.text.ranges import Range
from grammar.text.tokens import Tokens

_FIRST = frozenset(("i", "we"))
_OTHERS = frozenset(("he", "she", "they", "it"))
MARKS = frozenset("\"'“”‘’`«»") | {"``", "''"}
_ENDS = frozenset((".", "?", "!"))
_CLAUSES = frozenset(("that", "bare"))
_OPENERS = MARKS | frozenset(("and", "but", "so", "now", "well", "that", ",", "please"))
_STATING = frozenset((Act.STATE, Act.ANNOUNCE, Act.SUGGEST, Act.WARN))
_OPENING = 4  # words that may stand in front of "we hope"
_SUBJECTS = frozenset(("you", "we", "they", "i"))
_SPEAKERS = _SUBJECTS | _OTHERS


class Mood(NamedTuple):
    """The type and act that the words' form gives a claim."""

    type: Type
    act: Act


class Moods:
    """Reads moods off words; the words that tell stand in moods.tsv."""

    def __init__(self) -> None:
        words: dict[str, set[str]] = {}
        for name, row in table("moods.tsv"):
            words.setdefault(name, set()).update(row.split())
        self._wish, self._perform = words["wish"], words["perform"]
        self._ask, self._order, self._ordered = words["ask"], words["order"], words["ordered"]
        self._irrealis, self._past, self._outright = words["irrealis"], words["past"], words["outright"]
        self._settling, self._fulfilled, self._due = words["settling"], words["real"], words["due"]

    def of_words(
        self, tokens: Tokens, cue: list[Range], content: list[Range], licence: Licence
    ) -> Mood | None:
        """The mood of a claim by its own cue and content; ``None`` leaves it what its cue says."""
        if licence is UNLICENSED:  # LEE: Did it sail?
            return Mood(Type.EVENTUALITY, Act.QUESTION) if self._is_question(tokens, content) else None
        if licence.sense.type is Type.EVENTUALITY:
            return self._finding(tokens, content, licence)
        said = [word for first, last in cue for word in tokens.lower[first:last]]
        outright = licence.lemma in self._outright and "can" in said  # the paper can reveal
        if not outright and not self._irrealis.isdisjoint(said):
            behind = tokens.lower[cue[-1][1] : cue[-1][1] + 1]  # would say | only (that)
            if self._past.isdisjoint(said + behind):
                return Mood(Type.EVENTUALITY, licence.sense.act)
        if licence.sense.type is not Type.ASSERTION or not content:
            return None
        if licence.sense.act not in _STATING or licence.complement == "object":
            return None
        if self._is_question(tokens, content):
            return Mood(Type.EVENTUALITY, Act.QUESTION)
        if licence.complement != "naming" and self._is_order(tokens.lower, content, licence):
            return Mood(Type.EVENTUALITY, Act.REQUEST)
        return None

    def of_own_words(
        self, words: Sequence[str], content: list[Range], inner: Licence, source: Range, cue: Range
    ) -> Mood | None:
        """The mood of a claim whose content opens with the source's own "we hope" or "he wants".

        ``inner``, ``source`` and ``cue`` are those of the claim within the content.
        """
        if inner.sense.type is not Type.EVENTUALITY or source[1] - source[0] != 1 or not content:
            return None
        first, last = content[0]
        quoted = words[first] in MARKS
        if source[0] < first or cue[0] - source[1] > 1 or source[0] - first > _OPENING:
            return None
        if not {words[i].lower() for i in range(first, min(source[0], last))} <= _OPENERS:
            return None
        if (
            any(words[i] in _ENDS for i in range(first, content[-1][1] - 2))
            or "had" in words[cue[0] : cue[1]]
        ):
            return None  # "she had never wanted to go" tells of the past
        who, verb = words[source[0]].lower(), words[cue[1] - 1].lower()
        wishes = inner.lemma in self._wish
        if who in _FIRST and (wishes or inner.lemma in self._perform):
            return Mood(*inner.sense[2:]) if verb == inner.lemma or verb.endswith("ing") else None
        return Mood(*inner.sense[2:]) if wishes and who in _OTHERS and not quoted else None

    def _finding(self, tokens: Tokens, content: list[Range], licence: Licence) -> Mood | None:
        """Decided that it was too late: a judgement; decided that it should go: a plan."""
        if licence.lemma not in self._settling or licence.complement not in _CLAUSES or not content:
            return None
        for word in tokens.lower[slice(*content[0])]:
            if word in self._due or word in self._fulfilled:
                return Mood(Type.BELIEF, Act.BELIEVE) if word in self._fulfilled else None
        return None

    def _is_order(self, lower: list[str], content: list[Range], licence: Licence) -> bool:
        """Let's go; please stay; don't pay; said to wait."""
        first, last = content[0]
        low = [word.replace("’", "'") for word in lower[first : min(first + _OPENING * 2, last)]]
        if low[0] == "to":
            pause = next((at for at in range(first, last) if lower[at] == ","), last)
            main = lower[min(pause + 1, last - 1)]  # said to save it, | they sold
            return licence.complement == "any" and main not in _SPEAKERS
        at = next((i for i, word in enumerate(low) if word not in _OPENERS), len(low))
        if "please" in low[:at]:
            return True
        verb = low[at] if at < len(low) else ""
        after = low[at + 1] if at + 1 < len(low) else ""
        if verb == "let":
            return after in ("'s", "us")
        if verb == "don't" or (verb == "do" and after == "not"):
            return after not in _SUBJECTS
        return verb in self._order and (after in self._ordered or not after)

    def _is_question(self, tokens: Tokens, content: list[Range]) -> bool:
        """Every sentence of the content asks, and the first one opens as a question does."""
        words = tokens.words
        if content and content[-1][1] < len(words) and words[content[-1][1]] == "?":
            content = [*content[:-1], (content[-1][0], content[-1][1] + 1)]
        if not content or "?" not in words[max(content[-1][1] - 2, 0) : content[-1][1]]:
            return False
        ends = [i for first, last in content for i in range(first, last) if words[i] in _ENDS]
        first, last = content[0][0], content[-1][1]
        if not ends or ends[-1] < last - 2 or any(words[i] != "?" for i in ends):
            return False
        return next((word for word in tokens.lower[first:last] if word not in _OPENERS), "") in self._ask
