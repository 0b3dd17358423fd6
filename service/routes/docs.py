"""The documentation page and the description it is made from. Nothing on the page comes from elsewhere."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from service.openapi import render

_FOLDER = Path(__file__).parent.parent / "docs_page"
_SCRIPTS = frozenset({"scalar.js", "start.js"})
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


@cache
def _file(name: str) -> bytes:
    return (_FOLDER / name).read_bytes()


@cache
def _description(as_json: bool) -> bytes:
    return render(as_json)


@get("/openapi.json", include_in_schema=False, sync_to_thread=True)
def openapi_json() -> Response[bytes]:
    """Describe the API as JSON."""
    return Response(_description(True), media_type="application/vnd.oai.openapi+json")


@get("/openapi.yaml", include_in_schema=False, sync_to_thread=True)
def openapi_yaml() -> Response[bytes]:
    """Describe the API as YAML."""
    return Response(_description(False), media_type="application/vnd.oai.openapi")


@get(["/docs", "/"], include_in_schema=False, sync_to_thread=False)
def page() -> Response[bytes]:
    """Show the description to a reader."""
    headers = {"Content-Security-Policy": _POLICY, "Referrer-Policy": "no-referrer"}
    return Response(_file("index.html"), media_type="text/html", headers=headers)


@get("/docs/{name:str}", include_in_schema=False, sync_to_thread=False)
def script(name: FromPath[str]) -> Response[bytes]:
    """Give the page its scripts."""
    if name not in _SCRIPTS:
        raise NotFoundException
    return Response(_file(name), media_type="text/javascript")


HANDLERS = [openapi_json, openapi_yaml, page, script]
