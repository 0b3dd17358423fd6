"""What is only supposed, asked or meant of nobody: "if you want", "does he want", "firms that want to sell".

A claim tells that a source has spoken, thought or wished. What may happen, what is made possible, whom of
many a clause picks out and what a question asks tell of no such thing.
"""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.claim import Act, Type
from grammar.lexicon import table
from grammar.slots.coverage import UNDERSTOOD, Attribution
from grammar.slots.documents import is_document
from grammar.slots.negation import negators

_WORDS = {name: frozenset(words.split()) for name, words in table("suppositions.tsv")}
_RELATIVE = frozenset(("who_said", "who_judged", "who_told"))
_PLAIN = frozenset(("said_that", "said_quote", "told", "judged", "confident", "said_nothing"))
_PARTICIPLES = frozenset(("adding_that", "telling", "praising"))
_BY_PARTICIPLE = _PARTICIPLES | {"saying_first", "praising_first"}
_NAME = TOKEN_CLASSES["Name"]
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
_RELATED, _FOR = CHUNKS["Relative"], CHUNKS["For"]
_PRESENT = frozenset(TOKEN_CLASSES[name] for name in ("CueBase", "CueThird", "NounBase", "NounThird"))
_SUBORDINATE = frozenset(CHUNKS[name] for name in ("As", "Verb", "Bare"))
_THOUGHTS = frozenset((Type.BELIEF, Type.KNOWLEDGE))
_ADDRESSED = frozenset(("whom-to", "for"))
_STANCES = frozenset((Act.SUPPORT, Act.OPPOSE))
_PLANS = frozenset((Act.INTEND, Act.DECLINE))
_NEAR = 5  # words
_NOUN_LIKE = frozenset(TOKEN_CLASSES[name] for name in ("NounThird", "NounBase"))
_OPENING = frozenset(
    CHUNKS[name] for name in ("That", "Relative", "Question", "Comma", "And", "But", "As", "SayThat")
)
_BASES = frozenset((TOKEN_CLASSES["CueBase"], TOKEN_CLASSES["NounBase"]))
_SENTENCE_ENDS = frozenset(CHUNKS[name] for name in ("Stop", "Break", "QuoteStop", "QuoteAsk"))
_UTTERING = frozenset((Act.STATE, Act.ANNOUNCE))
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
        or _is_generic(analysis, found, inside=inside)
        or _is_denied(analysis, outer)
        or _is_embedded(analysis, found, outer)
        or _is_subject(analysis, found)
        or _is_caused(analysis, found)
        or _is_inferred(analysis, found)
        or (inside and _is_unsaid(analysis, found))
    )


def _is_possible(analysis: Analysis, found: Attribution, *, inside: bool) -> bool:
    """It may encourage saving; you could say so; (he said) they will decide."""
    assert found.licence is not None
    cue = _cue(analysis, found)
    if not cue.isdisjoint(_WORDS["negation"]):  # could not say, would not comment: that much is told
        return not cue.isdisjoint(_WORDS["open"])
    if found.licence.sense.act is Act.REQUEST and found.licence.complement in _ADDRESSED and inside:
        return False  # (she hinted) she might ask them to go
    if not cue.isdisjoint(_WORDS["possible"]):
        return inside or "can" not in cue or found.licence.lemma not in _WORDS["reveal"]
    if cue.isdisjoint(_WORDS["future"]) or not cue.isdisjoint(_WORDS["habit"]):
        return False
    act, type_ = found.licence.sense.act, found.licence.sense.type
    if inside or _last_word(analysis, found) in _WORDS["thing"]:
        return act not in _STANCES
    return (
        act in _PLANS
        or type_ in _THOUGHTS
        or (found.licence.complement in _THINGS and type_ is not Type.EVENTUALITY)
    )


def _last_word(analysis: Analysis, found: Attribution) -> str:
    return analysis.tokens.words[found.source[-1][1] - 1].lower() if found.source else ""


