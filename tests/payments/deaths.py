"""A process that is killed in the midst of a payment: `python -m tests.payments.deaths URL ACCOUNT STEP`.

It dies at one step: `answered`, when the provider has opened the payment and nothing of its answer is stored;
`crediting`, at the end of the transaction that credits a paid order, before its commit; `credited`, right after it.
"""

import asyncio
import os
import signal
import sys
from pathlib import Path
from typing import Any

from app.accounts.models import Account
from app.kernel import db, installation
from app.kernel.config import Config
from app.kernel.installation import Installation
from app.payments import emails, ordering, transitions
from app.payments.providers.provider import Charge, Checkout
from tests.payments.fake_provider import BUYER, FakeProvider
from tests.world import SECRET

STEPS = ("answered", "crediting", "credited")


async def die(*_: Any) -> None:
    """Kills this process, which can do nothing about it."""
    os.kill(os.getpid(), signal.SIGKILL)


class DyingProvider(FakeProvider):
    """Opens the payment and kills the process before it answers."""

    async def create(self, charge: Charge) -> Checkout:
        await super().create(charge)
        await die()
        raise AssertionError


async def pay_until_death(url: str, account: str, step: str) -> None:
    """Opens an order and pays it, and ends at the step."""
    provider = DyingProvider() if step == "answered" else FakeProvider()
    async with db.database_open(url):
        order = await ordering.open_order(await Account.get(id=account), "pro", 1, provider, BUYER)
        if step == "crediting":
            emails.send_receipt = die  # type: ignore[assignment]
        await transitions.apply_snapshot(order, provider.pay(order.reference))
        await die()


if __name__ == "__main__":
    data_dir = Path(sys.argv[4])
    installation.use(Installation(Config(hosts="https://kliqs.test", secret_key=SECRET, data_dir=data_dir)))
    asyncio.run(pay_until_death(*sys.argv[1:4]))
