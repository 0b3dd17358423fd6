"""Token classes: what each word is by its form alone; ``neighbours`` corrects it by those beside it."""

from __future__ import annotations

import html as entities
import re

from grammar.cascade.alphabet import TOKEN_CLASSES
from grammar.lexicon import first_names, lines, table
from grammar.lexicon.inflection import Forms, spellings

_PUNCTUATION = {
    ",": "Comma", ";": "Semicolon", ":": "Colon", "(": "Left", ")": "Right", "[": "Left", "]": "Right",
    ".": "Stop", "?": "Stop", "!": "Stop", "....": "Stop",
    "-": "Dash", "–": "Dash", "—": "Dash", "―": "Dash", "--": "Dash",
    "---": "Dash", '"': "DoubleMark", "“": "OpenMark", "„": "OpenMark", "«": "OpenMark", "``": "OpenMark",
    "”": "CloseMark", "»": "CloseMark", "''": "CloseMark", "’’": "CloseMark", "‘‘": "OpenMark",
    "‘": "SingleOpen", "'s": "Gen", "’s": "Gen",
    "'S": "Gen", "’S": "Gen", "\n": "Break", "/": "Conj", "%": "Plural",
}  # fmt: skip
_ENDINGS = (
    ("ly", "Adv"), ("ing", "Ing"), ("ed", "Part"),
    *((ending, "Adj") for ending in ["ous", "ful", "ive", "able", "ible", "al", "ic", "ish", "less"]),
)  # fmt: skip
_PREFIXES = frozenset(("re", "co", "pre", "over", "under", "out", "de", "un", "mis", "live", "fact", "cross"))
_OPEN = frozenset(
    ("Plural", "Noun", "Adj", "TimeUnit", "TimeAdj", "CueAdj", "Plain")
)  # with a capital, these may be part of a name: Police
_YEAR = re.compile(r"(?:1[89]|20)\d\d\Z")
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}\Z")
_STRESSED = frozenset(("NOT", "NEVER"))  # we do NOT agree
_PROGRAMMES = frozenset(("today", "tonight", "online"))  # told Today, on the Tonight show
_PART = TOKEN_CLASSES["Part"]
_NOMINAL = frozenset(TOKEN_CLASSES[name] for name in ("Noun", "Plural", "Adj", "CueNoun", "Ing", "Adv"))


def guess(word: str) -> str:
    """The class of a lower-case word that no list knows, by its ending."""
    if "." in word[:-1]:
        return "Name"  # example.com
    if word.endswith("ed") and "-" in word:
        return "Adj"  # well-connected
    if word.endswith("ing") and "-" in word and word.partition("-")[0] not in _PREFIXES:
        return "Adj"  # left-leaning
    if word.endswith(("-fly", "-ply")):
        return "Adj"  # a no-fly list
    for ending, name in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return name
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return "Plural"
    return "Adj" if "-" in word else "Noun"


