"""A document's claims for the web of data: schema.org's Claim and Quotation, and W3C Web Annotations.

Addresses are relative to the service's own root (RFC 3986), as it may be reached under several.
"""

from __future__ import annotations

import re
from typing import Annotated

import msgspec
from msgspec import Meta, field

from grammar.claim import Actor, ActorKind, Claim, Quotation
from service.documents import StoredDocument
from service.responses.passages import extent

SCHEMA = "https://schema.org"
ANNOTATION = "http://www.w3.org/ns/anno.jsonld"
MEDIA_TYPE = "application/ld+json"
ANNOTATION_MEDIA_TYPE = f'{MEDIA_TYPE}; profile="{ANNOTATION}"'

_AROUND = 32
_IRI = re.compile(r"https?://[^\s\x00-\x20<>\"{}|\\^`]+", re.IGNORECASE)
_KINDS = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANIZATION: "Organization",
    ActorKind.MEDIUM: "NewsMediaOrganization",
    ActorKind.COUNTRY: "Country",
    ActorKind.DOCUMENT: "CreativeWork",
}


class Thing(msgspec.Struct, frozen=True, omit_defaults=True):
    """A schema.org thing by name."""

    type: Annotated[str, Meta(description="a schema.org type")] = field(name="@type", default="")
    id: str | None = field(name="@id", default=None)
    name: str | None = None


class Said(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A schema.org `Claim`, and a `Quotation` too where all of it stands in quotation marks."""

    type: list[str] = field(name="@type")
    id: str = field(name="@id")
    identifier: str
    text: str
    position: int
    author: list[Thing] = []
    spokenByCharacter: list[Thing] = []  # noqa: N815 # schema.org's own name
    about: list[Thing] = []
    keywords: list[str] = []
    dateCreated: str | None = None  # noqa: N815 # schema.org's own name
    appearance: Thing | None = None


class Article(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A schema.org `NewsArticle` with the claims in it."""

    context: str = field(name="@context")
    type: str = field(name="@type")
    id: str = field(name="@id")
    identifier: str
    hasPart: list[Said]  # noqa: N815 # schema.org's own name
    url: str | None = None
    headline: str | None = None
    datePublished: str | None = None  # noqa: N815 # schema.org's own name
    inLanguage: str | None = None  # noqa: N815 # schema.org's own name
    publisher: Thing | None = None
    author: Thing | None = None
    keywords: list[str] = []


class Selector(msgspec.Struct, frozen=True, omit_defaults=True):
    """A `TextQuoteSelector` (exact, prefix, suffix) or `TextPositionSelector` (start, end in code points)."""

    type: str
    exact: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    start: int | None = None
    end: int | None = None


class Target(msgspec.Struct, frozen=True):
    """A stretch of a text (`SpecificResource`)."""

    source: str
    selector: list[Selector]
    type: str = "SpecificResource"


class Body(msgspec.Struct, frozen=True, omit_defaults=True):
    """What an annotation says: the claim in a line, and the claim itself."""

    type: str
    purpose: str
    id: str | None = None
    value: str | None = None
    format: str | None = None


class Annotation(msgspec.Struct, frozen=True, kw_only=True):
    """A W3C Web Annotation that says of a stretch of text that it makes a claim."""

    id: str
    type: str
    motivation: str
    created: str
    body: list[Body]
    target: list[Target]


class AnnotationPage(msgspec.Struct, frozen=True, kw_only=True):
    """All annotations of a collection."""

    type: str
    id: str
    startIndex: int  # noqa: N815 # the Web Annotation model's own name
    items: list[Annotation]


class AnnotationCollection(msgspec.Struct, frozen=True, kw_only=True):
    """The Web Annotations of a document."""

    context: str = field(name="@context")
    id: str
    type: str
    label: str
    total: int
    first: AnnotationPage


def article(document: StoredDocument) -> Article:
    """The document as schema.org tells of articles, its claims as parts of it."""
    address = _address(document)
    where = address or f"/v1/documents/{document.id}"
    return Article(
        context=SCHEMA,
        type="NewsArticle",
        id=where,
        identifier=document.id,
        url=address,
        headline=document.title,
        datePublished=document.published_at,
        inLanguage=document.language,
        publisher=Thing("Organization", name=document.publisher) if document.publisher else None,
        author=Thing("Person", name=document.author) if document.author else None,
        keywords=[topic.label for topic in document.topics],
        hasPart=[_said(claim, where) for claim in document.claims],
    )


def _address(document: StoredDocument) -> str | None:
    """The document's url where it is one: senders may write anything, but names in linked data are IRIs."""
    return document.url if document.url and _IRI.fullmatch(document.url) else None


def _said(claim: Claim, where: str) -> Said:
    sources = [_actor(actor) for actor in claim.actors]
    if not sources and claim.source:
        sources = [Thing("Thing", name=claim.source.text)]
    quoted = claim.quotation is Quotation.DIRECT
    return Said(
        type=["Claim", "Quotation"] if quoted else ["Claim"],
        id=f"/v1/claims/{claim.id}",
        identifier=claim.id,
        text=claim.content.text,
        position=claim.position,
        author=sources,
        spokenByCharacter=sources if quoted else [],
        about=[Thing("Thing", f"/v1/actors/{about.actor_id}", about.name) for about in claim.about],
        keywords=[topic.label for topic in claim.topics],
        dateCreated=claim.time.value if claim.time else None,
        appearance=Thing("NewsArticle", where),
    )


def _actor(actor: Actor) -> Thing:
    return Thing(_KINDS.get(actor.kind, "Thing"), f"/v1/actors/{actor.id}", actor.name)


def annotated(document: StoredDocument) -> AnnotationCollection:
    """One annotation a claim, on the stretch from its first word to its last.

    The text as the service keeps it is marked by position and by quotation, the page at the document's url by
    quotation alone, since its markup is not the service's text.
    """
    path = f"/v1/documents/{document.id}"
    items = [_annotation(document, claim) for claim in document.claims]
    return AnnotationCollection(
        context=ANNOTATION,
        id=f"{path}/annotations",
        type="AnnotationCollection",
        label=document.title or document.id,
        total=len(items),
        first=AnnotationPage(type="AnnotationPage", id=f"{path}/annotations#all", startIndex=0, items=items),
    )


def _annotation(document: StoredDocument, claim: Claim) -> Annotation:
    start, end = extent(claim)
    text = document.text or ""
    quote = Selector(
        "TextQuoteSelector", text[start:end], text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    )
    place = Selector("TextPositionSelector", start=start, end=end)
    targets = [Target(f"/v1/documents/{document.id}", [place, quote])]
    if address := _address(document):
        targets.append(Target(address, [quote]))
    who = ", ".join(actor.name for actor in claim.actors) or (
        claim.source.text if claim.source else "not said"
    )
    return Annotation(
        id=f"/v1/documents/{document.id}/annotations#{claim.id}",
        type="Annotation",
        motivation="describing",
        created=document.added_at,
        body=[
            Body(
                "TextualBody",
                "describing",
                value=f"{who}: {claim.act}: {claim.content.text}",
                format="text/plain",
            ),
            Body("Dataset", "linking", id=f"/v1/claims/{claim.id}", format="application/json"),
        ],
        target=targets,
    )
