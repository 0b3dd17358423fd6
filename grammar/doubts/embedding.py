"""Clauses that only describe: "themes that they hope to sell", "what they want", "the things he wants"."""

from __future__ import annotations

from bisect import bisect_left

from grammar.cascade.alphabet import CHUNKS, COUNTS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.families import FIRST, FOLLOWING, PARTICIPLES, RELATIVE, UNDERSTOOD
from grammar.claim import Type
from grammar.doubts.verbals import shares_clause_subject
from grammar.doubts.vocabulary import BARE_CLAUSE, INQUIRING, WORDS, near
from grammar.slots.attribution import Attribution
from grammar.slots.syntax.bounds import ENDS
from grammar.slots.syntax.counts import is_number

_BY_PARTICIPLE = PARTICIPLES | FIRST
_TO = TOKEN_CLASSES["To"]
_THAT, _QUESTION, _VERB = (CHUNKS[name] for name in ("That", "Question", "Verb"))
# behind these, "that" points at a thing: Of that report; ... left. That report said
_DEMONSTRATIVE = frozenset(
    CHUNKS[name]
    for name in ("Stop", "Break", "Of", "In", "By", "With", "For", "About", "Against", "Prep", "QuoteStop")
) | {""}
_JOINED = frozenset(CHUNKS[name] for name in ("And", "But", "Comma", "Dash"))
# behind these a noun group is no subject: it is the verb's object, or begins a clause that describes another
_GOVERNING = frozenset(
    CHUNKS[name]
    for name in ("Verb", "Bare", "Judge", "Done", "Doing", "ToDo", "ToSay", "SayingTo", "Group", "Objective")
)
_PREPOSITIONS = frozenset(
    CHUNKS[name] for name in ("Of", "To", "For", "About", "Against", "With", "By", "In", "Prep")
)
_SETTINGS, _SIZE = frozenset(CHUNKS[name] + CHUNKS["Group"] * 2 for name in ("In", "Against")), 2
_RELATED = CHUNKS["Relative"]
_PRESENT = frozenset(TOKEN_CLASSES[name] for name in ("CueBase", "CueThird", "NounBase", "NounThird"))
_BEING = frozenset(("is", "are", "am"))
_RELATING = frozenset((_THAT, _RELATED))
_APPOSING = frozenset(CHUNKS[name] for name in ("Comma", "Verb", "Dash"))
_LACKING = frozenset(("about", "of", "with", "by", "for", "in"))
_GAPS = frozenset(("gap", "gap-as", "naming"))
_MEANT = frozenset(CHUNKS[name] for name in ("Group", "Objective", "Pronoun", "Comma", "Dash", "And")) - {""}
_TOPICAL = frozenset(("about", "of", "on", "over", "explaining"))
# it was | on Monday | at a meeting of the guild | that
_SETTING = frozenset(CHUNKS[name] for name in ("When", "Where", "In", "Prep", "Against", "About"))
_SET_OUT = _SETTING | {CHUNKS[name] for name in ("Group", "Of", "With", "To", "By", "Adverb")}
_CLEFT, _WAS = 9, frozenset(("was", "is"))
_MEASURED = WORDS["result"] | WORDS["time"]
_GROUP_THAT = CHUNKS["Group"] + _THAT
_HOW_TO = ["how", "to"]
_GUESSED = 9  # words in front of a source within which a sign of it is denied


def is_embedded(analysis: Analysis, found: Attribution, outer: Attribution | None) -> bool:
    """The themes that they hope to sell; the things he wants; what they want to do.

    What stands before the one who speaks tells which kind of clause this is, and each kind its own signs.
    """
    if found.rule == "is_said_to":
        return outer is not None and _picks(analysis, found, outer)
    if not found.source_chunks or found.rule in RELATIVE:
        return False
    start, first, complement = found.source[0][0], found.source_chunks[0], found.licence.complement
    if _is_unshown(analysis, start):
        return True
    if complement == "gap-object":
        return _describes(analysis, first)
    if outer and found.rule in _BY_PARTICIPLE:
        return True  # whose subject is the outer claim's or the inner one's, nobody can tell
    firm = outer is not None or found.licence.sense.type is Type.EVENTUALITY
    if found.rule in UNDERSTOOD:
        return shares_clause_subject(analysis, found, firm=firm)
    if outer and _opens(outer, start):
        return False
    return (
        _is_manner(analysis, found)
        or _is_choice(analysis, found)
        or _is_in_clause(analysis, found, outer, firm=firm)
    )


