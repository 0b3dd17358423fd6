"""Who has spoken so far in the article, and the pronouns that go back to them."""

from __future__ import annotations

from typing import Final

from grammar.actors.coreference.subjects import MENTIONS, Describe, Subjects
from grammar.actors.lists.names import POSSESSIVE
from grammar.actors.recognition.collection import Collection
from grammar.actors.recognition.people import Figure, Mention
from grammar.claim import ActorKind

# How many sentences a pronoun looks back; a careful writer names again before that.
_SENTENCES: Final = 10
_NEAR: Final = 3
_TALKS: Final = frozenset(("interview", "conversation", "chat"))
_GENDERS: Final = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_PRONOUNS: Final = {
    "m": frozenset(("he", "He", "his", "His", "him")),
    "f": frozenset(("she", "She", "her", "Her")),
}
_IT: Final = frozenset((ActorKind.ORGANIZATION, ActorKind.COUNTRY, ActorKind.DOCUMENT, ActorKind.MEDIUM))


def _may_be(figure: Figure, gender: str, barred: frozenset[str]) -> bool:
    """Tell whether "he" (m) or "she" (f) may stand for a figure here."""
    if not barred:
        return figure.may_be(gender)
    return figure.kind is ActorKind.PERSON and figure.may_be(gender) and figure.key not in barred


