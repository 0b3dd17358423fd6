"""Number and tense of finite verbs, where their words tell, and with which subject a verb agrees."""

from __future__ import annotations

from grammar.cascade.alphabet import BASES, CHUNKS, THIRDS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis

_VERBS = frozenset(
    CHUNKS[name]
    for name in (
        "Verb", "Wins", "Judge", "SayThat", "SayQuote", "Tell", "Post", "SaidTo", "SaidThat", "SaidBy",
        "Said", "Believes",
    )
)  # fmt: skip
_UNDONE = frozenset(CHUNKS[name] for name in ("Bare", "ToDo", "ToSay"))
_MODALS = frozenset(TOKEN_CLASSES[name] for name in ("Modal", "ModalNot", "Having"))
_CUE_PAST, _FINITE, _BASE = (TOKEN_CLASSES[name] for name in ("CuePast", "Verb", "VerbBase"))
_PLAIN = BASES | {_BASE}
# within these, another clause has verbs of its own
_EMBEDDING = frozenset(CHUNKS[name] for name in ("Relative", "Question", "As", "But", "Because"))
_NOUN = TOKEN_CLASSES["NounBase"]
_FINITE_MANY = frozenset(("are", "were"))
_THAT, _PRONOUN = CHUNKS["That"], CHUNKS["Pronoun"]
_ONE = frozenset(("is", "was", "has", "does"))
_MANY = frozenset(("are", "were", "have", "do"))
_PRONOUNS = {"he": "one", "she": "one", "it": "one", "they": "many", "we": "many"}
_PERFECT = frozenset(("has", "have", "had", "'s", "'ve", "’s", "’ve"))
_PAST = frozenset(("was", "were", "had", "would", "could", "might", "did"))
_PRESENT = frozenset(
    ("is", "are", "has", "have", "does", "do", "will", "wo", "can", "ca", "'s", "'re", "'ll", "'ve")
)


def tenses(analysis: Analysis, first: int, last: int) -> set[str]:
    """The tenses of the verbs between two chunks, as far as they can be told."""
    found = (tense(analysis, at) for at in range(first, last) if analysis.codes[at] in _VERBS)
    return {one for one in found if one}


def tense(analysis: Analysis, chunk: int) -> str:
    """Whether a finite chunk is "present" or "past"; nothing where its words do not tell."""
    word = _auxiliary(analysis, chunk)
    if word in _PAST or (word not in _PRESENT and analysis.letters(chunk)[-1:] == _CUE_PAST):
        return "past"
    return "present" if word in _PRESENT or _is_third(analysis, chunk) else ""


def is_plain_past(analysis: Analysis, chunk: int) -> bool:
    """Said, also said; not: has said, had said."""
    words = analysis.tokens.lower[analysis.begins[chunk] : analysis.ends[chunk]]
    return analysis.letters(chunk)[-1:] == _CUE_PAST and _PERFECT.isdisjoint(words)


def number(analysis: Analysis, chunk: int) -> str:
    """Whether a finite chunk's subject is "one" or "many"; nothing where its words do not tell."""
    word = _auxiliary(analysis, chunk)
    if word in _ONE or word in _MANY:
        return "one" if word in _ONE else "many"
    if not _MODALS.isdisjoint(analysis.letters(chunk)):
        return ""
    if _is_third(analysis, chunk):
        return "one"
    return "many" if analysis.letters(chunk)[-1:] in _PLAIN else ""


def agrees(analysis: Analysis, cue: int, verb: int, first: int, last: int) -> str:
    """Whether a verb behind "and" agrees with the "cue" alone, or with what is "said" alone.

    The crews say he is ill | and want him home; she says they are late and hope to go. Nothing where both
    are of one number, and where the verb may stand beside an infinitive: he is keen to go and play.
    """
    joined, codes = number(analysis, verb), analysis.codes
    if not joined or not _EMBEDDING.isdisjoint(codes[first:last]):
        return ""
    auxiliary = _auxiliary(analysis, verb)
    verbs = [at for at in range(first, last) if codes[at] in _VERBS]
    if joined == "many" and auxiliary not in _FINITE_MANY:
        modal = any(not _MODALS.isdisjoint(analysis.letters(at)) for at in verbs)
        if modal or _NOUN in analysis.letters(verb) or not _UNDONE.isdisjoint(codes[first:last]):
            return ""
    at = first + (codes[first] == _THAT)
    told = _PRONOUNS.get(analysis.tokens.lower[analysis.begins[at]]) if codes[at] == _PRONOUN else None
    inner = {one for one in (_inner_number(analysis, at) for at in verbs) if one}
    if told:  # he left: what is no third person is a past
        inner = (inner - {"?"}) | {told}
    if len(inner) != 1 or "?" in inner:
        return ""
    reporting = number(analysis, cue)
    if joined in inner:
        return "said" if reporting not in ("", joined) else ""
    return "cue" if joined == reporting or (not reporting and auxiliary in ("was", "were")) else ""


def _inner_number(analysis: Analysis, chunk: int) -> str:
    """The number of a verb within a content; "?" for one that may be a past or a bare form: they cast it."""
    told = number(analysis, chunk)
    if told and (told == "one" or _auxiliary(analysis, chunk)):
        return told
    return "" if tense(analysis, chunk) == "past" else "?"


def _auxiliary(analysis: Analysis, chunk: int) -> str:
    """The first word of a chunk that may be an auxiliary, without what denies it: isn't; wo for "won't"."""
    for word in analysis.tokens.lower[analysis.begins[chunk] : analysis.ends[chunk]]:
        bare = word.replace("’", "'").removesuffix("n't")
        if bare in _PRESENT or bare in _PAST:
            return bare
    return ""


def _is_third(analysis: Analysis, chunk: int) -> bool:
    """Says, wants, appears."""
    letter, word = analysis.letters(chunk)[-1:], analysis.tokens.lower[analysis.ends[chunk] - 1]
    return letter in THIRDS or (letter == _FINITE and word.endswith("s") and not word.endswith("ss"))
