"""``claims serve``: the HTTP API until it is told to stop."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import click
import msgspec

from service.access import authorization
from service.cli import options
from service.cli.database import opened
from service.serving import server
from service.telemetry import logs, tracing


@click.command()
@options.settings
def serve(config: Path | None, **given: Any) -> None:
    """Serve the HTTP API, its documentation and the store.

    Makes the database if there is none, brings its schema up to date (after a backup beside it), and says in
    one line on standard error when it is ready, and whether the database is new; the log follows there, a
    line a request. Ctrl-C or SIGTERM lets open requests finish and ends with status 0.

    \b
    Examples:
      claims serve
      claims serve --host 0.0.0.0 --port 80 --database /var/lib/claims.db --workers 4
      claims serve --config claims.toml
    """
    found = options.configured(given, config)
    settings = found.settings
    for name in found.unknown:
        click.echo(f"{name} is no setting", err=True)
    if settings.telemetry and not tracing.is_installed():
        raise click.ClickException("`telemetry` needs OpenTelemetry: pip install 'claims-api[telemetry]'")
    new = "" if settings.database.exists() else ", new and empty"
    with _listening(settings.host, settings.port) as listening:
        with opened(settings.database) as store:
            warning = authorization.openness(settings.host, has_keys=store.keys.any())
        settings = msgspec.structs.replace(settings, port=listening.getsockname()[1])
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        address = f"http://{host}:{settings.port}"
        stored = f"database: {settings.database}{new}"
        ready = f"Claims API is ready on {address} (docs: {address}/docs, {stored}){warning}"
        try:
            server.run(settings, listening, lambda: logs.announce(settings, ready))
        except server.ServerError as error:
            raise click.ClickException("the server did not start") from error


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
