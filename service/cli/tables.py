"""Claims and readings as tables for a terminal. Not for machines: columns may change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from grammar.claim import Act, Claim, Polarity, Reading
from service.documents import DocumentHead

# A text may hold what a terminal takes for commands; it must not reach one.
_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), "\N{REPLACEMENT CHARACTER}")
# Acts that say by themselves that it is not so: "deny not" would read as if nothing were denied.
_NEGATIVE = {Act.DENY, Act.OPPOSE, Act.DOUBT}
_CONTROLS |= dict.fromkeys(map(ord, "\n\r\t"), " ")


def reading(item: bytes) -> RenderableType:
    """One document of `claims parse`: its topics, its claims, and what was not read or why nothing was."""
    fields = msgspec.json.decode(item)
    if "error" in fields:
        return _line(fields["id"], fields["error"], "red")
    read = msgspec.convert(fields, Reading)
    if read.note:
        return _line(read.id, read.note, "yellow")
    topics = ", ".join(topic.label for topic in read.topics) or "no topic"
    parts: list[RenderableType] = [_line(read.id, topics, "dim"), claims(read.claims)]
    parts += [_line("unread", f"{unread.text} ({unread.reason})", "dim") for unread in read.unread]
    return Group(*parts, "")


def claims(items: Iterable[Claim]) -> Table:
    """One row a claim: who, what they do by saying it, and what they say."""
    return _table((), ((claim, ()) for claim in items))


def published(items: Iterable[tuple[Claim, DocumentHead]]) -> Table:
    """The same with the day of publication and the publisher before it."""
    dated = ((claim, ((head.published_at or "")[:10], head.publisher or "")) for claim, head in items)
    return _table(("published", "by"), dated)


def _table(before: Sequence[str], rows: Iterable[tuple[Claim, Sequence[str]]]) -> Table:
    table = Table(*before, "who", "act", "what", box=None, pad_edge=False, header_style="bold")
    for column in table.columns[:-2]:
        column.max_width = 28
    for claim, known in rows:
        cells = (_text(_who(claim), "bold"), _text(_how(claim), "cyan"), _text(claim.content.text))
        table.add_row(*(_text(each, "dim") for each in known), *cells)
    return table


def ingested(item: bytes) -> RenderableType:
    """One document of `claims ingest`."""
    fields = msgspec.json.decode(item)
    if "error" in fields:
        return _line(fields["id"], fields["error"], "red")
    state = f"{fields['status']}, {fields['claims']} claims"
    if note := fields.get("note"):
        state += f": {note}"
    return _line(fields["id"], state, "dim")


def renewed(item: bytes) -> RenderableType:
    """One document of `claims reparse`: what appeared (+), vanished (-) and changed (~), and how."""
    from service.store import Renewal  # `claims parse` does without the store

    fields = msgspec.json.decode(item)
    if "error" in fields:
        return _line(fields["id"], fields["error"], "red")
    found = msgspec.json.decode(item, type=Renewal)
    parts = [_line(found.id, ", ".join((fields["status"], *found.fields)), "dim")]
    parts += [_text(f"  + {_said(claim)}", "green") for claim in found.appeared]
    parts += [_text(f"  - {_said(claim)}", "red") for claim in found.vanished]
    for changed in found.changed:
        parts.append(_text(f"  ~ {_said(changed.after)} ({', '.join(changed.fields)})", "yellow"))
        if _said(changed.before) != _said(changed.after):
            parts.append(_text(f"    was: {_said(changed.before)}", "dim"))
    for mark in found.orphaned_marks:
        parts.append(_text(f"  ! mark {mark.id} ({mark.kind} by {mark.editor}) is on a claim that is gone"))
    for decision in found.orphaned_decisions:
        parts.append(_text(f"  ! decision {decision} names a claim that is gone"))
    return Group(*parts)


def _said(claim: Claim) -> str:
    """A claim in one line."""
    return f"{_who(claim)}: {_how(claim)}: {claim.content.text}"


def _who(claim: Claim) -> str:
    names = ", ".join(actor.name for actor in claim.actors)
    return names or (claim.source.text if claim.source else "not said")


def _how(claim: Claim) -> str:
    marks = [claim.act.value]
    if claim.polarity is Polarity.NEGATIVE and claim.act not in _NEGATIVE:
        marks.append("not")
    if claim.certainty in {"probable", "possible"}:
        marks.append(claim.certainty.value)
    return " ".join(marks)


def _text(text: str, style: str = "") -> Text:
    return Text(text.translate(_CONTROLS), style=style)


def _line(head: str, rest: str, style: str) -> Text:
    return Text.assemble((head.translate(_CONTROLS), "bold"), "  ", (rest.translate(_CONTROLS), style))
