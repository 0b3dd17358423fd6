"""What Prometheus is told is what happened."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from service.app import create_app
from service.settings import Settings
from tests.service.callers import Client, calling
from tests.service.stub import StubEngine

Samples = dict[tuple[str, tuple[tuple[str, str], ...]], float]


def scrape(client: Client) -> Samples:
    response = client.get("/metrics")
    assert response.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(response.text)
        for sample in family.samples
    }


def requests(samples: Samples, method: str, path: str, status: int) -> float:
    labels = (("method", method), ("path", path), ("status", str(status)))
    return samples.get(("claims_api_http_requests_total", labels), 0)


def test_requests_are_counted_by_template_and_status(client: Client) -> None:
    asked = [
        ("GET", "/v1/claims", "/v1/claims", 200),
        ("GET", "/v1/claims?limit=0", "/v1/claims", 400),
        ("GET", "/v1/documents/a", "/v1/documents/{id}", 404),
        ("GET", "/v1/documents/b", "/v1/documents/{id}", 404),
        ("GET", "/nowhere", "unmatched", 404),
        ("PUT", "/v1/claims", "unmatched", 405),
        ("BREW", "/v1/claims", "unmatched", 405),
    ]
    before = scrape(client)
    for method, url, _, _ in asked:
        client.request(method, url)
    after = scrape(client)
    for method, _, template, status in asked:
        times = sum(other[0] == method and other[2:] == (template, status) for other in asked)
        label = "other" if method == "BREW" else method
        grown = requests(after, label, template, status) - requests(before, label, template, status)
        assert grown == times, (method, template, status)
    assert not [name for name, labels in after if ("method", "BREW") in labels]
    took = ("claims_api_http_request_seconds_count", (("method", "GET"), ("path", "/v1/claims")))
    assert after[took] - before.get(took, 0) == 2


def test_what_is_stored_is_told_by_the_store(client: Client) -> None:
    nothing = scrape(client)
    text = "Mary Lee said that it was over.\nRussia denied that Ukraine won.\nUnread said."
    client.post("/v1/documents", json={"text": text})
    stored = scrape(client)
    for name, value in (("documents", 1), ("claims", 2), ("unread_sentences", 1)):
        assert nothing[f"claims_api_{name}", ()] == 0
        assert stored[f"claims_api_{name}", ()] == value
    assert stored["claims_api_store_bytes", ()] > 4096


@pytest.mark.alone
def test_the_time_of_parsing_is_that_of_the_engine(client: Client) -> None:
    before = scrape(client)
    client.post("/v1/parse", json={"text": "SLEEP 1"})
    after = scrape(client)
    texts, seconds = (
        after[f"claims_api_parse_seconds_{part}", ()] - before[f"claims_api_parse_seconds_{part}", ()]
        for part in ("count", "sum")
    )
    assert texts == 1
    assert 1 <= seconds < 1.5


def test_texts_that_wait_are_told_while_they_wait(client: Client) -> None:
    with ThreadPoolExecutor(2) as threads:
        slow = [threads.submit(client.post, "/v1/parse", json={"text": "SLEEP 1"}) for _ in range(2)]
        seen = set()
        while not all(each.done() for each in slow):
            seen.add(scrape(client)["claims_api_parse_queue", ()])
    assert seen == {0, 1}
    assert scrape(client)["claims_api_parse_queue", ()] == 0


def test_metrics_can_be_left_out(tmp_path: Path) -> None:
    settings = Settings(database=tmp_path / "claims.db", parsers=1, metrics=False)
    with calling(create_app(settings, StubEngine)) as client:
        assert client.get("/metrics").status_code == 404