def _picks(analysis: Analysis, found: Attribution, outer: Attribution) -> bool:
    """(He said) the years that | clerks are expected to stay are over; not: told crews that clerks are."""
    start = found.content[0][0]
    if start < 2 or analysis.tokens.lower[start - 1] != "that" or _opens(outer, start - 1):
        return False
    that = bisect_left(analysis.begins, start - 1)
    return analysis.codes[that - 1 : that + 1] == _GROUP_THAT


def _opens(outer: Attribution, token: int) -> bool:
    """Whether what another claim tells begins here."""
    return any(begin == token for begin, _ in outer.content)


def _is_in_clause(analysis: Analysis, found: Attribution, outer: Attribution | None, *, firm: bool) -> bool:
    """By what stands in front: "what", "that", or nothing that opens a clause."""
    assert found.source_chunks is not None
    first = found.source_chunks[0]
    before = analysis.codes[first - 1 : first]
    if before in INQUIRING and analysis.tokens.lower[found.source[0][0] - 1] in WORDS["gap"]:
        return _lacks_object(analysis, found)
    if before == _THAT:
        return _is_told_of(analysis, found, outer, firm=firm)
    return found.rule in FOLLOWING and _is_governed(analysis, found, outer, firm=firm)


def _is_manner(analysis: Analysis, found: Attribution) -> bool:
    """How they think | you spend your day lacks what it asks; what they want, how | they want it."""
    further, word = _two_before(analysis, found)
    if word != "how":
        return False
    topical = further in _TOPICAL  # (they spoke) about how they think it will go
    complement = found.licence.complement
    return (complement in BARE_CLAUSE and not topical) or (
        complement == "object" and found.licence.lemma in WORDS["wish"]
    )


def _is_choice(analysis: Analysis, found: Attribution) -> bool:
    """They decide who | they want to sing; but: the man who they said had left."""
    assert found.source_chunks is not None
    first, codes = found.source_chunks[0], analysis.codes
    if found.rule not in FOLLOWING or codes[first - 1 : first] not in INQUIRING:
        return False
    return _two_before(analysis, found)[1] in ("who", "whom") and codes[first - 2 : first - 1] not in _MEANT


def _lacks_object(analysis: Analysis, found: Attribution) -> bool:
    """What they want to do; what they worry about."""
    assert found.source_chunks is not None
    complement, word = found.licence.complement, _two_before(analysis, found)[1]
    if word == "what" and (complement in _LACKING or _is_how_to(analysis, found)):
        return True
    unfilled = analysis.codes[found.source_chunks[0] - 1] == _QUESTION or complement == "infinitive"
    return unfilled and found.licence.sense.type is Type.EVENTUALITY


def _is_how_to(analysis: Analysis, found: Attribution) -> bool:
    """(What she knows) how to do."""
    first = found.content[0][0] if found.content else 0
    return analysis.tokens.lower[first : first + 2] == _HOW_TO


def _two_before(analysis: Analysis, found: Attribution) -> tuple[str, str]:
    """The two words in front of who speaks; at the text's head whatever stands last in it."""
    start = found.source[0][0]
    return analysis.tokens.lower[start - 2], analysis.tokens.lower[start - 1]


def _describes(analysis: Analysis, first: int) -> bool:
    """A plan that critics reject, in one clause with what they reject; but: ..., a charge they deny."""
    codes = analysis.codes
    before = codes[first - 1 : first]
    antecedent = first - 1 - (before in _RELATING)
    return before != _RELATED and codes[antecedent - 1 : antecedent] not in _APPOSING


