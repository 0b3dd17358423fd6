"""The topics of a text and of its parts, weighed by the words found, which can be cited."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from grammar.claim import Slot, Topic
from grammar.text.ordered import where
from grammar.text.tokens import Tokens
from grammar.topics.places import Place, places
from grammar.topics.terms import WORTH, Hits, Terms

MOST = 6
MOST_OF_A_SUBJECT = 4
MOST_OF_A_CLAIM = 3

_LEAD = 60  # tokens: what an article is about stands at its beginning, so words there count twice
_LEAST = 2.0  # worth below which a text is not said to be about a topic: two usual words
_LEAST_OF_A_CLAIM = 0.6  # one usual word will do where the document is about its subject
_SUBJECT_SHARE = 0.25  # of the leading subject's worth; below it another subject is mentioned, not treated
_TOPIC_SHARE = 0.2  # the same for a narrower topic, the subject of which must be treated
_SAME = 0.45  # a topic of which one narrower topic has this share is left out: the narrower one says more
_PRECISION = 1e6  # worths that differ by less than a millionth are alike: sums depend on their order
_STRONG = WORTH["3"]
_USUAL = WORTH["2"]


Treated = dict[str, float]
"""By subject, what the words listed for it count for in a document."""


class Evidence(NamedTuple):
    """A topic of a text, and the words that spoke for it with what they counted for, most first."""

    topic: Topic
    words: tuple[tuple[Slot, float], ...]


class Topics:
    """Reads topics off word lists. Linear in the length of the text; the same text, the same topics.

    A topic's worth is that of the words listed for it and for all narrower topics, so a topic never
    scores below one of its own. A word counts for what its list says (strong, usual, weak), times the
    square root of how often it is said. Words are taken as they stand: "bank" of a river is a bank.
    """

    def __init__(self) -> None:
        self.terms = Terms()
        self._places = places()

    def match(self, tokens: Tokens) -> Hits:
        """The terms of the word lists in a text, each with its place."""
        return self.terms.find(tokens)

    def of_document(self, tokens: Tokens, hits: Hits) -> tuple[Topic, ...]:
        """At most six topics of the whole text, best first; none where too few words speak for any.

        The score is 1/2 where the topic's worth is 2 and half the root of the number of tokens: twelve
        usual words in four hundred tokens, four of them strong ones being enough. Weak words add no
        more than the others stand for, and words among the first sixty tokens count twice.
        """
        counts = Counter(hits.term)
        counts.update(hits.term[: where(hits.first, _LEAD)])
        worth = self._worth(counts)
        return self._best(worth, half=_LEAST + len(tokens) ** 0.5 / 2)

    def treated(self, document: tuple[Topic, ...]) -> Treated:
        """By subject, what words count for in a document of these topics; half in any other."""
        return {self._places[topic.id].subject: 0.5 + 0.5 * topic.score for topic in reversed(document)}

    def of_range(
        self, ranges: tuple[tuple[int, int], ...], treated: Treated, hits: Hits
    ) -> tuple[Topic, ...]:
        """At most three topics of these token ranges, best first; none where no word speaks for any.

        Words count by how sure it is that the document treats their subject, at least for half: one
        usual word is enough only where the document does. The score is 1/2 at one strong word.
        """
        terms: list[int] = []
        for first, last in ranges:
            terms += hits.term[where(hits.first, first) : where(hits.first, last)]
        if not terms:
            return ()
        listed = self.terms.worth
        worth: dict[Place, float] = {}
        for term in terms:
            for topic, value in listed[term]:
                worth[topic] = worth.get(topic, 0.0) + value * treated.get(topic.subject, 0.5)
        spoken = {topic: value for topic, value in worth.items() if value >= _LEAST_OF_A_CLAIM}
        if not spoken:
            return ()
        return self._chosen(spoken, half=_STRONG, most=MOST_OF_A_CLAIM)

    def explain(self, tokens: Tokens) -> tuple[Evidence, ...]:
        """The topics of a text as ``of_document`` gives them, with the words that spoke for each."""
        hits = self.match(tokens)
        places: dict[int, list[tuple[int, int]]] = {}
        for first, last, term in zip(*hits, strict=True):
            places.setdefault(term, []).append((first, last))
        found: list[Evidence] = []
        for topic in self.of_document(tokens, hits):
            words = [
                (tokens.slot(ranges), value)
                for term, ranges in places.items()
                for listed, value in self.terms.worth[term]
                if topic.id == listed.id
            ]
            words.sort(key=lambda each: (-each[1] * len(each[0].spans), each[0].spans))
            found.append(Evidence(topic, tuple(words)))
        return tuple(found)

    def _worth(self, counts: dict[int, int]) -> dict[Place, float]:
        """The worth of every topic spoken for; weak words add no more than the others stand for."""
        firm: dict[Place, float] = {}
        weak: dict[Place, float] = {}
        for term, times in counts.items():
            count: float = times**0.5
            for topic, value in self.terms.worth[term]:
                worth = weak if value < _USUAL else firm
                worth[topic] = worth.get(topic, 0.0) + value * count
        return {topic: value + min(value, weak.get(topic, 0.0)) for topic, value in firm.items()}

    def _best(self, worth: dict[Place, float], *, half: float) -> tuple[Topic, ...]:
        leading = max(worth.values(), default=0.0)
        subject, least = max(_LEAST, _SUBJECT_SHARE * leading), max(_LEAST, _TOPIC_SHARE * leading)
        treated = {
            topic: value
            for topic, value in worth.items()
            if value >= least and worth[self._places[topic.subject]] >= subject
        }
        return self._chosen(treated, half=half, most=MOST)

    def _chosen(self, worth: dict[Place, float], *, half: float, most: int) -> tuple[Topic, ...]:
        """The best of these topics, best first; ``half`` is the worth that scores 1/2."""
        best_below: dict[str, float] = {}
        order: list[tuple[int, int, Place]] = []
        for place, value in worth.items():
            if place.above and value > best_below.get(place.above, 0.0):
                best_below[place.above] = value
            order.append((-int(value * _PRECISION + 0.5), place.rank, place))  # no two of one rank
        order.sort()
        found: list[Topic] = []
        of_subject: dict[str, int] = {}
        for _, _, place in order:
            id, value = place.id, worth[place]
            middling = place.subject != id and best_below.get(id, 0.0) >= _SAME * value
            if middling or place.groups or of_subject.get(place.subject, 0) >= MOST_OF_A_SUBJECT:
                continue
            of_subject[place.subject] = of_subject.get(place.subject, 0) + 1
            found.append(Topic(id, place.label, round(value / (value + half), 3)))
            if len(found) == most:
                break
        return tuple(found)
