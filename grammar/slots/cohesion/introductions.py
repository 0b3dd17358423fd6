"""Who speaks in a quotation that has no cue of its own, as in: Lee shook her head. "We never saw it.".

The sentence before it tells, if its subject is a person. While somebody else is being quoted, only a sentence
of what people do as they begin to speak ("nodded", "sighed") lets another one have the word.
"""

from __future__ import annotations

import re

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, TOKEN_CLASSES, expand
from grammar.cascade.analysis import Analysis
from grammar.cascade.licensing.licence import UNLICENSED
from grammar.cascade.words.persons import PERSONS
from grammar.claim import Act
from grammar.lexicon import table
from grammar.slots.attribution import Attribution
from grammar.slots.syntax.bounds import ENDS
from grammar.slots.syntax.documents import is_document
from grammar.text.ranges import Range

_WORDS = {name: frozenset(words.split()) for name, words in table("introductions.tsv")}
_FIGURE = "<Verb|Done|Said|Judge|Post|SayThat|SayQuote|Tell|Believes>"
_SUBJECT = "<Pronoun>|<Group>(?:<Of|To|In|For|With|About|Prep|Against><Group>){0,3}"
_SETTING = "<Adverb|When|Where|In|About|Against|Prep|With|By|For|As|But|Question|Done|Doing|SayThat|SayingTo>"
_OPENER = f"(?:{_SETTING}<!Comma>{{0,12}}<Comma>(?:<Group><Comma>)??)?"
_CLAUSE = re.compile(
    expand(
        f"<And|But>?<Comma>?<As>?{_OPENER}((?:{_SUBJECT})"
        "(?:<Comma>(?:<Group>|<Relative>(?=<Verb|Done|Judge|Said>))<!Comma>{0,14}(?=<Comma>))?)"
        f"<Where>?(?:<Comma>(?:<In|Done|When|Prep|Relative|Adverb><!Comma>{{0,14}}<Comma>)?)?<Adverb|When>{{0,2}}({_FIGURE})",
        CHUNK_NAMES,
    )
)
_JOINED = re.compile(expand(f"<Comma><And|But|Prep|As>({_SUBJECT})<Adverb>?({_FIGURE})", CHUNK_NAMES))
_LABEL = re.compile(
    expand(
        "<And|But>?<Prep|Adverb>{0,2}(?:<Group><Prep>(?=<Group>))?(<Group>(?:<Of|In|For><Group>){0,3}"
        "(?:<Comma><Group>(?:<Of|In|For><Group>){0,2}<Comma>?|<Left><Group>(?:<Dash><Group>)?<Right>)?)"
        "(?:<When|Where>|<In><Group>)?\\Z",
        CHUNK_NAMES,
    )
)
# "..." - Lee, a teacher
_SIGNATURE = re.compile(
    expand("<Break>?<Dash>(<Group>)(?:<Of|In><Group>)?(?=<Stop|Break|Comma>|\\Z)", CHUNK_NAMES)
)
_COLON, _STOP, _BREAK, _DASH, _PRONOUN, _FOR, _JUDGE = (
    CHUNKS[name] for name in ("Colon", "Stop", "Break", "Dash", "Pronoun", "For", "Judge")
)
_VOICED = frozenset((Act.STATE, Act.CRITICISE, Act.PRAISE, Act.ACCUSE, Act.OPPOSE, Act.WARN))
_QUOTATIONS = re.compile(expand("<QuoteComma|QuoteStop|QuoteAsk|QuoteOpen>", CHUNK_NAMES))
_SPEAKING = frozenset((CHUNKS["Post"], CHUNKS["SayQuote"]))
_LED = frozenset(speaking + CHUNKS["Comma"] for speaking in _SPEAKING)
_CUES = frozenset(CHUNKS[name] for name in ("Judge", "Post", "SayThat", "SayQuote", "Tell"))
_DETERMINER, _POSSESSIVE, _GENITIVE, _NAME = (TOKEN_CLASSES[name] for name in ("Det", "Poss", "Gen", "Name"))
_SENTENCE = 40  # chunks


