"""The service on a free port, in a thread of this process."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from service.app import create_app
from service.serving.protocol import server_options
from service.settings import Settings
from tests.service.stub import StubEngine


@contextmanager
def serving(settings: Settings) -> Iterator[str]:
    """Serve until left; gives the address."""
    app = create_app(settings, StubEngine)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical", **server_options(settings)))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.05)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()
