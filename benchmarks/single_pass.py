"""The rival of the cascade: one letter a word, one LALR parse with bounded look-aheads over words.

It has the engine's words, layout, classes, neighbour rules, quotations and cue lexicon; what it has not is
the pass that groups words first. Prints its time in re.findall's time beside the cascade's on the same texts,
up to the attributions, and the doublings of hostile texts; with ``--json`` its attributions instead, a line a
text, as character spans.

    python benchmarks/single_pass.py [FILE|FOLDER]... [--words 70000] [--rounds 7] [--hostile 200000] [--json]
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.corpus import FIXTURES, repeated, texts
from benchmarks.hostile import PIECES, filled
from benchmarks.speed import WORD, seconds
from grammar.cascade.alphabet import CLASS_NAMES, TOKEN_CLASSES, expand
from grammar.cascade.frames import Frames
from grammar.cascade.passes import Cascade, _unwrapped
from grammar.cascade.words.capitals import in_headlines, in_sentences
from grammar.cascade.words.quotations import Units, collapse
from grammar.discourse import Attributions
from grammar.lexicon import table
from grammar.text.layout import Kind, paragraphs
from grammar.text.tokens import Tokens

_KINDS = ("Says", "Tells", "Does")
_FORMS = {"CuePast": "", "CueThird": "", "CueBase": "Base", "CueIng": "Ing"}
_SPARE = map(chr, range(1, 10))  # ASCII, as the driver asks, that stands for no class
LETTERS = {
    **TOKEN_CLASSES,
    **dict(zip((kind + form for kind in _KINDS for form in ("", "Base", "Ing")), _SPARE, strict=True)),
}
_NAMES = {
    **LETTERS,
    "About": CLASS_NAMES["About"],
    "Quote": expand("<QuoteComma|QuoteStop|QuoteAsk|QuoteOpen>", LETTERS),
}
_READ = frozenset((Kind.PROSE, Kind.HEADLINE, Kind.SPEAKER))
_CUE = re.compile(expand("<CuePast|CueThird|CueBase|CueIng>", LETTERS))
_FORM = {LETTERS[name]: form for name, form in _FORMS.items()}
_TRIMMED = frozenset(LETTERS[name] for name in ("Comma", "Semicolon", "Colon", "Dash", "Stop", "Break"))
_PARTICLES = ("Of", "For", "About", "Against", "With", "To", "As", "In")
_NOUN = "Det|Quant|Poss|Num|Year|Adj|Noun|Plural|Name|Pron|Obj|CueNoun|CueNominal|Neither"
_AHEAD = "(?:<In|About|Prep>?<TimeAdj|Det>?<Time|TimeUnit>|<Adv>|<Comma>|<Colon>){0,3}+"
# What a cue takes, as it looks over words: the names of cues.tsv.
_COMPLEMENTS = {
    name: re.compile(expand(pattern, _NAMES))
    for name, pattern in {
        "quote": f"{_AHEAD}<Quote>",
        "that": f"{_AHEAD}<That>",
        "wh": f"{_AHEAD}<Wh>",
        "whom": f"(?:<{_NOUN}>{{1,8}}+)<That|Wh|Quote|Comma|Colon|Stop|{_NOUN}>",
        "whom-to": f"(?:<{_NOUN}>{{1,8}}+)<To>",
        "bare": f"{_AHEAD}(?:<{_NOUN}|Gen>{{1,8}}+<Of|For|In|Prep|Conj|With|About|Comma|Adv|Against>?){{1,3}}"
        f"<Modal|ModalNot|Be|BeNot|Verb|Part|{'|'.join(kind for kind in _KINDS)}>",
        "infinitive": "<To>",
        "gerund": "<Ing|SaysIng|TellsIng|DoesIng>",
        **{name.lower(): f"<Adv>?<{name}>" for name in _PARTICLES},
        "object": f"<Adv>?<{_NOUN}|Quote>",
        "naming": f"<{_NOUN}>",
        "scene": f"<{_NOUN}>{{1,8}}+<Ing|Part|With>",
        "any": ".",
    }.items()
}  # fmt: skip
_UNDERSTOOD = frozenset(("adding_that", "praising", "and_said", "and_judged"))
_AFTER_CONTENT = frozenset(
    (
        "quote_said",
        "quote_said_inverted",
        "content_said",
        "content_said_inverted",
        "content_according",
        "according_to",
    )
)
_SPOKEN = frozenset(("quote_said", "quote_said_inverted", "said_that"))

_WRITER = frozenset(("i", "we", "you"))

Spans = list[tuple[int, int]]
Slots = tuple[tuple[str, int, int], ...]


class Found(NamedTuple):
    """An attribution: the rule, and what its slots cover in the text."""

    rule: str
    source: Spans
    cue: Spans
    content: Spans


class SinglePass:
    """Reads texts as ``grammar.Engine`` does, up to the attributions."""

    def __init__(self) -> None:
        self._cascade = Cascade()
        self._frames = Frames(Path(__file__).with_suffix(".lark"), _NAMES)
        self._takes: dict[str, set[str]] = {}
        for lemma, complements, *_ in table("cues.tsv"):
            self._takes.setdefault(lemma, set()).update(complements.split())

    def read(self, text: str) -> list[Found]:
        """The attributions of a text, in text order; none within another's content."""
        tokens = Tokens(text)
        lines = paragraphs(tokens)
        classes = self._cascade.classes
        codes = "".join(map(classes.of, tokens.pieces))
        units = collapse(tokens, _unwrapped(lines, in_headlines(tokens, lines, codes, classes)))
        units.codes = self._cascade._neighbours.rewritten(in_sentences(tokens, units, classes))
        units.codes = self._kinds(tokens, units)
        found: list[Found] = []
        last = 0
        for line in lines:
            first = bisect_left(units.first, line.body, last)
            last = bisect_left(units.first, line.last, first)
            if line.kind in _READ:
                found += self._paragraph(tokens, units, first, last)
        return found

    def _kinds(self, tokens: Tokens, units: Units) -> str:
        """Cue verbs by what they take: a clause or a quotation, somebody, or anything else."""
        out = list(units.codes)
        for match in _CUE.finditer(units.codes):
            takes = self._takes.get(self._lemma(tokens, units, match.start()), set())
            kind = "Tells" if takes & {"whom", "whom-to"} else "Says" if takes & {"that", "quote"} else "Does"
            out[match.start()] = LETTERS[kind + _FORM[match[0]]]
        return "".join(out)

    def _lemma(self, tokens: Tokens, units: Units, unit: int) -> str:
        word = tokens.words[units.first[unit]].lower()
        return self._cascade.classes.cue_forms.get(word, (word, ""))[0]

    def _paragraph(self, tokens: Tokens, units: Units, first: int, last: int) -> Iterator[Found]:
        codes = units.codes[first:last]
        subject: Spans = []
        speaker: Found | None = None
        for frame in self._frames.read(codes)[0]:
            rule, slots = frame.rule, frame.slots
            covered: dict[str, Spans] = {"source": [], "cue": [], "content": [], "subject": []}
            for slot, begin, end in slots:
                covered[slot] += self._span(tokens, units, codes, first, begin, end)
            if rule == "clause":
                subject = covered["subject"]
                continue
            if rule == "orphan_quotation":
                if speaker:
                    speaker.content.extend(covered["content"])
                continue
            source = subject if rule in _UNDERSTOOD else covered["source"]
            subject = source or subject
            found = Found(rule, source, covered["cue"], covered["content"])
            if not (
                found.content and found.source and self._licensed(tokens, units, codes, first, slots, rule)
            ):
                continue
            if tokens.text[slice(*source[0])].lower() in _WRITER and rule not in _SPOKEN:
                continue
            if rule in _SPOKEN:
                speaker = found
            yield found

    def _licensed(
        self, tokens: Tokens, units: Units, codes: str, first: int, slots: Slots, rule: str
    ) -> bool:
        """Whether the cue takes what stands behind it, or may stand behind what is said."""
        at = next(end for slot, _, end in slots if slot == "cue")
        takes = self._takes.get(self._lemma(tokens, units, first + at - 1), set())
        if rule in _AFTER_CONTENT:
            return codes[at - 1] == LETTERS["To"] or bool(takes & {"none", "quote", "whom"})
        return any(name in takes and pattern.match(codes, at) for name, pattern in _COMPLEMENTS.items())

    @staticmethod
    def _span(tokens: Tokens, units: Units, codes: str, first: int, begin: int, end: int) -> Spans:
        while begin < end and codes[end - 1] in _TRIMMED:
            end -= 1
        while begin < end and codes[begin] in _TRIMMED:
            begin += 1
        return [tokens.span(units.first[first + begin], units.last[first + end - 1])] if begin < end else []


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("paths", nargs="*", type=Path, default=[FIXTURES])
    options.add_argument("--words", type=int, default=70_000, help="repeat the articles up to this length")
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument(
        "--hostile", type=int, default=200_000, help="characters of the hostile texts; 0: none"
    )
    options.add_argument("--json", action="store_true", help="the attributions instead of the time")
    given = options.parse_args()

    reader = SinglePass()
    if given.json:
        for text in texts(given.paths):
            found = [{"source": f.source, "cue": f.cue, "content": f.content} for f in reader.read(text)]
            print(json.dumps({"attributions": found}))
        return
    cascade = Cascade()
    attributions = Attributions(cascade.classes)

    def read_by_cascade(text: str) -> object:
        return list(attributions.of(cascade.analyse(text)))

    articles = repeated(texts(given.paths), given.words)
    times: dict[str, list[float]] = {"re.findall": [], "single pass": [], "cascade": []}
    for _ in range(given.rounds):
        times["re.findall"].append(seconds(WORD.findall, articles))
        times["single pass"].append(seconds(reader.read, articles))
        times["cascade"].append(seconds(read_by_cascade, articles))
    for name, taken in times.items():
        print(f"{name:26} {median(taken) / median(times['re.findall']):6.1f} times re.findall")
    if given.hostile:
        hostile(reader, given.hostile)


def hostile(reader: SinglePass, size: int) -> None:
    """The doubling of each hostile text, and its time beside news of that length."""
    news = "\n\n".join(texts([FIXTURES]))
    measure = seconds(reader.read, [filled(news + "\n\n", size)])
    for name, piece in PIECES.items():
        half, whole = (seconds(reader.read, [filled(piece, part)]) for part in (size // 2, size))
        print(f"{name:26} doubling {whole / half:6.1f}   of news {whole / measure:8.1f}", flush=True)


if __name__ == "__main__":
    main()
