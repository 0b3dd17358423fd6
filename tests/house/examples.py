"""The examples of the API's description, as the service answers now: ``python -m tests.house.examples``.

Each operation is asked once, of a service with the sample articles and the real engine; what it answers is
written to service/description/examples.json, from where it goes into the description. examples.toml beside
this file says what is asked. What differs from run to run is made the same: moments, ids drawn by lot, the
engine's digests.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
import tomllib
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import quote

import msgspec
from click.testing import CliRunner
from litestar import Litestar
from litestar.testing import TestClient

from fixtures.__main__ import lines
from service.access.keys import Scope
from service.access.keys import make as make_key
from service.app import create_app
from service.cli import cli
from service.description.document import describe
from service.settings import Settings
from tests.house.conftest import ROOT
from tests.service.callers import STRANGER, calling

FILE = ROOT / "service" / "description" / "examples.json"
TABLE = Path(__file__).with_suffix(".toml")
LONGEST = 8_000  # bytes; an example is read by people
REQUEST_ID = "6f1d2a0c6b7e4f6f8f0f3f5f9a0b1c2d"
REFUSED: dict[int, tuple[str, str, dict[str, Any]]] = {
    400: ("GET", "/v1/claims?limit=0", {}),
    401: ("GET", "/v1/claims", {"headers": {"Authorization": "Bearer claims_unknown"}}),
    404: ("GET", "/v1/documents/unknown", {}),
    406: ("GET", "/v1/claims", {"headers": {"Accept": "image/png"}}),
    413: ("POST", "/v1/documents", {"json": {"text": "a" * 1_000_001}}),
    415: ("POST", "/v1/documents", {"content": "text", "headers": {"Content-Type": "text/plain"}}),
    409: (
        "POST",
        "/v1/decisions/merges",
        {"json": {"actor": "Iceland", "into": "Icelend", "editor": "J. R."}},
    ),
    412: ("DELETE", "/v1/documents/b74677dce3d2eb51", {"headers": {"If-Match": '"3f0c9a51d27e"'}}),
    421: ("GET", "/v1/claims", {"headers": {"Host": "elsewhere.example"}}),
}
"""Requests that are refused, by the status: the examples of problems."""

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)?(Z|\+00:00)$")
_THEN = "2024-11-22T17:05:00"
_ENGINE = {"grammar": "3f0c9a51d27e", "lexicon": "b84e6d0f12a9"}
_METHODS = ("get", "put", "post", "patch", "delete")

Asked = dict[str, Any]


def made() -> dict[str, Any]:
    """Ask every operation once; gives request and answer by operation id, and problems by status."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    drawn: Counter[int] = Counter()

    def draw(size: int = 16) -> str:
        drawn[size] += 1
        return hashlib.sha256(f"{size} {drawn[size]}".encode()).hexdigest()[: 2 * size]

    with tempfile.TemporaryDirectory() as folder, patch("secrets.token_hex", draw):
        file = Path(folder) / "claims.db"
        command = ["ingest", "--database", str(file)]
        CliRunner().invoke(cli, command, input=b"".join(lines()), catch_exceptions=False)
        with calling(create_app(Settings(database=file, parsers=1))) as client:
            client.headers["X-Request-Id"] = REQUEST_ID
            return {"operations": _operations(client, table), "problems": _problems(client)}


def _operations(client: TestClient[Litestar], table: dict[str, Asked]) -> dict[str, Any]:
    described = {
        operation["operationId"]: (method, path, operation)
        for path, there in _described()["paths"].items()
        for method, operation in there.items()
        if method in _METHODS
    }
    unknown = set(table) - set(described)
    assert not unknown, f"{TABLE.name} names operations that there are not: {', '.join(unknown)}"
    # Lists before what takes ids from them; what changes something only where the table says so, and when.
    rest = [id for id, (method, _, _) in described.items() if method == "get" and id not in table]
    rest.sort(key=lambda id: described[id][1].count("{"))
    answers: dict[str, Any] = {}
    bodies: dict[str, Any] = {}
    for id in [*table, *rest]:
        method, path, operation = described[id]
        asked = table[id] if id in table else _plain_request(path, operation, described, bodies)
        sent = {"path": {}, "query": {}, **_filled(asked, bodies)}
        response = client.request(method.upper(), _url(path, sent), **_body(sent))
        assert response.status_code < 300, f"{id} with {sent}: {response.status_code} {response.text}"
        assert len(response.content) < LONGEST, f"the example of {id} is long: ask for less in {TABLE.name}"
        bodies[id] = _content(response)
        kind = response.headers.get("content-type", "").partition(";")[0]
        answers[id] = {**sent, "status": response.status_code, "media_type": kind, "answer": bodies[id]}
    settled: dict[str, Any] = _settled(answers)
    return {id: settled[id] for id in described if id in settled}


