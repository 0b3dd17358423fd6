"""What is only supposed, asked or meant of nobody: "if you want", "does he want", "firms that want to sell".

A claim tells that a source has spoken, thought or wished. What may happen, what is made possible, whom of
many a clause picks out and what a question asks tell of no such thing.
"""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.claim import Act, Type
from grammar.doubts.embedding import is_caused, is_embedded, is_noun
from grammar.doubts.vocabulary import PLAIN, RELATIVE, WORDS, near
from grammar.slots.attribution import Attribution
from grammar.slots.documents import is_document
from grammar.slots.negation import negators

_NAME = TOKEN_CLASSES["Name"]
_THOUGHTS = frozenset((Type.BELIEF, Type.KNOWLEDGE))
_ADDRESSED = frozenset(("whom-to", "for"))
_STANCES = frozenset((Act.SUPPORT, Act.OPPOSE))
_PLANS = frozenset((Act.INTEND, Act.DECLINE))
_SENTENCE_ENDS = frozenset(CHUNKS[name] for name in ("Stop", "Break", "QuoteStop", "QuoteAsk"))
_UTTERING = frozenset((Act.STATE, Act.ANNOUNCE))
_BY, _OPENING = CHUNKS["By"], frozenset(("saying_first", "praising_first"))
_FINITE = frozenset(CHUNKS[name] for name in ("Verb", "Said", "SayThat", "Tell", "Judge", "Post", "Believes"))
_CLAUSE = 14  # chunks
_AGENT_BEHIND = "was_accused_by"  # its content stands in front
_SENTENCE = 60  # chunks in front within which a sentence's beginning is sought
_CONDITION = 16  # chunks of a condition in front of what "and" joins to it
_WHO = CHUNKS["Relative"]
_AND, _PAUSES = CHUNKS["And"], _SENTENCE_ENDS | {CHUNKS["Comma"], CHUNKS["QuoteComma"]}
_STATED = frozenset(("that", "bare", "plain", "wh"))
_EITHER = ["he", "or", "she"]
_INDEFINITE = frozenset(("a", "an", "any"))
_NO_ONE, _STANDS = ["no", "one"], frozenset((Act.AGREE, Act.OPPOSE, Act.SUPPORT))
_THINGS = frozenset(("object", "wh", "wh-to"))


def is_supposed(analysis: Analysis, found: Attribution, outer: Attribution | None) -> bool:
    """Whether what a frame found is only supposed; ``outer`` is the claim in whose content it stands."""
    if found.licence is None or not found.cue:
        return False
    inside = outer is not None
    if not found.source:
        return (
            _is_possible(analysis, found, inside=True)
            or _is_conditional(analysis, found, inside=inside)
            or _is_gap(analysis, found)
        )
    return (
        _is_possible(analysis, found, inside=inside)
        or _is_conditional(analysis, found, inside=inside)
        or _is_asked(analysis, found)
        or (not _is_quoting(outer) and _is_generic(analysis, found, inside=inside))
        or _is_rare(analysis, found)
        or _is_denied(analysis, found, outer)
        or is_embedded(analysis, found, outer)
        or is_noun(analysis, found)
        or is_caused(analysis, found)
        or _is_inferred(analysis, found, inside=inside)
        or _is_means(analysis, found)
        or (inside and _is_unsaid(analysis, found))
        or (inside and _is_signless(analysis, found))
    )


def _is_possible(analysis: Analysis, found: Attribution, *, inside: bool) -> bool:
    """It may encourage saving; you could say so; (he said) they will decide."""
    assert found.licence is not None
    cue = _cue(analysis, found)
    if found.licence.lemma == "like" and found.licence.complement == "infinitive":
        return cue.isdisjoint(WORDS["future"])  # tells a habit unless they would
    if not cue.isdisjoint(WORDS["negation"]):  # could not say, would not comment: that much is told
        return not cue.isdisjoint(WORDS["open"])
    asks = found.licence.sense.act is Act.REQUEST and found.licence.lemma not in WORDS["moving"]
    if asks and found.licence.complement in _ADDRESSED and inside:
        return False  # (she hinted) she might ask them to go
    if not cue.isdisjoint(WORDS["possible"]):
        return inside or "can" not in cue or found.licence.lemma not in WORDS["reveal"]
    if cue.isdisjoint(WORDS["future"]) or not cue.isdisjoint(WORDS["habit"]):
        return False
    if found.licence.lemma in WORDS["polite"] and cue.isdisjoint(("will", "'ll")):
        return False  # would like to go, would rather see it: a wish, politely put
    act, type_ = found.licence.sense.act, found.licence.sense.type
    if inside or _last_word(analysis, found) in WORDS["thing"]:
        return act not in _STANCES
    return (
        act in _PLANS
        or type_ in _THOUGHTS
        or (
            found.licence.complement in _THINGS
            and type_ is not Type.EVENTUALITY
            and found.licence.lemma not in WORDS["proposing"]  # will propose a tax
        )
    )