def introduced(
    analysis: Analysis, number: int, quotation: Range, content: list[Range], speaker: Attribution | None
) -> Attribution | None:
    """The claim of a quotation in these chunks whose speaker the sentence before it names, or a signature.

    ``speaker`` is who has been quoted in this paragraph before.
    """
    signature = _signed(analysis, number, quotation[1], content)
    if signature:
        return signature
    if speaker and not speaker.content:
        return None  # She said: (and the quotation follows)
    begin, end = _sentence(analysis.codes, quotation[0])
    announced = analysis.codes[end : end + 1] != _STOP
    match = _naming(analysis, begin, end, speaker) if begin < end else None
    if match is None:
        return None
    named = (begin + match.start(1), begin + match.end(1))
    if speaker and speaker.source_chunks == named:
        return None  # who said so goes on with it
    owned = _owned(analysis, named[0])
    if owned:  # Her message to ministers is blunt: "..."
        owner, noun = owned
        return Attribution("orphan_quotation", number, [noun], content, [owner])
    source = _voice(analysis, begin, named, announced=announced)
    if source is None:
        return None
    verb = begin + match.start(2) if match.re is not _LABEL else end
    if announced and _is_worded(analysis, verb, end):
        return None  # Lee quoted a line by Roy: "..."
    if announced:
        verb = _speaking(analysis.codes, verb, end)
    elif not _leads_over(analysis, verb, end, apart=analysis.codes[quotation[0] - 1] == _BREAK):
        return None
    rule = _rule(announced=announced, verbless=verb == end)
    opening = analysis.begins[source[0]]
    pointed = analysis.tokens.words[opening] == "Here"  # Here's Lee on Friday: "..."
    return Attribution(
        rule,
        number,
        [(analysis.begins[verb], analysis.ends[verb])],
        content,
        [(opening + 2 * pointed, analysis.ends[source[1] - 1])],
        licence=analysis.licences.get(verb, UNLICENSED) if announced else UNLICENSED,
        source_chunks=None if pointed else source,
    )


def _voice(analysis: Analysis, begin: int, named: Range, *, announced: bool) -> Range | None:
    """Who speaks, if somebody does: whom the sentence names, or whom its news came to."""
    concerned = (begin + 1, begin + 2)
    if analysis.codes[begin] == _FOR and not announced and _is_voice(analysis, concerned, announced=False):
        return concerned  # For Lee, the news came too late. "..."
    return named if _is_voice(analysis, named, announced=announced) else None


def _rule(*, announced: bool, verbless: bool) -> str:
    """The rule that such a quotation goes by: without a colon, behind one alone, or with a verb of speech."""
    if not announced:
        return "orphan_quotation"
    return "turned_colon" if verbless else "said_quote"


def _sentence(codes: str, quotation: int) -> Range:
    """The sentence that ends in front of a quotation, with its mark behind it; an empty one for none."""
    end = quotation - 1
    led = codes[end - 2 : end] in _LED  # He said, | (a new paragraph) "..."
    if end > 0 and codes[end] == _BREAK and (led or codes[end - 1] in (_COLON, _STOP)):
        end -= 1
    if end <= 0 or (codes[end] not in (_COLON, _STOP) and not led):
        return end, end
    begin = end
    while begin and codes[begin - 1] not in ENDS and end - begin < _SENTENCE:
        begin -= 1
    return begin, end


def _naming(analysis: Analysis, begin: int, end: int, speaker: Attribution | None) -> re.Match[str] | None:
    """What in a sentence names who speaks behind it: its subject, the last one of two, or a label.

    Behind another's words, only one who is told to react has the word.
    """
    sentence, announced = analysis.codes[begin:end], analysis.codes[end] != _STOP
    quoting = bool(_QUOTATIONS.search(sentence))
    match = _CLAUSE.match(sentence)
    if quoting and match and analysis.codes[begin + match.start(2)] != _JUDGE:
        match = None
    for joined in _JOINED.finditer(sentence, match.end() if match else 0):
        match = joined  # "...," Lee said, and her husband nodded
    if (announced and not quoting) or match is None:
        match = _LABEL.match(sentence, sentence.rfind(_DASH) + 1) or match
    if match is None or not (quoting or (speaker and not announced)):
        return match
    if match.lastindex != 2:
        return None
    verb = begin + match.start(2)
    return match if _reacts(analysis, verb) or _judges(analysis, begin + match.start(1), verb) else None


