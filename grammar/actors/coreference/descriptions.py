"""Sources without a name of their own: role nouns that go to somebody named, and those that stay unnamed."""

from __future__ import annotations

from typing import Final

from grammar.actors.coreference.offices import Offices
from grammar.actors.coreference.speech import Speech
from grammar.actors.lists.names import POSSESSIVE, fold, joined, slug
from grammar.actors.recognition.collection import Collection
from grammar.actors.recognition.people import Figure
from grammar.actors.recognition.surroundings import RANKS
from grammar.claim import ActorKind
from grammar.lexicon.inflection import singular

_DEFINITE: Final = frozenset(("the", "that", "this"))
_SINGLE: Final = frozenset(("one", "another", "someone", "somebody"))
_INDEFINITE: Final = frozenset(("a", "an", "one", "another"))
_OWNERS: Final = frozenset(("his", "her", "its", "their"))
_POINTING: Final = _DEFINITE | _OWNERS
_AGED: Final = "-year-old"
_LONGEST: Final = 16
_RECENT: Final = 3  # sentences
_QUALIFIED: Final = 5  # words: a senior White House official
_FARTHEST: Final = 40
_OTHERS: Final = frozenset(("other", "second", "third", "fourth", "fifth"))
_BY_FIELD: Final = frozenset(("ministry", "department"))  # told apart by what they are of
_FIRMS: Final = frozenset(("company", "firm", "utility", "airline", "bank"))
_STEM: Final = 5  # letters in which defence and defense are alike
_ENDS: Final = frozenset(
    (",", "(", "—", "–", "-", "--", ";", ":", "himself", "herself", "itself", "themselves")
)


