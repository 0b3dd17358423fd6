"""``claims ingest``: read and store; safe to stop and to start again."""

from __future__ import annotations

import gc
import select
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import click
import msgspec

from grammar.claim import Reading
from service.cli import inputs, options, outputs, progress, tables
from service.cli.articles import reading
from service.cli.database import opened
from service.cli.inputs import Entry, Failure, Form
from service.cli.interruption import Interrupted, Interruption
from service.cli.limits import accepted
from service.cli.workers import ordered
from service.documents import Document, Receipt
from service.settings import Settings
from service.store import Store

_READING = msgspec.json.Decoder(Reading)
_LARGEST = 64  # documents a commit
_ALLOCATIONS = 50_000  # of objects between two searches for garbage
_SECONDS = 0.5  # that a document waits for others to be committed with it


class Known(msgspec.Struct, frozen=True):
    """A document that the store has already."""

    id: str
    document_id: str
    claims: int
    note: str | None
    ignored: tuple[str, ...]
    size: int


class Fresh(msgspec.Struct, frozen=True):
    """A document that the store has not, and its reading once there is one."""

    id: str
    document: Document
    size: int
    reading: bytes = b""


Item = Known | Fresh | Failure


class Stored(msgspec.Struct, frozen=True, omit_defaults=True):
    """The output line: the id that came in, the store's own, and whether it was added, revised or known."""

    id: str
    document_id: str
    status: str
    claims: int
    note: str | None = None
    ignored: tuple[str, ...] = ()

    def encoded(self) -> bytes:
        """The output line."""
        return msgspec.json.encode(self)


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, allow_dash=True), metavar="[PATH|-]...")
@options.database
@options.form
@options.encoding
@options.output_format
@options.jobs
@click.pass_context
def ingest(
    context: click.Context,
    paths: tuple[str, ...],
    database: Path,
    form: Form | None,
    encoding: str | None,
    output_format: str | None,
    jobs: int,
) -> None:
    """Read articles and store them with their claims.

    Takes files, folders (all .txt .html .jsonl in them but the hidden ones) and - for standard input, with
    the lines that `claims parse --help` tells of. A document is known by its "id" (kept as external_id), else
    by its url, else by its text. Known ones are passed over, so an interrupted run is simply started again. A
    new text under a known id, else a known url, is stored as a revision. Ctrl-C stores what has been read and
    ends with status 130. What the API would refuse is an error here, too: texts over 1 MB, lines over 10 MB
    (CLAIMS_TEXT_BYTES, CLAIMS_BODY_BYTES), titles over 1,000 characters.

    In a pipe or with --format each document gives {"id", "document_id", "status", "claims"} once it is on
    disk, the status being added, revised or known, or {"id", "error"}; after errors the exit status is 1.
    What is known stays as it is: "ignored" names the fields that came with other values.

    \b
    Examples:
      claims ingest articles/ --database news.db
      zcat archive.jsonl.gz | claims ingest --jobs 0 > ingested.jsonl
    """
    paths = options.sources(paths, context)
    output = outputs.writer(options.chosen_format(output_format), tables.ingested)
    settings = options.configured({}).settings
    silent = output_format is None and sys.stdout.isatty()  # the bar says enough
    with (
        opened(database) as store,
        progress.progress(hidden=not silent) as bars,
        Interruption() as interruption,
        _seldom_collected(),
    ):
        bar = bars.add_task("reading", total=inputs.size(paths), documents=0)
        batch = _Batch(store)

        def commit() -> None:
            for item, result in batch.put():
                if not silent:
                    output.write(result.encoded())
                elif isinstance(result, Failure):
                    bars.console.print(tables.ingested(result.encoded()))
                bars.update(bar, advance=item.size, documents=batch.count.total())

        with suppress(Interrupted):
            entries = inputs.entries(paths, form, encoding)
            for item in ordered(_read, _looked_up(entries, store, settings), jobs):
                with interruption.held():
                    batch.add(item)
                    if batch.is_due() or (inputs.STDIN in paths and not _more_waits()):
                        commit()
        commit()
    if not silent:
        output.close()
    click.echo(f"claims: {_summary(batch.count)}", err=True)
    context.exit(128 + interruption.asked if interruption.asked else int(batch.count["failed"] > 0))


class _Batch:
    """Items that are committed together: at most 64, and none waits longer than half a second for others."""

    def __init__(self, store: Store) -> None:
        self.count: Counter[str] = Counter()
        self._store = store
        self._items: list[Item] = []
        self._began = time.monotonic()

    def add(self, item: Item) -> None:
        """Take one more in."""
        self._items.append(item)

    def is_due(self) -> bool:
        """Whether it is to be committed before another comes."""
        return len(self._items) >= _LARGEST or time.monotonic() - self._began > _SECONDS

    def put(self) -> Iterator[tuple[Item, Stored | Failure]]:
        """Commit, tell of each item what came of it, and begin anew."""
        items, self._items = self._items, []
        for item, result in zip(items, _put(items, self._store), strict=True):
            self.count["failed" if isinstance(result, Failure) else result.status] += 1
            yield item, result
        self._began = time.monotonic()


def _summary(count: Counter[str]) -> str:
    revised = f"{count['revised']} revised, " if count["revised"] else ""
    return f"{count['added']} added, {revised}{count['known']} known, {count['failed']} not readable"


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Look for garbage seldom: readings hold no cycles, and to look took a tenth of the time of storing."""
    before = gc.get_threshold()
    gc.set_threshold(_ALLOCATIONS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _looked_up(entries: Iterable[Entry | Failure], store: Store, settings: Settings) -> Iterator[Item]:
    """Known documents are told before they are read, which is most of the work."""
    for entry in entries:
        found = entry if isinstance(entry, Failure) else accepted(entry, settings)
        if isinstance(found, Failure):
            yield found
        elif known := store.find(found):
            yield Known(entry.id, known.id, known.claims, known.note, known.ignored, entry.size)
        else:
            yield Fresh(entry.id, found, entry.size)


def _read(item: Item) -> Item:
    """The reading of a fresh document; the others go by."""
    if not isinstance(item, Fresh):
        return item
    read = reading(item.id, item.document)
    if isinstance(read, Failure):
        return msgspec.structs.replace(read, size=item.size)
    return msgspec.structs.replace(item, reading=read)


def _more_waits() -> bool:
    """Tell whether standard input has more at once; if not, what is read is committed first."""
    try:
        return bool(select.select([sys.stdin.buffer], [], [], 0)[0])
    except (OSError, ValueError):  # no file that could be asked: a test's
        return True


def _put(items: Sequence[Item], store: Store) -> Iterator[Stored | Failure]:
    """Store what is fresh in one commit, and tell of each."""
    fresh = [item for item in items if isinstance(item, Fresh)]
    receipts = iter(store.put_many([(item.document, _READING.decode(item.reading)) for item in fresh]))
    for item in items:
        if isinstance(item, Failure):
            yield item
        elif isinstance(item, Known):
            yield Stored(item.id, item.document_id, "known", item.claims, item.note, item.ignored)
        elif isinstance(receipt := next(receipts), Receipt):
            status = "known" if not receipt.added else "revised" if receipt.revision > 1 else "added"
            yield Stored(item.id, receipt.id, status, receipt.claims, receipt.note, receipt.ignored)
        else:
            yield Failure(item.id, f"it cannot be stored: {receipt}", item.size)
