"""Which claims are wanted, and how they are to be given."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from grammar.claim import Act, Anonymity, Certainty, MarkKind, Polarity, Quotation, Type
from service.responses.exports import Form
from service.routes.queries.paging import Cursor, Limit
from service.routes.queries.values import Choice, Moment, Names, PublishedSince, PublishedUntil, asked
from service.store import DEFAULT, MAXIMUM, Facet, Filters, Order, Revisions


def _without(name: str) -> Meta:
    return Meta(description=f"leave out what `{name}` would find; may be repeated too")


class Asked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which claims are wanted."""

    actor: Annotated[
        Names,
        Meta(
            description="whose claims: an actor's id or name; case and diacritics make no difference, a "
            "surname or another part is enough, and an ambiguous name means all who bear it; a country's "
            "name (not its id) means those who stand for it too, as the Kremlin does for Russia",
            examples=[["Shin Wonsik"]],
        ),
    ] = ()
    about: Annotated[
        Names, Meta(description="claims that name this actor, by id or name, in their content")
    ] = ()
    topic: Annotated[
        Names,
        Meta(
            description="a Media Topic's id, its label or a word of it; narrower topics are in it. A claim "
            "stands under its own topics and its document's",
            examples=[["conflict, war and peace"]],
        ),
    ] = ()
    q: Annotated[
        Names,
        Meta(
            description='words in the source or the content, all of them, whatever their endings; "a phrase" '
            "in quotation marks; `begin*` for the beginning of a word. Any text will do",
            examples=[['"prime minister" resign*']],
        ),
    ] = ()
    act: Annotated[tuple[Act, ...], Meta(max_length=50, description="what the source does by speaking")] = ()
    type: Annotated[tuple[Type, ...], Meta(max_length=50, description="the kind of attribution")] = ()
    certainty: Annotated[
        tuple[Certainty, ...], Meta(max_length=50, description="how sure the source presents it to be")
    ] = ()
    polarity: Annotated[tuple[Polarity, ...], Meta(max_length=50, description="of the proposition")] = ()
    quotation: Annotated[
        tuple[Quotation, ...],
        Meta(max_length=50, description="how much of the content is in quotation marks"),
    ] = ()
    anonymity: Annotated[
        tuple[Anonymity, ...], Meta(max_length=50, description="whether the source has a name")
    ] = ()
    publisher: Annotated[
        Names, Meta(description="who published the document; case and diacritics make no difference")
    ] = ()
    document: Annotated[Names, Meta(description="a document's id")] = ()
    id: Annotated[
        Names, Meta(description="a claim's own id: up to 50 claims at once, in the order of any other list")
    ] = ()
    revisions: Annotated[
        Revisions,
        Meta(
            description="`latest` leaves out what stands in texts that a newer one has superseded; where "
            "a `document` or an `id` is named, all of its claims are given whatever it is"
        ),
    ] = Revisions.LATEST
    marked: Annotated[
        tuple[MarkKind, ...], Meta(max_length=50, description="that bear an editor's mark of this kind")
    ] = ()
    rejected: Annotated[
        Choice,
        Meta(description="whether claims count that an editor rejected and none confirmed since"),
    ] = "include"
    namesakes: Annotated[
        Literal["include", "exclude"],
        Meta(
            description="whether `actor` and `about` mean persons as well that go by a shorter form of the "
            "name elsewhere, as by the surname alone: `Trump` for `Donald Trump`. They may be others"
        ),
    ] = "exclude"
    not_actor: Annotated[Names, _without("actor")] = ()
    not_about: Annotated[Names, _without("about")] = ()
    not_topic: Annotated[Names, _without("topic")] = ()
    not_q: Annotated[Names, _without("q")] = ()
    not_act: Annotated[Annotated[tuple[Act, ...], Meta(max_length=50)], _without("act")] = ()
    not_type: Annotated[Annotated[tuple[Type, ...], Meta(max_length=50)], _without("type")] = ()
    not_certainty: Annotated[
        Annotated[tuple[Certainty, ...], Meta(max_length=50)], _without("certainty")
    ] = ()
    not_polarity: Annotated[Annotated[tuple[Polarity, ...], Meta(max_length=50)], _without("polarity")] = ()
    not_quotation: Annotated[
        Annotated[tuple[Quotation, ...], Meta(max_length=50)], _without("quotation")
    ] = ()
    not_anonymity: Annotated[
        Annotated[tuple[Anonymity, ...], Meta(max_length=50)], _without("anonymity")
    ] = ()
    not_publisher: Annotated[Names, _without("publisher")] = ()
    not_document: Annotated[Names, _without("document")] = ()
    published_since: PublishedSince = None
    published_until: PublishedUntil = None
    said_since: Annotated[
        Moment | None, Meta(description="said on this day or later, by the claim's `time`")
    ] = None
    said_until: Annotated[
        Moment | None, Meta(description="said on a day before, so later than `said_since`")
    ] = None

    def filters(self) -> Filters:
        """Give the query to the store in its own words; raises 400 for what is no date."""
        return Filters(**asked(self, Filters))


class ClaimQuery(Asked, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which claims are wanted, in which order, and which part of the list."""

    order: Annotated[
        Order,
        Meta(description="by `published_at`; undated last either way, claims of one moment by position"),
    ] = Order.NEWEST
    limit: Limit = DEFAULT
    cursor: Cursor = None


class FacetQuery(Asked, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which claims are to be counted, and by what."""

    facet: Annotated[
        tuple[Facet, ...],
        Meta(max_length=50, description="by what; left out: by actor, topic, act, publisher and month"),
    ] = ()
    top: Annotated[
        int, Meta(ge=1, le=MAXIMUM, description="how many values of each facet at most", examples=[20])
    ] = 20


class ExportQuery(Asked, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which claims are to be written out, in which order and form."""

    order: Annotated[Order, Meta(description="by `published_at`; the undated come last either way")] = (
        Order.NEWEST
    )
    format: Annotated[
        Form | UnsetType,
        Meta(
            description="JSON lines, or a table in RFC 4180's form: `csv` has the text as it is, "
            "`spreadsheet` an apostrophe before what would be taken for a formula, and a byte order mark; "
            "left out: the table where `Accept` prefers `text/csv`, else JSON lines"
        ),
    ] = UNSET
