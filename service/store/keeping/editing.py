"""What editors do to the store: marks on claims, and decisions on who is who."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace
from sqlite_utils import Database

from grammar.claim import ActorKind, ActorName, Mark, MarkKind
from service.requests.corrections import (
    Decision,
    DecisionKind,
    FiledMark,
    Merge,
    NewMark,
    Pin,
    Split,
    Undoing,
)
from service.store.asking import claims, unknown
from service.store.connections import Connections
from service.store.entities import actors, decisions, marks
from service.store.entities.identities import named_kind
from service.store.entities.marks import MarkFilters
from service.store.keeping import conditions, corrections
from service.store.keeping.conditions import Condition
from service.store.values import aliases
from service.store.values.paging import DEFAULT, Page


class EditingError(ValueError):
    """What an editor wants cannot be: the words say why."""


class Marks:
    """The marks of a store. They outlive the documents whose claims they are on."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def add(self, claim: str, wanted: NewMark) -> tuple[FiledMark, bool] | None:
        """Put a mark on a claim, with its effect; None where there is no such claim. Raises EditingError.

        (The mark, True), or (the one that says just this already, False) and no change: who sends a mark
        again for want of an answer makes no second one.
        """
        with self._connections.writing() as db:
            found = claims.one(db, claim)
            if found is None:
                return None
            if fault := wanted.fault():
                raise EditingError(fault[1])
            to = None
            if wanted.kind is MarkKind.REASSIGN and wanted.to is not None:
                to = _meant(db, wanted.to, "to_kind", wanted.to_kind)
            mark = Mark(
                marks.new_key(), claim, wanted.kind, wanted.editor, marks.now(), wanted.note, wanted.actor, to
            )
            known = marks.saying(db, mark)
            if known is None:
                held = msgspec.json.decode(found)["actors"]
                if wanted.actor is not None and wanted.actor not in {actor["id"] for actor in held}:
                    raise EditingError("The claim has no such actor.")
                marks.insert(db, mark)
                corrections.revise_claim(db, claim)
            filed = marks.one(db, known or mark.id)
        if filed is None:
            raise LookupError("a mark vanished within its own transaction")
        return filed, known is None

    def delete(self, id: str, condition: Condition[FiledMark] | None = None) -> bool:
        """Take a mark and its effect away; False if there is no such mark.

        Raises ConditionError, and changes nothing, where it is not what the condition asks for.
        """
        with self._connections.writing() as db:
            conditions.check(condition, marks.one(db, id))
            claim = marks.delete(db, id)
            if claim is None:
                return False
            corrections.revise_claim(db, claim)
            return True

    def one(self, id: str) -> FiledMark | None:
        """One mark."""
        with self._connections.reading() as db:
            return marks.one(db, id)

    def page(
        self, filters: MarkFilters | None = None, cursor: str | None = None, limit: int = DEFAULT
    ) -> Page[FiledMark]:
        """Marks, newest first. Raises CursorError."""
        with self._connections.reading() as db:
            return marks.page(db, filters or MarkFilters(), cursor, limit)


