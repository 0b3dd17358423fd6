"""What goes with a stored text put right: title, date, address, publisher, author, language."""

from __future__ import annotations

from functools import partial

from litestar import Response, patch

from service.backend import Backend
from service.conventions.operations import encoded, traits
from service.documents import Document, StoredDocument
from service.problems import conflict, not_found, unavailable
from service.requests.amendments import MEDIA_TYPES, Amendment, amended, reads_otherwise
from service.requests.decoding import StrictRequest
from service.responses import tags, visibility
from service.routes import conditions
from service.routes.parameters import Asking, Id, Served, Visible
from service.store import AmendingError, Held

_ATTEMPTS = 5


@patch(
    "/documents/{id:str}",
    operation_id="amend_document",
    tags=["documents"],
    summary="Put right what goes with a document's text",
    description="A JSON merge patch (RFC 7396): a field that is left out stays, one that is null goes. The "
    "document keeps its id, its revision and its text. Where the title, the date or the language changes, "
    "the text is read anew, since times are reckoned from the date and topics told by the title too; what is "
    "the same claim keeps its id and its marks. With `If-Match`, only while the document is what its ETag "
    "names: of two who change it at once, the second is told (412).",
    response_description="The document as it is now; `ETag` names it.",
    opt=traits(conflicts=True, body=Amendment, takes=MEDIA_TYPES),
)
async def amend_document(
    request: Asking, id: Id, backend: Served, shown: Visible
) -> Response[StoredDocument]:
    """Amend one document."""
    assert isinstance(request, StrictRequest), "the app's request class"
    amendment = await request.decoded(Amendment)
    condition = conditions.if_match(request, partial(visibility.encoded, shown=shown))
    for _ in range(_ATTEMPTS):
        held = await backend.read(backend.store.held, id)
        if held is None:
            raise not_found("document")
        if condition is not None and not condition(held.stored):
            raise conditions.failed()
        stored = await _amend(backend, held, amended(held.document, amendment))
        if stored is not None:
            body = visibility.encoded(stored, shown)
            return encoded(body, ETag=tags.tag(body).decode())
    raise unavailable("The document is changed by others without a pause.", 1)


async def _amend(backend: Backend, held: Held, document: Document) -> StoredDocument | None:
    """Make the document what it is to be; None where somebody else changed it meanwhile."""
    if document == held.document:
        return held.stored
    reading = await backend.parse(document) if reads_otherwise(held.document, document) else None
    try:
        return await backend.write(backend.store.amend, held, document, reading)
    except AmendingError as error:
        raise conflict(str(error)) from error


HANDLERS = [amend_document]
