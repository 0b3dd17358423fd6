"""Labels: "NAME: ..." is speech, "Poll: ..." a report, "Update: ..." neither; a signed post has a handle.

In a headline who says it may stand behind it: "Pier will close in May: sources".
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.frames import Frame
from grammar.cascade.words.classes import Classes
from grammar.cascade.words.persons import PERSONS, can_act
from grammar.doubts.first_person import FIRST_PERSON
from grammar.doubts.vocabulary import WORDS
from grammar.lexicon import lines, table
from grammar.slots.syntax.bounds import DETERMINED
from grammar.text.layout import Kind

_NAME = TOKEN_CLASSES["Name"]
_DETERMINERS = DETERMINED | {TOKEN_CLASSES["Adj"]}
_LENGTH = 4  # words: Ann Marie Lee Smith
_SMALL = 4  # letters: with, from
_SHORT = 2  # words, the full stop among them: no speech, but of somebody whose turn it is
_SPOKEN = frozenset(
    CHUNKS[name]
    for name in (
        "Verb",
        "Bare",
        "Said",
        "Judge",
        "SayThat",
        "SayQuote",
        "Tell",
        "Post",
        "Done",
        "ToDo",
        "Pronoun",
    )
)
_FINITE = frozenset(CHUNKS[name] for name in ("Verb", "Bare", "Said", "Judge", "SayThat"))
_PLURAL, _DETERMINER = TOKEN_CLASSES["Plural"], TOKEN_CLASSES["Det"]
_QUOTED = frozenset((CHUNKS["QuoteStop"], CHUNKS["QuoteAsk"]))
_QUOTE_OPEN, _TO = CHUNKS["QuoteOpen"], CHUNKS["To"]
_MARKS = frozenset("'\"‘’“”")
_ISSUERS = frozenset(lines("labels.txt"))
_CREDITS = frozenset(lines("credits.txt"))
_PLACES = frozenset(name for _, names in table("names/places.tsv") for name in names.split("|"))
_SURNAMES = frozenset(name for line in lines("names/surnames.txt") for name in line.split())
_LANDS = frozenset(row[1] for row in table("names/countries.tsv")) | frozenset(
    name
    for name in _PLACES
    if name.lower() not in _SURNAMES  # but: Lincoln: The race is close
)
_GIVEN = frozenset(name for row in table("names/first_names.tsv") for name in row[1].split())
_BORNE = _GIVEN | _SURNAMES
_NOBODY = frozenset(name for name in _LANDS if name.lower() not in _BORNE)  # but: Georgia: ...
_TURNS = frozenset(("question", "answer"))  # of a briefing: QUESTION: ...
_SALUTATION = "Dear"  # Dear Senator Lee: ...
_TITLES = frozenset(title.lower() for title in lines("titles.txt"))
_SPEAKERS = PERSONS | _TITLES


class _Line(NamedTuple):
    """A label and the words behind its colon, as letters and as words, in lower case and as written."""

    label: str
    named: list[str]
    codes: str
    words: list[str]
    said: list[str]
    length: int  # units behind the colon
    quoted: bool
    turn: bool  # whether its paragraph is one of several speakers'
    below: bool  # whether other paragraphs stand above it

    def is_short(self) -> bool:
        """Whether it is too short for speech; somebody whose turn it is may say a single word."""
        return self.length <= _SHORT - self.turn or not any(map(str.isalpha, self.words))

    def is_headline(self) -> bool:
        """Whether all but its small words are capitalised, as in the headline of another piece."""
        named = [word[0].isupper() for word in self.said if word[0].isalpha()]
        large = (word[0].isupper() for word in self.said if len(word) > _SMALL and word[0].isalpha())
        return sum(named) > _SHORT and all(large)

    def is_statement(self) -> bool:
        """Whether a verb stands in it behind its first words: coffee lowers risk."""
        return self.length > _SHORT and any(code in _FINITE for code in self.codes[1:])

    def is_clause(self) -> bool:
        """Whether a verb or a pronoun stands in it."""
        return any(code in _SPOKEN for code in self.codes)


class Labels:
    """The labels of one text."""

    def __init__(self, analysis: Analysis, classes: Classes) -> None:
        self._analysis, self._classes = analysis, classes
        self._counts: Counter[str] | None = None

    def is_speaker(self, number: int, frame: Frame) -> bool:
        """A few capitalised words before a colon, and words enough behind it to be speech.

        ``number`` is the paragraph's. A label that comes but once must be a name: one of several words, one
        in capitals, a title, or one that the text knows elsewhere. Reports, polls and police speak so, too.
        """
        if frame.rule == "signed":
            return self._is_handle(frame)
        if frame.rule == "credited":
            return self._is_credited(number, frame)
        line = self._line(number, frame)
        noun = line.named[-1].lower()
        if noun in WORDS["piece"] or line.named[0] == _SALUTATION or len(line.label) > _LENGTH:
            return False
        if noun in _ISSUERS and line.is_statement() and not self._asks(number):
            return True  # Study: coffee lowers risk
        if line.length > _LENGTH and (
            (noun in _ISSUERS and not self._asks(number))
            or (number == 0 and self._is_known(line.named, line.label))
        ):
            return True  # Poll: Most voters want the tunnel; Lee: Time for a new bridge
        named = set(line.label) == {_NAME} or self._looks_plural(line.named[-1], line.label)
        if not named or (line.is_short() and not line.quoted):
            return False
        if not line.quoted and self._lists_names(frame):
            return False
        capitals = line.named[-1].isupper() and line.turn  # MR. HOLM: No, Ann. Okay.
        titled = len(line.named) > 1 and line.below and not capitals and line.is_headline()
        if titled and not self._names_person(line):
            return False  # Harbour Toll Law: Council To Vote On New Fees
        if line.turn:  # one of several; but not of one of several states
            alone = len(line.label) == 1 and line.named[-1] in _NOBODY
            return not (alone and FIRST_PERSON.isdisjoint(line.words))
        return self._is_person(line)

    def _asks(self, number: int) -> bool:
        """Whether a paragraph is a question, which nobody states (Analysis: Will the pier pay?)."""
        return self._analysis.tokens.words[self._analysis.paragraphs[number].last - 1] == "?"

    def _line(self, number: int, frame: Frame) -> _Line:
        """The label of a frame with what stands behind its colon."""
        analysis, edges = self._analysis, self._analysis.chunks.edges
        _, first, last = frame.slots[0]
        _, said, end = frame.slots[-1]
        codes = analysis.codes[said:end]
        return _Line(
            label=analysis.units.codes[edges[first] : edges[last]],
            named=analysis.tokens.words[analysis.begins[first] : analysis.ends[last - 1]],
            codes=codes,
            words=analysis.tokens.lower[analysis.begins[said] : analysis.ends[end - 1]],
            said=analysis.tokens.words[analysis.begins[said] : analysis.ends[end - 1]],
            length=edges[end] - edges[said],
            quoted=codes[0] in _QUOTED or codes == _QUOTE_OPEN,
            turn=analysis.paragraphs[number].kind is Kind.SPEAKER,
            below=number > 0,
        )

    def _is_person(self, line: _Line) -> bool:
        """Whether a label that comes but once is somebody who says what stands behind it."""
        if not (line.quoted or line.is_clause()):
            return False
        *before, word = line.named
        own = not FIRST_PERSON.isdisjoint(line.words)
        if word.isupper():  # MINISTER: ...; but: RULING UPHELD: A court has said that it stands
            common = {part.lower() for part in line.named if self._classes.is_common(part)}
            return own or common <= _SPEAKERS
        if word.lower() in _TITLES:
            return True
        if before and " ".join(line.named) in _PLACES:
            return False  # New Jersey: The race is close
        if not before and not own and word in _LANDS:
            return False  # Oregon: Owners of hives may sell honey
        known = bool(before) or line.quoted or own or self._count(word) > 1
        return known and not self._classes.is_common(word)

    def _names_person(self, line: _Line) -> bool:
        """Whether several words surely name a person: Clerk Ida Holm; not Holm Murder Trial."""
        first, word = line.named[0], line.named[-1]
        begins = len(line.named) < _LENGTH and (first in _GIVEN or first.lower() in _SPEAKERS)
        return begins or word in _SURNAMES or can_act(word)

    def _lists_names(self, frame: Frame) -> bool:
        """Whether a label heads a list and no speech: "Replacements: Holm, Berg, Lund"."""
        _, said, end = frame.slots[-1]
        analysis = self._analysis
        words = analysis.tokens.words[analysis.begins[said] : analysis.ends[end - 1]]
        return "," in words and not any(map(str.islower, words))

    def _is_handle(self, frame: Frame) -> bool:
        """Whether a name and a date are those of a post: — Ann Holm (@annholm) May 3, 2018."""
        _, first, last = frame.slots[-1]
        begin = frame.slots[-2][2]
        analysis = self._analysis
        return "@" in analysis.tokens.words[analysis.begins[begin] : analysis.begins[first]] and first < last

    def _is_credited(self, number: int, frame: Frame) -> bool:
        """Whether a headline ends in who says it: somebody of an office, a report, or a name of the article.

        A name will do that stands elsewhere in the text and is no place; what it says has a verb, or words
        in quotation marks.
        """
        analysis, paragraph = self._analysis, self._analysis.paragraphs[number]
        (_, said, end), _, (_, first, last) = frame.slots
        begin, close = analysis.begins[said], analysis.ends[end - 1]
        if (begin, analysis.ends[last - 1]) != (paragraph.body, paragraph.last):
            return False
        quoted = not _MARKS.isdisjoint(analysis.tokens.words[begin:close])
        if not quoted and not any(code in _SPOKEN or code == _TO for code in analysis.codes[said:end]):
            return False
        edges = analysis.chunks.edges
        label = analysis.units.codes[edges[first] : edges[last]]
        if len(label) > _LENGTH or label[0] in DETERMINED:
            return False
        words = analysis.tokens.words[analysis.begins[first] : analysis.ends[last - 1]]
        noun = words[-1].lower()
        if set(label) != {_NAME}:
            return noun in _CREDITS or noun in _TITLES or can_act(words[-1])
        named = noun in _TITLES or quoted or (number == 0 and self._is_known(words, label))
        return named and " ".join(words) not in _PLACES

    def _looks_plural(self, noun: str, label: str) -> bool:
        """A name that looks like a plural, Matthews, or the A of question and answer."""
        plural = label == _PLURAL and not any(map(self._classes.is_common, (noun, noun[:-1])))
        return noun == "A" if label == _DETERMINER else plural or noun.lower() in _TURNS

    def _is_known(self, words: list[str], label: str) -> bool:
        """Whether a headline's label is a name that the article goes on to use: "Sanders: ..."."""
        if label[0] in _DETERMINERS:
            return False
        often = all(word[:1].isupper() and self._count(word) > 1 for word in words)
        return often and (len(words) > 1 or self._count(words[0].lower()) == 0)

    def _count(self, word: str) -> int:
        """Counted when first asked, all words at once: a text of many labels asks often."""
        if self._counts is None:
            self._counts = Counter(self._analysis.tokens.words)
        return self._counts[word]
