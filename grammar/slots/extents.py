"""Where a content or a source begins and ends that a frame took too far or cut short, by its words."""

from __future__ import annotations

from itertools import pairwise

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.licence import Licence
from grammar.claim import Act
from grammar.slots import clauses, figures
from grammar.slots.glosses import without_gloss
from grammar.slots.passives import REDUCED

_BUT = CHUNKS["Comma"] + CHUNKS["But"]
_ASKED = frozenset(("wh", "wh-to"))
_WHERE = CHUNKS["Where"]
_WHEN, _EACH = CHUNKS["When"], frozenset(("a", "an", "per", "each", "every"))
_SHIFTED = frozenset(("would", "had"))
_RELATIVE = frozenset(("who_said", "who_told", "who_judged", "is_said_to", "was_told_that", "was_accused_by"))
_PAUSES = frozenset((CHUNKS["Comma"], CHUNKS["Dash"]))
_PAUSED = _PAUSES | {CHUNKS[name] for name in ("Stop", "Break", "Semicolon", "QuoteStop")}
_BARE = frozenset(("bare", "plain", "set-bare"))
_STATED = _BARE | {"that"}
_GLOSSED = _STATED | {"whom", "whom-clause", "to-that", "infinitive", "whom-to", "object"}
_GROUP, _COMMA, _ADVERB, _QUESTION, _AND = (
    CHUNKS[name] for name in ("Group", "Comma", "Adverb", "Question", "And")
)
_INFINITIVE = frozenset(TOKEN_CLASSES[name] for name in ("VerbBase", "CueBase", "NounBase", "Adv", "Noun"))
_BEING = frozenset(("be", "is", "are", "was", "were", "been"))
_CLAUSE_LENGTH = 40  # chunks before the content of a relative clause
_EVEN_BEFORE = frozenset(CHUNKS[name] for name in ("As", "But", "Question", "Prep"))
_ENDING = frozenset((CHUNKS["Stop"], CHUNKS["Break"]))
_LATER = frozenset(("infinitive", "whom-to", "gerund"))
_PREPOSITIONS = frozenset(CHUNKS[name] for name in ("Prep", "To", "With", "For", "By", "As"))
_PREPOSITION, _OF = CHUNKS["Prep"], CHUNKS["Of"]
_CLAUSAL = frozenset(("after", "before", "since", "until"))
_RELATING = frozenset((CHUNKS["That"], CHUNKS["Relative"]))
_SETTING = frozenset((CHUNKS["When"], CHUNKS["Where"]))
_MEDIA = frozenset(("news", "agency", "newspaper", "newswire", "radio", "television", "tv", "magazine"))
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
    return first


