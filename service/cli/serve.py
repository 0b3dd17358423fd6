"""``claims serve``: the HTTP API until it is told to stop."""

from __future__ import annotations

import signal
import socket
from pathlib import Path
from typing import Any

import click
import msgspec
import uvicorn

from service.app import create_app
from service.cli import options
from service.cli.database import opened


class Server(uvicorn.Server):
    """Says in one line on standard error when it is ready."""

    def __init__(self, config: uvicorn.Config, ready: str) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say so; a start that failed says why by itself."""
        await super().startup(sockets)
        if self.started:
            click.echo(self._ready, err=True)


@click.command()
@options.settings
def serve(config: Path | None, **given: Any) -> None:
    """Serve the HTTP API, its documentation and the store.

    Makes the database if there is none, brings its schema up to date, and says in one line on standard error
    when it is ready. Ctrl-C or SIGTERM lets open requests finish and ends with status 0.

    \b
    Examples:
      claims serve
      claims serve --host 0.0.0.0 --port 80 --database /var/lib/claims.db
      claims serve --config claims.toml
    """
    found = options.configured(given, config)
    settings = found.settings
    for name in found.unknown:
        click.echo(f"{name} is no setting", err=True)
    with _listening(settings.host, settings.port) as listening:
        opened(settings.database).close()
        settings = msgspec.structs.replace(settings, port=listening.getsockname()[1])
        app = create_app(settings)
        running = uvicorn.Config(app, log_level="warning", lifespan="on", timeout_graceful_shutdown=10)
        # uvicorn raises the signal again once it has stopped; to be told to stop is no failure.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda number, frame: None)
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        address = f"http://{host}:{settings.port}"
        ready = f"Claims API is ready on {address} (docs: {address}/docs, database: {settings.database})"
        server = Server(running, ready)
        server.run([listening])
    if not server.started:
        raise click.ClickException("the server did not start")


def _listening(host: str, port: int) -> socket.socket:
    """A socket bound before anything else is done, so that a port in use is told at once."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listening = socket.create_server((host, port), family=family)
    except OSError as error:
        raise click.ClickException(f"cannot listen on {host} port {port}: {error.strerror}") from error
    # Connections inherit it. Without it, an answer on a kept connection waits 40 ms for an acknowledgement.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening
