"""Processes that are killed between a provider's answer and our commit: `python -m tests.payments.webhook_deaths STEP`.

The settings are those of the environment. The arguments after the step are the reference of an order, and a file with
the body of a notification.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from app.accounts.models import Account
from app.ops.command_runner import run_with_database
from app.payments import event_log, order_checks, ordering, receipts
from app.payments.notifications import receive_notification
from app.payments.order import Order
from app.payments.providers import registry
from app.payments.providers.klikqris import KlikqrisProvider
from tests.payments.fake_provider import BUYER

OPENING = ("create",)  # the provider has opened the payment
CHECKING = ("fetch", "receipt", "outcome")  # the provider has said that it is paid; the transaction is not committed
HEARING = ("hint",)  # a notification is stored, and not committed
PLACES: dict[str, tuple[Any, str]] = {
    "create": (KlikqrisProvider, "create"),
    "fetch": (KlikqrisProvider, "fetch"),
    "receipt": (receipts, "issue_receipt"),
    "outcome": (event_log, "set_outcome"),
    "hint": (order_checks, "check_soon"),
}


def dying(work: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    """A function that does its work and then kills the process, which can do nothing about it."""

    async def work_and_die(*arguments: Any, **options: Any) -> None:
        await work(*arguments, **options)
        os.kill(os.getpid(), signal.SIGKILL)

    return work_and_die


async def do(step: str, *arguments: str) -> None:
    """Does what a step is a part of."""
    provider = registry.provider("klikqris")
    if step in OPENING:
        await ordering.open_order(await Account.get(), "pro", 1, provider, BUYER)
    elif step in CHECKING:
        await order_checks.check_order(await Order.get(reference=arguments[0]))
    else:
        await receive_notification(provider, {}, Path(arguments[1]).read_bytes())


if __name__ == "__main__":
    place, name = PLACES[sys.argv[1]]
    setattr(place, name, dying(getattr(place, name)))
    asyncio.run(run_with_database(lambda: do(*sys.argv[1:]), migrated=False))