def end(
    analysis: Analysis,
    rule: str,
    licence: Licence | None,
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
    the content of another claim.
    """
    codes = analysis.codes
    complement = licence.complement if licence else ""
    if rule == "claim_that":  # his claim that the plan had failed | was false
        if clauses.COMPOUND.match(codes, first) and clauses.VERBLESS.fullmatch(codes, first, last):
            last = next((i for i in range(last + 2, len(codes)) if codes[i] in _PAUSED), last)
        match = clauses.THAT_CLAUSE.match(codes, first, last) or clauses.TO_CLAUSE.match(codes, first, last)
        while not match and complement == "that" and last < len(codes) and codes[last] in _SETTING:
            last += 1  # suggestions that she could leave | in May
        timed = not match and complement in ("of", "for", "about")
        return match.end() if match else _before_time(analysis, first, last) if timed else last
    if rule == "reportedly":  # (a man) allegedly beaten by soldiers | has won his case
        match = clauses.REDUCED.match(codes, first, last)
        return match.end() if match else last
    if complement in REDUCED:
        match = clauses.AT_NOUN.match(codes, first, last)
        return match.end() if match else last
    if complement == "gap":  # a move that they said would help - but did not
        match = clauses.LIST.search(codes, first, last)
        begin = match.end() if match else first + 1  # will tackle crime, theft and fraud
        return next((i for i in range(begin, last) if codes[i] in _PAUSES), last)
    if negated or rule == "is_said_to":  # did not say when | , but expects; was expected to win | , but lost
        match = clauses.CONTRAST.search(codes, first, last)
        last = match.start() if match else last
        match = clauses.JOINED.match(codes, first, last) if rule == "is_said_to" else None
        if match and not _INFINITIVE.issuperset(analysis.letters(match.start(1))):
            last = match.end()
    if negated and complement in _STATED:  # did not think it was late | but he left
        match = clauses.TURN.search(codes, first, last)
        last = match.start() if match else last
    if _is_correlative(
        analysis, first, last
    ):  # said that not only had it failed | , but it had cost millions
        last = next((i for i in range(last + 2, len(codes)) if codes[i] in _PAUSED), last)
    if complement in _ASKED:  # did not know who to believe | and the court would judge, | but that he knew
        match = clauses.ANOTHER.search(codes, first, last) or (
            clauses.BUT_THAT.search(codes, first, last) if inside else None
        )
        last = match.start() if match else last
    opened = clauses.OPENED.match(codes, first, last) if subordinate else None
    main = clauses.MAIN_PRONOUN.search(codes, first, last) if subordinate and complement == "object" else None
    if main:  # when they announced a plan | it drew laughter
        last = main.start()
    elif opened:  # while Lee said it would hold | , others left
        last = opened.end(1)
    elif rule in _RELATIVE and apart:  # the clerk, who said it was late | , went home
        comma = codes.find(_COMMA, first, last)
        bare = comma > first and complement == "object" and not clauses.LIST.search(codes, first, last)
        # ..., which supports shelters, prints his picture
        if bare or clauses.MAIN_VERB.match(codes, first, last) or _is_subject(analysis, first):
            last = comma
    elif complement in _STATED and not apart and (rule in _RELATIVE or codes[first - 2] in _RELATING):
        match = clauses.CLAUSE.match(codes, first, last)
        last = match.end() if match and codes[first - 3] != _OF else last  # most of whom think so
    elif rule == "who_judged" and not apart:
        opening = codes[first - 4 : first - 3] in _PAUSED or first < 4  # the sentence has no verb so far
        match = clauses.OBJECT.match(codes, first, last) or (
            clauses.MARCHED.match(codes, first) if opening else None
        )
        last = match.end() if match else last
    elif licence and complement.startswith("object"):
        behind = clauses.OF_PHRASE if licence.sense.act is Act.ACCUSE else clauses.AS_PHRASE
        taken = behind is clauses.OF_PHRASE or "as" in licence.sense.complements
        match = behind.match(codes, last) if taken else None
        last = match.end() if match and codes.count(_COMMA, first, match.end()) > 1 else last
    if last < len(codes) and codes[last] == _AND and _is_between(analysis, first, last):
        last = next((i for i in range(last, len(codes)) if codes[i] in _PAUSED), last)
    if complement in _GLOSSED:
        last = without_gloss(analysis, first, last)
    if complement in _STATED or complement == "whom":
        last = figures.end(analysis, first, last)
    further = clauses.FURTHER.match(codes, last) if complement in _STATED and not inside else None
    if further and analysis.tokens.lower[analysis.begins[further.start(1)]] in _SHIFTED:
        end = further.end()  # (said) it had failed | , and its maker would pay
        last = next((i for i in range(end, len(codes)) if codes[i] in _PAUSED), last)
    joined = complement in _STATED and codes[last : last + 2] == _COMMA + _AND
    if joined and analysis.tokens.words[analysis.begins[last + 1]] == "or":  # must pay, | or it would close
        last = next((i for i in range(last + 2, len(codes)) if codes[i] in _PAUSED), last)
    if _is_rate(analysis, last):
        last += 1
    if licence and licence.lemma == "have" and codes[last : last + 1] == _WHERE:
        last += 1  # had no comment | on the lawsuit
    linking = codes[last - 1] in _PREPOSITIONS or _is_linking(analysis, last)  # unlike | in 2000
    linking = linking or not _RELATING.isdisjoint(codes[first:last])  # talk that he would leave | in May
    if linking or complement in _LATER or (licence and licence.sense.act is Act.PREDICT):
        while last < len(codes) and codes[last] in _SETTING:
            last += 1
    if codes[last - 1] == _ADVERB and codes[last : last + 1] in _EVEN_BEFORE and last > first + 1:
        even = analysis.tokens.lower[analysis.begins[last - 1]] == "even"  # would cut jobs, | even as it grew
        last -= 1 + (codes[last - 2] == _COMMA) if even else 0
    if not inside:
        return last
    words = (analysis.tokens.words[analysis.begins[i]] for i in range(first, last))
    compared = next((first + i for i, word in enumerate(words) if i and word == "compared"), last)
    last = last if figures.are_compared(analysis, first, compared) else compared
    ended = complement == "object" or complement in _LATER
    outer = clauses.OUTER if complement in _BARE else clauses.AND_THAT if ended else None
    match = outer.search(codes, first + 1, last) if outer else None
    return match.start() if match else last  # (he said) she believed it would hold | and that she was sorry


def _is_subject(analysis: Analysis, first: int) -> bool:
    """Whether a past behind the content is its sentence's verb: the clerk, who said it was late, | left."""
    codes = analysis.codes
    if not clauses.MAIN_PAST.match(codes, first):
        return False
    begin = first
    while begin > max(first - _CLAUSE_LENGTH, 0) and codes[begin - 1] not in _ENDING:
        begin -= 1
    return clauses.ANY_VERB.search(codes, begin, first - 1) is None


def _before_time(analysis: Analysis, first: int, last: int) -> int:
    """Where a thing ends that was hoped for before a clause tells when: hopes of a cup | after six left."""
    words, codes = analysis.tokens.words, analysis.codes
    for at in range(first + 1, last):
        if codes[at] == _PREPOSITION and words[analysis.begins[at]].lower() in _CLAUSAL:
            return at
    return last


def _is_linking(analysis: Analysis, last: int) -> bool:
    """Nothing suggests it will be | in May: a form of "be" is no end."""
    return analysis.tokens.lower[analysis.ends[last - 1] - 1] in _BEING


def _is_rate(analysis: Analysis, chunk: int) -> bool:
    """(Recommends) four cups | a day: how often, not when it was said."""
    if analysis.codes[chunk : chunk + 1] != _WHEN:
        return False
    words = analysis.tokens.words[analysis.begins[chunk] : analysis.ends[chunk]]
    return len(words) == 2 and words[0].lower() in _EACH


def _is_correlative(analysis: Analysis, first: int, last: int) -> bool:
    """Whether ", but" behind a content belongs to the "not only" that opens it."""
    if analysis.codes[last : last + 2] != _BUT:
        return False
    start = analysis.begins[first]
    opening = analysis.tokens.lower[start : start + 4]
    return "only" in opening and opening[opening.index("only") - 1] == "not"


def _is_between(analysis: Analysis, first: int, last: int) -> bool:
    """(Said) a rift between himself | and Lee was harming them: what "and" joins is one phrase."""
    return last - first > 2 and analysis.tokens.words[analysis.begins[last - 2]].lower() == "between"


def told(analysis: Analysis, licence: Licence, chunk: int) -> int | None:
    """The token where what was told begins in a group that also holds the one told: MPs | child benefit."""
    taken = licence.sense.complements
    if licence.complement not in _BARE or "whom" not in taken or "that" in taken:
        return None
    if analysis.codes[chunk] != _GROUP:
        return None
    first, last = analysis.chunks.edges[chunk : chunk + 2]
    codes = analysis.units.codes[first:last]
    lower, units = analysis.tokens.lower, analysis.units.first
    for at, (before, code) in enumerate(pairwise(codes), first + 1):
        if lower[units[at]] in _MEDIA:  # told AFP news agency | crews were on their way
            continue
        if (before == _NAME or lower[units[at - 1]] in _MEDIA) and code in _OPENING:
            return units[at]
        if (before in (_PLURAL, _NOUN) and code == _NAME) or (before == _PLURAL and code in _OPENING):
            return units[at]
    return None
