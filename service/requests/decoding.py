"""Requests read strictly: what is no JSON, no UTF-8 or nested without end is the caller's error, not ours."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from itertools import islice
from typing import Any, TypeVar

import msgspec
from litestar import Request
from litestar.datastructures import State
from msgspec.structs import fields

from service.conventions import operations
from service.conventions.wording import worded
from service.problems import NO_BODY, Fault, ProblemError, bad_request, refused
from service.requests import bodies
from service.requests.media_types import NDJSON

T = TypeVar("T")

_UTF8_MARK = b"\xef\xbb\xbf"  # which RFC 8259 (8.1) lets a reader pass over
_FAULTS = 20  # a megabyte of unknown fields is told as briefly as one
_DRAINED_BYTES = 50_000_000


class StrictRequest(Request[Any, Any, State]):
    """A request whose JSON body is decoded straight into the type that its handler asks for."""

    async def json(self) -> Any:
        """Decode the body into the type of the handler's ``data``; raises as ``decoded`` does."""
        return await self.decoded(self.route_handler.parsed_fn_signature.parameters["data"].annotation)

    async def decoded(self, wanted: type[T]) -> T:
        """Decode the body; raises 415 for another media type or coding, 413 and 400."""
        traits = operations.of(dict(self.route_handler.opt))
        if self.content_type[0] in {*traits.takes, ""} and not await self.body():
            raise bad_request("body", "", NO_BODY)
        if self.content_type[0] not in traits.takes:
            taken = [*traits.takes, NDJSON] if traits.lines else traits.takes
            header = "Accept-Patch" if self.scope["method"] == "PATCH" else "Accept"
            told = {header: ", ".join(taken)}
            raise ProblemError(415, f"The body must be {' or '.join(taken)}.", headers=told)
        return decode(await self.body(), wanted)

    async def body(self) -> bytes:
        """The whole body, decompressed; raises 413 for one over the limit, 415 and 400 as ``pieces`` does."""
        if not isinstance(self._body, bytes):
            limit = self.route_handler.resolve_request_max_body_size()
            taken = bytearray()
            arriving, pieces = self._arriving()
            try:
                async for piece in pieces:
                    taken += piece
                    if limit is not None and len(taken) > limit:
                        await _drain(arriving)
                        raise ProblemError(413, f"The body is over {limit:,} bytes.")
            except bodies.Disconnected as error:
                raise bad_request("body", "", "The request was cut short.") from error
            self._body = bytes(taken)
        return self._body

    async def pieces(self) -> AsyncIterator[bytes]:
        """The body as it arrives, decompressed. Raises 415 for another coding, 400, Disconnected."""
        _, pieces = self._arriving()
        async for piece in pieces:
            yield piece

    def _arriving(self) -> tuple[AsyncIterator[bytes], AsyncIterator[bytes]]:
        """The body as it arrives, and the same decompressed, taken from the first."""
        gzip = bodies.check_coding(self.headers.get("content-encoding", ""))
        arriving = bodies.chunks(self.receive)
        return arriving, bodies.inflated(arriving) if gzip else arriving


async def _drain(pieces: AsyncIterator[bytes]) -> None:
    """Take in what is still coming, as it comes: a client that is cut off while it sends reads no answer."""
    taken = 0
    with suppress(bodies.Disconnected):
        async for piece in pieces:
            taken += len(piece)
            if taken > _DRAINED_BYTES:
                return


def decode(body: bytes, wanted: type[T]) -> T:
    """Decode JSON into a type; raises 400 that points to what is wrong, the first twenty fields."""
    try:
        return _decoded(body, wanted)
    except msgspec.ValidationError as error:
        raise refused(
            tuple(islice(_faults(body, wanted), _FAULTS)) or (_fault(error, "", wanted),)
        ) from error


def _decoded(body: bytes, wanted: type[T]) -> T:
    try:
        return msgspec.json.decode(body.removeprefix(_UTF8_MARK), type=wanted)
    except msgspec.ValidationError:
        raise
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise bad_request("body", "", f"This is not JSON in UTF-8: {error}") from error
    except RecursionError as error:
        raise bad_request("body", "", "This is nested too deeply.") from error


def _faults(body: bytes, wanted: Any) -> Iterator[Fault]:
    """What is wrong in an object, field by field: msgspec tells of the first alone."""
    try:
        given = _decoded(body, object)
    except msgspec.ValidationError:  # a number that no type can hold
        return
    if not (isinstance(given, dict) and isinstance(wanted, type) and issubclass(wanted, msgspec.Struct)):
        return
    known = {field.encode_name: field for field in fields(wanted)}
    for name in given:
        if name not in known:
            yield Fault("body", f"/{_escaped(name[:100])}", f"Unknown field; known are {', '.join(known)}")
    for name, field in known.items():
        try:
            if name in given:
                msgspec.convert(given[name], field.type)
            elif field.required:
                yield Fault("body", f"/{_escaped(name)}", "This field is required")
        except msgspec.ValidationError as error:
            yield _fault(error, f"/{_escaped(name)}", field.type)


def _fault(error: msgspec.ValidationError, within: str, wanted: Any) -> Fault:
    message, _, path = str(error).partition(" - at `")
    return Fault("body", within + _pointer(path.rstrip("`")), worded(message, wanted))


def _pointer(path: str) -> str:
    """Turn msgspec's "$.claims[0]" into the JSON Pointer "/claims/0"."""
    return path.removeprefix("$").replace("[", "/").replace("]", "").replace(".", "/")


def _escaped(name: str) -> str:
    """A name as a part of a JSON Pointer (RFC 6901, section 3)."""
    return name.replace("~", "~0").replace("/", "~1")
