"""HEAD is GET without its body; OPTIONS and 405 tell the methods of a path."""

from __future__ import annotations

import pytest

from service.description.document import describe
from tests.service.callers import Client
from tests.service.filing import WARS

PATHS = {path: {method.upper() for method in operations} for path, operations in describe()["paths"].items()}


@pytest.mark.parametrize("path", ["/v1/claims", "/v1/documents", "/openapi.json", "/health/live", "/nowhere"])
def test_head_is_get_without_the_body(client: Client, path: str) -> None:
    client.post("/v1/documents", json={"text": WARS})
    got, headed = client.get(path), client.head(path)
    assert (headed.status_code, headed.content) == (got.status_code, b"")
    for name in set(got.headers) - {"x-request-id", "date"}:
        # The length of the id in a problem is the same, but its bytes are not.
        assert headed.headers[name] == got.headers[name], name


def test_head_of_a_stream_has_its_headers_alone(client: Client) -> None:
    client.post("/v1/documents", json={"text": WARS})
    headed = client.head("/v1/claims/export?format=csv")
    assert (headed.status_code, headed.content) == (200, b"")
    assert headed.headers["content-type"].startswith("text/csv")


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
