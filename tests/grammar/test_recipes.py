"""The additions that grammar/README.md shows: with its lines a sentence is read, without them it is not."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest

from grammar import compiled

FOLDER = compiled.SOURCES
# A compiled engine cannot be told to read other files: a process of its own reads with the sources.
READER = """
import json, sys
from tests.needless import changed_engine
changed, sentence = json.load(sys.stdin)
readings = [changed_engine(each).read(sentence) for each in ({}, changed)]
json.dump([[claim.content.text for claim in reading.claims] for reading in readings], sys.stdout)
"""
BLOCKS = [
    "\n".join(line.strip() for line in block.splitlines())
    for block in re.findall(r"(?:^ {4,}\S.*\n)+", (FOLDER / "README.md").read_text("utf-8"), re.M)
]


def block(beginning: str) -> str:
    """The lines that the README shows together, by how they begin."""
    (found,) = [block for block in BLOCKS if block.startswith(beginning)]
    return found


def contents(sentence: str, changed: dict[str, str]) -> tuple[list[str], list[str]]:
    """What is claimed in a sentence: as the engine reads it, and one whose files are changed so."""
    run = subprocess.run(
        [sys.executable, "-c", READER], input=json.dumps([changed, sentence]), cwd=FOLDER.parent,
        env={**os.environ, compiled.PLAIN: "1"}, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    before, after = json.loads(run.stdout)
    return before, after


@pytest.mark.parametrize(
    ("file", "beginning", "sentence", "content"),
    [
        (
            "lexicon/cues.tsv",
            "grumble\t",
            "Drivers grumbled that the queue was too long.",
            "that the queue was too long",
        ),
        (
            "context.rules",
            "# told cheering",
            "She told cheering supporters that the toll would fall.",
            "that the toll would fall",
        ),
        ("complements.rules", "to-whom ", "She appealed to both sides to stop.", "both sides to stop"),
        (
            "chunks.rules",
            "# late on",
            "The envoy said late on Saturday that the talks had stalled.",
            "that the talks had stalled",
        ),
    ],
)
def test_the_lines_shown_are_there_and_needed(file: str, beginning: str, sentence: str, content: str) -> None:
    whole, shown = (FOLDER / file).read_text("utf-8"), block(beginning)
    assert shown.splitlines() == [line for line in shown.splitlines() if f"\n{line}\n" in whole]
    changed = {file: "\n".join(line for line in whole.split("\n") if line not in shown.splitlines())}
    if file == "complements.rules":  # which the cues that take it would miss
        cues = (FOLDER / "lexicon/cues.tsv").read_text("utf-8")
        changed["lexicon/cues.tsv"] = cues.replace(beginning, "").replace(f" {beginning.strip()}", "")
    before, after = contents(sentence, changed)
    assert before == [content] != after


def test_the_new_frame_reads_its_example() -> None:
    sentence = "The roof was unsafe, or so the owner said."
    frames, terminals = ((FOLDER / f"frames.{kind}").read_text("utf-8") for kind in ("lark", "rules"))
    rule = block("_leading: or_so_said | content_said | ...").partition("\n")[2]
    frames = frames.replace("_leading: ", "_leading: or_so_said | ") + f"\n{rule}\n"
    terminals += "\n" + block("slot content") + "\n" + block("slot none")
    changed = {"frames.lark": frames, "frames.rules": terminals}
    assert contents(sentence, changed) == ([], ["The roof was unsafe"])
