"""``claims amend``: what goes with a stored document's text, put right."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from grammar.claim import Reading
from service.cli import asking, options, outputs
from service.cli.articles import reading
from service.cli.database import existing
from service.cli.inputs import Failure
from service.documents import Document, DocumentHead, StoredDocument
from service.problems import ProblemError
from service.requests.amendments import Amendment, amended, reads_otherwise
from service.store import AmendingError, Held, Store

_READING = msgspec.json.Decoder(Reading)


@click.command()
@click.argument("document")
@click.option("--title", callback=asking.word, help="The headline.")
@click.option("--published-at", callback=asking.word, metavar="DATE", help="A date or date-time.")
@click.option("--url", callback=asking.word, help="Where it was published.")
@click.option("--publisher", callback=asking.word, help="Who published it.")
@click.option("--author", callback=asking.word, help="Who wrote it.")
@click.option("--language", callback=asking.word, help="A BCP 47 tag, such as en; empty: the text tells it.")
@options.database
def amend(database: Path, document: str, **given: str | None) -> None:
    """Put right what goes with the text of the DOCUMENT of this id.

    What is not given stays, what is empty goes. The document keeps its id and its revision, claims their ids
    and marks. Where title, date or language change the text is read anew, since times are reckoned from the
    date. It may be done while the database is served.

    \b
    Examples:
      claims amend b74677dce3d2eb51 --published-at 2024-11-21 --title "Bridge stays open"
      claims amend b74677dce3d2eb51 --author "" --database news.db
    """
    fields = {name: value or None for name, value in given.items() if value is not None}
    if not fields:
        raise click.UsageError("Say what is to be put right.")
    try:
        amendment = msgspec.convert(fields, Amendment)
    except msgspec.ValidationError as error:
        raise click.UsageError(options.told(error, Amendment)) from error
    with existing(database) as store:
        stored = None
        while stored is None:  # somebody else may change it meanwhile
            held = store.held(document)
            if held is None:
                raise click.ClickException(f"there is no document {document}")
            try:
                stored = _amend(store, held, amended(held.document, amendment))
            except AmendingError as error:
                raise click.ClickException(str(error)) from error
            except ProblemError as error:
                raise click.UsageError(options.optioned(error.detail)) from error
    outputs.out(msgspec.json.encode(DocumentHead.of(stored)))


def _amend(store: Store, held: Held, document: Document) -> StoredDocument | None:
    if document == held.document:
        return held.stored
    read = reading(held.stored.id, document) if reads_otherwise(held.document, document) else None
    if isinstance(read, Failure):
        raise click.ClickException(read.error)
    return store.amend(held, document, None if read is None else _READING.decode(read))
