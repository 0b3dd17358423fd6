"""Requests are counted for each caller, whom only a trusted proxy may name."""

from __future__ import annotations

from pathlib import Path

import httpx

from service.settings import Settings
from tests.service.callers import STRANGER, calling, stubbed
from tests.service.serving import serving


def test_rates_are_counted_for_each_caller_and_told(tmp_path: Path) -> None:
    with calling(stubbed(tmp_path, rate_limit=3, rate_seconds=50)) as client:
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
    with calling(stubbed(tmp_path)) as client:
        assert "ratelimit" not in client.get("/v1/claims").headers
        assert "ratelimit" in client.get("/v1/claims", headers={"x-test-address": STRANGER}).headers


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
