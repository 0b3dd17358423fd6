"""Where a source begins: a clause in front of its words, which the frame took for theirs, is none of them."""

from __future__ import annotations

import re

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, TOKEN_CLASSES, expand
from grammar.cascade.analysis import Analysis
from grammar.cascade.licence import Licence
from grammar.cascade.persons import PERSONS
from grammar.slots import antecedents, documents

ENDS = frozenset(CHUNKS[name] for name in ("Stop", "Break", "QuoteStop", "QuoteAsk"))
Range = tuple[int, int]
_THAT, _DONE, _ADJECTIVE, _NAME = CHUNKS["That"], CHUNKS["Done"], TOKEN_CLASSES["Adj"], TOKEN_CLASSES["Name"]
_PREPOSITION, _AS, _AND, _COMMA, _ADVERB, _OF, _BY = (
    CHUNKS[name] for name in ("Prep", "As", "And", "Comma", "Adverb", "Of", "By")
)
_LINKING = frozenset(CHUNKS[name] for name in ("Prep", "In", "Against", "About"))
_SET_PHRASES = frozenset(("part", "contrast", "comparison", "example", "instance", "hand"))
_LINKED = _LINKING | {CHUNKS["With"], CHUNKS["By"]}
_GOVERNING = frozenset(
    CHUNKS[name] for name in ("Verb", "Bare", "Said", "Judge", "Done", "Doing", "ToDo", "ToSay")
)
PREPOSITIONS = frozenset(
    CHUNKS[name] for name in ("To", "With", "By", "In", "Prep", "For", "About", "Against")
)
_RELATIVE = frozenset(("who_said", "who_told", "who_judged"))
_BEFORE_CUE = _RELATIVE | {"said_that", "said_quote", "told", "judged", "confident"}
_TWO_GROUPS = 2 * CHUNKS["Group"]
_JOINING = frozenset((_AND, _COMMA))
_PARTING = frozenset((_COMMA, CHUNKS["Dash"]))
_NOMINAL = frozenset((CHUNKS["Group"], CHUNKS["Pronoun"], CHUNKS["Objective"]))
RELATING = frozenset((CHUNKS["That"], CHUNKS["Relative"]))
_OF_DOING = CHUNKS["Of"] + CHUNKS["Doing"]
_ASIDES = frozenset(CHUNKS[name] for name in ("Dash", "Left"))
_MORE = frozenset(("more", "less", "fewer"))
_TO_GROUP = CHUNKS["To"] + CHUNKS["Group"]
_NO_VERB = frozenset(
    TOKEN_CLASSES[name] for name in ("Det", "Quant", "Poss", "Num", "Name", "Plural", "Year")
)
_LACKING = frozenset(("is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "may"))
# prepositions that open clauses as well
CLAUSAL = frozenset(("after", "before", "since", "until", "till", "than"))
_HONORIFICS = frozenset(("Mr", "Mrs", "Ms", "Dr", "Sir", "Mr.", "Mrs.", "Ms.", "Dr."))
_KINDS = ("Noun", "CueNoun", "CueNominal", "Ing", "CueIng", "Venue")
_COMMON = frozenset(TOKEN_CLASSES[name] for name in _KINDS)
_MADE = _COMMON | {TOKEN_CLASSES[name] for name in ("Num", "Right")}
_OWNED = frozenset(TOKEN_CLASSES[name] for name in ("Poss", "Name", "Det"))
_NOUN, _PLURAL, _NUM, _QUANT = (TOKEN_CLASSES[name] for name in ("Noun", "Plural", "Num", "Quant"))
_THING_NAMED = frozenset((_NOUN + _NAME, TOKEN_CLASSES["CueNoun"] + _NAME))
_IN, _GROUP, _AT, _FOR = (CHUNKS[name] for name in ("In", "Group", "Against", "For"))
_CLEFT = re.compile(
    expand("<Pronoun><Verb>(<Group>(?:<Of|For|In><Group>){0,3})<Comma>?<Relative|That>", CHUNK_NAMES)
)
# anybody | she met in | Paris (said)
_MET = re.compile(expand("<Group|Pronoun><Pronoun><Verb><In|Against|With|Prep|About>", CHUNK_NAMES))
_MEETING = 4  # its chunks
_CLAUSE = 14  # chunks
_SUBORDINATORS = frozenset(CHUNKS[name] for name in ("As", "Question", "But", "Because"))
_VERBAL = frozenset(CHUNKS[name] for name in ("Verb", "Judge", "ToDo", "SayThat"))
_NAMED_TWICE = 2 * (CHUNKS["Group"] + CHUNKS["Comma"])


def beginning(analysis: Analysis, rule: str, first: int, last: int) -> int:
    """Where the source's own clause begins: (gave up after) Lee said; (was too short and) some warned."""
    codes, edges, units = analysis.codes, analysis.chunks.edges, analysis.units.codes
    licence = analysis.licences.get(last)
    apposed = last - first == len(_TWO_GROUPS) or codes[last - 3] == _COMMA
    if licence and licence.complement == "gap" and codes[first:last].endswith(_TWO_GROUPS) and apposed:
        return last - 1  # (the memory) Lee says keeps returning; (a ban, a step) the union says will help
    who = rule in _RELATIVE and analysis.tokens.lower[analysis.ends[last - 1] - 1] == "who"
    agent = codes.rfind(_BY, first, last) if who else -1
    if agent > 0 and analysis.letters(agent - 1)[-1:] in _MADE:
        return agent + 1  # (carried a statement by) a spokesman, who said; (sued for 2m by) a viewer who
    if rule not in _BEFORE_CUE or not _ASIDES.isdisjoint(codes[first:last]):
        return first
    if rule not in _RELATIVE and first >= _MEETING and _MET.fullmatch(codes, first - _MEETING, first):
        return first - _MEETING
    if rule in _RELATIVE and documents.is_antecedent(analysis, last - 2):
        return last - 2  # (fined it after the end of) an inquiry that found
    words = analysis.tokens.words
    if rule in _RELATIVE and first > 1 and codes[last - 2] == _COMMA and _is_described(analysis, first):
        return first - 2  # (echoed by) Ann Dahl, | head of the mill, who (said)
    if rule in _RELATIVE and first:
        joined = codes.rfind(_AND, first, last)
        linked = codes.rfind(_PREPOSITION, first - 1, joined) if joined > 0 else -1
        if linked >= 0 and words[analysis.begins[linked]].lower() == "between":
            return joined + 1  # (a row between the firm and) its drivers, who (want)
        relative = words[analysis.ends[last - 1] - 1].lower()
        if relative == "which" and (
            antecedents.is_person(analysis, first)
            or (codes[first - 1] == _COMMA and edges[first + 1] - edges[first] == 1)
        ):
            near = last - 2 - (codes[last - 2] == _COMMA)
            return near if codes[near - 1] in (_OF, _AT, _FOR) else first  # (founder of) a firm, which
    if last - first > 2 and words[analysis.begins[last - 1]].lower() == "whose":
        return last - 1  # (the composer,) whose father predicted
    opening = first - (codes[first - 1 : first] == _ADVERB)  # (grew up) a lot and Lee (said)
    before, further = codes[opening - 1 : opening], codes[opening - 2 : opening - 1]
    governed = before in _GOVERNING or (before in PREPOSITIONS and further and further not in ENDS)
    common = words[analysis.begins[first]][1:].islower()  # no Wal-Mart
    bare = common and set(units[edges[first] : edges[first + 1]]) <= {_ADJECTIVE}
    link = codes[first + 1 : first + 2]
    joining = _JOINING if words[analysis.begins[first]].islower() else {_COMMA}  # Young and old (agree)
    opener = words[analysis.begins[last - 2]].lower() if last - first > 2 else ""
    counting = opener == "than" and words[analysis.begins[last - 2] - 1].lower() in _MORE  # more than 900
    if (
        codes[last - 2] == _PREPOSITION
        and opener in CLAUSAL
        and not counting
        and _COMMA not in codes[first:last]
    ):
        return last - 1  # (built by Lee, collapsed) after | each side (accused)
    if (
        bare
        and last - first > 2
        and (
            (link in joining and codes[last - 1] != _COMMA)
            or (link in PREPOSITIONS and _COMMA not in codes[first : last - 2])
        )
    ):
        return (
            first + 2
        )  # (was too) short and some, particularly the union, (warned); Overall, the bank (said)
    clausal = codes[first + 1] == _PREPOSITION and words[analysis.begins[first + 1]].lower() in CLAUSAL
    if clausal and codes[first + 2 : last] == _NAMED_TWICE:
        return first + 2  # (This came after) the mayor, Ann Lee, told
    comma = codes.find(_COMMA, first, last)
    if comma >= 0 and (rule not in _RELATIVE or comma < last - 2):
        enumerated = codes[last - 2] == _AND and codes[last - 1] in _NOMINAL and before in _VERBAL
        return comma + 1 if enumerated and _opens_subordinate(analysis, first) else first
    for at in range(last - 2, first, -1):
        word = words[analysis.begins[at]].lower()
        counting |= word == "than" and words[analysis.begins[at] - 1].lower() in _MORE
        if (codes[at] == _PREPOSITION and word in CLAUSAL and not counting) or (
            codes[at] in _LINKED
            and rule in _RELATIVE
            and antecedents.is_thing(analysis, first, last)
            and not (codes[at] == _IN and analysis.letters(at + 1)[-1:] == _NAME)  # a maker in Leeds who
        ):
            joined = codes.find(_AND, at, last - 1) if governed and word in CLAUSAL else -1
            return joined + 1 if joined > 0 and antecedents.is_apart(analysis, joined) else at + 1
    for at in range(first + 1, last - 1):
        if (
            codes[at] == _AS and words[analysis.begins[first] - 1] != "as" and _is_clausal(analysis, at)
        ):  # (gold at $4,000) an ounce as traders (bet)
            return at + 1
        if governed and (codes[at] == _AS or (codes[at] == _AND and rule not in _RELATIVE)):
            return at + 2 if codes[at + 1] == _THAT else at + 1
    return first


def is_aside(analysis: Analysis, first: int, last: int) -> bool:
    """Whether a preposition and one common noun stand between commas: ", on average,", ", for his part,"."""
    codes = analysis.codes
    if first < 1 or codes[first] != _COMMA or codes[last - 1] != _COMMA:
        return False
    if analysis.tokens.lower[analysis.ends[first + 2] - 1] in _SET_PHRASES:
        return True
    if codes[first + 1] not in _LINKING:
        return False
    noun = analysis.letters(first + 2)
    return len(noun) == 1 and noun != _NAME and codes[first + 2] in _NOMINAL


def _is_described(analysis: Analysis, first: int) -> bool:
    """Whether a noun for a person, in the singular and in small letters, stands behind a name and a comma."""
    codes, word = analysis.codes, analysis.tokens.words[analysis.ends[first] - 1]
    named = codes[first - 1] == _COMMA and analysis.letters(first - 2) == _NAME * len(
        analysis.letters(first - 2)
    )
    return named and codes[first - 2] in _NOMINAL and word in PERSONS


def _opens_subordinate(analysis: Analysis, chunk: int) -> bool:
    """Whether "as" or the like opens the sentence: As it bought a ship, | brokers and banks (said)."""
    codes, at = analysis.codes, chunk
    while at and codes[at - 1] not in ENDS and codes[at - 1] != _COMMA and chunk - at < _CLAUSE:
        at -= 1
    return codes[at] in _SUBORDINATORS and (not at or codes[at - 1] in ENDS)


def _is_clausal(analysis: Analysis, at: int) -> bool:
    """Tell "shares fell as Lee warned" from "his role as mayor", "such as": what follows is no bare noun."""
    first, last = analysis.chunks.edges[at + 1 : at + 3]
    bare = last - first == 1 and analysis.units.codes[first] in _COMMON
    words, begin = analysis.tokens.words, analysis.begins[at]
    return words[begin] == "as" and words[begin - 1] not in ("many", "much") and not bare


def subject(analysis: Analysis, first: int, last: int) -> tuple[int, int]:
    """A clause's subject: Ann Lee | carried a bag slung over her arm. No clause tells which name is meant."""
    named = analysis.letters(first)[-1:] == _NAME
    if analysis.tokens.lower[analysis.begins[first]] == "it":  # it was | Lee | who rose, saying
        cleft = _CLEFT.match(analysis.codes, first)
        return cleft.span(1) if cleft else (first, last)
    return (
        (first, first + 1) if named and analysis.codes[first + 1 : last].startswith(_DONE) else (first, last)
    )


def antecedent(analysis: Analysis, chunk: int) -> Range | None:
    """The chunks that a gap stands for: (a plan) that he said had failed, (the pier,) which she said is safe.

    ``chunk`` is where the speaker stands. Without a relative pronoun it is what stands right before: (a plan)
    he said had failed.
    """
    codes = analysis.codes
    if chunk < 1:
        return None
    at = chunk - 1
    if codes[at] in RELATING and at:
        at -= 1 + (codes[at - 1] in _PARTING)
    if at < 0 or codes[at] not in _NOMINAL:
        return None
    first = at
    if codes[at + 1] == _COMMA and codes[at - 1] in PREPOSITIONS and analysis.letters(at)[0] == _NUM:
        return None  # (a ban on filming) within 25 feet, which she says is too much
    if codes[at + 1] != _COMMA and analysis.letters(at)[-1:] == _NAME:  # no clause picks out one of a name
        while (
            first > 1 and codes[first - 1] in PREPOSITIONS | _JOINING | {_OF} and codes[first - 2] in _NOMINAL
        ):
            first -= 2
    if codes[first - 2 : first] == _OF_DOING:  # (accused of) bullying tactics, which it denies
        first -= 1
    return first, at + 1


def is_thing(analysis: Analysis, at: int) -> bool:
    """Whether no verb stands behind this "to": agreed | to | a truce; but: agreed to go."""
    thing = analysis.codes[at : at + 2] == _TO_GROUP
    return thing and analysis.units.codes[analysis.chunks.edges[at + 1]] in _NO_VERB


def is_named(analysis: Analysis, licence: Licence, chunks: Range | None) -> bool:
    """It fell, a move | they called odd, a figure | he described as high: what is named stands in front."""
    if chunks is None or licence.complement not in ("naming", "as"):
        return False
    return analysis.codes[max(chunks[0] - 2, 0) : chunks[0]] == _COMMA + _GROUP


def charge(analysis: Analysis, first: int, last: int) -> int:
    """Where the charge begins behind whoever brings it: (accused by) the Ministry of Works | of theft."""
    if analysis.codes[last : last + 1] == _OF:
        return last
    for at in range(last - 2, first, -1):
        if analysis.codes[at] == _OF and analysis.tokens.words[analysis.begins[at + 1]].islower():
            return at
    return last


def predicated(analysis: Analysis, first: int, last: int) -> int:
    """Where a source ends before what a "was" or "has" in front of it lacks: it was, says Lee, | a loss."""
    comma = analysis.codes.find(_COMMA, first, last)
    verb = analysis.begins[first - 1] - 2  # it was | , | according to
    return comma if comma > 0 and verb >= 0 and analysis.tokens.words[verb].lower() in _LACKING else last


def titled(analysis: Analysis, chunk: int, first: int) -> int:
    """(In) his speech | Mr Lee (said), (in) fact | Lee (said): behind a thing, a name opens a clause.

    A name without a title does so behind a bare noun after "in". "The unions meeting Mr Lee" is one group.
    """
    words, units = analysis.tokens.words, analysis.units
    begin, end = analysis.chunks.edges[chunk : chunk + 2]
    for at in range(begin + 1, end):
        if words[units.first[at]] in _HONORIFICS:
            thing = units.codes[at - 1] in _COMMON and words[units.first[at - 1]].lower() not in PERSONS
            opens = thing and units.codes[begin] in _OWNED and _PLURAL not in units.codes[begin:at]
            return units.first[at] if opens else first
    at = begin + (units.codes[begin] == _QUANT)  # in any case | Lee (said)
    if chunk and analysis.codes[chunk - 1] == _IN and units.codes[at : at + 2] in _THING_NAMED:
        return first if words[units.first[at]].lower() in PERSONS else units.first[at + 1]
    return first
