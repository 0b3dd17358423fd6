"""Keys are made once shown, listed without their secrets, and revoked; a running service takes notice."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from tests.cli.conftest import SAID, Call, lines, served, start

TOKEN = re.compile(r"claims_[0-9a-z]{8}_[0-9a-f]{64}\n")


def made(claims: Call, database: Path, name: str = "newsroom", *options: str) -> str:
    result = claims("keys", "add", name, *options, "--database", database)
    assert result.exit_code == 0, result.stderr
    assert TOKEN.fullmatch(result.stdout)
    return result.stdout.strip()


def test_a_key_is_shown_once_and_stored_hashed(claims: Call, database: Path) -> None:
    token = made(claims, database, "newsroom", "--scope", "write")
    listed = claims("keys", "list", "--database", database)
    [key] = lines(listed.stdout)
    assert (key["name"], key["scopes"], key["revoked_at"]) == ("newsroom", ["write"], None)
    secret = token.rpartition("_")[2]
    assert secret not in listed.stdout + listed.stderr
    assert all(secret.encode() not in file.read_bytes() for file in database.parent.iterdir())


def test_a_table_shows_no_secret_either(claims: Call, database: Path) -> None:
    token = made(claims, database)
    shown = claims("keys", "list", "--format", "table", "--database", database).stdout
    assert "newsroom" in shown
    assert token.rpartition("_")[2][:8] not in shown


@pytest.mark.parametrize("by", ["name", "id"])
def test_a_key_is_revoked_by_its_name_or_its_id(claims: Call, database: Path, by: str) -> None:
    token = made(claims, database)
    which = "newsroom" if by == "name" else token.split("_")[1]
    assert claims("keys", "revoke", which, "--database", database).exit_code == 0
    [key] = lines(claims("keys", "list", "--database", database).stdout)
    assert key["revoked_at"]
    again = claims("keys", "revoke", which, "--database", database)
    assert again.exit_code == 1
    assert "there is no key" in again.stderr


def test_a_name_is_free_again_once_its_key_is_revoked(claims: Call, database: Path) -> None:
    made(claims, database)
    result = claims("keys", "add", "newsroom", "--database", database)
    assert result.exit_code == 1
    assert "there is a key 'newsroom' already" in result.stderr
    claims("keys", "revoke", "newsroom", "--database", database)
    made(claims, database)


@pytest.mark.parametrize(
    ("given", "span"),
    [("90d", timedelta(days=90)), ("12h", timedelta(hours=12)), ("5m", timedelta(minutes=5))],
)
def test_a_key_may_expire_some_time_from_now(
    claims: Call, database: Path, given: str, span: timedelta
) -> None:
    made(claims, database, "newsroom", "--expires", given)
    [key] = lines(claims("keys", "list", "--database", database).stdout)
    left = datetime.fromisoformat(key["expires_at"]) - datetime.now(UTC)
    assert abs(left - span) < timedelta(seconds=30)


def test_a_key_may_expire_at_a_moment_told_with_its_offset(claims: Call, database: Path) -> None:
    made(claims, database, "newsroom", "--expires", "2999-01-01T00:00:00+09:00")
    [key] = lines(claims("keys", "list", "--database", database).stdout)
    assert key["expires_at"] == "2998-12-31T15:00:00+00:00"


@pytest.mark.parametrize(
    "given", ["yesterday", "2001-01-01", "0d", "-1d", "90", "9999999d", "9999-12-31T23:59-23:59"]
)
def test_an_expiry_that_makes_no_sense_is_wrong_usage(claims: Call, database: Path, given: str) -> None:
    result = claims("keys", "add", "newsroom", f"--expires={given}", "--database", database)
    assert result.exit_code == 2
    assert given in result.stderr


@pytest.mark.parametrize("name", ["", " ", "a\x1b[31m", "a" * 101])
def test_a_name_must_be_fit_to_be_shown(claims: Call, database: Path, name: str) -> None:
    assert claims("keys", "add", name, "--database", database).exit_code == 2


def test_a_running_service_says_whether_it_is_open_and_notices_keys(claims: Call, database: Path) -> None:
    with served(database) as (_, address):
        body = {"text": SAID}
        assert httpx.post(f"{address}/v1/parse", json=body).status_code == 200
        assert httpx.post(f"{address}/v1/documents", json=body).status_code == 201
        token = made(claims, database, "newsroom", "--scope", "write")
        time.sleep(1.1)
        assert httpx.post(f"{address}/v1/documents", json=body).status_code == 401
        headers = {"authorization": f"Bearer {token}"}
        assert httpx.post(f"{address}/v1/documents", json=body, headers=headers).status_code == 200
        claims("keys", "revoke", "newsroom", "--database", database)
        time.sleep(1.1)
        assert httpx.post(f"{address}/v1/documents", json=body, headers=headers).status_code == 401


def test_the_ready_line_says_loudly_that_there_is_no_key(claims: Call, database: Path) -> None:
    assert "NO KEY has been made: whoever is on this machine may read and write everything" in _ready(
        database
    )
    assert "NOBODY may write" in _ready(database, "0.0.0.0")
    made(claims, database)
    assert "KEY" not in _ready(database)


def test_nothing_secret_gets_into_the_log(claims: Call, database: Path) -> None:
    token = made(claims, database, "newsroom", "--scope", "write")
    secrets = [token, token.rpartition("_")[2], "Hushhush", "claims_abcdefgh_" + "0" * 64]
    with served(database) as (process, address):
        for key in (token, secrets[-1], "Basic SHVzaGh1c2g6SHVzaGh1c2g="):
            headers = {"authorization": f"Bearer {key}", "x-other": "Hushhush", "user-agent": "Hushhush"}
            httpx.post(
                f"{address}/v1/documents", json={"text": "Hushhush said that it rains."}, headers=headers
            )
            httpx.get(f"{address}/v1/claims?q=Hushhush", headers=headers)
            httpx.get(f"{address}/v1/documents/Hushhush", headers=headers)
            httpx.get(f"{address}/Hushhush?key={token}", headers=headers)
            httpx.post(f"{address}/v1/documents", content=b'{"Hushhush"', headers=headers)
        process.terminate()
        assert process.stderr
        log = process.stderr.read().decode()
    assert log.count("\n") >= 5
    assert not [secret for secret in secrets if secret in log]


def _ready(database: Path, host: str = "127.0.0.1") -> str:
    with start("serve", "--port", "0", "--host", host, "--database", database) as process:
        try:
            assert process.stderr
            return process.stderr.readline().decode()
        finally:
            process.kill()
