"""The cast of an article: its named actors, and the answer to whom a source's words stand for."""

from __future__ import annotations

from bisect import bisect_right

from grammar.actors.collection import Collection
from grammar.actors.coordination import parts
from grammar.actors.descriptions import Descriptions
from grammar.actors.gazetteer import Gazetteer
from grammar.actors.names import bare, phrase
from grammar.actors.outline import Outline
from grammar.actors.people import Figure
from grammar.actors.readings import Shape, singular
from grammar.actors.speech import Speech
from grammar.claim import About, Actor, ActorKind, Anonymity
from grammar.tokens import Tokens

Range = tuple[int, int]
_PRONOUNS = frozenset(("he", "she", "it", "they", "him", "his", "her", "its", "them", "their"))
_RELATIVE = frozenset(("who", "which", "that", "whom"))


class Actors:
    """Casts articles. The lists are read once and never changed: one instance serves any number of texts."""

    def __init__(self) -> None:
        self.gazetteer = Gazetteer()
        self._countries = {
            known.id: known.stands_for for known in self.gazetteer.named.values() if known.stands_for
        }

    def stands_for(self, actor_id: str) -> str | None:
        """The id of the country that an actor speaks for: "country:russia" for "org:kremlin", else None."""
        return self._countries.get(actor_id)

    def cast(self, tokens: Tokens, classes: str = "", scope: str = "") -> Cast:
        """Collect the named actors of a text, in time linear in its length.

        ``classes`` is not needed and may be empty. ``scope`` goes into the ids of unnamed sources; give
        a digest of the text, so that "a senior official" of two texts stay two.
        """
        return Cast(tokens, self.gazetteer, scope)


