"""What is only supposed, asked or meant of nobody: "if you want", "does he want", "firms that want to sell".

A claim tells that a source has spoken, thought or wished. What may happen, what is made possible, whom of
many a clause picks out and what a question asks tell of no such thing.
"""

from __future__ import annotations

from grammar.cascade.alphabet import TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.families import FOLLOWING, RELATIVE
from grammar.cascade.licensing.complements import INNER
from grammar.claim import Act, Type
from grammar.doubts.clauses import is_caused
from grammar.doubts.conditions import is_conditional, is_inferred, is_means
from grammar.doubts.embedding import is_embedded
from grammar.doubts.vocabulary import WORDS, cue_words, near
from grammar.slots.attribution import Attribution
from grammar.slots.syntax.documents import is_document

_NAME = TOKEN_CLASSES["Name"]
_ADDRESSED = frozenset(("whom-to", "for"))
_STANCES = frozenset((Act.SUPPORT, Act.OPPOSE))
_PLANS = frozenset((Act.INTEND, Act.DECLINE))
_UTTERING = frozenset((Act.STATE, Act.ANNOUNCE))
_STATED = frozenset(("that", "bare", "plain", "wh"))
_EITHER = ["he", "or", "she"]
_NO_ONE, _STANDS = ["no", "one"], frozenset((Act.AGREE, Act.OPPOSE, Act.SUPPORT))
_ENDING, _SENTENCE = frozenset((".", "?", "!", ";")), 40  # words
_THINGS = frozenset(("object", "wh", "wh-to"))
_CLAUSAL = frozenset((",", "who", "that", "which"))
_COORDINATED = _CLAUSAL | {"and", "but"}
_SEEMING = frozenset(("is", "was", "becomes", "became", "gets", "got", "seems"))
_THOSE_WHO = ["those", "who"]
_ANY = WORDS["nobody"] | WORDS["everybody"]
_PROSPECTIVE = WORDS["possible"] | {"position"}
_TELLING = WORDS["negation"] | WORDS["possible"] | WORDS["future"]


def is_supposed(analysis: Analysis, found: Attribution, outer: Attribution | None) -> bool:
    """Whether what a frame found is only supposed; ``outer`` is the claim in whose content it stands."""
    if not found.cue:
        return False
    inside, cue = outer is not None, cue_words(analysis, found)
    if not found.source:
        return (
            _is_possible(analysis, found, cue, inside=True)
            or is_conditional(analysis, found, inside=inside)
            or is_embedded(analysis, found, outer)
        )
    return (
        _is_possible(analysis, found, cue, inside=inside)
        or is_conditional(analysis, found, inside=inside)
        or _is_asked(analysis, found)
        or (not _is_quoting(outer) and _is_generic(analysis, found, inside=inside))
        or _is_denied(analysis, found, outer)
        or is_embedded(analysis, found, outer)
        or is_caused(analysis, found)
        or is_inferred(analysis, found, promised=inside and not cue.isdisjoint(WORDS["future"]))
        or is_means(analysis, found)
        or (inside and _is_unsaid(found, cue))
        or (inside and _is_unmade(analysis, found))
    )


def _is_possible(analysis: Analysis, found: Attribution, cue: frozenset[str], *, inside: bool) -> bool:
    """It may encourage saving; you could say so; (he said) they will decide."""
    if found.licence.lemma == "like" and found.licence.complement == "infinitive":
        return cue.isdisjoint(WORDS["future"])  # tells a habit unless they would
    if analysis.tokens.lower[found.cue[0][0] - 1] == "need":
        return True  # labels need | not specify it
    if cue.isdisjoint(_TELLING):
        return False  # as most
    if not cue.isdisjoint(WORDS["negation"]):  # could not say, would not comment: that much is told
        return not cue.isdisjoint(WORDS["open"])
    asks = found.licence.sense.act is Act.REQUEST and found.licence.lemma not in WORDS["moving"]
    if asks and found.licence.complement in _ADDRESSED and inside:
        return False  # (she hinted) she might ask them to go
    if not cue.isdisjoint(WORDS["possible"]):
        return inside or "can" not in cue or found.licence.lemma not in WORDS["reveal"]
    if cue.isdisjoint(WORDS["future"]) or not cue.isdisjoint(WORDS["habit"]):
        return False
    if found.licence.lemma in WORDS["polite"]:
        return False  # would like to go, would rather see it: a wish, politely put
    act, type_ = found.licence.sense.act, found.licence.sense.type
    if inside or _last_word(analysis, found) in WORDS["thing"]:
        return act not in _STANCES
    return (
        act in _PLANS
        or type_ in INNER
        or (
            found.licence.complement in _THINGS
            and type_ is not Type.EVENTUALITY
            and found.licence.lemma not in WORDS["proposing"]  # will propose a tax
        )
    )


def _last_word(analysis: Analysis, found: Attribution) -> str:
    return analysis.tokens.lower[found.source[-1][1] - 1] if found.source else ""


