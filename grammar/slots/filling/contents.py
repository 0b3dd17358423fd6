"""What was said, as a frame's slot covers it: where it ends, and what in it is somebody else's."""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.licensing.licence import Licence
from grammar.slots.adjuncts import circumstances, subordinates
from grammar.slots.adjuncts.occasions import NOUNS
from grammar.slots.attribution import Attribution, ranges
from grammar.slots.ends import contrasts, extents, remainders, turns
from grammar.slots.filling import stages
from grammar.slots.filling.addressees import addressed
from grammar.slots.filling.cues import PARTICLES
from grammar.slots.syntax import antecedents, documents, negation, passives
from grammar.slots.syntax.bounds import LISTING, RELATING

_FOR, _COMMA, _ADVERB = CHUNKS["For"], CHUNKS["Comma"], CHUNKS["Adverb"]
_GAPS = frozenset(("gap", "gap-as"))
_NOT = frozenset(TOKEN_CLASSES[name] for name in ("Not", "ModalNot", "BeNot"))
_MANNERS = frozenset(
    CHUNKS["Adverb"] + between + CHUNKS[verb]
    for between in ("", CHUNKS["When"])
    for verb in ("ToDo", "ToSay")
)
_WHEN, _QUESTION, _IN, _GROUP, _WHERE = (
    CHUNKS[name] for name in ("When", "Question", "In", "Group", "Where")
)
_MEDIAL = frozenset(("content_said", "content_said_inverted"))
_PHRASE = 3  # chunks: a comma, a preposition and its group
_ACTING = frozenset(CHUNKS[name] for name in ("Verb", "Said", "SayThat", "Judge", "Done"))
_OBJECTS = frozenset(CHUNKS[name] for name in ("Group", "Question", "Report"))
_ADV = TOKEN_CLASSES["Adv"]
_DATING = frozenset(TOKEN_CLASSES[name] for name in ("On", "In"))
_DETERMINED = frozenset(TOKEN_CLASSES[name] for name in ("Det", "Poss"))


def add(analysis: Analysis, found: Attribution, first: int, last: int, *, inside: bool) -> None:
    """Take in one stretch of what was said, without what belongs to the cue, tells when or names whom to.

    ``inside`` tells that the words stand in the content of another claim.
    """
    complement = found.licence.complement
    begin = first + PARTICLES.get(complement, 0) * (first == found.cue_chunk + 1)
    if found.rule == "according_to":
        begin = documents.behind(analysis, found.source_chunks, begin, last)
    if complement == "infinitive" and _is_manner(analysis, begin):  # voted unanimously | to close it
        found.cue += ranges(analysis, begin, begin + 1)
        begin += 1
    if analysis.codes[begin] == _ADVERB and analysis.tokens.words[analysis.begins[begin]] == ",":
        begin += 1  # denied | , or at least played down, | reports
    dated = complement == "infinitive" or (complement == "object" and _is_dated(analysis, begin))
    if dated and analysis.codes[begin] == _WHEN:  # promised on Monday | to go
        found.time += ranges(analysis, begin, begin + 1)
        begin += 1
    _take(analysis, found, begin, last, inside=inside)


def _is_manner(analysis: Analysis, begin: int) -> bool:
    """Whether an adverb tells how it was decided; "not to go" is what was decided."""
    if (
        analysis.codes[begin : begin + 2] not in _MANNERS
        and analysis.codes[begin : begin + 3] not in _MANNERS
    ):
        return False
    return set(analysis.letters(begin)) == {_ADV}  # but: agreed | in principle to go


def _is_dated(analysis: Analysis, begin: int) -> bool:
    """Denied on Sunday | claims, condemned Monday | what they called a plot; but: announced June talks."""
    following = analysis.codes[begin + 1 : begin + 2]
    if following not in _OBJECTS or not following:
        return False
    dated = analysis.letters(begin)[:1] in _DATING
    return following == _QUESTION or dated or analysis.letters(begin + 1)[:1] in _DETERMINED


