"""Constructions that report nothing whatever the cue: "who they say they are", "there is much hope"."""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.frames import Frame
from grammar.cascade.words.persons import PERSONS
from grammar.doubts.vocabulary import RELATIVE, WORDS
from grammar.slots.attribution import Attribution
from grammar.slots.syntax.mood import MARKS
from grammar.text.layout import Kind

Range = tuple[int, int]
_NAME = TOKEN_CLASSES["Name"]
_LEADING = frozenset(("content_said", "content_said_inverted"))
_EMPTY = frozenset(("it", "this", "that", "there", "what"))
_EXPLETIVES = frozenset(("there", "having", "let", "let's", "let’s"))  # let's say it is late
_INVERTED = frozenset(("content_said_inverted", "quote_said_inverted"))
_ADJECTIVES = frozenset(TOKEN_CLASSES[name] for name in ("Adj", "Adv", "CueAdj"))
_QUANTIFIERS = frozenset((TOKEN_CLASSES["Quant"], TOKEN_CLASSES["Det"]))
_HEADLESS = frozenset(TOKEN_CLASSES[name] for name in ("Adj", "Adv", "Quant", "Det", "CueAdj"))
_ADJECTIVAL = ("al", "ous", "ive", "ent", "ant", "ar", "ful", "ed", "ate", "ic")  # no Kelly, no Beverly
_NICKNAME = len("Sally")
_INQUIRING = frozenset((CHUNKS["Question"], CHUNKS["Relative"]))
_BEING = frozenset(("is", "are", "am", "was", "were", "'re", "’re", "'m", "’m", "'s", "’s"))
_MEASURES = frozenset(("no", "much", "little", "enough", "a", "an", "the", "every", "such", "other"))
_PAST = TOKEN_CLASSES["CuePast"]
_JUDGING = frozenset(("wrong", "right", "fair", "true", "easy", "hard", "difficult", "safe", "premature"))
_BARE = 2  # words
_AFTER_NAME = frozenset(CHUNKS[name] for name in ("Stop", "Comma", "Break"))
_PARTICIPLES = frozenset(("adding_that", "praising", "telling"))
_PLAIN = frozenset(("said_that", "said_quote", "told", "judged"))
_BARE_CLAUSE = frozenset(("bare", "plain"))
_PLURAL, _NOUN, _COMMA = TOKEN_CLASSES["Plural"], TOKEN_CLASSES["Noun"], CHUNKS["Comma"]
_BASES = frozenset((TOKEN_CLASSES["CueBase"], TOKEN_CLASSES["NounBase"]))
_THIRD = frozenset((TOKEN_CLASSES["CueThird"], TOKEN_CLASSES["NounThird"]))
_OF_FOR = frozenset((CHUNKS["Of"], CHUNKS["For"]))
_GROUP = CHUNKS["Group"]
_MORE = frozenset(("more", "less", "fewer"))
_ACTING = frozenset(
    CHUNKS[name]
    for name in ("Verb", "Bare", "Said", "Judge", "SaidTo", "Done", "Doing", "ToDo", "ToSay", "SayingTo")
)
_WAYS = frozenset(
    ("way", "ways", "means", "method", "habit", "hope", "chance", "point", "idea", "prospect", "hash", "job")
)


def is_ground(analysis: Analysis, frame: Frame) -> bool:
    """She based her comments | on the report: what they rest on is not what they are about."""
    if frame.rule != "claim_that" or len(frame.slots) < 2:
        return False
    chunk, behind = frame.slots[0][1], frame.slots[1][1]
    words = analysis.tokens.words
    resting = words[analysis.ends[chunk - 1] - 1].lower() in WORDS["resting"] if chunk else False
    return resting and words[analysis.begins[behind]].lower() in ("on", "upon", "around")


