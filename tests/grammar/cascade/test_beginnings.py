"""A chunk is found by trying what may begin with its letter: just as if all patterns had been tried."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from math import inf

import pytest

from grammar.cascade.alphabet import CHUNKS, CLASS_NAMES, COMMON, TOKEN_CLASSES
from grammar.cascade.chunks import Chunker
from grammar.cascade.frames import parser, terminals
from grammar.cascade.licensing.complements import known_complements
from grammar.cascade.patterns.beginnings import START, reach
from grammar.cascade.patterns.driver import Unlexed
from grammar.cascade.patterns.openings import seconds, telling
from grammar.cascade.patterns.rules import patterns

LETTERS = frozenset("abcdexyz()")
ROWS = (
    ("a", "a"),
    (r"\(a", "("),
    ("[ab]c", "ab"),
    ("[^ab]", "cdexyz()"),
    (r"[^\(\)]a", "abcdexyz"),
    (".a", "abcdexyz()"),
    ("a?b", "ab"),
    ("a*+b", "ab"),
    ("a++b", "a"),
    ("a{0,6}b", "ab"),
    ("a{1,6}b", "a"),
    ("[ab]*+[cd]?e", "abcde"),
    ("(?:a|b)c", "ab"),
    ("(?:a|b?)c", "abc"),
    ("(?:ab)?(?:c|d)*+e", "acde"),
    ("(?:a(?:b|c)|(?:d)++)x", "ad"),
    ("(?!a)b|c", "bc"),
    ("(?<=a)b", "b"),
    ("(?=[ab])[abc]", "abc"),
    ("a|b?", "abcdexyz()"),
    ("(?:a*+)", "abcdexyz()"),
)


@pytest.mark.parametrize(("pattern", "expected"), ROWS)
def test_beginnings_are_the_letters_of_the_first_pieces_that_must_stand(pattern: str, expected: str) -> None:
    assert reach(pattern, LETTERS).beginnings == frozenset(expected)


ANYWHERE = (*LETTERS, START)
BEHIND = (
    ("(?<=a)b", "a"),
    ("(?<![ab])c", set(ANYWHERE) - {"a", "b"}),
    ("(?<![^ab])c", ("a", "b", START)),
    ("(?<=x[ab])c", "ab"),
    ("(?<!xa)b", ANYWHERE),
    (r"(?<=\()a|(?<=[xy])b", "(xy"),
    ("(?<=[abc])(?<![cd])x", "ab"),
    ("(?:(?<![^a]))(?=b)[bc]", ("a", START)),
    ("(?:(?<=a)|(?<=xb))c", "ab"),
    ("(?:(?<=a)b|c)d", ANYWHERE),
    ("(?:(?<=a)b)?c", ANYWHERE),
    ("a?(?<=b)c", ANYWHERE),
    ("a(?<=a)b", ANYWHERE),
    ("(?<=a|b)c", ANYWHERE),
)


@pytest.mark.parametrize(("pattern", "expected"), BEHIND)
def test_a_match_stands_behind_what_its_look_behinds_ask_for(pattern: str, expected: Iterable[str]) -> None:
    assert reach(pattern, LETTERS).behind == frozenset(expected)


def test_every_terminal_of_the_frames_stands_behind_what_is_told_of_it_alone() -> None:
    letters = frozenset(CHUNKS.values())
    chance = random.Random(1)
    patterns = {each.pattern.to_regexp() for each in parser(lexer=Unlexed).terminals}
    told = 0
    for pattern in sorted(patterns):
        known, compiled = reach(pattern, letters).behind, re.compile(pattern)
        for before in sorted(letters - known):
            told += 1
            tails = (
                "".join(chance.choices(sorted(letters), k=2))
                + before
                + "".join(chance.choices(sorted(letters), k=9))
                for _ in range(40)
            )
            assert not any(compiled.match(tail, 3) for tail in tails), (pattern, before)
    assert told > 400


def test_every_pattern_of_the_chunks_begins_with_its_beginnings_alone() -> None:
    letters = frozenset(TOKEN_CLASSES.values())
    chance = random.Random(1)
    for _, pattern in patterns("chunks.rules", CLASS_NAMES):
        known, compiled = reach(pattern, letters).beginnings, re.compile(pattern, re.S)
        for letter in sorted(letters - known):
            tails = ("".join(chance.choices(sorted(letters), k=6)) for _ in range(40))
            assert not any(compiled.match(letter + tail) for tail in tails), (pattern, letter)


NEEDED = (
    ("a", "a"),
    ("a[bc]", "a"),
    ("[abc][de]", "de"),
    ("[ab][cd]", "cd"),
    ("a?[bc]d*", "bc"),
    ("(?:a|[bc])[de]{2}", "de"),
    ("(?:a[bcd]|[bc]e)", "ae"),
    ("(?:a|b)?[cde]", "cde"),
    ("(?=[abc]+x)[abc]", "x"),
    ("(?!x)[ab]", "ab"),
    ("(?<=x)[ab]", "ab"),
    (r"[ab](?=x|\Z)", "ab"),
    ("(?:a|b?)", LETTERS),
)


@pytest.mark.parametrize(("pattern", "expected"), NEEDED)
def test_the_fewest_letters_of_which_a_match_needs_one_are_known(
    pattern: str, expected: Iterable[str]
) -> None:
    assert reach(pattern, LETTERS).needed == frozenset(expected)


def test_of_the_letters_that_a_match_needs_the_rarest_are_told() -> None:
    assert reach("[ab]x(?=y|z)", LETTERS, {"x": 3}).needed == {"y", "z"}
    assert reach("[ab]x(?=y|z)", LETTERS, {"x": 3, "z": 3}).needed == {"a", "b"}


def test_no_terminal_of_the_frames_matches_where_none_of_the_letters_stands_that_it_needs() -> None:
    letters = frozenset(CHUNKS.values())
    chance = random.Random(1)
    told = 0
    for terminal in parser(lexer=Unlexed).terminals:
        pattern = terminal.pattern.to_regexp()
        known = reach(pattern, letters, COMMON)
        others = sorted(letters - known.needed)
        told += len(others) > 0
        for first in sorted(known.beginnings - known.needed) * 20 if others else ():
            assert not re.match(pattern, first + "".join(chance.choices(others, k=12))), (pattern, first)
    assert told > 50


def test_every_complement_begins_with_its_beginnings_alone() -> None:
    letters = sorted(frozenset(CHUNKS.values()))
    chance = random.Random(1)
    for name, pattern, beginnings in known_complements():
        for letter in letters:
            tails = ("".join(chance.choices(letters, k=6)) for _ in range(0 if letter in beginnings else 40))
            before = "".join(chance.choices(letters, k=3))
            assert not any(pattern.match(before + letter + tail, 3) for tail in tails), (name, letter)


SECONDS = (
    ("ab", "a", "b"),
    ("ab", "b", ""),
    ("a", "a", LETTERS),
    ("a|bc", "b", "c"),
    ("a[bc]?d", "a", "bcd"),
    ("a++b", "a", "ab"),
    ("a*+b", "b", LETTERS),
    ("(?:ab){1,6}c", "b", ""),
    ("(?:a|bc)*+d", "a", "abd"),
    ("(?:a?b)?c", "b", "c"),
    ("(?:a?b?)x", "a", "bx"),
    ("[ab]{2,}x", "a", "abx"),
    ("(?=b)(?<!a)[bc](?!x)d", "b", "d"),
    ("(?:a|b)(?:c|d(?=e))", "b", "cd"),
    ("a(?=b)", "a", "b"),
    ("a(?!b)(?=[bc]d)c?", "a", "bc"),
    ("a?(?=b)c", "a", "c"),
    (r"a(?=b|\Z)", "a", LETTERS),
    ("(?=[ab]{1,4}c)a[de]?", "a", "abc"),
    ("(?=ab)(?=ac)a|(?=a)ad", "a", "d"),
    ("(?=ab|b)a?", "a", LETTERS),
    ("(?:(?=ab|b)a|bx)", "a", "b"),
)


@pytest.mark.parametrize(("pattern", "first", "expected"), SECONDS)
def test_second_letters_are_those_of_the_pieces_that_may_stand_behind_the_first(
    pattern: str, first: str, expected: Iterable[str]
) -> None:
    assert seconds(pattern, first, LETTERS) == frozenset(expected)


def test_every_pattern_of_the_chunks_begins_with_two_letters_that_are_told_of_it_alone() -> None:
    letters = frozenset(TOKEN_CLASSES.values())
    chance = random.Random(1)
    told = 0
    for _, pattern in patterns("chunks.rules", CLASS_NAMES):
        compiled = re.compile(pattern, re.S)
        for first in sorted(reach(pattern, letters).beginnings):
            for second in sorted(letters - seconds(pattern, first, letters)):
                told += 1
                tails = ("".join(chance.choices(sorted(letters), k=4)) for _ in range(3))
                assert not any(compiled.match(first + second + tail) for tail in tails), (pattern, first)
    assert told > 9_000


TELLING = (
    ("a", "a", ""),
    ("ab?(?=c)(?!d)", "a", "bcd"),
    ("(?!bc|ad)[ab]", "a", "d"),
    ("(?=[ab]{1,4}c)a[de]?", "a", "abcde"),
    ("(?<=x)a", "a", LETTERS),
    ("a(?<!xa)b", "a", LETTERS),
    ("[ab](?<=b)c", "a", "c"),
    ("ab(?<=xab)", "a", "b"),
)


@pytest.mark.parametrize(("pattern", "first", "expected"), TELLING)
def test_letters_that_tell_are_those_read_or_looked_at_behind_the_first(
    pattern: str, first: str, expected: Iterable[str]
) -> None:
    assert telling(pattern, first, LETTERS) == frozenset(expected)


def test_where_no_letter_tells_behind_the_first_a_pattern_stands_whatever_is_around() -> None:
    letters = frozenset(TOKEN_CLASSES.values())
    chance = random.Random(1)
    stand = 0
    for _, pattern in patterns("chunks.rules", CLASS_NAMES):
        compiled = re.compile(pattern, re.S)
        for first in sorted(reach(pattern, letters).beginnings):
            for second in sorted(letters - telling(pattern, first, letters)):
                ends = len(first) if compiled.match(first + second) else -1
                stand += ends > 0
                for _ in range(3):
                    before, behind = ("".join(chance.choices(sorted(letters), k=4)) for _ in range(2))
                    match = compiled.match(before + first + second + behind, 4)
                    assert (match.end() - 4 if match else -1) == ends, (pattern, first, second)
    assert stand > 2_000


LONGEST = (
    ("a", 1),
    ("(?:)", 0),
    ("ab?[cd]", 3),
    ("a*+b", inf),
    ("(?:ab){2,3}c", 7),
    ("(?:a|bc{2}|d)x", 4),
    ("(?=abc)a(?<=x)", 1),
    ("(?:a{1,6}+)?", 6),
    ("a{2,}", inf),
    ("(?:(?=a))*b", 1),
)


@pytest.mark.parametrize(("pattern", "expected"), LONGEST)
def test_the_longest_match_is_known(pattern: str, expected: float) -> None:
    assert reach(pattern, LETTERS).longest == expected


@pytest.mark.parametrize("name", ["Ends", "Stops"])
def test_nothing_that_ends_a_content_begins_with_a_chunk_passed_over_within_it(name: str) -> None:
    pieces = terminals().pieces
    letters = frozenset(CHUNKS.values())
    passed = frozenset(filter(re.compile(pieces["Inner"]).fullmatch, letters))
    assert passed
    assert passed.isdisjoint(reach(pieces[name], letters).beginnings | {CHUNKS["Comma"], CHUNKS["Dash"]})


@pytest.mark.parametrize("seed", range(4))
def test_chunks_are_those_of_the_first_pattern_that_fits(seed: int) -> None:
    rules = [
        (CHUNKS[name], re.compile(pattern, re.S)) for name, pattern in patterns("chunks.rules", CLASS_NAMES)
    ]
    chunker, chance = Chunker(), random.Random(seed)
    likely = sorted(TOKEN_CLASSES.values()) + list("ddaannNNNniixxeeSSTTvzzrttyyl0o5" * 3)
    for _ in range(300):
        codes = "".join(chance.choices(likely, k=chance.randint(1, 60)))
        kinds, edges, at = "", [0], 0
        while at < len(codes):
            kind, found = next((kind, found) for kind, rule in rules if (found := rule.match(codes, at)))
            kinds, at = kinds + kind, found.end()
            edges.append(at)
        cut = chunker.cut(codes)
        assert (cut.codes, cut.edges) == (kinds, edges), codes
