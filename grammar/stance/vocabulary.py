"""Closed classes: the words that show where a clause begins, where its verb stands and where it ends."""

from __future__ import annotations

from grammar.lexicon import table

_SETS: dict[str, frozenset[str]] = {
    name: frozenset(words.split()) | frozenset(words.replace("'", "’").split())
    for name, words in table("stance/clause.tsv")
}
FINITE = _SETS["finite"]
NOUNLIKE = _SETS["noun-like"]
"""Modals that are nouns behind an article."""
BARE = _SETS["bare"]
ADVERB = _SETS["adverb"]
BE = _SETS["be"] | BARE
LINK = _SETS["link"] | BE
DETERMINER = _SETS["determiner"]
PREPOSITION = _SETS["preposition"]
RELATIVE = _SETS["relative"]
SUBORDINATOR = _SETS["subordinator"]
TEMPORAL = _SETS["temporal"]
INQUIRY = _SETS["inquiry"]
QUESTION = _SETS["question"]
CONDITION = _SETS["condition"]
INVERTED, ABSOLUTE = _SETS["inverted"], _SETS["absolute"]
COORDINATOR = _SETS["coordinator"]
PRONOUN = _SETS["pronoun"]
SUBJECT = _SETS["subject"]
PARENTHESIS = _SETS["parenthesis"]
STOP = _SETS["stop"]
QUOTE = _SETS["quote"]
CLAIM = _SETS["claim"]
WITHHELD = _SETS["withheld"]
SPEECH = _SETS["speech"]
INFORMATION = _SETS["information"]
GIVING = _SETS["giving"]
TOLD = _SETS["told"]
"""What one tells by giving it: a name, a price; to pay a price or to release a prisoner tells nothing."""
COMMON = PREPOSITION | DETERMINER | COORDINATOR | SUBORDINATOR | PRONOUN | _SETS["common"]
"""Words in most sentences: no good sign of a marker."""
INDEFINITE = _SETS["indefinite"]
GENITIVE = frozenset(("'s", "’s"))
EXPLETIVE = frozenset(("it", "there"))
SENTENCE_END = frozenset(".?!")
TAG = _SETS["tag"]

_FORMS: dict[str, frozenset[str]] = {"Past": frozenset(), "Part": frozenset()}
for _name, _words in table("words.txt"):
    if _name in _FORMS:
        _FORMS[_name] |= frozenset(_words.split())
PAST = _FORMS["Past"] - FINITE
"""Irregular pasts that are no participles: "fell", "knew"."""
PARTICIPLE = _FORMS["Part"] | PAST