def _is_conditional(analysis: Analysis, found: Attribution, *, inside: bool) -> bool:
    """If she thinks so; as long as each wants it; so that parents can know; to ensure that people think."""
    assert found.licence is not None
    words = analysis.tokens.words
    first = min(begin for begin, _ in found.source or found.content or found.cue)
    if found.rule == "adding_that" and found.licence.lemma == "assume":
        return True  # (it will grow,) assuming that it rains
    if first < 1:
        return False
    before, further = words[first - 1].lower(), words[first - 2].lower() if first > 1 else ""
    if found.licence.sense.type is Type.ASSERTION:
        return before == "if" and further not in ("even", "as") and found.rule in _PLAIN
    if before == "that":
        return further in _WORDS["purpose"] or not (found.source or inside)
    if words[first - 1] == "so" and further not in _WORDS["pause"]:
        return True  # (cheap) so people think
    if not found.source and (before == "when" or words[first - 1] in _WORDS["governor"]):
        return True  # when he was expected to score; hooking up with MTV is expected
    return (before in _WORDS["condition"] and further != "even") or (
        before == "as" and further in _WORDS["length"]
    )


def _is_asked(analysis: Analysis, found: Attribution) -> bool:
    """Tell "does he want to play?" from "he does": the auxiliary stands in front of its subject.

    Behind "nor" and the like it does so in a statement.
    """
    first, words = found.source[0][0], analysis.tokens.words
    return (
        first > 0
        and found.rule in _PLAIN
        and words[first - 1].lower() in _WORDS["auxiliary"]
        and words[found.cue[0][0]].lower() not in _WORDS["auxiliary"]
        and _near(analysis, first - 1).isdisjoint(_WORDS["inverting"])
    )


def _is_generic(analysis: Analysis, found: Attribution, *, inside: bool) -> bool:
    """Firms that want to sell; anyone who says so: the clause picks out whom is meant."""
    assert found.licence is not None
    words = analysis.tokens.words
    first, last = found.source[0]
    firm = inside or found.licence.sense.type is not Type.ASSERTION
    if found.rule in _RELATIVE and words[first].lower() in _WORDS["anybody"]:
        return True  # anybody who says so is wrong
    if firm and found.rule in _RELATIVE and words[first].lower() in _WORDS["all"]:
        return True
    if firm and words[first].lower() in _WORDS["anybody"]:
        return True
    general = inside or found.licence.sense.type is Type.EVENTUALITY
    alone = last - first == 1
    if general and words[first].lower() in (
        _WORDS["nobody"] | _WORDS["everybody"] if alone else _WORDS["nobody"]
    ):
        return True
    if found.rule not in _RELATIVE or last - first < 2 or words[last - 2] == "," or not found.source_chunks:
        return False
    edges = analysis.chunks.edges
    chunk, end = found.source_chunks
    if _NAME in analysis.units.codes[edges[chunk] : edges[end]] or is_document(analysis, end - 2):
        return False
    return inside or found.licence.lemma in _WORDS["wish"]


def _is_embedded(analysis: Analysis, found: Attribution, outer: Attribution | None) -> bool:
    """The themes that they hope to sell; the things he wants; what they want to do."""
    if not found.source_chunks or found.rule in _RELATIVE or found.licence is None:
        return False
    codes, (first, _), words = analysis.codes, found.source_chunks, analysis.tokens.words
    before, further = codes[first - 1 : first], codes[first - 2 : first - 1]
    firm = outer is not None or found.licence.sense.type is Type.EVENTUALITY
    if outer and found.rule in _BY_PARTICIPLE:
        return True  # whose subject is the outer claim's or the inner one's, nobody can tell
    if found.rule in UNDERSTOOD:
        behind = found.source_chunks[1]
        if behind == found.cue_chunk or (codes[behind] == _FOR and found.cue_chunk - behind <= 2):
            return False  # (they saw) a letter saying; they suspended Lee for (allegedly) saying so
        between = codes[behind + 1 : found.cue_chunk]
        if found.licence.lemma in _WORDS["wish"] and _RELATED in between:
            return True  # it serves those who sail and want to race
        return before in _SUBORDINATE or (firm and before == _QUESTION and found.rule in _PARTICIPLES)
    if outer and any(begin == found.source[0][0] for begin, _ in outer.content):
        return False
    if before in _INQUIRING and words[found.source[0][0] - 1].lower() in _WORDS["gap"]:
        unfilled = before == _QUESTION or found.licence.complement == "infinitive"
        return unfilled and found.licence.sense.type is Type.EVENTUALITY  # what they want to do
    if before == _THAT:
        if found.licence.complement == "gap" or further in _DEMONSTRATIVE:
            return False  # a move that they said would help; that person said
        if not outer:
            near = _near(analysis, found.source[0][0] - 1)
            if not near.isdisjoint(_WORDS["result"] | _WORDS["time"]):
                return False  # so narrow that they believe; on the day that they said
            return firm or further != _VERB  # the point is that they said so
        opening = analysis.begins[first - 1]
        return all(begin != opening for begin, _ in outer.content) and further not in _JOINED
    if not firm or found.rule not in _PLAIN:
        return False
    word = words[found.source[0][0] - 1].lower()
    if word in _WORDS["time"]:
        return False  # this time she praised
    if before in _PREPOSITIONS:  # but: about half said
        counted = analysis.units.codes[analysis.chunks.edges[first]] in _COUNTED
        return not counted and word not in _WORDS["clausal"]
    if before == _QUESTION and word in _WORDS["whenever"]:
        cue = analysis.chunks.edges[found.licence.first + 1] - 1
        return analysis.units.codes[cue] in _PRESENT
    return before in _GOVERNING and not _is_split(analysis, first)


