"""Reading happens elsewhere: it blocks nobody, has a queue and a time limit, and survives its own crashes."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from tests.service.callers import Client


def read(client: Client, text: str) -> httpx.Response:
    return client.post("/v1/parse", json={"text": text})


@pytest.mark.alone
def test_others_are_answered_at_once_and_a_full_queue_says_when_to_come_back(client: Client) -> None:
    with ThreadPoolExecutor(8) as threads:
        waiting = [threads.submit(read, client, f"SLEEP 1\n{number}") for number in range(5)]
        time.sleep(0.3)
        for path in ("/health/live", "/health/ready", "/v1/claims"):
            begun = time.perf_counter()
            assert client.get(path).status_code == 200
            assert time.perf_counter() - begun < 0.5
        answers = [future.result() for future in waiting]
    assert sorted(answer.status_code for answer in answers) == [200, 200, 200, 503, 503]
    for answer in answers:
        if answer.status_code == 503:
            assert int(answer.headers["retry-after"]) > 0
            assert answer.json()["detail"] == "Too many texts wait to be read."


@pytest.mark.alone
def test_a_text_that_takes_too_long_is_given_up(client: Client) -> None:
    begun = time.perf_counter()
    answer = read(client, "SLEEP 60")
    assert (answer.status_code, answer.json()["detail"]) == (503, "The text took too long to read.")
    assert time.perf_counter() - begun < 6
    assert read(client, "Mary Lee said that it rains.").status_code == 200


def test_a_process_that_is_lost_is_replaced(client: Client) -> None:
    answer = read(client, "CRASH")
    assert (answer.status_code, answer.json()["detail"]) == (503, "The process that read the text was lost.")
    assert int(answer.headers["retry-after"]) > 0
    assert read(client, "Mary Lee said that it rains.").status_code == 200


def test_a_fault_of_the_engine_is_told_to_the_log_only(client: Client) -> None:
    answer = read(client, "FAIL")
    assert answer.status_code == 500
    assert "fault" not in answer.json()["detail"] or "engine" not in answer.text
    assert client.get("/v1/documents").json()["items"] == []
