"""The documentation as a browser without internet shows it; needs Chromium, which .ci/run installs."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import served

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
def test_the_documentation_is_whole_without_internet(tmp_path: Path) -> None:
    with served(tmp_path / "claims.db") as (_, address):
        options = [
            "--headless",
            "--no-sandbox",  # it shows our own page, and as root it would not start otherwise
            "--disable-gpu",
            "--disable-background-networking",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            f"--user-data-dir={tmp_path / 'profile'}",
            "--enable-logging=stderr",
            f"--log-net-log={tmp_path / 'requests.json'}",
            "--virtual-time-budget=20000",
            "--dump-dom",
        ]
        shown = subprocess.run(
            [str(CHROMIUM), *options, f"{address}/docs"],
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
        )
    for wanted in ("Claims API", "/v1/claims", "/v1/documents", "actor"):
        assert wanted in shown.stdout, wanted
    asked = requests_of(address, (tmp_path / "requests.json").read_text(errors="replace"))
    assert f"{address}/openapi.json" in asked
    assert not [url for url in asked if not url.startswith((f"{address}/", "data:", "blob:"))]
    messages = [line for line in shown.stderr.splitlines() if "CONSOLE" in line]
    assert not [line for line in messages if "Refused" in line or "net::ERR" in line or "Uncaught" in line]


def requests_of(page: str, log: str) -> set[str]:
    """What a page of this address asked for, whether or not it came; the browser's own requests left out."""
    events = re.findall(r'"params":(\{[^\n]*"initiator":"[^"]*"[^\n]*\})', log)
    return {
        url[1]
        for event in events
        if f'"initiator":"{page}"' in event and (url := re.search(r'"url":"([^"]+)"', event))
    }