def _is_subject(analysis: Analysis, found: Attribution) -> bool:
    """Tell "Tory plans to cut tax | are bold" from "she plans to cut tax": a noun with its infinitive."""
    assert found.licence is not None
    edges, cue = analysis.chunks.edges, found.cue_chunk
    if found.licence.complement != "infinitive" or analysis.units.codes[edges[cue + 1] - 1] not in _NOUN_LIKE:
        return False
    last, chunk = max(end for _, end in found.content), cue + 1
    while chunk < len(analysis.codes) and analysis.begins[chunk] < last:
        if analysis.codes[chunk] == _VERB and analysis.codes[chunk - 1] == _GROUP:
            return True
        if analysis.codes[chunk] in _OPENING:
            return False
        chunk += 1
    return False


def _is_caused(analysis: Analysis, found: Attribution) -> bool:
    """They made him reveal it; it helps us know: he has not, of his own."""
    first, edges = found.source[0][0], analysis.chunks.edges
    return (
        analysis.tokens.words[first - 1].lower() in _WORDS["causative"]
        and analysis.units.codes[edges[found.cue_chunk + 1] - 1] in _BASES
        and edges[found.cue_chunk + 1] - edges[found.cue_chunk] == 1
    )


def _is_inferred(analysis: Analysis, found: Attribution) -> bool:
    """If so, it suggests that they knew: what would follow is nobody's word."""
    words, first = analysis.tokens.words, found.source[0][0]
    if words[first].lower() not in _WORDS["thing"]:
        return False
    chunk = found.source_chunks[0] if found.source_chunks else 0
    while chunk and analysis.codes[chunk - 1] not in _SENTENCE_ENDS:
        chunk -= 1
    return words[analysis.begins[chunk]] in ("If", "Whether", "Unless")


def _is_unsaid(analysis: Analysis, found: Attribution) -> bool:
    """(They said) she was not expressing opinions: that nothing was said of a thing is no claim of hers."""
    assert found.licence is not None
    return (
        found.licence.complement == "object"
        and found.licence.sense.type is Type.ASSERTION
        and found.licence.sense.act in _UTTERING
        and not _cue(analysis, found).isdisjoint(_WORDS["negation"])
    )


def _is_denied(analysis: Analysis, outer: Attribution | None) -> bool:
    """(She does not think) he wants to go."""
    believed = outer is not None and outer.licence is not None and outer.licence.sense.type is Type.BELIEF
    return outer is not None and believed and not _cue(analysis, outer).isdisjoint(_WORDS["negation"])


def _cue(analysis: Analysis, found: Attribution) -> frozenset[str]:
    """The cue's words in lower case, with what negates them in the source."""
    words = analysis.tokens.words
    ranges = (*negators(words, found.source), *found.cue)
    return frozenset(word.lower().replace("’", "'") for first, end in ranges for word in words[first:end])


def _near(analysis: Analysis, token: int) -> frozenset[str]:
    """The few words in front of a token."""
    return frozenset(word.lower() for word in analysis.tokens.words[max(token - _NEAR, 0) : token])


def _is_gap(analysis: Analysis, found: Attribution) -> bool:
    """What it is expected to bring: the words in front are the content's object."""
    first = min((begin for begin, _ in found.content), default=0)
    return first > 0 and analysis.tokens.words[first - 1].lower() in ("what", "whatever")


def _is_split(analysis: Analysis, chunk: int) -> bool:
    """US | critics praised it: a name that the chunker has cut in two."""
    last = analysis.chunks.edges[chunk]
    return (
        analysis.codes[chunk - 1] == _GROUP
        and analysis.codes[chunk] == _GROUP
        and analysis.units.codes[last - 1] == _NAME
        and analysis.units.codes[last] not in _DETERMINERS
    )
