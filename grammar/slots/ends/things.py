"""Where a content ends that is a thing, a topic or a name, and no clause: told me about it | and left."""

from __future__ import annotations

import re

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, TOKEN_CLASSES, expand
from grammar.cascade.analysis import Analysis
from grammar.cascade.licensing.licence import Licence

FINITE = "<Verb|Done|Said|SayThat|SayQuote|Tell|Judge|Post|Believes>"
INFINITIVES = frozenset(CHUNKS[name] for name in ("ToDo", "ToSay", "Bare", "To"))
VERBAL = INFINITIVES | {
    CHUNKS[name] for name in ("Verb", "Said", "Done", "Doing", "Judge", "SayThat", "SayQuote", "Tell", "Post")
}
# (asked her about rents) | when he came
_TIME = re.compile(expand(f"<Question|But|As|Prep><Pronoun><Adverb>*{FINITE}", CHUNK_NAMES))
# (called it Ferry) | and used it to carry vans; (asked her about rents) | , and politely heard the answer
_AND_DID = re.compile(expand("<Comma>?<And><Adverb>*<Done><Group|Objective|Pronoun>", CHUNK_NAMES))
# (draw up what they called) "a first step" | and show it to the town
_AND_DOES = re.compile(expand("<And|But><Adverb>*(?:<Done|Verb|Bare|Judge>|<Group><Pronoun>)", CHUNK_NAMES))
_CLOSED = re.compile(expand("<And|But><Adverb>*<Done>", CHUNK_NAMES))
# (told me about) the boat | and left, | and I was glad, | and, frankly, | and, in practice, this
_AND_CLAUSE = re.compile(
    expand(
        f"<Comma>?<And><Adverb>*(?:<Pronoun>?<Adverb>*{FINITE}|<Group><Adverb>*<Verb>"
        f"|<Comma>(?:<Adverb>|<In|For|By><Group>)\\Z|<Comma><In><Group><Comma>(?:<Group><Adverb>|<Pronoun>))",
        CHUNK_NAMES,
    )
)
# (praised) the way | the firm (and the town are run)
_CONTACT = re.compile(expand("<Group><Group|Pronoun>", CHUNK_NAMES))
# (she is touting) her record | and pounding him
_AND_DOING = re.compile(
    expand("<Comma>?<And><Adverb>?<Doing><Objective|Group|To|With|About|Prep|For>", CHUNK_NAMES)
)
_MARKS = frozenset("\"'”’") | {"''"}
_NAMED = frozenset(("as", "naming", "object", "object-as"))
_WHEN = frozenset(("when", "while", "after", "before", "as", "since", "until"))
_TOPIC = frozenset(("about", "whom-about"))
_THINGS = frozenset(("object", "for", "of", "to", "against", "on")) | _TOPIC
_CUE_ING, _GROUP, _ABOUT = TOKEN_CLASSES["CueIng"], CHUNKS["Group"], CHUNKS["About"]
_TO = CHUNKS["To"]
_DETERMINED = frozenset(TOKEN_CLASSES[name] for name in ("Det", "Poss", "Name", "Quant", "Num"))
_ACTING = VERBAL | {CHUNKS[name] for name in ("SayingTo", "SayingThat", "QuoteOpen", "QuoteComma")}
_CLAUSAL = _ACTING | {
    CHUNKS[name] for name in ("That", "Question", "Relative", "SaidTo", "SaidThat", "SaidBy")
}


def closed(analysis: Analysis, licence: Licence, first: int, last: int) -> int | None:
    """Where a topic or a name ends for good, or None."""
    return _topic_end(analysis, licence, first, last) or _name_end(analysis, licence, first, last)


def alone(analysis: Analysis, licence: Licence, first: int, last: int) -> int:
    """A thing's end without what the source does or a next clause tells behind it."""
    if licence.complement in _THINGS or _is_topic(analysis, licence, first):
        last = _before_clause(analysis, first, last)
        last = _before_doing(analysis, licence, first, last)
    return last


def _is_topic(analysis: Analysis, licence: Licence, first: int) -> bool:
    """Whether what somebody was told begins with "about": told her | about it."""
    return licence.complement in _TOPIC or (licence.complement == "whom" and analysis.codes[first] == _ABOUT)


def _before_clause(analysis: Analysis, first: int, last: int) -> int:
    """Told me about the boat | and left; opposes the sale | and the town is glad: no clause is a thing."""
    for match in _AND_CLAUSE.finditer(analysis.codes, first + 1, last):
        if _is_thing(analysis, first, match.start()):
            return match.start()
    return last


def _is_thing(analysis: Analysis, first: int, last: int) -> bool:
    """Whether no verb stands in a thing: a change to its rules; not: a plan to sail, the way it is run."""
    codes = analysis.codes
    for at in range(first, last):
        governs = codes[at] == _TO and analysis.letters(at + 1)[:1] in _DETERMINED
        if codes[at] in _CLAUSAL and not governs:
            return False
    return not _CONTACT.search(codes, first, last) and not _opens(analysis, first, last)


def _opens(analysis: Analysis, first: int, last: int) -> bool:
    """Whether a clause begins within the thing: warned of delays | after a van and a cart met."""
    return any(analysis.tokens.lower[analysis.begins[at]] in _WHEN for at in range(first, last))


def _before_doing(analysis: Analysis, licence: Licence, first: int, last: int) -> int:
    """Is touting her record | and pounding him; not: questions a part in backing it and leaving."""
    if analysis.letters(licence.first)[-1:] != _CUE_ING:
        return last
    match = _AND_DOING.search(analysis.codes, first + 1, last)
    if match is None or not _ACTING.isdisjoint(analysis.codes[first : match.start()]):
        return last
    behind = match.end() - 1
    determined = analysis.codes[behind] != _GROUP or analysis.letters(behind)[:1] in _DETERMINED
    return match.start() if determined else last


def _topic_end(analysis: Analysis, licence: Licence, first: int, last: int) -> int | None:
    """Told her about it | when he came, | and politely heard her answer."""
    if not _is_topic(analysis, licence, first):
        return None
    times = (match.start() for match in _TIME.finditer(analysis.codes, first + 1, last))
    at = next((at for at in times if analysis.tokens.lower[analysis.begins[at]] in _WHEN), None)
    did = _AND_DID.search(analysis.codes, first + 1, at or last)
    return did.start() if did else at


def _name_end(analysis: Analysis, licence: Licence, first: int, last: int) -> int | None:
    """Called it "a joke" | and left."""
    if licence.complement not in _NAMED:
        return None
    closing = _AND_DOES if licence.complement == "naming" else _CLOSED
    joints = (match.start() for match in closing.finditer(analysis.codes, first + 1, last))
    at = next((at for at in joints if analysis.tokens.lower[analysis.begins[at] - 1] in _MARKS), None)
    did = _AND_DID.search(analysis.codes, first + 2, at or last) if licence.complement == "naming" else None
    return did.start() if did else at
