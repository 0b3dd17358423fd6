"""What editors submit: marks on claims, and decisions on who is who; and the decisions as they are kept."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from grammar.claim import ActorKind, ActorName, Mark, MarkKind
from service.conventions.wording import meaning
from service.requests.submissions import PLAIN

# Any character beyond the blank: what counts as white space differs between regular expressions.
_SAYING = meaning(r"^[^\x00]*[^\x00-\x20][^\x00]*$", "May not be blank, nor hold a NUL character")

Name = Annotated[str, Meta(min_length=1, max_length=200, pattern=_SAYING)]
Key = Annotated[str, Meta(min_length=1, max_length=200, pattern=PLAIN)]
Text = Annotated[str, Meta(min_length=1, max_length=2000, pattern=_SAYING)]
Editor = Annotated[Name, Meta(description="Who says so.", examples=["J. Rivera"])]
Reason = Annotated[Text | None, Meta(description="Why.")]
NewKind = Annotated[
    ActorKind | None,
    Meta(description="What the actor is; given with a name that no stored actor has, it makes a new one."),
]

# What no type says: to annotate takes a note, to reassign an actor.
FORMS: dict[str, dict[str, Any]] = {
    "Assessment": {"kind": {"enum": ["confirm", "reject"]}, "to": {"type": "null"}},
    "Annotating": {"kind": {"const": "annotate"}, "note": {"type": "string"}, "to": {"type": "null"}},
    "Reassignment": {"kind": {"const": "reassign"}, "to": {"type": "string"}},
}


class NewMark(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an editor says of a claim."""

    kind: Annotated[
        MarkKind,
        Meta(
            description="To confirm or reject the claim, or (with `actor`) that this actor says it; to "
            "annotate it; or to reassign it to another actor."
        ),
    ]
    editor: Editor
    note: Annotated[Text | None, Meta(description="In the editor's words; an annotation needs one.")] = None
    actor: Annotated[
        Key | None,
        Meta(description="The id of the one of the claim's actors that is meant; without it all of them."),
    ] = None
    to: Annotated[Name | None, Meta(description="The right actor, by id or name; to reassign needs one.")] = (
        None
    )
    to_kind: NewKind = None

    def fault(self) -> tuple[str, str] | None:
        """What is missing or too much, as a field and a message; None where all is well."""
        if self.kind is MarkKind.ANNOTATE and self.note is None:
            return "/note", "An annotation needs a note"
        if (self.kind is MarkKind.REASSIGN) != (self.to is not None):
            return "/to", "To reassign needs the right actor, and nothing else takes one"
        return None


class FiledMark(Mark, frozen=True):
    """A mark in a list of marks; it is an orphan where no stored document has its claim."""

    orphaned: bool = False


class DecisionKind(StrEnum):
    """What an editor decides of actors."""

    MERGE = "merge"
    SPLIT = "split"
    PIN = "pin"


class Merge(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Two actors are one: whatever goes to the one goes to the other."""

    actor: Annotated[Name, Meta(description="Who is another, by id or name.")]
    into: Annotated[Name, Meta(description="Whom both are to be, by id or name.")]
    editor: Editor
    reason: Reason = None


class Split(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One actor is two: claims, documents or names of the one go to the other."""

    actor: Annotated[Name, Meta(description="Who is more than one, by id or name.")]
    to: Annotated[Name, Meta(description="Whom they go to: a stored actor's id, or the name of a new actor.")]
    claims: Annotated[tuple[Key, ...], Meta(max_length=1000, description="Ids of the claims that go.")] = ()
    documents: Annotated[
        tuple[Key, ...], Meta(max_length=1000, description="Ids of documents of which all goes.")
    ] = ()
    names: Annotated[
        tuple[Name, ...],
        Meta(max_length=100, description="All that goes to the actor under these names."),
    ] = ()
    to_kind: NewKind = None
    editor: Editor
    reason: Reason = None


class Pin(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A name always means this actor."""

    name: Annotated[Name, Meta(description="The name; case, diacritics, titles and 'the' do not matter.")]
    actor: Annotated[Name, Meta(description="Whom it means, by id or name.")]
    actor_kind: NewKind = None
    editor: Editor
    reason: Reason = None


class Undoing(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who takes a decision back, and why."""

    editor: Editor
    reason: Reason = None


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """A decision on who is who. It holds until it is undone, whatever becomes of the documents.

    ``actor`` is who is merged or split, null for a pin; ``to`` is whom that becomes. Moments are in UTC.
    """

    id: str
    kind: DecisionKind
    actor: ActorName | None
    to: ActorName
    name: str | None = None
    names: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    editor: str
    reason: str | None
    made_at: str
    undone_by: str | None = None
    undone_because: str | None = None
    undone_at: str | None = None
