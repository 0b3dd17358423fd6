"""The service's log: one event a line on standard error, as JSON or as text to look at.

An event has ``timestamp`` (UTC), ``level``, ``event`` and what belongs to it; a fault has its traceback,
without the values of variables, since those could hold texts and keys. What libraries log goes the same way.
"""

from __future__ import annotations

import logging
import os
import select
import sys
from datetime import UTC, datetime
from typing import Any, cast

import msgspec
import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from service.settings import Settings

_FIRST = ("timestamp", "level", "event")


class Lines:
    """A file to which lines go without ever waiting: a reader that does not keep up costs lines, not answers.

    Lines of up to ``PIPE_BUF`` bytes (4096 on Linux) stay whole beside those of other processes (POSIX
    ``write``). ``dropped`` counts what could not be written.
    """

    def __init__(self, descriptor: int) -> None:
        self.dropped = 0
        self._descriptor = descriptor
        self._poll = select.poll()
        self._poll.register(descriptor, select.POLLOUT)
        self._torn = b""

    def write(self, text: str) -> int:
        """Write at once or not at all; where only a part went out, the next line starts anew."""
        data = self._torn + text.encode(errors="backslashreplace")
        try:
            for start in range(0, len(data), select.PIPE_BUF):
                if not self._poll.poll(0):
                    self.dropped += 1
                    self._torn = b"\n" if start else self._torn
                    return len(text)
                os.write(self._descriptor, data[start : start + select.PIPE_BUF])
            self._torn = b""
        except OSError:  # nobody reads any more
            self.dropped += 1
        return len(text)

    def flush(self) -> None:
        """Nothing is held back."""


def configure(settings: Settings) -> Lines:
    """Set up the log of this process; gives the file that it goes to."""
    lines = Lines(sys.stderr.fileno())
    as_json = _is_json(settings)
    level = logging.getLevelNamesMapping()[settings.log_level.upper()]
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    last = _as_json() if as_json else _as_text()
    structlog.configure(
        processors=[*shared, *last],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(cast(Any, lines)),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(cast(Any, lines))
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, structlog.stdlib.ExtraAdder()],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
        )
    )
    logging.basicConfig(handlers=[handler], level=max(level, logging.WARNING), force=True)
    return lines


def announce(settings: Settings, event: str) -> None:
    """Say what is said whatever the level, as plain text where the log is text."""
    if _is_json(settings):
        moment = datetime.now(UTC).isoformat().replace("+00:00", "Z")
        event = _encoded({"timestamp": moment, "level": "info", "event": event})
    print(event, file=sys.stderr, flush=True)


def _is_json(settings: Settings) -> bool:
    return settings.log_format == "json" or (settings.log_format == "auto" and not sys.stderr.isatty())


def _as_json() -> list[Processor]:
    return [structlog.processors.format_exc_info, _in_order, structlog.processors.JSONRenderer(_encoded)]


def _as_text() -> list[Processor]:
    plain = structlog.dev.plain_traceback
    return [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=plain)]


def _in_order(logger: WrappedLogger, name: str, event: EventDict) -> EventDict:
    """What every event has, before what this one has."""
    return {key: event[key] for key in _FIRST if key in event} | dict(event)


def _encoded(event: EventDict, **_: object) -> str:
    return msgspec.json.encode(event, enc_hook=repr).decode()
