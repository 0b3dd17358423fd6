"""Reading a text without storing it."""

from __future__ import annotations

import msgspec
from litestar import Response, post
from litestar.params import JSONBody

from grammar.claim import Reading
from service.description.operations import Access, encoded, traits
from service.requests.submissions import Submission
from service.routes.parameters import Served


@post(
    "/parse",
    operation_id="parse_text",
    tags=["parse"],
    summary="Read a text and store nothing",
    description="Gives what a document with this text would have: topics, claims, and the sentences not "
    "read. The ids of the claims are those that it would have, `document_id` is empty.",
    response_description="What was read.",
    opt=traits(access=Access.KEYED),
    status_code=200,
)
async def parse_text(data: JSONBody[Submission], backend: Served) -> Response[Reading]:
    """Read a text."""
    return encoded(msgspec.json.encode(await backend.parse(await backend.document(data))))


HANDLERS = [parse_text]
