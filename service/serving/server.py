"""The HTTP server: one worker in this process, or several that share its address and are kept alive."""

from __future__ import annotations

import os
import signal
import socket
import tempfile
from collections.abc import Callable
from functools import partial
from types import FrameType

import uvicorn
from uvicorn.config import STARTUP_FAILURE
from uvicorn.supervisors import Multiprocess

from service import orphans
from service.app import create_app
from service.serving.protocol import server_options
from service.settings import Settings
from service.telemetry import logs, metrics

_START_SECONDS = 120.0


class ServerError(Exception):
    """The server did not start; the log says why."""


class Configuration(uvicorn.Config):
    """How uvicorn runs the app: with the service's log, and ending with status 0 when told to stop."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        super().__init__(
            partial(create_app, settings),
            factory=True,
            workers=settings.workers,
            lifespan="on",
            access_log=False,
            timeout_graceful_shutdown=max(1, round(settings.stop_seconds)),
            **server_options(settings),
        )

    def configure_logging(self) -> None:
        """Set up this process, be it a worker or the only one."""
        logs.configure(self._settings)
        # uvicorn raises the signal again once it has stopped; to be told to stop is no failure.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, _nothing)
        # A worker without its supervisor would hold the address, and nobody would replace or stop it.
        orphans.watch(orphans.stop)


class Server(uvicorn.Server):
    """The only worker."""

    def __init__(self, config: Configuration, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say so; a start that failed says why by itself."""
        await super().startup(sockets)
        if self.started:
            self._ready()


class Supervisor(Multiprocess):
    """Several workers. One that is lost is replaced; SIGHUP replaces them one after the other."""

    def __init__(
        self, config: Configuration, sockets: list[socket.socket], ready: Callable[[], None]
    ) -> None:
        super().__init__(config, sockets)
        self._ready = ready

    def init_processes(self) -> None:
        """Start the workers, then say so."""
        super().init_processes()
        if all(process.wait_until_ready(_START_SECONDS, self.should_exit) for process in self.processes):
            self._ready()

    def failed(self) -> bool:
        """Whether it ended because a worker could not start."""
        return any(process.exitcode == STARTUP_FAILURE for process in self.processes)


def run(settings: Settings, listening: socket.socket, ready: Callable[[], None]) -> None:
    """Serve until told to stop; ``ready`` is called once all workers answer. Raises ServerError."""
    config = Configuration(settings)
    if settings.workers == 1:
        server = Server(config, ready)
        try:
            server.run([listening])
        except SystemExit as error:  # uvicorn's way to tell of a start that failed
            raise ServerError from error
        if not server.started:
            raise ServerError
        return
    with tempfile.TemporaryDirectory(prefix="claims-metrics-") as folder:
        # For the workers, which are started anew and read it when they load the metrics.
        os.environ[metrics.FOLDER] = folder
        supervisor = Supervisor(config, [listening], ready)
        supervisor.run()
        if supervisor.failed():
            raise ServerError


def _nothing(number: int, frame: FrameType | None) -> None:
    """A signal that has been seen to."""
