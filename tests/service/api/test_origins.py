"""The service answers by its own names, and to pages of other sites only where a setting names these."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.service.callers import Client, calling, stubbed


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A service that goes by names of a domain of its own too."""
    names = ("claims.example", "*.claims.example")
    with calling(stubbed(tmp_path_factory.mktemp("named"), allowed_hosts=names)) as client:
        yield client


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
def test_the_service_answers_by_its_own_names_only(named: Client, host: str, status: int) -> None:
    response = named.get("/v1/claims", headers={"host": host})
    assert response.status_code == status, response.text
    assert named.get("/health/live", headers={"host": host}).status_code in {200, 400}


def test_no_other_site_may_read_unless_a_setting_says_so(client: Client) -> None:
    response = client.get("/v1/claims", headers={"origin": "https://app.example"})
    assert not [name for name in response.headers if name.startswith("access-control")]


@pytest.mark.parametrize(
    ("origins", "told"), [(("https://app.example",), "https://app.example"), (("*",), "*")]
)
def test_a_site_that_a_setting_names_may_read(tmp_path: Path, origins: tuple[str, ...], told: str) -> None:
    with calling(stubbed(tmp_path, cors_origins=origins)) as client:
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
