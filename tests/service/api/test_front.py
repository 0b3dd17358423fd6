"""What HTTP asks of every answer: tags, HEAD, OPTIONS, compression, ids, rates, origins, names."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import httpx
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from service.app import create_app
from service.description.document import describe
from service.settings import Settings
from tests.service.callers import STRANGER, calling
from tests.service.serving import serving
from tests.service.stub import StubEngine

Client = TestClient[Litestar]

CACHED = [
    "/v1/claims",
    "/v1/documents",
    "/v1/actors",
    "/v1/topics",
    "/openapi.json",
    "/docs",
    "/docs/scalar.js",
]
PATHS = {path: {method.upper() for method in operations} for path, operations in describe()["paths"].items()}
TEXT = "\n".join(f"Mary Lee said that the war is {day} days old." for day in range(20))


def app(folder: Path, **given: Any) -> Litestar:
    return create_app(Settings(database=folder / "claims.db", parsers=1, **given), StubEngine)


@pytest.mark.parametrize("path", CACHED)
def test_an_answer_that_has_not_changed_is_not_sent_again(client: Client, path: str) -> None:
    first = client.get(path)
    tag = first.headers["etag"]
    assert tag.startswith('"')
    for given in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = client.get(path, headers={"if-none-match": given})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
        assert again.headers["cache-control"] == first.headers["cache-control"]
        assert again.headers["vary"] == first.headers["vary"]
        assert "content-type" not in again.headers
    assert client.get(path, headers={"if-none-match": '"other"'}).status_code == 200


def test_a_tag_changes_with_what_it_names(client: Client) -> None:
    document = client.post("/v1/documents", json={"text": TEXT}).json()
    paths = [*CACHED[:4], f"/v1/documents/{document['id']}", f"/v1/claims/{document['claims'][0]['id']}"]
    tags = {path: client.get(path).headers["etag"] for path in paths}
    assert len(set(tags.values())) == len(paths)
    client.delete(f"/v1/documents/{document['id']}")
    for path in CACHED[:4]:
        assert client.get(path, headers={"if-none-match": tags[path]}).status_code == 200


def test_a_deletion_that_names_another_state_is_not_done(client: Client) -> None:
    path = client.post("/v1/documents", json={"text": TEXT}).headers["location"]
    tag = client.get(path, headers={"accept-encoding": "identity"}).headers["etag"]
    for stale in ('"stale"', f"W/{tag}", '"a", "b"', "no tag"):
        refused = client.delete(path, headers={"if-match": stale})
        assert (refused.status_code, refused.json()["type"]) == (412, "/docs/errors#precondition-failed")
    assert client.get(path).headers["etag"].strip('"').partition("-")[0] == tag.strip('"')
    assert client.delete(path, headers={"if-match": f'"other", {tag}'}).status_code == 204
    assert client.delete(path, headers={"if-match": tag}).status_code == 404


def test_the_tag_of_the_compressed_form_and_the_star_are_conditions_too(client: Client) -> None:
    for compressed in (True, False):
        path = client.post("/v1/documents", json={"text": TEXT}).headers["location"]
        tag = client.get(path, headers={"accept-encoding": "gzip"}).headers["etag"]
        assert tag.endswith('-gzip"')
        assert client.delete(path, headers={"if-match": tag if compressed else "*"}).status_code == 204


@pytest.mark.parametrize("path", ["/v1/claims", "/v1/documents", "/openapi.json", "/health/live", "/nowhere"])
def test_head_is_get_without_the_body(client: Client, path: str) -> None:
    client.post("/v1/documents", json={"text": TEXT})
    got, headed = client.get(path), client.head(path)
    assert (headed.status_code, headed.content) == (got.status_code, b"")
    for name in set(got.headers) - {"x-request-id", "date"}:
        # The length of the id in a problem is the same, but its bytes are not.
        assert headed.headers[name] == got.headers[name], name


def test_head_answers_304_as_get_does(client: Client) -> None:
    tag = client.get("/v1/claims").headers["etag"]
    assert client.head("/v1/claims", headers={"if-none-match": tag}).status_code == 304


def test_head_is_refused_where_there_is_no_get(client: Client) -> None:
    response = client.head("/v1/parse")
    assert response.status_code == 405
    assert response.headers["allow"] == "OPTIONS, POST"


@pytest.mark.parametrize(("path", "methods"), PATHS.items())
def test_options_and_405_name_the_methods_of_a_path(client: Client, path: str, methods: set[str]) -> None:
    expected = methods | {"OPTIONS"} | ({"HEAD"} if "GET" in methods else set())
    options = client.options(path.replace("{id}", "none"))
    refused = client.request("PROPFIND", path.replace("{id}", "none"))
    assert (options.status_code, refused.status_code) == (204, 405)
    for response in (options, refused):
        assert set(response.headers["allow"].split(", ")) == expected


def test_options_of_an_unknown_path_is_404(client: Client) -> None:
    assert client.options("/v1/nowhere").status_code == 404


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip", "gzip"),
        ("br, gzip;q=0.5", "gzip"),
        ("*", "gzip"),
        ("GZIP", "gzip"),
        ("gzip;q=0", None),
        ("gzip; q=0.000", None),
        ("*;q=0", None),
        ("gzip;q=0, *", None),
        ("identity", None),
        ("br", None),
        ("", None),
        ("agzipb", None),
    ],
)
def test_an_answer_is_compressed_for_who_accepts_it(
    client: Client, accepted: str, coding: str | None
) -> None:
    client.post("/v1/documents", json={"text": TEXT})
    plain = client.get("/v1/claims", headers={"accept-encoding": "identity"})
    response = client.get("/v1/claims", headers={"accept-encoding": accepted})
    assert response.headers.get("content-encoding") == coding
    assert response.json() == plain.json()
    assert "Accept-Encoding" in response.headers["vary"]
    assert (response.headers["etag"] == plain.headers["etag"]) == (coding is None)


def test_the_same_answer_is_compressed_to_the_same_bytes(client: Client) -> None:
    client.post("/v1/documents", json={"text": TEXT})
    headers = {"accept-encoding": "gzip"}
    with client.stream("GET", "/v1/claims", headers=headers) as one:
        first = b"".join(one.iter_raw())
    with client.stream("GET", "/v1/claims", headers=headers) as other:
        second = b"".join(other.iter_raw())
    assert first == second
    assert len(first) == int(one.headers["content-length"]) < len(gzip.decompress(first))
    assert (
        client.get("/v1/claims", headers=headers | {"if-none-match": one.headers["etag"]}).status_code == 304
    )


def test_a_small_answer_is_left_as_it_is(client: Client) -> None:
    assert "content-encoding" not in client.get("/v1/claims", headers={"accept-encoding": "gzip"}).headers


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("abc-123._=+/", True),
        ("a" * 128, True),
        ("a" * 129, False),
        ("", False),
        ("a b", False),
        ("a\tb", False),
        ("{jndi:x}", False),
        ("é", False),
    ],
)
def test_a_request_id_is_kept_where_it_is_harmless(client: Client, given: str, kept: bool) -> None:
    headers = {"x-request-id": given.encode()}
    found = client.get("/v1/claims", headers=headers)  # type: ignore[arg-type] # bytes, as on the wire
    response = client.get("/nowhere", headers=headers)  # type: ignore[arg-type] # as above
    for answer in (found, response):
        assert (answer.headers["x-request-id"] == given) is kept
        assert len(answer.headers.get_list("x-request-id")) == 1
    assert response.json()["request_id"] == response.headers["x-request-id"]


@pytest.mark.parametrize("path", ["/v1/claims", "/docs", "/nowhere", "/health/live"])
def test_every_answer_has_its_safety_headers(client: Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_no_cache_keeps_errors_and_answers_to_writing(client: Client) -> None:
    for response in (client.get("/nowhere"), client.post("/v1/documents", json={"text": "a"})):
        assert response.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("accepted", "status"),
    [
        ("application/json", 200),
        ("*/*", 200),
        ("application/*;q=0.1", 200),
        ("text/html, application/json;q=0.5", 200),
        ("APPLICATION/JSON", 200),
        ("nonsense", 200),
        ("", 200),
        ("text/html", 406),
        ("application/json;q=0", 406),
        ("application/json;q=0, */*", 406),
        ("image/*", 406),
    ],
)
def test_what_is_not_accepted_is_not_given(client: Client, accepted: str, status: int) -> None:
    assert client.get("/v1/claims", headers={"accept": accepted}).status_code == status


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("LOCALHOST:8000", 200),
        ("localhost.", 200),
        ("127.0.0.1:1", 200),
        ("127.9.9.9", 200),
        ("[::1]:8000", 200),
        ("claims.example", 200),
        ("a.claims.example:443", 200),
        ("claims.example.evil.example", 421),
        ("evil.example", 421),
        ("localhost.evil.example", 421),
        ("192.0.2.1", 421),
        ("127.0.0.1.evil.example", 421),
        ("[::1", 400),
        ("a b", 400),
        ("localhost:port", 400),
        ("localhost:8000/", 400),
        ("user@localhost", 400),
        ("", 400),
    ],
)
def test_the_service_answers_by_its_own_names_only(tmp_path: Path, host: str, status: int) -> None:
    with calling(app(tmp_path, allowed_hosts=("claims.example", "*.claims.example"))) as client:
        response = client.get("/v1/claims", headers={"host": host})
        assert response.status_code == status, response.text
        assert client.get("/health/live", headers={"host": host}).status_code in {200, 400}


def test_rates_are_counted_for_each_caller_and_told(tmp_path: Path) -> None:
    with calling(app(tmp_path, rate_limit=3, rate_seconds=50)) as client:
        for left in (2, 1, 0):
            response = client.get("/v1/claims")
            assert response.status_code == 200
            assert response.headers["ratelimit-policy"] == '"default";q=3;w=50'
            assert response.headers["ratelimit"].startswith(f'"default";r={left};t=')
        refused = client.get("/nowhere")
        assert refused.status_code == 429
        assert 0 < int(refused.headers["retry-after"]) <= 50
        assert refused.headers["ratelimit"].startswith('"default";r=0;t=')
        assert refused.json()["type"] == "/docs/errors#too-many-requests"
        assert client.get("/health/live").status_code == 200
        assert client.options("/v1/claims").status_code == 204
        for stranger, status in (("2001:db8::1", 200), ("2001:db8::2", 200), (STRANGER, 200)):
            assert client.get("/v1/claims", headers={"x-test-address": stranger}).status_code == status
        third, fourth = (client.get("/v1/claims", headers={"x-test-address": "2001:db8::3"}) for _ in "ab")
        assert (third.status_code, fourth.status_code) == (200, 429), (
            "the addresses of one /64 are one caller"
        )


def test_without_a_setting_the_machine_itself_is_not_counted(tmp_path: Path) -> None:
    with calling(app(tmp_path)) as client:
        assert "ratelimit" not in client.get("/v1/claims").headers
        assert "ratelimit" in client.get("/v1/claims", headers={"x-test-address": STRANGER}).headers


def test_no_other_site_may_read_unless_a_setting_says_so(client: Client) -> None:
    response = client.get("/v1/claims", headers={"origin": "https://app.example"})
    assert not [name for name in response.headers if name.startswith("access-control")]


@pytest.mark.parametrize(
    ("origins", "told"), [(("https://app.example",), "https://app.example"), (("*",), "*")]
)
def test_a_site_that_a_setting_names_may_read(tmp_path: Path, origins: tuple[str, ...], told: str) -> None:
    with calling(app(tmp_path, cors_origins=origins)) as client:
        headers = {"origin": "https://app.example"}
        for path in ("/v1/claims", "/nowhere"):
            response = client.get(path, headers=headers)
            assert response.headers["access-control-allow-origin"] == told
            assert "ETag" in response.headers["access-control-expose-headers"]
            assert "Origin" in response.headers["vary"]
        asked = headers | {
            "access-control-request-method": "POST",
            "access-control-request-headers": "authorization, content-type",
        }
        preflight = client.options("/v1/documents", headers=asked)
        assert preflight.status_code == 204
        assert "POST" in preflight.headers["access-control-allow-methods"]
        assert "Authorization" in preflight.headers["access-control-allow-headers"]
        other = client.get("/v1/claims", headers={"origin": "https://evil.example"})
        assert ("access-control-allow-origin" in other.headers) == (told == "*")


def test_the_type_of_every_problem_leads_to_its_place_on_a_page(client: Client) -> None:
    path, _, anchor = client.get("/nowhere").json()["type"].partition("#")
    page = client.get(path)
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    assert f"<h2 id={anchor}>" in page.text


def test_a_stream_is_compressed_and_has_no_tag(client: Client) -> None:
    client.post("/v1/documents", json={"text": TEXT})
    plain = client.get("/v1/claims/export", headers={"accept-encoding": "identity"})
    packed = client.get("/v1/claims/export", headers={"accept-encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "etag" not in packed.headers
    assert packed.text == plain.text
    assert plain.text.count("\n") == 20


def test_head_of_a_stream_has_its_headers_alone(client: Client) -> None:
    client.post("/v1/documents", json={"text": TEXT})
    headed = client.head("/v1/claims/export?format=csv")
    assert (headed.status_code, headed.content) == (200, b"")
    assert headed.headers["content-type"].startswith("text/csv")


def test_a_trusted_proxy_names_the_caller_who_is_not_local_for_that(tmp_path: Path) -> None:
    settings = Settings(
        database=tmp_path / "claims.db", parsers=1, rate_limit=2, trusted_proxies=("127.0.0.1",)
    )
    with serving(settings) as address:
        for caller, statuses in (("192.0.2.1", [200, 200, 429]), ("127.0.0.1", [200, 200, 429])):
            headers = {"x-forwarded-for": caller}
            assert [httpx.get(f"{address}/v1/claims", headers=headers).status_code for _ in "abc"] == statuses
        headers = {"x-forwarded-for": "127.0.0.9"}
        assert httpx.post(f"{address}/v1/documents", json={"text": "a"}, headers=headers).status_code == 401


def test_who_is_not_trusted_names_nobody(tmp_path: Path) -> None:
    with serving(Settings(database=tmp_path / "claims.db", parsers=1, rate_limit=2)) as address:
        statuses = [
            httpx.get(f"{address}/v1/claims", headers={"x-forwarded-for": f"192.0.2.{number}"}).status_code
            for number in range(3)
        ]
    assert statuses == [200, 200, 429]