class Cast:
    """The actors of one text. Ask for sources in text order: each answer may lean on the ones before it."""

    def __init__(self, tokens: Tokens, gazetteer: Gazetteer, scope: str = "") -> None:
        self.tokens = tokens
        self.words = tokens.words
        self.gazetteer = gazetteer
        self.collection = Collection(Outline(tokens.words, gazetteer), gazetteer)
        self.speech = Speech(self.collection)
        self._unnamed: set[str] = set()
        self.descriptions = Descriptions(self.collection, self.speech, scope)

    def resolve(
        self, mention: Range, position: int | None = None, kind_hint: str | None = None
    ) -> tuple[Actor, ...]:
        """The actors that a mention stands for, one per coordinated source in text order; () if unclear.

        ``position`` is the token at which the source speaks (its mention, unless said otherwise).
        ``kind_hint``, an ActorKind's value, leaves out answers of another kind than that or unknown.
        """
        first, last = max(0, mention[0]), min(mention[1], len(self.words))
        if first >= last:
            return ()
        pieces = parts(self.words, first, last, self._inside, self.gazetteer)
        if not pieces:
            return ()
        found: list[tuple[Figure, str]] = []
        shared = singular(self.words[pieces[-1][1] - 1]) if len(pieces) > 1 else ""
        for piece in pieces:
            found.extend(
                self._piece(piece, shared if piece is not pieces[-1] else "", last if len(pieces) == 1 else 0)
            )
        if kind_hint is not None:
            found = [pair for pair in found if pair[0].kind in (kind_hint, ActorKind.UNKNOWN)]
        figures = tuple(dict.fromkeys(figure for figure, _ in found))
        if figures:
            self.speech.add(first if position is None else position, figures)
        actors: dict[str, Actor] = {}
        for figure, by in found:
            actor = figure.actor(by)
            actors.setdefault(actor.id, actor)
            if not figure.named:
                self._unnamed.add(actor.id)
        return tuple(actors.values())

    def anonymity(self, mention: Range, actors: tuple[Actor, ...]) -> Anonymity:
        """Named, unnamed, or a group spoken of as one: judged by the actors resolved, else by the words."""
        named = [actor for actor in actors if actor.id not in self._unnamed]
        if any(actor.kind is not ActorKind.GROUP for actor in named):
            return Anonymity.NAMED
        if any(actor.kind is ActorKind.GROUP for actor in actors):
            return Anonymity.COLLECTIVE
        if actors:
            return Anonymity.UNNAMED
        first, last = mention
        if first >= last:
            return Anonymity.UNNAMED
        word = self.words[first].lower()
        head = self.words[self.descriptions.head(first, last)].lower()
        if (
            word in ("they", "we", "those", "these")
            or head in self.gazetteer.words.people
            or singular(head) != head
        ):
            return Anonymity.COLLECTIVE
        return Anonymity.UNNAMED

    def about(self, ranges: tuple[Range, ...]) -> tuple[About, ...]:
        """The actors and places named within token ranges, in text order, with all spans of their names."""
        spans: dict[str, tuple[str, list[Range]]] = {}
        for first, last in ranges:
            for mention in self.collection.between(first, last):
                if mention.last <= last and mention.figure.kind is not ActorKind.GROUP:
                    actor = mention.figure.actor(mention.by)
                    places = spans.setdefault(actor.id, (actor.name, []))[1]
                    places.append(self.tokens.span(mention.first, mention.last))
        return tuple(About(key, name, tuple(found)) for key, (name, found) in spans.items())

    # ------------------------------------------------------------------ parts

    def _inside(self, token: int) -> bool:
        """Tell whether a token stands within a name."""
        at = bisect_right(self.collection.firsts, token) - 1
        return at >= 0 and token < self.collection.mentions[at].last

    def _piece(self, piece: Range, shared: str, mention_last: int) -> list[tuple[Figure, str]]:
        first, last = piece
        word = self.words[first].lower().replace("’", "'").partition("'")[0]
        if last - first == 1:
            if word.startswith("al-") or word.startswith("el-"):
                called = self.collection.register.held(bare(word))
                return [(called, "surname")] if called is not None else []
            if word in _PRONOUNS:
                return [(figure, "pronoun") for figure in self.speech.pronoun(word, first)]
            if word in _RELATIVE:
                return self._relative(first)
        head = self.descriptions.head(first, last)
        named = self._named(first, last, head)
        if named is not None:
            figure, by = named
            if shared in self.gazetteer.heads:
                figure, by = self.collection.register.compound(figure, (shared,)), "name"
            return [(figure, by)]
        inside = self.collection.between(first, last)
        if inside and inside[-1].last == last and self.words[inside[-1].first - 1] in self.gazetteer.persons:
            return [(inside[-1].figure, inside[-1].by)]
        owned = singular(self.words[head])
        if not mention_last and owned != self.words[head] and owned in self.gazetteer.heads:
            owner = self._named(first, head, head - 1) if head > first else None
            if owner is not None:
                return [(self.collection.register.compound(owner[0], (owned,)), "name")]
        found, by = self.descriptions.resolve(first, last, head)
        if found is None:
            return []
        return (
            [self._name_behind(head + 1, mention_last) or (found, by)] if not found.plural else [(found, by)]
        )

    def _name_behind(self, first: int, last: int) -> tuple[Figure, str] | None:
        """The name in apposition to a description: "the former campaign manager, Corey Lewandowski"."""
        if first >= last or self.words[first] != ",":
            return None
        for mention in self.collection.between(first, last):
            if mention.figure.kind is ActorKind.PERSON and not mention.modifier:
                end = mention.last
                ends = end == last or self.words[end] == "," or self.words[end] in self.gazetteer.words.link
                return (mention.figure, mention.by) if ends else None
        return None

    def _named(self, first: int, last: int, head: int) -> tuple[Figure, str] | None:
        """The figure of the name that is the head of a noun group."""
        for mention in reversed(self.collection.between(first, head + 1)):
            if mention.last > head:
                return mention.figure, mention.by
        begin = head
        while begin > first and self._in_run(begin - 1):
            begin -= 1
        if not self._in_run(head):
            return None
        reading = self.collection.read(begin, head + 1)
        return self._unlisted(begin, head + 1, reading.shape)

    def _in_run(self, token: int) -> bool:
        word = self.words[token]
        return (
            word[:1].isupper()
            and word not in ("The", "A", "An")
            and word.lower() not in self.gazetteer.words.day
        )

    def _unlisted(self, first: int, last: int, shape: Shape) -> tuple[Figure, str] | None:
        """A name that the collection left out, as in a headline or at the start of a sentence."""
        collection = self.collection
        for begin in range(first, last):
            reading = collection.read(begin, last)
            if reading.known is not None and reading.shape is Shape.KNOWN:
                return collection.register.known(reading.known), reading.known.via
            key = phrase(reading.name)
            principal = collection.register.principal(reading)
            if principal is not None:
                return principal, "surname"
            figure, by = collection.register.recall(reading)
            if figure is not None:
                return figure, by
            held = collection.register.figures.get("person:" + key.replace(" ", "-"))
            if held is not None:
                return held, "name"
        lower = self.words[last - 1].lower()
        single = singular(lower)
        common = (
            lower in self.gazetteer.words.opener
            or lower in self.gazetteer.words.people
            or lower in self.gazetteer.persons
            or single in self.gazetteer.persons
            or lower in self.gazetteer.groups
            or lower in self.gazetteer.words.document
        )
        if last - first == 1 and (common or not collection.confirmed(self.words[first])):
            return None
        return collection.introduce(first, last)

    def _relative(self, token: int) -> list[tuple[Figure, str]]:
        """The name or noun group right before who, which or that."""
        word, end = self.words[token].lower(), token
        if word != "that" and end > 0 and self.words[end - 1] in (",", "—", "("):
            end -= 1
        near = self.collection.between(max(0, end - 12), end)
        if near and near[-1].last == end:
            figure, governed = near[-1].figure, self.words[near[-1].first - 1] in self.gazetteer.words.link
            fits = word != "who" or figure.kind in (ActorKind.PERSON, ActorKind.GROUP)
            if fits or (figure.kind is ActorKind.UNKNOWN and figure.parts and not governed):
                return [(figure, near[-1].by if near[-1].by != "name" else "pronoun")]
            return []
        begin = end
        while begin > max(0, end - 8) and self._describes(begin - 1):
            begin -= 1
            if self.words[begin] in ("a", "an", "the", "some", "many", "those", "several", "other"):
                break
        if begin == end:
            return []
        described, _ = self.descriptions.resolve(begin, end, end - 1)
        if described is None or (word == "which" and described.kind is ActorKind.PERSON):
            return []
        return [(described, "pronoun")]

    def _describes(self, token: int) -> bool:
        word = self.words[token]
        return (
            word.isalpha()
            and word.islower()
            and word not in self.gazetteer.words.link
            and not word.endswith("ing")
        )