class Decisions:
    """The decisions of a store on who is who. Each holds for all documents, present and to come."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def merge(self, wanted: Merge) -> Decision:
        """Make two actors one. Raises EditingError."""
        with self._connections.writing() as db:
            actor, into = _meant(db, wanted.actor), _meant(db, wanted.into)
            identities = decisions.identities(db)
            if identities.canonical(into).id == identities.canonical(actor).id:
                raise EditingError(f"{actor.name} and {into.name} are one actor already.")
            if identities.merged(actor.id) != actor.id:
                raise EditingError(f"{actor.name} is merged into another already; undo that first.")
            return _made(db, Decision(
                id=marks.new_key(), kind=DecisionKind.MERGE, actor=actor, to=into,
                editor=wanted.editor, reason=wanted.reason, made_at=marks.now(),
            ))  # fmt: skip

    def split(self, wanted: Split) -> Decision:
        """Make one actor two. Raises EditingError."""
        if not (wanted.claims or wanted.documents or wanted.names):
            raise EditingError("Say which claims, documents or names go.")
        with self._connections.writing() as db:
            actor = _meant(db, wanted.actor)
            to = actors.named(db, wanted.to) or _new(db, wanted.to, wanted.to_kind or actor.kind)
            if to.id == actor.id:
                raise EditingError("They go to that actor already.")
            return _made(db, Decision(
                id=marks.new_key(), kind=DecisionKind.SPLIT, actor=actor, to=to, names=wanted.names,
                claims=wanted.claims, documents=wanted.documents,
                editor=wanted.editor, reason=wanted.reason, made_at=marks.now(),
            ))  # fmt: skip

    def pin(self, wanted: Pin) -> Decision:
        """Let a name always mean one actor. Raises EditingError."""
        with self._connections.writing() as db:
            to = _meant(db, wanted.actor, "actor_kind", wanted.actor_kind)
            return _made(db, Decision(
                id=marks.new_key(), kind=DecisionKind.PIN, actor=None, to=to, name=wanted.name,
                editor=wanted.editor, reason=wanted.reason, made_at=marks.now(),
            ))  # fmt: skip

    def undo(self, id: str, wanted: Undoing) -> Decision | None:
        """Take a decision back, with its effect; None if there is none. An undone one stays as it is."""
        with self._connections.writing() as db:
            decision = decisions.one(db, id)
            if decision is None or decision.undone_at is not None:
                return decision
            undone = replace(
                decision,
                undone_by=wanted.editor,
                undone_because=wanted.reason,
                undone_at=marks.now(),
            )
            decisions.replace(db, undone)
            corrections.revise_after(db, undone)
            return undone

    def one(self, id: str) -> Decision | None:
        """One decision."""
        with self._connections.reading() as db:
            return decisions.one(db, id)

    def page(
        self, undone: bool | None = None, cursor: str | None = None, limit: int = DEFAULT
    ) -> Page[Decision]:
        """Decisions, newest first: those undone, those that hold, or (None) all. Raises CursorError."""
        with self._connections.reading() as db:
            return decisions.page(db, undone, cursor, limit)


def _made(db: Database, decision: Decision) -> Decision:
    decisions.insert(db, decision)
    corrections.revise_after(db, decision)
    return decision


def _meant(db: Database, value: str, field: str = "", kind: ActorKind | None = None) -> ActorName:
    """The one actor that an id or a name means; with ``kind``, a new one where nobody bears the name.

    ``field`` is where the kind would be said, where there is such a field.
    """
    known = actors.named(db, value)
    if known is not None:
        return known
    found = [named for row in actors.resolve(db, value) if (named := actors.by_row(db, row))]
    if len(found) == 1:
        return found[0]
    if found:
        shown = ", ".join(actor.id for actor in found[:10])
        raise EditingError(f"{value!r} may mean any of {shown}: give an id.")
    if kind is None:
        near = [f"{each.label} ({each.value})" for each in unknown.told(db, [("actor", value)])[0].near]
        like = f"; like it: {', '.join(near)}" if near else ""
        new = f" `{field}` says what kind it is to make a new one." if field else ""
        raise EditingError(f"No stored actor is called {value!r}{like}.{new}")
    return _new(db, value, kind, again=False)


def _new(db: Database, name: str, kind: ActorKind, again: bool = True) -> ActorName:
    """A new actor of this name; ``again``: not the one who bears it in the store or in a decision already."""
    base = aliases.id_of(name, kind)
    taken = {
        actor.id for each in decisions.holding(db) for actor in (each.actor, each.to) if actor is not None
    }
    id, number = base, 1
    while again and (id in taken or actors.named(db, id) is not None):
        number += 1
        id = f"{base}-{number}"
    return ActorName(id, name, kind if kind is not ActorKind.UNKNOWN else named_kind(id))
