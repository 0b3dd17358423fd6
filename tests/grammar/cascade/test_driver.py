"""The driver on Lark's tables reads what Lark's own parser reads, and goes on where that one gives up."""

from __future__ import annotations

import random
import re
from functools import cache

import pytest
from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput
from lark.lexer import BasicLexer

from grammar.cascade.alphabet import CHUNKS
from grammar.cascade.frames import parser
from grammar.cascade.patterns.driver import Driver, Reduced, Unlexed
from grammar.cascade.patterns.scanners import latest, letters_first, stands

LETTERS = [letter for letter in CHUNKS.values() if letter != CHUNKS["Break"]]
# Runs of chunks as news has them: groups, verbs, commas and cues, weighted by hand.
LIKELY = "nnnnnppvvv,,,..HHYLVsXDJFEURAKQqhcbwy0f"


@cache
def lark() -> Lark:
    return parser()


@cache
def driver() -> Driver:
    return Driver(lark(), frozenset(CHUNKS.values()))


def runs(seed: int, letters: str | list[str], count: int = 400) -> list[str]:
    chance = random.Random(seed)
    return ["".join(chance.choices(letters, k=chance.randint(1, 30))) for _ in range(count)]


def by_lark(codes: str) -> list[Reduced]:
    tree: Tree[Token] = lark().parse(codes)
    return [
        (
            str(node.data),
            [(t.type, t.start_pos or 0, t.end_pos or 0) for t in node.children if isinstance(t, Token)],
        )
        for node in tree.children
        if isinstance(node, Tree)
    ]


def kept(reduced: list[Reduced]) -> list[Reduced]:
    """Lark's trees leave out terminals whose names begin with an underscore."""
    return [(rule, [t for t in terminals if t[0][0] != "_"]) for rule, terminals in reduced]


@pytest.mark.parametrize("seed", range(5))
def test_what_lark_parses_the_driver_parses_alike(seed: int) -> None:
    alike = 0
    for codes in runs(seed, LIKELY) + runs(seed, LETTERS):
        reduced, stumbles = driver().parse(codes)
        try:
            expected = by_lark(codes)
        except UnexpectedInput:
            assert stumbles, codes
        else:
            assert (kept(reduced), stumbles) == (expected, []), codes
            alike += 1
    assert alike > 500


def test_terminals_are_tried_in_larks_own_order() -> None:
    lexers: dict[int, BasicLexer] = lark().parser.lexer.lexers
    assert {
        state: tuple(each.name for each in lexer.terminals) for state, lexer in lexers.items()
    } == driver().terminals


def test_a_parser_that_is_not_lexed_has_tables_alone() -> None:
    unlexed = Driver(parser(lexer=Unlexed), frozenset(CHUNKS.values()))
    codes = runs(0, LIKELY)
    assert list(map(unlexed.parse, codes)) == list(map(driver().parse, codes))
    with pytest.raises(NotImplementedError):
        parser(lexer=Unlexed).parse("")


def test_behind_a_place_that_fits_no_rule_the_driver_goes_on() -> None:
    broken = next(codes for codes in runs(0, LETTERS, 5000) if driver().parse(codes)[1])
    reduced, stumbles = driver().parse(
        broken + CHUNKS["Stop"] + CHUNKS["Pronoun"] + CHUNKS["SayThat"] + "hnv."
    )
    assert stumbles
    assert reduced[-1][0] == "said_that"


BEHIND = (
    ("(?<=a)b", "b(?<=(?:a).)"),
    ("x(?<![ab]|c)[de]f", "x[de](?<!(?:[ab]|c).)f"),
    ("(?<=ab)(?<!c)d|e", "d(?<=(?:ab).)(?<!(?:c).)|e"),
    ("(?<=a)b*", "(?<=a)b*"),
    ("(?<=a)(?:b|c)", "(?<=a)(?:b|c)"),
)


@pytest.mark.parametrize(("pattern", "expected"), BEHIND)
def test_a_letter_stands_before_its_look_behind_and_matches_as_it_did(pattern: str, expected: str) -> None:
    assert letters_first(pattern) == expected
    before, now = re.compile(pattern), re.compile(expected)
    for text in runs(1, "abcdefx"):
        assert [found.span() for found in before.finditer(text)] == [x.span() for x in now.finditer(text)]


def test_a_letter_that_is_needed_stands_at_a_place_or_behind_it() -> None:
    text = "a" * 20 + "b" + "c" * 20
    last = latest(text.encode())
    for place in range(0, len(text), 7):
        for needed in ("b", "bx", "xa", "x", "xc"):
            assert stands(list(needed.encode()), place, last) is not set(needed).isdisjoint(text[place:])
