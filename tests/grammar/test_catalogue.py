"""Every frame is named, shown, tested and documented; every name that a pattern uses stands for something."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

import grammar
from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, CLASS_NAMES, TOKEN_CLASSES
from grammar.cascade.frames import terminals
from grammar.cascade.patterns.rules import statements
from grammar.catalogue import Rule, markdown, rules
from grammar.claim import Act, Type
from grammar.lexicon import table
from tests.articles import FOLDER, load, names
from tests.sentences import engine, rows

GRAMMAR = Path(grammar.__file__).parent
DOCS = GRAMMAR.parent / "docs"
RULES = [rule.name for rule in rules()]

NO_CLAIM = {"said_nothing": "a cue alone, read so that nothing else takes it: it has no content"}
NO_ARTICLE = {
    "said_nothing": NO_CLAIM["said_nothing"],
    "content_said_inverted": "no article has one without quotation marks; the table of contents first does",
    "as_said": "no article has one; the table of source, cue and content does",
    "who_told": "no article has one; the table of relative clauses does",
    "who_judged": "no article has one; the table of relative clauses does",
    "and_told": "no article has one; the table of understood subjects does",
    "with_praising": "no article has one; the table of understood subjects does",
    "signed": "no article has one; the table of labels does",
    "credited": "no article's headline has one; the table of headlines does",
}
"""Frames that no article's reading shows, each with the reason."""

NO_TABLE = {
    "said_nothing": NO_CLAIM["said_nothing"],
}
"""Frames that no sentence in the tables shows, each with the reason."""

EXAMPLES_MISREAD: dict[str, str] = {}
"""Frames that do not read their own example, each with what is wrong."""

UNUSED: dict[str, set[str]] = {}
"""Pieces of patterns that nothing uses and that are to go."""

# What stands in for the dots or the remark at the head of an example.
OPENINGS = (
    ("(a speaker before it) ", '"We will go," she said.\n\n'),
    ("... the ", "They met the "),
    ("... and ", "The minister rose and "),
    ("..., ", "The minister rose, "),
)

_HEADLINE = "(a headline) "  # has no full stop


@cache
def read_in_articles() -> frozenset[str]:
    return frozenset(
        claim.rule for name in names() for claim in engine().read(load(name).text, id=name).claims
    )


def sentences(example: str) -> str:
    """An example as a text: without a remark in front, its dots filled in."""
    text = example.replace(", ...", ", she smiled.").replace(" ...", ".")
    for dots, opening in OPENINGS:
        text = opening + text[len(dots) :] if text.startswith(dots) else text
    text = re.sub(r"^\([^)]*\) ", "", text)
    return text if text.endswith((".", '"')) or example.startswith(_HEADLINE) else text + "."


def cases(excused: dict[str, str]) -> list[object]:
    return [
        pytest.param(rule, id=rule.name, marks=[pytest.mark.xfail(reason=excused[rule.name])])
        if rule.name in excused
        else pytest.param(rule, id=rule.name)
        for rule in rules()
    ]


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_frame_has_an_example_and_a_family(rule: Rule) -> None:
    assert len(rule.example.split()) >= 4, "write an example above it in frames.lark"
    assert rule.family


@pytest.mark.parametrize("rule", cases(NO_CLAIM | EXAMPLES_MISREAD))
def test_frame_reads_its_own_example(rule: Rule) -> None:
    text = sentences(rule.example)
    assert rule.name in {claim.rule for claim in engine().read(text).claims}, text


@pytest.mark.parametrize("rule", cases(NO_TABLE))
def test_frame_is_expected_and_read_in_the_tables(rule: Rule) -> None:
    tested = {claim.rule for _, sentence in rows() if not sentence.miss for claim in sentence.claims}
    assert rule.name in tested, "add a sentence to tests/grammar/rules"


@pytest.mark.parametrize("rule", cases(NO_ARTICLE))
def test_frame_reads_something_in_the_articles(rule: Rule) -> None:
    assert rule.name in read_in_articles(), (
        "add a claim of its kind to fixtures/articles, or say in NO_ARTICLE (here) why none has one"
    )


def test_every_rule_that_the_tables_expect_is_a_frame() -> None:
    assert {claim.rule for _, sentence in rows() for claim in sentence.claims} <= set(RULES)


def test_every_table_of_a_family_of_frames_is_there() -> None:
    tables = {path.stem for path in (FOLDER.parent.parent / "tests" / "grammar" / "rules").glob("*.toml")}
    named = {FAMILIES.get(rule.family, rule.family.replace(" ", "_")) for rule in rules()}
    assert {re.sub(r"\W+", "_", name).strip("_") for name in named} <= tables


FAMILIES = {"source, cue, content": "source_cue_content", "the subject is understood": "understood_subject"}


def test_the_page_of_rules_is_fresh() -> None:
    stale = "stale: python -m grammar.catalogue > docs/rules.md"
    assert (DOCS / "rules.md").read_text("utf-8") == markdown(), stale


