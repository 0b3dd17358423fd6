"""Names of several runs: "Department of Justice", "Food and Drug Administration", John "Tig" Doe."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from grammar.actors.lists.gazetteer import Gazetteer
from grammar.actors.lists.names import fold, phrase
from grammar.actors.lists.roles import QUOTATION_MARKS
from grammar.lexicon.inflection import singular

Run = tuple[int, int]
"""A half-open range of tokens."""

# A longer run of capitals is a headline or a list without commas, no name; the cap keeps time in line.
LONGEST: Final = 10

_LINK: Final = 2  # words between two halves of a name
_MATTER: Final = 3  # words of "Rural Affairs"
_LISTING: Final = frozenset((",", "and", "&"))
_LINKING: Final = frozenset(("of", "for", "on"))
_APOSTROPHES: Final = frozenset(("'", "’", "'s", "’s"))
_ONE_SERVICE: Final = frozenset((("fire", "rescue"), ("search", "rescue"), ("police", "fire")))


def composed(words: Sequence[str], runs: list[Run], gazetteer: Gazetteer) -> list[Run]:
    """The runs of a text in their order, those put together that are one name."""
    found: list[Run] = []
    going_on, taken = gazetteer.agencies.going_on, 0
    for first, last in runs:
        if first < taken:
            continue
        begun = going_on.get(words[first])
        if begun is not None and (end := _listed_end(words, first, begun)) > last:
            taken = end
            found.append((first, end))
            continue
        begin = first
        if len(found) > 1 and found[-1][1] + 1 == first and _is_nickname(words, found[-2], found[-1]):
            found.pop()
            begin = found.pop()[0]
        if found and (end := _matter_end(words, found[-1], (begin, last), gazetteer)) > begin:
            found[-1] = (found[-1][0], end)
            begin = end
        while found and begin - found[-1][1] <= _LINK and _belong(words, found[-1], (begin, last), gazetteer):
            begin = found.pop()[0]
        if begin < last:
            found.append((begin, last))
    return found


def _listed_end(words: Sequence[str], first: int, begun: dict[str, list[tuple[str, ...]]]) -> int:
    """Where the listed name ends that begins here, as "HM Revenue and Customs"; 0 if none does."""
    for name in begun.get("".join(map(fold, words[first + 1 : first + 2])), ()):
        if tuple(map(fold, words[first : first + len(name)])) == name:
            return first + len(name)
    return 0


def _matter_end(words: Sequence[str], left: Run, right: Run, gazetteer: Gazetteer) -> int:
    """Where a run ends that adds a matter to a body's name, or 0: the Ministry of Trade, Food | and Mines.

    What stands behind it is a name of its own, but no office: the Ministry of Trade, Food Minister Ann Lee.
    """
    matters = gazetteer.portfolios
    listed = right[0] == left[1] + 1 and words[left[1]] in _LISTING and fold(words[left[1] - 1]) in matters
    if not listed or _LINKING.isdisjoint(words[left[0] : left[1]]):
        return 0
    ends = range(min(right[0] + _MATTER, right[1]), right[0], -1)
    end = next((at for at in ends if fold(words[at - 1]) in matters), 0)
    held = end < right[1] and singular(fold(words[end])) in gazetteer.persons
    return 0 if held else end


def _is_nickname(words: Sequence[str], left: Run, middle: Run) -> bool:
    """Whether a run is a nickname behind the first half of a name: John "Tig" Doe."""
    return (
        middle[0] == left[1] + 1
        and words[left[1]] in QUOTATION_MARKS
        and words[middle[1]] in QUOTATION_MARKS
        and middle[1] - middle[0] == 1
    )


def _belong(words: Sequence[str], left: Run, right: Run, gazetteer: Gazetteer) -> bool:
    """Whether two runs are one name, by the word that links them and those at their ends."""
    gap = right[0] - left[1]
    if gap < 1 or right[1] - left[0] > LONGEST or (gap == _LINK and words[left[1] + 1] != "the"):
        return False
    link, lead = words[left[1]], words[left[0] : left[1]]
    head, tail = fold(lead[-1]), fold(words[right[1] - 1])
    if link in _APOSTROPHES:
        return gap == 1 and _is_of_people(head, tail, gazetteer)
    if link == "&":
        return gap == 1
    if link == "of":
        return _is_headed(lead, head, gazetteer)
    if link == "for":
        known = head in gazetteer.heads or singular(head) in gazetteer.heads
        return known and phrase(lead) not in gazetteer.named
    if link == "on":
        return head in gazetteer.words.learned
    if link != "and":
        return False
    one_service = (head, fold(words[right[0]])) in _ONE_SERVICE
    return one_service or (gap == 1 and _is_coordinated(lead, head, tail, gazetteer))


def _is_of_people(owner: str, tail: str, gazetteer: Gazetteer) -> bool:
    """The People's Party, the Teachers' Union."""
    several = owner in gazetteer.words.people or singular(owner) in gazetteer.persons
    return several and tail in gazetteer.groups


def _is_headed(lead: Sequence[str], head: str, gazetteer: Gazetteer) -> bool:
    """Department | of Justice, Joint Chiefs | of Staff; but: a body that a list knows by its name alone."""
    if len(lead) > 1 and singular(head) != head and singular(head) in gazetteer.persons:
        return True
    return head in gazetteer.groups and phrase(lead) not in gazetteer.named


def _is_coordinated(lead: Sequence[str], head: str, tail: str, gazetteer: Gazetteer) -> bool:
    """Food | and Drug Administration; but: the Bank | and Treasury, Lee | and Roy University."""
    if head in gazetteer.groups:
        return False
    if tail in gazetteer.words.second_half:
        return not _LINKING.isdisjoint(lead)
    if tail not in gazetteer.heads:
        return False
    names = {fold(word) for word in lead}
    return (
        not names & gazetteer.surnames
        and names.isdisjoint(gazetteer.first_names)
        and phrase(lead) not in gazetteer.named
        and phrase(lead) not in gazetteer.demonyms
    )
