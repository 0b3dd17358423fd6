"""What stands behind a cue and is no content: a setting, a bare preposition, what one felt."""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS, COUNTS, INFINITIVES, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.families import JUDGING, TELLING
from grammar.cascade.frames import Frame
from grammar.cascade.licensing.complements import INNER
from grammar.cascade.licensing.licence import Licence
from grammar.claim import Type
from grammar.doubts.openings import PREDICATING, PREPOSITIONS
from grammar.doubts.vocabulary import BARE_CLAUSE, HEADLESS, WORDS
from grammar.slots.attribution import Attribution
from grammar.slots.syntax.bounds import NOMINAL, governs_thing

_SETTINGS = frozenset(CHUNKS[name] for name in ("When", "Where", "In", "About", "Against", "Prep"))
_TOPICAL = frozenset(("about", "regarding", "concerning"))
_VENUES = frozenset(("comment", "write", "speak", "talk"))
_POINTING = TELLING | {"saying_first", "telling"}  # having said that, it is late
_BY, _FOR, _GROUP, _IN, _THAT = (CHUNKS[name] for name in ("By", "For", "Group", "In", "That"))
_TO_VERB = INFINITIVES | {CHUNKS["To"]}
_TO_DO, _AT_ALL = ["to", "do"], ["at", "all"]
_JUDGED = JUDGING | {"praising"}
_INFINITIVE, _TAKING = frozenset(("infinitive", "whom-to")), frozenset(("object", "to"))
_FINITE = frozenset(CHUNKS[name] for name in ("Verb", "Said", "SayThat", "Tell", "Judge", "Post", "Done"))
_OPENED = frozenset('"“‘')
_PART = ["the", "part", "of"]
_OFTEN = frozenset(("many", "several", "so", "too", ",", "a", "number", "of", "numerous"))
_DETERMINERS = frozenset(TOKEN_CLASSES[name] for name in ("Det", "Poss", "Quant"))
_CLAUSAL = frozenset(("said_that", "and_said", "who_said"))


def is_contentless(analysis: Analysis, frame: Frame, found: Attribution) -> bool:
    """Whether what a frame takes for content is none."""
    return (
        is_setting(analysis, frame, found.licence)
        or is_direction(analysis, frame, found.licence)
        or is_bare(analysis, frame)
        or is_felt(analysis, found)
        or is_topic(analysis, found)
        or is_withheld(analysis, found)
        or is_reason(analysis, found)
        or is_base(analysis, found)
        or is_frequency(analysis, found)
        or is_inserted(analysis, found)
    )


def is_setting(analysis: Analysis, frame: Frame, licence: Licence) -> bool:
    """Tell where or when they spoke from what they said: "they told Ann something odd on the drive home"."""
    if frame.rule == "praising_first":  # Writing in the paper, she said
        return licence.lemma in _VENUES and licence.complement == "about"
    if frame.rule not in TELLING:
        return False
    if licence.complement == "whom-of":  # warned them of the risk
        return False
    if licence.complement == "whom-about":  # told the BBC on Friday's programme
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


def is_direction(analysis: Analysis, frame: Frame, licence: Licence) -> bool:
    """Tell "the cash offered to the islands" from "offered to help": "to" stands before no verb."""
    if licence.complement not in _INFINITIVE or licence.sense.complements & _TAKING:
        return False  # agreed to a truce
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
    end = analysis.ends[last - 1]
    closing = analysis.tokens.lower[end - 2 : end]
    if closing == _AT_ALL and end - analysis.begins[first] == 1:
        return True  # would not vote at all
    if frame.rule in _JUDGED and closing == _TO_DO:
        return True  # (stayed,) as they had urged her to do
    code = analysis.codes[first]
    if code == _BY and frame.rule in _JUDGED:
        return True  # voted for by the crowd
    if code == _IN and frame.rule in _JUDGED and analysis.codes[first - 1] == _FOR:
        return True  # a vote called for in two years
    return last - first == 1 and (code in PREPOSITIONS or (code == _THAT and frame.rule in _POINTING))


def is_felt(analysis: Analysis, found: Attribution) -> bool:
    """She felt frustrated by the lack of notice given: what she felt is no clause."""
    licence, chunk = found.licence, found.cue_chunk + 1
    if licence.lemma != "feel" or licence.complement not in BARE_CLAUSE:
        return False
    return analysis.codes[chunk] == _GROUP and HEADLESS.issuperset(analysis.letters(chunk))


def is_topic(analysis: Analysis, found: Attribution) -> bool:
    """(Nine things) Kemp said about sailors: this tells no more than the topic; but: about half."""
    licence = found.licence
    thought = licence.sense.type in INNER
    if thought and len(found.content) == 1 and found.rule in _CLAUSAL:
        first, last = found.content[0]
        if last - first == 1 and analysis.tokens.lower[first] == "that":
            return True  # they understand that, (he said)
    if licence.lemma != "say" or licence.complement != "any" or not found.content:
        return False
    chunk = found.cue_chunk + 1
    if analysis.tokens.lower[found.content[0][0]] != "about":
        return False
    return COUNTS.isdisjoint(analysis.letters(chunk + 1))


def is_withheld(analysis: Analysis, found: Attribution) -> bool:
    """It denied women the vote; Lee, referred to as king, left: neither is said."""
    licence = found.licence
    if not found.content:
        return False
    if licence.lemma == "refer":
        return analysis.tokens.lower[found.content[0][0]] == "as"
    if licence.lemma != "deny" or licence.complement not in ("object", "bare"):
        return False
    chunk, codes = found.cue_chunk + 1, analysis.codes
    if codes[chunk] not in NOMINAL or analysis.tokens.lower[analysis.ends[chunk] - 1].endswith("ing"):
        return False  # denied building the dam
    if codes[chunk + 1 : chunk + 2] != _GROUP or codes[chunk + 2 : chunk + 3] in _FINITE:
        return False  # deny claims the minister made
    return analysis.letters(chunk + 1)[0] in _DETERMINERS


def is_reason(analysis: Analysis, found: Attribution) -> bool:
    """(The firm had to) reassure voters "because of its debts": the quotation tells why, and not what."""
    if found.rule != "told" or len(found.content) != 1:
        return False
    first, _ = found.content[0]
    quoted = analysis.tokens.words[first] in _OPENED
    return quoted and analysis.tokens.lower[first + 1 : first + 2] == ["because"]


def is_base(analysis: Analysis, found: Attribution) -> bool:
    """Basing his comments on a map: "on" goes with the verb; a fear on the part of the crew: it is theirs."""
    lower, behind = analysis.tokens.lower, found.cue[-1][1]
    if found.rule != "claim_that" or lower[behind - 1] != "on":
        return False
    based = bool(found.source) and lower[found.source[0][0] - 1] in WORDS["basing"]
    return based or lower[behind : behind + len(_PART)] == _PART


def is_frequency(analysis: Analysis, found: Attribution) -> bool:
    """(It was late,) as she has said many, many times: how often, and not what."""
    if found.licence.complement != "any" or len(found.content) != 1:
        return False
    first, last = found.content[0]
    words = analysis.tokens.lower[first:last]
    return words[-1] == "times" and _OFTEN.issuperset(words[:-1])


def is_inserted(analysis: Analysis, found: Attribution) -> bool:
    """(Anger at) his failure to, as they see it, mend the pier: they see that, and not the whole sentence."""
    if found.rule != "content_said" or found.licence.sense.type is not Type.BELIEF or not found.content:
        return False
    return analysis.tokens.lower[found.content[0][1] - 1] == "to"
