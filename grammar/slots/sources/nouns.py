"""Whose a reporting noun is: "Lee's claim", "her claim", "she raised questions"."""

from __future__ import annotations

import re
from typing import NamedTuple

from grammar.cascade.alphabet import BEING, CHUNK_NAMES, CHUNKS, GERUNDS, TOKEN_CLASSES, expand
from grammar.cascade.analysis import Analysis
from grammar.cascade.licensing.licence import Licence
from grammar.claim import Type
from grammar.lexicon import lines, table
from grammar.lexicon.inflection import forms
from grammar.slots.adjuncts.occasions import NOUNS
from grammar.slots.syntax.bounds import ENDS, RELATING
from grammar.text.ranges import Range

_GENITIVE, _POSSESSIVE, _NAME = (TOKEN_CLASSES[name] for name in ("Gen", "Poss", "Name"))
_IS = frozenset(("is", "are", "was", "were", "be", "been", "being", "'s", "’s"))
_IN, _ADVERB = CHUNKS["In"], CHUNKS["Adverb"]
_PREP, _OF, _BECAUSE = (CHUNKS[name] for name in ("Prep", "Of", "Because"))
_WITH, _COMMA = CHUNKS["With"], CHUNKS["Comma"]
_MEANS = frozenset((CHUNKS["With"], CHUNKS["About"]))
_ACTED = frozenset(CHUNKS[name] for name in ("Verb", "Done", "Judge", "ToDo", "Doing"))
_OBJECT = frozenset(CHUNKS[name] for name in ("Group", "Objective", "Adverb", "When", "Of", "Where"))
_OBJECTS = 6  # chunks between a verb and its "with"
_AIRED = frozenset(("that", "bare", "about", "of", "for", "is-that", "infinitive"))
_OPENING = frozenset(("that", "is-that", "for", "infinitive", "of", "about"))
_DIRECT = frozenset(CHUNKS[name] for name in ("That", "Verb", "Done", "For", "Of", "About", "ToDo", "ToSay"))
_PARTICLES = frozenset(("up", "down", "back", "out", "off"))
_FINITE = frozenset((CHUNKS["Verb"], CHUNKS["Done"]))
_MOVING = _FINITE | {CHUNKS["Doing"]}
_NOMINAL = frozenset((CHUNKS["Group"], CHUNKS["Pronoun"]))
_ADJECTIVES = frozenset(TOKEN_CLASSES[name] for name in ("Adj", "CueAdj", "Plain"))
_TO_DO = CHUNKS["ToDo"]
_OBJECTS_OF = frozenset((CHUNKS["Group"], CHUNKS["Objective"]))
_LINKS = frozenset((CHUNKS["Of"], CHUNKS["And"]))
_PREPOSITIONS = frozenset(
    CHUNKS[name] for name in ("Of", "To", "For", "About", "Against", "With", "By", "In")
)
_NEAREST = 2  # chunks from the text's beginning
_CHANCES = NOUNS["chance"]
_DEEMING = frozenset((_OF, _PREP))
_DEEMED = frozenset(("view", "opinion", "belief", "impression"))
_TIMES = frozenset(
    word for name, row in table("closed.tsv") if name in ("Time", "TimeUnit") for word in row.split()
)
_HELD = frozenset(("hope", "hopes", "belief"))  # in the hope that, in hopes of
_VERBAL = frozenset(CHUNKS[name] for name in ("Verb", "Bare", "Doing", "Done", "ToDo", "Judge", "SayingTo"))
_OPENING_CLAUSE = frozenset(CHUNKS[name] for name in ("Question", "That"))
_CLAUSE = 12  # chunks between a verb and its "in the hope"
_DEED = frozenset(TOKEN_CLASSES[name] for name in ("Ing", "CueIng", "Be", "BeNot"))
_LEADING = frozenset(CHUNKS[name] for name in ("Prep", "But", "Question", "In", "By"))
# (Despite giving their backing) to the plan, | the Tories | said
_MAIN = re.compile(
    expand(
        "<!Stop|Break|Semicolon|Comma>{1,12}+<Comma>"
        "(<Group|Pronoun>(?:<Of|In|For><Group>){0,2}+)<Adverb|When>{0,2}"
        "<Verb|Said|Done|SayThat|SayQuote|Tell|Judge|Believes>",
        CHUNK_NAMES,
    )
)


class Owned(NamedTuple):
    """A reporting noun's words, and its owner: words of its own group, or nobody but its verb's subject."""

    cue: Range
    owner: Range | None
    lent: bool  # the subject of its verb is the source


