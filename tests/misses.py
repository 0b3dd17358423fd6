"""What the engine gets wrong in the articles, beside what they say it gets wrong.

``python -m tests.misses`` prints the differences that no entry tells of, and the entries that no longer hold;
``--prune`` takes the latter out of the files. Reasons for the former are for people to write.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from grammar import Engine
from tests.articles import FOLDER, Fixture, load, names
from tests.comparison import Comparison, compare, excuse


def untold(comparison: Comparison) -> Iterator[str]:
    """The differences without an entry, and the claims that are too many without one."""
    for place in comparison.fixture.places:
        for field, difference in comparison.differences(place).items():
            if field not in place.mark.misses:
                yield f"{place.mark.id}: {field}: {difference}"
    for claim in comparison.surplus:
        if excuse(comparison.fixture, claim) is None:
            source = claim.source.text if claim.source else ""
            yield f"too many: {source!r} {claim.cue.text!r} {claim.content.text!r} (rule {claim.rule})"


def stale(comparison: Comparison) -> list[tuple[str, str]]:
    """The claims' ids and fields whose entries no longer hold."""
    return [
        (place.mark.id, field)
        for place in comparison.fixture.places
        for field in place.mark.misses
        if field not in comparison.differences(place)
    ]


def prune(name: str, entries: list[tuple[str, str]]) -> None:
    """Take entries out of an article's file; its other lines stay as they are."""
    path = FOLDER / f"{name}.toml"
    blocks = path.read_text("utf-8").split("[[claims]]\n")
    for id, field in entries:
        number = next(i for i, block in enumerate(blocks) if block.startswith(f'id = "{id}"\n'))
        block = re.sub(rf'(misses = {{.*?) {field} = "[^"]*",?', r"\1", blocks[number])
        blocks[number] = re.sub(r",? }$", " }", block, flags=re.M).replace("misses = { }\n", "")
    path.write_text("[[claims]]\n".join(blocks), encoding="utf-8")


def main(arguments: list[str]) -> None:
    """Print, or prune."""
    engine = Engine()
    found = missed = 0
    for name in names():
        fixture: Fixture = load(name)
        article = fixture.article
        reading = engine.read(fixture.text, id=name, title=article.title, published_at=article.published_at)
        comparison = compare(fixture, reading)
        found += len(comparison.found)
        missed += len(fixture.places) - len(comparison.found)
        gone = stale(comparison)
        print(
            f"# {name}",
            *untold(comparison),
            *(f"no longer missed: {id}: {field}" for id, field in gone),
            sep="\n  ",
        )
        if "--prune" in arguments:
            prune(name, gone)
    print(f"{found} of {found + missed} claims found")


if __name__ == "__main__":
    main(sys.argv[1:])