def is_headless(analysis: Analysis, chunks: Range | None) -> bool:
    """Tell "overly optimistic view", "there is much hope" from a source: neither speaks for anybody.

    "Some", "most" and "many" do.
    """
    if chunks is None or chunks[1] - chunks[0] != 1:
        return False
    edges = analysis.chunks.edges
    first, last = edges[chunks[0]], edges[chunks[1]]
    word = analysis.tokens.words[analysis.ends[chunks[0]] - 1]
    named = last - first == 1 and word.endswith("ly") and analysis.units.codes[first] == _NAME
    if named and (word.islower() or (len(word) > _NICKNAME and word[:-2].endswith(_ADJECTIVAL))):
        return True  # (the firm) "deeply regrets" it; originally dubbed "the box", it
    if not _HEADLESS.issuperset(analysis.units.codes[first:last]):
        return False
    if word[0].isupper():
        return False  # Stubbs-O'Hara
    return last - first == 1 and (word in _MEASURES or analysis.units.codes[first] not in _QUANTIFIERS)


def is_questioned(analysis: Analysis, frame: Frame, found: Attribution) -> bool:
    """Tell "worries about the price", "wanted to be a pilot" from "asked about the price".

    Only a past is short for "was asked".
    """
    if frame.rule != "asked_whether":
        return False
    if found.licence is not None and found.licence.lemma in ("want", "call"):
        return True
    edges, (_, first, last) = analysis.chunks.edges, frame.slots[0]
    return analysis.units.codes[edges[first] : edges[last]] != _PAST


def is_compared(analysis: Analysis, rule: str, source: list[Range]) -> bool:
    """Tell "(it rose by six), more than analysts expected" from "more than six analysts expected it"."""
    if not source:
        return False
    first, last = source[0]
    words = analysis.tokens.lower[first:last]
    if "as" in words and words[0] != "many" and analysis.tokens.lower[first - 1] == "as":
        return True  # (not as) rosy as Lee would like
    if rule not in _LEADING:
        return False
    return "than" in words[:-1] and not any(
        character.isdigit() for character in words[words.index("than") + 1]
    )


def is_inverted(analysis: Analysis, found: Attribution) -> bool:
    """Rain is good for the crops said Lee; (it fell) by ten percent, predicts the study: no content."""
    first, tokens = found.cue[0][0], analysis.tokens
    if found.rule in _INVERTED and _is_adjective(analysis, found):
        return True  # (a clerk) pleaded guilty in May to fraud
    if found.rule == "content_said_inverted" and tokens.words[first - 1] in MARKS:
        return tokens.starts[first] == tokens.starts[first - 1] + 1  # (the tool, he said,) "adds speed"
    if found.rule == "and_judged" and found.licence and found.licence.complement == "object":
        return analysis.tokens.words[found.cue[0][0] - 1] == "," and "none" in found.licence.sense.complements
    if found.rule != "said_that" or found.licence is None or found.licence.complement != "any":
        return False
    chunk = found.cue_chunk + 1
    named = set(analysis.letters(chunk)) == {_NAME}
    return named and analysis.codes[chunk + 1 : chunk + 2] in _AFTER_NAME


def _is_adjective(analysis: Analysis, found: Attribution) -> bool:
    """Whether an adjective in small letters stands first in a source."""
    if not found.source_chunks or not analysis.tokens.words[found.source[0][0]].islower():
        return False
    return _ADJECTIVES.issuperset(analysis.letters(found.source_chunks[0]))


def is_discordant(analysis: Analysis, found: Attribution) -> bool:
    """(The habit of losing) phones explains it; lost in his dreams, who sees it; the mayor, who believe it.

    A plural is no subject of a singular verb, nor is one person, in small letters, one of a plural verb.
    """
    if not found.source or not found.source_chunks:
        return False
    units, edges, word = analysis.units.codes, analysis.chunks.edges, analysis.tokens.words
    first, last = found.source_chunks
    if found.rule in RELATIVE and last - first > 1 and word[analysis.ends[last - 1] - 1].lower() == "who":
        last -= 1 + (analysis.codes[last - 2] == _COMMA)
        code = units[edges[found.cue_chunk]]
        if last - first == 1 and code in _BASES and units[edges[last] - 1] == _NOUN:
            return word[analysis.ends[first] - 1] in PERSONS
    elif found.rule not in _PLAIN:
        return False
    noun = word[analysis.ends[last - 1] - 1]
    return (
        units[edges[last] - 1] == _PLURAL
        and units[edges[found.cue_chunk + 1] - 1] in _THIRD
        and noun[0].islower()
        and noun.endswith("s")
        and not noun.endswith(("ics", "news", "series"))
        and last - first == 1
    )