class Classes:
    """A word's letter, by its form alone.

    A capitalised word of no closed class is a Name here; ``common`` tells what it would be in lower case.
    """

    def __init__(self) -> None:
        self._known: dict[str, str] = {}
        for name, words in table("words.txt"):
            self._known |= {word: TOKEN_CLASSES[self._number(name, word)] for word in words.split()}
        self.cue_forms: dict[str, tuple[str, str]] = {}
        nouns = frozenset(lines("noun_verbs.txt"))
        for row in table("cues.tsv"):
            self._add_cue(row[0], row[0] in nouns)
        self._known |= {
            word: TOKEN_CLASSES["CueNoun"]
            for word, *_ in table("cue_nouns.tsv")
            if word not in self.cue_forms
        }
        self._known |= dict.fromkeys(lines("venues.txt"), TOKEN_CLASSES["Venue"])
        self._given = first_names()
        self._closed: dict[str, str] = {}
        for name, words in table("closed.tsv"):
            for word in words.split():
                self._known[word] = self._known[word.replace("'", "’")] = TOKEN_CLASSES[name]
                if name not in _OPEN:
                    self._closed[word] = self._closed[word.replace("'", "’")] = TOKEN_CLASSES[name]

    @staticmethod
    def _number(name: str, word: str) -> str:
        ending = word.endswith("s") and not word.endswith("ss")
        if name == "Noun":
            return "Plural" if ending else name
        if name == "Past":
            return "Verb"
        return "VerbBase" if name == "Verb" and not ending else name

    def _add_cue(self, lemma: str, noun: bool) -> None:
        for written in reversed(spellings(lemma)):
            self._add_forms(written, noun)

    def _add_forms(self, written: Forms, noun: bool) -> None:
        base, third, past, participle, gerund = written
        kind = "Noun" if noun else "Cue"
        found = [(gerund, "CueIng"), (third, f"{kind}Third"), (participle, "CueDone"), (past, "CuePast")]
        # "forecast" is a past too, and a noun all the same; "put" more often stands behind "to"
        found.insert(4 if noun or base == past else 0, (base, f"{kind}Base"))
        for word, name in found:
            self._known[word] = TOKEN_CLASSES[name]
            self.cue_forms[word] = (base, name)

    def of(self, piece: str) -> str:
        """The letter of a piece, a word and the blanks behind it."""
        word = piece.rstrip()
        if not word:
            return TOKEN_CLASSES["Break" if "\n" in piece else "Mark"]
        if word in ("'", "’"):
            return TOKEN_CLASSES["SingleOpen" if word == piece and word == "'" else "SingleClose"]
        return self._by_form(word)

    def _by_form(self, word: str) -> str:
        if "&" in word and word != "&":
            word = entities.unescape(word) or word  # "&#27;" stands for nothing
        if word in _PUNCTUATION:
            return TOKEN_CLASSES[_PUNCTUATION[word]]
        if _YEAR.match(word):
            return TOKEN_CLASSES["Year"]
        if not word[0].isalpha():
            if word in self._closed:  # 'm, 're, 've, 'll, 'd
                return self._closed[word]
            if _SCORE.match(word):
                return TOKEN_CLASSES["Score"]
            return TOKEN_CLASSES[
                "Num" if any(map(str.isdigit, word)) else "Adv" if word[-1].isalpha() else "Mark"
            ]
        lower = word.lower()
        if word != lower:
            if word == "But":  # no "while" that opens its sentence's subordinate clause
                return TOKEN_CLASSES["Conj"]
            if word == "Will":  # George Will said; at a sentence's head it is the verb
                return TOKEN_CLASSES["Name"]
            if word in _STRESSED:
                return TOKEN_CLASSES["Not"]
            if lower == "may" or (word.isupper() and len(word) > 1):
                return TOKEN_CLASSES["Time" if lower == "may" else "Name"]
            known = word[1:] == lower[1:] and lower not in _PROGRAMMES
            return self._closed.get(lower, TOKEN_CLASSES["Name"]) if known else TOKEN_CLASSES["Name"]
        return self.common(lower)

    def common(self, lower: str) -> str:
        """The letter of a lower-case word."""
        return self._known.get(lower) or TOKEN_CLASSES[guess(lower)]

    def is_common(self, word: str) -> bool:
        """Whether a list knows the word in lower case: "Poll", not "Pollard"."""
        return word.lower() in self._known

    def is_plural(self, lower: str) -> bool:
        """Whether a name has a plural's ending: Rovers, Democrats."""
        return guess(lower) == "Plural"

    def at_start(self, lower: str) -> str:
        """The letter of a word that opens a sentence: its usual class, or Name where none is known: Kelly."""
        known = self._known.get(lower) or (TOKEN_CLASSES["Name"] if lower in self._given else "")
        if known:
            return known
        name = guess(lower)
        return TOKEN_CLASSES["Name" if name == "Noun" else name]

    def in_title(self, lower: str) -> str:
        """The letter of a capitalised word in a title-case headline: a verb's or small word's, else Name."""
        participle = lower.endswith("ed") and "-" not in lower and lower not in self._given  # no Ted
        known = self._known.get(lower) or (_PART if participle else "")
        return known if known and known not in _NOMINAL else TOKEN_CLASSES["Name"]
