"""What fits a frame and is no claim: openings without a verb, a writer's own "I think"."""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.frames import Frame
from grammar.cascade.licensing.licence import Licence
from grammar.claim import Act, Type
from grammar.doubts.first_person import FIRST_PERSON
from grammar.doubts.openings import PREDICATING, PREPOSITIONS
from grammar.slots.attribution import Attribution
from grammar.slots.syntax.bounds import governs_thing
from grammar.slots.syntax.mood import MARKS

Range = tuple[int, int]
_COLON, _BREAK = CHUNKS["Colon"], CHUNKS["Break"]
_SETTINGS = frozenset(CHUNKS[name] for name in ("When", "Where", "In", "About", "Against", "Prep"))
_TOPICAL = frozenset(("about", "regarding", "concerning"))
_VENUES = frozenset(("comment", "write", "speak", "talk"))
_TOLD = frozenset(("told", "who_told", "and_told"))
_POINTING = _TOLD | {"saying_first", "telling"}  # having said that, it is late
_JOINED = frozenset(("and_said", "and_told", "and_judged"))
_BASES = frozenset((TOKEN_CLASSES["CueBase"], TOKEN_CLASSES["NounBase"]))
_NOT = TOKEN_CLASSES["Not"]
_COMMA, _BUT, _BY = CHUNKS["Comma"], CHUNKS["But"], CHUNKS["By"]
_TO_DO = ["to", "do"]
_IN, _FOR = CHUNKS["In"], CHUNKS["For"]
_JUDGED = frozenset(("judged", "and_judged", "who_judged", "praising"))
_UNINFLECTED = _BASES | {TOKEN_CLASSES["VerbBase"], TOKEN_CLASSES["Verb"]}
_PERFECT = frozenset(("have", "has", "had"))
_BARE_NOUNS = frozenset(TOKEN_CLASSES[name] for name in ("Noun", "Venue", "CueNoun", "CueNominal"))
_MODALS = frozenset((TOKEN_CLASSES["Modal"], TOKEN_CLASSES["ModalNot"]))
_INFINITIVES = frozenset((CHUNKS["ToDo"], CHUNKS["ToSay"]))
_FINITE = frozenset(
    CHUNKS[name]
    for name in ("Verb", "Bare", "Said", "SayThat", "SayQuote", "Tell", "Judge", "Post", "SaidTo")
)
_BARE, _LINKS = CHUNKS["Bare"], frozenset((CHUNKS["And"], CHUNKS["Comma"]))
_AT_ALL = ["at", "all"]
_BREAKS = frozenset(CHUNKS[name] for name in ("Stop", "Break", "Semicolon"))
_NEAR = 12  # chunks
_INFINITIVE, _TAKING = frozenset(("infinitive", "whom-to")), frozenset(("object", "to"))
_GROUP, _TO, _THAT = (CHUNKS[name] for name in ("Group", "To", "That"))
_TO_VERB = _INFINITIVES | {_TO}
_VERBS = frozenset(CHUNKS[name] for name in ("Verb", "Bare", "Said"))
_ANTECEDENTS = frozenset((CHUNKS["Question"], _GROUP))
_OPENING = frozenset((CHUNKS["Question"], CHUNKS["But"], CHUNKS["As"], CHUNKS["Because"]))
_OPENERS = frozenset(
    CHUNKS[name] for name in ("Stop", "Break", "And", "But", "Comma", "That", "Question", "QuoteStop")
)
_CUES = frozenset(CHUNKS[name] for name in ("SayThat", "Tell", "Judge", "ToSay", "ToDo", "Post", "Doing"))
_STATING = frozenset(("said_that", "judged"))
_INDIRECT = CHUNKS["Question"] + CHUNKS["Pronoun"]
_WHENEVER, _IS = CHUNKS["Verb"] + CHUNKS["Question"], frozenset(("is", "'s", "’s"))
_ASKING = frozenset(("whom", "wh", "quote"))
_PARTICIPLES = frozenset(("adding_that", "praising"))
_RELATIVES = frozenset(("who_said", "who_told", "who_judged"))


def announces(analysis: Analysis, frame: Frame) -> bool:
    """He said: (and the paragraph ends); he told reporters: (and it ends)."""
    slot, first, end = frame.slots[-1]
    if slot == "content":
        if analysis.codes[first:end] != _COLON:
            return False
        end = first
    return analysis.codes[end : end + 1] == _COLON and analysis.codes[end + 1 : end + 2] in ("", _BREAK)


