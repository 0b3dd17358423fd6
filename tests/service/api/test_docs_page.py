"""The documentation page needs nothing from elsewhere."""

from __future__ import annotations

import re

from tests.service.callers import Client


def test_the_page_and_all_it_loads_are_served_here(client: Client) -> None:
    page = client.get("/docs")
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    sources = re.findall(r'(?:src|href)="([^"]*)"', page.text)
    assert sources
    for source in sources:
        assert source.startswith(("/", "data:"))
        if source.startswith("/"):
            assert client.get(source).headers["content-type"].startswith("text/javascript")


def test_the_page_may_load_nothing_from_elsewhere(client: Client) -> None:
    policy = client.get("/docs").headers["content-security-policy"]
    directives = dict(directive.split(" ", 1) for directive in policy.split("; "))
    assert directives["default-src"] == "'none'"
    for sources in directives.values():
        assert set(sources.split()) <= {"'none'", "'self'", "'unsafe-inline'", "data:"}


def test_the_page_starts_from_the_description_served_here(client: Client) -> None:
    script = client.get("/docs/start.js").text
    assert 'url: "/openapi.json"' in script
    assert "http" not in script.replace("defaultHttpClient", "")
