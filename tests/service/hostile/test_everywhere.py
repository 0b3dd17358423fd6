"""Every operation of the description, given what breaks naive services: never a 5xx, always the one shape."""

from __future__ import annotations

import itertools
from typing import Any

import httpx
import msgspec
import pytest

from service.description.document import describe
from service.problems import Problem
from tests.service.callers import Client

OPERATIONS = [
    (method.upper(), path, operation)
    for path, operations in sorted(describe()["paths"].items())
    for method, operation in operations.items()
]
IDS = [f"{method} {path}" for method, path, _ in OPERATIONS]

VALUES = [
    "",
    "%00",
    "a%00b",
    "%FF",
    "%C0%AF",
    "%ED%A0%80",
    "%F0%9F%92%A5",
    "%E2%80%AE",
    "%0D%0ASet-Cookie:%20a=b",
    "9" * 400,
    "-1",
    "1e999",
    "NaN",
    "9223372036854775808",
    "null",
    "[]",
    "{}",
    "true",
    "%27%20OR%201=1--",
    "%22",
    "%22%22%22",
    "*",
    "NEAR(a%20b)",
    "a%20AND",
    "source:%20x",
    "..%2F..%2Fetc%2Fpasswd",
    "%25s%25n",
    "a" * 5000,
    "%20",
    "2024-02-30",
    "0000-00-00",
    "9999-12-31T23:59:59-23:59",
    "0001-01-01T00:00:00%2B23:59",
]
IDENTIFIERS = [
    "%00",
    "%FF",
    "..",
    "%2e%2e",
    "%2e%2e%2fdocs",
    "a%2Fb",
    "a%5Cb",
    "a;b=c",
    "%F0%9F%92%A5",
    "9" * 400,
    "-1",
    "%20",
    "%0A",
    "%27%3B%20DROP%20TABLE%20documents",
    "x?limit=0",
]
BODIES = [
    b"",
    b"null",
    b"{}",
    b"[]",
    b'""',
    b"0",
    b"{",
    b"\xff\xfe",
    b'{"text": "\xff"}',
    b'{"text": "\\ud800"}',
    b'{"text": ' + b"9" * 5000 + b"}",
    b'{"text": 1e999}',
    b"[" * 50_000,
    b'{"a":' * 30_000,
    b'{"\\u0000": 1}',
    b'{"text": null, "html": null}',
    b'{"~/": 1}',
    b'{"text": "a", "html": "b"}',
    b"-" * 100_000,
    "{}".encode("utf-16"),
    b"\x1f\x8b\x08\x00",
]
HEADERS: list[dict[str, Any]] = [
    {"accept": "text/html;q=nonsense,,,;;"},
    {"accept": "a" * 8000},
    {"accept": b"\xff\xfe"},
    {"accept-encoding": "gzip;q=2, ,;"},
    {"accept-encoding": b"\xff"},
    {"if-none-match": '"' * 5000},
    {"if-none-match": b"\xff"},
    {"if-match": "*"},
    {"range": "bytes=0-0,-1"},
    {"authorization": b"\xff\xfe"},
    {"authorization": "Bearer " + "a" * 8000},
    {"authorization": "Bearer"},
    {"cookie": "a=" * 2000},
    {"content-type": "application/json; charset=\xff".encode("latin-1")},
    {"content-type": "multipart/form-data"},
    {"content-type": ";;;"},
    {"content-encoding": "gzip"},
    {"content-encoding": "deflate, br, gzip"},
    {"expect": "100-continue"},
    {"expect": "the unexpected"},
    {"upgrade": "websocket", "connection": "upgrade"},
    {"transfer-encoding": "identity"},
    {"origin": "null", "access-control-request-method": "x"},
    {"x-http-method-override": "DELETE"},
    {"x-request-id": "a" * 8000},
    {"forwarded": "for=" + ";" * 5000},
    {"traceparent": "00-zz-zz-zz"},
]


def check(response: httpx.Response) -> None:
    """No fault of the service, and where it is an error, the one shape."""
    assert response.status_code < 500, response.text
    if response.status_code >= 400:
        assert response.headers["content-type"] == "application/problem+json"
        if response.request.method != "HEAD":
            problem = msgspec.json.decode(response.content, type=Problem)
            assert problem.status == response.status_code
            assert problem.detail


@pytest.mark.parametrize(("method", "path", "operation"), OPERATIONS, ids=IDS)
def test_no_parameter_does_harm(client: Client, method: str, path: str, operation: dict[str, Any]) -> None:
    names = [each["name"] for each in operation.get("parameters", ()) if each["in"] == "query"]
    where = path.replace("{id}", "none")
    for name in [*names, "unknown", "%00", "%FF", ""]:
        for value in VALUES:
            check(client.request(method, f"{where}?{name}={value}"))
    for one, other in itertools.pairwise(names):
        check(client.request(method, f"{where}?{one}=a&{other}=b&{one}=c&{other}=d"))
    check(client.request(method, f"{where}?" + "&".join(f"{name}=a" for name in names * 100)))
    check(client.request(method, f"{where}?" + "&" * 5000))
    check(client.request(method, f"{where}?%"))


@pytest.mark.parametrize(
    ("method", "path"), [(method, path) for method, path, _ in OPERATIONS if "{" in path]
)
def test_no_id_does_harm(client: Client, method: str, path: str) -> None:
    before, _, after = path.partition("{")
    for id in IDENTIFIERS:
        check(client.request(method, before + id + after.partition("}")[2]))


@pytest.mark.parametrize(
    ("method", "path"), [(method, path) for method, path, each in OPERATIONS if "requestBody" in each]
)
@pytest.mark.parametrize("media_type", ["application/json", "application/x-ndjson", "text/plain", ""])
def test_no_body_does_harm(client: Client, method: str, path: str, media_type: str) -> None:
    where = path.replace("{id}", "none")
    for body in BODIES:
        headers = {"content-type": media_type} if media_type else {}
        response = client.request(method, where, content=body, headers=headers)
        check(response)
        if media_type == "application/json":
            assert response.status_code in {400, 404, 413}, body


@pytest.mark.parametrize(("method", "path", "operation"), OPERATIONS, ids=IDS)
def test_no_header_does_harm(client: Client, method: str, path: str, operation: dict[str, Any]) -> None:
    where = path.replace("{id}", "none")
    for headers in HEADERS:
        body = b"{}" if "requestBody" in operation else None
        given = {"content-type": "application/json"} | headers if body else headers
        check(client.request(method, where, content=body, headers=given))


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "X"])
def test_no_path_does_harm(client: Client, method: str) -> None:
    for path in (
        "//",
        "/v1//claims",
        "/v1/claims/",
        "/v1/claims//",
        "/v1/./claims",
        "/V1/claims",
        "/v1/claims%00",
        "/v1/%63laims",
        "/v1/claims;a=b",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/docs/..%2f..%2fsettings.py",
        "/docs/%2e%2e/settings.py",
        "/docs/errors/",
        "/" + "a/" * 3000,
        "/%FF",
        "/*",
        "/metrics/x",
        "/openapi.json/x",
    ):
        check(client.request(method, path))


def test_a_pointer_names_a_field_whatever_is_in_its_name(client: Client) -> None:
    response = client.post("/v1/documents", json={"text": "a", "a/b~c": 1})
    assert response.json()["errors"][0]["field"] == "/a~1b~0c"
