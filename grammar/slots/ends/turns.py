"""Where a source's own story goes on behind what it thought or said: "he saw that it was late | but he left".

What somebody knows or believes ends where "but" and the same pronoun, or with a verb of knowledge any
person's, begin another clause; what somebody says may well go on so. "However" with another cue ends both.
"""

from __future__ import annotations

import re

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, TOKEN_CLASSES, expand
from grammar.cascade.analysis import Analysis
from grammar.cascade.licensing.licence import Licence
from grammar.claim import Type
from grammar.slots.ends import things
from grammar.slots.ends.stops import pause
from grammar.slots.ends.things import FINITE, INFINITIVES, VERBAL
from grammar.slots.syntax import agreement
from grammar.text.ranges import Range

_TURN = re.compile(
    expand(
        f"<Comma|Dash>?<Contrast><Adverb>{{0,2}}(<Pronoun>)<Adverb>*{FINITE}"
        "|(<Dash>)<Group|Pronoun><Adverb>*<Verb>(?!<!Stop|Break>*<Dash>)"
        "|<Comma>(<Adverb>)<When>?(?:<Group>(?:<Of|In><Group>)?|<Pronoun>)"
        "<Adverb>?<Verb|Said|SayThat|SayQuote|Tell|Judge>",
        CHUNK_NAMES,
    )
)
# (thought) it was an ace | but the serve was ruled out; (hoped) it would hold | but the rope gave
_FACT = re.compile(
    expand(
        "(?<!<That>)<Comma|Dash>?<Contrast><Group>(?:<Of|For|In|With|Prep><Group>){0,2}<Adverb>{0,2}"
        "<Verb|Said|SaidTo|SaidThat>",
        CHUNK_NAMES,
    )
)
# what a turn cannot do without
_DASH = CHUNKS["Dash"]
_TURNING = (CHUNKS["But"], _DASH, CHUNKS["Comma"] + CHUNKS["Adverb"])
# (crews say) he is ill | and are sad
_AND_VERB = re.compile(expand("<Comma>?<And|But><Adverb>*(<Verb>)", CHUNK_NAMES))
_COLON = re.compile(expand("<Colon><QuoteStop|QuoteAsk|QuoteOpen|QuoteComma>", CHUNK_NAMES))
_MAIN = re.compile(expand(f"(?<=<Verb|Doing>)<Pronoun>(?=<Adverb>*{FINITE})", CHUNK_NAMES))
_HELD = frozenset(("thought", "hoped"))  # what came to nothing may follow
_WHILE = frozenset(("when", "while", "although"))
# (show respect for) work | and trade between the towns; but: and the mayor left
_SECOND = re.compile(
    expand(
        "<And><Group>(?:<Of|For|In|With|Prep><Group>){0,2}"
        "(?!<Of|For|In|With|Prep|Adverb|Verb|Said|SaidTo|SaidThat|SaidBy|SayThat|SayQuote|Tell|Judge|Post|Believes|Done>)",
        CHUNK_NAMES,
    )
)
_CLAUSES = frozenset(("bare", "plain", "set-bare", "that", "wh", "object"))
_PERSONS = frozenset(("he", "she", "they", "we", "i"))
_INFINITIVE = frozenset(("infinitive", "whom-to"))
_PREPOSITION = CHUNKS["Prep"]
_DEADLINE = re.compile(expand(f"<Prep|But><Group|Pronoun><Adverb>*{FINITE}", CHUNK_NAMES))
# (told them to move the boats) | so that visitors can park
_PURPOSE = re.compile(expand(f"<But><That>?<Group|Pronoun><Adverb>*({FINITE})", CHUNK_NAMES))
_ABLE = frozenset(("can", "could", "may", "might", "will", "would"))
_UNTIL = frozenset(("before", "until", "till", "unless"))
_SINCE, _HAVING = frozenset(("after", "once")), frozenset(("has", "have"))
_AND, _ADVERB = CHUNKS["And"], CHUNKS["Adverb"]
_VERBS = frozenset((CHUNKS["Verb"], CHUNKS["Bare"]))
_ADV = TOKEN_CLASSES["Adv"]
_BASES = frozenset(TOKEN_CLASSES[name] for name in ("VerbBase", "CueBase", "NounBase"))
_ENDS = frozenset(
    CHUNKS[name]
    for name in (
        "Stop", "Break", "Semicolon", "Comma", "Dash", "And", "But", "Relative", "Right",
        "QuoteStop", "QuoteAsk", "QuoteComma",
    )
)  # fmt: skip

_NEAR = 60  # chunks around a content's end within which its last verb, and where it goes on to, is sought


def end(
    analysis: Analysis, licence: Licence, source: Range | None, first: int, last: int, *, inside: bool
) -> int:
    """The content's last chunk, or the one before which the source's next clause begins."""
    ended = things.closed(analysis, licence, first, last)
    if ended:
        return ended
    last = _joined(analysis, licence, first, last)
    last = things.alone(analysis, licence, first, last)
    if licence.complement not in _CLAUSES:
        return last
    if licence.complement != "object":
        last = _before_own(analysis, licence, first, last)
    if inside:  # (she said) he had shown that he could: | "I think ..."
        last = _before(_COLON, analysis, first, last)
    if source and licence.complement == "bare" and _stands_behind(analysis, source[0], _WHILE):
        last = _before(_MAIN, analysis, first, last)  # when he said that it was over | she left
    if not any(analysis.codes.find(turning, first + 1, last) >= 0 for turning in _TURNING):
        return last
    if _stands_behind(analysis, first, _HELD):
        last = _before(_FACT, analysis, first, last)
    return _before_turn(analysis, licence, source, first, last)


