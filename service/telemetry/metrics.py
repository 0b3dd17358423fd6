"""What Prometheus is told, of HTTP and of the domain.

Counters, histograms and what is under way are counted by each worker; with several, they are kept in files
that all of them read (prometheus_client's multiprocess mode, on where ``PROMETHEUS_MULTIPROC_DIR`` is set
before this module is loaded), so that any worker tells of all. What is stored is asked of the store at each
scrape, which is right whoever wrote it and however long ago.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead
from prometheus_client.registry import Collector

from service.store import Totals

__all__ = ["FOLDER", "ended", "exposition", "parsed", "queued", "started"]

disable_created_metrics()  # type: ignore[no-untyped-call] # untyped there

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
_REGISTRY = CollectorRegistry()
_QUICK = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})

_requests = Counter(
    "claims_api_http_requests",
    "Requests answered, by the path's template; status 499 where the client went away first.",
    ("method", "path", "status"),
    registry=_REGISTRY,
)
_seconds = Histogram(
    "claims_api_http_request_seconds",
    "Seconds from a request's arrival to the end of its answer.",
    ("method", "path"),
    buckets=_QUICK,
    registry=_REGISTRY,
)
_running = Gauge(
    "claims_api_http_requests_running",
    "Requests that are being answered.",
    registry=_REGISTRY,
    multiprocess_mode="livesum",
)
_parsed = Histogram(
    "claims_api_parse_seconds",
    "Seconds that the engine took for a text, without the wait for a parser.",
    buckets=_QUICK,
    registry=_REGISTRY,
)
_queue = Gauge(
    "claims_api_parse_queue",
    "Texts that wait for a parser.",
    registry=_REGISTRY,
    multiprocess_mode="livesum",
)


def started() -> None:
    """A request came."""
    _running.inc()


def ended(method: str, path: str, status: int, seconds: float) -> None:
    """It was answered. ``path`` is a template, so that there are only so many."""
    _running.dec()
    count, times = _kept(method if method in _METHODS else "other", path, status)
    count.inc()
    times.observe(seconds)


@cache
def _kept(method: str, path: str, status: int) -> tuple[Counter, Histogram]:
    """What belongs to these labels: looking it up each time would take as long as counting."""
    return _requests.labels(method, path, status), _seconds.labels(method, path)


def queued(waiting: int) -> None:
    """So many texts wait in this worker."""
    _queue.set(waiting)


def parsed(seconds: float) -> None:
    """The engine has read a text."""
    _parsed.observe(seconds)


def exposition(totals: Totals) -> bytes:
    """All that is known now, in Prometheus' text format 0.0.4."""
    registry = _REGISTRY
    if folder := os.environ.get(FOLDER):
        _forget_ended(Path(folder))
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call] # untyped there
    return generate_latest(registry) + generate_latest(_Stored(totals))


class _Stored(Collector):
    def __init__(self, totals: Totals) -> None:
        self._totals = totals

    def collect(self) -> Iterator[Metric]:
        totals = self._totals
        yield GaugeMetricFamily("claims_api_documents", "Documents stored.", totals.documents)
        yield GaugeMetricFamily("claims_api_claims", "Claims stored.", totals.claims)
        yield GaugeMetricFamily(
            "claims_api_unread_sentences",
            "Sentences with a cue, in stored documents, that no rule could read.",
            totals.unread,
        )
        yield GaugeMetricFamily("claims_api_store_bytes", "Size of the database with its log.", totals.bytes)


def _forget_ended(folder: Path) -> None:
    """What a worker had under way when it was lost is under way no more; what it counted stays."""
    for pid in {file.stem.rpartition("_")[2] for file in folder.glob("gauge_live*.db")}:
        try:
            os.kill(int(pid), 0)
        except ProcessLookupError:
            mark_process_dead(int(pid))  # type: ignore[no-untyped-call] # untyped there
