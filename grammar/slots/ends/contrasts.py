"""Where a content ends before a clause that turns from it or stands beside it: "would go | , even as"."""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.slots.ends import clauses, figures
from grammar.slots.ends.stops import BARE, LATER, STATED, before, matched, pause
from grammar.text.ranges import Range

_COMMA, _THAT = CHUNKS["Comma"], CHUNKS["That"]
# complements that are no clause
_THINGS = frozenset(("about", "of", "for", "against", "with", "as", "taken-as", "in", "by", "under-way"))
_INFINITIVE = frozenset(TOKEN_CLASSES[name] for name in ("VerbBase", "CueBase", "NounBase", "Adv", "Noun"))
_AND_WHO = CHUNKS["And"] + CHUNKS["Relative"]
_ADVERB, _DASH, _BECAUSE = CHUNKS["Adverb"], CHUNKS["Dash"], CHUNKS["Because"]
_REASONING = frozenset(("just", "simply", "merely", "only", "solely", "precisely", "partly"))
_FOCUSED = frozenset(CHUNKS[name] for name in ("As", "But", "Question", "Prep", "Because"))
_TURNED = frozenset((CHUNKS["Group"], CHUNKS["Pronoun"], CHUNKS["Comma"]))
_WITH = frozenset(("with_saying", "with_praising"))
_PARTICIPIAL = _WITH | {"adding_that", "praising"}
_NAME = TOKEN_CLASSES["Name"]
_DETERMINED = frozenset(TOKEN_CLASSES[name] for name in ("Det", "Poss", "Name", "Quant"))
_FOCUS, _NOT_LEAST = frozenset(("even", "just", "only")), ["not", "least"]


def before_contrast(
    analysis: Analysis, rule: str, complement: str, first: int, last: int, *, negated: bool
) -> int:
    """Did not say when | , but expects it; did not think it late | but he left; was to win | , but lost."""
    codes = analysis.codes
    if negated or rule == "is_said_to":
        last = before(clauses.CONTRAST, codes, first, last)
    if rule == "is_said_to":
        last = before(clauses.ALSO_SAID, codes, first + 1, last)
        match = clauses.JOINED.match(codes, first, last)
        if match and not _INFINITIVE.issuperset(analysis.letters(match.start(1))):
            last = match.end()
    if negated and complement in STATED:
        last = before(clauses.TURN, codes, first, last)
    return last


def before_absolute(analysis: Analysis, rule: str, first: int, last: int) -> int:
    """With Lund saying she was glad | and Berg calling it a gift; with crews opposing it | and Lund for it.

    Without "with" only a name that speaks begins another such clause: backing it and clerks opposing it.
    """
    if rule not in _PARTICIPIAL:
        return last
    for match in clauses.ABSOLUTE.finditer(analysis.codes, first + 1, last):
        letters = analysis.letters(match.start(1))
        if rule in _WITH and letters[:1] in _DETERMINED:
            return match.start()
        if match["said"] and set(letters) == {_NAME}:
            return match.start()
    return last


def before_judgement(codes: str, first: int, last: int, *, inside: bool) -> int:
    """Did not know who to believe | and the court would judge, | but that he knew (so he said)."""
    match = clauses.ANOTHER.search(codes, first, last)
    if match is None and inside:
        match = clauses.BUT_THAT.search(codes, first, last)
    return match.start() if match else last


def before_second(analysis: Analysis, complement: str, first: int, last: int) -> int:
    """(He said) she believed it would hold | and that she was sorry, she regrets it | - it was late."""
    codes = analysis.codes
    if complement in BARE:
        joined = clauses.OUTER if first < analysis.own else clauses.OUTER_QUOTED
        last = before(joined, codes, first + 1, last)
    if complement in STATED or complement == "object":
        dash = codes.find(_DASH, first + 1, last)
        aside = dash > 0 and codes.find(_DASH, dash + 1, last) < 0
        last = dash if aside and clauses.REMARK.match(codes, dash, last) else last
    if complement in STATED:
        return matched(clauses.SPLICED, codes, first, last)
    if complement == "object":
        last = before(clauses.AND_HOW, codes, first + 1, last)
    if complement == "object" or complement in LATER:
        return before(clauses.AND_THAT, codes, first + 1, last)
    if complement in _THINGS:  # viewed it as late | and that she was sorry; grateful for help | , and that
        match = clauses.ALSO_THAT.search(codes, first + 1, last)
        return match.start() if match and _THAT not in codes[first : match.start()] else last
    return last


def before_comparison(analysis: Analysis, first: int, last: int) -> int:
    """(He said) they expected a loss | compared with a gain; what holds two figures is all said."""
    words = analysis.tokens.words
    for at in range(first + 1, last):
        if words[analysis.begins[at]] == "compared":
            return last if figures.are_compared(analysis, first, at) else at
    return last


def before_however(analysis: Analysis, first: int, last: int) -> int:
    """(He said) they backed Lee | , however she has lost; would not say who left | , however all know."""
    codes, words = analysis.codes, analysis.tokens.words
    for at in range(first + 2, last):
        turns = codes[at - 1] == _COMMA and codes[at + 1 : at + 2] in _TURNED
        if turns and words[analysis.begins[at]] == "however":
            return at - 1
    return last


def before_even(analysis: Analysis, first: int, last: int) -> int:
    """Would cut jobs | , even as it grew; , just as they did; will not go | just because it is late."""
    codes = analysis.codes
    if codes[last - 1] != _ADVERB or last <= first + 1 or codes[last : last + 1] not in _FOCUSED:
        return last
    word = analysis.tokens.lower[analysis.begins[last - 1]]
    if word in _REASONING and codes[last] == _BECAUSE:
        return pause(codes, last, last)
    return last - 1 - (codes[last - 2] == _COMMA) if word in ("even", "just") else last


def before_who(codes: str, first: int, last: int) -> int:
    """(A mayor who) backed the raid | and who: what stands behind belongs to the one of whom it tells."""
    if last - first > 2 and codes[last - 1] == _BECAUSE:
        return last - 1  # (promised to hire him) because, | in her words
    return last - 2 if last - first > 2 and codes[last - 2 : last] == _AND_WHO else last


def before_focus(analysis: Analysis, content: list[Range], last: int) -> None:
    """Would cut jobs | , even as it grew; wants somebody | just because he sings; | , not least when."""
    if not content or analysis.codes[last : last + 1] not in _FOCUSED:
        return
    lower = analysis.tokens.lower
    first, end = content[-1]
    focus = analysis.codes[last] != _BECAUSE and lower[end - 1] in _FOCUS
    if not focus and lower[max(end - 2, first) : end] != _NOT_LEAST:
        return
    end -= 1 if focus else len(_NOT_LEAST)
    end -= lower[end - 1] == ","
    if end > first:
        content[-1] = (first, end)
