"""With telemetry on, each request is a span that tells where, not what; off, nothing of it is needed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from service.app import create_app
from service.settings import Settings
from tests.service.callers import calling
from tests.service.stub import StubEngine

TRACE = "0af7651916cd43dd8448eb211c80319c"
PARENT = "b7ad6b7169203331"


@pytest.fixture(scope="module")
def spans(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[ReadableSpan]]:
    """The spans of some requests, in the order in which they ended."""
    kept = InMemorySpanExporter()
    settings = Settings(database=tmp_path_factory.mktemp("tracing") / "claims.db", parsers=1, telemetry=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("service.telemetry.tracing.exporter", lambda: kept)
        app = create_app(settings, StubEngine)
    client: TestClient[Litestar]
    with calling(app) as client:
        client.get("/v1/claims?q=hidden", headers={"traceparent": f"00-{TRACE}-{PARENT}-01"})
        client.post("/v1/parse", json={"text": "Mary Lee said that it was hidden."})
        assert client.get("/v1/claims?limit=0").status_code == 400
        client.get("/hidden")
        client.get("/health/live")
        client.get("/metrics")
    yield list(kept.get_finished_spans())


def test_spans_are_named_by_method_and_template(spans: list[ReadableSpan]) -> None:
    assert [span.name for span in spans] == [
        "GET /v1/claims",
        "parse",
        "POST /v1/parse",
        "GET /v1/claims",
        "GET",
    ]
    assert [(span.attributes or {}).get("http.status_code") for span in spans] == [200, None, 200, 400, 404]
    assert (spans[0].attributes or {})["http.route"] == "/v1/claims"


def test_a_caller_s_trace_goes_on(spans: list[ReadableSpan]) -> None:
    first = spans[0]
    assert first.context is not None and first.parent is not None
    assert f"{first.context.trace_id:032x}" == TRACE
    assert f"{first.parent.span_id:016x}" == PARENT


def test_parsing_is_a_part_of_its_request(spans: list[ReadableSpan]) -> None:
    parse, request = spans[1:3]
    assert parse.parent is not None and request.context is not None
    assert parse.parent.span_id == request.context.span_id
    assert parse.attributes == {"characters": 33}


def test_spans_do_not_tell_what_was_asked(spans: list[ReadableSpan]) -> None:
    assert not [span.name for span in spans[:4] if "hidden" in span.to_json()]


def test_the_service_has_a_name(spans: list[ReadableSpan]) -> None:
    assert spans[0].resource.attributes["service.name"] == "claims-api"


def test_without_the_setting_none_of_it_is_needed(tmp_path: Path) -> None:
    script = (
        "import sys; sys.modules['opentelemetry'] = None;"
        "from pathlib import Path; from service.app import create_app;"
        "from service.settings import Settings;"
        f"create_app(Settings(database=Path({str(tmp_path / 'claims.db')!r})))"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=Path(__file__).parents[3])
