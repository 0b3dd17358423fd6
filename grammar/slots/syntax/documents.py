"""Who speaks in "a letter saying that", "a report detailing": a participle behind a noun that carries words.

Its source is whoever issues the document, where the sentence says so ("the firm issued a statement saying
that"), else the document itself ("they received a letter saying that").
"""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS, COUNTS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.claim import Act, Type
from grammar.lexicon import table
from grammar.lexicon.inflection import forms
from grammar.text.ranges import Range

_ROWS = [(name, words.split()) for name, words in table("documents.tsv")]
_DOCUMENTS = frozenset(word for name, words in _ROWS if name == "document" for word in words)
_ISSUING = frozenset(
    form for name, words in _ROWS if name == "issuing" for verb in words for form in forms(verb)
)
_SHOWING = frozenset(
    form for name, words in _ROWS if name == "showing" for verb in words for form in forms(verb)
)
_GROUPS = frozenset((CHUNKS["Group"], CHUNKS["Report"]))
_BETWEEN = frozenset(CHUNKS[name] for name in ("Prep", "By", "To", "In"))
_CLAUSAL = frozenset(CHUNKS[name] for name in ("That", "Relative", "Question", "Pronoun", "But", "As"))
_FINITE = frozenset(CHUNKS[name] for name in ("Verb", "Said"))
_CONTACT = frozenset((2 * CHUNKS["Group"], CHUNKS["Group"] + CHUNKS["Pronoun"]))
_HOLDING = frozenset(TOKEN_CLASSES[name] for name in ("Name", "Plural", "Quant"))
_TO, _ADVERB, _OF, _JUDGE = (CHUNKS[name] for name in ("To", "Adverb", "Of", "Judge"))
_TIME, _INFINITIVE = TOKEN_CLASSES["TimeUnit"], TOKEN_CLASSES["To"]
_PREPOSITIONS = frozenset(CHUNKS[name] for name in ("To", "About", "Against", "In", "For", "By", "Prep"))
_ASKING = frozenset((Act.QUESTION, Act.REQUEST))
_QUOTING = frozenset(("quote", "cite", "hear"))
_FIGURES = frozenset(("forecasts", "estimates", "figures", "data", "statistics"))
_NEAR = 8  # chunks within which the verb is looked for whose object a group is
_WHEN = CHUNKS["When"]
_COMMA, _NAME = CHUNKS["Comma"], TOKEN_CLASSES["Name"]
_VERBAL = frozenset(CHUNKS[name] for name in ("Verb", "Bare", "Done", "Judge", "Doing", "ToDo", "SayingTo"))
_GOVERNING = _VERBAL | {CHUNKS[name] for name in ("SayThat", "Tell", "Post")}


def is_behind_group(analysis: Analysis, cue: int) -> bool:
    """Whether a participle stands right behind a noun group, with no comma between."""
    return cue > 0 and analysis.codes[cue - 1] in _GROUPS


def bearer(analysis: Analysis, cue: int) -> Range | None:
    """The chunks of the document before the participle at chunk ``cue``; "a letter from the firm" is one."""
    last = cue - (cue > 1 and analysis.codes[cue - 1] == _WHEN)  # a new ad | on Tuesday | attacking him
    first = last - 1
    if is_document(analysis, first):
        return first, last
    while last == cue and first > 1 and cue - first < _NEAR and _extends(analysis, first - 1):
        first -= 2  # adverts in papers such as the Post, urging
        if is_document(analysis, first):
            return first, cue
    return None


def _extends(analysis: Analysis, chunk: int) -> bool:
    """Whether a preposition joins two groups into one: a letter from, adverts in, papers such as."""
    code = analysis.codes[chunk]
    if analysis.codes[chunk - 1] not in _GROUPS:
        return False
    return code in _BETWEEN or (
        code == _OF and analysis.tokens.words[analysis.begins[chunk]].lower() == "such"
    )


def holder(analysis: Analysis, cue: int) -> Range | None:
    """Those whose attitude a participle right behind them tells: villagers supporting the dam."""
    licence, units = analysis.licences.get(cue), analysis.units.codes
    if licence is None or licence.sense.type is not Type.EVENTUALITY or licence.sense.act is Act.INTEND:
        return None  # companies wanting a site: it tells which ones are meant
    held = units[analysis.chunks.edges[cue] - 1] in _HOLDING
    return (cue - 1, cue) if held else None


