"""Labels: "NAME: ..." is speech, "Poll: ..." a report, "Update: ..." neither; a signed post has a handle.

In a headline who says it may stand behind it: "Pier will close in May: sources".
"""

from __future__ import annotations

from collections import Counter

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.classes import Classes
from grammar.cascade.frames import Frame
from grammar.cascade.persons import PERSONS, can_act
from grammar.doubts.first_person import FIRST_PERSON
from grammar.lexicon import lines, table
from grammar.text.layout import Kind

_NAME = TOKEN_CLASSES["Name"]
_ARTICLES = frozenset(TOKEN_CLASSES[name] for name in ("Det", "Poss", "Num", "Quant"))
_DETERMINERS = _ARTICLES | {TOKEN_CLASSES["Adj"]}
_LENGTH = 4  # words: Ann Marie Lee Smith
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
_PLURAL, _DETERMINER = TOKEN_CLASSES["Plural"], TOKEN_CLASSES["Det"]
_QUOTED = frozenset((CHUNKS["QuoteStop"], CHUNKS["QuoteAsk"]))
_QUOTE_OPEN, _TO = CHUNKS["QuoteOpen"], CHUNKS["To"]
_MARKS = frozenset("'\"‘’“”")
_ISSUERS = frozenset(lines("labels.txt"))
_CREDITS = frozenset(lines("credits.txt"))
_PIECES = frozenset(
    ("q&a", "faq", "faqs", "recipe", "example", "examples", "footnote", "correction", "motto")
)
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
_SALUTATION = "Dear"  # Dear Senator Lee: ...
_TITLES = frozenset(title.lower() for title in lines("titles.txt"))
_SPEAKERS = PERSONS | _TITLES


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
        analysis = self._analysis
        if frame.rule == "signed":
            return self._is_handle(frame)
        if frame.rule == "credited":
            return self._is_credited(number, frame)
        _, first, last = frame.slots[0]
        _, said, end = frame.slots[-1]
        edges = analysis.chunks.edges
        label = analysis.units.codes[edges[first] : edges[last]]
        quoted = analysis.codes[said] in _QUOTED or (analysis.codes[said] == _QUOTE_OPEN and said + 1 == end)
        written = analysis.tokens.words[analysis.ends[last - 1] - 1]
        noun = written.lower()
        if noun in _PIECES or analysis.tokens.words[analysis.begins[first]] == _SALUTATION:
            return False
        if noun in _ISSUERS and len(label) <= _LENGTH and edges[end] - edges[said] > _LENGTH:
            return True  # Poll: Most voters want the tunnel
        if number == 0 and len(label) <= _LENGTH < edges[end] - edges[said] and self._is_known(first, last):
            return True  # Lee: Time for a new bridge
        named = set(label) == {_NAME} or self._looks_plural(written, label)
        turn = analysis.paragraphs[number].kind is Kind.SPEAKER
        words = analysis.tokens.lower[analysis.begins[said] : analysis.ends[end - 1]]
        short = edges[end] - edges[said] <= _SHORT - turn or not any(map(str.isalpha, words))
        if not named or len(label) > _LENGTH or (short and not quoted):
            return False
        if turn and len(label) == 1 and written in _NOBODY and FIRST_PERSON.isdisjoint(words):
            return False  # one of several states, not one of several speakers
        if turn and (label != _PLURAL or written.isupper()):
            return True
        if not quoted and not any(code in _SPOKEN for code in analysis.codes[said:end]):
            return False
        if turn:
            return True
        *before, word = analysis.tokens.words[analysis.begins[first] : analysis.ends[last - 1]]
        own = not FIRST_PERSON.isdisjoint(words)
        if word.isupper():  # MINISTER: ...; but: RULING UPHELD: A court has said that it stands
            common = {part.lower() for part in (*before, word) if self._classes.is_common(part)}
            return own or common <= _SPEAKERS
        if word.lower() in _TITLES:
            return True
        if before and " ".join((*before, word)) in _PLACES:
            return False  # New Jersey: The race is close
        if not before and not own and word in _LANDS:
            return False  # Oregon: Owners of hives may sell honey
        return not self._classes.is_common(word) and (bool(before) or quoted or own or self._count(word) > 1)

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
        if len(label) > _LENGTH or label[0] in _ARTICLES:
            return False
        *before, word = analysis.tokens.words[analysis.begins[first] : analysis.ends[last - 1]]
        if set(label) != {_NAME}:
            return word.lower() in _CREDITS or word.lower() in _TITLES or can_act(word)
        named = word.lower() in _TITLES or quoted or (number == 0 and self._is_known(first, last))
        return named and " ".join((*before, word)) not in _PLACES

    def _looks_plural(self, noun: str, label: str) -> bool:
        """A name that looks like a plural, Matthews, or the A of question and answer."""
        plural = label == _PLURAL and not any(map(self._classes.is_common, (noun, noun[:-1])))
        return noun == "A" if label == _DETERMINER else plural

    def _is_known(self, first: int, last: int) -> bool:
        """Whether a headline's label is a name that the article goes on to use: "Sanders: ..."."""
        analysis = self._analysis
        words = analysis.tokens.words[analysis.begins[first] : analysis.ends[last - 1]]
        if analysis.units.codes[analysis.chunks.edges[first]] in _DETERMINERS:
            return False
        often = all(word[:1].isupper() and self._count(word) > 1 for word in words)
        return often and (len(words) > 1 or self._count(words[0].lower()) == 0)

    def _count(self, word: str) -> int:
        """Counted when first asked, all words at once: a text of many labels asks often."""
        if self._counts is None:
            self._counts = Counter(self._analysis.tokens.words)
        return self._counts[word]
