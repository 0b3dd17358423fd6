"""What belongs to a content behind the place where its frame ended: "between him | and Lee", "| a day"."""

from __future__ import annotations

from itertools import pairwise

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.slots.ends import clauses
from grammar.slots.ends.stops import PAUSED, pause
from grammar.slots.syntax.bounds import CONNECTIVES

_COMMA, _AND = CHUNKS["Comma"], CHUNKS["And"]
_BUT = _COMMA + CHUNKS["But"]
_NAME = TOKEN_CLASSES["Name"]
_PREPOSITION, _GROUP = CHUNKS["Prep"], CHUNKS["Group"]
_GOVERNED = _PREPOSITION + _GROUP
_GOVERNED_AND = _GOVERNED + _AND
_BARE = CHUNKS["Bare"]
_NEVER_FINITE = frozenset(("not", "been", "be"))
_CAUSATIVE = frozenset(("help", "helping", "make", "making", "let", "letting"))
_LETTING = frozenset(("let", "letting", "lets", "make", "making", "help", "helping"))
_CAUSED = frozenset((CHUNKS["Group"], CHUNKS["Objective"]))
_CAUSED_WITHIN = _CAUSED | {CHUNKS["Of"], CHUNKS["And"]}
_ACTS = frozenset((CHUNKS["Verb"], CHUNKS["Bare"], CHUNKS["Judge"], CHUNKS["SayThat"]))
_BEYOND = PAUSED | {
    CHUNKS[name]
    for name in ("Verb", "Said", "SayThat", "SayQuote", "Tell", "Judge", "Post", "SaidBy", "SaidTo",
                 "And", "But", "Question", "Relative", "QuoteComma")
}  # fmt: skip
_UNCHANGED = frozenset(("set", "put", "cut", "hit", "shut", "run", "come", "become", "spread"))
_UNINFLECTED = frozenset(TOKEN_CLASSES[name] for name in ("CueBase", "NounBase", "VerbBase"))
_PLACING, _LIMITING = CONNECTIVES["placing"], CONNECTIVES["limiting"]
_CLAUSAL, _INDEFINITE = frozenset(("after", "before", "until")), frozenset(("a", "an"))
_VERB, _AUXILIARY = CHUNKS["Verb"], frozenset(("being", "having"))
_AND_VERB = _AND + _VERB
# not only, not just; within how many words in front of "but"
_MERELY, _CORRELATED = frozenset(("only", "just", "merely", "simply")), 24
_NOT = frozenset(("not", "n't"))
_UNFINITE = frozenset(CHUNKS[name] for name in ("Doing", "ToDo", "SayingTo", "SayingThat"))
_REPEATED = frozenset(CHUNKS[name] for name in ("By", "For", "To", "In", "With", "Of"))
_BEHIND_BEING = frozenset(
    CHUNKS[name]
    for name in (
        "Group",
        "Objective",
        "Of",
        "In",
        "By",
        "To",
        "For",
        "With",
        "Prep",
        "Against",
        "Where",
        "ToDo",
    )
)


def of_correlative(analysis: Analysis, first: int, last: int) -> int:
    """Said that not only had it failed | , but it had cost millions; is to go | , but not before May.

    So does "not by Lund | , but by Holm", and "as being old | , but also being safe".
    """
    codes, lower, begins = analysis.codes, analysis.tokens.lower, analysis.begins
    if codes[last : last + 2] != _BUT:
        return last
    start, at = begins[first], begins[last + 1] + 1
    if lower[at] == "not" and not _LIMITING.isdisjoint(lower[at : at + 2]):
        return pause(codes, last + 2, last)
    doing = codes[last + 2 : last + 3] in _UNFINITE or lower[at + 1].endswith("ing")
    if lower[at] == "also" and doing:
        return pause(codes, last + 2, last)
    said = lower[max(start, begins[last] - _CORRELATED) : begins[last]]
    paired = any(word == "not" and more in _MERELY for word, more in pairwise(said))
    repeated = codes[last + 2 : last + 3] in _REPEATED and lower[at] in said and not _NOT.isdisjoint(said)
    return pause(codes, last + 2, last) if paired or repeated else last


def of_pair(analysis: Analysis, first: int, last: int) -> int:
    """(Said) a rift between himself | and Lee was harming them: what "and" joins is one phrase."""
    codes = analysis.codes
    if codes[last : last + 1] != _AND or last - first <= 2:
        return last
    between = analysis.tokens.words[analysis.begins[last - 2]].lower() == "between"
    return pause(codes, last, last) if between else last


