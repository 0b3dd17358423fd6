"""The cast of an article: its named actors, and the answer to whom a source's words stand for."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from grammar.actors.coreference.affiliations import Affiliations
from grammar.actors.coreference.coordination import parts
from grammar.actors.coreference.descriptions import Descriptions
from grammar.actors.coreference.naming import Naming
from grammar.actors.coreference.speech import Speech
from grammar.actors.lists.gazetteer import Gazetteer
from grammar.actors.lists.names import bare
from grammar.actors.recognition.collection import Collection
from grammar.actors.recognition.outline import outlined
from grammar.actors.recognition.people import Figure
from grammar.claim import About, Actor, ActorKind, Anonymity
from grammar.lexicon.inflection import singular
from grammar.text.layout import READ, Kind, Paragraph
from grammar.text.ordered import where
from grammar.text.ranges import Range
from grammar.text.tokens import Tokens

_PRONOUNS = frozenset(("he", "she", "it", "they", "him", "his", "her", "its", "them", "their"))
_SPEAKING = frozenset(("i", "we", "you"))  # whoever is quoted, as the claim's parent tells
_BODIES = (ActorKind.ORGANIZATION, ActorKind.MEDIUM, ActorKind.UNKNOWN)
_NOBODY = frozenset(("nobody", "none", "neither", "no", "no-one", "noone", "not"))
_RELATIVE = frozenset(("who", "which", "that", "whom"))


class Actors:
    """Casts articles. The lists are read once and never changed: one instance serves any number of texts."""

    def __init__(self) -> None:
        self.gazetteer = Gazetteer()

    def cast(self, tokens: Tokens, paragraphs: Sequence[Paragraph] = (), scope: str = "") -> Cast:
        """Collect the named actors of a text, in time linear in its length.

        Captions, bylines, page furniture and datelines among the ``paragraphs`` name nobody; without
        paragraphs all of the text counts. ``scope`` goes into the ids of unnamed sources; give
        a digest of the text, so that "a senior official" of two texts stay two.
        """
        return Cast(tokens, self.gazetteer, _left_out(paragraphs), scope)


class Cast:
    """The actors of one text. Ask for sources in text order: each answer may lean on the ones before it."""

    def __init__(
        self, tokens: Tokens, gazetteer: Gazetteer, left_out: Sequence[Range] = (), scope: str = ""
    ) -> None:
        self.tokens = tokens
        self.words = tokens.words
        self.gazetteer = gazetteer
        self.collection = Collection(outlined(tokens, gazetteer, left_out), gazetteer)
        self.speech = Speech(self.collection)
        self._unnamed: set[str] = set()
        self.descriptions = Descriptions(self.collection, self.speech, scope)
        self.naming = Naming(self.collection, self.descriptions)
        self.affiliations = Affiliations(tokens, self.collection)

    def resolve(
        self,
        mention: Range,
        position: int | None = None,
        barred: frozenset[str] = frozenset(),
    ) -> tuple[Actor, ...]:
        """The actors that a mention stands for, one per coordinated source in text order; () if unclear.

        ``position`` is the token at which the source speaks (its mention, unless said otherwise).
        ``barred`` are the ids of actors whom a pronoun cannot mean here.
        """
        first, last = max(0, mention[0]), min(mention[1], len(self.words))
        found = self._figures(first, last, barred)
        figures = tuple(dict.fromkeys([figure for figure, _ in found]))
        if figures:
            self.speech.add(first if position is None else position, figures)
        actors: dict[str, Actor] = {}
        for figure, by in found:
            actor = figure.actor(by)
            actors.setdefault(actor.id, actor)
            if not figure.named:
                self._unnamed.add(actor.id)
        return tuple(actors.values())

    def foreseen(self, mention: Range) -> tuple[Actor, ...]:
        """The actors for whom a mention further on will stand, without their having spoken yet."""
        first, last = max(0, mention[0]), min(mention[1], len(self.words))
        return tuple([figure.actor(by) for figure, by in self._figures(first, last, frozenset())])

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
        spans: dict[str, tuple[str, list[Range], str | None]] = {}
        for first, last in ranges:
            for mention in self.collection.between(first, last):
                if mention.last <= last and mention.figure.kind is not ActorKind.GROUP:
                    figure, key = mention.figure, mention.figure.key
                    country = None if key.startswith("place:") else figure.stands_for
                    places = spans.setdefault(key, (figure.name, [], country))[1]
                    places.append(self.tokens.span(mention.first, mention.last))
        return tuple(About(key, name, tuple(found), country) for key, (name, found, country) in spans.items())

    def affiliated(
        self, actors: tuple[Actor, ...], ranges: Sequence[Range], mention: Range
    ) -> tuple[Actor, ...]:
        """The actors with what the source's words say they belong to, if it is one person or group."""
        if len(actors) != 1 or actors[0].kind not in (ActorKind.PERSON, ActorKind.GROUP):
            return actors
        if mention[1] - mention[0] == 1 == len(ranges) and ranges[0] == mention:
            return actors
        found = self.affiliations.of(ranges)
        return (replace(actors[0], affiliations=found),) if found else actors

    # ------------------------------------------------------------------ parts

    def _inside(self, token: int) -> bool:
        """Tell whether a token stands within a name."""
        at = where(self.collection.firsts, token + 1) - 1
        return at >= 0 and token < self.collection.mentions[at].last

    def _figures(self, first: int, last: int, barred: frozenset[str]) -> list[tuple[Figure, str]]:
        """The figures for which the words stand, each with the means by which it was found."""
        pieces = parts(self.words, first, last, self._inside, self.gazetteer) if first < last else []
        found: list[tuple[Figure, str]] = []
        shared = singular(self.words[pieces[-1][1] - 1]) if len(pieces) > 1 else ""
        for piece in pieces:
            lent = shared if piece is not pieces[-1] else ""
            found.extend(self._piece(piece, lent, barred, alone=len(pieces) == 1))
        return found

    def _piece(
        self, piece: Range, shared: str, barred: frozenset[str], *, alone: bool
    ) -> list[tuple[Figure, str]]:
        """The figures of one of a source's parts; ``shared`` is the noun that the last part lends it."""
        first, last = piece
        meant = self._word(first, barred) if last - first == 1 else None
        if meant is not None:
            return meant
        head = self.descriptions.head(first, last)
        named = self.naming.named(first, last, head)
        if named is not None:
            figure, by = named
            if shared in self.gazetteer.heads:
                figure, by = self.collection.register.compound(figure, (shared,)), "name"
            return [(figure, by)]
        if self.words[first].lower() in _NOBODY:
            return []  # no one from the firm would comment
        inside = self.collection.between(first, last)
        if inside and inside[-1].last == last:
            begin = inside[-1].first
            if self.words[begin - 1] in self.gazetteer.persons or self.collection.beside.holds_office(begin):
                return [(inside[-1].figure, inside[-1].by)]
        owned = singular(self.words[head])
        if not alone and owned != self.words[head] and owned in self.gazetteer.heads:
            owner = self.naming.named(first, head, head - 1) if head > first else None
            if owner is not None:
                return [(self.collection.register.compound(owner[0], (owned,)), "name")]
        return self._described(first, last, head)

    def _word(self, token: int, barred: frozenset[str]) -> list[tuple[Figure, str]] | None:
        """The figures of a single word that is a pronoun or an Arabic surname; None for any other word."""
        word = self.words[token].lower().replace("’", "'").partition("'")[0]
        if word.startswith(("al-", "el-")):
            called = self.collection.register.held(bare(word))
            return [(called, "surname")] if called is not None else []
        if word in _SPEAKING:
            return []
        if word in _PRONOUNS:
            figures = self.speech.pronoun(word, token, self.descriptions.group, barred)
            return [(figure, "pronoun") for figure in figures]
        return self.naming.relative(token) if word in _RELATIVE else None

    def _described(self, first: int, last: int, head: int) -> list[tuple[Figure, str]]:
        """The figure of a noun group without a name, or of the name in apposition behind it."""
        found, by = self.descriptions.resolve(first, last, head)
        if found is None:
            return []
        if found.plural or by in ("role", "listed"):
            return [(found, by)]
        kinds = (ActorKind.PERSON, *_BODIES) if found.kind is ActorKind.PERSON else _BODIES
        behind = self.naming.behind(head + 1, kinds) or self.naming.behind(last, kinds)
        return [behind or (found, by)]


def _left_out(paragraphs: Sequence[Paragraph]) -> list[Range]:
    """The token ranges that are no part of the article's text."""
    ranges: list[Range] = []
    for paragraph in paragraphs:
        if paragraph.kind not in READ:
            ranges.append((paragraph.first, paragraph.last))
        elif paragraph.body > paragraph.first and paragraph.kind is not Kind.SPEAKER:
            ranges.append((paragraph.first, paragraph.body))
    return ranges
