"""Reading a text, or many by the line, without storing them."""

from __future__ import annotations

import msgspec
from litestar import Response, post

from grammar.claim import Reading
from service.backend.parsed import LineReading, Parsed
from service.conventions.operations import Access, encoded, traits
from service.conventions.request_ids import request_id
from service.requests.decoding import StrictRequest
from service.requests.media_types import LINES, NDJSON
from service.requests.submissions import Submission
from service.routes import lines
from service.routes.parameters import Asking, Served


@post(
    "/parse",
    operation_id="parse_text",
    tags=["parse"],
    summary="Read a text, or many by the line, and store nothing",
    description="Gives what a document with this text would have: topics, claims, and the sentences not "
    "read. The ids of the claims are those that it would have, `document_id` is empty.\n\n"
    "Many texts as `application/x-ndjson`, one `Submission` a line, are answered by the line with status "
    "200: each gives a `LineReading`, in order, errors included. Lines are read while they come, and what is "
    "not read of the answer makes them wait; the body may have any length.",
    response_description="What was read.",
    opt=traits(
        access=Access.KEYED, body=Submission, lines=LineReading, produces=("application/json", NDJSON)
    ),
    status_code=200,
)
async def parse_text(request: Asking, backend: Served) -> Response[Reading]:
    """Read a text, or many by the line."""
    assert isinstance(request, StrictRequest), "the app's request class"
    if request.content_type[0] in LINES:
        return await lines.answered(request, Parsed(backend, request_id(request.scope)))
    document = await backend.document(await request.decoded(Submission))
    return encoded(msgspec.json.encode(await backend.parse(document)))


HANDLERS = [parse_text]