class Nouns:
    """Finds the owners of reporting nouns; one object serves all texts."""

    def __init__(self) -> None:
        self._light_verbs: dict[str, list[str]] = {}  # a form, and the nouns behind which alone it is light
        airing = dict(table("airing.tsv"))
        self._aired_nouns = frozenset(airing["noun"].split())
        self._amid, self._many, self._spoken, self._lent = (
            frozenset(airing[name].split()) for name in ("with", "many", "means", "lent")
        )
        self._acted = frozenset(form for verb in airing["act"].split() for form in (verb, *forms(verb)))
        self._airing = frozenset(form for verb in airing["verb"].split() for form in (verb, *forms(verb)))
        spread = airing["spread"].split()
        self._joining = _IS.union(*((verb, *forms(verb)) for verb in spread))
        for verb, *nouns in map(str.split, lines("light_verbs.txt")):
            self._light_verbs |= dict.fromkeys({verb, *forms(verb)}, nouns)

    def owned(self, analysis: Analysis, chunk: int, *, lending: bool) -> Owned:
        """Whose the noun of this chunk is: a genitive, else the subject of a light verb, else "her".

        ``lending`` tells that the verb's subject is known.
        """
        units, edges = analysis.units, analysis.chunks.edges
        first, last = edges[chunk], edges[chunk + 1]
        genitive = units.codes.rfind(_GENITIVE, first, last)
        owner, begin = None, first
        lent = lending and genitive <= first and chunk > 0 and self._is_light(analysis, chunk - 1)
        if genitive > first:
            owner, begin = (units.first[first], units.last[genitive - 1]), genitive + 1
        elif units.codes[first] == _POSSESSIVE and not lent:
            owner, begin = (units.first[first], units.last[first]), first + 1
        if not lent and analysis.tokens.lower[units.last[last - 1] - 1] in self._lent:
            owner = None  # her plans, his secret
        if (
            owner
            and analysis.tokens.lower[owner[1] - 1] in _TIMES
            and _NAME not in units.codes[first:genitive]
        ):
            owner = None  # last week's claim; but: USA TODAY's request
        return Owned((units.first[begin], units.last[last - 1]), owner, lent)

    def _is_light(self, analysis: Analysis, chunk: int) -> bool:
        words = analysis.tokens.words
        behind = chunk + 1
        if chunk and analysis.codes[chunk] == _ADVERB and words[analysis.begins[chunk]] in _PARTICLES:
            chunk -= 1  # stepped up his attacks on
        last = analysis.ends[chunk] - 1
        if analysis.codes[chunk] in _DEEMING and words[last].lower() in (
            "of",
            "under",
        ):  # is of the view that
            held = not BEING.isdisjoint(analysis.letters(chunk - 1)[-1:])
            return held and words[analysis.ends[behind] - 1].lower() in _DEEMED
        if analysis.codes[chunk] == _IN:
            return words[analysis.ends[behind] - 1].lower() in _HELD
        if analysis.codes[chunk] in _MEANS:
            return self._is_means(analysis, chunk, words[analysis.ends[behind] - 1].lower())
        verb = words[last].lower()
        nouns = self._light_verbs.get(verb)
        if nouns is None or analysis.codes[chunk] not in _VERBAL:
            return False
        noun = words[analysis.ends[behind] - 1].lower()
        if f"-{noun}" in nouns or (nouns and nouns[0][0] != "-" and noun not in nouns):
            return False
        return verb.endswith("ing") or BEING.isdisjoint(analysis.letters(chunk)[:-1])  # was given assurances

    def _is_means(self, analysis: Analysis, chunk: int, noun: str) -> bool:
        """(She) opened with a call for, (they) campaigned on promises to; not: were flooded with calls."""
        owned = analysis.units.codes[analysis.chunks.edges[chunk + 1]] == _POSSESSIVE
        if owned or noun not in self._spoken:
            return False
        words = analysis.tokens.words
        for at in range(chunk - 1, max(chunk - _OBJECTS, -1), -1):
            if analysis.codes[at] in _ACTED:
                verb = words[analysis.begins[at] : analysis.ends[at]]
                return verb[-1].lower() in self._acted and BEING.isdisjoint(analysis.letters(at))
            if analysis.codes[at] not in _OBJECT:
                return False
        return False

    def is_aired(self, analysis: Analysis, chunk: int, licence: Licence) -> bool:
        """Whether a noun tells what people say, and not who does: faced criticism for, there are fears."""
        if licence.complement not in _AIRED or licence.lemma not in self._aired_nouns:
            return False
        words, codes = analysis.tokens.words, analysis.codes
        if words[analysis.begins[chunk]].lower() == "no":
            return False  # there were no complaints about
        chunk -= codes[chunk - 1 : chunk] == _ADVERB
        if chunk < 1 or codes[chunk - 1] in ENDS:  # Allegations that it leaked surfaced; the fear is that
            stated = licence.sense.type is not Type.BELIEF or licence.complement != "about"
            return stated and licence.complement in _OPENING and codes[chunk + 1] in _DIRECT
        before = words[analysis.ends[chunk - 1] - 1].lower()
        if codes[chunk - 1] in _VERBAL and before in self._airing:
            return (
                licence.sense.type is not Type.BELIEF or licence.complement != "about"
            )  # sparked concern about
        if codes[chunk - 1] == _PREP:
            return before in self._amid
        if codes[chunk - 1] == _WITH:
            return codes[chunk - 2 : chunk - 1] == _COMMA  # ..., with warnings that the river could rise
        if codes[chunk - 1] == _OF:  # because of fears that, a wave of complaints about
            return (codes[chunk - 2] == _BECAUSE and licence.complement == "that") or (
                chunk > 1 and words[analysis.ends[chunk - 2] - 1].lower() in self._many
            )
        return (
            chunk > 1
            and words[analysis.begins[chunk - 2]].lower() == "there"
            and not BEING.isdisjoint(analysis.letters(chunk - 1))
        )

    def tells(self, analysis: Analysis, cue: list[Range]) -> bool:
        """Whether a noun's verb joins it to what it says: is that, rumours swirled that; not: meant that."""
        words = analysis.tokens.lower[cue[-1][0] : cue[-1][1]]
        return not self._joining.isdisjoint(words)

    @staticmethod
    def ahead(analysis: Analysis, chunk: int) -> Range | None:
        """Who speaks where its noun opens the sentence: Despite giving their backing to it, | they."""
        codes, doing = analysis.codes, chunk - 1
        if doing < 1 or codes[doing] not in GERUNDS or codes[doing - 1] not in _LEADING:
            return None
        if doing > 1 and codes[doing - 2] not in ENDS:
            return None
        match = _MAIN.match(codes, chunk + 1)
        return match.span(1) if match else None

    @staticmethod
    def subject(analysis: Analysis, chunk: int, known: Range | None) -> Range | None:
        """The subject of the light verb before a noun: the group right before it, else the one known."""
        codes, verb = analysis.codes, chunk - 1
        if codes[verb] == _IN:
            return _hoping(analysis, verb, known)
        if codes[verb] == _TO_DO and codes[verb - 1] in _OBJECTS_OF and codes[verb - 2] in _MOVING:
            able = analysis.letters(verb - 1)[-1:] in _ADJECTIVES  # was able to make the case
            means = (
                analysis.tokens.lower[analysis.ends[verb - 1] - 1] in _CHANCES
            )  # used the occasion to warn
            return known if able or means else (verb - 1, verb)  # prompted Democrats to renew their calls
        if codes[verb] not in _FINITE or verb < _NEAREST:
            return known
        first = verb - 1 - (codes[verb - 1] in RELATING)
        if codes[first] not in _NOMINAL:
            return known
        who = (
            analysis.tokens.lower[analysis.begins[verb - 1]] == "who"
        )  # (met) with riders who raised concerns; (the fault of a mill and) a clerk who made a promise
        links = _OF if who else _LINKS
        while first > 1 and codes[first - 1] in links and codes[first - 2] in _NOMINAL:
            first -= 2
        if (known and first <= known[1]) or (not who and codes[first - 1 : first] in _PREPOSITIONS):
            return known  # (his time in the office for) eight years would raise
        return first, verb


def _hoping(analysis: Analysis, chunk: int, known: Range | None) -> Range | None:
    """Who hopes: (asked) whether | brokers | met in the hope of it; none where a thing was done."""
    codes, letters = analysis.codes, analysis.letters
    for at in range(chunk - 1, max(chunk - _CLAUSE, 0), -1):
        if codes[at] in _FINITE:
            if letters(at)[-1] not in _DEED and not BEING.isdisjoint(letters(at)):
                return None  # prices were cut in the hope of
            return (at - 1, at) if codes[at - 1] in _NOMINAL and codes[at - 2] in _OPENING_CLAUSE else known
        if codes[at] in ENDS:
            break
    return known