def _described() -> dict[str, Any]:
    """The description without the examples that there are, which may be out of date or damaged."""
    with patch("service.description.examples.kept", lambda: {"operations": {}, "problems": {}}):
        return describe.__wrapped__()


def _plain_request(path: str, operation: Asked, described: dict[str, Any], bodies: dict[str, Any]) -> Asked:
    """One item of a list; an id is that of the first item of the list that the path goes through."""
    names = {parameter["name"] for parameter in operation.get("parameters", ())}
    asked: Asked = {"query": {"limit": 1}} if "limit" in names else {}
    if "{id}" in path:
        collection = path.partition("/{id}")[0]
        lists = [id for id, (method, other, _) in described.items() if (method, other) == ("get", collection)]
        items = bodies[lists[0]]["items"] if lists else []
        assert items, f"{operation['operationId']} has no example: name a request for it in {TABLE.name}"
        asked["path"] = {"id": items[0]["id"]}
    return asked


def _filled(asked: Any, bodies: dict[str, Any]) -> Any:
    """The request with what it takes from earlier answers."""
    if isinstance(asked, dict):
        return {name: _filled(value, bodies) for name, value in asked.items()}
    if isinstance(asked, list):
        return [_filled(value, bodies) for value in asked]
    if isinstance(asked, str) and (found := re.fullmatch(r"\$(\w+)#((?:/\w+)+)", asked)):
        value = bodies[found[1]]
        for step in found[2].strip("/").split("/"):
            value = value[int(step) if isinstance(value, list) else step]
        return value
    return asked


def _url(path: str, sent: Asked) -> str:
    for name, value in sent["path"].items():
        path = path.replace(f"{{{name}}}", quote(str(value), safe=""))
    pairs = [
        f"{name}={quote(str(each), safe='')}"
        for name, value in sent["query"].items()
        for each in (value if isinstance(value, list) else [value])
    ]
    return f"{path}?{'&'.join(pairs)}" if pairs else path


def _body(sent: Asked) -> dict[str, Any]:
    if "lines" in sent:
        content = b"".join(msgspec.json.encode(line) + b"\n" for line in sent["lines"])
        return {"content": content, "headers": {"Content-Type": "application/x-ndjson"}}
    return {"json": sent["body"]} if "body" in sent else {}


def _content(response: Any) -> Any:
    kind = response.headers.get("content-type", "").partition(";")[0]
    if not response.content:
        return None
    return response.json() if kind.endswith("json") and "nd" not in kind else response.text


def _problems(client: TestClient[Litestar]) -> dict[str, Any]:
    found = {}
    for status, (method, url, sent) in REFUSED.items():
        response = client.request(method, url, **sent)
        assert response.status_code == status, (status, response.text)
        found[str(status)] = response.json()
    return found | _of_strangers(client)


def _of_strangers(client: TestClient[Litestar]) -> dict[str, Any]:
    """What only those meet who have a key, ask too often, or come too late."""
    key, token = make_key()
    client.app.state.backend.store.keys.add(token, "reader", (Scope.READ,), None)
    wanting = client.delete("/v1/documents/b74677dce3d2eb51", headers={"Authorization": f"Bearer {key}"})
    often = client.get("/v1/topics", headers={"X-Test-Address": STRANGER})
    while often.status_code == 200:
        often = client.get("/v1/topics", headers={"X-Test-Address": STRANGER})
    client.app.state.backend.stop()
    late = client.get("/health/ready")
    return {str(each.status_code): each.json() for each in (wanting, often, late)}


def _settled(value: Any, name: str = "") -> Any:
    """The value with everything that differs from run to run made the same."""
    if isinstance(value, dict):
        return {key: _settled(each, f"{name}.{key}") for key, each in value.items()}
    if isinstance(value, list):
        return [_settled(each, name) for each in value]
    if isinstance(value, str):
        if name.endswith(("engine.grammar", "engine.lexicon")):
            return _ENGINE[name.rpartition(".")[2]]
        if (found := _MOMENT.fullmatch(value)) and _is_now(found[1]):
            return f"{_THEN}{found[3]}"
    return value


def _is_now(moment: str) -> bool:
    return abs(datetime.fromisoformat(moment) - datetime.now(UTC).replace(tzinfo=None)) < timedelta(hours=1)


def encoded() -> bytes:
    """The examples as they are committed."""
    return msgspec.json.format(msgspec.json.encode(made()), indent=1) + b"\n"


if __name__ == "__main__":
    FILE.write_bytes(encoded())
