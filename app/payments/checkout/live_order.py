"""The live state of an order: a stream of server-sent events for the page of a buyer who is paying.

While somebody looks, the provider is asked every ten seconds, whatever the number of open pages.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator
from datetime import timedelta
from uuid import UUID

from quart import Response

from app.accounts import stream_seats
from app.accounts.models import Account, Session
from app.accounts.stream_seats import StreamSeat
from app.kernel import installation
from app.payments import order_checks
from app.payments.checkout import order_screen
from app.payments.checkout.order_screen import Phase
from app.payments.order import Order
from app.web.event_stream import PING, StreamClock, format_event, stream_response
from app.web.templates import render_template

ASK_EVERY, ASK_AT_ONCE = timedelta(seconds=10), timedelta(seconds=3)  # between questions: of the stream, the button
LOOK_EVERY = timedelta(seconds=1)
MOST_KEPT = 1_000


class AskedOrders(dict[UUID, int]):
    """When the provider was last asked about an order in this process, in monotonic nanoseconds."""

    def is_due(self, id: UUID, interval: timedelta) -> bool:
        """Whether the last question is so long ago, which counts as asked now."""
        now = time.monotonic_ns()
        if id in self and timedelta(microseconds=(now - self[id]) // 1_000) < interval:
            return False
        if len(self) >= MOST_KEPT:
            self.clear()
        self[id] = now
        return True


async def refresh_order(order: Order, interval: timedelta = ASK_AT_ONCE) -> Order:
    """Returns the order as it is now; its provider is asked first, unless that was done within `interval`.

    A page that is left open asks no longer than money is expected; whoever presses the button does.
    """
    asked = installation.current().resource(AskedOrders)
    if (interval < ASK_EVERY or order_checks.is_expected(order)) and asked.is_due(order.id, interval):
        return await order_checks.ask_provider(order)
    return await Order.get(id=order.id)


def order_response(order: Order, account: Account, session: Session, shown: str) -> Response:
    """Streams the state of an order to a page that shows the version `shown`. Raises: TooManyStreams."""
    seat = stream_seats.take_seat(session, account)
    return stream_response(stream_order(order, account, seat, shown), account.time_zone)


async def stream_order(order: Order, account: Account, seat: StreamSeat, shown: str) -> AsyncGenerator[str]:
    """Yields the time that is left now and then, and the page's region when it is no longer the one `shown`.

    The stream ends after that, with the session, and when it has lasted long enough; browsers reconnect.
    """
    life, sent_time = StreamClock(), False
    async with stream_seats.occupied(seat):
        yield "retry: 2000\n\n"
        while seat.open:
            screen = await order_screen.load_screen(await refresh_order(order, ASK_EVERY))
            if screen.version != shown:
                yield format_event(await render_template("payments/_order_news.html", screen=screen))
                return
            if life.needs_ping() or not sent_time:
                sent_time = True
                waits = screen.phase is Phase.WAITING
                yield format_event(await render_template("payments/_time_left.html", screen=screen)) if waits else PING
            if life.is_over:
                return
            await asyncio.sleep(LOOK_EVERY.total_seconds())
