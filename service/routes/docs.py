"""The documentation page and the description it is made from. Nothing on the page comes from elsewhere."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from pathlib import Path

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from service.conventions.operations import Access, traits
from service.description.openapi import render
from service.problems import MEANINGS, TITLES, slug

_FOLDER = Path(__file__).parent.parent / "docs_page"
_CODE = re.compile("`([^`]+)`")
_SCRIPTS = frozenset({"scalar.js", "start.js"})
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
# Everybody may read it, and as what it is: who clicks on a link to it accepts what a browser accepts.
_OPEN = traits(access=Access.OPEN, produces=())


@cache
def _file(name: str) -> bytes:
    return (_FOLDER / name).read_bytes()


@cache
def _description(as_json: bool) -> bytes:
    return render(as_json=as_json)


@get("/openapi.json", include_in_schema=False, sync_to_thread=True, opt=_OPEN)
def openapi_json() -> Response[bytes]:
    """Describe the API as JSON."""
    return Response(_description(True), media_type="application/vnd.oai.openapi+json")


@get("/openapi.yaml", include_in_schema=False, sync_to_thread=True, opt=_OPEN)
def openapi_yaml() -> Response[bytes]:
    """Describe the API as YAML."""
    return Response(_description(False), media_type="application/vnd.oai.openapi")


@get(["/docs", "/"], include_in_schema=False, sync_to_thread=False, opt=_OPEN)
def page() -> Response[bytes]:
    """Show the description to a reader."""
    headers = {"Content-Security-Policy": _POLICY, "Referrer-Policy": "no-referrer"}
    return Response(_file("index.html"), media_type="text/html", headers=headers)


@get("/docs/errors", include_in_schema=False, sync_to_thread=False, opt=_OPEN)
def errors() -> Response[bytes]:
    """Tell what each kind of problem means: where the `type` of a problem leads."""
    headers = {"Content-Security-Policy": _POLICY, "Referrer-Policy": "no-referrer"}
    return Response(_problems(), media_type="text/html", headers=headers)


@cache
def _problems() -> bytes:
    entries = "".join(
        f"<h2 id={slug(status)}>{status} {escape(TITLES[status])}</h2><p>{_marked(meaning)}</p>\n"
        for status, meaning in MEANINGS.items()
    )
    return (
        "<!doctype html><html lang=en><meta charset=utf-8><title>Errors of the Claims API</title>"
        "<style>body{max-width:40rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 sans-serif}"
        ":target{background:#fff3b0}</style>"
        "<h1>Errors</h1><p>Every error is a problem of RFC 9457; its <code>type</code> leads here. "
        "<a href=/docs>All operations</a></p>\n"
        f"{entries}</html>\n"
    ).encode()


def _marked(text: str) -> str:
    return _CODE.sub(r"<code>\1</code>", escape(text))


@get("/docs/{name:str}", include_in_schema=False, sync_to_thread=False, opt=_OPEN)
def script(name: FromPath[str]) -> Response[bytes]:
    """Give the page its scripts."""
    if name not in _SCRIPTS:
        raise NotFoundException
    return Response(_file(name), media_type="text/javascript")


HANDLERS = [openapi_json, openapi_yaml, page, errors, script]