def speaks(analysis: Analysis, document: Range, subject: Range | None) -> bool:
    """Whether the document itself is the source, since nobody in the sentence issues it."""
    first = document[0]
    if subject is None or first == 0 or subject[0] >= first:
        return True
    last = first - 1
    if analysis.codes[last] == _TO:  # pointed to data showing that
        return False
    last -= analysis.codes[last] == _ADVERB  # put out a statement
    licence = analysis.licences.get(document[1]) or analysis.licences.get(document[1] + 1)
    if analysis.codes[last] not in _VERBAL or (licence is not None and licence.lemma == "show"):
        return True  # (released) a video showing
    verb = analysis.tokens.words[analysis.begins[last] : analysis.ends[last]]
    return _ISSUING.isdisjoint(word.lower() for word in verb)


def is_antecedent(analysis: Analysis, chunk: int) -> bool:
    """Whether a document stands right before "that" or "which": after the end of an inquiry that found."""
    codes = analysis.codes
    joined = codes[chunk - 1] in _PREPOSITIONS or codes[chunk - 1] == _OF
    return joined and codes[chunk + 1] != _COMMA and is_document(analysis, chunk)


def apart(analysis: Analysis, first: int, last: int) -> Range:
    """According to a report, Ann Lee, who drove: a name behind a document is no other name for it."""
    comma = analysis.codes.find(_COMMA, first, last)
    if comma < 0 or comma + 1 >= last:
        return first, last
    counted = analysis.tokens.lower[analysis.ends[comma - 1] - 1] in _FIGURES
    if not counted and not is_document(analysis, comma - 1):
        return first, last
    unit = analysis.chunks.edges[comma + 1]
    return (first, comma) if analysis.units.codes[unit] == _NAME else (first, last)


def end(analysis: Analysis, first: int, last: int) -> int:
    """Where what the document shows ends: (a memo detailing) the abuse | was made public."""
    for chunk in range(first + 1, last):
        code = analysis.codes[chunk]
        if code in _CLAUSAL:
            break
        contact = analysis.codes[chunk - 2 : chunk] in _CONTACT  # the changes | the town was going through
        if code in _FINITE and not contact:
            return chunk
    return last


def voice(analysis: Analysis, cue: int) -> Range | None:
    """The chunks of the group right in front of a participle that speaks itself: with 50 percent saying.

    None where that group is what its subject issues ("he fired back a response saying"), judges or turns to.
    """
    codes, at = analysis.codes, cue - 1
    licence = analysis.licences.get(cue)
    if not is_behind_group(analysis, cue) or codes[at - 1 : at] in _PREPOSITIONS:
        return None
    if (
        licence is None
        or licence.lemma == "add"
        or not (licence.sense.type is Type.ASSERTION or licence.sense.act in _ASKING)
    ):
        return None  # she took a job hoping
    edges, units = analysis.chunks.edges, analysis.units.codes
    if units[edges[at + 1] - 1] == _TIME or units[edges[cue]] == _INFINITIVE:
        return None
    first = at
    while first > 1 and codes[first - 1] == _OF and units[edges[first - 1] - 1] in COUNTS:
        first -= 2  # one of the builders saying
    return (first, cue) if _speaks_itself(analysis, first) else None


def _speaks_itself(analysis: Analysis, first: int) -> bool:
    """Whether the verb in front leaves it to the group to speak: quoted a miner; not: sued the firm."""
    for chunk in range(first - 1, max(first - _NEAR, -1), -1):
        if analysis.codes[chunk] in _GOVERNING:
            verb = frozenset(analysis.tokens.lower[analysis.begins[chunk] : analysis.ends[chunk]])
            judged, next_to = analysis.licences.get(chunk), chunk == first - 1
            if judged is not None and judged.lemma in _QUOTING and next_to:
                return True
            if analysis.codes[chunk] == _JUDGE or not _ISSUING.isdisjoint(verb):
                return False
            return not (next_to and verb.isdisjoint(_SHOWING))
    return True


def is_document(analysis: Analysis, chunk: int) -> bool:
    """Whether a group's last word is a document's."""
    if chunk < 0 or analysis.codes[chunk] not in _GROUPS:
        return False
    return analysis.tokens.words[analysis.ends[chunk] - 1].lower() in _DOCUMENTS


def behind(analysis: Analysis, source: Range | None, first: int, last: int) -> int:
    """Where begins what was said behind "according to": Lee, whose crew had left, | it rained."""
    codes = analysis.codes
    if source and codes[source[1]] == _COMMA and codes[source[1] : first] != _COMMA + _ADVERB + _COMMA:
        first = source[1]
    opening = first + (codes[first] == _COMMA)
    owned = analysis.tokens.lower[analysis.begins[opening]] == "whose"
    return max(codes.find(_COMMA, opening, last), first) if owned else first
