"""Who but the subject speaks in a participle: "it was backed by two firms, saying so".

The agent of a passive, the group of an absolute ("with Lee leaving, saying"), who was blamed for saying so,
whom somebody saw "waving and telling them", or who does what the clause in between tells, where the sentence
is about a thing: "the talks ended when | the envoy left, accusing them".
"""

from __future__ import annotations

import re

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, TOKEN_CLASSES, expand
from grammar.cascade.analysis import Analysis
from grammar.cascade.words.persons import can_act
from grammar.claim import Act
from grammar.slots.syntax import antecedents, documents
from grammar.slots.syntax.bounds import CLAUSAL
from grammar.text.ranges import Range

_ABSOLUTE = re.compile(
    expand(
        "<Comma><With>(<Group>(?:<Of|For|In|And><Group>){0,3}+)<Doing><!Stop|Break|Semicolon|Comma>{0,8}+<Comma>\\Z",
        CHUNK_NAMES,
    )
)
_BLAMED = re.compile(
    expand(
        "<Verb|Bare|Judge|Done|Doing|ToDo>(<Group>(?:<Of|In><Group>)?)<When>?<For><Hearsay>?\\Z", CHUNK_NAMES
    )
)
# accused | Lund | of bias by (claiming that)
_ACCUSED = re.compile(
    expand("<Judge>(<Group|Objective>)<Of><!Stop|Break|Semicolon|Comma|Verb|By>{1,6}<By>\\Z", CHUNK_NAMES)
)
# errors, including | a clerk in Lund | admitting that
_INCLUDED = re.compile(expand("<Prep>(<Group>(?:<To|Of|For|In><Group>){0,2}+)\\Z", CHUNK_NAMES))
# a reply | to one who | opened the fair by (declaring)
_WHO = re.compile(
    expand(
        "<Group><Comma>?(<Relative>)<Adverb>?<Verb|Said|Judge><!Stop|Break|Semicolon|Comma|QuoteStop|QuoteAsk|Verb|Said>{1,8}+"
        "(?<=<By|Prep>)\\Z",
        CHUNK_NAMES,
    )
)
# the talks ended when | the envoy | left the hall, (accusing)
_WITHIN = re.compile(
    expand(
        "<Prep|As|Question>(<Group>(?:<Of|For|In><Group>){0,2}+)<Adverb|When>{0,2}<Verb|Done>"
        "<!Stop|Break|Semicolon|Comma|Verb|Said|SayThat|Judge|Tell|That|Relative|Question>{0,8}+<Comma>\\Z",
        CHUNK_NAMES,
    )
)
# it was late when | the board | angered the town by (saying)
_MEANS = re.compile(
    expand(
        "<Prep|As|Question|That|But>(<Group>(?:<Of|For|In><Group>){0,2}+|<Pronoun>)<Adverb|When>{0,2}<Verb|Done|Judge>"
        "<!Stop|Break|Semicolon|Comma|Verb|Said|SayThat|Judge|Tell|That|Relative|Question|ToDo|ToSay>{1,8}?<By>\\Z",
        CHUNK_NAMES,
    )
)
_CONJUNCTIONS = frozenset(("when", "as", "that", "while", "although", "because")) | CLAUSAL
_INCLUDING = frozenset(("including", "featuring"))
_GROUPS = frozenset((CHUNKS["Group"], CHUNKS["Report"]))
_GROUP, _NAME = CHUNKS["Group"], TOKEN_CLASSES["Name"]
_PLURAL = TOKEN_CLASSES["Plural"]
_ADVERB, _RELATIVE = CHUNKS["Adverb"], CHUNKS["Relative"]
_BEHIND = 16  # chunks within which they are sought


def speaker(analysis: Analysis, at: int, subject: Range | None) -> Range | None:
    """Who speaks behind "the board blamed Lee for", "with Lee leaving": not the subject."""
    return _object(analysis, at) or _other(analysis, at) or _of_clause(analysis, at, subject) or subject


def _ahead(pattern: re.Pattern[str], analysis: Analysis, at: int) -> re.Match[str] | None:
    return pattern.search(analysis.codes, max(at - _BEHIND, 0), at)


def _object(analysis: Analysis, at: int) -> Range | None:
    """The object of the verb before: who was blamed or accused for it, or seen as he said so."""
    blamed = _ahead(_BLAMED, analysis, at)
    if blamed:
        return blamed.span(1)
    accused = _ahead(_ACCUSED, analysis, at)
    charge = analysis.licences.get(accused.start()) if accused else None
    if accused and charge and charge.sense.act is Act.ACCUSE:
        return accused.span(1)
    shown = analysis.licences.get(at - 2)
    if shown and shown.complement == "scene" and analysis.codes[at - 1] == _GROUP:
        return (at - 1, at)  # the film shows | a man | saying
    return None


def _other(analysis: Analysis, at: int) -> Range | None:
    """Somebody of whom another part of the sentence tells: an example, "who", or with Lee leaving."""
    included = _ahead(_INCLUDED, analysis, at)
    if included and analysis.tokens.lower[analysis.begins[included.start()]] in _INCLUDING:
        return included.span(1)
    who = _ahead(_WHO, analysis, at)
    whom = antecedents.of(analysis, who.end(1)) if who else None
    if who and whom:
        return (whom[0], who.end(1))
    absolute = _ahead(_ABSOLUTE, analysis, at)
    return absolute.span(1) if absolute else None


def issuer(analysis: Analysis, document: int) -> Range | None:
    """Of whom "which" tells that issues a document: the Guild, which | issued | a letter (urging)."""
    at = document - 1
    at -= analysis.codes[at] == _ADVERB
    if at < 1 or analysis.codes[at - 1] != _RELATIVE:
        return None
    whom = antecedents.of(analysis, at)
    return (whom[0], at) if whom else None


def _of_clause(analysis: Analysis, at: int, subject: Range | None) -> Range | None:
    """The subject of the clause between, where the sentence's is a thing, or what it does "by saying so"."""
    lower, begins = analysis.tokens.lower, analysis.begins
    means = _ahead(_MEANS, analysis, at)
    if means:
        return means.span(1)
    within = _ahead(_WITHIN, analysis, at)
    if within is None or lower[begins[within.start()]] not in _CONJUNCTIONS:
        return None
    chunk = within.start(1)
    speaks = analysis.letters(chunk)[-1:] == _PLURAL or not _is_thing(analysis, chunk)
    between = subject is None or (chunk > subject[0] and _is_thing(analysis, subject[0]))
    return (chunk, within.end(1)) if speaks and between else None


def _is_thing(analysis: Analysis, chunk: int) -> bool:
    """Whether a group's head is a common noun for no person, no body of people and no document."""
    if analysis.codes[chunk] not in _GROUPS or documents.is_document(analysis, chunk):
        return False
    head = analysis.tokens.lower[analysis.ends[chunk] - 1]
    return analysis.letters(chunk)[-1:] != _NAME and not can_act(head) and head != "people"