def of_clause(analysis: Analysis, first: int, last: int) -> int:
    """(Warned of delays) after a van | and a bus met on a bridge: "and" joins what the clause is about.

    The article tells: "after the storm and the mayor left" parts two clauses.
    """
    codes, lower, begins = analysis.codes, analysis.tokens.lower, analysis.begins
    if codes[last - 2 : last + 1] != _GOVERNED_AND or last - first <= 2:
        return last
    if lower[begins[last - 2]] not in _CLAUSAL or lower[begins[last - 1]] not in _INDEFINITE:
        return last
    if _NAME in analysis.letters(last + 1):
        return last  # hopes to play after a rest | and Lund expects it
    return pause(codes, last + 1, last)


def of_joined(analysis: Analysis, cue: int, first: int, last: int) -> int:
    """What "and" joins to a verb of the content: feared it would hurt trade | and lead to losses.

    A bare form is no verb of one who "feared", nor are "not liked" and "been late" verbs of anybody; to help
    the town | and the board agree is one thing. The article tells: "they like the plan and live in Aune" has
    two verbs of theirs.
    """
    codes = analysis.codes
    if codes[last : last + 1] != _AND:
        return last
    if last - 2 >= first and analysis.tokens.lower[analysis.ends[last - 2] - 1] in _CAUSATIVE:
        more = clauses.AND_THEY.match(codes, last)
        if more:
            return more.end()
    more = clauses.AND_VERB.match(codes, last)
    if more is None:
        return last
    verb = more.start(1)
    if analysis.tokens.lower[analysis.begins[verb]] in _NEVER_FINITE:
        return more.end()
    bare = codes[verb] == _BARE and cue >= 0 and analysis.letters(cue)[-1:] not in _UNINFLECTED
    return more.end() if bare else last


def of_caused(analysis: Analysis, first: int, last: int) -> int:
    """(His proposal) to let the mills | sell flour: behind whom one lets, a verb is what he is to do."""
    codes, units = analysis.codes, analysis.units.codes
    if codes[last : last + 1] not in _ACTS or codes[last - 1 : last] not in _CAUSED:
        return last
    edges = analysis.chunks.edges
    at = last - 1
    while at > first and codes[at - 1] in _CAUSED_WITHIN:
        at -= 1
    caused = at > 0 and analysis.tokens.lower[analysis.ends[at - 1] - 1] in _LETTING
    base = edges[last + 1] - edges[last] == 1 and units[edges[last]] in _UNINFLECTED
    base = base or analysis.tokens.lower[analysis.begins[last]] in _UNCHANGED
    if not (caused and base):
        return last
    end = last + 1
    while end < len(codes) and codes[end] not in _BEYOND:
        end += 1
    return last if codes[end : end + 1] == _AND else end  # the proposal to make firms | stay or pay


def of_gerund(analysis: Analysis, first: int, last: int) -> int:
    """Accused him of having left | and being late: what "and" joins to one form in "-ing" is another."""
    codes, lower = analysis.codes, analysis.tokens.lower
    if codes[last : last + 2] != _AND_VERB or lower[analysis.begins[last + 1]] not in _AUXILIARY:
        return last
    joined = any(lower[analysis.begins[at]].endswith("ing") for at in range(first, last))
    return pause(codes, last, last) if joined else last


def of_being(analysis: Analysis, last: int) -> int:
    """(Complaints about) seeds | being sold and boars being shot | have grown: what is done to a thing."""
    codes, lower, begins = analysis.codes, analysis.tokens.lower, analysis.begins
    while codes[last : last + 1] == _VERB and lower[begins[last]] == "being":
        last += 1
        while codes[last : last + 1] in _BEHIND_BEING:
            last += 1
        another = codes[last : last + 3] == _AND + _GROUP + _VERB
        last += 2 * (another and lower[begins[last + 2]] == "being")
    return last


def of_place(analysis: Analysis, last: int) -> int:
    """(A petition calling on him to be banned) | from the park (has reached him): no clause begins there."""
    codes = analysis.codes
    if codes[last : last + 2] != _GOVERNED or (analysis.tokens.lower[analysis.begins[last]] not in _PLACING):
        return last
    last += 2
    picked = clauses.PICKED.match(codes, last)  # a purse from a clerk | killed in the fire
    return picked.end() if picked else last


def of_threat(analysis: Analysis, last: int) -> int:
    """(Said) it must pay | , or it would close."""
    codes = analysis.codes
    joined = codes[last : last + 2] == _COMMA + _AND
    if joined and analysis.tokens.words[analysis.begins[last + 1]] == "or":
        return pause(codes, last + 2, last)
    return last
