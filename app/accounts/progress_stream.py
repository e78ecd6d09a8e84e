"""The progress of a job as a stream of events, for the page that waits for it.

Every event is the fragment with the progress, when it has changed; the last event is named FINISHED. The page is whole
without it: it holds the last state, and is loaded again where there are no scripts (templates/shared/_waiting.html).
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import NamedTuple

from quart import Response

from app.accounts import authentication, stream_seats
from app.accounts.stream_seats import StreamSeat
from app.web.event_stream import PING, StreamClock, format_event, stream_response
from app.web.templates import render_template

LOOK_INTERVAL = 1.0  # seconds
FINISHED, TEMPLATE = "finished", "shared/_progress.html"


class Progress(NamedTuple):
    """What a job is doing, in the reader's language, and how much of it is done."""

    text: str
    done: int
    total: int


Load = Callable[[], Awaitable[Progress | None]]  # None when the job is not under way any more


def progress_response(load: Load) -> Response:
    """Streams the progress that `load` returns to the signed-in user. Raises: TooManyStreams."""
    account = authentication.current_account()
    seat = stream_seats.take_seat(authentication.current_session(), account)
    return stream_response(_events(load, seat), account.time_zone)


async def _events(load: Load, seat: StreamSeat) -> AsyncGenerator[str]:
    """Yields the events until the job has ended, the session has, or the stream has lasted long enough."""
    life, shown = StreamClock(), ""
    async with stream_seats.occupied(seat):
        yield "retry: 2000\n\n"
        while seat.open:
            progress = await load()
            if progress is None:
                yield format_event("", name=FINISHED)
                return
            if (html := await render_template(TEMPLATE, progress=progress)) != shown:
                shown = html
                life.sent()
                yield format_event(html)
            if life.needs_ping():
                yield PING
            if life.is_over:
                return
            await asyncio.sleep(LOOK_INTERVAL)
