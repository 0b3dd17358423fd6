"""``claims serve``: the HTTP API until it is told to stop."""

from __future__ import annotations

import signal
import socket
from pathlib import Path

import click
import uvicorn

from service.app import create_app
from service.cli import options
from service.cli.database import opened
from service.settings import Settings


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
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one."
)
@options.database
def serve(host: str, port: int, database: Path) -> None:
    """Serve the HTTP API, its documentation and the store.

    Makes the database if there is none, brings its schema up to date, and says in one line on standard error
    when it is ready. Ctrl-C or SIGTERM lets open requests finish and ends with status 0.

    \b
    Examples:
      claims serve
      claims serve --host 0.0.0.0 --port 80 --database /var/lib/claims.db
    """
    with _listening(host, port) as listening:
        opened(database).close()
        port = listening.getsockname()[1]
        address = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
        app = create_app(Settings(database=database, host=host, port=port))
        config = uvicorn.Config(app, log_level="warning", lifespan="on", timeout_graceful_shutdown=10)
        # uvicorn raises the signal again once it has stopped; to be told to stop is no failure.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda number, frame: None)
        ready = f"Claims API is ready on {address} (docs: {address}/docs, database: {database})"
        server = Server(config, ready)
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
