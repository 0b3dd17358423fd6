"""Words that make a claim hang on something: "if she thinks so", "by passing the bill they would help"."""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS
from grammar.cascade.analysis import Analysis
from grammar.cascade.families import FIRST, FOLLOWING, JOINED
from grammar.claim import Type
from grammar.doubts.vocabulary import WORDS
from grammar.slots.attribution import Attribution
from grammar.slots.syntax.bounds import ENDS

_BY = CHUNKS["By"]
_COMING = WORDS["possible"] | WORDS["future"]
_FINITE = frozenset(CHUNKS[name] for name in ("Verb", "Said", "SayThat", "Tell", "Judge", "Post", "Believes"))
_CLAUSE = 14  # chunks
_AGENT_BEHIND = "was_accused_by"  # its content stands in front
_SENTENCE = 60  # chunks in front within which a sentence's beginning is sought
_CONDITION = 16  # chunks of a condition in front of what "and" joins to it
_WHO = CHUNKS["Relative"]
_AND, _PAUSES = CHUNKS["And"], ENDS | {CHUNKS["Comma"], CHUNKS["QuoteComma"]}


def is_conditional(analysis: Analysis, found: Attribution, *, inside: bool) -> bool:
    """If she thinks so; as long as each wants it; so that parents can know; to ensure that people think."""
    words, lower = analysis.tokens.words, analysis.tokens.lower
    told = found.content if found.rule == _AGENT_BEHIND else found.source or found.content
    first = min(told or found.cue)[0]
    if found.rule == "adding_that" and found.licence.lemma == "assume":
        return True  # (it will grow,) assuming that it rains
    if first < 1:
        return False
    before, further = lower[first - 1], lower[first - 2] if first > 1 else ""
    if found.licence.sense.type is Type.ASSERTION:
        supposed = before in WORDS["supposing"] and further not in ("even", "as")
        supposed = supposed or (inside and before == "whether")  # (it turned on) whether she disclosed it
        if found.rule in JOINED:  # if Lee denies it and | repeats that it is late
            return supposed and _is_one_clause(analysis, found)
        return found.rule in FOLLOWING and (supposed or _is_also_supposed(analysis, found))
    if before == "that":
        return further in WORDS["purpose"] or not (found.source or inside)
    if words[first - 1] == "so" and further not in WORDS["pause"]:
        return True  # (cheap) so people think
    related = analysis.codes[found.cue_chunk - 1 : found.cue_chunk] == _WHO  # (won by) Lee, who is expected
    if not found.source and (before == "when" or (words[first - 1] in WORDS["governor"] and not related)):
        return True  # when he was expected to score; hooking up with MTV is expected
    return (
        (before in WORDS["condition"] and (inside or further != "even"))
        or (before == "as" and further in WORDS["length"])
        or (inside and found.rule in FOLLOWING and _is_also_supposed(analysis, found))
    )


def _is_one_clause(analysis: Analysis, found: Attribution) -> bool:
    """Whether no mark parts a cue from the subject that it shares."""
    if not found.source_chunks:
        return False
    return _PAUSES.isdisjoint(analysis.codes[found.source_chunks[1] : found.cue_chunk])


def _is_also_supposed(analysis: Analysis, found: Attribution) -> bool:
    """If you are the mayor and | a clerk says it is late: what "and" joins to a condition is one."""
    chunk = found.source_chunks[0] if found.source_chunks else 0
    lowest = chunk - _CONDITION
    if analysis.codes[chunk - 1 : chunk] != _AND:
        return False
    while chunk > max(lowest, 0) and analysis.codes[chunk - 1] not in _PAUSES:
        chunk -= 1
    return analysis.tokens.lower[analysis.begins[chunk]] == "if"


def is_inferred(analysis: Analysis, found: Attribution, *, promised: bool) -> bool:
    """If so, it suggests that they knew; (he said) unless it rains, they will back it: nobody has, so far."""
    words, first = analysis.tokens.words, found.source[0][0]
    if not promised and words[first].lower() not in WORDS["thing"]:
        return False
    chunk = found.source_chunks[0] if found.source_chunks else 0
    lowest = max(chunk - _SENTENCE, 0)
    while chunk > lowest and analysis.codes[chunk - 1] not in ENDS:
        chunk -= 1
    return words[analysis.begins[chunk]] in ("If", "Whether", "Unless")


def is_means(analysis: Analysis, found: Attribution) -> bool:
    """She can cause trouble by pushing for a vote; by passing the bill, they would help: nobody has yet."""
    codes, chunk = analysis.codes, found.cue_chunk
    if chunk < 1 or codes[chunk - 1] != _BY:
        return False
    ahead = found.rule in FIRST and found.source_chunks is not None
    at = found.source_chunks[1] if ahead and found.source_chunks else chunk - 1
    last = min(at + _CLAUSE, len(codes)) if ahead else max(at - _CLAUSE, 0)
    while at != last and codes[at] not in ENDS:
        words = analysis.tokens.lower[analysis.begins[at] : analysis.ends[at]]
        if codes[at] in _FINITE:
            return not _COMING.isdisjoint(words)
        at += 1 if ahead else -1
    return False
