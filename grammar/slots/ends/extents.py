"""Where a content or a source begins and ends that a frame took too far or cut short, by its words."""

from __future__ import annotations

from itertools import pairwise

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.licensing.licence import Licence
from grammar.slots.adjuncts.occasions import NOUNS, slot_filled
from grammar.slots.ends import clauses, contrasts, dates, events, excess, figures, remainders, sequels, tails
from grammar.slots.ends.glosses import without_gloss
from grammar.slots.ends.stops import BARE, STATED, matched
from grammar.slots.syntax.bounds import HONORIFICS
from grammar.slots.syntax.passives import REDUCED

_ASKED = frozenset(("wh", "wh-to"))
_GLOSSED = STATED | {"whom", "whom-clause", "to-that", "infinitive", "whom-to", "object"}
_GROUP, _ADVERB, _QUESTION = (CHUNKS[name] for name in ("Group", "Adverb", "Question"))
_SAY_THAT, _TELL = CHUNKS["SayThat"], CHUNKS["Tell"]
_SAID_ADVERB = _SAY_THAT + _ADVERB
_SUBJECTS = frozenset((_GROUP, CHUNKS["Pronoun"]))
_DETERMINED = frozenset(TOKEN_CLASSES[name] for name in ("Det", "Poss", "Name"))
_SOONER = frozenset(("earlier", "later", "recently", "afterwards", "afterward", "previously"))
_HEARING = NOUNS["hearing"]
_MEASURED = frozenset(("whom", "scene"))
_SHOWN = frozenset(("object", "scene", "of", "to"))
_STATES = frozenset(("US", "UK", "UN", "EU", "U.S.", "U.K.", "U.N.", "E.U."))  # told US Steel it was
_CHANNELS = frozenset(("News", "Sport", "Sports", "Radio", "World", "Service", "Online"))  # of a broadcaster
_FOCUS = frozenset(("only", "even", "just", "exactly", "precisely"))
_NAME, _PLURAL, _NOUN = (TOKEN_CLASSES[name] for name in ("Name", "Plural", "Noun"))
_OPENING = frozenset(
    TOKEN_CLASSES[name]
    for name in ("Noun", "Plural", "Adj", "Num", "Quant", "Det", "Poss", "CueNominal", "CueNoun")
)


def begin(analysis: Analysis, first: int) -> int:
    """Where a content begins: (said) only when it was safe would they go."""
    if (
        analysis.codes[first : first + 1] == _QUESTION
        and analysis.codes[first - 1] == _ADVERB
        and analysis.tokens.lower[analysis.begins[first - 1]] in _FOCUS
    ):
        return first - 1
    return first + (_is_dated(analysis, first) or 2 * _is_set(analysis, first))


def _is_dated(analysis: Analysis, first: int) -> bool:
    """Whether a content opens with when it was said: said | earlier | it was; not: earlier flights were."""
    codes = analysis.codes
    if codes[first - 1 : first + 1] != _SAID_ADVERB or codes[first + 1 : first + 2] not in _SUBJECTS:
        return False
    dated = analysis.tokens.lower[analysis.begins[first] : analysis.ends[first]]
    opens = codes[first + 1] != _GROUP or analysis.letters(first + 1)[:1] in _DETERMINED
    return len(dated) == 1 and dated[0] in _SOONER and opens


def _is_set(analysis: Analysis, first: int) -> bool:
    """Whether a content opens with when it was said: (said) | after the talks | it was late."""
    codes = analysis.codes
    if codes[first - 1] != _SAY_THAT and codes[first - 2] != _TELL:
        return False
    if codes[first + 2 : first + 3] not in _SUBJECTS or slot_filled(analysis, first) != "time":
        return False
    return codes[first + 2] != _GROUP or analysis.letters(first + 2)[:1] in _DETERMINED