def _before_own(analysis: Analysis, licence: Licence, first: int, last: int) -> int:
    """Crews say he is ill | and are sad: a verb that agrees with the cue, and with nothing that is said."""
    for match in _AND_VERB.finditer(analysis.codes, first + 1, last):
        if agreement.agrees(analysis, licence.first, match.start(1), first, match.start()) == "cue":
            return match.start()
    return last


def _stands_behind(analysis: Analysis, chunk: int, words: frozenset[str]) -> bool:
    """Whether a chunk stands right behind one of these words."""
    return analysis.tokens.lower[analysis.begins[chunk] - 1] in words


def _before(pattern: re.Pattern[str], analysis: Analysis, first: int, last: int) -> int:
    """Where a content ends that goes no further than what the pattern finds in it."""
    found = pattern.search(analysis.codes, first + 1, last)
    return found.start() if found else last


def _before_turn(analysis: Analysis, licence: Licence, source: Range | None, first: int, last: int) -> int:
    """Where the source's own story goes on, if it does: he saw that it was late | but he left."""
    lower, begins = analysis.tokens.lower, analysis.begins
    same = lower[begins[source[0]]] if source and source[1] - source[0] == 1 else ""
    said = licence.sense.type is Type.ASSERTION
    known = licence.sense.type is Type.KNOWLEDGE and same not in _PERSONS
    for match in _TURN.finditer(analysis.codes, first + 1, last):
        if match[2]:  # knows where it is - | we have to go there; but: thinks that - after all - it is there
            turns = not (said or analysis.codes.count(_DASH, first, match.start(2)) % 2)
        elif match[3]:
            turns = lower[begins[match.start(3)]] == "however"
        else:
            who = lower[begins[match.start(1)]]
            turns = who in _PERSONS and (known or (not said and who == same))
        if turns:
            return match.start()
    return last


def _joined(analysis: Analysis, licence: Licence, first: int, last: int) -> int:
    """Where an infinitive ends that goes on: (told them) to stay | and be careful, | so they are safe."""
    codes, words = analysis.codes, analysis.tokens.words
    if codes[last : last + 1] == _PREPOSITION and words[analysis.begins[last]].lower() == "than":
        return _ended(codes, last + 1)  # (called for) more help | than the plan would bring
    lowest = max(first - 2, last - _NEAR)
    verb = next((codes[i] for i in range(last - 1, lowest, -1) if codes[i] in VERBAL), "")
    if verb not in INFINITIVES and licence.complement not in _INFINITIVE:
        return last
    deadline = _DEADLINE.match(codes, last)
    opening = words[analysis.begins[last]].lower() if deadline else ""
    if deadline and (opening in _UNTIL or (opening in _SINCE and _is_perfect(analysis, deadline.end() - 1))):
        return _ended(codes, deadline.end())
    if deadline and opening == "because" and _is_reason(analysis, last):
        return pause(codes, deadline.end(), last)
    purpose = _PURPOSE.match(codes, last)
    if purpose and words[analysis.begins[last]] == "so" and _is_aimed_at(analysis, purpose.start(1)):
        return pause(codes, purpose.end(), last)
    if codes[last : last + 1] != _AND:
        return last
    at = last + 1 + (codes[last + 1 : last + 2] == _ADVERB)
    if codes[at : at + 1] not in _VERBS:
        return last
    letters = analysis.letters(at)
    bare = letters[-1:] in _BASES or words[analysis.ends[at] - 1] in ("be", "have", "do")
    if letters[:-1].strip(_ADV) or not bare:  # (to save) and eventually return
        return last
    return _ended(codes, at + 1)


def _is_perfect(analysis: Analysis, chunk: int) -> bool:
    """Close the pier once the ferry has left, which is still to come; not: after it had left."""
    return analysis.tokens.lower[analysis.begins[chunk]] in _HAVING


def _is_aimed_at(analysis: Analysis, chunk: int) -> bool:
    """Move the boats so visitors can park; not: wanted to leave | so he sold the boat."""
    auxiliary = analysis.tokens.lower[analysis.begins[chunk]]
    present = agreement.tense(analysis, chunk) == "present" or analysis.letters(chunk)[-1:] in _BASES
    return auxiliary in _ABLE or present


def _is_reason(analysis: Analysis, chunk: int) -> bool:
    """Told them to stay because the road was icy; not: wants to go | because she is tired."""
    lower, begins = analysis.tokens.lower, analysis.begins
    return lower[begins[chunk + 1]] not in _PERSONS and lower[begins[chunk] - 1] != "least"


def _ended(codes: str, at: int) -> int:
    """Where what goes on ends: to show respect for work and trade | and the mayor left."""
    furthest = min(at + _NEAR, len(codes))
    ends = (i for i in range(at, furthest) if codes[i] in _ENDS)
    return next((i for i in ends if not _SECOND.match(codes, i)), furthest)