class Speech:
    """The sources resolved so far, in text order, and the search for a pronoun's antecedent."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        self.outline = collection.outline
        self.words = collection.words
        self._subjects = Subjects(collection)
        self.sources: dict[int, list[tuple[int, tuple[Figure, ...]]]] = {}
        self._spoke: set[Figure] = set()
        self.last: tuple[int, tuple[Figure, ...]] | None = None

    def add(self, token: int, figures: tuple[Figure, ...]) -> None:
        """Remember that these spoke here."""
        self.sources.setdefault(self.outline.sentence(token), []).append((token, figures))
        self._spoke.update(figures)
        self.last = (token, figures)

    def pronoun(
        self, word: str, token: int, describe: Describe, barred: frozenset[str] = frozenset()
    ) -> tuple[Figure, ...]:
        """The figures for he, she, they or it at a token; none where the antecedent is unclear.

        ``describe`` is lent, not kept: what it belongs to holds this object. ``barred`` are the ids of whom
        the pronoun cannot mean: nobody quoted calls himself "he".
        """
        gender = _GENDERS.get(word)
        if gender is not None:
            figure = self._person(gender, token, barred)
            if figure is None:
                return ()
            if figure.gender == "-":
                figure.gender = gender
            return (figure,)
        if word in ("they", "them", "their"):
            return self._several(token, describe)
        return self._thing(token, barred)

    def nearest(self, token: int) -> Figure | None:
        """The one person named in the sentences right before, or None if there are several."""
        here = self.outline.sentence(token)
        first = self.outline.sentences[max(0, here - _NEAR + 1)]
        people = {
            id(mention.figure): mention.figure
            for mention in self.collection.between(first, token)
            if mention.figure.kind is ActorKind.PERSON and mention.quotation < 0 and not mention.modifier
        }
        return next(iter(people.values())) if len(people) == 1 else None

    def _person(self, gender: str, token: int, barred: frozenset[str]) -> Figure | None:
        here = self.outline.sentence(token)
        skip = self._subjects.is_postposed(token, here)
        if skip and self.words[token - 1] == ",":
            # Behind indirect speech: the last speaker, unless none is near; then the sentence's own subject.
            near = range(here, max(-1, here - _NEAR - 1), -1)
            speakers = (self._spoken(sentence, token, gender, barred) for sentence in near)
            speaker = next(filter(None, speakers), None)
            if speaker is not None:
                return speaker
            skip = False
        start = here - 1 if skip else here
        further = range(start, max(-1, here - _SENTENCES), -1)
        found = self._search(gender, token, further, barred, sure=True)
        if found is None and not barred:
            near = range(start, max(-1, here - _NEAR), -1)
            found = self._search(gender, token, near, barred, sure=False)
        return found

    def _is_person(self, figure: Figure) -> bool:
        return figure.kind is ActorKind.PERSON or figure in self._spoke

    def _search(
        self, gender: str, token: int, sentences: range, barred: frozenset[str], *, sure: bool
    ) -> Figure | None:
        """The best antecedent, sentence by sentence backwards; to be ``sure`` of it, a known person."""
        quotation = self.outline.quoted(token)
        for sentence in sentences:
            first = self.outline.sentences[sentence]
            end = token
            if sentence + 1 < len(self.outline.sentences):
                end = min(token, self.outline.sentences[sentence + 1])
            spoken = self._spoken(sentence, token, gender, barred)
            if spoken is not None:
                return spoken
            mentions = [
                mention
                for mention in self.collection.between(first, end)[-MENTIONS:]
                if _may_be(mention.figure, gender, barred)
                and (mention.quotation < 0 or quotation >= 0)
                and (not sure or self._is_person(mention.figure))
                and not self._hears(mention.first)
            ]
            chained = self._chained(first, mentions[0].first if mentions else end, gender)
            found = self._best(mentions, gender, chained)
            if found is not None:
                return found
        return None

    def _spoken(self, sentence: int, token: int, gender: str, barred: frozenset[str]) -> Figure | None:
        """The last source of a sentence that the pronoun may stand for."""
        lists, meant = self.collection.gazetteer.words, None
        here = self.outline.sentence(token) == sentence
        for place, figures in reversed(self.sources.get(sentence, ())[-MENTIONS:]):
            if place < token and len(figures) == 1 and _may_be(figures[0], gender, barred):
                figure = figures[0]
                if not figure.named and figure.parts[0] in lists.agent:
                    return (self._principal(place, token, gender) or figure) if here else figure
                if meant is None and (figure.named or figure.parts[0] not in lists.questioner):
                    meant = figure
        return meant

    def _principal(self, place: int, token: int, gender: str) -> Figure | None:
        """Whom an agent speaks for in the same sentence: Lee in "Lee's lawyer said he would appeal"."""
        for mention in self.collection.between(place, token):
            if mention.figure.kind is ActorKind.PERSON and self.words[mention.last] in POSSESSIVE:
                return mention.figure if mention.figure.may_be(gender) else None
        return None

    def _best(self, mentions: list[Mention], gender: str, chained: bool) -> Figure | None:
        """The subject; else the first whose gender is known to fit; else the only one it may be."""
        for mention in mentions:
            if mention.subject:
                return mention.figure
        if chained:
            return None
        free = [mention for mention in mentions if not mention.modifier] or mentions
        for mention in free:
            if mention.figure.gender == gender:
                return mention.figure
        people = {id(mention.figure) for mention in free}
        if len(people) == 1 and free[0].figure.kind is ActorKind.PERSON:
            return free[0].figure
        return None

    def _hears(self, first: int) -> bool:
        """Tell a name that only hears what is said: in an interview with Vogue, she."""
        return self.words[first - 1] == "with" and self.words[first - 2] in _TALKS

    def _chained(self, first: int, end: int, gender: str) -> bool:
        """Tell whether the pronoun stands in this sentence already, before any name that fits."""
        return not _PRONOUNS[gender].isdisjoint(self.words[first : min(end, first + 60)])

    def _several(self, token: int, describe: Describe) -> tuple[Figure, ...]:
        return self._speakers(token) or self._subjects.plural(token, describe)

    def _speakers(self, token: int) -> tuple[Figure, ...]:
        """Those who spoke last, if they are several or an organization and it is not long ago."""
        if self.last is None:
            return ()
        place, figures = self.last
        if self.outline.sentence(token) - self.outline.sentence(place) >= _NEAR:
            return ()
        if len(figures) > 1 or any(figure.plural for figure in figures):
            return figures
        near = self.outline.sentence(token) - self.outline.sentence(place) < 2
        if near and figures[0].kind is ActorKind.ORGANIZATION:
            return figures
        return ()

    def _is_thing(self, figure: Figure, token: int, ago: int) -> bool:
        """Tell whether "it" may stand for who spoke so many sentences ago.

        A name of unclear kind ("Oyxoft said ... It added") may only just now, and not before "..., it said".
        """
        if self._shows(token):
            return figure.kind is ActorKind.DOCUMENT
        if figure.kind in _IT:
            return True
        unclear = figure.kind is ActorKind.UNKNOWN
        return unclear and ago < 2 and not self._subjects.is_postposed(token, self.outline.sentence(token))

    def _thing(self, token: int, barred: frozenset[str]) -> tuple[Figure, ...]:
        here = self.outline.sentence(token)
        for sentence in range(here, max(-1, here - _NEAR), -1):
            for place, figures in reversed(self.sources.get(sentence, ())[-MENTIONS:]):
                if (
                    place < token
                    and len(figures) == 1
                    and figures[0].key not in barred
                    and self._is_thing(figures[0], token, here - sentence)
                ):
                    return figures
            first = self.outline.sentences[sentence]
            end = min(self._subjects.end(sentence), token)
            for mention in self.collection.between(first, end)[:MENTIONS]:
                if mention.subject:
                    fits = mention.figure.kind in _IT and self._subjects.leads(first, mention.first)
                    return (mention.figure,) if fits and not self._shows(token) else ()
        return ()

    def _shows(self, token: int) -> bool:
        """Tell "it" that is a matter, not an actor, by what it does: "it means", "it also showed"."""
        lists = self.collection.gazetteer.words
        for word in self.words[token + 1 : token + 4]:
            lower = word.lower()
            if lower not in lists.auxiliary and lower not in ("also", "not") and not lower.endswith("ly"):
                return lower in lists.showing
        return False
