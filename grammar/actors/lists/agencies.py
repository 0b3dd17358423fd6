"""Agencies by country and kind: which body "Britain's domestic spy agency" is, and whom "MI5" stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import product, zip_longest
from typing import Final, NamedTuple

from grammar.actors.lists.names import fold, phrase, slug
from grammar.claim import ActorKind
from grammar.lexicon import table

_MEDIA: Final = frozenset(("news-agency", "broadcaster"))
_FORMER: Final = "was:"
_STANDING: Final = 2  # words such as "top" between the country and the description


class Agency(NamedTuple):
    """A body of a country or union. ``called`` are the nouns by which it is spoken of again.

    ``former`` are the kinds that it once was of: such a one is meant only where the text names it.
    """

    id: str
    name: str
    kind: ActorKind
    owner: str
    kinds: frozenset[str]
    former: frozenset[str]
    called: tuple[str, ...]


class Description(NamedTuple):
    """What a description fits: kinds of agency, the likelier first."""

    tiers: tuple[frozenset[str], ...]


class Agencies:
    """The lists agencies.tsv and agency_kinds.tsv. Look-ups only; never changed after loading.

    ``everywhere`` holds the names that are one agency's wherever they stand, by folded phrase, and
    ``acronyms`` those in capitals alone, since "WHO" is no "Who"; ``by_country`` holds the names, by
    ``name_key``, that are so only where the text speaks of the country, and ``within`` their phrases.
    ``going_on`` holds the names that go on in small letters, by their first word as written and their second
    as a folded one.
    """

    def __init__(
        self, countries: Mapping[str, str], unions: Iterable[tuple[str, str]], standing: Container[str]
    ) -> None:
        self.standing = standing
        self.unions = {fold(form): f"org:{slug((*union.split(),))}" for union, form in unions}
        self.everywhere: dict[str, Agency] = {}
        self.acronyms: dict[str, Agency] = {}
        self.by_country: dict[str, list[Agency]] = {}
        self.by_id: dict[str, Agency] = {}
        self.going_on: dict[str, dict[str, list[tuple[str, ...]]]] = {}
        self._of: dict[str, list[Agency]] = {}
        self._descriptions: dict[str, dict[tuple[str, ...], Description]] = {}
        self._longest: dict[str, int] = {}
        called = self._add_descriptions()
        self._add_agencies(countries, called)

    def __iter__(self) -> Iterator[Agency]:
        return iter(self.by_id.values())

    # ------------------------------------------------------------------ descriptions

    def describe(self, words: Sequence[str], begin: int, end: int) -> tuple[int, Description] | None:
        """The longest description from a token on, behind "top" and the like, and where it ends."""
        for at in range(begin, min(begin + _STANDING + 1, end)):
            first = words[at].lower()
            known = self._descriptions.get(first)
            if known is not None:
                for length in range(min(self._longest[first], end - at), 0, -1):
                    found = known.get(tuple(map(_plain, words[at : at + length])))
                    if found is not None:
                        return at + length, found
            if first not in self.standing:
                return None
        return None

    def owns(self, owner: str) -> bool:
        """Tell whether agencies of this country or union are listed; ``owner`` is an actor's id."""
        return owner in self._of

    def of(self, owner: str, description: Description, text: Container[str]) -> Agency | None:
        """The agency of a country that a description fits: the only one, or the only one that the text names.

        ``text`` has the ids of the actors that the text names. None where several are left.
        """
        doubtful = False
        for tier in description.tiers:
            listed = self._of.get(owner, ())
            fitting = [agency for agency in listed if not tier.isdisjoint(agency.kinds)]
            named = [a for a in listed if a.id in text and not tier.isdisjoint(a.kinds | a.former)]
            if len(named) == 1:
                return named[0]
            if named:
                return None
            if len(fitting) == 1 and not doubtful:
                return fitting[0]
            doubtful = doubtful or bool(fitting)
        return None

    def among(self, owners: Container[str], key: str) -> Agency | None:
        """The agency that a name means in a text on these countries; None if it is several's or nobody's."""
        found = [agency for agency in self.by_country.get(key, ()) if agency.owner in owners]
        return found[0] if len(found) == 1 else None

    # ------------------------------------------------------------------ loading

    def _add_descriptions(self) -> dict[str, tuple[str, ...]]:
        called: dict[str, tuple[str, ...]] = {}
        for fits, nouns, patterns in table("names/agency_kinds.tsv"):
            tiers = tuple(frozenset(tier.split()) for tier in fits.split(","))
            for kind in tiers[0]:
                called.setdefault(kind, tuple(nouns.split()))
            described = Description(tiers)
            for words in _written_out(patterns):
                known = self._descriptions.setdefault(words[0], {})
                known[words] = described if words not in known else _either(known[words], described)
                self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))
        return called

    def _add_agencies(self, countries: Mapping[str, str], called: Mapping[str, tuple[str, ...]]) -> None:
        entries: list[tuple[Agency, list[str], list[str]]] = []
        for code, name, others, within, kinds in table("names/agencies.tsv"):
            owner = countries.get(code) or f"org:{slug((*code.split(),))}"
            agency = self._agency(name, owner, kinds, called)
            self._of.setdefault(owner, []).append(agency)
            self.by_id[agency.id] = agency
            local = list(filter(None, within.split("|")))
            entries.append((agency, [f for f in [name, *others.split("|")] if f and f not in local], local))
        shared = Counter(form for _, forms, _ in entries for form in forms)
        for agency, forms, local in entries:
            self._enter(agency, [form for form in forms if shared[form] == 1])
            self._enter_in_country(agency, [*local, *(form for form in forms if shared[form] > 1)])
        for begun in self.going_on.values():
            for names in begun.values():
                names.sort(key=len, reverse=True)
        self.within = frozenset(key.lower() for key in self.by_country)

    def _agency(self, name: str, owner: str, kinds: str, called: Mapping[str, tuple[str, ...]]) -> Agency:
        """The agency of a row; where two countries have one of a name, its owner tells the second's id."""
        each = kinds.replace(_FORMER, "").split()
        former = frozenset(kind.removeprefix(_FORMER) for kind in kinds.split() if _FORMER in kind)
        kind = ActorKind.ORGANIZATION if _MEDIA.isdisjoint(each) else ActorKind.MEDIUM
        prefix = "medium" if kind is ActorKind.MEDIUM else "org"
        key = f"{prefix}:{slug((*name.split(),))}"
        if key in self.by_id:
            key = f"{key}-{owner.partition(':')[2]}"
        nouns = tuple(dict.fromkeys(noun for kind in each for noun in called[kind]))
        return Agency(key, name, kind, owner, frozenset(each) - former, former, nouns)

    def _enter(self, agency: Agency, forms: list[str]) -> None:
        """Forms that mean it in every text."""
        for form in forms:
            if form.isupper() and " " not in form:
                self.acronyms[fold(form)] = agency
            else:
                self.everywhere[phrase(self.entered(form))] = agency

    def _enter_in_country(self, agency: Agency, forms: list[str]) -> None:
        """Forms that mean it in texts on its country."""
        for form in forms:
            bearers = self.by_country.setdefault(name_key(self.entered(form)), [])
            if agency not in bearers:
                bearers.append(agency)

    def entered(self, form: str) -> list[str]:
        """A name's words as they stand in a text; those of one with small letters are kept, too."""
        words = written(form.removeprefix("The "))
        if not all(word[:1].isupper() for word in words):
            first, *rest = map(fold, words)
            if rest:
                self.going_on.setdefault(words[0], {}).setdefault(rest[0], []).append((first, *rest))
        return words


def _either(one: Description, other: Description) -> Description:
    """What fits one of two lines: no country has "health agencies" of both its own and the U.N.'s kind."""
    none: frozenset[str] = frozenset()
    tiers = zip_longest(one.tiers, other.tiers, fillvalue=none)
    return Description(tuple(left | right for left, right in tiers))


def written(name: str) -> list[str]:
    """The words of a name as a text is cut into them: "People", "'s", "Bank"."""
    return name.replace("’", "'").replace("'s ", " 's ").replace("s' ", "s ' ").replace(",", " ,").split()


def name_key(words: Sequence[str]) -> str:
    """A name's key, which tells those in capitals from others."""
    return fold(words[0]).upper() if len(words) == 1 and words[0].isupper() else phrase(words)


def _written_out(patterns: str) -> Iterator[tuple[str, ...]]:
    """All descriptions that a line's alternatives make, as words in small letters."""
    for pattern in patterns.split("|"):
        for words in product(*(word.split("/") for word in pattern.lower().split())):
            yield tuple(written(" ".join(words)))


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")