def is_unspoken(analysis: Analysis, frame: Frame, source: list[Range]) -> bool:
    """Without mentioning it; (it is less known) than Lee reveals: what is not said, or only compared."""
    lower = analysis.tokens.lower
    if frame.rule in _PARTICIPLES:
        first, last = analysis.begins[frame.slots[0][1]], analysis.ends[frame.slots[0][1]]
        return "without" in lower[max(first - 1, 0) : last]
    if frame.rule != "judged" or not source:
        return False
    before = lower[max(source[0][0] - 2, 0) : source[0][0]]
    return before[1:] == ["than"] and before[0] not in _MORE


def is_complement(analysis: Analysis, frame: Frame) -> bool:
    """The reason for saying so; a risk of suggesting it: a noun's complement tells of no event."""
    if frame.rule not in _PARTICIPLES:
        return False
    at, codes = frame.slots[0][1], analysis.codes
    if codes[at - 1 : at] not in _OF_FOR or codes[at - 2 : at - 1] != _GROUP:
        return False
    noun = analysis.tokens.words[analysis.ends[at - 2] - 1].lower()
    return noun in _WAYS or codes[at - 3 : at - 2] not in _ACTING


def is_felt(analysis: Analysis, found: Attribution) -> bool:
    """She felt frustrated by the lack of notice given: what she felt is no clause."""
    licence, chunk = found.licence, found.cue_chunk + 1
    if licence is None or licence.lemma != "feel":
        return False
    if licence.complement == "gap":  # (told the court) that he felt | belittled
        return analysis.tokens.lower[analysis.begins[chunk]].endswith("ed")
    if licence.complement not in _BARE_CLAUSE:
        return False
    return analysis.codes[chunk] == _GROUP and _HEADLESS.issuperset(analysis.letters(chunk))


def is_identity(analysis: Analysis, found: Attribution) -> bool:
    """(Nobody knows) who they say they are."""
    if found.rule == "and_said" and found.content:  # she is fifty, or thinks she is
        lower = analysis.tokens.lower[found.content[0][0] : found.content[0][1]]
        return len(lower) == _BARE and lower[1] in _BEING
    if found.rule != "said_that" or not found.source_chunks or not found.content:
        return False
    chunk, words = found.source_chunks[0], analysis.tokens.words
    (first, _), (begin, end) = found.source[0], found.content[0]
    return (
        analysis.codes[chunk - 1 : chunk] in _INQUIRING
        and words[first].lower() == words[begin].lower()
        and end > begin + 1
        and words[begin + 1].lower() in _BEING
    )


def is_passive_headline(analysis: Analysis, found: Attribution) -> bool:
    """Parties warned over votes: in a headline, a past without its object is short for "are warned"."""
    licence = found.licence
    if licence is None or found.cue_chunk < 0 or not found.source:
        return False
    if analysis.paragraphs[found.paragraph].kind is not Kind.HEADLINE:
        return False
    cue = analysis.units.codes[analysis.chunks.edges[found.cue_chunk]]
    return cue == _PAST and licence.complement == "about" and "whom" in licence.sense.complements


def is_empty(analysis: Analysis, rule: str, source: list[Range]) -> bool:
    """Tell "it is certain that" from "she is certain that": nobody holds it; nor "there", "not everyone"."""
    if not source:
        return False
    first, words = source[0][0], analysis.tokens.words
    word = words[first].lower()
    if rule in RELATIVE and word == "which" and source[0][1] - first == 1:
        return True  # (is "standing by" words) which likened her to a guard
    if word in _EXPLETIVES or (first and words[first - 1].lower() == "not"):
        return True
    behind = analysis.tokens.lower[first + 1 : first + 4]
    if (
        word == "it"
        and rule in _PLAIN
        and not _BEING.isdisjoint(behind[:1])
        and not _JUDGING.isdisjoint(behind)
    ):
        return True  # it is simply wrong to assume so
    return rule == "confident" and word in _EMPTY
