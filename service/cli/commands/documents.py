"""``claims documents``: what is stored, document by document."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import msgspec

from service.cli import asking, options, outputs
from service.cli.database import existing
from service.documents import DocumentSummary
from service.store import DocumentFilters, Revisions

_PAGE = 500


@click.command()
@click.option(
    "--title", multiple=True, callback=asking.words, help='Words of the title, or "a phrase" of it.'
)
@click.option("--external-id", multiple=True, callback=asking.words, help="The sender's own id.")
@click.option("--url", multiple=True, callback=asking.words, help="Where it was published, to the letter.")
@click.option("--publisher", multiple=True, callback=asking.words, help="Who published it.")
@click.option("--published-since", metavar="DATE", callback=asking.moment, help="Published then or later.")
@click.option("--published-until", metavar="DATE", callback=asking.moment, help="Published before then.")
@click.option(
    "--revisions",
    type=click.Choice([each.value for each in Revisions], case_sensitive=False),
    default=Revisions.LATEST.value,
    show_default=True,
    help="Whether texts count that a newer one has superseded.",
)
@click.option("--limit", type=click.IntRange(0), default=50, show_default=True, help="How many; 0 means all.")
@options.database
@options.output_format
def documents(database: Path, output_format: str | None, limit: int, **given: Any) -> None:
    """List stored documents, newest publication first, without their texts and claims.

    An option given twice means either value; different options all hold. The `id` is what `claims amend`,
    `claims delete` and `claims reparse --document` take.

    \b
    Examples:
      claims documents --publisher "The Quay" --published-since 2024-11
      claims documents --title "ferry fares"
      claims documents --external-id a-7 --revisions all --format jsonl
    """
    asking.check_range(given, "published-")
    filters = msgspec.convert(given, DocumentFilters)
    output = outputs.plain(options.chosen_format(output_format), _row)
    with existing(database) as store:
        cursor, left = None, limit or None
        while left is None or left > 0:
            page = store.documents(cursor, _PAGE if left is None else min(left, _PAGE), filters=filters)
            asking.tell(page.unknown)
            for found in page.items:
                output.write(msgspec.json.encode(found))
            if (cursor := page.next) is None:
                break
            left = None if left is None else left - len(page.items)
    output.close()


def _row(item: bytes) -> tuple[str, ...]:
    found = msgspec.json.decode(item, type=DocumentSummary)
    day = (found.published_at or "undated")[:10]
    state = f"superseded by {found.superseded_by}" if found.superseded_by else ""
    said = f"{found.claim_count} claims"
    return found.id, f"{day:<10}", said, found.publisher or "", found.title or found.url or "", state