def _is_told_of(analysis: Analysis, found: Attribution, outer: Attribution | None, *, firm: bool) -> bool:
    """Themes that | they want; but: the point is that they said so, a move that they said would help."""
    assert found.source_chunks is not None
    first = found.source_chunks[0]
    further = analysis.codes[first - 2 : first - 1]
    if found.licence.complement in _GAPS or further in _DEMONSTRATIVE or _is_cleft(analysis, first - 1):
        return False  # that person said
    if outer:
        opening = analysis.begins[first - 1]
        return further not in _JOINED and not _opens(outer, opening)
    before_that = near(analysis, found.source[0][0] - 1)
    if not before_that.isdisjoint(_MEASURED):
        return False  # so narrow that they believe; on the day that they said
    return firm or further != _VERB


def _is_cleft(analysis: Analysis, that: int) -> bool:
    """It was in May that | they said so; it was three years ago that; not: it was the plan that they want."""
    codes, lower, begins = analysis.codes, analysis.tokens.lower, analysis.begins
    for at in range(that - 1, max(that - _CLEFT, 0), -1):
        if codes[at] == _VERB:
            dated = codes[at + 1] in _SETTING or lower[begins[that] - 1] == "ago"
            return dated and lower[begins[at]] in _WAS and lower[begins[at] - 1] == "it"
        if codes[at] not in _SET_OUT:
            return False
    return False


def _is_governed(analysis: Analysis, found: Attribution, outer: Attribution | None, *, firm: bool) -> bool:
    """The things | he wants; after | they vowed; whenever | they say so: a clause without a "that"."""
    assert found.source_chunks is not None
    first, edges, units = found.source_chunks[0], analysis.chunks.edges, analysis.units.codes
    before, word = analysis.codes[first - 1 : first], analysis.tokens.lower[found.source[0][0] - 1]
    if before == _QUESTION and word in WORDS["whenever"]:
        stated = not outer and found.licence.sense.type is Type.ASSERTION
        return not stated and _is_present(analysis, found)
    if word in WORDS["pending"] and _is_present(analysis, found):
        return True  # until the firm admits that it lied
    if not firm or units[edges[found.licence.first]] == _TO:
        return False  # leaving many to question it
    if word in WORDS["time"]:
        return False  # this time she praised
    if _is_set(analysis.codes, first):
        return found.content[0][0] < analysis.begins[found.licence.first]
    if before in _PREPOSITIONS:  # but: about half said
        begin = analysis.begins[first]
        counted = units[edges[first]] in COUNTS or (
            is_number(analysis, begin) and analysis.tokens.lower[begin] != "a"
        )
        return not counted and word not in WORDS["clausal"]
    return before in _GOVERNING


def _is_set(codes: str, first: int) -> bool:
    """Whether a sentence opens with where it was said: In the ruling | Lee rejected it."""
    return codes[first - 2 : first + 1] in _SETTINGS and (first == _SIZE or codes[first - 1 - _SIZE] in ENDS)


def _is_unshown(analysis: Analysis, source: int) -> bool:
    """That suggests | she believes it; has given no sign that | he wants it: a guess, or denied."""
    lower, end = analysis.tokens.lower, source
    if source > 0 and lower[source - 1] == "that":
        end -= 1
        if end > 0 and lower[end - 1] in WORDS["sign"]:
            return not WORDS["unshown"].isdisjoint(lower[max(source - _GUESSED, 0) : source])
    return end > 1 and lower[end - 1] in WORDS["suggesting"] and lower[end - 2] in WORDS["pointing"]


def _is_present(analysis: Analysis, found: Attribution) -> bool:
    """(When) they hope so, (whenever) she is nervous about it: a habit."""
    cue = analysis.chunks.edges[found.licence.first + 1] - 1
    if found.rule == "confident":
        return analysis.tokens.words[found.cue[0][0]].lower() in _BEING
    return analysis.units.codes[cue] in _PRESENT
