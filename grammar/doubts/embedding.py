"""Clauses that only describe: "themes that they hope to sell", "what they want", "they made him tell it"."""

from __future__ import annotations

import re

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, TOKEN_CLASSES, expand
from grammar.cascade.analysis import Analysis
from grammar.claim import Type
from grammar.doubts.vocabulary import PLAIN, RELATIVE, WORDS, near
from grammar.slots.attribution import UNDERSTOOD, Attribution

_PARTICIPLES = frozenset(("adding_that", "telling", "praising"))
_BY_PARTICIPLE = _PARTICIPLES | {"saying_first", "praising_first"}
_NAME, _TO = TOKEN_CLASSES["Name"], TOKEN_CLASSES["To"]
_THAT, _QUESTION, _GROUP, _VERB = (CHUNKS[name] for name in ("That", "Question", "Group", "Verb"))
_INQUIRING = frozenset((CHUNKS["Question"], CHUNKS["Relative"]))
_DETERMINERS = frozenset(TOKEN_CLASSES[name] for name in ("Det", "Poss", "Quant", "Name"))
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
_COUNTED = frozenset((TOKEN_CLASSES["Num"], TOKEN_CLASSES["Quant"]))
_NAMED = frozenset((TOKEN_CLASSES["Name"], TOKEN_CLASSES["Plural"]))
_RELATED, _FOR = CHUNKS["Relative"], CHUNKS["For"]
_PRESENT = frozenset(TOKEN_CLASSES[name] for name in ("CueBase", "CueThird", "NounBase", "NounThird"))
_BEING = frozenset(("is", "are", "am"))
_RELATING = frozenset((_THAT, _RELATED))
_APPOSING = frozenset(CHUNKS[name] for name in ("Comma", "Verb", "Dash"))
_AS = CHUNKS["As"]
_SPEAKING = frozenset(CHUNKS[name] for name in ("Judge", "SayThat", "SayQuote", "Tell"))
_SUBORDINATE = frozenset(CHUNKS[name] for name in ("As", "Verb", "Bare"))
_NOUN_LIKE = frozenset(TOKEN_CLASSES[name] for name in ("NounThird", "NounBase"))
_OPENING = frozenset(
    CHUNKS[name] for name in ("That", "Relative", "Question", "Comma", "And", "But", "As", "SayThat")
)
_GAPS = frozenset(("gap", "gap-as", "naming"))
_LISTED = re.compile(
    expand("<Prep>(?:<Group|Doing|SayingTo|Of|In|For|To|Against>++<Comma|And>{1,2}){1,6}+\\Z", CHUNK_NAMES)
)
_GUESSED = 9  # words in front of a source within which a sign of it is denied
_LISTING = frozenset((CHUNKS["Comma"], CHUNKS["And"]))
_LONGEST_LIST = 30  # chunks
_BASES = frozenset((TOKEN_CLASSES["CueBase"], TOKEN_CLASSES["NounBase"]))


def is_embedded(analysis: Analysis, found: Attribution, outer: Attribution | None) -> bool:
    """The themes that they hope to sell; the things he wants; what they want to do."""
    if not found.source_chunks or found.rule in RELATIVE or found.licence is None:
        return False
    codes, (first, _), words = analysis.codes, found.source_chunks, analysis.tokens.words
    if _is_owed(analysis, found.source_chunks[1] - 1) or _is_unshown(analysis, found.source[0][0]):
        return True
    before, further = codes[first - 1 : first], codes[first - 2 : first - 1]
    if found.licence.complement == "gap-object":
        antecedent = (
            first - 1 - (before in _RELATING)
        )  # a plan that critics reject; but: ..., a charge they deny
        return before != _RELATED and codes[antecedent - 1 : antecedent] not in _APPOSING
    firm = outer is not None or found.licence.sense.type is Type.EVENTUALITY
    if outer and found.rule in _BY_PARTICIPLE:
        return True  # whose subject is the outer claim's or the inner one's, nobody can tell
    if found.rule in UNDERSTOOD:
        if found.rule in _PARTICIPLES and (
            _is_example(analysis, found.cue_chunk) or words[found.cue[0][0] - 1].lower() == "than"
        ):
            return True  # (it should invest,) rather than praising itself
        behind = found.source_chunks[1]
        if behind == found.cue_chunk or (codes[behind] == _FOR and found.cue_chunk - behind <= 2):
            return False  # (they saw) a letter saying; they suspended Lee for (allegedly) saying so
        if before == _AS and codes[behind] in _SPEAKING and not firm:
            return False  # (it came) as the mayor defended the plan, saying
        between = codes[behind + 1 : found.cue_chunk]
        if found.licence.lemma in WORDS["wish"] and _RELATED in between:
            return True  # it serves those who sail and want to race
        cleft = (
            further and words[analysis.begins[first - 2]].lower() == "it"
        )  # it was | Lee | who rose, saying
        return (before in _SUBORDINATE and not cleft) or (
            firm and before == _QUESTION and found.rule in _PARTICIPLES
        )
    if outer and any(begin == found.source[0][0] for begin, _ in outer.content):
        return False
    if before in _INQUIRING and words[found.source[0][0] - 1].lower() in WORDS["gap"]:
        if found.licence.complement == "that" and words[found.source[0][0] - 1].lower() == "what":
            return True  # so ashamed of what he was writing that he stopped
        unfilled = before == _QUESTION or found.licence.complement == "infinitive"
        return unfilled and found.licence.sense.type is Type.EVENTUALITY  # what they want to do
    if before == _THAT:
        if found.licence.complement in _GAPS or further in _DEMONSTRATIVE:
            return False  # a move that they said would help; that person said
        if not outer:
            before_that = near(analysis, found.source[0][0] - 1)
            if not before_that.isdisjoint(WORDS["result"] | WORDS["time"]):
                return False  # so narrow that they believe; on the day that they said
            return firm or further != _VERB  # the point is that they said so
        opening = analysis.begins[first - 1]
        return all(begin != opening for begin, _ in outer.content) and further not in _JOINED
    if found.rule not in PLAIN:
        return False
    word = words[found.source[0][0] - 1].lower()
    if before == _QUESTION and word in WORDS["whenever"]:
        stated = not outer and found.licence.sense.type is Type.ASSERTION
        return not stated and _is_present(analysis, found)
    if not firm or analysis.units.codes[analysis.chunks.edges[found.licence.first]] == _TO:
        return False  # leaving many to question it
    if word in WORDS["time"]:
        return False  # this time she praised
    if before in _PREPOSITIONS:  # but: about half said
        counted = analysis.units.codes[analysis.chunks.edges[first]] in _COUNTED
        return not counted and word not in WORDS["clausal"]
    return before in _GOVERNING and not _is_split(analysis, first)


