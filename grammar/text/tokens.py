"""Words with their places: the text cut once, so that every later stage speaks of token numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from operator import add
from typing import TypeVar

from grammar.claim import Slot, Span
from grammar.text.forms import Form, Forms

# Every token takes the blanks behind it along, so that the pieces add up to the whole text and the
# offsets are a running sum. All of it runs in C: this pass is the engine's floor. Most words are told by
# plain letters, since a class such as \w costs a call for each character. What is met often is tried first,
# where nothing of what comes behind it would read it otherwise.
_ABBREVIATION = (
    "Brig|Det|Mr|Mrs|Ms|Dr|MR|MRS|MS(?=[.][ ][A-Z]{2})|DR|SEN|REP|GOV|GEN|LT|COL|CAPT|SGT|PROF|REV"
    "|Sen|Sens|Rep|Reps|Gov|Govs"
    "|Gen|Lt|Lieut|Col|Maj|Capt|Cmdr|Adm|Sgt|Prof|Rev|Hon|Pres|St|Jr|Sr"
    "|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec"
    "|Cpl|Pvt|Pfc|Spc|Cllr|Ald|Msgr|Asst|Atty|Engr|Barr|Alh|Smt|Adv|Arc|Bro|Fr|Sec|Usec|Asec|Pst|Evang|Ven|Comr|(?:[Rr]etd|[Rr]td)(?=[.][)])"
    "|No(?=[.][ ]*[0-9])|no(?=[.][ ][0-9]{1,3}\\b)"
    "|vs|v(?=[.][ ][A-Z])|Inc|Corp|Co|Ltd|Bros|Dept|Supt|Insp|Amb|Mt|Ft"
)
_STATE = (
    "Va|Pa|Fla|Calif|Mass|Conn|Ga|Ala|Ariz|Ark|Colo|Ill|Ind|Kans|Kan|Ky|La|Md|Mich|Minn|Miss|Mo|Mont|Neb"
    "|Nev|Okla|Ore|Tenn|Tex|Vt|Wash|Wis|Wyo|Del"
)
# Their full stop ends no sentence where a small letter, a figure or a comma follows: 900 bbl. of oil
_SHORT = (
    "bbl|approx|etc|est|ca|cf|al|ft|lbs?|oz|sq|hrs?|mins?|secs?|incl|max"
    "|Univ|Assn|Assoc|Intl|Natl|Govt|Ave|Blvd|Rd|Hwy"
)
# Words that open a sentence and hardly ever a name: before one, an abbreviation's full stop ends a sentence.
# Before a quotation it does so behind a place, which no nickname follows as it does a rank.
_OPENERS = (
    "The|A|An|He|She|It|They|We|But|And|In|On|At|This|That|These|Those|His|Her|Its|Their"
    "|As|For|When|While|If|After|However|Meanwhile|There|Then|So|Although|Though|Since|Because|Despite|During"
    "|What|Why|How|You|My|Our|Many|Most|Some|Both|Earlier|Later|Yesterday|Mr|Mrs|Ms"
)
# "fianc&#233;e" is one word: letters with an accent that HTML has left behind
_LETTER = (
    r"&(?:\#(?:19[2-9]|2(?!15|47)\d\d|[34]\d\d)|[A-Za-z](?:acute|grave|circ|uml|tilde|cedil|ring|slash));"
)
# what may stand within a word, before more of it: O'Hara, well-known, example.org, A.Org, S&P, (ABC.L), N97.4
_LINK = (
    r"(?:&(?:amp;)?(?=[A-Z](?![A-Za-z]*;))"
    r"|['’](?!(?:[sS]|m|re|ve|ll|d)\b)(?=[^\W\d_])|[-‐‑](?=[^\W_])|\.(?=[a-z]|[A-Z]{1,2}\)|(?:[A-Z][a-z]+\.)?(?:Com|Org|Net)\b)"
    # and bond/stock, but not and/or
    r"|(?<=\d)[.,](?=\d)|(?<=[a-z])/(?=[a-z]{3}))"
)
_LETTERS = "A-Za-zÀ-ÖØ-öø-ÿ"  # what is met most in English
PATTERN = re.compile(
    rf"""
      [{_LETTERS}]++[ ](?=[!-~])                                # most words: nothing to decide
    | \s+
    | (?:
      [,;:!?()"“”]                                              # nor for most marks
    | [{_LETTERS}]++(?=[ ,;:!?()"\n]|['’]s\b)                   # nor for other words
    | ['’](?:[sS]|m|re|ve|ll|d)(?!\w)                           # genitive or "is"; I'm, we've, he'd
    # before a sentence's full stop: with a capital, longer than any abbreviation
    | (?:[a-z]{{4}}|[A-Z][a-z]{{5}})[a-z]*+(?=\.(?![^\s"”]|[ ][a-z\d$£€]))
    | \.(?![.\d])
    # Vark.AT
    | [A-Z][a-z]++\.(?:A[TI]|BE|C[HOZ]|D[EK]|E[SU]|F[IR]|IO|N[LO]|PL|RU|SE|TV|UK|COM|NET|ORG)\b(?![.-])
    # 7 p.m. He
    | (?:[ap]\.m|[A-Z](?:\.[A-Z])+|Inc|Corp|Co|Ltd|Bros|Jr|Sr)(?=\.[^\S\n]+["“]?(?:{_OPENERS})\b|['’]s\b)
    # a mine in Tulsa, Okla. The firm; in Tulsa, Okla. Berg said
    | (?<=,[ ])(?:{_STATE})(?=\.[^\S\n]+(?:
        (?:{_OPENERS})\b | [A-Z]\w+[ ](?:said|says|told|is|was|has|had|will|would)\b
      ))
    | (?:[A-Z](?:\.[A-Z])+|{_STATE})(?=\.[^\S\n]+["“][A-Z])         # in the U.S. "We; in Tampa, Fla. "We
    | (?:U\.(?:S|K|N|A\.E)|E\.U)(?![\w.])                            # the U.S and China
    # U.S.  a.m.  U.N.-backed  anti-U.S.
    | (?:(?:[DRI]|[A-Za-z]{{3,9}})[-‐‑])?(?:[A-Za-z]\.){{2,8}}(?:[-‐‑][^\W\d_]++)*+(?!\w)
    | (?:Ph|Psy|Pharm|Ed)\.D\.(?!\w)                                # Ph.D.
    | (?:[DRI]-|[Tt]hen-)?(?:{_ABBREVIATION}|{_STATE})\.(?!\w)                                # Sen.  Oct.
    | (?:{_SHORT})\.(?=[ ][a-z\d$£€]|,)                              # 900 bbl. of oil; Marsh Ave., near
    | (?<![\w.])[A-Z]\.(?=\s+[A-Z]|[^\S\n]+[a-z])                # George W. Bush; E. coli
    | ''|``|’’|‘‘
    # 1,000.5  10:30  2015/16  9/11  $3  40%  1.2bn  5-4  4.5-star  .22-calibre
    | (?:(?<=\s)\.)?[$£€¥]?\d++(?:
            [.,:]\d++ | (?<=[0-9]{{4}})/(?=[0-9]{{2,4}}\b)\d++ | (?<!\d{{3}})/(?=\d{{1,2}}\b)\d++
        )*+
        (?:%|[^\W\d_]{{1,8}}(?!\w))?(?:[-‐‑][^\W_]++|[-‐‑–][$£€][\d.,]*\d[a-z]*+)*+(?!\w|\.[a-z])
    # fourth- and fifth-grade pupils: a hyphen that waits for the rest of its word
    | [A-Za-z]++-(?=,?[ ](?:and|or|to)[ ](?:[A-Za-z]++[ ])?[A-Za-z]++-[A-Za-z])
    | (?:[$£€¥]?[^\W_]++|{_LETTER})(?:{_LINK}[^\W_]++|{_LETTER}[^\W_]*+)*+
    | &(?:\#\d{{2,5}}|[a-z]{{2,6}});                                  # &quot; that HTML has left behind
    | \.\.\.+|--+
    | <[A-Z]{{1,6}}(?:\.[A-Z]{{1,3}})?>  # <ABC.PA>: a ticker, no word of the name
    | \S
    )[^\S\n]*""",
    re.X,
)


MARGIN = 4  # how far back of a word or chunk the stages look, at most

T = TypeVar("T")
_WORDS = Forms()


class Tokens:
    """A text's tokens: ``words[i]`` stands at ``starts[i]`` to ``ends[i]``. Ranges are half-open.

    ``lower`` has the words in small letters.

    Runs of line breaks are tokens whose word is "\\n"; leading blanks are a token whose word is "". Where the
    text is fenced, ``words`` and ``lower`` go on behind its last token with a margin of line breaks.
    """

    __slots__ = ("_columns", "_forms", "lower", "starts", "text", "words")

    def __init__(self, text: str, forms: Forms = _WORDS) -> None:
        """``forms`` hold what those tables tell that are asked of every token."""
        self.text = text
        self._columns = forms.columns
        # the pieces are let go at once: what is made next finds their memory at hand
        found = [forms[piece] for piece in PATTERN.findall(text)]
        self.words = [form.word for form in found]
        self.lower = [form.lower for form in found]
        self.starts = _starts(found)
        self._forms = found

    def __len__(self) -> int:
        return len(self.starts)

    def fence(self) -> None:
        """Put a margin of breaks behind the last word: what counts back from the first one falls on it."""
        margin = ["\n"] * MARGIN
        self.words += margin
        self.lower += margin

    def told(self, table: Callable[[str], T]) -> list[T]:
        """What a table tells of each token's piece: as the forms have it, or asked anew."""
        column = self._columns.get(table)
        if column is None:
            return list(map(table, self.pieces))
        return [form.told[column] for form in self._forms]

    @property
    def pieces(self) -> list[str]:
        """The words with the blanks behind them, made anew."""
        return [self.text[first:last] for first, last in pairwise([*self.starts, len(self.text)])]

    def piece_end(self, token: int) -> int:
        """Where a token ends with the blanks behind it."""
        return self.starts[token + 1] if token + 1 < len(self.starts) else len(self.text)

    def before_blank(self, token: int) -> bool:
        """Whether a blank stands behind a token, or is all of it."""
        return self.text[self.piece_end(token) - 1].isspace()

    @property
    def ends(self) -> list[int]:
        """Where each token ends. All of them are seldom wanted: ``span`` reckons its own."""
        return list(map(add, self.starts, map(len, self.words)))

    def span(self, first: int, last: int) -> Span:
        """The characters from token ``first`` to the one before ``last``."""
        at = last - 1
        return self.starts[first], self.starts[at] + len(self.words[at])

    def spans(self, ranges: Iterable[tuple[int, int]]) -> list[Span]:
        """The characters of each of these token ranges, none of which may be empty."""
        starts, words = self.starts, self.words
        return [(starts[first], starts[last - 1] + len(words[last - 1])) for first, last in ranges]

    def slot(self, ranges: Sequence[tuple[int, int]]) -> Slot:
        """The words of these token ranges as a slot; ranges must not be empty."""
        text = self.text
        if len(ranges) == 1:
            first, last = ranges[0]
            start, end = self.starts[first], self.starts[last - 1] + len(self.words[last - 1])
            return Slot(text[start:end], ((start, end),))
        spans = self.spans(ranges)
        return Slot(" ".join([text[start:end] for start, end in spans]), tuple(spans))


def _starts(forms: list[Form]) -> list[int]:
    """Where pieces of these forms start, one behind the other."""
    starts: list[int] = []
    at = 0
    for form in forms:
        starts.append(at)
        at += form.length
    return starts
