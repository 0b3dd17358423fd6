"""The two alphabets of the cascade: a letter for each token class, a letter for each kind of chunk.

Letters are allotted here and written nowhere else. Patterns, rules and the Lark grammar speak in names:
``expand`` turns ``<Det|Adj>* <Noun>`` into the regular expression over letters that the machine runs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

TOKEN_CLASSES = {
    "Det": "d",  # the, this
    "Quant": "D",  # some, many, both: with a noun or alone
    "Poss": "P",  # his, their
    "Num": "#",  # three, 3%, $5
    "Score": "&",  # 5-2: a number, unless a vote is told by it
    "Adj": "a",
    "Noun": "n",
    "Plural": "i",
    "Name": "N",  # a capitalised word that no other class claims
    "Gen": "s",  # 's
    "Pron": "p",  # he, they, someone
    "Obj": "m",  # him, reporters' "us"
    "Who": "W",  # who, which
    "That": "h",
    "Wh": "w",  # whether, what, how, if
    "Of": "f",
    "To": "t",
    "For": "4",
    "On": "5",  # on, over: where something is said, and of what
    "Topic": "Z",  # about, regarding: of what alone
    "Against": "6",  # against, at
    "As": "7",
    "With": "8",
    "By": "9",
    "In": "0",  # in, during
    "Prep": "o",  # every other preposition
    "Conj": "c",  # and, or
    "But": "b",  # but, while, although
    "Because": "1",  # because, unless: what follows belongs to what stands before
    "Adv": "r",
    "Hearsay": "R",  # reportedly, allegedly
    "Not": "!",
    "Neither": "2",  # neither, either
    "Modal": "x",  # will, may, has, did
    "ModalNot": "X",  # won't, didn't
    "Having": "I",  # a modal for all rules that do not ask for it
    "Be": "e",
    "BeNot": "E",  # isn't
    "Time": "y",  # Friday, October, yesterday
    "Year": "Y",  # 2013
    "Venue": "V",  # interview, statement, Twitter
    "TimeUnit": "u",  # week, month, morning
    "TimeAdj": "l",  # last, next, late
    "Verb": "v",  # a finite verb that reports nothing
    "VerbBase": "U",  # go: what no singular has behind it
    "Part": "z",  # past or participle in -ed, -en
    "Ing": "g",
    "CuePast": "S",  # said
    "CueDone": "H",  # written, known: no finite form
    "CueThird": "T",  # says
    "CueBase": "B",  # say
    "NounThird": "C",  # claims: a cue that may be a noun (noun_verbs.txt)
    "NounBase": "F",  # claim
    "CueIng": "G",  # saying
    "Favor": "M",  # favour: in favour of the plan
    "Copula": "@",  # remains, became: remains convinced
    "Holder": "L",  # supporter, critic: was a critic of the plan
    "CueAdj": "j",  # confident, aware, afraid
    "Plain": "O",  # clear: made it clear that
    "CueNoun": "J",  # allegation, statement
    "CueNominal": "k",  # a cue verb's form that stands as a noun: the claims
    "According": "A",
    "QuoteComma": "K",  # a whole quotation that ends in a comma
    "QuoteStop": "Q",  # ... in a full stop
    "QuoteAsk": "3",  # ... in a question or exclamation mark
    "QuoteOpen": "q",  # ... in no punctuation
    "Comma": ",",
    "Semicolon": ";",
    "Colon": ":",
    "Dash": "-",
    "Left": "(",
    "Right": ")",
    "Stop": ".",
    "Break": "|",  # line break
    "Mark": "~",  # anything else: bullets, ellipses
    "DoubleMark": '"',  # a straight double quotation mark
    "OpenMark": "{",
    "CloseMark": "}",
    "SingleOpen": "<",
    "SingleClose": ">",
}

# Classes that the code asks for together.
BASES = frozenset((TOKEN_CLASSES["CueBase"], TOKEN_CLASSES["NounBase"]))  # say, claim
THIRDS = frozenset((TOKEN_CLASSES["CueThird"], TOKEN_CLASSES["NounThird"]))  # says, claims
BEING = frozenset((TOKEN_CLASSES["Be"], TOKEN_CLASSES["BeNot"]))  # is, isn't
MODALS = frozenset((TOKEN_CLASSES["Modal"], TOKEN_CLASSES["ModalNot"]))  # will, won't
COUNTS = frozenset((TOKEN_CLASSES["Num"], TOKEN_CLASSES["Quant"]))  # three, some

# What rules over token classes mean by a name: a cue that may be a noun is a cue, unless they ask for it.
CLASS_NAMES = {
    **TOKEN_CLASSES,
    **{
        f"Cue{form}": f"[{TOKEN_CLASSES[f'Cue{form}']}{TOKEN_CLASSES[f'Noun{form}']}]"
        for form in ("Third", "Base")
    },
    "Verb": f"[{TOKEN_CLASSES['Verb']}{TOKEN_CLASSES['VerbBase']}]",
    "Modal": f"[{TOKEN_CLASSES['Modal']}{TOKEN_CLASSES['Having']}]",
    "But": f"[{TOKEN_CLASSES['But']}{TOKEN_CLASSES['Because']}]",
    "About": f"[{TOKEN_CLASSES['On']}{TOKEN_CLASSES['Topic']}]",
    "CueAdj": f"[{TOKEN_CLASSES['CueAdj']}{TOKEN_CLASSES['Plain']}]",
}

CHUNKS = {
    "Group": "n",  # a noun group: the old man, South Korea's spy agency
    "Report": "C",  # a group that ends in a reporting noun: her claim, calls
    "Pronoun": "p",  # he, they
    "Objective": "m",  # him, them
    "Relative": "W",  # who, which
    "That": "h",
    "Question": "w",  # whether, what
    "Of": "f",
    "To": "t",
    "For": "4",
    "About": "5",
    "Against": "6",
    "As": "7",
    "With": "8",
    "By": "9",
    "In": "0",
    "Prep": "o",
    "And": "c",
    "But": "b",
    "Because": "1",
    "Adverb": "r",
    "Adjective": "a",
    "When": "y",  # on Friday, last month
    "Where": "x",  # in an interview with the paper, on Twitter
    # Cue groups as the chunker leaves them ...
    "Say": "S",  # a finite group with a reporting verb: said, has repeatedly warned
    "Saying": "G",
    "ToSay": "I",
    "Said": "P",  # a passive one: was told, is said
    "Aware": "j",  # is confident
    # ... and as their complement licenses them (licensing/)
    "SayThat": "H",  # said that, said the plan had failed, asked whether
    "SayQuote": "Y",  # said: "..."
    "Tell": "L",  # told reporters that, asked them to
    "Judge": "V",  # praised the plan, called for calm, vowed to go
    "Post": "s",  # ..., she said.
    "Inverted": "X",  # ..., said the minister.
    "SayingThat": "D",  # , adding that
    "SayingTo": "J",  # , praising the plan
    "Telling": "T",  # , telling reporters that
    "SaidThat": "F",  # was told that, was quoted as saying that
    "SaidBy": "M",  # was accused by
    "SaidTo": "E",  # is said to, is expected to
    "Believes": "U",  # is confident that
    "Wins": "u",  # won (the support of)
    "Verb": "v",  # any other finite group
    "Bare": "B",  # go: finite behind a plural, else an infinitive
    "Doing": "g",
    "ToDo": "i",
    "Done": "z",
    "According": "A",  # according to; in (a poll); to (her critics)
    "Hearsay": "R",
    "QuoteComma": "K",
    "QuoteStop": "Q",
    "QuoteAsk": "3",
    "QuoteOpen": "q",
    "Comma": ",",
    "Semicolon": ";",
    "Colon": ":",
    "Dash": "-",
    "Left": "(",
    "Right": ")",
    "Stop": ".",
    "Break": "|",
}
INFINITIVES = frozenset((CHUNKS["ToDo"], CHUNKS["ToSay"]))
GERUNDS = frozenset((CHUNKS["Doing"], CHUNKS["SayingTo"]))

# What patterns over chunks mean by a name: a reporting noun's group is a group to all but its own frame.
CHUNK_NAMES = {
    **CHUNKS,
    "Group": f"[{CHUNKS['Group']}{CHUNKS['Report']}]",
    "But": f"[{CHUNKS['But']}{CHUNKS['Because']}]",
    "Contrast": CHUNKS["But"],
    "Verb": f"[{CHUNKS['Verb']}{CHUNKS['Bare']}{CHUNKS['Wins']}]",
}

COMMON = {
    CHUNKS[name]: share
    for name, share in {
        "Group": 30, "Verb": 8, "Comma": 8, "Stop": 6, "Pronoun": 5, "And": 3, "Of": 3, "Adverb": 3,
        "Prep": 2, "In": 2, "That": 2, "Judge": 2, "About": 2, "ToDo": 2, "SayThat": 2,
    }.items()
}  # fmt: skip
"""How many of a hundred chunks of news are of a kind, where they are more than one."""

CODES = 128
"""How many codes letters have at most: all are ASCII, so that a list can hold something for each."""

_NAME = re.compile(r"<(!?)([A-Z][A-Za-z]*(?:\|[A-Z][A-Za-z]*)*)>")
_SET = re.compile(r"\[((?:[^\]\\^]|\\.)+)\]")


def expand(pattern: str, names: Mapping[str, str]) -> str:
    """Replace ``<A|B>`` by what A and B stand for: letters and sets become one set, patterns a group.

    ``<!A|B>`` is any letter but these. Raises KeyError for a name that has no letter and no pattern, and
    ValueError where what is excluded is no letter.
    """

    def replace(match: re.Match[str]) -> str:
        parts = [names[name] for name in match[2].split("|")]
        letters = [_letters(part) for part in parts]
        if None not in letters:
            joined = "".join(letter or "" for letter in letters)
            return f"[^{joined}]" if match[1] else joined if _is_one(joined) else f"[{joined}]"
        if match[1]:
            raise ValueError(f"{match[0]}: only letters can be excluded")
        return f"(?:{'|'.join(re.escape(part) if len(part) == 1 else part for part in parts)})"

    return _NAME.sub(replace, pattern)


def _letters(part: str) -> str | None:
    """The letters that a part stands for, escaped as in a set; None where it is a longer pattern."""
    if len(part) == 1:
        return re.escape(part)
    match = _SET.fullmatch(part)
    return match[1] if match else part if _is_one(part) else None


def _is_one(letters: str) -> bool:
    return len(letters) == 1 or (len(letters) == 2 and letters[0] == "\\")