def _is_unshown(analysis: Analysis, source: int) -> bool:
    """That suggests | she believes it; has given no sign that | he wants it: a guess, or denied."""
    before = analysis.tokens.lower[max(source - _GUESSED, 0) : source]
    if before[-1:] == ["that"]:
        if before[-2:-1] and before[-2] in WORDS["sign"]:
            return not WORDS["unshown"].isdisjoint(before)
        before = before[:-1]
    return len(before) > 1 and before[-1] in WORDS["suggesting"] and before[-2] in WORDS["pointing"]


def _is_example(analysis: Analysis, cue: int) -> bool:
    """(They were charged with crimes,) including spying, | insulting the founder: one of the things named."""
    if analysis.codes[cue - 1 : cue] not in _LISTING:
        return False
    listed = _LISTED.search(analysis.codes, max(cue - _LONGEST_LIST, 0), cue)
    if listed is None or analysis.tokens.lower[analysis.begins[listed.start()]] != "including":
        return False
    item = analysis.units.codes[analysis.chunks.edges[cue - 1] - 1]
    return item != _NAME  # (she met friends,) including Lee, praising the deal


def _is_present(analysis: Analysis, found: Attribution) -> bool:
    """(When) they hope so, (whenever) she is nervous about it: a habit."""
    assert found.licence is not None
    cue = analysis.chunks.edges[found.licence.first + 1] - 1
    if found.rule == "confident":
        return analysis.tokens.words[found.cue[0][0]].lower() in _BEING
    return analysis.units.codes[cue] in _PRESENT


def is_noun(analysis: Analysis, found: Attribution) -> bool:
    """Tell "Tory plans to cut tax | are bold" from "she plans to cut tax": a noun with its infinitive."""
    assert found.licence is not None
    edges, cue = analysis.chunks.edges, found.cue_chunk
    if found.licence.complement != "infinitive" or not found.content:
        return False
    if analysis.units.codes[edges[cue + 1] - 1] not in _NOUN_LIKE:
        return False
    last, chunk = max(end for _, end in found.content), cue + 1
    while chunk < len(analysis.codes) and analysis.begins[chunk] < last:
        if analysis.codes[chunk] == _VERB and analysis.codes[chunk - 1] == _GROUP:
            return True
        if analysis.codes[chunk] in _OPENING:
            return False
        chunk += 1
    return False


def is_caused(analysis: Analysis, found: Attribution) -> bool:
    """They made him reveal it; it helps us know: he has not, of his own."""
    first, edges = found.source[0][0], analysis.chunks.edges
    return (
        analysis.tokens.lower[first - 1] in WORDS["causative"]
        and analysis.units.codes[edges[found.cue_chunk + 1] - 1] in _BASES
        and edges[found.cue_chunk + 1] - edges[found.cue_chunk] == 1
    )


def _is_split(analysis: Analysis, chunk: int) -> bool:
    """US | critics praised it: a name that the chunker has cut in two."""
    last = analysis.chunks.edges[chunk]
    return (
        analysis.codes[chunk - 1] == _GROUP
        and analysis.codes[chunk] == _GROUP
        and analysis.units.codes[last - 1] == _NAME
        and analysis.units.codes[last] not in _DETERMINERS
    )


def _is_owed(analysis: Analysis, chunk: int) -> bool:
    """(Part of) the 9m euros | ministers hope to save: who speaks stands behind what the clause is about."""
    units, edges = analysis.units, analysis.chunks.edges
    for at in range(edges[chunk], edges[chunk + 1] - 1):
        if units.codes[at] in _COUNTED and analysis.tokens.words[units.first[at]][0] in "$£€¥":
            return set(units.codes[at + 1 : edges[chunk + 1]]) <= _NAMED
    return False
