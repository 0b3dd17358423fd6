"""``claims reparse``: read stored documents with the grammar of today, and show what that changes."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

import click
import msgspec

from grammar.claim import Reading
from service.cli import asking, options, outputs, progress, tables
from service.cli.articles import engine, reading
from service.cli.database import existing
from service.cli.inputs import Failure
from service.cli.interruption import Interrupted, Interruption
from service.cli.workers import ordered
from service.store import Filed, Renewal, Store, Wanted

_READING = msgspec.json.Decoder(Reading)
_COUNTED = ("appeared", "vanished", "changed")


class Read(msgspec.Struct, frozen=True):
    """A stored document's id and its new reading."""

    id: str
    reading: bytes


@click.command()
@click.option(
    "--document", "documents", multiple=True, callback=asking.words, help="The id of a document to read."
)
@click.option(
    "--publisher",
    "publishers",
    multiple=True,
    callback=asking.words,
    help="Who published the documents to read, by the whole name.",
)
@click.option("--since", metavar="DATE", callback=asking.moment, help="Published on this day or later.")
@click.option("--until", metavar="DATE", callback=asking.moment, help="Published before this day or moment.")
@click.option("--force", is_flag=True, help="Read also what was read by an equal grammar.")
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@options.database
@options.output_format
@options.jobs
@click.pass_context
def reparse(
    context: click.Context,
    /,
    database: Path,
    output_format: str | None,
    jobs: int,
    dry_run: bool,
    force: bool,
    **chosen: Any,
) -> None:
    """Read stored documents with the grammar of today, and show which claims appear, vanish and change.

    All documents, or those that the options choose; superseded revisions as well. Whatever was read by an
    equal grammar and equal word lists is passed over. Each document is replaced by itself: readers of a
    database that is served see the old reading or the new one, and an interrupted run is simply started
    again. Claims that are read again keep their ids and with them editors' marks; decisions on actors hold
    for the new readings. Marks on claims that are gone are kept and told.

    In a pipe or with --format each document read gives {"id", "status": "changed" or "unchanged", "claims",
    "appeared", "vanished", "changed", "fields", "orphaned_marks", "orphaned_decisions"}, or {"id", "error"};
    a table shows those that changed. Exit status: 0 all was read, 1 some document could not be read or is
    not there.

    \b
    Examples:
      claims reparse --dry-run --since 2024-11-01
      claims reparse --jobs 0 --format jsonl > changes.jsonl
      claims reparse --document b74677dce3d2eb51 --force
    """
    asking.check_range(chosen)
    kind = options.chosen_format(output_format)
    output = outputs.writer(kind, tables.renewed)
    told: Counter[str] = Counter()
    with existing(database) as store, progress.progress() as bars, Interruption() as interruption:
        every = msgspec.convert(chosen, Wanted)
        wanted = every if force else msgspec.structs.replace(every, engine=engine().version)
        total = store.readings.count(wanted)
        told["passed over"] = store.readings.count(every) - total
        bar = bars.add_task("reading", total=total, documents=0)

        def tell(result: Renewal | Failure) -> None:
            _count(told, result)
            if kind != "table" or isinstance(result, Failure) or result.differs or result.orphaned_marks:
                line = _line(result)
                if kind == "table" and not bars.disable and sys.stdout.isatty():
                    bars.console.print(tables.renewed(line))  # above the bar, on the same terminal
                else:
                    output.write(line)
            bars.update(bar, advance=1, documents=told["read"] + told["failed"])

        with suppress(Interrupted):
            for id in store.readings.missing(every.documents):
                tell(Failure(id, "there is no such document"))
            for read in ordered(_read, store.readings.wanted(wanted), jobs):
                with interruption.held():
                    if (result := _renewed(store, read, dry_run)) is not None:
                        tell(result)
    output.close()
    click.echo(f"claims: {_summary(told, dry_run)}", err=True)
    if told["orphans"]:
        click.echo(f"claims: {_orphans(told['orphans'], dry_run)}", err=True)
    context.exit(128 + interruption.asked if interruption.asked else int(told["failed"] > 0))


def _read(filed: Filed) -> Read | Failure:
    read = reading(filed.id, filed.document)
    return read if isinstance(read, Failure) else Read(filed.id, read)


def _renewed(store: Store, read: Read | Failure, dry_run: bool) -> Renewal | Failure | None:
    """What the new reading changes; None where the document was deleted meanwhile."""
    if isinstance(read, Failure):
        return read
    renew = store.readings.difference if dry_run else store.readings.renew
    return renew(read.id, _READING.decode(read.reading))


def _line(result: Renewal | Failure) -> bytes:
    if isinstance(result, Failure):
        return result.encoded()
    fields = {"id": result.id, "status": "changed" if result.differs else "unchanged"}
    return msgspec.json.encode(fields | msgspec.to_builtins(result))


def _count(told: Counter[str], result: Renewal | Failure) -> None:
    if isinstance(result, Failure):
        told["failed"] += 1
        return
    told["read"] += 1
    told["differ"] += result.differs
    told["orphans"] += len(result.orphaned_marks)
    for name in _COUNTED:
        told[name] += len(getattr(result, name))


def _summary(told: Counter[str], dry_run: bool) -> str:
    claims = ", ".join(f"{told[name]} {name}" for name in _COUNTED)
    return (
        f"{told['read']} documents read anew, {told['differ']} differ (claims: {claims});"
        f" {told['passed over']} passed over, {told['failed']} failed"
        + ("; nothing was changed" if dry_run else "")
    )


def _orphans(marks: int, dry_run: bool) -> str:
    what = "1 mark is on a claim that is" if marks == 1 else f"{marks} marks are on claims that are"
    return f"{what} gone" + (" then" if dry_run else ": `claims mark list --orphaned`")
