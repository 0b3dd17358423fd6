"""What stands where a source would and is nobody: "there is much hope", "rosy as Lee would like"."""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS, THIRDS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.families import LEADING, PLAIN, RELATIVE
from grammar.doubts.vocabulary import COPULAS, EMPTY, HEADLESS, WORDS
from grammar.slots.attribution import Attribution
from grammar.text.ranges import Range

_NAME = TOKEN_CLASSES["Name"]
_EXPLETIVES = frozenset(("there", "having", "let", "let's", "let’s"))  # let's say it is late
_QUANTIFIERS = frozenset((TOKEN_CLASSES["Quant"], TOKEN_CLASSES["Det"]))
_MEASURES = frozenset(("no", "much", "little", "enough", "a", "an", "the", "every", "such", "other"))
_ARTICLES = frozenset(("The", "An", "Every", "No"))
_PLURAL = TOKEN_CLASSES["Plural"]
_COMMA = CHUNKS["Comma"]


def is_nobody(analysis: Analysis, found: Attribution) -> bool:
    """Whether the source's words name nobody who could be the cue's subject."""
    return (
        is_circular(found)
        or is_empty(analysis, found.rule, found.source)
        or is_headless(analysis, found.source_chunks)
        or is_compared(analysis, found.rule, found.source)
        or is_discordant(analysis, found)
    )


def is_circular(found: Attribution) -> bool:
    """Whether the source holds its own cue: (Lee sounded) "a note about the jobs" (report)."""
    return any(first < end and start < last for first, last in found.source for start, end in found.cue)


def is_empty(analysis: Analysis, rule: str, source: list[Range]) -> bool:
    """Tell "it is certain that" from "she is certain that": nobody holds it; nor "there", "not everyone"."""
    if not source:
        return False
    first, lower = source[0][0], analysis.tokens.lower
    word = lower[first]
    if rule in RELATIVE and word == "which":
        return True  # (is "standing by" words) which likened her to a guard
    if word in _EXPLETIVES or (first and lower[first - 1] == "not"):
        return True
    behind = lower[first + 1 : first + 4]
    if word == "not" and behind[:1] not in (["a"], ["one"]):
        return True  # not every driver
    if (
        word == "it"
        and rule in PLAIN
        and not COPULAS.isdisjoint(behind[:1])
        and not WORDS["judged"].isdisjoint(behind)
    ):
        return True  # it is simply wrong to assume so
    return rule == "confident" and word in EMPTY


def is_headless(analysis: Analysis, chunks: Range | None) -> bool:
    """Tell "overly optimistic view", "there is much hope" from a source: neither speaks for anybody.

    "Some", "most" and "many" do.
    """
    if chunks is None or chunks[1] - chunks[0] != 1:
        return False
    edges = analysis.chunks.edges
    first, last = edges[chunks[0]], edges[chunks[1]]
    word = analysis.tokens.words[analysis.ends[chunks[0]] - 1]
    if last - first == 1 and word.islower() and word.endswith("ly") and analysis.units.codes[first] == _NAME:
        return True  # (the firm) "deeply regrets" it
    if not HEADLESS.issuperset(analysis.units.codes[first:last]):
        return False
    if word[0].isupper():
        return word in _ARTICLES  # The thought that it is lost hurts; but: Stubbs-O'Hara, A: Yes
    return last - first == 1 and (word in _MEASURES or analysis.units.codes[first] not in _QUANTIFIERS)


def is_compared(analysis: Analysis, rule: str, source: list[Range]) -> bool:
    """Tell "(it rose by six), more than analysts expected" from "more than six analysts expected it"."""
    if not source:
        return False
    lower = analysis.tokens.lower
    first, last = source[0]
    as_much = lower[first - 1] == "as" and lower[first] != "many"
    if as_much and "as" in lower[first:last]:
        return True  # (not as) rosy as Lee would like
    if rule not in LEADING:
        return False
    words = lower[first:last]
    return "than" in words[:-1] and not any(
        character.isdigit() for character in words[words.index("than") + 1]
    )


def is_discordant(analysis: Analysis, found: Attribution) -> bool:
    """(The habit of losing) phones explains it; lost in his dreams, who sees it: no plural noun takes it."""
    if not found.source or not found.source_chunks:
        return False
    units, edges, word = analysis.units.codes, analysis.chunks.edges, analysis.tokens.words
    first, last = found.source_chunks
    if found.rule in RELATIVE and last - first > 1 and word[analysis.ends[last - 1] - 1].lower() == "who":
        last -= 1 + (analysis.codes[last - 2] == _COMMA)
    elif found.rule not in PLAIN:
        return False
    noun = word[analysis.ends[last - 1] - 1]
    return (
        units[edges[last] - 1] == _PLURAL
        and units[edges[found.cue_chunk + 1] - 1] in THIRDS
        and noun[0].islower()
        and noun.endswith("s")
        and not noun.endswith(("ics", "news", "series"))
        and last - first == 1
    )