def _take(analysis: Analysis, found: Attribution, first: int, last: int, *, inside: bool) -> None:
    """The stretch without the one to whom it was said, to its end; what stands with it is told."""
    if found.content and negation.withholds(analysis, first + (analysis.codes[first] == _COMMA)):
        return  # (it is late, she said,) without giving a reason
    if found.content and _is_framed(analysis, found.rule, first, last):
        found.situate(analysis, first + 1, last)
        return
    chunks, rule, licence = found.source_chunks, found.rule, found.licence
    split = addressed(analysis, licence, first, last)
    if split > first:  # apologised to | them for | the delay
        found.addressee = ranges(analysis, first, split)
        first = split + (analysis.codes[split : split + 1] == _FOR)
    last = _end(analysis, found, first, last, inside=inside)
    agent = passives.agent(analysis, licence, first, last) if rule == "is_said_to" and not chunks else None
    if agent:  # were praised | by the mayor
        found.source_chunks, last = agent, agent[0] - 1
    closing = last
    last = stages.begins(analysis, rule, licence, first, last)
    begin = extents.begin(analysis, first)
    if begin > first and not found.time:
        found.time += ranges(analysis, first, begin)
    content = ranges(analysis, begin, last)
    contrasts.before_focus(analysis, content, last)
    if content:
        _add_antecedent(analysis, found, licence, chunks)
    start = extents.told(analysis, licence, first) if not found.content else None
    if start is not None and content:
        found.addressee = [(content[0][0], start)]
        content[0] = (start, content[0][1])
    found.content += content
    if not inside and not found.time:
        found.situate(analysis, last, circumstances.behind(analysis, rule, licence, closing))


def _is_framed(analysis: Analysis, rule: str, first: int, last: int) -> bool:
    """It is late, she said, | in a rebuke to Lund | in her first speech since May: the writer's, not hers."""
    codes = analysis.codes
    if rule not in _MEDIAL or codes[first] != _COMMA:
        return False
    if codes[first + 1 : first + 2] == _WHERE:
        return _ACTING.isdisjoint(codes[first:last])
    if last - first < _PHRASE:
        return False
    noun = analysis.tokens.lower[analysis.ends[first + 2] - 1]
    return codes[first + 1] == _IN and codes[first + 2] == _GROUP and noun in NOUNS["reply"]


def _end(analysis: Analysis, found: Attribution, first: int, last: int, *, inside: bool) -> int:
    """Where the stretch ends, by how its cue and its source stand in their sentence."""
    chunks, rule, licence = found.source_chunks, found.rule, found.licence
    behind = chunks[1] if chunks else found.cue_chunk
    paused = behind > 1 and analysis.codes[behind - 2 : behind - 1] in LISTING
    # but: In May, it | is said to
    apart = paused and (chunks is not None or analysis.codes[behind - 1] in RELATING)
    if rule == "praising" and documents.is_behind_group(analysis, found.cue_chunk):
        last = documents.end(analysis, first, last)
    subject = chunks[0] if chunks else found.cue_chunk - 1
    subordinate = subject > 0 and rule != "as_said" and subordinates.opens(analysis, subject)
    negated = found.cue_chunk >= 0 and not _NOT.isdisjoint(analysis.letters(found.cue_chunk))
    last = extents.end(
        analysis, rule, licence, first, last,
        apart=apart, subordinate=subordinate, negated=negated, inside=inside,
    )  # fmt: skip
    last = turns.end(analysis, licence, chunks, first, last, inside=inside)
    return remainders.of_joined(analysis, found.cue_chunk, first, last)


def _add_antecedent(
    analysis: Analysis, found: Attribution, licence: Licence, chunks: tuple[int, int] | None
) -> None:
    """Take in what stands before a relative clause and is its gap: (a plan) they said | would help."""
    if chunks and (licence.complement in _GAPS or antecedents.is_named(analysis, licence, chunks)):
        relative = antecedents.of(analysis, chunks[0])
        found.content += ranges(analysis, *relative) if relative else []