@pytest.mark.parametrize("word", [*Act, *Type])
def test_the_page_of_acts_defines_it(word: Act | Type) -> None:
    defined = re.findall(r"^\| `([a-z]+)` \|", (DOCS / "acts.md").read_text("utf-8"), re.M)
    assert defined.count(word) == 1


ACTS = re.findall(
    r"^\| `([a-z]+)` \| (.+?) \| (.+?) \| (\w+) \| (\w+)", (DOCS / "acts.md").read_text("utf-8"), re.M
)


@pytest.mark.parametrize(("act", "example", "polarity", "certainty"), [(*row[:1], *row[2:]) for row in ACTS])
def test_the_examples_of_the_page_of_acts_are_read_as_it_says(
    act: str, example: str, polarity: str, certainty: str
) -> None:
    read = [claim for claim in engine().read(example.replace("**", "")).claims if claim.act == act]
    assert read
    # "warned of" and the like are said beside the rule.
    assert (read[0].polarity, read[0].certainty) == (polarity, certainty) or act == "warn"


def test_the_acts_are_described_as_the_page_defines_them() -> None:
    assert re.findall(r"^ *- `(\w+)`: (.+)$", Act.__doc__ or "", re.M) == [row[:2] for row in ACTS]


def test_the_page_of_acts_defines_nothing_else() -> None:
    defined = re.findall(r"^\| `([a-z]+)` \|", (DOCS / "acts.md").read_text("utf-8"), re.M)
    assert set(defined) == {*Act, *Type}


@pytest.mark.parametrize(
    ("file", "alphabet"),
    [
        ("context.rules", CLASS_NAMES),
        ("chunks.rules", CLASS_NAMES),
        ("complements.rules", CHUNK_NAMES),
        ("frames.rules", CHUNK_NAMES),
    ],
)
def test_every_name_in_a_pattern_stands_for_a_letter_or_a_piece(file: str, alphabet: dict[str, str]) -> None:
    text = (GRAMMAR / file).read_text("utf-8")
    lines = [rest for _, rest in statements(text)]
    pieces = set(re.findall(r"^let\s+(\w+)", text, re.M))
    used = {
        name
        for line in lines
        for group in re.findall(r"<!?([A-Z][\w|]*)>", line)
        for name in group.split("|")
    }
    assert len(used) > 15
    assert used <= {*alphabet, *pieces}
    assert pieces - used == UNUSED.get(file, set()), "a piece that nothing uses"


@pytest.mark.parametrize("file", ["context.rules", "chunks.rules", "complements.rules", "frames.rules"])
def test_patterns_are_written_in_names_and_never_in_letters(file: str) -> None:
    for _, rest in statements((GRAMMAR / file).read_text("utf-8")):
        assert not re.search(r"\[\^?\w", re.sub(r"<[^<>]*>", "", rest)), rest


def test_every_terminal_of_the_frames_is_defined_and_used() -> None:
    defined = {name.partition(".")[0] for name, _ in terminals().patterns}
    lines = (GRAMMAR / "frames.lark").read_text("utf-8").splitlines()
    used = {
        name
        for line in lines
        if not line.startswith("//")
        for name in re.findall(r"\b_?[A-Z][A-Z_]+\b", line)
    }
    assert len(defined) > 20
    assert used == defined


def test_every_terminal_that_holds_words_of_the_claim_fills_a_slot() -> None:
    defined = {name.partition(".")[0] for name, _ in terminals().patterns}
    silent = {terminal for terminal in defined if terminal.startswith("_")} | {"OTHER", "PLAIN", "STOP"}
    assert defined - silent == set(terminals().slots)


def test_the_example_above_an_alternative_is_a_sentence_of_the_tables() -> None:
    text = (GRAMMAR / "frames.rules").read_text("utf-8")
    examples = set(re.findall(r"^ +# (?:but: )?(.+)$", text, re.M))
    assert len(examples) > 100
    assert examples - {sentence.text for _, sentence in rows()} == set()


@pytest.mark.parametrize("alphabet", [TOKEN_CLASSES, CHUNKS], ids=["token classes", "chunks"])
def test_a_letter_stands_for_one_thing(alphabet: dict[str, str]) -> None:
    assert all(len(letter) == 1 for letter in alphabet.values())
    assert len(set(alphabet.values())) == len(alphabet)


def test_every_complement_that_a_cue_takes_is_defined() -> None:
    text = (GRAMMAR / "complements.rules").read_text("utf-8")
    defined = set(re.findall(r"^(?!let\b|#)([a-z][\w-]*)\s", text, re.M))
    taken = {word.removeprefix("be-") for row in table("cues.tsv") for word in row[1].split()}
    assert taken <= defined


def test_cues_report_with_a_type_and_an_act_that_exist() -> None:
    for lemma, _, type_, act, *_ in table("cues.tsv"):
        assert type_ in set(Type), lemma
        assert act in set(Act), lemma
