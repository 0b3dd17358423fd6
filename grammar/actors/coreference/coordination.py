"""The parts of a source: "both Russia and North Korea" has two, "South Korean and U.S. authorities" one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from grammar.actors.lists.gazetteer import Gazetteer
from grammar.actors.lists.names import fold, phrase
from grammar.lexicon.inflection import singular
from grammar.text.ranges import Range

_MOST: Final = 16
_FARTHEST: Final = 80
_COMMAS: Final = frozenset((",", ";"))
_ENDS: Final = frozenset((",", "(", "—", "–", "-", "--", ";"))
_AND: Final = frozenset(("and", "or", "&", "nor"))
_ANY_AND: Final = _AND.union(map(str.upper, _AND), map(str.capitalize, _AND))


def parts(
    words: list[str], first: int, last: int, inside: Callable[[int], bool], gazetteer: Gazetteer
) -> list[Range]:
    """The coordinated sources between two tokens, or the whole as one. ``inside`` tells tokens within a name.

    At most sixteen parts; what follows them is left out.
    """
    first, last = _trimmed(words, first, last)
    if first >= last:
        return []
    farthest = min(last, first + _FARTHEST)
    joints: list[int] = []
    if not _ANY_AND.isdisjoint(words[first:farthest]):
        joints = [i for i in range(first, farthest) if words[i] in _ANY_AND and not inside(i)]
    links = gazetteer.words.link
    if not joints or any(words[i] in links and not inside(i) for i in range(first, joints[0])):
        return [_without_apposition(words, first, last, inside)]
    pieces = _cut(words, (first, last), joints[-1], inside, gazetteer.words.appositive)
    pieces = [piece for piece in pieces if not _is_party(words[piece[0]])]
    pieces = _without_shared_person(words, pieces, gazetteer)
    shared = bool(pieces) and words[pieces[-1][1] - 1].islower()
    if shared and not all(_stands_alone(words, piece, inside, gazetteer) for piece in pieces[:-1]):
        return [(first, last)]
    return pieces[:_MOST]


def _trimmed(words: list[str], first: int, last: int) -> Range:
    """The words without marks at the ends, and without "both" or the like in front."""
    while first < last and (
        (words[first].lower() in ("both", "either", "neither") and words[first + 1 : first + 2] != ["of"])
        or not _speaks(words[first])
    ):
        first += 1
    while last > first and not _speaks(words[last - 1]):
        last -= 1
    return first, last


def _cut(
    words: list[str], whole: Range, joint: int, inside: Callable[[int], bool], openers: frozenset[str]
) -> list[Range]:
    """The pieces between commas and conjunctions up to the last joint, and what stands behind it.

    An apposition, which ``openers`` begin, belongs to no piece.
    """
    pieces: list[Range] = []
    begin, last = whole
    i = begin
    while i <= joint:
        if (words[i] in _ANY_AND or words[i] in _COMMAS) and not inside(i):
            if i > begin:
                pieces.append((begin, i))
            begin = i + 1
            if _apposition(words, i, last, openers) and not _names_body(words, i, joint, inside):
                i = begin = _apposition_end(words, i, last)
                if begin >= last:
                    break
                continue
        i += 1
    if begin < last:
        pieces.append(_without_apposition(words, begin, last, inside))
    return pieces


def _apposition(words: list[str], comma: int, last: int, openers: frozenset[str]) -> bool:
    """Tell whether this comma opens an apposition to a name: "Friedan, the feminist leader and author"."""
    if words[comma] != "," or comma + 1 >= last or not words[comma - 1][:1].isupper():
        return False
    word = words[comma + 1]
    return word in openers or (word.islower() and word not in _AND)


def _names_body(words: list[str], comma: int, joint: int, inside: Callable[[int], bool]) -> bool:
    """Tell whether a name with its article stands up to the next mark: ..., the Bank of Peru and ..."""
    if words[comma + 1] != "the":
        return False
    end = next((i for i in range(comma + 2, joint) if words[i] in _COMMAS and not inside(i)), joint)
    return end > comma + 3 and all(map(inside, range(comma + 2, end)))


def _apposition_end(words: list[str], comma: int, last: int) -> int:
    for i in range(comma + 1, last):
        if words[i] == ",":
            return i
    return last


def _without_shared_person(words: list[str], pieces: list[Range], gazetteer: Gazetteer) -> list[Range]:
    """Two nouns for one person made one again: "the Florida senator and presidential candidate"."""
    kept: list[Range] = []
    for piece in pieces:
        if (
            kept
            and words[kept[-1][1] - 1] in gazetteer.persons
            and words[piece[0]].lower() not in gazetteer.words.determiner
        ):
            word = words[piece[1] - 1]
            if word in gazetteer.persons or word[:1].isupper():
                kept[-1] = piece if word[:1].isupper() else kept[-1]
                continue
        kept.append(piece)
    return kept


def _is_party(word: str) -> bool:
    """R-Texas, D-Ill.: a party and a seat behind a name."""
    return word[1:2] == "-" and word[:1].isupper() and word[2:3].isupper()


def _speaks(word: str) -> bool:
    return word[:1].isalnum()


def _without_apposition(words: list[str], first: int, last: int, inside: Callable[[int], bool]) -> Range:
    for i in range(first + 1, last):
        if words[i] in _ENDS and not inside(i):
            return first, i
    return first, last


def _stands_alone(
    words: list[str], piece: Range, inside: Callable[[int], bool], gazetteer: Gazetteer
) -> bool:
    """Tell a source by itself from an adjective of the noun that follows ("state and federal officials")."""
    word = words[piece[1] - 1]
    if not inside(piece[1] - 1):
        word = word.lower()
    if word[:1].isupper():
        whole = phrase(words[piece[0] : piece[1]])
        short = "." in word and whole in gazetteer.named
        party = word in ("Republican", "Democratic", "Democrat")
        return not (piece[1] - piece[0] == 1 and (short or party))
    single = singular(word)
    return (
        word in gazetteer.words.people
        or single in gazetteer.persons
        or single in gazetteer.groups
        or fold(word) in gazetteer.words.document
        or word in ("he", "she", "they", "it", "others")
    )
