"""Who may do what: keys with scopes, and the machine itself while there is no key."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from service.access import keys
from service.access.keys import Key, Scope
from service.app import create_app
from service.description.document import describe
from service.front.keyring import REMEMBERED_SECONDS
from service.settings import Settings
from service.store import Store
from tests.service.callers import STRANGER, Client, calling
from tests.service.stub import StubEngine

DOCUMENT = {"text": "Mary Lee said that it rains."}
OPERATIONS = sorted(
    (method.upper(), path.replace("{id}", "none"), operation.get("x-scope", ""))
    for path, operations in describe()["paths"].items()
    for method, operation in operations.items()
)


def settings(folder: Path, **given: Any) -> Settings:
    return Settings(database=folder / "claims.db", parsers=1, rate_limit=0, **given)


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    """A service on loopback without keys."""
    with calling(create_app(settings(tmp_path), StubEngine)) as opened:
        yield opened


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """The same, for callers who may not write."""
    with calling(create_app(settings(tmp_path_factory.mktemp("untouched")), StubEngine)) as opened:
        yield opened


@pytest.fixture(scope="module")
def keyed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Client, dict[str, str]]]:
    """A service with a key of each scope, whose reads are not public."""
    given = settings(tmp_path_factory.mktemp("access"), public_reads=False)
    tokens = {scope: add(given.database, scope) for scope in Scope}
    with calling(create_app(given, StubEngine)) as opened:
        yield opened, {str(scope): token for scope, token in tokens.items()}


def add(database: Path, *scopes: Scope, name: str = "", expires_at: str | None = None) -> str:
    clear, token = keys.make()
    with Store.open(database) as store:
        store.keys.add(token, name or token.id, scopes, expires_at)
    return clear


def bearer(token: str) -> dict[str, str]:
    return {"authorization": f"Bearer {token}"}


def test_without_any_key_the_machine_itself_may_write(client: Client) -> None:
    assert client.post("/v1/documents", json=DOCUMENT).status_code == 201


@pytest.mark.parametrize(
    "headers",
    [
        {"x-test-address": STRANGER},
        {"x-test-address": "::ffff:203.0.113.7"},
        {"forwarded": "for=127.0.0.1"},
        {"x-forwarded-for": "127.0.0.1"},
        {"x-forwarded-host": "localhost"},
        {"x-forwarded-anything": ""},
        {"via": "1.1 proxy"},
        {"x-real-ip": "127.0.0.1"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"authorization": "Bearer claims_abcdefgh_" + "0" * 64},
        {"authorization": "Basic dXNlcjpwYXNz"},
        {"authorization": ""},
    ],
)
def test_nobody_else_may_write_or_have_texts_read(untouched: Client, headers: dict[str, str]) -> None:
    for method, path in (("POST", "/v1/documents"), ("POST", "/v1/parse"), ("DELETE", "/v1/documents/none")):
        body = {"json": DOCUMENT} if method == "POST" else {}
        response = untouched.request(method, path, headers=headers, **body)  # type: ignore[arg-type] # any of them
        assert response.status_code == 401, response.text
        assert response.headers["www-authenticate"].startswith('Bearer realm="claims"')
    assert untouched.get("/v1/documents").json()["items"] == []


def test_a_page_that_the_service_serves_itself_may_write(client: Client) -> None:
    headers = {"origin": "http://127.0.0.1:8000"}
    assert client.post("/v1/documents", json=DOCUMENT, headers=headers).status_code == 201


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.org"])
def test_bound_to_more_than_loopback_nobody_may_write_without_a_key(tmp_path: Path, host: str) -> None:
    with calling(create_app(settings(tmp_path, host=host), StubEngine)) as client:
        assert client.post("/v1/documents", json=DOCUMENT).status_code == 401
        assert client.get("/v1/documents").status_code == 200


def test_once_there_is_a_key_the_machine_itself_needs_one_to_write(client: Client, tmp_path: Path) -> None:
    assert client.post("/v1/documents", json=DOCUMENT).status_code == 201
    token = add(tmp_path / "claims.db", Scope.WRITE, name="first")
    time.sleep(REMEMBERED_SECONDS)
    assert client.post("/v1/documents", json=DOCUMENT).status_code == 401
    assert client.post("/v1/documents", json=DOCUMENT, headers=bearer(token)).status_code == 200
    with Store.open(tmp_path / "claims.db") as store:
        store.keys.revoke("first")
    time.sleep(REMEMBERED_SECONDS)
    assert client.post("/v1/documents", json=DOCUMENT, headers=bearer(token)).status_code == 401
    assert client.post("/v1/documents", json=DOCUMENT).status_code == 401, "revoking must not open it again"


def test_a_key_is_valid_until_it_expires(client: Client, tmp_path: Path) -> None:
    now = datetime.now(UTC)
    past = add(tmp_path / "claims.db", Scope.WRITE, expires_at=(now - timedelta(seconds=1)).isoformat())
    future = add(tmp_path / "claims.db", Scope.WRITE, expires_at=(now + timedelta(hours=1)).isoformat())
    assert client.get("/v1/claims", headers=bearer(past)).status_code == 401
    assert client.get("/v1/claims", headers=bearer(future)).status_code == 200


@pytest.mark.parametrize("form", ["Bearer {}", "bearer {}", "BEARER   {}"])
def test_the_name_of_the_scheme_may_be_in_any_case(keyed: Any, form: str) -> None:
    client, tokens = keyed
    headers = {"authorization": form.format(tokens["read"])}
    assert client.get("/v1/claims", headers=headers).status_code == 200


@pytest.mark.parametrize(
    "spoil",
    [
        lambda token: token[:-1],
        lambda token: token + "0",
        lambda token: token[:-1] + ("0" if token[-1] != "0" else "1"),
        lambda token: token.upper(),
        lambda token: token.replace("claims_", ""),
        lambda token: f"{token} {token}",
        lambda token: "",
    ],
)
def test_a_key_that_is_not_right_to_the_last_character_is_none(keyed: Any, spoil: Any) -> None:
    client, tokens = keyed
    response = client.get("/v1/claims", headers=bearer(spoil(tokens["read"])))
    assert response.status_code == 401
    assert 'error="invalid_token"' in response.headers["www-authenticate"]


def test_two_keys_at_once_are_none(keyed: Any) -> None:
    client, tokens = keyed
    headers = [("authorization", f"Bearer {tokens['read']}")] * 2
    assert client.get("/v1/claims", headers=headers).status_code == 401


@pytest.mark.parametrize(("method", "path", "needed"), OPERATIONS)
def test_every_operation_asks_for_what_its_description_says(
    keyed: Any, method: str, path: str, needed: str
) -> None:
    client, tokens = keyed
    statuses = {
        scope: client.request(method, path, headers=bearer(token)).status_code
        for scope, token in tokens.items()
    }
    stranger = client.request(method, path, headers={"x-test-address": STRANGER}).status_code
    if not needed:
        assert stranger == 200
        return
    assert stranger == 401
    order = ["read", "write", "admin"]
    for scope, status in statuses.items():
        assert (status == 403) == (order.index(scope) < order.index(needed)), (scope, status)
        assert status != 401


def test_a_missing_scope_is_named(keyed: Any) -> None:
    client, tokens = keyed
    response = client.delete("/v1/documents/none", headers=bearer(tokens["read"]))
    assert response.status_code == 403
    assert 'scope="write"' in response.headers["www-authenticate"]


def test_a_store_keeps_no_token(tmp_path: Path) -> None:
    clear, token = keys.make()
    with Store.open(tmp_path / "claims.db") as store:
        key = store.keys.add(token, "me", (Scope.READ,), None)
        assert store.keys.find(token) == key
    secret = clear.rpartition("_")[2].encode()
    assert all(secret not in file.read_bytes() for file in tmp_path.iterdir())


@pytest.mark.parametrize(
    ("scopes", "allowed"),
    [
        ((Scope.READ,), {Scope.READ}),
        ((Scope.WRITE,), {Scope.READ, Scope.WRITE}),
        ((Scope.READ, Scope.ADMIN), {Scope.READ, Scope.WRITE, Scope.ADMIN}),
    ],
)
def test_a_scope_includes_those_before_it(scopes: tuple[Scope, ...], allowed: set[Scope]) -> None:
    key = Key(id="a", name="a", scopes=scopes, created_at="")
    assert {scope for scope in Scope if key.allows(scope)} == allowed