def _is_asked(analysis: Analysis, found: Attribution) -> bool:
    """Tell "does he want to play?" from "he does": the auxiliary stands in front of its subject.

    Behind "nor" and the like it does so in a statement; "in May" is a month.
    """
    first, words, lower = found.source[0][0], analysis.tokens.words, analysis.tokens.lower
    if first and lower[first - 1] == "how" and lower[first] in WORDS["number"]:
        return True  # how many of you believe it?
    last = found.source[-1][1]
    if found.rule in RELATIVE and last - first == 1 and lower[last - 1] == "who":
        behind = words[first : first + _SENTENCE]  # besides, who wants it?
        return next((word for word in behind if word in _ENDING), "") == "?"
    return (
        first > 0
        and found.rule in FOLLOWING
        and lower[first - 1] in WORDS["auxiliary"]
        and not (words[first - 1] == "May" and first > 1 and words[first - 2][-1:].isalnum())
        and lower[found.cue[0][0]] not in WORDS["auxiliary"]
        and near(analysis, first - 1).isdisjoint(WORDS["inverting"])
    )


def _is_quoting(outer: Attribution | None) -> bool:
    """The paper quotes a clerk who says so: he is not any clerk."""
    return outer is not None and outer.licence.lemma in WORDS["quoting"]


def _is_generic(analysis: Analysis, found: Attribution, *, inside: bool) -> bool:
    """Firms that want to sell; anyone who says so; when he or she knows: a clause picks out whom is meant."""
    words = analysis.tokens.words
    first, last = found.source[0]
    lower = analysis.tokens.lower
    if lower[max(first - 2, 0) : last] == _EITHER:
        return True  # when he or she knows
    firm = inside or found.licence.sense.type is not Type.ASSERTION
    if firm and lower[last - 2 : last] == _THOSE_WHO:
        return True  # those who seek asylum
    if found.rule in RELATIVE and lower[first] in WORDS["anybody"]:
        return True  # anybody who says so is wrong
    if firm and found.rule in RELATIVE and lower[first] in WORDS["all"]:
        return True
    if firm and lower[first] in WORDS["anybody"]:
        return True
    general = inside or found.licence.sense.type is Type.EVENTUALITY
    alone = last - first == 1
    if lower[first : first + 2] == _NO_ONE:
        return general or found.licence.sense.act in _STANDS
    if general and lower[first] in (_ANY if alone else WORDS["nobody"]):
        return True
    if found.rule not in RELATIVE or last - first < 2 or words[last - 2] == "," or not found.source_chunks:
        return False
    edges = analysis.chunks.edges
    chunk, end = found.source_chunks
    if _NAME in analysis.units.codes[edges[chunk] : edges[end]] or is_document(analysis, end - 2):
        return False
    return inside or found.licence.lemma in WORDS["wish"]


def _is_unsaid(found: Attribution, cue: frozenset[str]) -> bool:
    """(They said) she was not expressing opinions: that is no claim."""
    return (
        found.licence.complement == "object"
        and found.licence.sense.type is Type.ASSERTION
        and found.licence.sense.act in _UTTERING
        and not cue.isdisjoint(WORDS["negation"])
    )


def _is_unmade(analysis: Analysis, found: Attribution) -> bool:
    """(He said) the mayor should make a statement, it is hard to make the case: nobody has, so far."""
    if found.rule != "claim_that" or not found.source_chunks or found.source[0][1] >= found.cue[0][0]:
        return False
    between = [word.replace("’", "'") for word in analysis.tokens.lower[found.source[0][1] : found.cue[0][0]]]
    if not WORDS["open"].isdisjoint(between):
        return _CLAUSAL.isdisjoint(between)  # should keep quiet and not make | remarks
    if analysis.tokens.lower[found.source[0][0]] == "it" and between[0] in _SEEMING:
        return "to" in between
    if not WORDS["negation"].isdisjoint(between) or not _COORDINATED.isdisjoint(between):
        return False  # could not give | a reason
    return not _PROSPECTIVE.isdisjoint(between)


def _is_denied(analysis: Analysis, found: Attribution, outer: Attribution | None) -> bool:
    """(She does not think) he wants to go; (none said) they want it; (she denied that) he had asked her."""
    if outer is None:
        return False
    wished = outer.licence.lemma in WORDS["wished"] and outer.licence.complement in _STATED
    if wished and found.rule in FOLLOWING and found.source[0][0] - outer.content[0][0] <= 1:
        return True  # she hopes (that) | the world reflects on it
    negated = not cue_words(analysis, outer).isdisjoint(WORDS["negation"])
    if outer.licence.sense.act is Act.DENY:
        return not negated and found.rule in FOLLOWING  # but: she denied his claim that he had been asked
    withheld = outer.licence.sense.type is Type.ASSERTION and outer.licence.complement in _STATED
    return negated and (outer.licence.sense.type is Type.BELIEF or (withheld and found.rule in FOLLOWING))
