"""The live state of an order: a stream of server-sent events for the page of a buyer who is paying.

While somebody looks, the provider is asked every ten seconds, whatever the number of open pages.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import AsyncGenerator
from uuid import UUID

from app.accounts.models import Account, Membership, Session
from app.kernel import clock, installation, shutdown
from app.kernel.refusal import N_, Refusal
from app.payments import order_checks
from app.payments.checkout import order_screen
from app.payments.checkout.order_screen import Phase
from app.payments.order import Order
from app.web.templates import render_template

ASK_EVERY, ASK_AT_ONCE = 10.0, 3.0  # seconds between two questions: of the stream, and of the button
LOOK_EVERY, TELL_EVERY, LONGEST = 1.5, 15.0, 300.0  # seconds
MOST_STREAMS, MOST_KEPT = 10, 1_000


class AskedOrders(dict[UUID, float]):
    """When the provider was last asked about an order in this process, in monotonic seconds."""

    def is_due(self, id: UUID, interval: float) -> bool:
        """Whether the last question is so long ago, which counts as asked now."""
        now = time.monotonic()
        if now - self.get(id, -interval) < interval:
            return False
        if len(self) >= MOST_KEPT:
            self.clear()
        self[id] = now
        return True


class OpenStreams(Counter[UUID]):
    """How many streams an account has open in this process."""


class TooManyStreams(Refusal):
    """The account has as many open streams in this process as it may have. Facts: most."""

    code = "RATE_LIMITED"
    says = N_("%(most)s of your open pages wait for payments already. Close one, then load this page again.")


async def refresh_order(order: Order, interval: float = ASK_AT_ONCE) -> Order:
    """Returns the order as it is now; its provider is asked first, unless that was done within `interval` seconds."""
    if installation.current().resource(AskedOrders).is_due(order.id, interval):
        return await order_checks.ask_provider(order)
    return await Order.get(id=order.id)


def check_streams(account: Account) -> None:
    """Checks that the account may open another stream. Raises: TooManyStreams."""
    if installation.current().resource(OpenStreams)[account.id] >= MOST_STREAMS:
        raise TooManyStreams(most=MOST_STREAMS, retry_after=60)


async def stream_order(order: Order, account: Account, session: Session, shown: str) -> AsyncGenerator[str]:
    """Yields the time that is left every 15 seconds, and the page's region when it is no longer the one `shown`.

    The stream ends after that, with the session, when the server stops, and after five minutes; browsers reconnect.
    """
    streams, began_at, told_at = installation.current().resource(OpenStreams), time.monotonic(), 0.0
    streams[account.id] += 1
    try:
        yield "retry: 2000\n\n"
        while time.monotonic() - began_at < LONGEST and not shutdown.is_shutting_down():
            screen = await order_screen.load_screen(await refresh_order(order, ASK_EVERY), account)
            if screen.phase != shown:
                yield await _event("payments/_order_news.html", screen)
                return
            if time.monotonic() - told_at > TELL_EVERY:
                if not await _may_look(account, session):
                    return
                waits = screen.phase is Phase.WAITING
                yield await _event("payments/_time_left.html", screen) if waits else ": ping\n\n"
                told_at = time.monotonic()
            await asyncio.sleep(LOOK_EVERY)
    finally:
        streams[account.id] -= 1


async def _may_look(account: Account, session: Session) -> bool:
    """Whether the session goes on, of a member of the account."""
    live = Membership.filter(account_id=account.id, user__sessions__id=session.id)
    return await live.filter(user__sessions__expires_at__gt=clock.now()).exists()


async def _event(template: str, screen: order_screen.OrderScreen) -> str:
    html = await render_template(template, screen=screen)
    return "".join(f"data: {line}\n" for line in html.splitlines()) + "\n"
