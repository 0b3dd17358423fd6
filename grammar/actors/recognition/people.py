"""The actors of one article, under construction: what is known of each and by which words it is called."""

from __future__ import annotations

from functools import lru_cache

from grammar.actors.lists.gazetteer import Gazetteer
from grammar.actors.lists.names import bare, fold, phrase, slug
from grammar.actors.recognition.readings import Words, surname_leads
from grammar.claim import Actor, ActorKind

_PREFIX = {ActorKind.ORGANIZATION: "org", ActorKind.UNKNOWN: "name"}


class Figure:
    """One actor of the article.

    ``gender`` is "f", "m" or "-" (unclear). ``id`` and ``stands_for`` are there only if the lists fix them.
    ``named`` is False for a source without a name, whose id holds for this article alone. ``first`` is the
    token where it is first mentioned, -1 before that.
    """

    __slots__ = (
        "first", "gender", "id", "kind", "mentions", "name", "named", "parts", "plural", "roles",
        "short_mentions", "slug", "stands_for",
    )  # fmt: skip

    def __init__(
        self,
        name: str,
        kind: ActorKind,
        slug: str,
        *,
        named: bool = True,
        plural: bool = False,
        id: str = "",
        stands_for: str | None = None,
        parts: tuple[str, ...] = (),
    ) -> None:
        self.name, self.kind, self.slug = name, kind, slug
        self.id, self.stands_for, self.parts = id, stands_for, parts
        self.named, self.plural = named, plural
        self.gender = "-"
        self.first = -1
        self.mentions = self.short_mentions = 0
        self.roles: set[str] = set()

    @property
    def key(self) -> str:
        """The actor's id."""
        return self.id or f"{_PREFIX.get(self.kind, self.kind)}:{self.slug}"

    def actor(self, resolved_by: str) -> Actor:
        """The figure as the claim's actor."""
        return Actor(self.key, self.name, self.kind, resolved_by, self.stands_for)

    def may_be(self, gender: str) -> bool:
        """Tell whether "he" (m) or "she" (f) may stand for it."""
        if self.kind is ActorKind.PERSON:
            return self.gender in (gender, "-") and not self.plural
        return self.kind is ActorKind.UNKNOWN and self.gender in (gender, "-") and bool(self.parts)


Found = tuple[Figure, str]
"""A figure, and the means by which it was found."""


class Mention:
    """A run that goes to a figure.

    ``subject``: the first of its sentence that is neither possessive nor governed by a preposition.
    ``quotation``: the first token of the quotation in which it stands, or -1.
    """

    __slots__ = ("by", "figure", "first", "last", "modifier", "quotation", "subject")

    def __init__(
        self, first: int, last: int, figure: Figure, by: str, *, modifier: bool, subject: bool, quotation: int
    ) -> None:
        self.first, self.last = first, last
        self.figure, self.by = figure, by
        self.modifier, self.subject, self.quotation = modifier, subject, quotation


@lru_cache(maxsize=65536)
def shown(name: Words, gazetteer: Gazetteer) -> str:
    """A name as it is shown: "Jr." and "III" stay, degrees and seats ("PhD", "MP") fall out."""
    generations = ("jr", "sr", "ii", "iii", "iv")
    return " ".join(w for w in name if fold(w) not in gazetteer.suffixes or fold(w) in generations)


@lru_cache(maxsize=65536)
def person_parts(name: Words, gazetteer: Gazetteer) -> tuple[tuple[str, ...], str]:
    """A person's name as (given ..., surname) folded, and the readable part of its id.

    Initials between the names fall out, family names written first go last, "Jr." stays, since father
    and son are two; "Sr.", "III" and degrees fall out.
    """
    words = list(name)
    junior = ""
    while len(words) > 1 and fold(words[-1]) in gazetteer.suffixes:
        junior = "-jr" if fold(words.pop()) == "jr" else junior
    keys = [fold(word) for word in words]
    if surname_leads(keys, gazetteer):
        given = "".join(key.replace("-", "") for key in keys[1:])
        return (given, keys[0]), f"{slug((words[0],))}-{slug((given,))}{junior}"
    kept = [w for i, w in enumerate(words) if i in (0, len(words) - 1) or len(fold(w)) > 1]
    return tuple(fold(word) for word in kept), slug(tuple(bare(word) for word in kept)) + junior


@lru_cache(maxsize=65536)
def short_forms(name: Words, parts: tuple[str, ...], gazetteer: Gazetteer) -> tuple[str, ...]:
    """The shorter forms by which a person may be called again, surname first, each as a folded phrase."""
    words = [word for word in name if fold(word) not in gazetteer.suffixes]
    forms = [parts[-1], bare(parts[-1])]
    forms += [phrase(words[i:]) for i in range(1, len(words) - 1)]
    forms += [
        fold(word) for word in words[1:-1] if len(fold(word)) > 2 and word not in gazetteer.words.particle
    ]
    return tuple(dict.fromkeys(forms))


@lru_cache(maxsize=65536)
def gender_of(name: Words, titles: Words, gazetteer: Gazetteer) -> str:
    """The gender that titles or the first name say; "-" where unclear and for family names written first."""
    for title in titles:
        gender = gazetteer.titles.get(title, "-")
        if gender != "-":
            return gender
    if len(name) > 1 and not surname_leads([fold(word) for word in name], gazetteer):
        gender = gazetteer.first_names.get(fold(name[0]), "u")
        if gender == "u" and "-" in name[0]:
            gender = gazetteer.first_names.get(fold(name[0].partition("-")[0]), "u")
        if gender != "u":
            return gender
    for title in titles:
        gender = gazetteer.persons.get(title, "-")
        if gender != "-":
            return gender
    return "-"