def end(
    analysis: Analysis,
    rule: str,
    licence: Licence,
    first: int,
    last: int,
    *,
    apart: bool,
    subordinate: bool,
    negated: bool,
    inside: bool,
) -> int:
    """Where a content ends that a frame took too far or cut short.

    ``apart`` tells that a comma stands before the relative clause in which the cue is, ``subordinate`` that
    "while" or the like opens the sentence, ``negated`` that the cue is, ``inside`` that the words stand in
    the content of another claim. The steps follow on each other: each starts where the one before it ended.
    """
    codes = analysis.codes
    complement = licence.complement
    whole = _by_form(analysis, rule, complement, first, last)
    if whole is not None:
        return whole
    last = contrasts.before_contrast(analysis, rule, complement, first, last, negated=negated)
    last = contrasts.before_absolute(analysis, rule, first, last)
    last = remainders.of_correlative(analysis, first, last)
    if complement in _ASKED:
        last = contrasts.before_judgement(codes, first, last, inside=inside)
    last = excess.of_clause(analysis, rule, licence, first, last, apart=apart, subordinate=subordinate)
    last = excess.before_pending(analysis, complement, first, last)
    last = _completed(analysis, rule, licence, first, last, inside=inside)
    last = dates.end(analysis, licence, first, last)
    last = tails.end(analysis, rule, complement, first, last, inside=inside)
    last = tails.before_circumstance(analysis, licence, first, last)
    last = tails.before_deed(analysis, rule, licence, first, last)
    last = events.before_event(analysis, rule, licence, first, last)
    last = events.before_denial(analysis, licence, first, last)
    last = events.before_reason(analysis, licence, first, last)
    last = last if inside else tails.before_present(analysis, licence, first, last)
    last = contrasts.before_even(analysis, first, last)
    last = contrasts.before_who(codes, first, last)
    if inside or complement == "infinitive":
        last = contrasts.before_comparison(analysis, first, last)
    if inside or complement == "infinitive" or complement in _ASKED:
        last = contrasts.before_however(analysis, first, last)
    return contrasts.before_second(analysis, complement, first, last) if inside else last


def _by_form(analysis: Analysis, rule: str, complement: str, first: int, last: int) -> int | None:
    """Where a content ends whose rule or complement alone tells it; None where further steps do."""
    if complement == "quote" and excess.is_named(analysis, first):
        return first + 1
    if rule == "claim_that":
        last = remainders.of_caused(analysis, first, excess.of_noun(analysis, complement, first, last))
        return remainders.of_being(analysis, last)
    if rule == "reportedly":  # (a man) allegedly beaten by soldiers | has won his case
        return matched(clauses.REDUCED, analysis.codes, first, last)
    if complement in REDUCED:
        return matched(clauses.AT_NOUN, analysis.codes, first, last)
    if complement == "gap":
        return excess.of_gap(analysis.codes, first, last)
    return excess.of_picked(analysis, rule, first, last)


def _completed(
    analysis: Analysis, rule: str, licence: Licence, first: int, last: int, *, inside: bool
) -> int:
    """Where a content ends with the rest of a pair, of figures or of a place that its frame left out."""
    complement = licence.complement
    stated = complement in STATED
    last = remainders.of_pair(analysis, first, last)
    last = remainders.of_clause(analysis, first, last)
    last = remainders.of_gerund(analysis, first, last)
    last = remainders.of_caused(analysis, first, last)
    if complement in _GLOSSED:
        last = without_gloss(analysis, first, last)
    if stated or complement in _MEASURED:
        last = figures.end(analysis, first, last)
    if complement in _SHOWN:
        last = figures.compared(analysis, first, last)
    if stated or complement == "whom":
        last = last if inside else sequels.end(analysis, licence, first, last)
    if stated:
        last = remainders.of_threat(analysis, last)
    return remainders.of_place(analysis, last) if rule in tails.JUDGED else last


def told(analysis: Analysis, licence: Licence, chunk: int) -> int | None:
    """The token where what was told begins in a group that also holds the one told: MPs | child benefit."""
    taken = licence.sense.complements
    if licence.complement not in BARE or "whom" not in taken or "that" in taken:
        return None
    if analysis.codes[chunk] != _GROUP:
        return None
    first, last = analysis.chunks.edges[chunk : chunk + 2]
    codes = analysis.units.codes[first:last]
    words, lower, units = analysis.tokens.words, analysis.tokens.lower, analysis.units.first
    for at, (before, code) in enumerate(pairwise(codes), first + 1):
        if before == _NAME and code in _OPENING:
            return units[at]
        if lower[units[at - 1]] in _HEARING and at == first + 2 and code in _OPENING:
            return units[at]  # told the jury | detectives had found it; but: told court officials
        if (before in (_PLURAL, _NOUN) and code == _NAME) or (before == _PLURAL and code in _OPENING):
            return units[at]
        if before == code == _NAME and _parts_names(words[units[at] - 1], words[units[at]]):
            return units[at]
    return None


def _parts_names(before: str, word: str) -> bool:
    """Told the BBC | Lee was late; told Lee | Mr Berg was late: two names in a row are not one."""
    if word in HONORIFICS:
        return True
    if word in _CHANNELS:
        return False
    initials = before.isupper() and len(before) > 1 and before not in _STATES and not word.isupper()
    return initials or before == "Reuters"
