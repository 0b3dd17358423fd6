"""Topics: the IPTC Media Topics that claims stand under."""

from __future__ import annotations

import msgspec
from litestar import Response, get

from service.conventions.operations import encoded, traits
from service.problems import not_found
from service.responses.links import following
from service.routes.parameters import Asking, Id, Served
from service.routes.queries.decoding import decode
from service.routes.queries.paging import Searching
from service.routes.queries.topics import TreeQuery
from service.store import Found, TopicCount, TopicProfile, TopicTree


@get(
    "/topics",
    operation_id="list_topics",
    tags=["topics"],
    summary="List or search topics",
    description="Those with most claims first; the counts take in narrower topics. Where `q` finds none, "
    "`unknown` tells those like it.",
    response_description="A page of topics.",
    opt=traits(query=Searching),
)
async def list_topics(request: Asking, backend: Served) -> Response[Found[TopicCount]]:
    """Give a page of topics."""
    asked = decode(request, Searching)
    page = await backend.read(backend.store.topics, asked.q, asked.cursor, asked.limit)
    return encoded(msgspec.json.encode(page), 200, **following(request, page.next))


@get(
    "/topics/tree",
    operation_id="get_topic_tree",
    tags=["topics"],
    summary="Get the tree of topics",
    description="Counts of a topic take in those below it; `own` does not.",
    response_description="The topics, below each other.",
    opt=traits(query=TreeQuery),
)
async def get_topic_tree(request: Asking, backend: Served) -> Response[TopicTree]:
    """Give topics below each other."""
    asked = decode(request, TreeQuery)
    found = await backend.read(backend.store.topic_tree, asked.root, asked.depth, asked.empty == "include")
    return encoded(msgspec.json.encode(found))


@get(
    "/topics/{id:str}",
    operation_id="get_topic",
    tags=["topics"],
    summary="Get a topic",
    description="What IPTC means by it, the topics above and right below it with their counts, and who says "
    "most under it. Every Media Topic is there, with or without claims.",
    response_description="The topic.",
)
async def get_topic(id: Id, backend: Served) -> Response[TopicProfile]:
    """Give one topic."""
    found = await backend.read(backend.store.topic, id)
    if found is None:
        raise not_found("topic")
    return encoded(msgspec.json.encode(found))


HANDLERS = [list_topics, get_topic_tree, get_topic]
