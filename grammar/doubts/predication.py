"""What only looks like the predicate of a source: a noun, a participle, a clause that tells which.

"It holds files and call sheets", "the rumours that appear in the news": no subject has said anything by it.
"""

from __future__ import annotations

from grammar.cascade.alphabet import BASES, CHUNKS, THIRDS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.families import JOINED
from grammar.cascade.words.persons import can_act
from grammar.claim import Type
from grammar.doubts.vocabulary import PERSONAL, PREDICATES, WORDS
from grammar.slots.attribution import Attribution
from grammar.slots.syntax.mood import MARKS

_SINGULAR = frozenset((TOKEN_CLASSES["Noun"], TOKEN_CLASSES["Name"]))
_GROUP = CHUNKS["Group"]
_DESCRIBING = frozenset(("praising", "and_judged"))
_BARE_NOUNS = frozenset(TOKEN_CLASSES[name] for name in ("Plural", "Noun", "Ing"))
_VERB, _ADVERB = CHUNKS["Verb"], CHUNKS["Adverb"]
_THAT = CHUNKS["That"]
_NOUN_LIKE = frozenset((TOKEN_CLASSES["NounThird"], TOKEN_CLASSES["NounBase"]))
_TAKEN = frozenset(("behind", "from"))
_PLURAL = TOKEN_CLASSES["Plural"]
_OBJECTED = frozenset(("and_judged", "judged"))
_PAST, _ADVERBIAL = TOKEN_CLASSES["CuePast"], TOKEN_CLASSES["Adv"] + TOKEN_CLASSES["Quant"]
_GAPS = frozenset(CHUNKS[name] for name in ("Question", "Relative", "That", "Group"))
_NOT = TOKEN_CLASSES["Not"]
_PAST_AS_BASE = frozenset(("cast", "put", "bet", "cut", "hit", "set", "let", "quit", "read", "split"))
_OPENING = frozenset(
    CHUNKS[name] for name in ("That", "Relative", "Question", "Comma", "And", "But", "As", "SayThat")
)


def is_unpredicated(analysis: Analysis, found: Attribution) -> bool:
    """Whether the cue tells nothing that the source has said, thought or wanted."""
    return (
        is_disagreeing(analysis, found)
        or is_relative(analysis, found)
        or is_phrasal(analysis, found)
        or is_noun(analysis, found)
        or is_describing(analysis, found)
        or is_reduced(analysis, found)
        or is_of_degree(analysis, found)
    )


def is_disagreeing(analysis: Analysis, found: Attribution) -> bool:
    """(It holds files) and call sheets; the charges and insults | he fears: the cue is a noun.

    "So concludes a report" goes on with no subject in front of it; in "that they do so suggests it" the "so"
    belongs to "do" and joins nothing.
    """
    if found.rule in JOINED and found.cue:
        at = found.cue[0][0] - 1
        before = analysis.tokens.words[max(at - 1, 0) : at + 1]
        if before[-1:] == ["So"] or (before[-1:] == ["so"] and before[0] in WORDS["doing"]):
            return True
    if found.rule not in _OBJECTED or found.cue_chunk < 0:
        return False
    words, lower = analysis.tokens.words, analysis.tokens.lower
    verb = found.rule == "judged" and analysis.letters(found.cue_chunk)[-1:] not in _NOUN_LIKE
    pronoun = found.content and lower[found.content[0][0]] in PERSONAL
    planned = found.rule != "judged" or found.licence.sense.type is Type.EVENTUALITY  # but: mentions she may
    if pronoun and planned and not verb:
        return True  # one of the plans | I have seen
    if found.rule != "and_judged":
        return False
    edges, units = analysis.chunks.edges, analysis.units.codes
    cue = edges[found.cue_chunk + 1] - 1
    if units[cue] in THIRDS and found.source_chunks and units[edges[found.source_chunks[1]] - 1] == _PLURAL:
        return True  # (Lund says) sailors hacked it, | calls it troubling
    if units[cue] not in BASES or edges[found.cue_chunk] != cue or not found.source_chunks:
        return False
    first, last = found.source_chunks
    single = last - first == 1 and units[edges[last] - 1] in _SINGULAR
    named = words[analysis.ends[last - 1] - 1]
    if not single or named.endswith("s") or can_act(named) or named in WORDS["collective"]:
        return False
    return lower[found.cue[-1][1] - 1] not in _PAST_AS_BASE


def is_relative(analysis: Analysis, found: Attribution) -> bool:
    """The rumours that | appear in the news: which ones, and not what they tell."""
    if found.rule != "claim_that" or not found.content:
        return False
    behind = analysis.tokens.lower[found.cue[-1][1] : found.cue[-1][1] + 1]
    if found.licence.complement in _TAKEN and behind == ["from"]:
        return True  # she had seen support from voters: theirs, and not her own
    chunk = found.cue_chunk + 1
    return analysis.codes[chunk : chunk + 1] == _THAT and analysis.codes[chunk + 1 : chunk + 2] in PREDICATES


def is_phrasal(analysis: Analysis, found: Attribution) -> bool:
    """Her letters would have shown up: a verb with a particle has a sense of its own."""
    if found.rule != "content_said":
        return False
    cue = found.cue[-1][1]
    return found.licence.lemma == "show" and analysis.tokens.words[cue : cue + 1] in (["up"], ["off"])


def is_noun(analysis: Analysis, found: Attribution) -> bool:
    """Tell "Tory plans to cut tax | are bold" from "she plans to cut tax": a noun with its infinitive."""
    licence, edges, cue = found.licence, analysis.chunks.edges, found.cue_chunk
    if licence.complement != "infinitive" or not (found.source and found.content):
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


def is_describing(analysis: Analysis, found: Attribution) -> bool:
    """(It failed,) and protesting sailors | made their point, and planned spending | would rise: which."""
    at = found.cue_chunk + 1
    if (
        found.rule not in _DESCRIBING
        or analysis.codes[at : at + 1] != _GROUP
        or analysis.letters(at) not in _BARE_NOUNS
    ):
        return False
    behind = at + 1 + (analysis.codes[at + 1 : at + 2] == _ADVERB)
    return analysis.codes[behind : behind + 1] == _VERB


def is_reduced(analysis: Analysis, found: Attribution) -> bool:
    """The man | described as the founder died: he was described so; but: what Lee described as a loss."""
    licence = found.licence
    if not found.source_chunks:
        return False
    codes = analysis.codes
    first, last = found.source_chunks
    if found.rule == "content_said":  # (it is theirs,) a claim not recognised abroad
        return analysis.letters(found.cue_chunk)[0] == _NOT
    if found.rule != "judged" or licence.complement != "as":
        return False
    if codes[last - 1] != _GROUP or analysis.letters(found.cue_chunk).strip(_ADVERBIAL) != _PAST:
        return False
    at = found.content[0][0] if found.content else 1
    quoted = not MARKS.isdisjoint(analysis.tokens.words[at - 1 : at + 1])
    return not quoted and codes[max(first - 1, 0) : first] not in _GAPS


def is_of_degree(analysis: Analysis, found: Attribution) -> bool:
    """So tired of what he was writing | that he left: "what" is all that was written."""
    if found.rule != "said_that" or found.licence.complement != "that" or not found.source_chunks:
        return False
    at = analysis.begins[found.source_chunks[0]]
    return analysis.tokens.lower[at - 1 : at] == ["what"] and analysis.codes[found.cue_chunk + 1] == _THAT