def _is_rare(analysis: Analysis, found: Attribution) -> bool:
    """The army, which rarely acknowledges raids: a habit, and that little was said."""
    assert found.licence is not None
    stated = found.licence.sense.type is Type.ASSERTION and found.licence.complement == "object"
    return stated and not _cue(analysis, found).isdisjoint(WORDS["rarely"])


def _last_word(analysis: Analysis, found: Attribution) -> str:
    return analysis.tokens.words[found.source[-1][1] - 1].lower() if found.source else ""


def _is_conditional(analysis: Analysis, found: Attribution, *, inside: bool) -> bool:
    """If she thinks so; as long as each wants it; so that parents can know; to ensure that people think."""
    assert found.licence is not None
    words = analysis.tokens.words
    told = found.content if found.rule == _AGENT_BEHIND else found.source or found.content
    first = min(begin for begin, _ in told or found.cue)
    if found.rule == "adding_that" and found.licence.lemma == "assume":
        return True  # (it will grow,) assuming that it rains
    if first < 1:
        return False
    before, further = words[first - 1].lower(), words[first - 2].lower() if first > 1 else ""
    if found.licence.sense.type is Type.ASSERTION:
        supposed = before in WORDS["supposing"] and further not in ("even", "as")
        return found.rule in PLAIN and (supposed or _is_also_supposed(analysis, found))
    if before == "that":
        return further in WORDS["purpose"] or not (found.source or inside)
    if words[first - 1] == "so" and further not in WORDS["pause"]:
        return True  # (cheap) so people think
    related = analysis.codes[found.cue_chunk - 1 : found.cue_chunk] == _WHO  # (won by) Lee, who is expected
    if not found.source and (before == "when" or (words[first - 1] in WORDS["governor"] and not related)):
        return True  # when he was expected to score; hooking up with MTV is expected
    return (before in WORDS["condition"] and (inside or further != "even")) or (
        before == "as" and further in WORDS["length"]
    )


def _is_also_supposed(analysis: Analysis, found: Attribution) -> bool:
    """If you are the mayor and | a clerk says it is late: what "and" joins to a condition is one."""
    chunk = found.source_chunks[0] if found.source_chunks else 0
    lowest = chunk - _CONDITION
    if analysis.codes[chunk - 1 : chunk] != _AND:
        return False
    while chunk > max(lowest, 0) and analysis.codes[chunk - 1] not in _PAUSES:
        chunk -= 1
    return analysis.tokens.lower[analysis.begins[chunk]] == "if"


def _is_asked(analysis: Analysis, found: Attribution) -> bool:
    """Tell "does he want to play?" from "he does": the auxiliary stands in front of its subject.

    Behind "nor" and the like it does so in a statement; "in May" is a month.
    """
    first, words = found.source[0][0], analysis.tokens.words
    return (
        first > 0
        and found.rule in PLAIN
        and words[first - 1].lower() in WORDS["auxiliary"]
        and not (words[first - 1] == "May" and first > 1 and words[first - 2][-1:].isalnum())
        and words[found.cue[0][0]].lower() not in WORDS["auxiliary"]
        and near(analysis, first - 1).isdisjoint(WORDS["inverting"])
    )


def _is_quoting(outer: Attribution | None) -> bool:
    """The paper quotes a clerk who says so: he is not any clerk."""
    return outer is not None and outer.licence is not None and outer.licence.lemma in WORDS["quoting"]


def _is_generic(analysis: Analysis, found: Attribution, *, inside: bool) -> bool:
    """Firms that want to sell; anyone who says so; when he or she knows: a clause picks out whom is meant."""
    assert found.licence is not None
    words = analysis.tokens.words
    first, last = found.source[0]
    lower = analysis.tokens.lower
    if lower[max(first - 2, 0) : last] == _EITHER or lower[first] in WORDS["letting"]:
        return True  # when he or she knows; let's say it rained
    firm = inside or found.licence.sense.type is not Type.ASSERTION
    if found.rule in RELATIVE and words[first].lower() in WORDS["anybody"]:
        return True  # anybody who says so is wrong
    if found.rule in RELATIVE and lower[first] in _INDEFINITE and "or" in lower[first:last]:
        return True  # (a gift for) a man or woman who claims to have everything
    if firm and found.rule in RELATIVE and words[first].lower() in WORDS["all"]:
        return True
    if firm and words[first].lower() in WORDS["anybody"]:
        return True
    general = inside or found.licence.sense.type is Type.EVENTUALITY
    alone = last - first == 1
    if lower[first : first + 2] == _NO_ONE:
        return general or found.licence.sense.act in _STANDS
    if general and words[first].lower() in (
        WORDS["nobody"] | WORDS["everybody"] if alone else WORDS["nobody"]
    ):
        return True
    if found.rule not in RELATIVE or last - first < 2 or words[last - 2] == "," or not found.source_chunks:
        return False
    edges = analysis.chunks.edges
    chunk, end = found.source_chunks
    if _NAME in analysis.units.codes[edges[chunk] : edges[end]] or is_document(analysis, end - 2):
        return False
    return inside or found.licence.lemma in WORDS["wish"]