def _is_worded(analysis: Analysis, verb: int, end: int) -> bool:
    """Whether a stand is taken on words that follow: a statement by Lee, the slogan."""
    if analysis.codes[verb : verb + 1] != _JUDGE:
        return False
    return any(
        analysis.tokens.lower[analysis.ends[at] - 1] in _WORDS["wording"] for at in range(verb + 1, end)
    )


def _speaking(codes: str, verb: int, end: int) -> int:
    """The verb of speech right before a colon or behind its subject; the colon where there is none."""
    if codes[end - 1] in _SPEAKING:
        return end - 1
    return verb if codes[verb] in _SPEAKING else end


def _leads_over(analysis: Analysis, verb: int, end: int, *, apart: bool) -> bool:
    """Whether what somebody does leads to words of theirs; ``apart``, in a paragraph of their own."""
    if not _WORDS["withheld"].isdisjoint(
        analysis.tokens.words[analysis.begins[verb] : analysis.ends[end - 1]]
    ):
        return False
    return not apart or analysis.codes[verb] in _CUES or _reacts(analysis, verb)


def _signed(analysis: Analysis, number: int, last: int, content: list[Range]) -> Attribution | None:
    """The claim of a quotation, ending before chunk ``last``, that its speaker's name signs behind a dash."""
    match = _SIGNATURE.match(analysis.codes, last, analysis.own)
    if match is None or analysis.letters(match.start(1))[-1] != _NAME:
        return None
    source = match.span(1)
    cue = (analysis.begins[source[0] - 1], analysis.ends[source[0] - 1])
    spoken = (analysis.begins[source[0]], analysis.ends[source[1] - 1])
    return Attribution("orphan_quotation", number, [cue], content, [spoken], source_chunks=source)


def _owned(analysis: Analysis, chunk: int) -> tuple[Range, Range] | None:
    """Whose message or answer a group is, and the noun: her message, the mayor's verdict."""
    first, last = analysis.begins[chunk], analysis.ends[chunk]
    if analysis.tokens.lower[last - 1] not in _WORDS["utterance"]:
        return None
    letters = analysis.letters(chunk)
    if letters[0] == _POSSESSIVE:
        return (first, first + 1), (last - 1, last)
    at = first + letters.rfind(_GENITIVE)
    return ((first, at), (last - 1, last)) if at > first else None


def _judges(analysis: Analysis, source: int, verb: int) -> bool:
    """Whether somebody who is named takes a stand in words of speech: Lee called it a farce. "..."."""
    if analysis.codes[verb] != _JUDGE or analysis.codes[source] == _PRONOUN:
        return False
    return analysis.licences[verb].sense.act in _VOICED


def _reacts(analysis: Analysis, verb: int) -> bool:
    """Whether a verb tells what people do as they begin to speak: nodded, sighed, laughed."""
    return analysis.tokens.lower[analysis.ends[verb] - 1] in _WORDS["reaction"]


def _is_voice(analysis: Analysis, source: Range, *, announced: bool) -> bool:
    """Whether it is somebody who speaks: he, Mr Lee, the old man; before a colon a report speaks, too."""
    first, last = source
    words = analysis.tokens.words
    noun = words[analysis.ends[last - 1] - 1]
    if analysis.codes[first] == _PRONOUN:
        return noun.lower() in _WORDS["pronoun"]
    head = words[analysis.ends[first] - 1]
    if any(word.lower() in PERSONS or word.lower().removesuffix("s") in PERSONS for word in (head, noun)):
        return True
    if announced:
        return noun[0].isupper() or is_document(analysis, first)
    return head[0].isupper() and analysis.letters(first)[0] != _DETERMINER
