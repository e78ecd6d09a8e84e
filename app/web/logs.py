"""Logging: one line for each event, with the id of its request; no bodies, no IP addresses, no secrets."""

import asyncio
import logging
import sys
import time
from collections import Counter
from collections.abc import MutableMapping
from contextlib import suppress
from functools import partial
from typing import Any, TextIO, cast

import structlog
from quart import Quart, Response, g, request
from structlog.contextvars import bind_contextvars, clear_contextvars

from app.kernel import secrets
from app.kernel.outage_log import OutageLog
from app.kernel.server_settings import LogFormat, LogLevel
from app.kernel.transient_errors import is_unavailable
from app.web import hosts
from app.web.log_redaction import redact_line

_id_prefixes: dict[str, str] = {}  # by the first segment of the path
lines_by_level: Counter[str] = Counter()  # of this process, since it began
log = structlog.get_logger()


class ErrorTolerantStderr:
    """Standard error, whose own errors (such as a full disk) are ignored, so that logging never fails a request."""

    def write(self, text: str) -> int:
        """Writes to standard error; returns the number of characters, as a text stream does."""
        with suppress(OSError):
            sys.stderr.write(text)
        return len(text)

    def flush(self) -> None:
        """Flushes standard error."""
        with suppress(OSError):
            sys.stderr.flush()


def configure_logging(level: LogLevel = "info", form: LogFormat = "json") -> None:
    """Sends the events of structlog and of the libraries' loggers to standard error.

    Events below `level` are left out, and those of libraries below a warning. The form is a JSON object for each line,
    or `text` for people who read along.
    """
    lowest = logging.getLevelNamesMapping()[level.upper()]
    shared = _shared_processors()
    rendered = structlog.processors.JSONRenderer() if form == "json" else structlog.dev.ConsoleRenderer(colors=False)
    structlog.configure(
        processors=[*shared, rendered],
        logger_factory=structlog.WriteLoggerFactory(cast(TextIO, ErrorTolerantStderr())),
        wrapper_class=structlog.make_filtering_bound_logger(lowest),
    )
    handler = logging.StreamHandler(ErrorTolerantStderr())
    handler.addFilter(OutagesOfLibraries())
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared, processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, rendered]
        )
    )
    logging.basicConfig(level=max(lowest, logging.WARNING), handlers=[handler], force=True)


class OutagesOfLibraries(logging.Filter):
    """Reports an outage that a library logs with its traceback, in one line a minute and without it."""

    def __init__(self) -> None:
        super().__init__()
        self._outages = OutageLog()

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is to be written as it is."""
        error = record.exc_info[1] if record.exc_info else None
        if error is None or not is_unavailable(error):
            return True
        self._outages.report(str(record.msg), error, logger=record.name)
        return False


def _shared_processors() -> list[structlog.types.Processor]:
    """Returns what every event passes through, before it is written in its form."""
    return [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        redact_line,
        _count_line,
    ]


def _count_line(_logger: object, _method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A processor of structlog that counts the lines of each level."""
    lines_by_level[line["level"]] += 1
    return line


def prefix_request_ids(segment: str, prefix: str) -> None:
    """Makes the ids of requests to paths with this first segment begin with a prefix."""
    _id_prefixes[segment] = prefix


def install(app: Quart) -> None:
    """Gives each request an id, returns it in X-Request-Id, and logs the response with its duration in milliseconds."""

    @app.before_request
    async def begin() -> None:
        prefix = _id_prefixes.get(hosts.first_path_segment(), "")
        g.request_id, g.began = prefix + secrets.random_base62(20), time.perf_counter()
        clear_contextvars()
        bind_contextvars(request_id=g.request_id)

    @app.after_request
    async def end(response: Response) -> Response:
        if not g.get("bare"):
            response.headers["X-Request-Id"] = g.request_id
        milliseconds = round((time.perf_counter() - g.began) * 1000, 1)
        route = request.url_rule.rule if request.url_rule else None
        line = partial(log.info, "answered", method=request.method, route=route, status=response.status_code)
        asyncio.get_running_loop().call_soon(partial(line, ms=milliseconds))  # the answer does not wait for its line
        return response