def is_setting(analysis: Analysis, frame: Frame, licence: Licence | None) -> bool:
    """Tell where or when they spoke from what they said: "they told Ann something odd on the drive home"."""
    if frame.rule == "praising_first":  # Writing in the paper, she said
        spoken = licence is not None and licence.lemma in _VENUES and licence.complement == "about"
        return spoken or (licence is not None and licence.complement == "none")  # Commenting on it, she said
    if frame.rule not in _TOLD:
        return False
    if licence is not None and licence.complement == "whom-of":  # warned them of the risk
        return False
    if licence is not None and licence.complement == "whom-about":  # told the BBC on Friday's programme
        said = (analysis.codes[first] for slot, first, _ in frame.slots if slot == "content")
        return not _is_topical(analysis, frame) and next(said, "") != _THAT  # told them on a call that
    contents = [(first, last) for slot, first, last in frame.slots if slot == "content"]
    return bool(contents) and all(
        analysis.codes[first] in _SETTINGS
        and analysis.tokens.words[analysis.begins[first]].lower() not in _TOPICAL
        and not PREDICATING.search(analysis.codes, first, last)
        for first, last in contents
    )


def _is_topical(analysis: Analysis, frame: Frame) -> bool:
    """Told them about it, not: on the way."""
    words = analysis.tokens.words
    return any(
        slot == "content" and words[analysis.begins[first]].lower() in _TOPICAL
        for slot, first, _ in frame.slots
    )


def is_infinitive(analysis: Analysis, frame: Frame) -> bool:
    """Tell "to nominate and confirm", "would ride and talk" from "they met and say": the form is the same.

    A bare form joined by "and" goes with the nearest verb before it.
    """
    if frame.rule not in _JOINED:
        return False
    units, edges, codes = analysis.units.codes, analysis.chunks.edges, analysis.codes
    _, first, last = frame.slots[0]
    if frame.rule == "and_said" and (codes[first] == _COMMA or codes[last - 2] == _BUT):
        return False  # (they want to go), but say that it is late
    if units[edges[last - 1] : edges[last]].lstrip(_NOT) not in _BASES:
        return False
    for chunk in range(first - 1, max(first - _NEAR, -1), -1):
        code = codes[chunk]
        if code in _BREAKS:
            return False
        if code == _TO and units[edges[chunk + 1]] in _BARE_NOUNS and codes[chunk + 1] == _GROUP:
            return True  # to spread earnings and cut risk; to distrust and verify
        if code == _BARE and codes[chunk - 1] in _LINKS:
            continue  # to stop and listen and recognize
        if code in _INFINITIVES or code in _FINITE:
            modal = units[edges[chunk]] in _MODALS and units[edges[chunk + 1] - 1] in _UNINFLECTED
            perfect = analysis.tokens.lower[analysis.begins[chunk]] in _PERFECT  # had bought it and boast
            return code in _INFINITIVES or (modal and not perfect)
    return False


def is_direction(analysis: Analysis, frame: Frame, licence: Licence | None) -> bool:
    """Tell "the cash offered to the islands" from "offered to help": "to" stands before no verb."""
    if (
        licence is None
        or licence.complement not in _INFINITIVE
        or licence.sense.complements & _TAKING  # agreed to a truce
    ):
        return False
    for slot, first, last in frame.slots:
        if slot == "content":
            start = first - 1 if licence.complement == "infinitive" else first
            at = next((i for i in range(start, last) if analysis.codes[i] in _TO_VERB), last)
            return at + 1 < last and governs_thing(analysis, at)
    return False


def is_bare(analysis: Analysis, frame: Frame) -> bool:
    """(Less than) they had hoped for; they would tell you that: a preposition or "that" is no content."""
    contents = [(first, last) for slot, first, last in frame.slots if slot == "content"]
    if len(contents) != 1:
        return False
    first, last = contents[0]
    if analysis.tokens.lower[analysis.begins[first] - 1 : analysis.ends[last - 1]] == _AT_ALL:
        return True  # would not vote at all
    end = analysis.ends[last - 1]
    if frame.rule in _JUDGED and analysis.tokens.lower[end - 2 : end] == _TO_DO:
        return True  # (stayed,) as they had urged her to do
    code = analysis.codes[first]
    if code == _BY and frame.rule in _JUDGED:
        return True  # voted for by the crowd
    if code == _IN and frame.rule in _JUDGED and analysis.codes[first - 1] == _FOR:
        return True  # a vote called for in two years
    return last - first == 1 and (code in PREPOSITIONS or (code == _THAT and frame.rule in _POINTING))


