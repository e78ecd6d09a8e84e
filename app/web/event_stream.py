"""Streams of server-sent events: how an event is written, how long a stream lasts, and the response that carries it."""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field

from quart import Response, stream_with_context

from app.kernel import i18n, shutdown

PING_INTERVAL, MAX_STREAM_SECONDS = 15, 300  # seconds
PING = ": ping\n\n"


@dataclass(slots=True)
class StreamClock:
    """Tells when a stream ends and when it has to show that it lives. Browsers open a stream that ended again."""

    started_at: float = field(default_factory=time.monotonic)
    last_sent_at: float = field(default_factory=time.monotonic)

    @property
    def is_over(self) -> bool:
        """Whether the stream ends: when it has lasted long enough, and when the server stops."""
        return time.monotonic() - self.started_at >= MAX_STREAM_SECONDS or shutdown.is_shutting_down()

    def sent(self) -> None:
        """Records that an event was sent."""
        self.last_sent_at = time.monotonic()

    def needs_ping(self) -> bool:
        """Whether a comment has to be sent now, so that proxies do not take the stream for dead; records it."""
        if time.monotonic() - self.last_sent_at <= PING_INTERVAL:
            return False
        self.sent()
        return True


def format_event(data: str, *, id: object = "", name: str = "") -> str:
    """Returns an event with this data. htmx swaps the data of an event without a name, and dispatches a named one."""
    head = (f"id: {id}\n" if id else "") + (f"event: {name}\n" if name else "")
    return head + "".join(f"data: {line}\n" for line in data.splitlines() or [""]) + "\n"


def stream_response(events: AsyncGenerator[str], time_zone: str) -> Response:
    """Returns the response that sends these events, in the language of the request and this time zone."""
    response = Response(
        stream_with_context(_localized)((i18n.current_language(), time_zone), events), content_type="text/event-stream"
    )
    response.timeout = None
    response.headers["X-Accel-Buffering"] = "no"
    return response


async def _localized(locale: tuple[str, str], events: AsyncGenerator[str]) -> AsyncGenerator[str]:
    """Runs the stream in the reader's language and time zone: it runs in a task of its own, which has neither."""
    i18n.set_language(*locale)
    try:
        async for event in events:
            yield event
    finally:
        await events.aclose()
