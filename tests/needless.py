"""Which rules, and which alternatives within patterns, no sentence of the tables needs.

``python -m tests.needless [FILE...]`` takes each out in turn, reads all sentences anew, and prints those
without which every sentence is read as before: write a sentence that needs it, or take it out. FILE is a rule
file's name (default: all; some minutes each). ``--all`` prints the others, too, with a sentence each.
"""

from __future__ import annotations

import re
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from copy import copy
from functools import cache
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from lark.exceptions import LarkError

import grammar
from grammar import Engine, compiled
from grammar.cascade.chunks import Chunker
from grammar.cascade.frames import Frames
from grammar.cascade.licensing.licence import Licensing
from grammar.cascade.passes import Cascade
from grammar.cascade.patterns.rules import statements
from grammar.cascade.words.neighbours import Neighbours
from tests.sentences import rows

FOLDER = Path(grammar.__file__).parent
SHORTEST = 18  # characters of an alternative that is tried: "<When>" alone is a matter of taste
_LOADED: dict[str, tuple[str, Callable[[], object]]] = {
    "context.rules": ("_neighbours", Neighbours),
    "chunks.rules": ("_chunker", Chunker),
    "complements.rules": ("_licensing", Licensing),
    "frames.rules": ("_frames", Frames),
    "frames.lark": ("_frames", Frames),
}
"""What of the cascade a file is loaded into."""
FILES = tuple(_LOADED)
_PATTERN = {
    False: re.compile(r"(?P<becomes>)(?:let )?(?!slot )(?P<name>\S+)\s+(?P<pattern>.+)"),
    True: re.compile(r"(?:let (?P<name>\w+)\s+)?(?P<pattern>.+?)(?:\s+=> (?P<becomes>\S+))?$"),
}
"""Where the pattern stands in a statement; in context.rules it stands in front of what the word becomes."""
_MARK = re.compile(r"<[^<>]*>|[(|)]")  # a name, or where a group or an alternative begins or ends
_OPTION = re.compile(r" ?(?:\w+|\([^()]*\))[?*]")
"""What a frame of frames.lark may go without."""
Reading = tuple[object, object]
"""What the cascade makes of a sentence, and its claims."""


class Part(NamedTuple):
    """A piece of a rule file, and the file without it."""

    rule: str
    words: str
    rest: str


def alternatives(pattern: str) -> Iterator[tuple[int, int]]:
    """Where each alternative of a pattern and of its groups stands, with one of the bars beside it."""
    groups: list[list[int]] = [[0]]
    for mark in _MARK.finditer(pattern + ")"):
        if mark[0] == "(":
            opening = re.compile(r"\((?:\?(?:[:=!]|<[=!]))?").match(pattern, mark.start())
            groups.append([opening.end() if opening else mark.end()])
        elif mark[0] == "|":
            groups[-1].append(mark.end())
        elif mark[0] == ")":
            starts = groups.pop()
            ends = [start - 1 for start in starts[1:]] + [mark.start()]
            for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
                if len(starts) > 1:
                    yield (start - 1, end) if number else (start, end + 1)


def parts(file: str) -> Iterator[Part]:
    """What can be taken out of a rule file, in its order: whole rules, and alternatives of any pattern."""
    if file == "frames.lark":
        yield from slots((FOLDER / file).read_text("utf-8"))
        return
    lines = [f"{head} {rest}" for head, rest in statements((FOLDER / file).read_text("utf-8"))]
    for number, line in enumerate(lines):
        before, after = lines[:number], lines[number + 1 :]
        pattern = _PATTERN[file == "context.rules"].match(line)
        if pattern is None:  # a slot's name
            continue
        name = pattern["name"] or pattern["becomes"]
        if file != "frames.rules" and not line.startswith("let "):
            yield Part(name, pattern["pattern"], "\n".join(before + after))
        for start, end in alternatives(pattern["pattern"]):
            words = pattern["pattern"][start:end].strip("| ")
            if len(words) >= SHORTEST:
                shorter = line[: pattern.start("pattern") + start] + line[pattern.start("pattern") + end :]
                yield Part(name, words, "\n".join([*before, shorter, *after]))