def is_writer(analysis: Analysis, found: Attribution, outer: Attribution | None) -> bool:
    """Tell a writer's own "I prefer" from a wish that is quoted: no mark stands in front in its paragraph."""
    if outer or not found.source or found.licence is None or found.licence.sense.type is not Type.EVENTUALITY:
        return False
    if found.licence.lemma == "ask" and found.licence.complement in _ASKING:
        return False  # we asked the firm whether it would go
    first, last = found.source[0]
    words = analysis.tokens.words
    if last - first != 1 or words[first].lower() not in FIRST_PERSON:
        return False
    return MARKS.isdisjoint(words[analysis.paragraphs[found.paragraph].first : first])


def is_gerund(analysis: Analysis, frame: Frame, outer: Attribution | None) -> bool:
    """(She said) backing the plan was no mistake; (she denied) comparing them: nobody has done so."""
    if outer is None or frame.rule not in _PARTICIPLES:
        return False
    begin = analysis.begins[frame.slots[0][1]]
    return any(begin == first for first, _ in outer.content)


def is_subjunctive(analysis: Analysis, found: Attribution, outer: Attribution | None) -> bool:
    """(We ask) that guests notify us: what is asked for has not been said."""
    asked = outer is not None and outer.licence is not None and outer.licence.sense.act is Act.REQUEST
    if not asked or not found.source or found.cue_chunk < 0:
        return False
    return analysis.letters(found.cue_chunk) in _BASES


def is_announcing(analysis: Analysis, frame: Frame, found: Attribution) -> bool:
    """When it was announced | some thought so: without "that" the clause behind it is the main one."""
    licence = found.licence
    if frame.rule != "was_told_that" or licence is None or licence.complement != "it-bare":
        return False
    return analysis.codes[frame.slots[0][1] - 1 : frame.slots[0][1]] in _OPENING


def is_subject(analysis: Analysis, found: Attribution, frame: Frame) -> bool:
    """What they say is true; everything he says is meant: "they say" is the subject of what follows."""
    if frame.rule not in _STATING or not found.source_chunks:
        return False
    codes, before = analysis.codes, found.source_chunks[0] - 1
    if codes[before + 1 : found.source_chunks[1]][1:].endswith(_INDIRECT):
        return True  # tools that show what they find useful
    lower = analysis.tokens.lower
    timed = codes[before - 1 : before + 1] == _WHENEVER and lower[analysis.begins[before]] == "when"
    if timed and lower[analysis.begins[before - 1]] in _IS:
        return True  # the event is when the chancellor outlines his plans
    if before < 0 or codes[before] not in _ANTECEDENTS or (before and codes[before - 1] not in _OPENERS):
        return False
    if frame.rule == "said_that" and analysis.tokens.words[analysis.begins[before]].lower() == "what":
        return True
    if found.licence and found.licence.complement == "gap" and codes[before - 1] == _COMMA:
        return False  # (they back it), a plan the union says will fail
    return any(slot == "content" and codes[first] in _VERBS for slot, first, _ in frame.slots)


def is_reason(analysis: Analysis, found: Attribution) -> bool:
    """They reassured voters "because of the war": why they did, and not what they told them."""
    if found.rule not in _TOLD or not found.content:
        return False
    first, last = found.content[0]
    return next(filter(str.isalpha, analysis.tokens.lower[first:last]), "") == "because"


def is_indirect(analysis: Analysis, frame: Frame, source: list[Range]) -> bool:
    """(They must tell) who leaked it: a question, with no person before "who"."""
    if frame.rule not in _RELATIVES or not source or source[0][1] - source[0][0] != 1:
        return False
    before = analysis.codes[frame.slots[0][1] - 1 : frame.slots[0][1]]
    return before in _VERBS or before in _CUES or analysis.tokens.words[source[0][0]][0].isupper()