class Descriptions:
    """Resolves the noun groups of one article. Unnamed sources get an id that holds for the article alone."""

    def __init__(self, collection: Collection, speech: Speech, scope: str) -> None:
        self.collection = collection
        self.register = collection.register
        self.gazetteer = collection.gazetteer
        self.words = collection.words
        self.speech = speech
        self.scope = scope
        self._offices = Offices(collection)
        self._described: dict[str, Figure] = {}
        self._by_head: dict[str, list[Figure]] = {}
        self._at: dict[int, Figure] = {}

    def head(self, first: int, last: int) -> int:
        """The token of a noun group's head: the last word before a preposition or relative pronoun."""
        links, days = self.gazetteer.words.link, self.gazetteer.words.day
        end = min(last, first + _FARTHEST)
        for i in range(first + 1, end):
            word = self.words[i]
            day = word.lower() in days
            if day and self._is_masthead(i + 1):
                continue  # the Sunday Times
            if day or word in links or word in _ENDS:
                if word == "of" and self.words[i - 1] in self.gazetteer.words.quantity and i + 1 < end:
                    return self.head(i + 1, end)
                return i - 1
        return end - 1

    def resolve(self, first: int, last: int, head: int) -> tuple[Figure | None, str]:
        """The figure for a noun group whose head is a small-letter noun, and how it was found."""
        noun = self.words[head].lower().partition("-of-")[0]  # the mother-of-three
        single = singular(noun)
        opener = self.words[first].lower()
        plural = noun in self.gazetteer.words.people or (single != noun and single in self.gazetteer.persons)
        kind = self._kind(noun, single, plural)
        if kind is None:
            return None, ""
        if kind is not ActorKind.PERSON and not plural and opener in _POINTING and head > first + 1:
            meant = self.collection.bodies.meant(first, head)
            if meant is not None:
                return meant
        if not plural and self._points_back(first, head, last):
            figure = self._role(noun, kind, first, head)
            if figure is not None:
                return figure, "role"
        if opener in _DEFINITE and not plural:
            known = noun in self.register.roles and self.words[head - 1].lower() not in RANKS
            if kind is ActorKind.PERSON and noun not in self._by_head and known:
                return None, ""
            if earlier := self._by_head.get(noun):
                return self._the_one(earlier), "description"
        if opener in _DEFINITE and plural and (earlier := self._by_head.get(noun)):
            return earlier[-1], "description"
        return self._unnamed(first, min(last, first + _LONGEST), noun, kind, plural), "description"

    def group(self, first: int, last: int) -> Figure | None:
        """The figure for a noun group that ends with its head."""
        return self.resolve(first, last, last - 1)[0]

    def _the_one(self, earlier: list[Figure]) -> Figure | None:
        """Which of those called so it is: the only one, or the last where nobody has spoken since."""
        last = earlier[-1]
        if len(earlier) == 1:
            return last
        return last if self.speech.last is not None and self.speech.last[1] == (last,) else None

    def _points_back(self, first: int, head: int, last: int) -> bool:
        """Tell a noun group that may stand for somebody named from one that says itself who is meant.

        "the minister", "his lawyer" and the "Mayor" of a headline do; "the head of their union" does not.
        """
        complete = last > head + 1 and self.words[head + 1] in ("of", "for", "at", "in", "from", "with", "to")
        if complete or not POSSESSIVE.isdisjoint(self.words[first:head]):
            return False
        opener = self.words[first].lower()
        return opener in _DEFINITE or opener in _OWNERS or (first == head and self.words[first][:1].isupper())

    def _kind(self, noun: str, single: str, plural: bool) -> ActorKind | None:
        lists = self.gazetteer
        if plural:
            return ActorKind.GROUP
        if noun in lists.words.document:
            return ActorKind.DOCUMENT
        if noun in lists.words.medium_noun:
            return ActorKind.MEDIUM
        if noun in _SINGLE or noun in lists.persons or noun.endswith(_AGED):
            return ActorKind.PERSON
        if noun in lists.groups:
            return ActorKind.ORGANIZATION
        if single in lists.groups:
            return ActorKind.GROUP
        return ActorKind.GROUP if noun[:1].isdigit() or noun in ("more", "least") else None

    def _role(self, noun: str, kind: ActorKind, first: int, head: int) -> Figure | None:
        """The named figure that this definite noun stands for, where the article leaves no choice."""
        if kind is ActorKind.PERSON:
            holders = self._offices.holders(noun, first, head)
            if len(holders) == 1:
                return holders[0]
            placed = any(word[:1].isupper() for word in self.words[first + 1 : head])
            if self.words[first].lower() not in _DEFINITE or (
                noun in self.gazetteer.words.office and not placed
            ):
                return None
            if not _OTHERS.isdisjoint(self.words[first + 1 : head]):
                return None
            near = self.speech.nearest(first)
            if near is not None and not self._is_introduced(noun, near, first):
                described = self.gazetteer.persons.get(noun, "-")
                return near if described == "-" or near.may_be(described) else None
            return None
        holders = self.register.heads.get(noun, [])
        if self._is_named_otherwise(holders, first, head):
            return None
        if len(holders) == 1:
            known = self.collection.first_of(holders[0]) < first or self.words[first].lower() not in _DEFINITE
            return holders[0] if known else None  # a headline may be ahead of the name
        if kind is ActorKind.MEDIUM or noun in self.gazetteer.words.general or holders:
            found = self._last_of(kind, noun, holders, first)
            if found is not None or holders:
                return found
        listed = self.register.called.get(noun, [])
        return listed[0] if len(listed) == 1 and listed[0] in self._near(first) else None

    def _is_introduced(self, noun: str, near: Figure, first: int) -> bool:
        """Tell whether somebody without a name was called so since a person was named: a senior official."""
        outline, words = self.collection.outline, self.words
        begin = outline.sentences[max(0, outline.sentence(first) - _RECENT)]
        named = max(
            (m.last for m in self.collection.between(begin, first) if m.figure is near), default=first
        )
        return any(
            words[at] == noun
            and not _INDEFINITE.isdisjoint(map(str.lower, words[max(at - _QUALIFIED, 0) : at]))
            for at in range(named, first)
        )

    def _is_named_otherwise(self, holders: list[Figure], first: int, head: int) -> bool:
        """Tell whether the noun has a name of its own before it: the (Tasnim) agency is no atomic agency."""
        lists = self.gazetteer
        before = self.words[first + 1 : head]
        if self.words[head].lower() in _BY_FIELD and before and before[-1].islower():
            fields = [fold(word)[:_STEM] for holder in holders for word in holder.name.split()]
            if fold(before[-1])[:_STEM] not in fields:
                return bool(holders)  # Japan's defense ministry and the unification ministry are two
        own = [
            word
            for word in map(fold, (w for w in before if w[:1].isupper() or self._is_of_people(w)))
            if word not in lists.demonyms and word not in lists.named
        ]
        return bool(own) and not any(word in fold(holder.name).split() for word in own for holder in holders)

    def _is_masthead(self, token: int) -> bool:
        return token < len(self.words) and self.words[token].lower() in self.gazetteer.words.masthead

    def _is_of_people(self, word: str) -> bool:
        """Tell whether a word before a noun says whose it is: the teachers union."""
        single = singular(word)
        return word in self.gazetteer.words.people or (single != word and single in self.gazetteer.persons)

    def _near(self, first: int) -> set[Figure]:
        """Who is named in this sentence before a token, and in the two before it."""
        outline = self.collection.outline
        begin = outline.sentences[max(0, outline.sentence(first) - 2)]
        return {mention.figure for mention in self.collection.between(begin, first)}

    def _last_of(self, kind: ActorKind, noun: str, holders: list[Figure], first: int) -> Figure | None:
        """The last organization or medium mentioned right before that the noun may stand for."""
        outline = self.collection.outline
        begin = outline.sentences[max(0, outline.sentence(first) - 2)]
        kinds = (
            (ActorKind.MEDIUM,)
            if kind is ActorKind.MEDIUM and noun != "agency"
            else (ActorKind.ORGANIZATION,)
            if noun in _FIRMS  # the company is no paper that got hold of its records
            else (ActorKind.ORGANIZATION, ActorKind.MEDIUM)
        )
        for mention in reversed(self.collection.between(begin, first)[-24:]):
            figure = mention.figure
            if holders[:64] and figure in holders[:64]:
                return figure
            if noun in _FIRMS and not self.collection.bodies.may_trade(figure):
                continue
            if not holders and figure.kind in kinds:
                return figure
        return None

    def _unnamed(self, first: int, last: int, noun: str, kind: ActorKind, plural: bool) -> Figure:
        words = self.words[first:last]
        while len(words) > 1 and words[-1] in _ENDS:
            words = words[:-1]
        while len(words) > 1 and words[0].lower() in self.gazetteer.words.lead:
            words = words[1:]
        name = joined(words)
        key = slug(tuple(words))
        opener = self.words[first].lower()
        # "A senior official" said twice may be two: what is not said to be the same is not made so.
        anew = opener == "another" or (opener in _INDEFINITE and kind is ActorKind.PERSON)
        figure = self._at.get(first) if anew else self._described.get(key)
        if figure is None:
            identity = f"{self.scope}:{key}" if self.scope else key
            if opener == "another" or key in self._described:
                identity = f"{identity}-{len(self._described) + 1}"
            figure = Figure(name, kind, identity, named=False, plural=plural or kind is ActorKind.GROUP)
            figure.parts = (noun,) if kind is ActorKind.PERSON else ()
            gender = self.gazetteer.persons.get(noun, "-")
            figure.gender = gender
            self._described[identity if key in self._described else key] = figure
        self._at[first] = figure
        # Two are enough to tell that it is unclear.
        called = self._by_head.get(noun, [])
        self._by_head[noun] = [*(other for other in called[-1:] if other is not figure), figure]
        return figure
