"""What a run of capitalised words is by itself: a person with titles, an organization, a country ..."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from grammar.actors.lists.gazetteer import Gazetteer, Known
from grammar.actors.lists.names import fold, phrase
from grammar.actors.lists.romanization import is_syllabic
from grammar.lexicon.inflection import singular

Words = tuple[str, ...]
_PARTICIPLES = (
    "ed",
    "led",
    "based",
    "born",
    "style",
    "like",
    "era",
    "run",
    "held",
    "owned",
    "wide",
    "friendly",
)
_JOINTS = frozenset(("of", "for", "on", "and", "&", "'", "’", "'s", "’s"))


class Shape(StrEnum):
    """How a run reads. SINGLE and SEVERAL are names of one or more words that no rule or list knows."""

    KNOWN = "known"
    DEMONYM = "demonym"
    PERSON = "person"
    TITLED = "titled"
    ROLE = "role"
    GROUP = "group"
    ORGANIZATION = "organization"
    MEDIUM = "medium"
    ACRONYM = "acronym"
    SINGLE = "single"
    SEVERAL = "several"


class NameReading(NamedTuple):
    """A run as read: the name without titles, its key, where it begins, the titles, the gazetteer's entry."""

    shape: Shape
    name: Words
    key: str
    offset: int = 0
    titles: Words = ()
    known: Known | None = None


@lru_cache(maxsize=65536)
def read(words: Words, gazetteer: Gazetteer) -> NameReading:
    """Read one run of at most a dozen words. The text around it is for the caller to weigh."""
    whole = phrase(words)
    if (known := gazetteer.named.get(whole)) is not None:
        return NameReading(Shape.KNOWN, words, whole, known=known)
    if (known := gazetteer.demonyms.get(whole)) is not None:
        return NameReading(Shape.DEMONYM, words, whole, known=known)
    keys = [fold(word) for word in words]
    while len(keys) > 2 and keys[-1] in gazetteer.suffixes:
        keys.pop()
    if len(keys) == 1:
        return _read_single(words, keys[0], gazetteer)
    behind = _read_behind(words, whole, keys, gazetteer)
    if behind is not None:
        return behind
    firm = keys[-1] in gazetteer.words.company  # Duke Energy
    if keys[0] in gazetteer.titles and len(keys) == 2 and not (firm or is_title(keys[1], gazetteer)):
        return NameReading(Shape.TITLED, words[1:2], keys[1], 1, (keys[0],))
    shape = _shape_of_body(words, keys, gazetteer)
    return NameReading(shape, words, whole) if shape else _read_person(words, whole, keys, gazetteer)


def _read_behind(words: Words, whole: str, keys: list[str], gazetteer: Gazetteer) -> NameReading | None:
    """The name behind what is no part of it: South Korean-born | Ann Lee; Senators | Ann Lee (and Roy)."""
    if "-" in whole and (begin := _participle_end(words, len(keys))):
        named = read(words[begin:], gazetteer)
        if named.shape in (Shape.PERSON, Shape.SEVERAL, Shape.SINGLE):
            return named._replace(offset=named.offset + begin)
    if is_shared(keys[0], gazetteer):
        named = read(words[1:], gazetteer)
        alone = named.shape is Shape.SINGLE and named.key in gazetteer.surnames
        if named.shape is Shape.PERSON or alone:
            return named._replace(offset=named.offset + 1)
    return None


def _shape_of_body(words: Words, keys: list[str], gazetteer: Gazetteer) -> Shape | None:
    """MEDIUM or ORGANIZATION, as the last word or a joint tells; but: Grace Church may be somebody's name."""
    first, last = keys[0], keys[-1]
    given = first in gazetteer.first_names and first not in gazetteer.named
    like_person = given and len(keys) == 2 and last in gazetteer.surnames
    if not like_person and last.rpartition("-")[2] in gazetteer.words.masthead:
        return Shape.MEDIUM
    headed = last in gazetteer.groups or last in gazetteer.words.company
    if (not like_person and headed) or any(word in _JOINTS for word in words):
        return Shape.ORGANIZATION
    return None


def _read_person(words: Words, whole: str, keys: list[str], gazetteer: Gazetteer) -> NameReading:
    """What may be somebody's name behind titles and epithets, or is titles alone."""
    size, last = len(keys), keys[-1]
    begin = _titles_end(keys, size, gazetteer)
    if begin == size:
        return NameReading(Shape.ROLE, words, whole, titles=tuple(keys))
    begin += _epithets(keys[begin:], gazetteer)
    name, titles = words[begin:], tuple(keys[:begin])
    if size - begin == 1:
        shape = Shape.TITLED if titles else Shape.SINGLE
        return NameReading(shape, words[begin:size], last, begin, titles)
    several = singular(last) != last and singular(last) in gazetteer.persons
    if several and keys[0] not in gazetteer.first_names:
        return NameReading(Shape.GROUP, words, whole)
    key = phrase(name)
    titled = any(is_title(title, gazetteer) for title in titles)
    if titled or _is_first(keys[begin], name[0], gazetteer) or surname_leads(keys[begin:], gazetteer):
        return NameReading(Shape.PERSON, name, key, begin, titles)
    return NameReading(Shape.SEVERAL, name, key, begin, titles)


