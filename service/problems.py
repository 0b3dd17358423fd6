"""Errors as RFC 9457 problem details: one shape, whatever went wrong and wherever."""

from __future__ import annotations

import logging
import re
from typing import Annotated, Any

import msgspec
from litestar import Request, Response
from litestar.exceptions import HTTPException
from msgspec import Meta

from service.conventions import request_ids
from service.conventions.wording import worded

MEDIA_TYPE = "application/problem+json"

# Hard-coded since Python's own phrases change between its versions.
TITLES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    406: "Not Acceptable",
    408: "Request Timeout",
    409: "Conflict",
    412: "Precondition Failed",
    413: "Content Too Large",
    415: "Unsupported Media Type",
    421: "Misdirected Request",
    429: "Too Many Requests",
    431: "Request Header Fields Too Large",
    500: "Internal Server Error",
    503: "Service Unavailable",
}
MEANINGS = {
    400: "The request is not as described here; `errors` names each place.",
    401: "This needs a key, or the key is not valid; `WWW-Authenticate` says how to bring one.",
    403: "The key does not have the scope that this needs; `detail` names it.",
    404: "There is no such thing.",
    405: "The path exists, but not for this method; `Allow` names those that it has.",
    406: "It is not given in any of the media types in `Accept`.",
    408: "The request's head did not come within ten seconds.",
    409: "It does not go with what is stored; `detail` says why.",
    412: "What is stored is not, or no longer, what `If-Match` names.",
    413: "The text is over 1 MB or the body over 10 MB.",
    415: "The body is of a media type or a `Content-Encoding` that this operation does not take.",
    421: "The service does not have the name in `Host`; the operator sets `allowed_hosts`.",
    429: "Too many requests; `Retry-After` says after how many seconds to go on.",
    431: "The request's head, its first line and headers, is over 64 kB (65,536 bytes).",
    500: "A fault of the service; it is logged under `request_id`.",
    503: "Too many texts wait, one took too long, or the service stops or is too busy; `Retry-After` says "
    "after how many seconds to try again.",
}
PAGE = "/docs/errors"
NO_PATH = "There is no such path; /openapi.json names those that there are, and /docs shows them."
NO_BODY = "A body is wanted, and there is none."
_SLUG = re.compile(r"[^a-z]+")
_log = logging.getLogger(__name__)


class Fault(msgspec.Struct, frozen=True):
    """One place in the request that is wrong."""

    location: Annotated[str, Meta(description="`query`, `path`, `header` or `body`", examples=["query"])]
    field: Annotated[
        str, Meta(description="the parameter's name or the JSON Pointer in the body; may be empty")
    ]
    message: Annotated[str, Meta(description="what is wrong with it", examples=["Expected `integer` <= 500"])]


class Problem(msgspec.Struct, frozen=True):
    """Why a request was not done (RFC 9457)."""

    type: Annotated[
        str,
        Meta(
            description="a stable name of the kind of problem, and the path of what there is to say of it",
            examples=["/docs/errors#bad-request"],
        ),
    ]
    title: Annotated[str, Meta(description="the status in words", examples=["Bad Request"])]
    status: Annotated[int, Meta(ge=400, le=599, description="the HTTP status again")]
    detail: Annotated[str, Meta(description="what happened this time")]
    errors: Annotated[tuple[Fault, ...], Meta(description="each place that is wrong, where there are such")]
    request_id: Annotated[
        str, Meta(description="the request's `X-Request-Id`, under which the service's log tells of it")
    ]


class ProblemError(HTTPException):
    """A problem that the service itself finds."""

    def __init__(
        self, status: int, detail: str, errors: tuple[Fault, ...] = (), headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(detail=detail, status_code=status, headers=headers, extra=list(errors))


def bad_request(location: str, field: str, message: str) -> ProblemError:
    """One thing is wrong with the request."""
    return refused((Fault(location, field, message),))


def refused(faults: tuple[Fault, ...]) -> ProblemError:
    """These places are wrong; `detail` names them all."""
    return ProblemError(400, _told(faults), faults)


def not_found(what: str) -> ProblemError:
    """Nothing is stored under this id."""
    return ProblemError(404, f"There is no such {what}.")


def conflict(detail: str) -> ProblemError:
    """It is well-formed, but does not go with what is stored."""
    return ProblemError(409, detail)


def unavailable(detail: str, seconds: int) -> ProblemError:
    """It may be done, but not now."""
    return ProblemError(503, detail, headers={"Retry-After": str(seconds)})


def kind(status: int) -> str:
    """The stable name of a kind of problem: a reference to its place on the page of problems."""
    return f"{PAGE}#{slug(status)}"


def slug(status: int) -> str:
    """The anchor of a status on the page of problems."""
    return _SLUG.sub("-", TITLES.get(status, "Error").lower())


def problem(status: int, detail: str, errors: tuple[Fault, ...], request_id: str) -> Problem:
    """Tell what is wrong."""
    return Problem(kind(status), TITLES.get(status, "Error"), status, detail, errors, request_id)


def encode(status: int, detail: str, errors: tuple[Fault, ...], request_id: str) -> bytes:
    """A problem as JSON."""
    return msgspec.json.encode(problem(status, detail, errors, request_id))


def on_http_exception(request: Request[Any, Any, Any], error: HTTPException) -> Response[bytes]:
    """Whatever the framework or the service refuses."""
    if error.status_code >= 500 and not isinstance(error, ProblemError):
        return on_exception(request, error)
    found = refusal(error, request_ids.request_id(request.scope))
    return _response(request, found.status, found.detail, found.errors, error.headers)


def refusal(error: HTTPException, request_id: str) -> Problem:
    """What was refused, and where it was wrong."""
    errors = tuple(_fault(item) for item in error.extra) if isinstance(error.extra, list) else ()
    return problem(error.status_code, _plain(error, _told(errors)), errors, request_id)


def on_exception(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    """A fault of ours: told to the log in full and to the caller not at all."""
    # Without the path: what a caller puts there may be anything, and the id leads to it.
    _log.error("fault in request %s", request_ids.request_id(request.scope), exc_info=error)
    return _response(request, 500, "The service has a fault; it is logged.")


def _response(
    request: Request[Any, Any, Any],
    status: int,
    detail: str,
    errors: tuple[Fault, ...] = (),
    headers: dict[str, str] | None = None,
) -> Response[bytes]:
    body = encode(status, detail, errors, request_ids.request_id(request.scope))
    kept = {"Cache-Control": "no-store"} | (headers or {})
    return Response(body, status_code=status, media_type=MEDIA_TYPE, headers=kept)


def _told(faults: tuple[Fault, ...]) -> str:
    return "; ".join(f"{each.field}: {each.message}" if each.field else each.message for each in faults)


def _fault(item: Any) -> Fault:
    if isinstance(item, Fault):
        return item
    field = str(item.get("key", ""))
    if field == "data":  # of a body's faults, the framework itself finds only that there is none
        return Fault("body", "", NO_BODY)
    source = item.get("source", "body")
    return Fault(str(getattr(source, "value", source)), field, worded(str(item.get("message", ""))))


def _plain(error: HTTPException, faults: str) -> str:
    """The framework's own words quote the whole URL; what is wrong with it stands in the faults."""
    if isinstance(error, ProblemError):
        return error.detail
    if error.status_code == 404:
        return NO_PATH
    return faults or MEANINGS.get(error.status_code, error.detail)