def _is_inferred(analysis: Analysis, found: Attribution, *, inside: bool) -> bool:
    """If so, it suggests that they knew; (he said) unless it rains, they will back it: nobody has, so far."""
    words, first = analysis.tokens.words, found.source[0][0]
    promised = inside and not _cue(analysis, found).isdisjoint(WORDS["future"])
    if not promised and words[first].lower() not in WORDS["thing"]:
        return False
    chunk = found.source_chunks[0] if found.source_chunks else 0
    lowest = max(chunk - _SENTENCE, 0)
    while chunk > lowest and analysis.codes[chunk - 1] not in _SENTENCE_ENDS:
        chunk -= 1
    return words[analysis.begins[chunk]] in ("If", "Whether", "Unless")


def _is_means(analysis: Analysis, found: Attribution) -> bool:
    """She can cause trouble by pushing for a vote; by passing the bill, they would help: nobody has yet."""
    codes, chunk = analysis.codes, found.cue_chunk
    if chunk < 1 or codes[chunk - 1] != _BY:
        return False
    ahead = found.rule in _OPENING and found.source_chunks is not None
    at = found.source_chunks[1] if ahead and found.source_chunks else chunk - 1
    last = min(at + _CLAUSE, len(codes)) if ahead else max(at - _CLAUSE, 0)
    while at != last and codes[at] not in _SENTENCE_ENDS:
        words = analysis.tokens.lower[analysis.begins[at] : analysis.ends[at]]
        if codes[at] in _FINITE:
            return not (WORDS["possible"] | WORDS["future"]).isdisjoint(words)
        at += 1 if ahead else -1
    return False


def _is_unsaid(analysis: Analysis, found: Attribution) -> bool:
    """(They said) she was not expressing opinions, had not written to them to apologise: that is no claim."""
    assert found.licence is not None
    complement = found.licence.complement
    purpose = (
        complement == "to" and bool(found.content) and analysis.tokens.lower[found.content[0][0]] == "to"
    )
    return (
        (complement == "object" or purpose)
        and found.licence.sense.type is Type.ASSERTION
        and found.licence.sense.act in _UTTERING
        and not _cue(analysis, found).isdisjoint(WORDS["negation"])
    )


def _is_signless(analysis: Analysis, found: Attribution) -> bool:
    """(He said) the family had not given a firm indication that it wanted to sell: none is told of."""
    lower = analysis.tokens.lower
    sign = found.rule == "claim_that" and lower[found.cue[-1][1] - 1] in WORDS["sign"]
    if not sign or not found.source_chunks:
        return False
    between = lower[found.source[0][1] : found.cue[-1][1]]
    return not WORDS["unshown"].isdisjoint(word.replace("’", "'") for word in between)


def _is_denied(analysis: Analysis, found: Attribution, outer: Attribution | None) -> bool:
    """(She does not think) he wants to go; (none said) they want it; (she denied that) he had asked her."""
    if outer is None or outer.licence is None:
        return False
    negated = not _cue(analysis, outer).isdisjoint(WORDS["negation"])
    if outer.licence.sense.act is Act.DENY:
        return not negated and found.rule in PLAIN  # but: she denied his claim that he had been asked
    withheld = outer.licence.sense.type is Type.ASSERTION and outer.licence.complement in _STATED
    return negated and (outer.licence.sense.type is Type.BELIEF or (withheld and found.rule in PLAIN))


def _cue(analysis: Analysis, found: Attribution) -> frozenset[str]:
    """The cue's words in lower case, with what negates them in the source."""
    lower = analysis.tokens.lower
    ranges = (*negators(analysis.tokens.words, found.source), *found.cue)
    return frozenset([word.replace("’", "'") for first, end in ranges for word in lower[first:end]])


def _is_gap(analysis: Analysis, found: Attribution) -> bool:
    """What it is expected to bring: the words in front are the content's object."""
    first = min((begin for begin, _ in found.content), default=0)
    return first > 0 and analysis.tokens.words[first - 1].lower() in ("what", "whatever")