def slots(grammar: str) -> Iterator[Part]:
    """What can be taken out of Lark's grammar: frames, their alternatives, slots that they may lack."""
    text = "\n".join(line for line in grammar.splitlines() if not line.lstrip().startswith("//"))
    for rule in re.finditer(r"^(\w+): (.+(?:\n .+)*)", text, re.M):
        if rule[1].startswith("start"):
            continue
        first, pattern = rule.start(2), rule[2]
        options = (option.span() for option in _OPTION.finditer(pattern))
        for start, end in [*alternatives(pattern), *options]:
            rest = text[: first + start] + text[first + end :]
            yield Part(rule[1], " ".join(pattern[start:end].strip("| \n").split()), rest)


@cache
def engine() -> Engine:
    """An engine of its own: its cascade is changed."""
    return Engine()


@cache
def cascade() -> Cascade:
    """The engine's passes as the files are."""
    return engine()._cascade


def changed_engine(changed: Mapping[str, str]) -> Engine:
    """The engine, its passes loaded from these texts in place of the files so named in grammar/."""
    read_text = Path.read_text
    texts = {FOLDER / name: text for name, text in changed.items()}

    def text(path: Path, encoding: str | None = None) -> str:
        return texts[path] if path in texts else read_text(path, encoding)

    reader, made = engine(), cascade()
    if not changed.keys() <= _LOADED.keys():
        with mock.patch.object(Path, "read_text", text):
            reader._cascade = Cascade(reader._actors.gazetteer.roles.of, reader._topics.terms.beginning)
        return reader
    reader._cascade = copy(made)
    with mock.patch.object(Path, "read_text", text):
        for attribute, stage in {_LOADED[name] for name in changed}:
            setattr(reader._cascade, attribute, stage())
    return reader


def shape(reader: Engine, text: str) -> object:
    """What the cascade makes of a text: where it is the same, so are the claims."""
    made = reader._cascade.analyse(text)
    licences = [(at, each.complement, each.sense, each.first) for at, each in sorted(made.licences.items())]
    frames = [(number, frame.rule, frame.slots, outer) for number, frame, outer in made.frames]
    return made.units.codes, made.chunks.edges, made.codes, licences, frames


def needing(file: str, rest: str, today: Mapping[str, Reading]) -> Iterator[str]:
    """The sentences that are read otherwise than today where the file holds only the rest of it."""
    try:
        reader = changed_engine({file: rest})
        for text, (shaped, claims) in today.items():
            if shape(reader, text) != shaped and reader.read(text).claims != claims:
                yield text
    except (LookupError, ValueError, LarkError):  # the engine does not work without it
        yield from today


def main(files: list[str], *, show_all: bool) -> int:
    """Print what no sentence needs; 1 if there is any."""
    needless = 0
    reader = changed_engine({})
    texts = [sentence.text for _, sentence in rows()]
    today: dict[str, Reading] = {text: (shape(reader, text), reader.read(text).claims) for text in texts}
    for file in files:
        for rule, words, rest in parts(file):
            changed = needing(file, rest, today)
            needs = min(changed, key=len, default=None) if show_all else next(changed, None)
            if show_all or needs is None:
                print(file, rule, words, needs or "(no sentence)", sep="\t", flush=True)
            else:  # what needs one alternative may well need the next: it is tried first
                today = {needs: today[needs]} | today
            needless += needs is None
    return min(needless, 1)


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # "| head" ends it, and that is all
    if compiled.found():  # its modules know no other files than their own
        raise SystemExit(f"This needs the sources: {compiled.PLAIN}=1 python -m tests.needless")
    named = [name for name in sys.argv[1:] if name != "--all"]
    sys.exit(main(named or list(FILES), show_all="--all" in sys.argv))