def is_title(key: str, gazetteer: Gazetteer) -> bool:
    """Tell whether this folded word may stand as a title before a name."""
    return is_office(key, gazetteer) or key in gazetteer.persons


def is_office(key: str, gazetteer: Gazetteer) -> bool:
    """Tell whether this folded word is an abbreviated title or an office: "sen", "secretary-general"."""
    office = gazetteer.words.office
    if key in office or key in gazetteer.titles:
        return True
    first, hyphen, last = key.partition("-")
    return bool(hyphen) and (first in office or last in office)


def is_shared(key: str, gazetteer: Gazetteer) -> bool:
    """Tell whether this folded word is what several named together are: "Senators Lee and Roy"."""
    single = singular(key)
    return single != key and (single in gazetteer.words.office or single in gazetteer.words.community)


def surname_leads(keys: list[str] | Words, gazetteer: Gazetteer) -> bool:
    """Tell whether the family name is written first ("Kim Dae Young", "Xi Jinping", not "Kim Davis")."""
    if not 2 <= len(keys) <= 3 or keys[0] not in gazetteer.words.surname_first:
        return False
    rest = keys[1:]
    if not all(map(is_syllabic, rest)):
        return False
    if keys[0] not in gazetteer.words.western or "-" in rest[0]:
        return True
    return rest[-1] not in gazetteer.surnames or (len(rest) == 2 and rest[0] not in gazetteer.surnames)


def _read_single(words: Words, key: str, gazetteer: Gazetteer) -> NameReading:
    word = words[0]
    if word.isupper() and len(key) > 1 and key.isalnum():
        agency = gazetteer.agencies.acronyms.get(key)
        if agency is not None:
            known = Known(agency.id, agency.name, agency.kind, "acronym")
            return NameReading(Shape.KNOWN, words, key, known=known)
        return NameReading(Shape.ACRONYM, words, key)
    single = singular(key)
    if single != key and (single in gazetteer.persons or single in gazetteer.words.community):
        return NameReading(Shape.GROUP, words, key)
    common = is_office(key, gazetteer) or key in gazetteer.words.community
    if common and key not in gazetteer.surnames and key not in gazetteer.first_names:
        return NameReading(Shape.ROLE, words, key, titles=(key,))
    _, hyphen, tail = word.partition("-")
    if hyphen and tail.islower() and tail.endswith(_PARTICIPLES):
        return NameReading(Shape.ROLE, words, key)
    return NameReading(Shape.SINGLE, words, key)


def _participle_end(words: Words, size: int) -> int:
    """Where the name begins behind "South Korean-born"; 0 if there is nothing of the kind."""
    for i in range(size - 1):
        _, hyphen, tail = words[i].partition("-")
        if hyphen and tail.islower() and tail.endswith(_PARTICIPLES):
            return i + 1
    return 0


def _is_first(key: str, word: str, gazetteer: Gazetteer) -> bool:
    if key in gazetteer.first_names:
        return True
    initials = key.isalpha() and len(key) <= 2 and word.endswith(".")
    return initials or ("-" in key and key.partition("-")[0] in gazetteer.first_names)


def _titles_end(keys: list[str], size: int, gazetteer: Gazetteer) -> int:
    """Where the name begins behind the titles; the size if there are titles alone."""
    named = keys[0] in gazetteer.first_names and keys[0] not in gazetteer.named
    if is_title(keys[size - 1], gazetteer) and not named:
        if keys[size - 2] in gazetteer.first_names and not is_office(keys[size - 1], gazetteer):
            pass
        elif (
            keys[size - 1] not in gazetteer.surnames
            or (size > 2 and keys[size - 1] in gazetteer.words.office)
            or (keys[size - 2] not in gazetteer.first_names and not is_title(keys[size - 2], gazetteer))
        ):
            return size
    for i in range(size - 2, -1, -1):
        key = keys[i]
        if is_office(key, gazetteer):
            return i + 1
        if key in gazetteer.persons and not named and (i > 0 or key not in gazetteer.first_names):
            # No office, so a title only before what looks like a name: not in "Fossil Fuel Treaty".
            rest = keys[i + 1 : size]
            return i + 1 if rest[0] in gazetteer.first_names or surname_leads(rest, gazetteer) else 0
    return 0


def _epithets(keys: list[str], gazetteer: Gazetteer) -> int:
    """How many words before the name tell a nation or a party: "South African Nelson Mandela" has two."""
    for length in (3, 2, 1):
        if len(keys) - length < 2:
            continue
        lead = " ".join(keys[:length])
        foreign = lead in gazetteer.demonyms or (
            lead in gazetteer.named and keys[0] not in gazetteer.first_names
        )
        if foreign and keys[length] in gazetteer.first_names:
            return length
    return 0
