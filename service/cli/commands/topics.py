"""``claims topics``: the tree of topics, with the counts of what is stored."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from service.cli import asking, options, outputs
from service.cli.database import existing
from service.store import TopicNode


@click.command()
@click.argument("root", required=False)
@click.option("--depth", type=click.IntRange(1, 10), default=10, show_default=True, help="How many levels.")
@click.option("--empty", is_flag=True, help="Topics without claims, too.")
@options.database
@options.output_format
def topics(database: Path, output_format: str | None, root: str | None, depth: int, empty: bool) -> None:
    """Print the tree of IPTC Media Topics, or what is below ROOT: an id, a label or a word of it.

    Counts take in narrower topics; in the JSON, `own` are the claims with the very topic.

    \b
    Examples:
      claims topics --depth 1
      claims topics "conflict, war and peace" --format jsonl
    """
    with existing(database) as store:
        tree = store.topic_tree(root, depth, empty)
    asking.tell(tree.unknown, "")
    kind = options.chosen_format(output_format)
    if kind == "table":
        output = outputs.plain(kind, _line)
        for found in tree.topics:
            _write(output, found, 0)
    else:
        output = outputs.writer(kind)
        for found in tree.topics:
            output.write(msgspec.json.encode(found))
    output.close()


def _write(output: outputs.Writer, found: TopicNode, level: int) -> None:
    output.write(msgspec.json.encode(("  " * level + found.label, found.claims, found.id)))
    for below in found.narrower:
        _write(output, below, level + 1)


def _line(item: bytes) -> tuple[str, ...]:
    label, claims, id = msgspec.json.decode(item, type=tuple[str, int, str])
    return f"{claims:>8}", label, id
