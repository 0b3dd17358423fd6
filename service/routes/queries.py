"""Query strings as structs: every parameter declared once, checked, and described from the same place."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from grammar.claim import Act, Anonymity, Certainty, MarkKind, Polarity, Quotation, Type
from service.problems import bad_request
from service.requests.moments import EXPECTED, MONTH_OR_YEAR, queried
from service.requests.submissions import PLAIN, Line
from service.requests.wording import meaning
from service.responses.exports import Form
from service.store import (
    CURSOR_PATTERN,
    DEFAULT,
    MAXIMUM,
    DocumentFilters,
    Facet,
    Filters,
    MarkFilters,
    Order,
    Revisions,
)

Name = Annotated[str, Meta(min_length=1, max_length=200, pattern=PLAIN)]
Names = Annotated[tuple[Name, ...], Meta(max_length=50)]
Labels = Annotated[tuple[Line, ...], Meta(max_length=50)]
Moment = Annotated[
    str,
    Meta(
        max_length=50,
        extra_json_schema={
            "anyOf": [
                {"type": "string", "format": "date"},
                {"type": "string", "format": "date-time"},
                {"type": "string", "pattern": MONTH_OR_YEAR},
            ]
        },
        examples=["2024-11-22", "2024-11", "2024-11-22T08:30:00+09:00"],
    ),
]
PublishedSince = Annotated[
    Moment | None,
    Meta(
        description="published then or later; a bare date is the day at the document's own offset, a month "
        "or a year its first day"
    ),
]
PublishedUntil = Annotated[Moment | None, Meta(description="published before then")]

Limit = Annotated[int, Meta(ge=1, le=MAXIMUM, description="how many items at most", examples=[50])]
Cursor = Annotated[
    Annotated[str, Meta(pattern=meaning(CURSOR_PATTERN, "Expected `next` of a page"))] | None,
    Meta(description="`next` of the page before; all other parameters but `limit` must be as they were"),
]


Choice = Literal["include", "exclude", "only"]


def only(choice: Choice) -> bool | None:
    """Only those (True), none of those (False), or either (None)."""
    return None if choice == "include" else choice == "only"


class Paging(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which part of a list is wanted."""

    limit: Limit = DEFAULT
    cursor: Cursor = None


class Searching(Paging, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A list in which one searches as one types."""

    q: Annotated[Name | None, Meta(description="an id, or the beginning of a name or of words in it")] = None


class DifferenceQuery(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """With what a revision is compared."""

    against: Annotated[
        Name | None,
        Meta(description="another revision's id; left out: the one before, or nothing for the first"),
    ] = None


class DocumentQuery(Paging, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which documents are wanted."""

    external_id: Annotated[
        Labels,
        Meta(description="the sender's own id, to the letter; of any of its texts"),
    ] = ()
    url: Annotated[
        Labels, Meta(description="where it was published, to the letter; of any of the document's texts")
    ] = ()
    publisher: Annotated[
        Names, Meta(description="who published it; case and diacritics make no difference")
    ] = ()
    published_since: PublishedSince = None
    published_until: PublishedUntil = None
    revisions: Annotated[
        Revisions, Meta(description="`latest` leaves out the texts that a newer one has superseded")
    ] = Revisions.LATEST

    def filters(self) -> DocumentFilters:
        """Give the query to the store in its own words; raises 400 for what is no date."""
        return DocumentFilters(**_asked(self, DocumentFilters))


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
    revisions: Annotated[
        Revisions,
        Meta(
            description="`latest` leaves out what stands in texts that a newer one has superseded; where "
            "a `document` is named, all of its claims are given whatever it is"
        ),
    ] = Revisions.LATEST
    marked: Annotated[
        tuple[MarkKind, ...], Meta(max_length=50, description="that bear an editor's mark of this kind")
    ] = ()
    rejected: Annotated[
        Choice,
        Meta(description="whether claims count that an editor rejected and none confirmed since"),
    ] = "include"
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
    said_until: Annotated[Moment | None, Meta(description="said on a day before")] = None

    def filters(self) -> Filters:
        """Give the query to the store in its own words; raises 400 for what is no date."""
        return Filters(**_asked(self, Filters))


def _asked(query: msgspec.Struct, wanted: type[msgspec.Struct]) -> dict[str, Any]:
    """The fields of a query that the store knows, moments in their usual form; raises 400 for no date."""
    asked = {name: getattr(query, name) for name in wanted.__struct_fields__}
    for name, value in asked.items():
        if name.endswith(("_since", "_until")) and value is not None:
            asked[name] = queried(value)
            if asked[name] is None:
                raise bad_request("query", name, EXPECTED)
    return asked


class TreeQuery(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which part of the tree of topics is wanted."""

    root: Annotated[
        Name | None,
        Meta(description="a topic's id, its label or a word of it; left out: all", examples=["sport"]),
    ] = None
    depth: Annotated[int, Meta(ge=1, le=10, description="how many levels at most", examples=[2])] = 10
    empty: Annotated[
        Literal["include", "exclude"], Meta(description="whether topics count that have no claims")
    ] = "exclude"


class MarkQuery(Paging, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which marks are wanted."""

    claim: Annotated[Name | None, Meta(description="those on the claim of this id")] = None
    kind: Annotated[tuple[MarkKind, ...], Meta(max_length=50, description="those of this kind")] = ()
    editor: Annotated[Name | None, Meta(description="those of this editor, by the very name")] = None
    orphaned: Annotated[
        Choice, Meta(description="whether those count whose claim no stored document has")
    ] = "include"

    def filters(self) -> MarkFilters:
        """Give the query to the store in its own words."""
        return MarkFilters(claim=self.claim, kind=self.kind, editor=self.editor, orphaned=only(self.orphaned))


class DecisionQuery(Paging, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which decisions are wanted."""

    undone: Annotated[Choice, Meta(description="whether those count that are undone")] = "include"


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
        Form,
        Meta(
            description="JSON lines, or a table in RFC 4180's form: `csv` has the text as it is, "
            "`spreadsheet` an apostrophe before what would be taken for a formula, and a byte order mark"
        ),
    ] = Form.NDJSON
